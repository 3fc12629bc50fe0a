import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice } from '../../../shared/form/fields';
import { PAID_TYPE } from '../../api/records';
import { operation } from '../../api/requests';
import { checkEdition } from './checks';
import { confluentConfig } from './confluent';
import { ordering } from './ordering';
import {
	DEPLOY_TYPE,
	EDITIONS,
	edition,
	network,
	reservedCapacity,
	resourceGroupAndTags,
} from './purchase';

/** Rules between parameters. */
function check(request: ApiRequest): void {
	const { PaidType, Duration, DeployType } = request.body ?? {};
	if (PaidType === PAID_TYPE.confluent) {
		checkEdition(request, 'Confluent instances', ['professional', 'enterprise']);
		if (DeployType !== DEPLOY_TYPE.vpcOnly) {
			throw new BadInput(
				'Network',
				'is not available for Confluent instances',
				"Select 'VPC Only'.",
			);
		}
		return;
	}
	checkEdition(request, 'Kafka instances', Object.keys(EDITIONS));
	if (Duration === '12') {
		throw new BadInput(
			'Duration',
			'of 12 months is available only for Confluent instances',
			"Select '1 Month'; the subscription renews automatically every month.",
		);
	}
}

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
	check,
	...ordering,
};
