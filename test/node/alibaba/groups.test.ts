/** Consumer groups of an Alibaba Cloud instance: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault, type AlibabaInstance } from '../../../emulator';
import { byId, byName, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const group = (name: string) => instance().groups.find((one) => one.name === name);
const here = () => ({ instanceId: byId(id) });
const of = (name: string) => ({ ...here(), group: byName(name) });

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	cloud.em.alibaba.state.rules.bareLists = false;
	const offsets = [
		{ topic: 'paid', partition: 0, offset: 1 },
		{ topic: 'sent', partition: 0, offset: 0 },
	];
	({ id } = cloud.em.alibaba.state.seed({
		name: 'orders',
		topicQuota: 500,
		topics: [
			{ name: 'paid', partitions: 1, messages: [{ value: 'a' }, { value: 'b' }] as never },
			{ name: 'sent', partitions: 1, messages: [{ value: 'c' }] as never },
		],
		groups: [
			{ name: 'reader', offsets, tags: [{ Key: 'team', Value: 'orders' }] },
			{ name: 'busy', active: true },
		],
	}));
});
afterEach(() => {
	instance().gone = true;
});

/** Runs what has to be refused before anything is sent. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.lines()).toEqual([]);
	return told;
}

const answer = (body: IDataObject) => ({
	kind: 'answer' as const,
	status: 200,
	body: { RequestId: 'r', Code: 200, Success: true, ...body },
});

describe('Get Many', () => {
	const operation = 'consumerGroup/getAll';
	const FIRST_PAGE = { CurrentPage: '1', PageSize: '10' };
	const names = (items: IDataObject[]) => items.map(({ ConsumerId }) => ConsumerId);

	test.each([false, true])('reads the list, bare: %s', async (bareLists) => {
		cloud.em.alibaba.state.rules.bareLists = bareLists;
		const items = await cloud.items(operation, here());
		expect(names(items)).toEqual(['busy', 'reader']);
		expect(items[1]).toMatchObject({ InstanceId: id, Tags: [{ Key: 'team', Value: 'orders' }] });
		expect(cloud.lines()).toEqual(['GetConsumerList']);
		expect(cloud.body()).toEqual({ InstanceId: id, ...FIRST_PAGE });
	});

	test('by name, and by how the name starts', async () => {
		const one = await cloud.items(operation, { ...here(), options: { groupName: 'busy' } });
		expect(names(one)).toEqual(['busy']);
		expect(cloud.body()).toEqual({ InstanceId: id, ConsumerId: 'busy', ...FIRST_PAGE });
		const start = await cloud.items(operation, { ...here(), options: { nameStart: 'rea' } });
		expect(names(start)).toEqual(['reader']);
	});

	test('takes all groups, page by page', async () => {
		for (let n = 0; n < 25; n++) instance().groups.push({ ...instance().groups[0], name: `g${n}` });
		expect(await cloud.items(operation, { ...here(), returnAll: true })).toHaveLength(27);
		expect(cloud.lines()).toHaveLength(3);
	});

	test.each([{}, { Total: 12 }])(
		'takes all groups of a service without pages: %j',
		async (more) => {
			const ConsumerVO = Array.from({ length: 12 }, (_, n) => ({ ConsumerId: `g${n}` }));
			const effect = answer({ ConsumerList: { ConsumerVO }, ...more });
			cloud.em.faults.add({ operation: 'GetConsumerList', times: 'always', effect });
			expect(await cloud.items(operation, { ...here(), returnAll: true })).toHaveLength(12);
			expect(cloud.lines()).toEqual(['GetConsumerList']);
		},
	);

	test('reads on where an answer holds fewer groups than it counts', async () => {
		const page = (from: number, count: number) =>
			answer({
				Total: 12,
				ConsumerList: {
					ConsumerVO: Array.from({ length: count }, (_, n) => ({ ConsumerId: `g${from + n}` })),
				},
			});
		cloud.em.faults.add({ operation: 'GetConsumerList', nth: 1, effect: page(0, 10) });
		cloud.em.faults.add({ operation: 'GetConsumerList', nth: 2, effect: page(10, 2) });
		const items = await cloud.items(operation, { ...here(), returnAll: true });
		expect(names(items)).toEqual(Array.from({ length: 12 }, (_, n) => `g${n}`));
		expect(cloud.body()).toEqual({ InstanceId: id, CurrentPage: '2', PageSize: '10' });
	});
});

describe('Create', () => {
	const operation = 'consumerGroup/create';
	const named = (groupName: string, more: INodeParameters = {}) => ({
		...here(),
		groupName,
		...more,
	});

	test('sends name and remark', async () => {
		const items = await cloud.items(operation, named('billing', { options: { remark: 'r' } }));
		expect(cloud.lines()).toEqual(['CreateConsumerGroup']);
		expect(cloud.body()).toEqual({ InstanceId: id, ConsumerId: 'billing', Remark: 'r' });
		expect(items).toEqual([{ InstanceId: id, ConsumerId: 'billing', created: true }]);
		expect(group('billing')?.remark).toBe('r');
	});

	test.each([
		['x'.repeat(250), "'Group Name' has 250 characters"],
		['---', 'at least one letter or digit'],
		['with space', 'can contain only letters, digits, and @._*$#^!&-'],
	])('refuses the name %j', async (name, reason) => {
		expect(await refused(operation, named(name))).toContain(reason);
	});

	// CreateConsumerGroup of the SDK 2.14.0
	test.each([
		['x'.repeat(65), "'Group Name' has 65 characters"],
		['tenant@orders', 'contains characters that reserved instances do not allow'],
	])('the name %j is for serverless instances only', async (name, reason) => {
		const { told } = await cloud.run(operation, named(name));
		expect(told).toContain(reason);
		expect(cloud.writes()).toEqual([]);
		instance().paidType = 3;
		const [item] = await cloud.items(operation, named(name));
		expect(item).toMatchObject({ ConsumerId: name, created: true });
	});

	test('of a name that is taken, with and without Create If Absent', async () => {
		const { told } = await cloud.run(operation, named('reader'));
		expect(told).toContain('BIZ_SUBSCRIPTION_ALREADY_EXISTS');
		const [item] = await cloud.items(operation, named('reader', { createIfAbsent: true }));
		expect(item).toMatchObject({ ConsumerId: 'reader', created: false });
		expect(cloud.sent('CreateConsumerGroup')).toBeSent(1);
	});

	test('is found again when its answer was lost, and not sent twice', async () => {
		cloud.em.faults.add({ operation: 'CreateConsumerGroup', effect: fault.answerLost() });
		const [item] = await cloud.items(operation, named('lost-one', { createIfAbsent: true }));
		expect(item).toMatchObject({ ConsumerId: 'lost-one', created: true, recovered: true });
		expect(cloud.sent('CreateConsumerGroup')).toBeSent(1);
	});
});

describe('Get Offsets', () => {
	const operation = 'consumerGroup/getProgress';

	test('gives topics and offsets as plain lists', async () => {
		const [item] = await cloud.items(operation, of('reader'));
		expect(cloud.lines()).toEqual(['GetConsumerProgress']);
		expect(cloud.body()).toEqual({ InstanceId: id, ConsumerId: 'reader' });
		expect(item).toMatchObject({ InstanceId: id, ConsumerId: 'reader', TotalDiff: 2 });
		expect(item.TopicList).toMatchObject([
			{ Topic: 'paid', TotalDiff: 1, OffsetList: [{ Partition: 0, ConsumerOffset: 1 }] },
			{ Topic: 'sent', TotalDiff: 1, OffsetList: [{ Partition: 0, ConsumerOffset: 0 }] },
		]);
	});

	test('of a group without topics has an empty list', async () => {
		expect((await cloud.items(operation, of('busy')))[0].TopicList).toEqual([]);
	});

	test('of a group that is not there', async () => {
		const { told } = await cloud.run(operation, of('nowhere'));
		expect(told).toContain('BIZ_SUBSCRIPTION_NOT_FOUND');
	});
});

describe('Reset Offsets', () => {
	const operation = 'consumerGroup/resetOffsets';
	const paid = (resetTo: string, more: INodeParameters = {}): INodeParameters => ({
		...of('reader'),
		topicScope: 'one',
		topic: byName('paid'),
		resetTo,
		...more,
	});
	const offsets = (...entry: IDataObject[]) => ({ offsets: { entry } as never });

	test.each([
		['earliest', '-2'],
		['latest', '-1'],
	])('of one topic to the %s message', async (resetTo, Time) => {
		const items = await cloud.items(operation, paid(resetTo));
		expect(cloud.lines()).toEqual(['UpdateConsumerOffset']);
		const sent = { InstanceId: id, ConsumerId: 'reader', Topic: 'paid', ResetType: 'timestamp' };
		expect(cloud.body()).toEqual({ ...sent, Time });
		expect(items).toEqual([{ ...sent, Time, reset: true }]);
	});

	test('to a time', async () => {
		const time = cloud.em.alibaba.state.now - 3_600_000;
		await cloud.items(operation, paid('time', { time }));
		expect(cloud.body()).toMatchObject({ ResetType: 'timestamp', Time: String(time) });
	});

	test('to offsets, which travel as JSON', async () => {
		const more = offsets({ partition: 0, offset: '2' });
		const [item] = await cloud.items(operation, paid('offset', more));
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ConsumerId: 'reader',
			Topic: 'paid',
			ResetType: 'offset',
			Offsets: '[{"Partition":0,"Offset":2}]',
		});
		expect(item).toMatchObject({ Offsets: [{ Partition: 0, Offset: 2 }], reset: true });
	});

	test('of all topics only when that was chosen', async () => {
		const [item] = await cloud.items(operation, paid('earliest', { topicScope: 'all' }));
		expect(cloud.body()).toMatchObject({ Topic: '', Time: '-2' });
		expect(item).toMatchObject({ ConsumerId: 'reader', allTopics: true, reset: true });
		expect(item).not.toHaveProperty('Topic');
	});

	test.each<[string, INodeParameters, string]>([
		['a topic that an expression does not give', { topic: byName('={{ $json.none }}') }, "'Topic'"],
		['a scope that an expression does not give', { topicScope: '={{ $json.none }}' }, "'Topics'"],
		['another scope', { topicScope: 'some' }, "'Topics' cannot be 'some'"],
		['another target', { resetTo: 'middle' }, "'Reset To' cannot be 'middle'"],
		['a target that an expression does not give', { resetTo: '={{ $json.none }}' }, "'Reset To'"],
		[
			'a group whose name would be cut',
			{ group: byName('g'.repeat(65)) },
			"'Consumer Group' has 65",
		],
		['a topic whose name would be cut', { topic: byName('t'.repeat(65)) }, "'Topic' has 65"],
		['no time', { resetTo: 'time' }, "'Timestamp' is empty"],
		['no offsets', { resetTo: 'offset', offsets: '={{ [] }}' }, "'Offsets' has 0 entries"],
		[
			'a partition twice',
			{
				resetTo: 'offset',
				...offsets({ partition: 1, offset: 2 }, { partition: 1, offset: 3 }),
			},
			"'Offsets' contains partition 1 twice",
		],
		[
			'offsets for all topics',
			{ resetTo: 'offset', topicScope: 'all', ...offsets({ partition: 0, offset: 2 }) },
			"'Reset To' cannot be set to offsets for all topics",
		],
	])('refuses %s', async (_, parameters, reason) => {
		expect(await refused(operation, paid('earliest', parameters))).toContain(reason);
	});

	test('of a group with running consumers', async () => {
		const { told } = await cloud.run(operation, { ...paid('earliest'), group: byName('busy') });
		expect(told).toContain('BIZ_CONSUMER_GROUP_ACTIVE_ERROR');
	});

	test('is not sent again when the answer was lost', async () => {
		cloud.em.faults.add({ operation: 'UpdateConsumerOffset', effect: fault.answerLost() });
		const { told } = await cloud.run(operation, paid('latest'));
		expect(told).toContain('It is not known whether the request took effect');
		expect(cloud.lines()).toEqual(['UpdateConsumerOffset']);
	});
});

describe('Delete', () => {
	test('deletes a group', async () => {
		const items = await cloud.items('consumerGroup/delete', of('reader'));
		expect(cloud.lines()).toEqual(['DeleteConsumerGroup']);
		expect(cloud.body()).toEqual({ InstanceId: id, ConsumerId: 'reader' });
		expect(items).toEqual([{ InstanceId: id, ConsumerId: 'reader', deleted: true }]);
		expect(group('reader')).toBeUndefined();
	});

	test.each([
		['nowhere', 'BIZ_SUBSCRIPTION_NOT_FOUND'],
		['busy', 'BIZ_CONSUMER_GROUP_ACTIVE_ERROR'],
	])('of %s is no success', async (name, code) => {
		const { told } = await cloud.run('consumerGroup/delete', of(name));
		expect(told).toContain(code);
	});
});

test('groups are offered by name', async () => {
	const { results } = await cloud.lookUp<{ results: IDataObject[] }>(
		'listSearch',
		'searchGroups',
		{ resource: 'consumerGroup', operation: 'delete', ...here() },
		'READ',
	);
	expect(results).toEqual([{ name: 'reader', value: 'reader' }]);
});
