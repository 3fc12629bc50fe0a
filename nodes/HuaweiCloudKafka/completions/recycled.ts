import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { asFailure } from '../../shared/contract/failure';
import { listRecycled } from '../api/requests';
import { recordsOf } from '../api/records';

/** When an instance leaves the recycle bin for good, ISO 8601, where the bin says so. */
export async function keptUntil(item: OperationContext, id: unknown): Promise<string | undefined> {
	try {
		const { recycle_instances: rows } = await item.call(listRecycled());
		const row = recordsOf(rows).find((one) => one.instance_id === id);
		return dateOf(row?.auto_delete_time);
	} catch (error) {
		// Only a detail: it needs a permission that a deletion does not.
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		return undefined;
	}
}

/** Unix milliseconds, as number or text; a zero or nothing is no date. */
function dateOf(value: unknown): string | undefined {
	const time = Number(value);
	const date = new Date(time);
	return time > 0 && Number.isFinite(date.getTime()) ? date.toISOString() : undefined;
}

/** What the node says about an instance in the recycle bin. */
export const recycled = (until?: string): IDataObject => ({
	recycled: true,
	...(until && { recycledUntil: until }),
	note: `The instance is in the recycle bin, and its storage is billed until it is deleted for good${until ? ` on ${until}` : ', 1 to 7 days after its deletion'}.`,
});
