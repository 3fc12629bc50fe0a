import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { PAID_TYPE } from '../../api/records';
import { operation } from '../../api/requests';
import { checkSubscription } from './checks';
import { confluentConfig } from './confluent';
import { checkReservedOrder, legacyCapacity, legacyOptions, legacyOrder } from './legacyOrder';
import { EDITIONS, edition, network } from './purchase';

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
	fields: [
		choice('PaidType', 'Instance Type', {
			values: { [PAID_TYPE.subscription]: 'Kafka', [PAID_TYPE.confluent]: 'Confluent' },
		}),
		choice('Duration', 'Duration', {
			values: { '1': '1 Month', '12': '12 Months (Confluent Only)' },
		}),
		network(true),
		...legacyCapacity({ paidType: [PAID_TYPE.subscription] }),
		confluentConfig({ paidType: [PAID_TYPE.confluent] }),
	],
	options: [
		...legacyOptions(),
		edition({ ...EDITIONS, enterprise: 'Enterprise (Confluent Only)' }),
	],
	check: (request, parameterOf) => {
		checkSubscription(request);
		if (request.body?.ConfluentConfig === undefined) checkReservedOrder(request, parameterOf);
	},
	...legacyOrder,
};
