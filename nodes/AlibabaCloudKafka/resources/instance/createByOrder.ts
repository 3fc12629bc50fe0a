import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { PAID_TYPE } from '../../api/records';
import { operation } from '../../api/requests';
import { checkByUse } from './checks';
import { checkReservedOrder, legacyCapacity, legacyOptions, legacyOrder } from './legacyOrder';
import { EDITIONS, edition, network, serverlessConfig } from './purchase';

/**
 * Orders a pay-as-you-go instance in the older way. AliKafka API Reference, CreatePostPayOrder; it
 * answers `{ OrderId }`, by which the list finds the instance, unless it is a serverless one.
 */
export const createByOrder: Operation = {
	value: 'createByOrder',
	name: 'Place Order (Legacy)',
	action: 'Place legacy order for instance',
	description: 'Order a pay-as-you-go instance with the older API, which returns only the order ID',
	...operation('create', 'CreatePostPayOrder'),
	billed: true,
	superseded: true,
	fields: [
		network(true),
		choice('PaidType', 'Billing', {
			values: {
				[PAID_TYPE.payAsYouGo]: 'Pay-as-You-Go',
				[PAID_TYPE.serverless]: 'Serverless',
			},
			hint: "A serverless instance cannot be found by its order ID: use 'Place Order', which returns the instance ID",
		}),
		...legacyCapacity({ paidType: [PAID_TYPE.payAsYouGo] }),
		serverlessConfig({ paidType: [PAID_TYPE.serverless] }),
	],
	options: [...legacyOptions(), edition({ ...EDITIONS, basic: 'Basic (Serverless Only)' })],
	check: (request, parameterOf) => {
		checkByUse(request);
		if (request.body?.ServerlessConfig === undefined) checkReservedOrder(request, parameterOf);
	},
	...legacyOrder,
};
