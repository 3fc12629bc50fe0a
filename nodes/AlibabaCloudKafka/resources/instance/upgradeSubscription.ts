import type { Operation } from '../../../shared/contract/operation';
import { PAID_TYPE } from '../../api/records';
import { operation } from '../../api/requests';
import { confluentConfig } from './confluent';
import { largerSpecifications } from './specifications';

/** Enlarges a subscription. AliKafka API Reference, UpgradePrePayOrder. */
export const upgradeSubscription: Operation = {
	value: 'upgradeSubscription',
	name: 'Upgrade Specifications of Subscription',
	action: 'Upgrade specifications of subscription instance',
	description:
		'Increase the disk size, traffic, partitions, or Confluent components of a subscription instance, or change its edition',
	...operation('change', 'UpgradePrePayOrder'),
	warning:
		"A larger instance costs more from now on. Only 'Downgrade Specifications' of the Alibaba Cloud Kafka Maintenance node can reduce it, which can disconnect clients.",
	...largerSpecifications,
	options: [...largerSpecifications.options, confluentConfig()],
	check: (request) => {
		largerSpecifications.check(request, () => undefined);
		const { body = {} } = request;
		if (body.ConfluentConfig !== undefined) body.PaidType = PAID_TYPE.confluent;
	},
};
