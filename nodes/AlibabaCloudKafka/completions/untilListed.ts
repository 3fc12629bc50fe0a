import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import type { Caller } from '../../shared/request/readList';
import { isReady } from '../../shared/contract/completion';

/**
 * A creation that is done when the list shows it, which takes some seconds.
 *
 * @param find What is listed of it, if anything
 */
export const untilListed = (
	find: (caller: Caller, json: IDataObject) => Promise<IDataObject[]>,
	subject: Completion['subject'],
): Completion => ({
	first: 2,
	every: 3,
	observe: async (item, json) => {
		const [record] = await find(item, json);
		if (!record) return { status: 'not listed', kind: 'pending' };
		return { status: 'listed', kind: 'ready', record };
	},
	isReached: isReady,
	subject,
});
