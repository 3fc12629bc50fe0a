import type { IDataObject } from 'n8n-workflow';

import { sharedByCopies } from '../../../credentials/session/copies';
import type { OperationContext } from '../../shared/contract/context';

/** What this process has deleted so recently that lists may still show it, by key, on the monotonic clock. */
const deletions = sharedByCopies('recent deletions', () => new Map<string, number>());

const keyOf = ({ addressee }: OperationContext, what: IDataObject) =>
	`${addressee}|${JSON.stringify(what)}`;

const isFresh = ({ clock }: OperationContext, at: number) =>
	clock.monotonic() - at <= clock.times.listingLag;

/**
 * Remembers a deletion, for a create of the same right after it.
 *
 * @param what What tells it apart: instance, name and the like
 */
export function noteDeleted(item: OperationContext, what: IDataObject): void {
	for (const [key, at] of deletions) if (!isFresh(item, at)) deletions.delete(key);
	deletions.set(keyOf(item, what), item.clock.monotonic());
}

/** A private cloud may show for a minute what is deleted; the public one does so for seconds. */
const lagOf = ({ addressee, clock: { times } }: OperationContext): readonly number[] =>
	/\.aliyuncs\.com(?![\w.-])/.test(addressee)
		? times.search
		: [...times.search, ...times.slowSearch];

/**
 * Looks for what has a name, and does not take for it what was deleted a moment ago: while the list still
 * shows that, it looks again.
 *
 * @param what As for `noteDeleted`
 */
export async function existingNow(
	item: OperationContext,
	what: IDataObject,
	look: () => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const key = keyOf(item, what);
	const at = deletions.get(key);
	let found = await look();
	if (at === undefined || !isFresh(item, at)) return found;
	for (const duration of lagOf(item)) {
		if (found.length === 0) break;
		await item.pause(duration, 'while a deleted one with this name is still listed');
		found = await look();
	}
	deletions.delete(key);
	return found;
}
