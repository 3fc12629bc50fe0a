/** Messages of the Tencent Cloud node: each operation through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import type { TencentInstance } from '../../../emulator';
import { byId, byName, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.tencent.state.named('orders') as TencentInstance;
const topic = () => instance().topics[0];
const at = (offset: number | string, partition: number | string = 0): INodeParameters => ({
	instanceId: byId(id),
	topic: byName('created'),
	partition,
	offset,
});

beforeAll(async () => {
	cloud = await openVendor('tencent');
});
beforeEach(() => {
	cloud.forget();
	const messages = Array.from({ length: 30 }, (_, n) => ({
		key: `k${n}`,
		value: `{"order":${n}}`,
		partition: 0,
	}));
	id = cloud.em.tencent.state.seed({
		name: 'orders',
		topics: [{ name: 'created', partitions: 1, messages }],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

test('Get reads key and value', async () => {
	const [item] = await cloud.items('message/get', at(7));
	expect(cloud.body()).toEqual({ InstanceId: id, Topic: 'created', Partition: 0, Offset: 7 });
	expect(item).toMatchObject({ Offset: 7, Key: 'k7', Value: '{"order":7}' });
});

test('Get of a message that is not there', async () => {
	const { told } = await cloud.run('message/get', at(99));
	expect(told).toContain('Get message did not succeed');
});

test('an answer without a message is not taken for one', async () => {
	const body = { Response: { Result: { Topic: 'created', Partition: 0 }, RequestId: 'r' } };
	cloud.em.faults.add({
		operation: 'FetchMessageByOffset',
		effect: { kind: 'answer', status: 200, body },
	});
	const { told } = await cloud.run('message/get', at(7));
	expect(told).toContain('no message exists at offset 7');
});

test('Get Many goes from an offset on', async () => {
	const items = await cloud.items('message/getAll', at(5));
	expect(cloud.body()).toEqual({ InstanceId: id, Topic: 'created', Partition: 0, Offset: 5 });
	expect(items.map(({ Offset }) => Offset)).toEqual(Array.from({ length: 20 }, (_, n) => 5 + n));
	const options = { singlePartitionRecordNumber: 2 };
	expect(await cloud.items('message/getAll', { ...at(29), options })).toHaveLength(1);
	expect(cloud.body()).toMatchObject({ SinglePartitionRecordNumber: 2 });
});

test.each<[INodeParameters, string]>([
	[{ offset: -1 }, "'Offset' is -1"],
	[{ partition: '={{ "" }}' }, "'Partition' is empty"],
	[{ options: { singlePartitionRecordNumber: 21 } }, "'Maximum Messages' is 21"],
])('Get Many refuses %j', async (more, problem) => {
	const { told } = await cloud.run('message/getAll', { ...at(0), ...more });
	expect(told).toContain(problem);
	expect(cloud.lines()).toEqual([]);
});

describe('Send', () => {
	const access = () => topic().id.replace('topic-', 'datahub-');
	const sending = (...entry: INodeParameters[]): INodeParameters => ({
		dataHubId: byId(access()),
		messages: { entry },
	});

	test('an item for each message, no key where there is none', async () => {
		const items = await cloud.items(
			'message/send',
			sending({ body: '{"order":1}', key: 'k' }, { body: 'two', key: '' }),
		);
		expect(cloud.body()).toEqual({
			DataHubId: access(),
			Message: [{ Body: '{"order":1}', Key: 'k' }, { Body: 'two' }],
		});
		expect(items).toHaveLength(2);
		expect(items[0]).toMatchObject({ sent: true, DataHubId: access() });
		expect(items[0].MessageId).not.toBe(items[1].MessageId);
		expect(topic().logs[0].messages.at(-1)?.value).toBe('two');
	});

	test('a message that got no ID is not reported as sent', async () => {
		cloud.em.faults.add({
			operation: 'SendMessage',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { MessageId: ['m1'], RequestId: 'r' } },
			},
		});
		const { told } = await cloud.run('message/send', sending({ body: 'one' }, { body: 'two' }));
		expect(told).toContain('message 2 received no ID');
		expect(told).toContain('"MessageId":"m1"');
	});

	test('sends once when the answer is lost', async () => {
		cloud.em.faults.add({ operation: 'SendMessage', effect: { kind: 'cut', when: 'after' } });
		const { told } = await cloud.run('message/send', sending({ body: 'one' }));
		expect(told).toContain('It is not known whether the request took effect');
		expect(cloud.sent('SendMessage')).toBeSent(1);
	});

	test.each<[INodeParameters, string]>([
		[{ messages: { entry: [] } }, "'Messages' has 0 entries"],
		[
			{ messages: { entry: Array<INodeParameters>(501).fill({ body: 'x' }) } },
			"'Messages' has 501 entries",
		],
		[{ messages: { entry: [{ body: '={{ "" }}' }] } }, "'Body' is empty"],
		[{ dataHubId: '={{ "" }}' }, "'DataHub Access' is empty"],
	])('refuses %j', async (more, problem) => {
		const { told } = await cloud.run('message/send', { ...sending({ body: 'x' }), ...more });
		expect(told).toContain(problem);
		expect(cloud.lines()).toEqual([]);
	});
});
