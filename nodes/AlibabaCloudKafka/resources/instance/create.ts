import { BadInput } from '../../../shared/contract/badInput';
import { choice } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { tags } from '../../fields';
import { orderText, placeOrder } from '../../orders/orders';
import { writes } from '../../api/requests';
import {
	EDITIONS,
	checkEdition,
	confluentConfig,
	diskSize,
	diskType,
	edition,
	internetBandwidth,
	network,
	partitions,
	resourceGroup,
	serverlessConfig,
	trafficSpec,
} from './purchase';

/** What an order of either kind has in common: it happens once, whatever becomes of its answer. */
export const ordering: Pick<Operation, 'perform' | 'subject'> = {
	perform: async (item, request) =>
		one({
			...(await item.once(
				'order',
				async () => await placeOrder(item, request),
				(order) => `${orderText(order)} placed`,
			)),
		}),
	subject: orderText,
};

/** Ways to pay by use. */
export const RESERVED = '1';
export const SERVERLESS = '3';

const KAFKA_EDITIONS = Object.keys(EDITIONS);

/** Rules between parameters. */
export function checkByUse(request: ApiRequest): void {
	const serverless = request.body?.PaidType === SERVERLESS;
	checkEdition(
		request,
		serverless ? 'serverless instances' : 'reserved instances',
		serverless ? ['basic', 'normal', 'professional'] : KAFKA_EDITIONS,
	);
}

/**
 * Orders a pay-as-you-go instance, which waits for its deployment then. CreatePostPayInstance of the
 * official SDK; it answers `{ Data: { InstanceId, OrderId } }` at once.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create instance',
	description:
		'Order a pay-as-you-go instance; billing starts immediately, and the instance must be deployed before use',
	...writes('CreatePostPayInstance'),
	fields: [
		network(true),
		choice('PaidType', 'Billing', {
			values: { [RESERVED]: 'Pay-as-You-Go', [SERVERLESS]: 'Serverless' },
		}),
		edition({ ...EDITIONS, basic: 'Basic (Serverless Only)' }),
		trafficSpec({ paidType: [RESERVED] }),
		diskType({ paidType: [RESERVED] }),
		diskSize({ paidType: [RESERVED] }),
		partitions({ paidType: [RESERVED] }),
		internetBandwidth({ paidType: [RESERVED], deployType: ['4'] }),
		serverlessConfig({ paidType: [SERVERLESS] }),
	],
	options: [resourceGroup(), tags(false, 'Tags of the new instance')],
	check: checkByUse,
	...ordering,
};

/** Kinds of subscription. */
const KAFKA = '0';
const CONFLUENT = '4';

function checkSubscription(request: ApiRequest): void {
	const { PaidType, Duration, DeployType } = request.body ?? {};
	if (PaidType === CONFLUENT) {
		checkEdition(request, 'Confluent instances', ['professional', 'enterprise']);
		if (DeployType !== '5') {
			throw new BadInput(
				'Network',
				'is not available for Confluent instances',
				"Select 'VPC Only'.",
			);
		}
		return;
	}
	checkEdition(request, 'Kafka instances', KAFKA_EDITIONS);
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
	name: 'Create Subscription',
	action: 'Create subscription instance',
	description:
		'Order a subscription instance, which renews automatically and must be deployed before use',
	...writes('CreatePrePayInstance'),
	fields: [
		choice('PaidType', 'Instance Type', {
			values: { [KAFKA]: 'Kafka', [CONFLUENT]: 'Confluent' },
			hint: 'The subscription renews automatically every month until you turn off auto-renewal in the console',
		}),
		choice('Duration', 'Duration', {
			values: { '1': '1 Month', '12': '12 Months (Confluent Only)' },
		}),
		network(false),
		edition({ ...EDITIONS, enterprise: 'Enterprise (Confluent Only)' }),
		trafficSpec({ paidType: [KAFKA] }),
		diskType({ paidType: [KAFKA] }),
		diskSize({ paidType: [KAFKA] }),
		partitions({ paidType: [KAFKA] }),
		internetBandwidth({ paidType: [KAFKA], deployType: ['4'] }),
		confluentConfig({ paidType: [CONFLUENT] }),
	],
	options: [resourceGroup(), tags(false, 'Tags of the new instance')],
	check: checkSubscription,
	...ordering,
};
