import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { latest, persisted, trailing } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';

/** Looks in a row that no longer find it, after which it is gone: one list alone may be incomplete. */
const CHECKS_WITHOUT_ROW = 2;

/**
 * The end of a deletion where the list still shows for some seconds what was deleted.
 *
 * @param what What is deleted, for texts: "topic"
 * @param key Field that names it, in the list and in the item
 * @param isOver Whether a row that is still listed counts as gone
 */
export const rowsGone = (
	what: string,
	key: string,
	list: (item: OperationContext, json: IDataObject) => Promise<IDataObject[]>,
	isOver: (row: IDataObject) => boolean = () => false,
): Completion => ({
	first: 2,
	every: 3,
	observe: async (item, json) => {
		const row = (await list(item, json)).find((one) => one[key] === json[key]);
		return row && !isOver(row)
			? { status: 'listed', kind: 'pending' }
			: { status: 'DELETED', kind: 'gone' };
	},
	isReached: (observations) =>
		latest(observations).kind === 'gone' &&
		persisted(trailing(observations, 'gone'), CHECKS_WITHOUT_ROW, 3),
	subject: (json) => `the deletion of ${what} ${String(json[key])}`,
});
