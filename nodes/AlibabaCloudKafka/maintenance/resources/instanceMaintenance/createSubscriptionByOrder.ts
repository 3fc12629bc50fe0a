import type { Operation } from '../../../../shared/contract/operation';
import { operation } from '../../../api/requests';
import { legacyOrder } from './legacyOrder';

/**
 * Orders a subscription in the older way. AliKafka API Reference, CreatePrePayOrder; it answers
 * `{ OrderId }`, and the list finds the instance by that.
 */
export const createSubscriptionByOrder: Operation = {
	value: 'createSubscriptionByOrder',
	name: 'Place Subscription Order (Legacy)',
	action: 'Place legacy subscription order for instance',
	description: 'Order a subscription with the older API, which returns only the order ID',
	...operation('create', 'CreatePrePayOrder'),
	warning:
		'A subscription is prepaid and renews automatically every month until you turn off auto-renewal in the console.',
	billed: true,
	superseded: true,
	...legacyOrder,
};
