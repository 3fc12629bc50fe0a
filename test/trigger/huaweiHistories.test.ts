/**
 * Random histories of a cloud, polled by the trigger through a fake n8n: each change that lasts until
 * a poll comes out exactly once, and nothing else does.
 */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import fc from 'fast-check';

import { sources } from '../../nodes/HuaweiCloudKafka/trigger/sources';
import { instancePages } from '../../nodes/HuaweiCloudKafka/api/pages';
import { pollOf } from '../../nodes/shared/trigger/poller';
import { ALL_INSTANCE_EVENTS } from '../support/events';
import { fakeContext, type Answer } from '../support/fakeContext';
import { isReplay, playPlans } from '../support/plans';
import { VirtualClock } from '../support/virtualClock';
import { perhaps } from '../support/weighted';
import { checkFailed, checkReported } from './pollChecks';
import {
	historiesOf,
	pick,
	pollLine,
	stepOf,
	telling,
	which,
	type Disturbance,
	type Step,
} from './steps';

/** Histories of a pull request and at full breadth. */
const HISTORIES: [number, number] = [30, 300];
const PAGE = 2;

const clock = new VirtualClock();
afterAll(() => clock.close());
const poll = pollOf(sources, clock, []);

beforeAll(() => {
	Object.assign(instancePages, { size: PAGE });
});

interface Instance {
	name: string;
	status: string;
	/** Out of the list, while the detail still answers. */
	hidden: boolean;
}

type Trouble = 'refused' | 'lost' | 'torn' | 'countless' | 'shifting';

/** What the trigger asks, answered from a map. */
class Cloud {
	readonly instances = new Map<string, Instance>();
	private count = 0;
	private trouble?: Trouble;
	/** Request of a poll from which on there is trouble. */
	private from = 0;
	private asked = 0;

	begin({ kind, from = 0 }: Partial<Disturbance<Trouble>> = {}) {
		Object.assign(this, { trouble: kind, from, asked: 0 });
	}

	/** One thing that happens, and tells what it is. */
	happen({ what, id: choice, status, odd }: Event): string {
		const { instances } = this;
		const count = ++this.count;
		const id = pick([...instances.keys()], choice) ?? '';
		const instance = instances.get(id);
		if (!instance || (what === 'create' && instances.size < 7)) {
			const fresh = odd !== undefined && !instances.has(odd) ? odd : `id-${count}`;
			instances.set(fresh, { name: `n${count}`, status, hidden: false });
			return `create ${fresh}: ${status}`;
		}
		if (what === 'change') instance.status = status;
		else if (what === 'delete') Object.assign(instance, { status: 'DELETING', hidden: true });
		else if (what === 'vanish') instances.delete(id);
		else if (what === 'hide') instance.hidden = !instance.hidden;
		else if (what === 'rename') instance.name = `n${count}`;
		else return '';
		return what === 'change' ? `${id} becomes ${status}` : `${what} ${id}`;
	}

	answer = ({ url, qs }: IHttpRequestOptions): Answer => {
		const troubled = this.asked++ >= this.from ? this.trouble : undefined;
		if (troubled === 'refused') return { status: 403, body: { error_code: 'X', error_msg: 'No.' } };
		if (troubled === 'lost') return { status: 502, body: '<html></html>' };
		const id = /instances\/(.+)$/.exec(url)?.[1];
		return id === undefined ? this.list(qs as IDataObject, troubled) : this.detail(id);
	};

	private list({ offset }: IDataObject, trouble?: Trouble): Answer {
		const listed = [...this.instances].filter(([, { hidden }]) => !hidden);
		const start = Number(offset);
		const rows = listed.slice(start, start + PAGE).map(([id, one]) => record(id, one));
		if (trouble === 'torn') return { body: { instances: [{}, ...rows], instance_num: 9 } };
		if (trouble === 'countless') return { body: { instances: rows } };
		if (trouble !== 'shifting') return { body: { instances: rows, instance_num: listed.length } };
		const moving = start === 0 ? [record(`moving-${this.asked}`, MOVING)] : [];
		return { body: { instances: [...moving, ...rows], instance_num: 100 + this.asked } };
	}

	private detail(id: string): Answer {
		const instance = this.instances.get(decodeURIComponent(id));
		return instance
			? { body: record(decodeURIComponent(id), instance) }
			: { status: 404, body: { error_code: 'DMS.00404022', error_msg: 'Gone.' } };
	}
}

const MOVING: Instance = { name: 'moving', status: 'RUNNING', hidden: false };
const record = (id: string, { name, status }: Instance) => ({ instance_id: id, name, status });

const STATUSES = ['CREATING', 'RUNNING', 'RESTARTING', 'ERROR', 'SOMETHINGNEW', 'constructor'];
const ODD_IDS = ['__proto__', 'constructor', 'hasOwnProperty', '1', '0'];
const TROUBLES: Trouble[] = ['refused', 'lost', 'torn', 'countless', 'shifting'];

const WHAT = ['change', 'change', 'create', 'delete', 'vanish', 'hide', 'rename'] as const;

/** A choice of what happens. */
interface Event {
	what: (typeof WHAT)[number];
	id: number;
	status: string;
	/** An unusual ID for a new instance. */
	odd?: string;
}

const event: fc.Arbitrary<Event> = fc.record({
	what: fc.constantFrom(...WHAT),
	id: which,
	status: fc.constantFrom(...STATUSES),
	odd: perhaps(0.3, fc.constantFrom(...ODD_IDS)),
});

const histories = historiesOf(stepOf({ event, mostEvents: 2, troubles: TROUBLES, requests: 3 }));

/** Statuses by ID, of those that the trigger can know: what is hidden has to have been seen before. */
function truth(cloud: Cloud, before: Map<string, string>): Map<string, string> {
	return new Map(
		[...cloud.instances]
			.filter(([id, { hidden }]) => !hidden || before.has(id))
			.map(([id, { status }]) => [id, status]),
	);
}

function expected(before: Map<string, string>, now: Map<string, string>): string[] {
	return [...new Set([...before.keys(), ...now.keys()])]
		.filter((id) => before.get(id) !== now.get(id))
		.map((id) => `${id}: ${before.get(id) ?? null} > ${now.get(id) ?? null}`);
}

const EVENT_OF = ({ previousStatus, status }: IDataObject) => {
	if (previousStatus === null) return 'instanceAppeared';
	return status === null ? 'instanceDisappeared' : 'instanceStatusChanged';
};

/** What came out of many histories. */
const sums = { polls: 0, count: 0, failed: 0 };

async function run(steps: Array<Step<Event, Trouble>>, tell: (line: string) => void) {
	const cloud = new Cloud();
	let data: IDataObject = {};
	let saved = '{}';
	let known: Map<string, string> | undefined;
	const tick = async () => {
		const context = fakeContext({
			answer: cloud.answer,
			parameters: { events: ALL_INSTANCE_EVENTS },
			data,
		});
		const output = await poll.call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	};
	for (const step of steps) {
		for (const one of step.events) tell(cloud.happen(one));
		if (step.restarts) {
			data = JSON.parse(saved) as IDataObject;
			tell('n8n restarts');
		}
		tell(pollLine(step));
		cloud.begin(step.disturbance);
		const before = JSON.stringify(data);
		const items = await tick().catch((error: Error) => error);
		sums.polls++;
		if (items instanceof Error) {
			checkFailed(items, step.disturbance !== undefined, before, data);
			sums.failed++;
			continue;
		}
		const now = truth(cloud, known ?? new Map());
		const news = items.map(
			({ instanceId, previousStatus, status }) => `${instanceId}: ${previousStatus} > ${status}`,
		);
		checkReported(news, known ? expected(known, now) : []);
		for (const item of items) expect(item.event).toBe(EVENT_OF(item));
		if (items.length > 0 || !known) saved = JSON.stringify(data);
		sums.count += items.length;
		known = now;
	}
}

test('in random histories of Huawei Cloud instances every change comes out once, and nothing else does', async () => {
	await playPlans(histories, HISTORIES, async (steps) => {
		await telling(async (tell) => await run(steps, tell));
	});
	if (isReplay) return;
	expect(sums.count).toBeGreaterThan(sums.polls * 0.5);
	expect(sums.failed).toBeGreaterThan(sums.polls * 0.1);
}, 300_000);
