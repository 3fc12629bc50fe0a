/** Lists and records that are late, and answers without what the reference says is in them. */
import type { INodeParameters } from 'n8n-workflow';

import {
	byId,
	byName,
	newInstance,
	newTopic,
	openCloud,
	WAITING,
	type Cloud,
} from '../../support/stage';

let cloud: Cloud;
let id: string;

beforeEach(async () => {
	cloud = await openCloud(
		{
			instances: [
				{
					name: 'orders',
					sslEnable: true,
					topics: [{ name: 'topic_1' }],
					topicQuotas: [{ topic: 'topic_1', producer: 1_048_576 }],
					users: [{ name: 'reader' }],
					groups: [{ name: 'billing' }, { name: 'billing,eu' }],
				},
			],
		},
		{ tick: 15_000 },
	);
	id = state().named('orders')?.id ?? '';
});

const state = () => cloud.em.huawei.state;
const instance = () => state().named('orders');
const here = () => ({ instanceId: byId(id) });
const waiting = (more: INodeParameters = {}): INodeParameters => ({
	...here(),
	...WAITING,
	...more,
});
const answer = (
	operation: string,
	status: number,
	body: unknown,
	times: number | 'always' = 'always',
) =>
	void cloud.em.faults.add({
		operation,
		times,
		effect: { kind: 'answer', status, body } as never,
	});

describe('what was just created is looked for again before it is refused', () => {
	const NONE: Record<string, object> = {
		ListInstanceTopics: { total: 0, topics: [] },
		ShowInstanceUsers: { users: [] },
		ListInstanceConsumerGroups: { groups: [], total: 0 },
		ShowKafkaTopicQuota: { quotas: [], count: 0 },
	};

	test.each([
		['topic/delete', { topics: 'topic_1' }, 'ListInstanceTopics'],
		['user/delete', { users: ['reader'] }, 'ShowInstanceUsers'],
		['consumerGroup/deleteMany', { groupIds: ['billing'] }, 'ListInstanceConsumerGroups'],
		['topicQuota/delete', { topic: byName('topic_1') }, 'ShowKafkaTopicQuota'],
	])('%s (terraform-provider-huaweicloud #5244)', async (operation, more, list) => {
		answer(list, 200, NONE[list], 3);
		const { told } = await cloud.run(operation, { ...here(), ...more } as INodeParameters);
		expect(told).toBe('');
		expect(cloud.writes()).toHaveLength(1);
	});

	test('Create If Absent finds what the service says that exists, before the list shows it', async () => {
		answer('ListInstanceTopics', 200, NONE.ListInstanceTopics, 3);
		const { resource: _, operation: __, ...topic } = newTopic(id, 'topic_1');
		expect(await cloud.items('topic/create', { ...topic, createIfAbsent: true })).toMatchObject([
			{ name: 'topic_1', created: false },
		]);
	});

	test('a plain create costs no further look', async () => {
		const { resource: _, operation: __, ...topic } = newTopic(id, 'topic_2');
		await cloud.items('topic/create', topic);
		expect(cloud.sent('ListInstanceTopics')).toHaveLength(0);
	});
});

test('the emulated lists lag too, and a topic can be deleted right after its creation', async () => {
	const { durations } = instance() as never as { durations: Record<string, number> };
	expect(durations.topicListed).toBeGreaterThan(0);
	const lags = { topicListed: 5_000, topicUnlisted: 8_000, rowListed: 5_000, rowUnlisted: 8_000 };
	const own = await openCloud(
		{ instances: [{ name: 'orders', sslEnable: true, durations: lags }] },
		{ tick: 1_000 },
	);
	const instanceId = byId(own.em.huawei.state.named('orders')?.id ?? '');
	for (const [resource, create, remove, list] of [
		['topic', { topicName: 'fresh' }, { topics: 'fresh' }, 'ListInstanceTopics'],
		[
			'user',
			{ userName: 'fresh', userPasswd: 'Secret-1' },
			{ users: ['fresh'] },
			'ShowInstanceUsers',
		],
		[
			'consumerGroup',
			{ groupName: 'fresh' },
			{ groupIds: ['fresh'] },
			'ListInstanceConsumerGroups',
		],
	] as Array<[string, INodeParameters, INodeParameters, string]>) {
		await own.items(`${resource}/create`, { instanceId, ...create });
		const operation = resource === 'consumerGroup' ? 'deleteMany' : 'delete';
		expect(
			await own.items(`${resource}/${operation}`, { instanceId, ...remove, ...WAITING }),
		).toMatchObject([{ deleted: true, status: 'DELETED', completed: true }]);
		expect(own.sent(list).length).toBeGreaterThan(4);
	}
});

describe('Wait for Completion of a deletion goes on while the list still shows it', () => {
	test.each([
		[
			'topic/delete',
			{ topics: 'topic_1' },
			'ListInstanceTopics',
			{ topics: [{ name: 'topic_1' }], total: 1 },
		],
		[
			'consumerGroup/delete',
			{ group: byName('billing') },
			'ListInstanceConsumerGroups',
			{ groups: [{ group_id: 'billing', state: 'EMPTY' }], total: 1 },
		],
		[
			'consumerGroup/deleteMany',
			{ groupIds: ['billing'] },
			'ListInstanceConsumerGroups',
			{ groups: [{ group_id: 'billing', state: 'EMPTY' }], total: 1 },
		],
		[
			'user/delete',
			{ users: ['reader'] },
			'ShowInstanceUsers',
			{ users: [{ user_name: 'reader' }] },
		],
	])('%s', async (operation, more, list, still) => {
		answer(list, 200, still, 4);
		expect(await cloud.items(operation, waiting(more as INodeParameters))).toMatchObject([
			{ deleted: true, status: 'DELETED', completed: true },
		]);
		expect(cloud.sent(list).length).toBeGreaterThan(4);
	});

	test('a group in state DEAD is gone (terraform-provider-huaweicloud #8552)', async () => {
		const dead = { groups: [{ group_id: 'billing', state: 'DEAD' }], total: 1 };
		answer('ListInstanceConsumerGroups', 200, dead);
		expect(
			await cloud.items('consumerGroup/delete', waiting({ group: byName('billing') })),
		).toMatchObject([{ deleted: true, completed: true }]);
	});
});

describe('a consumer group that is gone', () => {
	test.each(['get', 'getSummary'])(
		'is not found by %s, although the answer is 200',
		async (operation) => {
			const { told } = await cloud.run(`consumerGroup/${operation}`, {
				...here(),
				group: byName('orders-service'),
			});
			expect(told).toMatch(/orders-service does not exist/);
		},
	);

	test('is created anew with Create If Absent', async () => {
		const dead = { groups: [{ group_id: 'new', state: 'Dead' }], total: 1 };
		answer('ListInstanceConsumerGroups', 200, dead);
		const more = { ...here(), groupName: 'new', createIfAbsent: true };
		expect(await cloud.items('consumerGroup/create', more)).toMatchObject([{ created: true }]);
	});
});

describe('an answer without the ID of a background task', () => {
	const topics = (entry: INodeParameters[]): INodeParameters => ({
		topics: { entry: [{ name: 'topic_1', policies: { entry } }] },
	});
	const grant = topics([{ userName: 'reader', accessPolicy: 'all' }]);

	test('permissions: 204 of an older cloud is waited for by what the instance is busy with (sbercloud #384)', async () => {
		state().rules.permissionChange = 'silent';
		const [item] = await cloud.items('permission/set', waiting(grant));
		expect(item).toMatchObject({ status: 'SUCCESS', completed: true });
		expect(instance()?.topics[0].policies).toEqual({ reader: 'all' });
		const shown = { user_name: 'reader', access_policy: 'all', owner: false };
		expect(item.topics).toEqual([{ name: 'topic_1', policies: [shown] }]);
	});

	test('permissions: a 204 after which the topic grants something else tells what it grants', async () => {
		answer('UpdateTopicAccessPolicy', 204, '');
		const [item] = await cloud.items('permission/set', waiting(grant));
		expect(item).toMatchObject({
			status: 'not in effect',
			topics: [{ name: 'topic_1', policies: [] }],
			note: expect.stringContaining('grant something else'),
		});
		expect(cloud.sent('ShowTopicAccessPolicy')).toHaveLength(3);
		answer('ShowTopicAccessPolicy', 200, { name: 'topic_1', policies: null });
		const [revoked] = await cloud.items('permission/set', waiting(topics([])));
		expect(revoked).toMatchObject({ status: 'SUCCESS', completed: true });
		expect(revoked).not.toHaveProperty('note');
	});

	test('permissions: of an owner, what nobody granted is left aside', async () => {
		answer('UpdateTopicAccessPolicy', 204, '');
		const policies = [
			{ user_name: 'admin', access_policy: 'all', owner: true },
			{ user_name: 'reader', access_policy: 'all', owner: false },
		];
		answer('ShowTopicAccessPolicy', 200, { name: 'topic_1', policies });
		const [item] = await cloud.items('permission/set', waiting(grant));
		expect(item).toMatchObject({ completed: true, topics: [{ name: 'topic_1', policies }] });
	});

	test('permissions: who may not read them is told what was sent', async () => {
		answer('UpdateTopicAccessPolicy', 204, '');
		answer('ShowTopicAccessPolicy', 403, { error_code: 'DMS.00403003', error_msg: 'Forbidden.' });
		const [item] = await cloud.items('permission/set', waiting(grant));
		const policies = [{ user_name: 'reader', access_policy: 'all' }];
		expect(item).toMatchObject({ completed: true, topics: [{ name: 'topic_1', policies }] });
	});

	test.each([
		[
			'configuration/update',
			'ModifyInstanceConfigs',
			{ kafkaConfigs: { entry: [{ name: 'log.retention.hours', value: '96' }] } },
		],
		[
			'topicQuota/update',
			'ModifyKafkaTopicQuota',
			{ topic: byName('topic_1'), options: { producerByteRate: 1 } },
		],
		[
			'userQuota/create',
			'CreateKafkaUserClientQuotaTask',
			{ client: 'c', options: { producerByteRate: 1 } },
		],
		['rebalanceLog/create', 'CreateKafkaRebalanceLogTask', {}],
		['rebalanceLog/stop', 'StopKafkaRebalanceLogTask', {}],
		['permission/set', 'UpdateTopicAccessPolicy', grant],
	])('%s: an empty body, and one with an empty ID', async (operation, api, more) => {
		Object.assign(instance()?.topics[0] ?? {}, { policies: { reader: 'all' } });
		for (const body of ['', { job_id: null }, { job_id: '' }]) {
			cloud.em.faults.clear();
			answer(api, 200, body);
			const { told, items } = await cloud.run(operation, waiting(more as INodeParameters));
			expect(told).toBe('');
			expect(items).toMatchObject([{ instance_id: id, completed: true }]);
			expect(JSON.stringify(items)).not.toContain('undefined');
		}
	});

	test('permissions without an entry take all of them away', async () => {
		Object.assign(instance()?.topics[0] ?? {}, { policies: { reader: 'all' } });
		await cloud.items('permission/set', waiting(topics([])));
		expect(cloud.onlyBody('UpdateTopicAccessPolicy')).toEqual({
			topics: [{ name: 'topic_1', policies: [] }],
		});
		expect(instance()?.topics[0].policies).toEqual({});
	});

	test('a task that was cancelled is a failure', async () => {
		answer('ShowBackgroundTask', 200, { tasks: [{ id: 't', name: 'n', status: 'CANCELLED' }] });
		const { told } = await cloud.run('permission/set', waiting(grant));
		expect(told).toMatch(/ended with status CANCELLED/);
	});
});

describe('instances that a deletion does not end', () => {
	const bought = async (name: string) => {
		const billing = { chargingMode: 'prePaid', periodType: 'month', periodNum: 1 };
		const {
			resource: _,
			operation: __,
			...order
		} = newInstance(name, {
			options: { bssParam: { entry: billing } },
		} as never);
		const [item] = await cloud.items('instance/create', order);
		cloud.em.clock.advance(30 * 60_000);
		cloud.forget();
		return String(item.instance_id);
	};

	test('an order that is not paid automatically says so, at once and where a wait for it runs out', async () => {
		const order = (name: string, isAutoPay: boolean, more: INodeParameters = {}) => {
			const billing = { chargingMode: 'prePaid', periodType: 'month', periodNum: 1, isAutoPay };
			return newInstance(name, { options: { bssParam: { entry: billing } }, ...more } as never);
		};
		const create = async (parameters: INodeParameters) =>
			await cloud.run('instance/create', parameters);
		const { items } = await create(order('unpaid-1', false));
		expect(items).toMatchObject([
			{ created: true, note: expect.stringContaining('Pay the order') },
		]);
		expect((await create(order('paid-1', true))).items[0]).not.toHaveProperty('note');
		answer('ShowInstance', 404, { error_code: 'DMS.00404022', error_msg: 'No such instance.' });
		const { told } = await create(order('unpaid-2', false, WAITING));
		expect(told).toMatch(/not visible: its order may have to be paid in the Billing Center/);
	});

	test('a yearly/monthly one is to be unsubscribed, and nothing is sent', async () => {
		const paid = await bought('paid-1');
		for (const run of [
			await cloud.run('instance/delete', { instanceId: byId(paid) }),
			await cloud.run('instance/deleteMany', { instances: [id, paid] }),
			await cloud.run('legacyApi/v1DeleteInstance', { instanceId: byId(paid) }),
			await cloud.run('legacyApi/v1DeleteInstances', { instances: [id, paid] }),
		]) {
			expect(run.told).toMatch(
				/yearly\/monthly.*Nothing was deleted.*Unsubscribe in the Billing Center/,
			);
			expect(run.told).toContain(paid);
		}
		expect(cloud.writes()).toEqual([]);
	});

	test('nor are failed ones deleted without a word', async () => {
		state().plans.push({ name: 'fail-paid', createFails: true });
		const paid = await bought('fail-paid');
		expect(state().named('fail-paid')?.status).toBe('CREATEFAILED');
		const { told } = await cloud.run('instance/deleteMany', { options: { allFailure: 'kafka' } });
		expect(told).toMatch(new RegExp(`yearly/monthly.*${paid}`));
	});

	test.each([null, '', 'unknown', 7])(
		'a billing mode of %j keeps nobody from deleting',
		async (mode) => {
			answer('ShowInstance', 200, { instance_id: id, status: 'RUNNING', charging_mode: mode });
			expect(await cloud.items('instance/delete', here())).toMatchObject([{ deleted: true }]);
		},
	);

	test('nor does a user who may not look at it', async () => {
		answer('ShowInstance', 403, { error_code: 'DMS.00403003', error_msg: 'Forbidden.' });
		expect(await cloud.items('instance/delete', here())).toMatchObject([{ deleted: true }]);
	});

	test('one that went to the recycle bin says so, and until when its storage is billed', async () => {
		state().rules.recycleDays = 3;
		const [item] = await cloud.items('instance/deleteMany', { instances: [id], ...WAITING });
		expect(item).toMatchObject({
			...{ deleted: true, completed: true, status: 'RECYCLE', recycled: true },
			recycledUntil: expect.stringMatching(/^\d{4}-.*Z$/),
			note: expect.stringContaining('recycle bin, and its storage is billed'),
		});
		const [shown] = await cloud.items('instance/get', here());
		expect(shown).toMatchObject({ status: 'RECYCLE', recycled: true });
		const [binned] = await cloud.items('recycleBin/getAll', {});
		expect(binned).toMatchObject({ instance_id: id, save_time: 3 });
	});

	test('but not where the bin is skipped, or where nobody may look into it', async () => {
		state().rules.recycleDays = 3;
		const other = state().seed({ name: 'other' });
		answer('ShowRecycleInstances', 403, { error_code: 'DMS.00403003', error_msg: 'Forbidden.' });
		const [bin] = await cloud.items('instance/deleteMany', { instances: [other.id], ...WAITING });
		expect(bin).toMatchObject({ recycled: true, note: expect.stringContaining('1 to 7 days') });
		const options = { forceDelete: true };
		const [gone] = await cloud.items('instance/deleteMany', {
			instances: [id],
			options,
			...WAITING,
		});
		expect(gone).toMatchObject({ status: 'DELETED', completed: true });
	});

	test('an empty recycle bin is null', async () => {
		expect(await cloud.items('recycleBin/getAll', {})).toEqual([]);
	});
});

test.each([
	['kafka.8u16g.cluster', 'c6.8u16g.cluster'],
	['c6.8u16g.cluster', 'kafka.8u16g.cluster'],
	['c6.8u16g.cluster', 'C6.8U16G.CLUSTER'],
])(
	'a resize to flavor %s that is read back as %s is reached, although EXTENDING was missed (sbercloud #279)',
	async (newProductId, product_id) => {
		const record = { instance_id: id, status: 'RUNNING', product_id };
		answer('ResizeKafkaInstance', 200, { job_id: 'j' });
		answer('ShowInstance', 200, record);
		const resize = { operType: 'vertical', newProductId };
		expect(await cloud.items('instance/resize', waiting(resize))).toMatchObject([
			{ completed: true },
		]);
	},
);

describe('flavors', () => {
	const values = async () =>
		(
			await cloud.lookUp<Array<{ value: string; name: string }>>('loadOptions', 'getProducts', {
				resource: 'instance',
				operation: 'create',
			})
		).map(({ name }) => name);

	test('of all types are offered, with their numbers of brokers (opentelekomcloud #2681)', async () => {
		expect(await values()).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^s6\.2u4g\.single\.small .*1 broker\)/),
				expect.stringMatching(/^s6\.2u4g\.cluster\.small .*3 to 30 brokers\)/),
			]),
		);
	});

	test('without limits, or of a type that nobody knows, are offered as they are', async () => {
		answer('ListEngineProducts', 200, {
			versions: ['2.7'],
			products: [
				{ type: 'mesh', product_id: 'm1', properties: null },
				{
					type: null,
					product_id: 'c6.2u4g.cluster',
					properties: { min_broker: null, max_broker: '' },
				},
			],
		});
		expect(await values()).toEqual(['m1', 'c6.2u4g.cluster (2 vCPUs, 4 GB per broker)']);
	});

	test('with one broker can be bought', async () => {
		const {
			resource: _,
			operation: __,
			...order
		} = newInstance('single-1', {
			productId: 's6.2u4g.single.small',
			brokerNum: 1,
		});
		expect(await cloud.items('instance/create', order)).toMatchObject([{ created: true }]);
	});
});
