import { apart } from './apart';
import type { Table } from './table';
import type { Run } from './workflowOf';

/** A workflow that creates topics and then reads their instance, beside scripts on the SDKs. */
export async function bench(): Promise<Table> {
	// All at the same time, so that a slow moment of the machine falls on all of them.
	const all = await Promise.all(
		['huawei', 'alibaba', 'tencent'].flatMap((vendor) => [
			apart<Run[]>('workflowOf.ts', [vendor, 'workflow']),
			apart<Run[]>('workflowOf.ts', [vendor, 'scripts']),
		]),
	);
	return {
		title: 'Workflow',
		about:
			"A workflow of two nodes, create topic and get instance, for each of many items, beside scripts on the official SDK with a concurrency set by hand: once in the order of the workflow (first all topics, then all reads), once item by item. Against the emulator with 50 ms of latency and the vendor's rate limits; 20 requests a second of one operation where the vendor states nothing else. All failures are throttled requests, which the SDKs do not send again.",
		columns: ['Vendor', 'Run', 'items', 'seconds', 'requests', 'failures'],
		rows: all
			.flat()
			.map(({ vendor, name, items, seconds, requests, failures }) => [
				vendor,
				name,
				items,
				seconds,
				requests,
				failures,
			]),
		goal: 'No slower than the script with its best concurrency, and no failures where the script has some.',
		notes: [
			'Alibaba Cloud allows one CreateTopic a second, so fewer items run there; a script has to pause by itself, as no concurrency is slow enough.',
			'n8n runs one node for all items before the next node starts, so the limits of two operations are used one after the other. A script that goes item by item uses both at once, which no node can do: beside that one the goal is missed. Beside the fastest script without failures in the order of the workflow it is met or missed by a few per cent: Tencent Cloud is read at 95 % of its limit.',
			'The node creates one topic after another on purpose: when one fails, it is known what was created and nothing else is under way. So a create takes the latency and what the machine adds to it; the reads go as fast as the limit allows.',
			'What a script sends too fast is refused and lost, so the seconds of a run with failures are those of work not done. How many calls at once fit depends on the latency of the day: a busy machine lets more of them pass than an idle one.',
		],
	};
}
