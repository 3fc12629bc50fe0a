import type { Operation } from '../../../shared/contract/operation';
import { operation } from '../../api/requests';
import { serverlessConfig } from './purchase';
import { largerSpecifications } from './specifications';

/** Enlarges a pay-as-you-go instance. AliKafka API Reference, UpgradePostPayOrder. */
export const upgrade: Operation = {
	value: 'upgrade',
	name: 'Upgrade Specifications',
	action: 'Upgrade specifications of instance',
	description:
		'Increase the disk size, traffic, partitions, or serverless capacity of a pay-as-you-go instance, or change its edition',
	...operation('change', 'UpgradePostPayOrder'),
	warning:
		"A larger instance costs more from now on. Only 'Downgrade Specifications' of the Alibaba Cloud Kafka Maintenance node can reduce it, which can disconnect clients.",
	...largerSpecifications,
	options: [...largerSpecifications.options, serverlessConfig()],
};
