/**
 * Random histories of Tencent Cloud, polled by the trigger through a fake n8n: each change of an
 * instance that lasts until a poll and each end of a configured task comes out exactly once, and
 * nothing else does.
 */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import fc from 'fast-check';

import { pollOf } from '../../nodes/shared/trigger/poller';
import { sources } from '../../nodes/TencentCloudKafka/trigger/sources';
import { instanceDetailPages, instancePages } from '../../nodes/TencentCloudKafka/api/pages';
import { instanceStatus, taskStatus } from '../../nodes/TencentCloudKafka/api/status';
import { ALL_INSTANCE_EVENTS } from '../support/events';
import { fakeContext, type Answer } from '../support/fakeContext';
import { isReplay, playPlans } from '../support/plans';
import { VirtualClock } from '../support/virtualClock';
import { chance, perhaps } from '../support/weighted';
import { checkFailed, checkReported } from './pollChecks';
import {
	historiesOf,
	pick,
	pollLine,
	stepOf,
	telling,
	which,
	type Disturbance,
	type Step as AnyStep,
} from './steps';

/** Histories of a pull request and at full breadth. */
const HISTORIES: [number, number] = [25, 200];
const PAGE = 2;
const EVENTS = [...ALL_INSTANCE_EVENTS, 'taskFinished'];

const clock = new VirtualClock();
afterAll(() => clock.close());
const poll = pollOf(sources, clock, []);

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
	private count = 0;
	private trouble?: Trouble;
	/** Request of a poll from which on there is trouble. */
	private from = 0;
	private asked = 0;

	begin({ kind, from = 0 }: Partial<Disturbance<Trouble>> = {}) {
		Object.assign(this, { trouble: kind, from, asked: 0 });
	}

	/** One thing that happens, and tells what it is. */
	happen({ what, id: choice, status, odd, begins, ends }: Event): string {
		const { instances, flows } = this;
		const count = ++this.count;
		if (what === 'flow') {
			flows.set(count, begins);
			return `task ${count} begins with status ${begins}`;
		}
		const flow = what === 'end' ? pick([...flows.keys()], choice) : undefined;
		if (flow !== undefined) {
			if (![0, 1].includes(flows.get(flow) ?? 0)) flows.set(flow, ends);
			return `task ${flow} now has status ${flows.get(flow)}`;
		}
		const id = pick([...instances.keys()], choice) ?? '';
		const instance = instances.get(id);
		if (!instance || (what === 'create' && instances.size < 7)) {
			const fresh = odd !== undefined && !instances.has(odd) ? odd : `id-${count}`;
			instances.set(fresh, { name: `n${count}`, status });
			return `create ${fresh}: ${instanceStatus(status).name}`;
		}
		if (what === 'change') instance.status = status;
		else if (what === 'vanish') instances.delete(id);
		else if (what === 'rename') instance.name = `n${count}`;
		else return '';
		return what === 'change' ? `${id} becomes ${instanceStatus(status).name}` : `${what} ${id}`;
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

const WHAT = ['change', 'change', 'create', 'vanish', 'rename', 'flow', 'end', 'end'] as const;

/** A choice of what happens. */
interface Event {
	what: (typeof WHAT)[number];
	id: number;
	status: number;
	/** An unusual ID for a new instance. */
	odd?: string;
	/** Status of a new task, and of one that ends. */
	begins: number;
	ends: number;
}

const event: fc.Arbitrary<Event> = fc.record({
	what: fc.constantFrom(...WHAT),
	id: which,
	status: fc.constantFrom(...STATUSES),
	odd: perhaps(0.3, fc.constantFrom(...ODD_IDS)),
	begins: fc.constantFrom(2, 2, 8, 0),
	ends: fc.constantFrom(0, 1, 2),
});

interface Step extends AnyStep<Event, Trouble> {
	/** Whether the fuller list is read: it does not matter to what is known. */
	expiring: boolean;
	/** Which of the tasks the field names, in turn. */
	chosen: boolean[];
}

const CHOICES = 13;

const histories: fc.Arbitrary<Step[]> = historiesOf(
	fc
		.tuple(
			stepOf({ event, mostEvents: 3, troubles: TROUBLES, requests: 4 }),
			fc.record({
				expiring: fc.boolean(),
				chosen: fc.array(chance(0.6), { minLength: CHOICES, maxLength: CHOICES }),
			}),
		)
		.map(([step, more]) => ({ ...step, ...more })),
);

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

/** What came out of many histories. */
const sums = { histories: 0, polls: 0, count: 0, ends: 0, failed: 0 };

async function run(steps: Step[], tell: (line: string) => void) {
	sums.histories++;
	const cloud = new Cloud();
	let data: IDataObject = {};
	let saved = '{}';
	let known: Map<string, string> | undefined;
	let flowIds: number[] = [];
	const reported = new Set<number>();
	const tick = async (expiring: boolean) => {
		const events = expiring ? [...EVENTS, 'instanceExpiring'] : EVENTS;
		const parameters = { events, flowIds };
		const context = fakeContext({ answer: cloud.answer, parameters, data });
		const output = await poll.call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	};
	for (const step of steps) {
		for (const one of step.events) tell(cloud.happen(one));
		if (step.restarts) {
			data = JSON.parse(saved) as IDataObject;
			tell('n8n restarts');
		}
		// Later on the field may name tasks that nobody knows.
		const choice = [...cloud.flows.keys(), ...(known ? [9999] : [])];
		const isChosen = (index: number) => step.chosen[index % CHOICES];
		flowIds = choice.filter(
			(id, index) => reported.has(id) || flowIds.includes(id) || isChosen(index),
		);
		tell(`${pollLine(step)}${flowIds.length > 0 ? `; tasks ${flowIds.join(', ')}` : ''}`);
		cloud.begin(step.disturbance);
		const before = JSON.stringify(data);
		const items = await tick(step.expiring).catch((error: Error) => error);
		sums.polls++;
		if (items instanceof Error) {
			checkFailed(items, step.disturbance !== undefined, before, data);
			sums.failed++;
			continue;
		}
		const now = truth(cloud);
		const ended = flowIds.filter(
			(id) => [0, 1].includes(cloud.flows.get(id) ?? 2) && !reported.has(id),
		);
		checkReported(items.map(short), [
			...(known ? changes(known, now) : []),
			...ended.map((id) => `task ${id}: ${taskStatus(cloud.flows.get(id)).name}`),
		]);
		for (const item of items) expect(item.event).toBe(EVENT_OF(item));
		for (const id of ended) reported.add(id);
		if (items.length > 0 || !known) saved = JSON.stringify(data);
		sums.count += items.length;
		sums.ends += ended.length;
		known = now;
	}
}

test('in random histories of Tencent Cloud instances and tasks every change comes out once, and nothing else does', async () => {
	await playPlans(histories, HISTORIES, async (steps) => {
		await telling(async (tell) => await run(steps, tell));
	});
	if (isReplay) return;
	expect(sums.count).toBeGreaterThan(sums.polls * 0.4);
	expect(sums.ends).toBeGreaterThan(sums.histories * 2);
	expect(sums.failed).toBeGreaterThan(sums.polls * 0.1);
}, 300_000);
