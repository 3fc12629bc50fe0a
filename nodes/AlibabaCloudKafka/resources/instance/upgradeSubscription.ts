import type { Operation } from '../../../shared/contract/operation';
import { operation } from '../../api/requests';
import { largerSpecifications } from './specifications';

/** Enlarges a subscription. AliKafka API Reference, UpgradePrePayOrder. */
export const upgradeSubscription: Operation = {
	value: 'upgradeSubscription',
	name: 'Upgrade Specifications of Subscription',
	action: 'Upgrade specifications of subscription instance',
	description:
		'Increase the disk size, traffic, or topics of a subscription instance, or change its edition',
	...operation('change', 'UpgradePrePayOrder'),
	warning: 'A larger instance costs more from now on and cannot be scaled down.',
	...largerSpecifications,
};
