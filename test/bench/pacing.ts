import { apart } from './apart';
import type { Cell, Table } from './table';

/** Many items against clouds that refuse what comes too fast. */
export async function bench(): Promise<Table> {
	// All at the same time: they mostly wait.
	const rows = await Promise.all(
		['huawei', 'alibaba', 'tencent'].flatMap((vendor) =>
			['read', 'write'].map(async (kind) => await apart<Cell[]>('pacingOf.ts', [vendor, kind])),
		),
	);
	return {
		title: 'Pacing',
		about:
			'1,000 items of a read and of a write in one workflow, against the emulator with its rate limits on: 20 requests a second of one operation, and as many at once. The emulator runs in the same process, so its work is part of memory and event-loop delay.',
		columns: [
			'Node',
			'operation',
			'items',
			'refused for their rate',
			'requests a second',
			'of the limit',
			'heap MB before',
			'most',
			'after',
			'event-loop delay ms, median',
			'99 %',
			'longest',
		],
		rows,
		goal: 'Nothing refused, at least 90 % of the limit, memory flat.',
		notes: [
			"The longest delay is at the start: n8n itself prepares all items of a declarative node in one go before the first request, see the table of items. The most memory is held then, too, with the emulator's own of the last 1,000 requests; after the run it is within 10 MB of the start.",
		],
	};
}
