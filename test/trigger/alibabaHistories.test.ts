/**
 * Random histories of Alibaba Cloud, polled by the trigger through a fake n8n: each change of an
 * instance or topic that lasts until a poll comes out exactly once, and nothing else does.
 */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import fc from 'fast-check';

import { sources } from '../../nodes/AlibabaCloudKafka/trigger/sources';
import { topicPages } from '../../nodes/AlibabaCloudKafka/api/pages';
import { pollOf } from '../../nodes/shared/trigger/poller';
import { ALL_INSTANCE_EVENTS, DAY } from '../support/events';
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
const HISTORIES: [number, number] = [20, 120];
const PAGE = 3;
/** The instance whose topics are watched. */
const WATCHED = 'watched';
const THRESHOLD = 7;
const EVENTS = [...ALL_INSTANCE_EVENTS, 'instanceExpiring', 'topicCreated', 'topicDeleted'];

const clock = new VirtualClock();
afterAll(() => clock.close());
const poll = pollOf(sources, clock, []);

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
	[15, undefined, 'out of service', false],
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
	private count = 0;
	private trouble?: Trouble;
	private from = 0;
	private asked = 0;
	/** Whether the trouble met a request. */
	met = false;

	constructor(watched: Fresh) {
		this.create(WATCHED, watched);
	}

	begin({ kind, from = 0 }: Partial<Disturbance<Trouble>> = {}) {
		Object.assign(this, { trouble: kind, from, asked: 0, met: false });
	}

	/** One thing that happens, and tells what it is. */
	happen({ what, which: choice, code, odd, fresh, renewal, oddTopic }: Event): string {
		const { instances, topics } = this;
		const count = ++this.count;
		const id = pick([...instances.keys()], choice) as string;
		const instance = instances.get(id) as Instance;
		const topic = pick(['', ...topics.keys()], choice) as string;
		if (what === 'create' && instances.size < 7) {
			const name = odd !== undefined && !instances.has(odd) ? odd : `id-${count}`;
			this.create(name, fresh);
			return `create ${name}: ${fresh.code[2]}, ends in ${fresh.days} days`;
		}
		if (what === 'change') {
			instance.code = code;
			return `${id} becomes ${code[2]}`;
		}
		if (what === 'serve') (instances.get(WATCHED) as Instance).code = CODES[0];
		else if (what === 'delete' && id !== WATCHED) instances.delete(id);
		else if (what === 'rename') instance.name = `n${count}`;
		else if (what === 'renew') instance.expires += renewal * DAY;
		else if (what === 'topic') {
			const name = oddTopic ?? `t${count}`;
			topics.set(name, false);
			return `topic ${name}`;
		} else if (what === 'go' && topic) {
			topics.set(topic, true);
			return `topic ${topic} is being deleted`;
		} else if (what === 'end' && topics.delete(topic)) return `topic ${topic} is gone`;
		else return '';
		return `${what} ${what === 'serve' ? WATCHED : id}`;
	}

	private create(id: string, { code, paidType, days }: Fresh) {
		const count = this.count;
		const expires = clock.now() + days * DAY + count;
		this.instances.set(id, { name: `n${count}`, code, paidType, expires });
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

/** An instance that is created. */
interface Fresh {
	code: Code;
	paidType: number;
	/** Until it ends. */
	days: number;
}

const code = fc.constantFrom<Code[]>(...CODES);

const fresh: fc.Arbitrary<Fresh> = fc.record({
	code,
	paidType: fc.constantFrom(0, 0, 1, 3, 4),
	days: fc.constantFrom(400, 60, 5, 2),
});

const WHAT = [
	'change',
	'change',
	'create',
	'serve',
	'delete',
	'rename',
	'renew',
	'topic',
	'topic',
	'go',
	'end',
] as const;

/** A choice of what happens. */
interface Event {
	what: (typeof WHAT)[number];
	/** Of the instances, or of the topics. */
	which: number;
	code: Code;
	fresh: Fresh;
	/** Unusual names for a new instance and a new topic. */
	odd?: string;
	oddTopic?: string;
	/** Days. */
	renewal: number;
}

const event: fc.Arbitrary<Event> = fc.record({
	what: fc.constantFrom(...WHAT),
	which,
	code,
	fresh,
	odd: perhaps(0.3, fc.constantFrom(...ODD)),
	oddTopic: perhaps(0.2, fc.constantFrom(...ODD)),
	renewal: fc.constantFrom(1, 30),
});

interface History {
	watched: Fresh;
	steps: Array<Step<Event, Trouble>>;
}

const histories: fc.Arbitrary<History> = fc.record({
	watched: fresh,
	steps: historiesOf(stepOf({ event, mostEvents: 3, troubles: TROUBLES, requests: 3 })),
});

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
	if (!before) return ending;
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
	];
}

function lineOf(item: IDataObject): string {
	const { event, instanceId, previousStatus, status, expiresAt, topicName } = item;
	if (topicName !== undefined) return `${String(event)} ${String(topicName)}`;
	if (event === 'instanceExpiring') return `${String(instanceId)} ends ${String(expiresAt)}`;
	return `${String(instanceId)}: ${String(previousStatus)} > ${String(status)}`;
}

/** What came out of many histories. */
const sums = { polls: 0, count: 0, failed: 0, topics: 0 };

async function run({ watched, steps }: History, tell: (line: string) => void) {
	const cloud = new Cloud(watched);
	tell(`create ${WATCHED}: ${watched.code[2]}, ends in ${watched.days} days`);
	let data: IDataObject = {};
	let saved = '{}';
	let known: Sight | undefined;
	const tick = async () => {
		const parameters = { events: EVENTS, instanceId: WATCHED };
		const context = fakeContext({ answer: cloud.answer, parameters, data });
		const output = await poll.call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	};
	for (const step of steps) {
		for (const one of step.events) tell(cloud.happen(one));
		if (step.restarts) {
			data = JSON.parse(saved) as IDataObject;
			// Topics that were only taken note of since are not stored.
			if (known && !saved.includes('"topics"')) known.topics = undefined;
			tell('n8n restarts');
		}
		tell(pollLine(step));
		cloud.begin(step.disturbance);
		const before = JSON.stringify(data);
		const at = clock.now();
		const items = await tick().catch((error: Error) => error);
		sums.polls++;
		if (items instanceof Error) {
			checkFailed(items, cloud.met, before, data);
			sums.failed++;
			continue;
		}
		const now = sightOf(cloud, at, known);
		checkReported(items.map(lineOf), expected(known, now));
		if (items.length > 0 || !known) saved = JSON.stringify(data);
		sums.count += items.length;
		sums.topics += items.filter(({ topicName }) => topicName !== undefined).length;
		known = now;
	}
}

test('in random histories of Alibaba Cloud instances and topics every change comes out once, and nothing else does', async () => {
	await playPlans(histories, HISTORIES, async (history) => {
		await telling(async (tell) => await run(history, tell));
	});
	if (isReplay) return;
	expect(sums.count).toBeGreaterThan(sums.polls * 0.5);
	expect(sums.topics).toBeGreaterThan(sums.polls * 0.1);
	expect(sums.failed).toBeGreaterThan(sums.polls * 0.1);
}, 300_000);
