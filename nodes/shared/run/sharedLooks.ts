import type { Completion, Observation } from '../contract/completion';
import type { OperationContext } from '../contract/context';
import { asFailure } from '../contract/failure';

/** Waiting items from which on one list is cheaper than a look at each. */
const MANY = 3;

/** Everything of one kind that is waited for in one account and region, in all executions. */
interface SharedReads {
	waiting: number;
	/** The last read of the list. */
	read?: { at: number; sights: Promise<Map<unknown, Observation>> };
}

const sharedReads = new Map<string, SharedReads>();

/** A look at what one item waits for. */
export interface Observing {
	/**
	 * Looks once.
	 *
	 * @param by The item, with the signal at which this look ends
	 */
	observe(by: OperationContext): Promise<Observation>;
	/** Has to be called when the waiting is over, however it ended. */
	end(): void;
}

/**
 * Watches what an item waits for. Where several wait for things that one list shows, they share its
 * reads. What a list says is never the last word: before an end is believed, the thing itself is
 * looked at.
 *
 * @param fresh How long a read of the list serves, milliseconds
 * @param isEnd Whether waiting would end with this sight
 */
export function observing(
	item: OperationContext,
	{ observe, batchRead }: Completion,
	json: Parameters<Completion['observe']>[1],
	mark: unknown,
	fresh: number,
	isEnd: (sight: Observation) => boolean,
): Observing {
	const alone = async (by: OperationContext) => await observe(by, json, mark);
	if (!batchRead) return { observe: alone, end: () => undefined };

	const key = `${item.addressee}|${batchRead.what}`;
	const shared = sharedReads.get(key) ?? { waiting: 0 };
	sharedReads.set(key, shared);
	shared.waiting++;

	const glance = async (by: OperationContext): Promise<Observation | undefined> => {
		if (shared.waiting < MANY) return undefined;
		const now = by.clock.monotonic();
		if (!shared.read || now - shared.read.at > fresh) {
			shared.read = { at: now, sights: batchRead.read(by) };
		}
		try {
			return (await shared.read.sights).get(batchRead.id(json));
		} catch (error) {
			// The list may be forbidden, or may have belonged to an execution that has ended.
			if (['refused', 'cancelled', 'notSent'].includes(asFailure(error).kind)) return undefined;
			throw asFailure(error);
		}
	};

	return {
		async observe(by) {
			const glanced = await glance(by);
			return glanced && !isEnd(glanced) ? glanced : await alone(by);
		},
		end() {
			if (--shared.waiting === 0) sharedReads.delete(key);
		},
	};
}
