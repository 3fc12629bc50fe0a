import type { Completion, Sight } from '../contract/completion';
import type { OperationContext } from '../contract/context';
import { asFailure } from '../contract/failure';

/** Waiting items from which on one list is cheaper than a look at each. */
const MANY = 3;

/** Everything of one kind that is waited for in one account and region, in all executions. */
interface SharedLook {
	waiting: number;
	/** The last read of the list. */
	read?: { at: number; sights: Promise<Map<unknown, Sight>> };
}

const sharedLooks = new Map<string, SharedLook>();

/** A look at what one item waits for. */
export interface Watch {
	/**
	 * Looks once.
	 *
	 * @param by The item, with the signal at which this look ends
	 */
	look(by: OperationContext): Promise<Sight>;
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
export function watch(
	item: OperationContext,
	{ look, listed }: Completion,
	json: Parameters<Completion['look']>[1],
	mark: unknown,
	fresh: number,
	isEnd: (sight: Sight) => boolean,
): Watch {
	const alone = async (by: OperationContext) => await look(by, json, mark);
	if (!listed) return { look: alone, end: () => undefined };

	const key = `${item.addressee}|${listed.what}`;
	const shared = sharedLooks.get(key) ?? { waiting: 0 };
	sharedLooks.set(key, shared);
	shared.waiting++;

	const glance = async (by: OperationContext): Promise<Sight | undefined> => {
		if (shared.waiting < MANY) return undefined;
		const now = by.clock.monotonic();
		if (!shared.read || now - shared.read.at > fresh) {
			shared.read = { at: now, sights: listed.read(by) };
		}
		try {
			return (await shared.read.sights).get(listed.id(json));
		} catch (error) {
			// The list may be forbidden, or may have belonged to an execution that has ended.
			if (['refused', 'cancelled', 'notSent'].includes(asFailure(error).kind)) return undefined;
			throw asFailure(error);
		}
	};

	return {
		async look(by) {
			const glanced = await glance(by);
			return glanced && !isEnd(glanced) ? glanced : await alone(by);
		},
		end() {
			if (--shared.waiting === 0) sharedLooks.delete(key);
		},
	};
}
