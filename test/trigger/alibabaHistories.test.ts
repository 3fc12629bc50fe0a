/**
 * Random histories of Alibaba Cloud, polled by the trigger through a fake n8n: each change of an
 * instance or topic that lasts until a poll comes out exactly once, and nothing else does.
 */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { sources } from '../../nodes/AlibabaCloudKafka/trigger/sources';
import { topicPages } from '../../nodes/AlibabaCloudKafka/api/pages';
import { pollOf } from '../../nodes/shared/trigger/poller';
import { ALL_INSTANCE_EVENTS, DAY } from '../support/events';
import { fakeContext, type Answer } from '../support/fakeContext';
import { randomOf, seedsOf, type Random } from '../support/random';
import { VirtualClock } from '../support/virtualClock';

const { seeds, isUsual } = seedsOf(120);
const STEPS = 40;
const PAGE = 3;
/** The instance whose topics are watched. */
const WATCHED = 'watched';
const THRESHOLD = 7;
const EVENTS = [...ALL_INSTANCE_EVENTS, 'instanceExpiring', 'topicCreated', 'topicDeleted'];

const clock = new VirtualClock();
afterAll(() => clock.close());
const poll = pollOf(sources, clock);

beforeAll(() => {
	Object.assign(topicPages, { size: PAGE });
});

/**
 * ServiceStatus, ViewInstanceStatusCode, what they are called, and whether topics show: of a status
 * that is neither good nor at rest they do unless they are refused.
 */
const CODES = [
	[5, 2, 'running', true],
	[5, undefined, 'running', true],
	[5, 4, 'about to expire', true],
	[5, 21, 'stopping', false],
	[5, 3, 'stopped', false],
	[11, 7, 'upgrading', false],
	[11, undefined, 'changing', false],
	[102, 102, 'upgrade failed', 'perhaps'],
	[15, 6, 'released', false],
	[15, undefined, 'expired', false],
	[0, 0, 'waiting for deployment', false],
	[99, undefined, 'ServiceStatus 99', 'perhaps'],
	[5, 99, 'ViewInstanceStatusCode 99', 'perhaps'],
] as const;
type Code = (typeof CODES)[number];

interface Instance {
	name: string;
	code: Code;
	paidType: number;
	expires: number;
}

type Trouble = 'refused' | 'lost' | 'torn' | 'listless' | 'failed' | 'shifting';
const TROUBLES: Trouble[] = ['refused', 'lost', 'torn', 'listless', 'failed', 'shifting'];

/** What the trigger asks, answered from maps. */
class Cloud {
	readonly instances = new Map<string, Instance>();
	/** Topics of the watched instance, and whether they are being deleted. */
	readonly topics = new Map<string, boolean>();
	private trouble?: Trouble;
	private from = 0;
	private asked = 0;
	/** Whether the trouble met a request. */
	met = false;

	begin(trouble?: Trouble, from = 0) {
		Object.assign(this, { trouble, from, asked: 0, met: false });
	}

	answer = ({ qs }: IHttpRequestOptions): Answer => {
		const { Action, CurrentPage } = qs as IDataObject;
		const trouble = this.asked++ >= this.from ? this.trouble : undefined;
		const isTopics = Action === 'GetTopicList';
		if (trouble && (trouble !== 'shifting' || isTopics)) this.met = true;
		if (trouble === 'refused') return { status: 403, body: { Code: 'Forbidden', Message: 'No.' } };
		if (trouble === 'lost') return { status: 502, body: '<html></html>' };
		if (trouble === 'failed') return { body: { Success: false, Code: 'ONS_SYSTEM_ERROR' } };
		if (trouble === 'listless') return { body: { Success: true, Code: 200, Total: 0 } };
		return isTopics ? this.topicList(Number(CurrentPage), trouble) : this.instanceList(trouble);
	};

	private instanceList(trouble?: Trouble): Answer {
		const rows = [...this.instances].map(([InstanceId, { name, code, paidType, expires }]) => ({
			InstanceId,
			Name: name,
			ServiceStatus: code[0],
			...(code[1] !== undefined && { ViewInstanceStatusCode: code[1] }),
			PaidType: paidType,
			ExpiredTime: expires,
		}));
		const InstanceVO = trouble === 'torn' ? [...rows, {}] : rows;
		return { body: { Success: true, Code: 200, InstanceList: { InstanceVO } } };
	}

	private topicList(page: number, trouble?: Trouble): Answer {
		const rows = [...this.topics].map(([Topic, deleting]) => ({
			Topic,
			...(!deleting && { Status: 0 }),
		}));
		const TopicVO: IDataObject[] = rows.slice((page - 1) * PAGE, page * PAGE);
		if (trouble === 'torn') TopicVO.push({});
		const Total = rows.length + (trouble === 'shifting' ? 1 + this.asked : 0);
		return { body: { Success: true, Code: 200, Total, TopicList: { TopicVO } } };
	}
}

const ODD = ['__proto__', 'constructor', 'hasOwnProperty', '1', '0'];

function fresh(count: number, random: Random): Instance {
	const paidType = random.of([0, 0, 1, 3, 4]);
	const expires = clock.now() + random.of([2, 5, 60, 400]) * DAY + count;
	return { name: `n${count}`, code: random.of([...CODES]), paidType, expires };
}

/** One thing that happens in the cloud. */
function happen({ instances, topics }: Cloud, random: Random, count: number): void {
	const id = random.of([...instances.keys()]);
	const instance = instances.get(id) as Instance;
	const topic = random.of(['', ...topics.keys()]);
	const odd = random.of(ODD);
	const what = random.of(
		'create change change serve delete rename renew topic topic go end'.split(' '),
	);
	if (what === 'create' && instances.size < 7) {
		const name = random.chance(0.3) && !instances.has(odd) ? odd : `id-${count}`;
		instances.set(name, fresh(count, random));
	} else if (what === 'change') instance.code = random.of([...CODES]);
	else if (what === 'serve') (instances.get(WATCHED) as Instance).code = CODES[0];
	else if (what === 'delete' && id !== WATCHED) instances.delete(id);
	else if (what === 'rename') instance.name = `n${count}`;
	else if (what === 'renew') instance.expires += random.of([1, 30]) * DAY;
	else if (what === 'topic') topics.set(random.chance(0.2) ? odd : `t${count}`, false);
	else if (what === 'go' && topic) topics.set(topic, true);
	else if (what === 'end') topics.delete(topic);
}

/** What the trigger has to know after a poll. */
interface Sight {
	statuses: Map<string, string>;
	/** ID and moment of what is in its last days. */
	ending: string[];
	/** Undefined while the topics were never seen. */
	topics?: Set<string>;
}

/** @param at When the poll began */
function sightOf({ instances, topics, met }: Cloud, at: number, before?: Sight): Sight {
	const [, , , shows] = (instances.get(WATCHED) as Instance).code;
	const listed = [...topics]
		.filter(([name, deleting]) => !deleting || before?.topics?.has(name))
		.map(([name]) => name);
	return {
		statuses: new Map([...instances].map(([id, { code }]) => [id, code[2]])),
		ending: [...instances]
			.filter(([, { paidType, expires, code }]) => {
				const subscribed = paidType === 0 || paidType === 4;
				return subscribed && code[2] !== 'released' && expires < at + THRESHOLD * DAY;
			})
			.map(([id, { expires }]) => `${id} ends ${new Date(expires).toISOString()}`),
		topics: shows && !met ? new Set(listed) : before?.topics,
	};
}

function expected(before: Sight | undefined, now: Sight): string[] {
	const ending = now.ending.filter((line) => !before?.ending.includes(line));
	if (!before) return ending.sort();
	const ids = new Set([...before.statuses.keys(), ...now.statuses.keys()]);
	const changed = [...ids]
		.filter((id) => before.statuses.get(id) !== now.statuses.get(id))
		.map((id) => `${id}: ${before.statuses.get(id) ?? null} > ${now.statuses.get(id) ?? null}`);
	const [old, topics] = [before.topics, now.topics ?? new Set()];
	const created = old ? [...topics].filter((name) => !old.has(name as string)) : [];
	const deleted = [...(old ?? [])].filter((name) => !topics.has(name));
	return [
		...ending,
		...changed,
		...created.map((name) => `topicCreated ${String(name)}`),
		...deleted.map((name) => `topicDeleted ${name}`),
	].sort();
}

function lineOf(item: IDataObject): string {
	const { event, instanceId, previousStatus, status, expiresAt, topicName } = item;
	if (topicName !== undefined) return `${String(event)} ${String(topicName)}`;
	if (event === 'instanceExpiring') return `${String(instanceId)} ends ${String(expiresAt)}`;
	return `${String(instanceId)}: ${String(previousStatus)} > ${String(status)}`;
}

/** Runs one history; gives back how many events came out and how many polls failed. */
async function run(seed: number): Promise<{ count: number; failed: number; topics: number }> {
	const random = randomOf(seed);
	const cloud = new Cloud();
	cloud.instances.set(WATCHED, fresh(0, random));
	let data: IDataObject = {};
	let saved = '{}';
	let known: Sight | undefined;
	let [count, failed, topics] = [0, 0, 0];
	const tick = async () => {
		const parameters = { events: EVENTS, instanceId: WATCHED };
		const context = fakeContext({ answer: cloud.answer, parameters, data });
		const output = await poll.call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	};
	for (let step = 0; step < STEPS; step++) {
		for (let n = random.below(4); n > 0; n--) happen(cloud, random, step * 10 + n);
		if (random.chance(0.2)) {
			data = JSON.parse(saved) as IDataObject;
			// Topics that were only taken note of since are not stored.
			if (known && !saved.includes('"topics"')) known.topics = undefined;
		}
		cloud.begin(random.chance(0.3) ? random.of(TROUBLES) : undefined, random.below(3));
		const before = JSON.stringify(data);
		const at = clock.now();
		const items = await tick().catch((error: Error) => error);
		if (items instanceof Error) {
			expect([items.message, cloud.met]).toEqual([expect.stringMatching(/^Poll did not/), true]);
			expect(JSON.stringify(data)).toBe(before);
			failed++;
			continue;
		}
		const now = sightOf(cloud, at, known);
		expect(items.map(lineOf).sort()).toEqual(expected(known, now));
		if (items.length > 0 || !known) saved = JSON.stringify(data);
		count += items.length;
		topics += items.filter(({ topicName }) => topicName !== undefined).length;
		known = now;
	}
	return { count, failed, topics };
}

test(`in ${seeds.length} random histories of Alibaba Cloud instances and topics every change comes out once, and nothing else does`, async () => {
	const sums = { count: 0, failed: 0, topics: 0 };
	for (const seed of seeds) {
		try {
			const { count, failed, topics } = await run(seed);
			sums.count += count;
			sums.failed += failed;
			sums.topics += topics;
		} catch (error) {
			throw new Error(`TRIGGER_SEED=${seed} TRIGGER_RUNS=1: ${(error as Error).message}`);
		}
	}
	if (!isUsual) return;
	expect(sums.count).toBeGreaterThan(seeds.length * STEPS * 0.5);
	expect(sums.topics).toBeGreaterThan(seeds.length * STEPS * 0.1);
	expect(sums.failed).toBeGreaterThan(seeds.length * STEPS * 0.1);
});
