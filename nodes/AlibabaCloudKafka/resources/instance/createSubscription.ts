import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { PAID_TYPE } from '../../api/records';
import { operation } from '../../api/requests';
import { checkSubscription } from './checks';
import { confluentConfig } from './confluent';
import { ordering } from './ordering';
import { EDITIONS, edition, network, reservedCapacity, resourceGroupAndTags } from './purchase';

/** Orders a subscription. CreatePrePayInstance of the official SDK; it answers as the other order. */
export const createSubscription: Operation = {
	value: 'createSubscription',
	name: 'Place Subscription Order',
	action: 'Place subscription order for instance',
	description:
		'Order a subscription instance, which renews automatically and must be deployed before use',
	...operation('create', 'CreatePrePayInstance'),
	warning:
		'A subscription is prepaid and renews automatically every month until you turn off auto-renewal in the console.',
	billed: true,
	fields: [
		choice('PaidType', 'Instance Type', {
			values: { [PAID_TYPE.subscription]: 'Kafka', [PAID_TYPE.confluent]: 'Confluent' },
			hint: 'The subscription renews automatically every month until you turn off auto-renewal in the console',
		}),
		choice('Duration', 'Duration', {
			values: { '1': '1 Month', '12': '12 Months (Confluent Only)' },
		}),
		network(false),
		edition({ ...EDITIONS, enterprise: 'Enterprise (Confluent Only)' }),
		...reservedCapacity({ paidType: [PAID_TYPE.subscription] }),
		confluentConfig({ paidType: [PAID_TYPE.confluent] }),
	],
	options: resourceGroupAndTags(),
	check: checkSubscription,
	...ordering,
};
