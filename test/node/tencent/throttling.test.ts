/** Throttling rules of the Tencent Cloud node, which have no name and whose create gives no ID, through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import type { TencentInstance } from '../../../emulator';
import { byId, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const state = () => cloud.em.tencent.state;
const instance = () => state().named('orders') as TencentInstance;
const at = (more: INodeParameters): INodeParameters => ({ instanceId: byId(id), ...more });
const limited = { options: { consumeThrottle: 10, produceThrottle: 5 } };

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 60_000 });
	state().durations.rowListed = 5000;
});
beforeEach(() => {
	cloud.forget();
	id = state().seed({
		name: 'orders',
		topics: [{ name: 'created' }, { name: 'paid' }],
		groups: [{ name: 'reports' }],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

const TOPICS = { throttleType: '3', topicNameList: ['created', 'paid'], ...limited };

test('one item comes out a rule, with its ID once it is listed', async () => {
	const items = await cloud.items(
		'throttlingRule/create',
		at({ ...TOPICS, waitForCompletion: true }),
	);
	expect(cloud.body('CreateThrottleRule')).toEqual({
		InstanceId: id,
		ThrottleType: 3,
		TopicNameList: ['created', 'paid'],
		ConsumeThrottle: 10,
		ProduceThrottle: 5,
	});
	expect(items).toEqual(
		['created', 'paid'].map((topic, at) =>
			expect.objectContaining({
				Target: topic,
				TopicName: topic,
				ThrottleRuleId: instance().throttleRules[at].id,
				created: true,
			}),
		),
	);
});

test.each<[string, INodeParameters, object]>([
	['a group', { throttleType: '2', groupNameList: ['reports'] }, { GroupName: 'reports' }],
	['a user', { throttleType: '1', userNameList: 'reader' }, { UserName: 'reader' }],
	['a client', { throttleType: '1', clientIdList: 'c-1' }, { ClientId: 'c-1' }],
	[
		'a client of a user',
		{ throttleType: '1', userNameList: 'reader', clientIdList: 'c-1' },
		{ UserName: 'reader', ClientId: 'c-1', Target: 'user reader, client c-1' },
	],
])('the rule of %s is found again by what it is for', async (_, given, names) => {
	const all = at({ ...given, ...limited });
	const [made] = await cloud.items('throttlingRule/create', { ...all, waitForCompletion: true });
	expect(made).toMatchObject({ ...names, created: true });
	const [again] = await cloud.items('throttlingRule/create', { ...all, createIfAbsent: true });
	expect(again).toMatchObject({ ...names, ThrottleRuleId: made.ThrottleRuleId, created: false });
	expect(cloud.sent('CreateThrottleRule')).toBeSent(1);
});

test('after a lost response it is not sent again, and what is there is said', async () => {
	cloud.em.faults.add({ operation: 'CreateThrottleRule', effect: { kind: 'cut', when: 'after' } });
	const { told } = await cloud.run('throttlingRule/create', at(TOPICS));
	expect(told).toContain('what was requested exists');
	expect(told).toContain('not sent again');
	expect(cloud.sent('CreateThrottleRule')).toBeSent(1);
});

test('with Create If Absent, a lost response is settled by the list', async () => {
	cloud.em.faults.add({ operation: 'CreateThrottleRule', effect: { kind: 'cut', when: 'after' } });
	const items = await cloud.items('throttlingRule/create', at({ ...TOPICS, createIfAbsent: true }));
	expect(items).toHaveLength(2);
	expect(items.every(({ created, recovered }) => created && recovered)).toBe(true);
	expect(cloud.sent('CreateThrottleRule')).toBeSent(1);
});

test.each<[string, INodeParameters, string]>([
	['no limit', { ...TOPICS, options: {} }, "'Options' has no limit"],
	['no topic', { ...TOPICS, topicNameList: '={{ [] }}' }, "'Topic Names or IDs'"],
	['nobody', { throttleType: '1', ...limited }, "'User Names' or 'Client IDs'"],
	[
		'a producer limit for a group',
		{ throttleType: '2', groupNameList: ['reports'], options: { produceThrottle: 5 } },
		"'Producer Limit (MB/s)' is not for consumer groups",
	],
])('%s sends nothing', async (_, given, text) => {
	const { told } = await cloud.run('throttlingRule/create', at(given));
	expect(told).toContain(text);
	expect(cloud.lines()).toEqual([]);
});

test('an ID is a number to update and a text to delete; the wait looks in both lists', async () => {
	await cloud.items('throttlingRule/create', at({ ...TOPICS, waitForCompletion: true }));
	const rule = instance().throttleRules[1].id;
	const which = at({ throttlingRule: byId(String(rule)) });
	await cloud.items('throttlingRule/update', { ...which, consumeThrottle: 20 });
	expect(cloud.body('ModifyThrottleRule')).toEqual({
		InstanceId: id,
		ThrottleRuleId: rule,
		ConsumeThrottle: 20,
	});
	const [gone] = await cloud.items('throttlingRule/delete', { ...which, waitForCompletion: true });
	expect(cloud.body('DeleteThrottleRule')).toEqual({
		InstanceId: id,
		ThrottleRuleId: String(rule),
	});
	expect(gone).toMatchObject({ deleted: true, completed: true });
	expect(cloud.sent('DescribeThrottleRules').length).toBeGreaterThanOrEqual(4);
});

test('the list in the editor has the rules of both lists', async () => {
	const both = [TOPICS, { throttleType: '2', groupNameList: ['reports'], ...limited }];
	for (const given of both)
		await cloud.items('throttlingRule/create', at({ ...given, waitForCompletion: true }));
	const { results } = await cloud.lookUp<{ results: Array<{ name: string }> }>(
		'listSearch',
		'searchThrottlingRules',
		at({ resource: 'throttlingRule', operation: 'delete' }),
	);
	const names = instance().throttleRules.map((one) => `${one.topic || one.group} (${one.id})`);
	expect(results.map(({ name }) => name).sort()).toEqual(names.sort());
});

// The vendor's example has the name of a group in the place of a client's; the SDK has the type, too.
test('a rule of a group is not taken for one of a client of the same name', async () => {
	cloud.em.faults.add({
		operation: 'DescribeThrottleRules',
		times: 1,
		effect: {
			kind: 'answer',
			status: 200,
			body: {
				Response: {
					Result: {
						TotalCount: 1,
						ThrottleRuleList: [
							{ ThrottleRuleId: 2, ThrottleType: 2, ClientId: 'reports', UserName: '' },
						],
					},
					RequestId: 'r',
				},
			},
		},
	});
	const [item] = await cloud.items(
		'throttlingRule/create',
		at({ throttleType: '1', clientIdList: 'reports', ...limited, createIfAbsent: true }),
	);
	expect(item).toMatchObject({ ClientId: 'reports', created: true });
	expect(cloud.sent('CreateThrottleRule')).toBeSent(1);
});
