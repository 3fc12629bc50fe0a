/**
 * Random histories of Tencent Cloud, polled by the trigger through a fake n8n: each change of an
 * instance that lasts until a poll and each end of a configured task comes out exactly once, and
 * nothing else does.
 */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { pollOf } from '../../nodes/shared/trigger/poller';
import { sources } from '../../nodes/TencentCloudKafka/trigger/sources';
import { instanceDetailPages, instancePages } from '../../nodes/TencentCloudKafka/api/pages';
import { instanceStatus, taskStatus } from '../../nodes/TencentCloudKafka/api/status';
import { ALL_INSTANCE_EVENTS } from '../support/events';
import { fakeContext, type Answer } from '../support/fakeContext';
import { randomOf, seedsOf, type Random } from '../support/random';
import { VirtualClock } from '../support/virtualClock';

const { seeds, isUsual } = seedsOf(200);
const STEPS = 40;
const PAGE = 2;
const EVENTS = [...ALL_INSTANCE_EVENTS, 'taskFinished'];

const clock = new VirtualClock();
afterAll(() => clock.close());
const poll = pollOf(sources, clock);

beforeAll(() => {
	for (const pages of [instancePages, instanceDetailPages]) Object.assign(pages, { size: PAGE });
});

interface Instance {
	name: string;
	status: number;
}

/** What goes wrong with requests from some one on. */
type Trouble =
	| 'refused'
	| 'lost'
	| 'denied'
	| 'torn'
	| 'countless'
	| 'short'
	| 'shifting'
	| 'swapped';
const TROUBLES: Trouble[] = [
	'refused',
	'lost',
	'denied',
	'torn',
	'countless',
	'short',
	'shifting',
	'swapped',
];

const success = (Result: unknown): Answer => ({ body: { Response: { RequestId: 'r', Result } } });
const refusal = (Code: string): Answer => ({
	body: { Response: { RequestId: 'r', Error: { Code, Message: 'No.' } } },
});

/** What the trigger asks, answered from maps. */
class Cloud {
	readonly instances = new Map<string, Instance>();
	/** Status codes of tasks by flow ID. */
	readonly flows = new Map<number, number>();
	trouble?: Trouble;
	/** Request of a poll from which on there is trouble. */
	from = 0;
	private asked = 0;

	begin(trouble?: Trouble, from = 0) {
		Object.assign(this, { trouble, from, asked: 0 });
	}

	answer = ({ headers, body }: IHttpRequestOptions): Answer => {
		const trouble = this.asked++ >= this.from ? this.trouble : undefined;
		if (trouble === 'refused') return refusal('AuthFailure.TokenFailure');
		if (trouble === 'denied') return refusal('UnauthorizedOperation');
		if (trouble === 'lost') return { status: 502, body: '<html></html>' };
		const parameters = body as IDataObject;
		return headers?.['X-TC-Action'] === 'DescribeTaskStatus'
			? this.task(parameters, trouble)
			: this.list(parameters, trouble);
	};

	private task({ FlowId }: IDataObject, trouble?: Trouble): Answer {
		const Status = this.flows.get(Number(FlowId));
		if (trouble === 'torn' || trouble === 'countless') return success({ Output: '' });
		return Status === undefined
			? refusal('ResourceNotFound')
			: success({ Status, Output: Status === 1 ? 'No.' : '' });
	}

	private list({ Offset }: IDataObject, trouble?: Trouble): Answer {
		const all = [...this.instances].map(([id, one]) => record(id, one));
		const start = Number(Offset);
		const rows = all.slice(start, start + PAGE);
		if (trouble === 'torn') return success({ InstanceList: [{}, ...rows], TotalCount: 9 });
		if (trouble === 'countless') return success({ InstanceList: rows });
		if (trouble === 'short') {
			return success({ InstanceList: rows.slice(1), TotalCount: all.length + 1 });
		}
		if (trouble === 'swapped' && all.length > PAGE) {
			// As many as there are, and the row between two pages gives it away.
			const listed = all.slice(0, -1).slice(start, start + PAGE);
			if (start === 0) listed[PAGE - 1] = record('moving', MOVING);
			return success({ InstanceList: listed, TotalCount: all.length });
		}
		if (trouble !== 'shifting') return success({ InstanceList: rows, TotalCount: all.length });
		const moving = start === 0 ? [record(`moving-${this.asked}`, MOVING)] : [];
		return success({ InstanceList: [...moving, ...rows], TotalCount: 100 + this.asked });
	}
}

const MOVING: Instance = { name: 'moving', status: 1 };
const record = (InstanceId: string, { name, status }: Instance) => ({
	InstanceId,
	InstanceName: name,
	Status: status,
});

const STATUSES = [-1, 0, 1, 2, 3, 4, 5, 6, 7];
const ODD_IDS = ['__proto__', 'constructor', 'hasOwnProperty', '1', '0'];

/** One thing that happens in the cloud. */
function happen({ instances, flows }: Cloud, random: Random, count: number): void {
	const ids = [...instances.keys()];
	const id = random.of(ids);
	const instance = instances.get(id);
	const what = random.of(['create', 'change', 'change', 'vanish', 'rename', 'flow', 'end', 'end']);
	const flow = random.of([...flows.keys()]);
	if (what === 'flow') flows.set(count + 1, random.of([2, 2, 8, 0]));
	else if (what === 'end' && flow !== undefined) {
		if (![0, 1].includes(flows.get(flow) ?? 0)) flows.set(flow, random.of([0, 1, 2]));
	} else if (!instance || (what === 'create' && ids.length < 7)) {
		const odd = random.of(ODD_IDS);
		const fresh = random.chance(0.3) && !instances.has(odd) ? odd : `id-${count}`;
		instances.set(fresh, { name: `n${count}`, status: random.of(STATUSES) });
	} else if (what === 'change') instance.status = random.of(STATUSES);
	else if (what === 'vanish') instances.delete(id);
	else if (what === 'rename') instance.name = `n${count}`;
}

const truth = ({ instances }: Cloud): Map<string, string> =>
	new Map([...instances].map(([id, { status }]) => [id, instanceStatus(status).name]));

function changes(before: Map<string, string>, now: Map<string, string>): string[] {
	return [...new Set([...before.keys(), ...now.keys()])]
		.filter((id) => before.get(id) !== now.get(id))
		.map((id) => `${id}: ${before.get(id) ?? null} > ${now.get(id) ?? null}`);
}

const EVENT_OF = ({ previousStatus, status, taskId }: IDataObject) => {
	if (taskId !== undefined) return 'taskFinished';
	if (previousStatus === null) return 'instanceAppeared';
	return status === null ? 'instanceDisappeared' : 'instanceStatusChanged';
};

const short = ({ taskId, instanceId, previousStatus, status }: IDataObject) =>
	taskId === undefined
		? `${String(instanceId)}: ${String(previousStatus)} > ${String(status)}`
		: `task ${String(taskId)}: ${String(status)}`;

/** Runs one history; gives back how many events came out and how many polls failed. */
async function run(seed: number): Promise<{ count: number; ends: number; failed: number }> {
	const random = randomOf(seed);
	const cloud = new Cloud();
	let data: IDataObject = {};
	let saved = '{}';
	let known: Map<string, string> | undefined;
	let flowIds: number[] = [];
	const reported = new Set<number>();
	const sums = { count: 0, ends: 0, failed: 0 };
	const tick = async () => {
		// Which of the lists is read does not matter to what is known.
		const events = random.chance(0.5) ? EVENTS : [...EVENTS, 'instanceExpiring'];
		const parameters = { events, flowIds };
		const context = fakeContext({ answer: cloud.answer, parameters, data });
		const output = await poll.call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	};
	for (let step = 0; step < STEPS; step++) {
		for (let n = random.below(4); n > 0; n--) happen(cloud, random, step * 10 + n);
		if (random.chance(0.2)) data = JSON.parse(saved);
		// Later on the field may name tasks that nobody knows.
		const choice = [...cloud.flows.keys(), ...(known ? [9999] : [])];
		flowIds = choice.filter((id) => reported.has(id) || flowIds.includes(id) || random.chance(0.6));
		const trouble = random.chance(0.3) ? random.of(TROUBLES) : undefined;
		cloud.begin(trouble, random.below(4));
		const before = JSON.stringify(data);
		const items = await tick().catch((error: Error) => error);
		if (items instanceof Error) {
			expect(trouble).toBeDefined();
			expect(items.message).toMatch(/^Poll did not succeed: /);
			expect(JSON.stringify(data)).toBe(before);
			sums.failed++;
			continue;
		}
		const now = truth(cloud);
		const ended = flowIds.filter(
			(id) => [0, 1].includes(cloud.flows.get(id) ?? 2) && !reported.has(id),
		);
		expect(items.map(short).sort()).toEqual(
			[
				...(known ? changes(known, now) : []),
				...ended.map((id) => `task ${id}: ${taskStatus(cloud.flows.get(id)).name}`),
			].sort(),
		);
		for (const item of items) expect(item.event).toBe(EVENT_OF(item));
		for (const id of ended) reported.add(id);
		if (items.length > 0 || !known) saved = JSON.stringify(data);
		sums.count += items.length;
		sums.ends += ended.length;
		known = now;
	}
	return sums;
}

test(`in ${seeds.length} random histories of Tencent Cloud instances and tasks every change comes out once, and nothing else does`, async () => {
	const sums = { count: 0, ends: 0, failed: 0 };
	for (const seed of seeds) {
		try {
			const { count, ends, failed } = await run(seed);
			sums.count += count;
			sums.ends += ends;
			sums.failed += failed;
		} catch (error) {
			throw new Error(`TRIGGER_SEED=${seed} TRIGGER_RUNS=1: ${(error as Error).message}`);
		}
	}
	if (!isUsual) return;
	expect(sums.count).toBeGreaterThan(seeds.length * STEPS * 0.4);
	expect(sums.ends).toBeGreaterThan(seeds.length * 2);
	expect(sums.failed).toBeGreaterThan(seeds.length * STEPS * 0.1);
});
