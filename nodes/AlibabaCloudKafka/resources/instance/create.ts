import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { PAID_TYPE } from '../../api/records';
import { operation } from '../../api/requests';
import { checkByUse } from './checks';
import { ordering } from './ordering';
import {
	EDITIONS,
	edition,
	network,
	reservedCapacity,
	resourceGroupAndTags,
	serverlessConfig,
} from './purchase';

/**
 * Orders a pay-as-you-go instance, which waits for its deployment then. CreatePostPayInstance of the
 * official SDK; it answers `{ Data: { InstanceId, OrderId } }` at once.
 */
export const create: Operation = {
	value: 'create',
	name: 'Place Order',
	action: 'Place order for instance',
	description:
		'Order a pay-as-you-go instance; billing starts immediately, and the instance must be deployed before use',
	...operation('create', 'CreatePostPayInstance'),
	billed: true,
	fields: [
		network(true),
		choice('PaidType', 'Billing', {
			values: {
				[PAID_TYPE.payAsYouGo]: 'Pay-as-You-Go',
				[PAID_TYPE.serverless]: 'Serverless',
			},
		}),
		edition({ ...EDITIONS, basic: 'Basic (Serverless Only)' }),
		...reservedCapacity({ paidType: [PAID_TYPE.payAsYouGo] }),
		serverlessConfig({ paidType: [PAID_TYPE.serverless] }),
	],
	options: resourceGroupAndTags(),
	check: checkByUse,
	...ordering,
};
