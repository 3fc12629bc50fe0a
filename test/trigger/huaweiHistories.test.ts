/**
 * Random histories of a cloud, polled by the trigger through a fake n8n: each change that lasts until
 * a poll comes out exactly once, and nothing else does.
 */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { sources } from '../../nodes/HuaweiCloudKafka/trigger/sources';
import { instancePages } from '../../nodes/HuaweiCloudKafka/api/pages';
import { pollOf } from '../../nodes/shared/trigger/poller';
import { ALL_INSTANCE_EVENTS } from '../support/events';
import { fakeContext, type Answer } from '../support/fakeContext';
import { randomOf, seedsOf, type Random } from '../support/random';
import { VirtualClock } from '../support/virtualClock';

const { seeds, isUsual } = seedsOf(300);
const STEPS = 40;
const PAGE = 2;

const clock = new VirtualClock();
afterAll(() => clock.close());
const poll = pollOf(sources, clock);

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
	trouble?: Trouble;
	/** Request of a poll from which on there is trouble. */
	from = 0;
	private asked = 0;

	begin(trouble?: Trouble, from = 0) {
		Object.assign(this, { trouble, from, asked: 0 });
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

/** One thing that happens in the cloud. */
function happen({ instances }: Cloud, random: Random, count: number): void {
	const ids = [...instances.keys()];
	const id = random.of(ids);
	const instance = instances.get(id);
	const what = random.of(['create', 'change', 'change', 'delete', 'vanish', 'hide', 'rename']);
	if (!instance || (what === 'create' && ids.length < 7)) {
		const odd = random.of(ODD_IDS);
		const fresh = random.chance(0.3) && !instances.has(odd) ? odd : `id-${count}`;
		instances.set(fresh, { name: `n${count}`, status: random.of(STATUSES), hidden: false });
	} else if (what === 'change') instance.status = random.of(STATUSES);
	else if (what === 'delete') Object.assign(instance, { status: 'DELETING', hidden: true });
	else if (what === 'vanish') instances.delete(id);
	else if (what === 'hide') instance.hidden = !instance.hidden;
	else if (what === 'rename') instance.name = `n${count}`;
}

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
		.map((id) => `${id}: ${before.get(id) ?? null} > ${now.get(id) ?? null}`)
		.sort();
}

const EVENT_OF = ({ previousStatus, status }: IDataObject) => {
	if (previousStatus === null) return 'instanceAppeared';
	return status === null ? 'instanceDisappeared' : 'instanceStatusChanged';
};

/** Runs one history; gives back how many events came out and how many polls failed. */
async function run(seed: number): Promise<{ count: number; failed: number }> {
	const random = randomOf(seed);
	const cloud = new Cloud();
	let data: IDataObject = {};
	let saved = '{}';
	let known: Map<string, string> | undefined;
	let [count, failed] = [0, 0];
	const tick = async () => {
		const context = fakeContext({
			answer: cloud.answer,
			parameters: { events: ALL_INSTANCE_EVENTS },
			data,
		});
		const output = await poll.call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	};
	for (let step = 0; step < STEPS; step++) {
		for (let n = random.below(3); n > 0; n--) happen(cloud, random, step * 10 + n);
		if (random.chance(0.2)) data = JSON.parse(saved);
		const trouble = random.chance(0.3) ? random.of(TROUBLES) : undefined;
		cloud.begin(trouble, random.below(3));
		const before = JSON.stringify(data);
		const items = await tick().catch((error: Error) => error);
		if (items instanceof Error) {
			expect(trouble).toBeDefined();
			expect(items.message).toMatch(/^Poll did not succeed: /);
			expect(JSON.stringify(data)).toBe(before);
			failed++;
			continue;
		}
		const now = truth(cloud, known ?? new Map());
		const news = items.map(
			({ instanceId, previousStatus, status }) => `${instanceId}: ${previousStatus} > ${status}`,
		);
		expect(news.sort()).toEqual(known ? expected(known, now) : []);
		for (const item of items) expect(item.event).toBe(EVENT_OF(item));
		if (items.length > 0 || !known) saved = JSON.stringify(data);
		count += items.length;
		known = now;
	}
	return { count, failed };
}

test(`in ${seeds.length} random histories of Huawei Cloud instances every change comes out once, and nothing else does`, async () => {
	const sums = { count: 0, failed: 0 };
	for (const seed of seeds) {
		try {
			const { count, failed } = await run(seed);
			sums.count += count;
			sums.failed += failed;
		} catch (error) {
			throw new Error(`TRIGGER_SEED=${seed} TRIGGER_RUNS=1: ${(error as Error).message}`);
		}
	}
	if (!isUsual) return;
	expect(sums.count).toBeGreaterThan(seeds.length * STEPS * 0.5);
	expect(sums.failed).toBeGreaterThan(seeds.length * STEPS * 0.1);
});
