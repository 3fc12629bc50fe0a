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
			"A workflow with two nodes, which create a topic and get an instance for each of many items, in comparison with scripts that use the official SDK with a fixed concurrency: once in the order of the workflow (first all topics, then all reads), once item by item. Run against the emulator with 50 ms of latency and the cloud's rate limits; 20 requests per second and operation if the cloud documents no other limit. All failures are throttled requests, which the SDKs do not retry.",
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
		meaning:
			'A workflow with many items takes as long as the limits of the cloud require, and not one request is lost to them. A script that is faster is so because it sends what the cloud rejects, or mixes two operations.',
		goal: 'No slower than the script with its best concurrency, and no failures where the script has some.',
		notes: [
			'n8n runs one node for all items before the next node starts, so the limits of the two operations are used one after the other. A script that processes item by item uses both simultaneously, which no node can do: in comparison with this script, the goal is missed. In comparison with the fastest script without failures in the order of the workflow, it is met, or missed by less than a tenth: Tencent Cloud is read at 95% of its limit.',
			'The node deliberately creates one topic after another: if one fails, it is known what was created, and no other request is in progress. A create therefore takes the latency plus the overhead of the machine; the reads are as fast as the limit allows.',
			'Requests that a script sends too fast are rejected and lost, so the time of a run with failures does not include all of the work. How many simultaneous calls stay within the limit depends on the latency: a busy machine allows more of them than an idle one.',
		],
	};
}
