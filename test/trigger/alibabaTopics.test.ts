/** The Alibaba trigger's topic events, through n8n-core and against the emulated cloud. */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { AlibabaInstance } from '../../emulator';
import { newTopic } from '../../emulator/alibaba/model/defaults';
import { enter } from '../../emulator/alibaba/model/lifecycle';
import { sources } from '../../nodes/AlibabaCloudKafka/trigger/sources';
import { pollOf } from '../../nodes/shared/trigger/poller';
import { fakeContext } from '../support/fakeContext';
import { ALL_INSTANCE_EVENTS, byId, openPolls, type PollStage } from '../support/pollStage';

const ALL_TOPIC_EVENTS = ['topicCreated', 'topicDeleted'];

let stage: PollStage;
let instance: AlibabaInstance;
beforeEach(async () => {
	const topics = [{ name: 'first' }, { name: 'second' }];
	stage = await openPolls('alibaba', {
		instances: [{ name: 'orders', topics }, { name: 'other' }],
	});
	[instance] = stage.em.alibaba.state.instances;
});

const watchTopics = (events = ALL_TOPIC_EVENTS, more = {}) =>
	stage.watch({ events, instanceId: byId(instance.id), ...more });

function create(...names: string[]): void {
	instance.topics.push(...names.map((name) => newTopic({ name, createdAt: 0 })));
}
function remove(...names: string[]): void {
	instance.topics = instance.topics.filter(({ name }) => !names.includes(name));
}

test.each(['ACS3-HMAC-SHA256', '1.0'])(
	'an AliKafka topic is reported when it comes and when it goes; signature %s',
	async (signatureVersion) => {
		stage.setCredential({ signatureVersion });
		const topics = watchTopics();
		expect(await topics.tick()).toBeNull();
		stage.requests();
		expect(await topics.tick()).toBeNull();
		expect(stage.requests()).toEqual({ GetTopicList: 1 });

		create('third');
		expect(await topics.tick()).toEqual([
			{
				event: 'topicCreated',
				provider: 'alibabaCloud',
				region: 'cn-hangzhou',
				instanceId: instance.id,
				instanceName: 'orders',
				previousStatus: null,
				status: 'in service',
				statusKind: 'ready',
				observedAt: expect.any(String),
				topicName: 'third',
				topic: expect.objectContaining({ Topic: 'third', Status: 0, PartitionNum: 12, Tags: [] }),
			},
		]);
		expect(stage.requests()).toEqual({ GetTopicList: 1, GetInstanceList: 1 });

		// While it is being deleted it is listed without a status, and is still there.
		Object.assign(instance.topics[0], { deleting: true });
		expect(await topics.tick()).toBeNull();
		remove('first');
		stage.requests();
		expect(await topics.tick()).toMatchObject([
			{
				event: 'topicDeleted',
				instanceName: 'orders',
				previousStatus: null,
				status: null,
				statusKind: 'gone',
				topicName: 'first',
				topic: null,
			},
		]);
		expect(stage.requests()).toEqual({ GetTopicList: 2, GetInstanceList: 1 });
		expect(await topics.tick()).toBeNull();
	},
);

test('only the chosen events of topics come out, and the others do not come later', async () => {
	const created = watchTopics(['topicCreated']);
	const deleted = watchTopics(['topicDeleted']);
	await created.tick();
	await deleted.tick();
	create('third');
	remove('first');
	expect(await created.events()).toEqual(['third topicCreated null>in service']);
	expect(await deleted.events()).toEqual(['first topicDeleted null>null']);
	for (const one of [created, deleted]) {
		one.set({ events: ALL_TOPIC_EVENTS });
		expect(await one.tick()).toBeNull();
	}
});

test('a topic that came and is being deleted already is not reported', async () => {
	const topics = watchTopics();
	await topics.tick();
	create('brief');
	Object.assign(instance.topics[2], { deleting: true });
	expect(await topics.tick()).toBeNull();
	remove('brief');
	expect(await topics.tick()).toBeNull();
});

test('a topic with a status that no document has is reported as unknown', async () => {
	const effect = (record: IDataObject) => {
		const TopicList = { TopicVO: [{ Topic: 'first' }, { Topic: 'second' }, record] };
		const body = { Success: true, Code: 200, Total: 3, TopicList };
		return { kind: 'answer', status: 200, body } as const;
	};
	const topics = watchTopics();
	await topics.tick();
	stage.em.faults.add({ operation: 'GetTopicList', effect: effect({ Topic: 'odd', Status: 7 }) });
	expect(await topics.tick()).toMatchObject([
		{ topicName: 'odd', status: 'Status 7', statusKind: 'unknown' },
	]);
});

test.each(['__proto__', 'constructor', '1'])(
	'a topic with the name %s is one like others',
	async (name) => {
		const topics = watchTopics();
		await topics.tick();
		create(name);
		expect(await topics.events()).toEqual([`${name} topicCreated null>in service`]);
		topics.restart();
		remove(name);
		expect(await topics.events()).toEqual([`${name} topicDeleted null>null`]);
		topics.restart();
		expect(await topics.tick()).toBeNull();
	},
);

describe('watching many topics', () => {
	const many = (count: number) => Array.from({ length: count }, (_, i) => `topic-${1000 + i}`);

	test('takes one request for 50 of them, and a name and three bytes of state for each', async () => {
		create(...many(498));
		const topics = watchTopics();
		await topics.tick();
		const empty = JSON.stringify({ of: instance.id, names: [] }).length;
		const state = (JSON.parse(topics.stored) as Record<string, { state?: IDataObject }>)[
			'node:Watch'
		];
		const { topics: kept } = state.state as { topics: object };
		const names = instance.topics.map(({ name }) => name).join('').length;
		expect(JSON.stringify(kept).length).toBe(empty + names + 3 * 500 - 1);
		stage.requests();
		expect(await topics.tick()).toBeNull();
		expect(stage.requests()).toEqual({ GetTopicList: 10 });
		create('one-more');
		remove('topic-1003');
		expect(await topics.events()).toEqual([
			'one-more topicCreated null>in service',
			'topic-1003 topicDeleted null>null',
		]);
	});

	test('is refused for more than 5,000 of them', async () => {
		create(...many(4999));
		await expect(watchTopics().tick()).rejects.toMatchObject({
			message: 'Poll did not succeed: the instance has 5001 topics',
			description: expect.stringContaining('At most 5000 can be watched'),
		});
		expect(stage.requests()).toEqual({ GetTopicList: 1 });
	});
});

describe('watching topics together with instances', () => {
	const BOTH = [...ALL_TOPIC_EVENTS, ...ALL_INSTANCE_EVENTS];

	test('costs no more than the request for the topics', async () => {
		const both = watchTopics(BOTH);
		await both.tick();
		create('third');
		stage.requests();
		expect(await both.tick()).toMatchObject([{ event: 'topicCreated', instanceName: 'orders' }]);
		expect(stage.requests()).toEqual({ GetInstanceList: 1, GetTopicList: 1 });
	});

	test('compares the topics of an instance that does not serve only when it does again', async () => {
		const both = watchTopics(BOTH);
		await both.tick();
		for (const phase of ['stopping', 'stopped', 'reopening'] as const) {
			enter(instance, phase);
			stage.requests();
			expect(await both.events()).toHaveLength(1);
			expect(stage.requests()).toEqual({ GetInstanceList: 1 });
		}
		create('third');
		remove('first');
		enter(instance, 'serving');
		expect((await both.events()).sort()).toEqual([
			'first topicDeleted null>null',
			'orders instanceStatusChanged starting>running',
			'third topicCreated null>in service',
		]);
	});

	test('is not held up by a failed deployment or a deletion', async () => {
		enter(instance, 'deployFailed');
		const both = watchTopics(BOTH);
		expect(await both.tick()).toBeNull();
		enter(instance, 'serving');
		expect(await both.events()).toEqual(['orders instanceStatusChanged deployment failed>running']);
		instance.gone = true;
		expect(await both.events()).toEqual(['orders instanceDisappeared running>null']);
		stage.em.alibaba.state.seed({ name: 'new' });
		expect(await both.events()).toEqual(['new instanceAppeared null>running']);
	});

	test('is an error for an instance that never was there', async () => {
		const both = stage.watch({ events: BOTH, instanceId: byId('alikafka_post-cn-none') });
		await expect(both.tick()).rejects.toThrow('Poll did not succeed: the instance does not exist');
	});
});

describe('watching topics alone', () => {
	test('is an error while the instance is stopped, and loses nothing', async () => {
		const topics = watchTopics();
		await topics.tick();
		const before = topics.stored;
		enter(instance, 'stopped');
		create('third');
		await expect(topics.tick()).rejects.toThrow('Poll did not succeed: the instance is stopped');
		expect(topics.stored).toBe(before);
		enter(instance, 'serving');
		expect(await topics.events()).toEqual(['third topicCreated null>in service']);
	});

	test('does not believe the empty list of a stopped instance', async () => {
		const topics = watchTopics();
		await topics.tick();
		enter(instance, 'stopped');
		const TopicList = { TopicVO: [] };
		const body = { Success: true, Code: 200, Total: 0, TopicList };
		const effect = { kind: 'answer', status: 200, body } as const;
		stage.em.faults.add({ operation: 'GetTopicList', times: 'always', effect });
		expect(await topics.tick()).toBeNull();
		const first = watchTopics();
		expect(await first.tick()).toBeNull();
		stage.em.faults.clear();
		enter(instance, 'serving');
		expect(await topics.tick()).toBeNull();
		expect(await first.tick()).toBeNull();
		remove('first');
		expect(await topics.events()).toEqual(['first topicDeleted null>null']);
		expect(await first.events()).toEqual(['first topicDeleted null>null']);
	});
});

describe('a list of topics that cannot be read whole', () => {
	const answer = (body: IDataObject) =>
		({ kind: 'answer', status: 200, body: { Success: true, Code: 200, ...body } }) as const;
	const row = { Topic: 'first', Status: 0 };

	test.each([
		['no list', answer({ Total: 0 })],
		['a list of null', answer({ Total: 0, TopicList: null })],
		['no total', answer({ TopicList: { TopicVO: [] } })],
		['fewer than the total', answer({ Total: 2, TopicList: { TopicVO: [row] } })],
		['a topic without a name', answer({ Total: 2, TopicList: { TopicVO: [row, { Status: 0 }] } })],
		['half an answer', { kind: 'truncate' } as const],
		['a failure in a success', answer({ Success: false, Code: 'ONS_SYSTEM_ERROR' })],
	])('because of %s is reported later, and holds up no instance', async (_what, effect) => {
		const both = watchTopics([...ALL_TOPIC_EVENTS, ...ALL_INSTANCE_EVENTS]);
		await both.tick();
		create('third');
		remove('second');
		enter(stage.em.alibaba.state.instances[1], 'stopped');
		stage.em.faults.add({ operation: 'GetTopicList', times: 'always', effect });
		expect(await both.events()).toEqual(['other instanceStatusChanged running>stopped']);
		const before = both.stored;
		await expect(both.tick()).rejects.toThrow(/^Poll did not succeed: /);
		expect(both.stored).toBe(before);
		stage.em.faults.clear();
		expect((await both.events()).sort()).toEqual([
			'second topicDeleted null>null',
			'third topicCreated null>in service',
		]);
	});

	test('because topics came and went between two pages does not lose one that slipped through', async () => {
		const all = Array.from({ length: 100 }, (_, i) => `t${100 + i}`);
		const data: IDataObject = {};
		let slips = false;
		const answer = ({ qs }: IHttpRequestOptions) => {
			const { Action, CurrentPage } = qs as IDataObject;
			if (Action === 'GetInstanceList') {
				return { body: { InstanceList: [{ InstanceId: 'i', Name: 'i', ServiceStatus: 5 }] } };
			}
			// A topic of the first page goes and another one comes after the first page was read.
			if (slips && CurrentPage === '2') {
				all.splice(0, 1);
				all.push('t200');
				slips = false;
			}
			const from = (Number(CurrentPage) - 1) * 50;
			const TopicList = all.slice(from, from + 50).map((Topic) => ({ Topic, Status: 0 }));
			return { body: { Total: all.length, TopicList } };
		};
		const poll = async () => {
			const parameters = { events: ALL_TOPIC_EVENTS, instanceId: 'i' };
			const context = fakeContext({ answer, parameters, data });
			const output = await pollOf(sources, stage.clock, []).call(context);
			return output?.[0].map(({ json }) => `${String(json.event)} ${String(json.topicName)}`);
		};
		expect(await poll()).toBeUndefined();
		slips = true;
		expect(await poll()).toEqual(['topicCreated t200']);
		expect(await poll()).toEqual(['topicDeleted t100']);
		expect(await poll()).toBeUndefined();
	});
});

test('the state of topics follows the chosen instance and events', async () => {
	const topics = watchTopics();
	await topics.tick();
	const [, other] = stage.em.alibaba.state.instances;
	other.topics.push(newTopic({ name: 'elsewhere', createdAt: 0 }));
	topics.set({ instanceId: byId(other.id) });
	expect(await topics.tick()).toBeNull();
	topics.set({ events: ['instanceAppeared'] });
	expect(await topics.tick()).toBeNull();
	topics.set({ events: [...ALL_TOPIC_EVENTS, 'instanceAppeared'] });
	expect(await topics.tick()).toBeNull();
	other.topics = [];
	expect(await topics.events()).toEqual(['elsewhere topicDeleted null>null']);
});

test('the first poll emits topics when asked to', async () => {
	const topics = watchTopics(ALL_TOPIC_EVENTS, { options: { emitCurrent: true } });
	expect(await topics.events()).toEqual([
		'first topicCreated null>in service',
		'second topicCreated null>in service',
	]);
	expect(await topics.tick()).toBeNull();
});

test('an example of a topic event has its shape, and keeps nothing', async () => {
	create(...Array.from({ length: 9 }, (_, i) => `t${i}`));
	const topics = watchTopics(['topicDeleted']);
	const items = await topics.tick({ mode: 'manual' });
	expect(items).toHaveLength(5);
	expect(items?.[0]).toMatchObject({ event: 'topicDeleted', topicName: 'first', topic: null });
	expect(topics.stored).toBe('{}');
	expect(await watchTopics().tick({ mode: 'manual' })).toMatchObject(
		Array(5).fill({ event: 'topicCreated', status: 'in service', topic: { Status: 0 } }),
	);
});
