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
			'1,000 items for a read and for a write in one workflow, against the emulator with its rate limits on: 20 requests per second and operation, and the same number simultaneously. The emulator runs in the same process, so memory and event-loop delay include its work.',
		columns: [
			'Node',
			'operation',
			'items',
			'rejected for their rate',
			'requests per second',
			'of the limit',
			'heap MB before',
			'maximum',
			'after',
			'event-loop delay ms, median',
			'99%',
			'longest',
		],
		rows,
		meaning:
			'You need no batching and no Wait node between items: the node itself keeps to the rate of each operation, for all workflows of the process together.',
		goal: 'Nothing rejected, at least 90% of the limit, constant memory.',
		notes: [
			"The longest delay occurs at the start: n8n itself prepares all items of a declarative node before the first request; see the table of items. Memory usage is also highest then, including the emulator's record of the last 1,000 requests; after the run, it is within 10 MB of the start.",
		],
	};
}
