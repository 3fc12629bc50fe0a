/** Consumer groups, users, messages, background tasks and look-ups, each operation through n8n. */
import type {
	IDataObject,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
} from 'n8n-workflow';

import { fault, type HuaweiInstance } from '../../../emulator';
import { byId, byName, openCloud, WAITING, type Cloud } from '../../support/stage';

const NOW = Date.parse('2026-01-01T00:00:00Z');

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.huawei.state.named('orders') as HuaweiInstance;
const here = () => ({ instanceId: byId(id) });
const of = (group: string) => ({ ...here(), group: byName(group) });
const path = (rest: string) => `/v2/{project}/instances/${id}${rest}`;
const enginePath = (rest: string) => `/v2/kafka/{project}/instances/${id}${rest}`;

const member = (n: number, partitions: number[] = []) => ({
	memberId: `consumer-${n}-id`,
	clientId: `consumer-${n}`,
	host: `/192.168.0.${n}`,
	assignment: [{ topic: 'created', partitions }],
});

beforeEach(async () => {
	const many = Array.from({ length: 120 }, (_, i) => ({ name: `bulk-${i}` }));
	cloud = await openCloud({
		instances: [
			{
				name: 'orders',
				sslEnable: true,
				topics: [
					{
						name: 'created',
						partition: 2,
						messages: Array.from({ length: 130 }, (_, i) => ({
							partition: i % 2,
							key: `key-${i}`,
							value: `order ${i}${i === 77 ? ' needle' : ''}`,
							timestamp: NOW + i * 1000,
						})),
					},
					{ name: 'paid', partition: 1, messages: [{ value: 'x' }, { value: 'y' }] },
				],
				users: [{ name: 'reader' }, { name: 'writer' }, { name: 'third/one' }],
				groups: [
					{
						name: 'busy',
						members: [member(1, [0]), member(2, [1])],
						offsets: [
							{ topic: 'created', partition: 0, offset: 3 },
							{ topic: 'created', partition: 1, offset: 4 },
							{ topic: 'paid', partition: 0, offset: 1 },
						],
					},
					{ name: 'crowd', members: Array.from({ length: 70 }, (_, i) => member(i + 10)) },
					{ name: 'a b/c?#é', description: 'odd' },
					{
						name: 'idle',
						offsets: [
							{ topic: 'created', partition: 0, offset: 3 },
							{ topic: 'created', partition: 1, offset: 4 },
							{ topic: 'paid', partition: 0, offset: 1 },
						],
					},
					{ name: 'gone-1' },
					{ name: 'gone-2' },
					...many,
				],
			},
		],
	});
	id = instance().id;
});

describe('consumer group', () => {
	test('Create, whose answer is a bare word', async () => {
		const [made] = await cloud.items('consumerGroup/create', { ...here(), groupName: 'test' });
		expect(cloud.lines()).toEqual([`POST /v2/{project}/kafka/instances/${id}/group`]);
		expect(cloud.body()).toEqual({ group_name: 'test' });
		expect(made).toEqual({ group_id: 'test', instance_id: id, created: true });
	});

	test('Create with a description, and Create If Absent the second time', async () => {
		const more = {
			...here(),
			groupName: 'twice',
			createIfAbsent: true,
			options: { groupDesc: 'd' },
		};
		expect(await cloud.items('consumerGroup/create', more)).toMatchObject([{ created: true }]);
		expect(cloud.body()).toEqual({ group_name: 'twice', group_desc: 'd' });
		const again = await cloud.items('consumerGroup/create', more);
		expect(again).toMatchObject([{ group_id: 'twice', group_desc: 'd', created: false }]);
		expect(cloud.sent('CreateKafkaConsumerGroup')).toBeSent(1);
	});

	test('Create that exists already says so', async () => {
		const { told } = await cloud.run('consumerGroup/create', { ...here(), groupName: 'busy' });
		expect(told).toContain('consumer group already exists');
	});

	test('Create whose answer was lost is found again', async () => {
		cloud.em.faults.add({ operation: 'CreateKafkaConsumerGroup', effect: fault.answerLost() });
		const made = await cloud.items('consumerGroup/create', { ...here(), groupName: 'lost' });
		expect(made).toMatchObject([{ group_id: 'lost', created: true, recovered: true }]);
		expect(cloud.sent('CreateKafkaConsumerGroup')).toBeSent(1);
	});

	test('Get and Get Summary', async () => {
		const [group] = await cloud.items('consumerGroup/get', of('busy'));
		expect(cloud.lines()).toEqual([`GET ${path('/management/groups/busy')}`]);
		expect(group).toMatchObject({
			group_id: 'busy',
			state: 'STABLE',
			members: [{ assignment: [{ topic: 'created', partitions: [0] }] }, {}],
		});
		cloud.forget();
		const [summary] = await cloud.items('consumerGroup/getSummary', of('a b/c?#é'));
		expect(cloud.lines()).toEqual([`GET ${enginePath('/groups/a%20b%2Fc%3F%23%C3%A9')}`]);
		expect(summary).toMatchObject({ group_id: 'a b/c?#é', state: 'EMPTY' });
	});

	test('Get Many over all pages, and with a filter', async () => {
		const all = await cloud.items('consumerGroup/getAll', { ...here(), returnAll: true });
		expect(new Set(all.map(({ group_id }) => group_id)).size).toBe(instance().groups.length);
		expect(cloud.lines().slice(0, 2)).toEqual([
			`GET ${path('/groups?limit=50&offset=0')}`,
			`GET ${path('/groups?limit=50&offset=49')}`,
		]);
		cloud.forget();
		const found = await cloud.items('consumerGroup/getAll', {
			...here(),
			limit: 3,
			options: { group: 'bulk-11' },
		});
		expect(found.map(({ group_id }) => group_id)).toEqual(['bulk-11', 'bulk-110', 'bulk-111']);
		expect(cloud.lines()).toEqual([`GET ${path('/groups?group=bulk-11&limit=3&offset=0')}`]);
	});

	test('Get Many while groups disappear underneath gives each one that is left, once', async () => {
		const { groups } = instance();
		let asked = 0;
		const gone = groups.slice(0, 5);
		const at = Object.getOwnPropertyDescriptor(instance(), 'groups');
		Object.defineProperty(instance(), 'groups', {
			configurable: true,
			get: () => (++asked > 1 ? groups.slice(5) : groups),
		});
		const all = await cloud.items('consumerGroup/getAll', { ...here(), returnAll: true });
		Object.defineProperty(instance(), 'groups', { ...at, value: groups });
		expect(all.map(({ group_id }) => group_id)).toEqual(groups.slice(5).map(({ name }) => name));
		expect(all.some(({ group_id }) => gone.some(({ name }) => name === group_id))).toBe(false);
	});

	test('Get Members, pages and filters', async () => {
		const all = await cloud.items('consumerGroup/getMembers', { ...of('crowd'), returnAll: true });
		expect(new Set(all.map(({ member_id }) => member_id)).size).toBe(70);
		expect(cloud.lines()).toEqual([
			`GET ${enginePath('/groups/crowd/members?limit=50&offset=0')}`,
			`GET ${enginePath('/groups/crowd/members?limit=50&offset=49')}`,
		]);
		cloud.forget();
		const options = { host: '/192.168.0.11', memberId: 'consumer-11' };
		expect(await cloud.items('consumerGroup/getMembers', { ...of('crowd'), options })).toEqual([
			{ member_id: 'consumer-11-id', client_id: 'consumer-11' },
		]);
		expect(cloud.lines()).toEqual([
			`GET ${enginePath('/groups/crowd/members?host=%2F192.168.0.11&limit=50&member_id=consumer-11&offset=0')}`,
		]);
	});

	test('Get Offsets keeps rows of several topics apart although they do not name them', async () => {
		const all = await cloud.items('consumerGroup/getOffsets', of('idle'));
		expect(all.map(({ partition }) => partition)).toEqual(['0', '1', '0']);
		cloud.forget();
		const options = { topic: 'created', partition: 0 };
		const [row] = await cloud.items('consumerGroup/getOffsets', { ...of('idle'), options });
		expect(row).toMatchObject({ partition: '0', message_current_offset: '3' });
		expect(cloud.lines()).toEqual([
			`GET ${enginePath('/groups/idle/message-offset?limit=50&offset=0&partition=0&topic=created')}`,
		]);
	});

	test('Get Topics with sorting', async () => {
		const options = { topic: 'a', sortKey: 'topic', sortDir: 'asc' };
		const topics = await cloud.items('consumerGroup/getTopics', { ...of('busy'), options });
		expect(topics.map(({ topic }) => topic)).toEqual(['created', 'paid']);
		expect(cloud.lines()).toEqual([
			`GET ${enginePath('/groups/busy/topics?limit=50&offset=0&sort_dir=asc&sort_key=topic&topic=a')}`,
		]);
		cloud.forget();
		await cloud.items('consumerGroup/getTopics', of('busy'));
		expect(cloud.lines()).toEqual([`GET ${enginePath('/groups/busy/topics?limit=50&offset=0')}`]);
	});

	test('Reset Offsets of one topic, to an offset and to a time', async () => {
		const to = (more: IDataObject) => ({ ...of('idle'), options: { topic: 'created' }, ...more });
		const [done] = await cloud.items(
			'consumerGroup/resetOffsets',
			to({ partition: 0, resetTo: 'offset', messageOffset: 10, ...WAITING }) as never,
		);
		expect(cloud.lines().filter((line) => !line.startsWith('GET'))).toEqual([
			`PUT ${enginePath('/groups/idle/reset-message-offset')}`,
		]);
		expect(cloud.body('ResetMessageOffsetWithEngine')).toEqual({
			topic: 'created',
			partition: 0,
			message_offset: 10,
		});
		expect(done).toMatchObject({ reset: true, group_id: 'idle', topic: 'created', partition: 0 });
		expect(instance().groups.find(({ name }) => name === 'idle')?.offsets[0].offset).toBe(10);
		await cloud.items(
			'consumerGroup/resetOffsets',
			to({ resetTo: 'time', messageOffset: 7, timestamp: 1571812144000 }) as never,
		);
		expect(cloud.body()).toEqual({ topic: 'created', partition: -1, timestamp: 1571812144000 });
	});

	test('Reset Offsets to 0 sends the zero', async () => {
		await cloud.items('consumerGroup/resetOffsets', { ...of('idle'), options: { topic: 'paid' } });
		expect(cloud.body()).toEqual({ topic: 'paid', partition: -1, message_offset: 0 });
	});

	test.each([
		[{ resetTo: '={{ "elsewhere" }}' }, "'Reset To' is neither an offset nor a time"],
		[{ resetTo: 'time', timestamp: '={{ "" }}' }, "'Timestamp' is empty"],
		[{ partition: '={{ "p" }}' }, "'Partition' is not a whole number"],
	])('Reset Offsets with %p sends nothing', async (more, message) => {
		const { told } = await cloud.run('consumerGroup/resetOffsets', { ...of('idle'), ...more });
		expect(told).toContain(message);
		expect(cloud.lines()).toEqual([]);
	});

	test('Reset Offsets of a group with consumers is refused by the service', async () => {
		const { told } = await cloud.run('consumerGroup/resetOffsets', of('busy'));
		expect(told).toContain('consumers online');
	});

	test('Delete Offsets, with a topic that is still read', async () => {
		const { told } = await cloud.run('consumerGroup/deleteOffsets', {
			...of('busy'),
			topics: 'created, paid',
		});
		expect(cloud.lines()).toEqual([`POST ${enginePath('/groups/busy/delete-offset')}`]);
		expect(cloud.body()).toEqual({ topics: ['created', 'paid'] });
		expect(told).toContain('offsets in topic created were not deleted: ');
		expect(told).toContain('DMS.00400882');
	});

	test('Delete Offsets that all work', async () => {
		const deleted = await cloud.items('consumerGroup/deleteOffsets', {
			...of('idle'),
			topics: ['created', 'paid'] as never,
		});
		expect(deleted).toEqual(
			['created', 'paid'].map((name) => ({ deleted: true, name, group_id: 'idle' })),
		);
	});

	test('Delete', async () => {
		expect(await cloud.items('consumerGroup/delete', of('gone-1'))).toEqual([
			{ deleted: true, group_id: 'gone-1' },
		]);
		expect(cloud.lines()).toEqual([`DELETE ${enginePath('/groups/gone-1')}`]);
		expect(cloud.body()).toBeUndefined();
	});

	test('Delete Many tells which are still there and why', async () => {
		const groupIds = ['gone-2', 'busy'];
		const ran = await cloud.run(
			'consumerGroup/deleteMany',
			{ ...here(), groupIds },
			{ onError: 'continueRegularOutput' },
		);
		expect(cloud.lines().at(-1)).toBe(`POST ${path('/groups/batch-delete')}`);
		expect(cloud.body()).toEqual({ group_ids: groupIds });
		const [gone, busy] = ran.items;
		expect(gone).toEqual({ deleted: true, group_id: 'gone-2' });
		expect(busy.error).toContain('busy was not deleted: NON_EMPTY_GROUP');
	});

	test('Delete Many of one that is not there deletes none of the others', async () => {
		const groupIds = ['busy', 'busy,eu'];
		const { told } = await cloud.run('consumerGroup/deleteMany', { ...here(), groupIds });
		expect(told).toContain('do not exist on the instance: busy,eu | Nothing was deleted.');
		expect(cloud.writes()).toEqual([]);
	});
});

describe('consumer group: Update', () => {
	const description = () => instance().groups.find(({ name }) => name === 'busy')?.description;
	const run = async (options: INodeParameters) =>
		await cloud.run('consumerGroup/update', { ...here(), group: byName('busy'), options });

	test('changes the description, and can remove it', async () => {
		const { items } = await run({ groupDesc: 'bills orders' });
		expect(cloud.lines()).toEqual([`PUT ${enginePath('/groups/busy')}`]);
		expect(cloud.body()).toEqual({ group_name: 'busy', group_desc: 'bills orders' });
		expect(items).toEqual([
			{ group_id: 'busy', group_desc: 'bills orders', updated: true, instance_id: id },
		]);
		expect(description()).toBe('bills orders');
		await run({ groupDesc: '' });
		expect(description()).toBe('');
	});

	test('sends nothing without a description', async () => {
		expect((await run({})).told).toContain('has nothing to change');
		expect(cloud.lines()).toEqual([]);
	});
});

describe('user', () => {
	const PASSWORD = 'Canary-pass-77';

	test('Reset Password, which never comes out again', async () => {
		const more = { ...here(), user: byName('third/one'), newPassword: PASSWORD };
		const ran = await cloud.run('user/resetPassword', more);
		expect(cloud.lines()).toEqual([`PUT ${path('/users/third%2Fone')}`]);
		expect(cloud.body()).toEqual({ new_password: PASSWORD });
		expect(ran.items).toEqual([{ user_name: 'third/one', updated: true, instance_id: id }]);
		const { users } = instance();
		expect(users.find(({ name }) => name === 'third/one')?.password).toBe(PASSWORD);
		cloud.em.faults.add({ operation: 'ResetUserPasswrod', effect: fault.serverError() });
		const failed = await cloud.run('user/resetPassword', more);
		expect(failed.told).not.toBe('');
		expect(JSON.stringify([failed.told, { ...failed.run.error, node: undefined }])).not.toContain(
			PASSWORD,
		);
	});

	test.each([
		['Reader-1x', 'Reader-1x'],
		['Reader-1x', 'x1-redaeR'],
	])('Reset Password of %s to %s sends nothing', async (user, newPassword) => {
		const { told } = await cloud.run('user/resetPassword', {
			...here(),
			user: byName(user),
			newPassword,
		});
		expect(told).toContain("'Password' is the same as the user name or the user name reversed");
		expect(told).not.toContain(newPassword === user ? '\u0000' : newPassword);
		expect(cloud.lines()).toEqual([]);
	});

	test('Update of the description keeps the password, and the other way round', async () => {
		const user = () => instance().users.find(({ name }) => name === 'reader');
		Object.assign(user() ?? {}, { description: 'reads', password: 'Before-pass-1' });
		const of = { ...here(), user: byName('reader') };
		const line = `PUT ${enginePath('/users/reader')}`;
		const more = { ...of, options: { userDesc: 'reads orders' } };
		expect(await cloud.items('user/update', more)).toEqual([
			{ user_name: 'reader', updated: true, instance_id: id },
		]);
		expect(cloud.lines()).toEqual([line]);
		expect(cloud.body()).toEqual({ user_name: 'reader', user_desc: 'reads orders' });
		expect(user()?.password).toBe('Before-pass-1');
		cloud.forget();
		const ran = await cloud.run('user/update', { ...of, options: { newPassword: PASSWORD } });
		expect(cloud.body('UpdateInstanceUser')).toEqual({
			user_name: 'reader',
			user_desc: 'reads orders',
			new_password: PASSWORD,
		});
		expect(user()).toMatchObject({ description: 'reads orders', password: PASSWORD });
		expect(JSON.stringify(ran.items)).not.toContain(PASSWORD);
		cloud.forget();
		await cloud.items('user/update', { ...of, options: { userDesc: '' } });
		expect(cloud.body()).toEqual({ user_name: 'reader', user_desc: '' });
		expect(user()?.description).toBe('');
	});

	test('Update of a password by somebody who may not list users sends it alone', async () => {
		const effect = { kind: 'answer', status: 403, body: {} } as never;
		cloud.em.faults.add({ operation: 'ShowInstanceUsers', effect });
		const more = { ...here(), user: byName('reader'), options: { newPassword: PASSWORD } };
		await cloud.items('user/update', more);
		expect(cloud.body('UpdateInstanceUser')).toEqual({
			user_name: 'reader',
			new_password: PASSWORD,
		});
	});

	test.each([
		[{}, 'has nothing to change'],
		[{ newPassword: 'Reader-1x' }, "'New Password' is the same as the user name"],
		[{ newPassword: 'x1-redaeR' }, "'New Password' is the same as the user name"],
		[{ newPassword: 'short' }, "'New Password'"],
	])('Update with %j sends nothing', async (options, expected) => {
		const more = { ...here(), user: byName('Reader-1x'), options };
		const { told } = await cloud.run('user/update', more);
		expect(told).toContain(expected);
		expect(cloud.writes()).toEqual([]);
	});

	test('Delete of one that is not there is no success, and deletes none of the others', async () => {
		const users = ['reader', 'Writer'];
		const { told } = await cloud.run('user/delete', { ...here(), users });
		expect(told).toContain(
			"'User Names or IDs' contains users that do not exist on the instance: Writer | Nothing was deleted.",
		);
		// One that was just created is listed late, so it is looked for again.
		expect(cloud.lines()).toEqual(Array(5).fill(`GET ${path('/users')}`));
		expect(instance().users.map(({ name }) => name)).toContain('reader');
	});

	test('Delete', async () => {
		const users = ['reader', 'writer'];
		expect(await cloud.items('user/delete', { ...here(), users })).toEqual(
			users.map((user_name) => ({ deleted: true, user_name })),
		);
		expect(cloud.lines()).toEqual([`GET ${path('/users')}`, `PUT ${path('/users')}`]);
		expect(cloud.body()).toEqual({ action: 'delete', users });
		expect(instance().users.some(({ name }) => users.includes(name))).toBe(false);
	});
});

describe('message', () => {
	const topic = byName('created');

	test('Send with key and partition', async () => {
		const propertyList = {
			entry: [
				{ name: 'KEY', value: 'testKey' },
				{ name: 'PARTITION', value: '0' },
			],
		};
		const messageBody = 'hello world';
		const [sent] = await cloud.items('message/send', {
			...here(),
			topic: byName('paid'),
			messageBody,
			propertyList,
		});
		expect(cloud.lines()).toEqual([`POST ${path('/messages/action?action_id=send')}`]);
		expect(cloud.body()).toEqual({
			topic: 'paid',
			body: messageBody,
			property_list: propertyList.entry,
		});
		expect(sent).toMatchObject({ sent: true, topic: 'paid', instance_id: id });
		const { messages } = instance().topics[1].logs[0];
		expect(messages.at(-1)).toMatchObject({ key: 'testKey', value: messageBody });
	});

	test('Send without properties sends the empty list', async () => {
		await cloud.items('message/send', { ...here(), topic: byName('paid'), messageBody: '{"a":1}' });
		expect(cloud.body()).toEqual({ topic: 'paid', body: '{"a":1}', property_list: [] });
	});

	test('Send whose answer was lost is not sent again', async () => {
		cloud.em.faults.add({ operation: 'SendKafkaMessage', effect: fault.answerLost() });
		const { told } = await cloud.run('message/send', {
			...here(),
			topic: byName('paid'),
			messageBody: 'once',
		});
		expect(told).toContain('It is not known whether the request took effect');
		expect(cloud.sent('SendKafkaMessage')).toBeSent(1);
	});

	const span = { startTime: NOW, endTime: NOW + 1_000_000 };

	test('Search numbers its pages, all of one size', async () => {
		const all = await cloud.items('message/search', { ...here(), topic, ...span, returnAll: true });
		expect(new Set(all.map((m) => `${String(m.partition)}/${String(m.message_offset)}`)).size).toBe(
			130,
		);
		const query = (page: number, size: number) =>
			`GET ${path(`/messages?end_time=${span.endTime}&limit=${size}&offset=${page}&start_time=${span.startTime}&topic=created`)}`;
		expect(cloud.lines()).toEqual([query(0, 50), query(1, 50), query(2, 50)]);
		cloud.forget();
		const some = await cloud.items('message/search', { ...here(), topic, ...span, limit: 70 });
		expect(some).toEqual(all.slice(0, 70));
		expect(cloud.lines()).toEqual([query(0, 50), query(1, 50)]);
	});

	test('Search with keyword, order and download', async () => {
		const options = { keyword: 'needle', asc: false, download: false };
		const found = await cloud.items('message/search', { ...here(), topic, ...span, options });
		expect(found).toMatchObject([{ partition: 1, message_offset: 38 }]);
		expect(cloud.lines()).toEqual([
			`GET ${path(`/messages?asc=false&download=false&end_time=${span.endTime}&keyword=needle&limit=50&offset=0&start_time=${span.startTime}&topic=created`)}`,
		]);
	});

	test('Search with keyword is asked once, whatever it counts, and gives each message with its place', async () => {
		const messages = Array.from({ length: 60 }, (_, index) => ({ partition: 0, offset: index }));
		const body = { messages, total: 230, size: 60 };
		cloud.em.faults.add({
			operation: 'ShowInstanceMessages',
			times: 'always',
			effect: { kind: 'answer', status: 200, body } as never,
		});
		const search = { ...here(), topic, ...span, options: { keyword: 'needle' } };
		const found = await cloud.items('message/search', { ...search, returnAll: true });
		expect(found).toEqual(messages.map(({ offset }) => ({ partition: 0, message_offset: offset })));
		expect(cloud.lines()).toHaveLength(1);
		expect(await cloud.items('message/search', { ...search, limit: 7 })).toHaveLength(7);
		const one = { ...here(), topic, partition: 0, messageOffset: 0, options: search.options };
		expect((await cloud.items('message/searchByOffset', one))[0]).toEqual(found[0]);
	});

	test.each([
		[{ options: { keyword: 'k'.repeat(51) } }, "'Keyword' has 51 characters"],
		[{ endTime: '={{ "" }}' }, "'To' is empty"],
		[{ topic: byName('={{ "" }}') }, "'Topic' is empty"],
	])('Search with %p sends nothing', async (more, message) => {
		const { told } = await cloud.run('message/search', {
			...here(),
			topic,
			...span,
			...more,
		} as never);
		expect(told).toContain(message);
		expect(cloud.lines()).toEqual([]);
	});

	test('Search by Offset', async () => {
		const more = { ...here(), topic, partition: 0, messageOffset: 0, options: { download: false } };
		expect(await cloud.items('message/searchByOffset', more)).toMatchObject([{ value: 'order 0' }]);
		expect(cloud.lines()).toEqual([
			`GET ${path('/messages?download=false&message_offset=0&partition=0&topic=created')}`,
		]);
	});

	test('Get Many reads on where the page before ended', async () => {
		const all = await cloud.items('message/getAll', { ...here(), topic, returnAll: true });
		expect(all).toHaveLength(130);
		expect(cloud.lines()).toEqual(
			[0, 49, 98].map(
				(offset) => `GET ${path(`/management/topics/created/messages?limit=50&offset=${offset}`)}`,
			),
		);
		cloud.forget();
		const options = { startTime: NOW, endTime: NOW + 10_000, partition: 1 };
		expect(await cloud.items('message/getAll', { ...here(), topic, options })).toHaveLength(5);
		expect(cloud.lines()).toEqual([
			`GET ${path(`/management/topics/created/messages?end_time=${NOW + 10_000}&limit=50&offset=0&partition=1&start_time=${NOW}`)}`,
		]);
	});

	test('Get by Offset, Get Earliest and Get Latest', async () => {
		const place = { ...here(), topic, partition: 1 };
		expect(await cloud.items('message/getByOffset', { ...place, messageOffset: 7 })).toMatchObject([
			{ key: 'key-15', value: 'order 15', message_offset: 7 },
		]);
		expect(await cloud.items('message/getEarliest', place)).toMatchObject([{ offset: 0 }]);
		expect(await cloud.items('message/getLatest', place)).toMatchObject([{ offset: 64 }]);
		const partition = path('/management/topics/created/partitions/1');
		expect(cloud.lines()).toEqual([
			`GET ${partition}/message?message_offset=7`,
			`GET ${partition}/beginning-message`,
			`GET ${partition}/end-message`,
		]);
	});

	test('Delete is a POST, and tells what did not work', async () => {
		const partitions = {
			entry: [
				{ partition: 0, offset: 0 },
				{ partition: 9, offset: 5 },
			],
		};
		const { told } = await cloud.run('message/delete', { ...here(), topic, partitions });
		expect(cloud.lines()).toEqual([
			`POST /v2/{project}/kafka/instances/${id}/topics/created/messages/delete`,
		]);
		expect(cloud.body()).toEqual({ partitions: partitions.entry });
		expect(told).toContain('messages of partition 9 were not deleted: ');
		const entry = [{ partition: 1, offset: 10 }];
		const deleted = await cloud.items('message/delete', {
			...here(),
			topic,
			partitions: { entry },
		});
		expect(deleted).toEqual([{ deleted: true, topic: 'created', partition: 1, offset: 10 }]);
		expect(instance().topics[0].logs[1].startOffset).toBe(10);
	});

	const NO_PATH = 'The API does not exist or has not been published in the environment';

	test.each([
		['DMS.00404001', 0, undefined],
		['APIGW.0101', 404, { error_code: 'APIGW.0101', error_msg: NO_PATH }],
		['a 405', 405, { error_code: 'DMS.00405001', error_msg: 'Method not allowed.' }],
		['a 404 without a code', 404, {}],
	])('Delete takes the older path where there is no newer one: %s', async (_, status, body) => {
		cloud.em.huawei.state.rules.newerMessageDeletion = body !== undefined;
		if (body) {
			cloud.em.faults.add({
				operation: 'DeleteKafkaTopicMessages',
				effect: { kind: 'answer', status, body } as never,
			});
		}
		const partitions = { entry: [{ partition: 1, offset: 10 }] };
		const deleted = await cloud.items('message/delete', { ...here(), topic, partitions });
		expect(deleted).toEqual([{ deleted: true, topic: 'created', partition: 1, offset: 10 }]);
		const place = `/v2/{project}/kafka/instances/${id}/topics/created/messages`;
		expect(cloud.lines()).toEqual([`POST ${place}/delete`, `DELETE ${place}`]);
		expect(cloud.body('DeleteKafkaMessage')).toEqual({ partitions: partitions.entry });
		expect(instance().topics[0].logs[1].startOffset).toBe(10);
	});

	test.each([
		['an instance that is gone', 404, 'DMS.00404022'],
		['a right that is missing', 403, 'DMS.00403003'],
		['a fault', 500, 'DMS.00500000'],
	])('Delete is not sent on another path after %s', async (_, status, error_code) => {
		cloud.em.faults.add({
			operation: 'DeleteKafkaTopicMessages',
			times: 'always',
			effect: { kind: 'answer', status, body: { error_code, error_msg: 'No.' } } as never,
		});
		const partitions = { entry: [{ partition: 1, offset: 10 }] };
		const { told } = await cloud.run('message/delete', { ...here(), topic, partitions });
		expect(told).toContain(error_code);
		expect(cloud.sent('DeleteKafkaMessage')).toEqual([]);
	});

	test('Delete whose answer does not say what was done is no success', async () => {
		for (const body of ['', {}, { partitions: null }, { partitions: [{ partition: 1 }] }]) {
			cloud.em.faults.clear();
			cloud.em.faults.add({
				operation: 'DeleteKafkaTopicMessages',
				effect: { kind: 'answer', status: 200, body } as never,
			});
			const partitions = { entry: [{ partition: 1, offset: 10 }] };
			const { told } = await cloud.run('message/delete', { ...here(), topic, partitions });
			expect(told).toMatch(/partition 1 were not deleted|does not say what was done/);
		}
	});

	test('Search by key and words', async () => {
		const times = { startTime: 1_600_000_000_000, endTime: 4_000_000_000_000 };
		const options = { key: 'k', include: 'a,b', exclude: 'c' };
		await cloud.items('message/search', { ...here(), topic, ...times, options });
		expect(cloud.lines()[0]).toMatch(/[?&]exclude=c&.*include=a%2Cb&key=k&/);
		cloud.forget();
		const many = { include: Array(12).fill('a').join(), exclude: Array(9).fill('b').join() };
		const { told } = await cloud.run('message/search', {
			...{ ...here(), topic, ...times },
			options: many,
		});
		expect(told).toMatch(/'Contains Words' and 'Excludes Words' have 21 words together/);
		expect(cloud.lines()).toEqual([]);
	});

	test('Delete without partitions sends nothing', async () => {
		const { told } = await cloud.run('message/delete', { ...here(), topic });
		expect(told).toContain("'Partitions' has 0 entries");
		expect(cloud.lines()).toEqual([]);
	});
});

describe('look-ups', () => {
	test('Get Maintenance Windows and Get Flavor Cores', async () => {
		const windows = await cloud.items('lookupMaintenance/getMaintenanceWindows');
		expect(windows.filter((window) => window.default)).toMatchObject([{ begin: '02', end: '06' }]);
		const cores = await cloud.items('lookupMaintenance/getFlavorCores', {
			productId: 'c6.2u4g.cluster',
			brokerNum: 3,
		});
		expect(cores).toEqual([{ core_num: expect.any(Number) }]);
		expect(cloud.lines()).toEqual([
			'GET /v2/instances/maintain-windows',
			'GET /v2/kafka/products/cores?broker_num=3&product_id=c6.2u4g.cluster',
		]);
	});

	test('lists of consumer groups and users depend on the instance', async () => {
		const shown = { resource: 'consumerGroup', operation: 'deleteMany', ...here() };
		const find = async (method: string, filter?: string) =>
			(await cloud.lookUp<INodeListSearchResult>('listSearch', method, shown, filter)).results;
		expect(await find('searchGroups', 'bus')).toEqual([{ name: 'busy (stable)', value: 'busy' }]);
		expect(await find('searchUsers', 'ADMIN')).toEqual([
			{ name: 'admin-user', value: 'admin-user' },
		]);
		const load = async (method: string, parameters: INodeParameters = shown) =>
			await cloud.lookUp<INodePropertyOptions[]>('loadOptions', method, parameters);
		expect((await load('getGroups')).length).toBe(instance().groups.length);
		expect((await load('getUsers')).map(({ value }) => value)).toContain('admin-user');
		await expect(load('getUsers', { ...shown, instanceId: byId('') })).rejects.toThrow(
			'Select an instance first',
		);
		expect(await load('getWindowStarts')).toContainEqual({
			name: '02:00 (default)',
			value: '02:00',
		});
		expect(await load('getWindowEnds')).toContainEqual({ name: '06:00 (default)', value: '06:00' });
	});

	test.each(['06', '06:00', '06:00:00'])('an instance takes %s for its window', async (begin) => {
		const options = {
			maintenanceWindow: { entry: { maintainBegin: begin, maintainEnd: '10:00' } },
		};
		await cloud.items('instance/update', { ...here(), options });
		expect(cloud.body()).toEqual({ maintain_begin: '06:00:00', maintain_end: '10:00:00' });
	});

	test('half a window sends nothing', async () => {
		const { told } = await cloud.run('instance/update', {
			...here(),
			options: { maintenanceWindow: { entry: { maintainEnd: '10:00' } } },
		});
		expect(told).toContain("'Maintenance Window Start Name or ID' is missing");
		expect(cloud.lines()).toEqual([]);
	});
});

describe('what takes a while', () => {
	let quick: Cloud;
	const theGroup = { name: 'idle', offsets: [{ topic: 'created', partition: 0, offset: 3 }] };
	beforeEach(async () => {
		quick = await openCloud(
			{
				instances: [
					{
						name: 'orders',
						topics: [{ name: 'created', messages: [{ value: 'x', partition: 0 }] }],
						groups: [theGroup, { ...theGroup, name: 'other' }],
					},
				],
			},
			{ tick: 9_000 },
		);
	});
	const state = () => quick.em.huawei.state.named('orders') as HuaweiInstance;
	const all = (group: string) => ({
		instanceId: byId(state().id),
		group: byName(group),
		...WAITING,
	});
	const olderTask = (status: 'SUCCESS' | 'EXECUTING' | 'FAILED') => ({
		id: 'f'.repeat(32),
		name: 'kafkaResetConsumerOffset',
		params: '{"group":"idle"}',
		status,
		createdAt: quick.em.huawei.state.now - 1000,
		updatedAt: quick.em.huawei.state.now - 1000,
		listedFrom: 0,
	});

	test.each(['SUCCESS', 'FAILED'] as const)(
		'Reset Offsets of all topics is not taken for an older task that ended %s',
		async (status) => {
			state().tasks.push(olderTask(status));
			// Some looks see the older task only.
			state().durations.taskListed = 30_000;
			const [done] = await quick.items('consumerGroup/resetOffsets', all('idle'));
			expect(quick.body('ResetMessageOffsetWithEngine')).toEqual({
				// As the Terraform provider asks for all topics.
				topic: '',
				partition: -1,
				message_offset: 0,
			});
			const [, made] = state().tasks;
			expect(done).toMatchObject({ reset: true, id: made.id, status: 'SUCCESS', completed: true });
			expect(made.id).not.toBe(olderTask(status).id);
			expect(state().groups[0].offsets[0].offset).toBe(0);
		},
	);

	test('Reset Offsets whose task fails says so', async () => {
		state().failingTasks.push('kafkaResetConsumerOffset');
		const { told } = await quick.run('consumerGroup/resetOffsets', all('idle'));
		expect(told).toContain('ended with status FAILED');
	});

	test('Reset Offsets of two groups at once: each waits for its own task', async () => {
		const ran = await quick.runItems(
			[{ g: 'idle' }, { g: 'other' }],
			'consumerGroup/resetOffsets',
			{
				...all(''),
				group: byName('={{ $json.g }}'),
			},
		);
		expect(ran.told).toBe('');
		expect(ran.items.map(({ group_id, params }) => [group_id, params])).toEqual([
			['idle', '{"group":"idle"}'],
			['other', '{"group":"other"}'],
		]);
	});

	test('Delete Background Task', async () => {
		state().tasks.push(olderTask('SUCCESS'));
		const more = { instanceId: byId(state().id), taskId: byId('f'.repeat(32)) };
		expect(await quick.items('backgroundTask/delete', more)).toEqual([
			{ deleted: true, id: 'f'.repeat(32) },
		]);
		expect(quick.lines()).toEqual([
			`DELETE /v2/{project}/instances/${state().id}/tasks/${'f'.repeat(32)}`,
		]);
		expect(state().tasks).toEqual([]);
	});
});
