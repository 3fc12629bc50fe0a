import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import type { Caller } from '../../shared/request/readList';
import { isReady, trailing } from '../../shared/contract/completion';
import { LOOKS_WITHOUT } from './instance';

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

/**
 * A deletion that is done when the list does not show it any more, for several looks in a row: a list may
 * miss something that is there.
 *
 * @param find What is listed of it, if anything
 */
export const untilGone = (
	find: (caller: Caller, json: IDataObject) => Promise<IDataObject[]>,
	subject: Completion['subject'],
): Completion => ({
	first: 2,
	every: 3,
	observe: async (item, json) => {
		const [record] = await find(item, json);
		return record ? { status: 'listed', kind: 'pending' } : { status: 'not listed', kind: 'gone' };
	},
	isReached: (observations) => trailing(observations, 'gone').length >= LOOKS_WITHOUT,
	subject,
});
