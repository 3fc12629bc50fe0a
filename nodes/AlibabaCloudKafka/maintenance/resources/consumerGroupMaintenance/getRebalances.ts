import type { Operation } from '../../../../shared/contract/operation';
import { rebalancePages } from '../../../api/pages';
import { readOperation } from '../../../api/requests';
import { group, instance } from '../../../fields';

/**
 * Lists rebalances. ListRebalanceInfo of the official SDK 2.14.0, which does not say in what units the times
 * are: they come out as they are.
 */
export const getRebalances: Operation = {
	value: 'getRebalances',
	name: 'Get Rebalances',
	action: 'Get rebalances of consumer group',
	description: 'Get the rebalances of a consumer group with their times, causes, and outcomes',
	...readOperation('ListRebalanceInfo'),
	fields: [instance(), group()],
	pages: rebalancePages,
};
