import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../contract/completion';
import type { OperationContext } from '../contract/context';
import { asFailure } from '../contract/failure';

/** Waiting items from which on one list is cheaper than an observation of each. */
const MANY = 3;

/** Everything of one kind that is waited for in one account and region, in all executions. */
interface SharedReads {
	waiting: number;
	/** The last read of the list, by the monotonic clock. */
	read?: { at: number; observations: Promise<Map<unknown, Observation>> };
}

const sharedReads = new Map<string, SharedReads>();

/** How what one item waits for is observed. */
export interface Observing {
	/**
	 * Observes it once.
	 *
	 * @param by The item, with the signal at which this observation ends
	 */
	observe(by: OperationContext): Promise<Observation>;
	/** Has to be called when the waiting is over, however it ended. */
	end(): void;
}

/**
 * Observes what an item waits for. Where several wait for things that one list shows, they share its
 * reads. What a list says is never the last word: before an end is believed, the thing itself is
 * observed.
 *
 * @param fresh How long a read of the list serves, milliseconds
 * @param isEnd Whether waiting would end with this observation
 */
export function observing(
	item: OperationContext,
	{ observe, batchRead }: Completion,
	json: IDataObject,
	mark: unknown,
	fresh: number,
	isEnd: (observation: Observation) => boolean,
): Observing {
	const itself = async (by: OperationContext) => await observe(by, json, mark);
	if (!batchRead) return { observe: itself, end: () => undefined };

	const key = `${item.addressee}|${batchRead.what}`;
	const shared = sharedReads.get(key) ?? { waiting: 0 };
	sharedReads.set(key, shared);
	shared.waiting++;

	const inList = async (by: OperationContext): Promise<Observation | undefined> => {
		if (shared.waiting < MANY) return undefined;
		const now = by.clock.monotonic();
		if (!shared.read || now - shared.read.at > fresh) {
			shared.read = { at: now, observations: batchRead.read(by) };
		}
		try {
			return (await shared.read.observations).get(batchRead.id(json));
		} catch (error) {
			const failure = asFailure(error);
			// The list may be forbidden, or may have belonged to an execution that has ended.
			if (['refused', 'cancelled', 'notSent'].includes(failure.kind)) return undefined;
			throw failure;
		}
	};

	return {
		async observe(by) {
			const listed = await inList(by);
			return listed && !isEnd(listed) ? listed : await itself(by);
		},
		end() {
			if (--shared.waiting === 0) sharedReads.delete(key);
		},
	};
}
