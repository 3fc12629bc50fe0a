/** Answers that people met at Tencent Cloud, and what the node makes of them; each names its source. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';
import { printedOf } from './printed';

let cloud: Cloud;
let id: string;
const state = () => cloud.em.tencent.state;

beforeAll(async () => {
	cloud = await openVendor('tencent', { speed: 1 });
});
beforeEach(() => {
	cloud.forget();
	id = state().seed({
		name: 'orders',
		topics: [{ name: 'created' }],
		groups: [{ name: 'reports' }],
		users: [{ name: 'sre-team', password: 'Secret-123' }],
	}).id;
});
afterEach(() => {
	for (const instance of state().instances) instance.gone = true;
	cloud.clock.advance(cloud.clock.times.listingLag + 1);
});

const here = () => ({ instanceId: byId(id) });

/** Answers of an operation, one after another, the last one from then on. */
function answers(operation: string, ...contents: object[]): void {
	contents.forEach((content, at) =>
		cloud.em.faults.add({
			operation,
			nth: at + 1,
			times: at === contents.length - 1 ? 'always' : 1,
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { RequestId: 'req-1', ...content } } as never,
			},
		}),
	);
}
const refusal = (Code: string) => ({ Error: { Code, Message: 'x' } });
const routed = (RouteId: unknown, FlowId: unknown = 111) => ({
	Result: { ReturnCode: '0', ReturnMessage: 'success', Data: { FlowId, RouteDTO: { RouteId } } },
});
const ROUTERS = (
	printedOf('DescribeRoute')[0].response.Response.Result as { Routers: IDataObject[] }
).Routers;

describe('routes, whose list has neither status nor the main route first', () => {
	const vpc = (): INodeParameters => ({
		...here(),
		network: '3',
		accessType: '0',
		routeVpc: 'vpc-1',
		routeSubnet: 'subnet-1',
		...WAITING,
	});

	// Example of DescribeRoute, page 597/45484.
	test('a new one without a status is done when its task is and it has an address', async () => {
		answers('CreateRoute', routed(137005));
		answers('DescribeTaskStatus', { Result: { Status: 0, Output: 'success' } });
		answers(
			'DescribeRoute',
			{ Result: { Routers: [{ ...ROUTERS[1], VipList: [] }] } },
			{ Result: { Routers: [ROUTERS[1]] } },
		);
		const [item] = await cloud.items('route/create', vpc());
		expect(item).toMatchObject({ RouteId: 137005, status: 'created', completed: true });
		expect(cloud.sent('DescribeRoute')).toBeSent(2);
	});

	test('a null status is none, and a failed task is a failure', async () => {
		answers('CreateRoute', routed(137005));
		answers('DescribeRoute', { Result: { Routers: [{ ...ROUTERS[1], Status: null }] } });
		answers('DescribeTaskStatus', { Result: { Status: 1, Output: 'no address is left' } });
		const { told } = await cloud.run('route/create', vpc());
		expect(told).toMatch(/failed.*no address is left/);
	});

	test.each([[null], [0]])(
		'an ID of %j is no ID, and the task alone tells the end',
		async (none) => {
			answers('CreateRoute', routed(none));
			answers('DescribeTaskStatus', { Result: { Status: 0 } });
			const [item] = await cloud.items('route/create', vpc());
			expect(item).toMatchObject({ FlowId: 111, completed: true });
			expect(item).not.toHaveProperty('RouteId');
		},
	);

	test('the connection settings leave out those for support, and prefer the VPC', async () => {
		answers('DescribeRoute', { Result: { Routers: ROUTERS } });
		const [item] = await cloud.items('instance/getConnection', here());
		expect(item).toMatchObject({ bootstrapServers: '10.0.0.15:9092', publicAccess: true });
		const networks = (item.accessModes as IDataObject[]).map(({ network }) => network);
		expect(networks).toEqual(['VPC', 'Public']);
	});

	test('without a route for clients there is no address', async () => {
		answers('DescribeRoute', { Result: { Routers: [ROUTERS[0], ROUTERS[3]] } });
		const [item] = await cloud.items('instance/getConnection', here());
		expect(item).toMatchObject({ bootstrapServers: '', brokers: [], accessModes: [] });
	});

	test('the list in the editor shows the addresses of routes whose domain is an empty text', async () => {
		answers('DescribeRoute', { Result: { Routers: ROUTERS } });
		const { results } = await cloud.lookUp<{ results: Array<{ name: string }> }>(
			'listSearch',
			'searchRoutes',
			{ resource: 'route', operation: 'delete', ...here() },
		);
		expect(results.map(({ name }) => name)).toContain('VPC 10.0.0.15:9092 (137005)');
	});
});

describe('a success is a success, and nothing else is', () => {
	// Examples of CreateConsumer and BatchModifyGroupOffsets.
	test.each(['ok', 'OK', 'Success', ' 0 ', 0])('ReturnCode %j', async (ReturnCode) => {
		answers('DeleteGroup', { Result: { ReturnCode, ReturnMessage: 'success', Data: null } });
		const [item] = await cloud.items('consumerGroup/delete', {
			...here(),
			group: byName('reports'),
		});
		expect(item).toMatchObject({ deleted: true });
	});

	test.each([null, '', [], {}, false, 'failed'])('not ReturnCode %j', async (ReturnCode) => {
		answers('DeleteGroup', { Result: { ReturnCode, ReturnMessage: 'x', Data: null } });
		const { told } = await cloud.run('consumerGroup/delete', {
			...here(),
			group: byName('reports'),
		});
		expect(told).toContain('did not succeed');
	});

	test.each([null, '', false, [], {}, '0.5'])('not a check whose status is %j', async (Status) => {
		answers('CheckRechargeKafkaServer', { Status });
		for (const whenUnreachable of ['item', 'error']) {
			const { told } = await cloud.run('logService/checkKafka', {
				kafkaType: '0',
				kafkaInstance: byId(id),
				whenUnreachable,
			});
			expect(told).toContain('does not contain the result of the check');
		}
	});

	test.each([[[]], [['0']], [''], [null]])('not a task whose status is %j', async (Status) => {
		answers('DescribeTaskStatus', { Result: { Status, Output: '' } });
		const [task] = await cloud.items('task/get', { flowId: 5 });
		expect(task.statusKind).toBe('unknown');
	});

	test.each([[[null, '']], [null], ['ab']])('not messages whose IDs are %j', async (MessageId) => {
		answers('SendMessage', { MessageId });
		const { told } = await cloud.run('message/send', {
			dataHubId: byId('datahub-1'),
			messages: { entry: [{ body: 'a' }, { body: 'b' }] },
		});
		expect(told).toContain('message 1 received no ID');
	});

	test.each([
		[{ ErrorCode: null, State: 'Empty' }, ''],
		[{ ErrorCode: null, State: null }, 'could not be read'],
		[{ State: '' }, 'could not be read'],
	])('a group of which %j is told', async (row, problem) => {
		answers('DescribeGroupInfo', { Result: [{ Group: 'reports', ...row }] });
		const { told } = await cloud.run('consumerGroup/get', { ...here(), groupList: ['reports'] });
		expect(told).toContain(problem);
		expect(told === '').toBe(problem === '');
	});

	test.each([null, ''])('a topic whose ID is %j is looked up', async (TopicId) => {
		answers('CreateTopic', { Result: { TopicId } });
		const { told, items } = await cloud.run('topic/create', {
			...here(),
			topicName: 'new',
			partitionNum: 1,
			replicaNum: 2,
		});
		expect(items).toEqual([]);
		expect(told).toContain('it was not found by name afterwards');
	});
});

describe('deleting a topic', () => {
	const remove = { topic: byName('new') };
	beforeEach(async () => {
		await cloud.items('topic/create', {
			...here(),
			topicName: 'new',
			partitionNum: 1,
			replicaNum: 2,
		});
		cloud.forget();
	});

	// UnsupportedOperation.FrequencyTopicDeleteOperate, comments of the Go SDK of 2026-08-21.
	test('that is too new is tried again when it is 60 seconds old', async () => {
		const start = cloud.clock.monotonic();
		const [item] = await cloud.items('topic/delete', { ...here(), ...remove });
		expect(item).toMatchObject({ deleted: true });
		expect(cloud.sent('DeleteTopic').length).toBeLessThan(5);
		expect(cloud.clock.monotonic() - start).toBeLessThan(75_000);
	});

	test('that is too new for good says why', async () => {
		answers('DeleteTopic', refusal('UnsupportedOperation.FrequencyTopicDeleteOperate'));
		answers('DescribeTopicDetail', refusal('InvalidAction'));
		const { told } = await cloud.run('topic/delete', { ...here(), ...remove });
		expect(told).toMatch(/created less than 60 seconds ago/);
		expect(cloud.sent('DeleteTopic')).toBeSent(5);
	});
});

describe('an ACL', () => {
	const grant = (name: string): INodeParameters => ({
		...here(),
		principal: byName(name),
		resourceType: '2',
		resourceName: byName('created'),
		aclOperation: '3',
		permissionType: '3',
	});

	// terraform-provider-tencentcloud #4385.
	test('that is refused while the instance is busy is created again: a second one changes nothing', async () => {
		cloud.em.faults.add({
			operation: 'CreateAcl',
			times: 2,
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { ...refusal('FailedOperation'), RequestId: 'r' } },
			},
		});
		const [item] = await cloud.items('acl/create', grant('sre-team'));
		expect(item).toMatchObject({ created: true, Principal: 'User:sre-team' });
		expect(cloud.sent('CreateAcl')).toBeSent(3);
	});

	test('that stays refused was looked up', async () => {
		answers('CreateAcl', refusal('FailedOperation'));
		const { told } = await cloud.run('acl/create', grant('sre-team'));
		expect(cloud.sent('CreateAcl')).toBeSent(5);
		expect(told).toContain('The service was asked and does not list it');
	});

	// The login name of the vendor's client demos.
	test.each(['orders', 'User:orders', 'ORDERS#orders'])(
		'is for the user of the login name %s',
		async (given) => {
			answers('CreateAcl', { Result: { ReturnCode: '0', Data: null } });
			const name = given === 'ORDERS#orders' ? `${id}#orders` : given;
			await cloud.items('acl/create', grant(name));
			expect(cloud.body('CreateAcl')).toMatchObject({ Principal: 'User:orders' });
		},
	);

	test('for a login name of another instance is not created', async () => {
		const { told } = await cloud.run('acl/create', grant('ckafka-other#orders'));
		expect(told).toContain("'User' is a login name of the instance ckafka-other");
		expect(cloud.lines()).toEqual([]);
	});
});

test('the built-in user stays, and the others of a clean-up go', async () => {
	const users = await cloud.items('user/getAll', { ...here(), returnAll: true });
	expect(users.map(({ Name }) => Name)).toEqual(['ANONYMOUS', 'sre-team']);
	const user = { __rl: true, mode: 'name', value: '={{ $json.Name }}' } as const;
	const { items, told } = await cloud.runItems(users, 'user/delete', {
		...here(),
		user,
		...WAITING,
	});
	expect(told).toBe('');
	expect(items).toMatchObject([
		{ Name: 'ANONYMOUS', deleted: false },
		{ Name: 'sre-team', deleted: true, completed: true },
	]);
	expect(cloud.sent('DeleteUser')).toBeSent(1);
});

describe('deleting an instance', () => {
	const running = (operation: string, parameters: INodeParameters = {}) =>
		cloud.run(operation, { ...here(), ...parameters });

	// terraform-provider-tencentcloud #2557.
	test('in the other billing mode names the operation for it', async () => {
		const { told } = await running('instance/deleteSubscription');
		expect(told).toMatch(/the instance is pay-as-you-go.*Use 'Delete' instead/);
		id = state().seed({ name: 'paid', prePaid: true }).id;
		expect((await running('instance/delete')).told).toMatch(
			/the instance is a subscription.*Use 'Delete Subscription' instead/,
		);
	});

	test('that is protected says so, without trying again', async () => {
		id = state().seed({ name: 'kept', deleteProtection: 1 }).id;
		const { told } = await running('instance/delete', WAITING);
		expect(told).toContain('deletion protection is on');
		expect(cloud.sent('DeleteInstancePost')).toBeSent(1);
	});

	// terraform-provider-tencentcloud repeats UnsupportedOperation for 5 minutes.
	test('that changes is tried again while it is waited for', async () => {
		cloud.em.faults.add({
			operation: 'DeleteInstancePost',
			times: 3,
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { ...refusal('UnsupportedOperation'), RequestId: 'r' } },
			},
		});
		const without = await running('instance/delete');
		expect(without.told).toContain('or not in its current status');
		const { items, told } = await running('instance/delete', WAITING);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ deleted: true, completed: true });
	});

	test('is not over when one list lacks it', async () => {
		const [row] = await cloud.items('instance/getAllDetailed', { simplify: false });
		answers('DeleteInstancePost', { Result: { FlowId: 0 } });
		const listed = { Result: { TotalCount: 1, InstanceList: [{ ...row, Status: 2 }] } };
		const lacking = { Result: { TotalCount: 0, InstanceList: [] } };
		answers('DescribeInstancesDetail', listed, lacking, listed, lacking);
		const { items } = await running('instance/delete', WAITING);
		expect(items[0]).toMatchObject({ completed: true });
		expect(cloud.sent('DescribeInstancesDetail').length).toBeGreaterThanOrEqual(5);
	});
});

describe('what the node asks for', () => {
	// sdk-ruby #9, qcloud-ssl-cdn #28, tccli #84: messages are Chinese otherwise.
	test('is asked for in English', async () => {
		await cloud.items('instance/getAll', { returnAll: true });
		expect(cloud.em.requests[0].headers['x-tc-language']).toBe('en-US');
	});

	// terraform-provider-tencentcloud #1876, #2631.
	test.each<[string, INodeParameters]>([
		['instance/update', { options: { publicNetwork: 4 } }],
		['route/create', { network: '1', accessType: '1', publicNetwork: 4 }],
	])('%s takes public bandwidth in steps of 3', async (operation, parameters) => {
		const { told } = await cloud.run(operation, { ...here(), ...parameters });
		expect(told).toContain('Enter a multiple of 3');
		expect(cloud.lines()).toEqual([]);
	});

	const fresh: INodeParameters = {
		instanceName: 'new',
		zoneId: '450001',
		vpcId: 'vpc-rmcgxxxx',
		subnetId: 'subnet-mnzcxxxx',
		specificationsType: 'profession',
	};
	// Acceptance tests of terraform-provider-tencentcloud, example of DescribeCkafkaZone.
	test.each([
		['kafkaVersion', '={{ "1.1.1" }}', 'KafkaVersion', '1.1.1'],
		['diskType', '={{ "cloud_basic" }}', 'DiskType', 'CLOUD_BASIC'],
		['diskType', '={{ "CLOUD_TSSD" }}', 'DiskType', 'CLOUD_TSSD'],
	])('%s %s is passed on', async (option, given, wireName, sent) => {
		answers('CreatePostPaidInstance', {
			Result: printedOf('CreatePostPaidInstance')[0].response.Response.Result as object,
		});
		await cloud.items('instance/create', { ...fresh, options: { [option]: given } });
		expect(cloud.body('CreatePostPaidInstance')).toMatchObject({ [wireName]: sent });
	});

	test.each([
		'orders-dev ',
		' orders-dev',
		'orders-dev\u200b',
		'orders-dev\n',
		'orders\u00a0dev',
		' ',
	])('the name %j is not bought', async (name) => {
		const { told } = await cloud.run('instance/create', {
			...fresh,
			instanceName: `={{ ${JSON.stringify(name)} }}`,
		});
		expect(told).toContain("'Name'");
		expect(cloud.lines()).toEqual([]);
	});

	test.each(['1e3', '11', '0'])('%s instances are not bought', async (instanceNum) => {
		const { told } = await cloud.run('instance/create', {
			...fresh,
			options: { instanceNum: `={{ "${instanceNum}" }}` },
		});
		expect(told).toContain("'Number of Instances'");
		expect(cloud.lines()).toEqual([]);
	});

	test('a batch takes only what a batch makes, and names what is similar', async () => {
		state().seed({ name: 'new2024' });
		state().seed({ name: 'new-7' });
		const { told } = await cloud.run('instance/create', {
			...fresh,
			createIfAbsent: true,
			options: { instanceNum: 2 },
		});
		expect(told).toMatch(/new2024 \(ckafka-.*Nothing was created/);
		expect(cloud.sent('CreatePostPaidInstance')).toBeSent(0);
		state().named('new2024')!.gone = true;
		state().named('new-7')!.gone = true;
		const ids = [1, 2].map((at) => state().seed({ name: `new${at}` }).id);
		const items = await cloud.items('instance/create', {
			...fresh,
			createIfAbsent: true,
			options: { instanceNum: 2 },
		});
		expect(items.map(({ InstanceId }) => InstanceId).sort()).toEqual([...ids].sort());
	});

	// Document 597/41581: {R:x} in a name is a number from x on.
	test.each([1, 2])('a name with patterns is found again, with %i of them', async (count) => {
		const name = 'new{R:3}-big{R:10}';
		const given = { ...fresh, instanceName: name, options: { instanceNum: count } };
		state().seed({ name: 'new3-small' });
		cloud.em.faults.add({
			operation: 'CreatePostPaidInstance',
			effect: { kind: 'cut', when: 'after' },
		});
		const made = await cloud.items('instance/create', given);
		const names = ['new3-big10', 'new4-big11'].slice(0, count);
		expect(made.map(({ InstanceName }) => InstanceName).sort()).toEqual(names);
		expect(state().instances.map((one) => one.name)).toEqual(expect.arrayContaining(names));
		const again = await cloud.items('instance/create', { ...given, createIfAbsent: true });
		expect(again.every(({ created }) => created === false)).toBe(true);
		expect(cloud.sent('CreatePostPaidInstance')).toBeSent(1);
	});

	test('all topics are not reset when their list is not whole', async () => {
		answers('DescribeGroupOffsets', {
			Result: { TotalCount: 2, TopicList: [{ Topic: 'one', Partitions: [] }] },
		});
		const { told } = await cloud.run('consumerGroup/resetOffsets', {
			...here(),
			group: byName('reports'),
			topicScope: 'all',
			strategy: '1',
			shiftTimestamp: -2,
		});
		expect(told).toContain('could not all be read');
		expect(cloud.sent('ModifyGroupOffsets')).toBeSent(0);
	});
});

// Error list of the SDK of 2026-08-21.
test("InvalidFilter is the user's: one request, and a word on what to do", async () => {
	answers('DescribeInstancesDetail', refusal('InvalidFilter'));
	const { told } = await cloud.run('instance/getAllDetailed', { returnAll: true });
	expect(told).toContain("'Filters'");
	expect(cloud.lines()).toHaveLength(1);
});

test('Create If Absent finds a topic that is listed without a status', async () => {
	const { Status: _, ...row } = (
		printedOf('DescribeTopicDetail')[0].response.Response.Result as { TopicList: IDataObject[] }
	).TopicList[0];
	answers('DescribeTopicDetail', { Result: { TotalCount: 1, TopicList: [row] } });
	const [item] = await cloud.items('topic/create', {
		...here(),
		topicName: 'yourname',
		partitionNum: 1,
		replicaNum: 2,
		createIfAbsent: true,
	});
	expect(item).toMatchObject({ TopicName: 'yourname', created: false });
});

describe('lists that lag', () => {
	test.each<[string, INodeParameters, string]>([
		['consumerGroup/delete', { group: byName('reports') }, 'DescribeGroup'],
		['user/delete', { user: byName('sre-team') }, 'DescribeUser'],
	])('%s waits until it is listed no longer', async (operation, parameters, list) => {
		const { items, told } = await cloud.run(operation, { ...here(), ...parameters, ...WAITING });
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ deleted: true, completed: true });
		expect(cloud.sent(list)).toBeSent(2);
	});

	test('what is deleted and created is waited for as long as its list lags', async () => {
		const lag = { rowListed: 8_000, rowUnlisted: 8_000 };
		id = state().seed({ name: 'late', durations: lag, users: [{ name: 'old' }] }).id;
		const start = cloud.clock.monotonic();
		await cloud.items('user/delete', { ...here(), user: byName('old'), ...WAITING });
		expect(cloud.clock.monotonic() - start).toBeGreaterThan(8_000);
		const again = { ...here(), userName: 'old', password: 'Secret-1234' };
		const [created] = await cloud.items('user/create', { ...again, ...WAITING });
		expect(created).toMatchObject({ created: true, completed: true });
	});

	test('Create If Absent looks again for what the service says exists', async () => {
		id = state().seed({ name: 'late', durations: { rowListed: 5_000 } }).id;
		const parameters = { ...here(), userName: 'new', password: 'Secret-1234' };
		await cloud.items('user/create', parameters);
		const [found] = await cloud.items('user/create', { ...parameters, createIfAbsent: true });
		expect(found).toMatchObject({ Name: 'new', created: false });
	});

	test('Get looks again for an instance that is too new to be listed', async () => {
		const [row] = await cloud.items('instance/getAllDetailed', { simplify: false });
		answers(
			'DescribeInstancesDetail',
			{ Result: { TotalCount: 0, InstanceList: [] } },
			{ Result: { TotalCount: 1, InstanceList: [{ ...row, InstanceId: 'ckafka-new' }] } },
		);
		const [item] = await cloud.items('instance/get', { instanceId: byId('ckafka-new') });
		expect(item).toMatchObject({ InstanceId: 'ckafka-new' });
	});

	test('a new group is waited for in the list', async () => {
		const row = { Group: 'new', Protocol: '' };
		answers(
			'DescribeGroup',
			{ Result: { TotalCount: 0, GroupList: null } },
			{ Result: { TotalCount: 1, GroupList: [row] } },
		);
		const [item] = await cloud.items('consumerGroup/create', {
			...here(),
			groupName: 'new',
			topicNameList: ['created'],
			...WAITING,
		});
		expect(item).toMatchObject({ Group: 'new', created: true, completed: true });
		expect(cloud.sent('DescribeGroup')).toBeSent(2);
	});
});

// Recorded by GuanceCloud in 2023.
test('odd dates of a pay-as-you-go instance are no dates', async () => {
	const row = {
		...(
			printedOf('DescribeInstancesDetail')[0].response.Response.Result as {
				InstanceList: IDataObject[];
			}
		).InstanceList[0],
		ExpireTime: -62170009580,
		RebalanceTime: '0000-00-00 00:00:00',
	};
	answers('DescribeInstancesDetail', { Result: { TotalCount: 1, InstanceList: [row] } });
	const [item] = await cloud.items('instance/getAllDetailed', { returnAll: true });
	expect(item).toMatchObject({ ExpireTime: -62170009580, status: 'running' });
});

// The SDK marks the result of most reads as one that may be null.
test.each<[string, string, INodeParameters]>([
	['DescribeDatahubTask', 'connectorTask/get', { connectorTask: byId('task-1') }],
	['DescribeConnectResource', 'connection/get', { connection: byId('resource-1') }],
	['DescribeTopicFlowRanking', 'instanceMaintenance/getTrafficRanking', { rankingType: 'PRO' }],
	['DescribeModifyType', 'instanceMaintenance/getResizeEffect', { priceDiskType: 'CLOUD_SSD' }],
	['DescribeTaskStatus', 'task/get', { flowId: 7 }],
	['InquireCkafkaPrice', 'instance/getPrice', {}],
	['DescribeCkafkaVersion', 'instance/getVersions', {}],
	['DescribeInstanceAttributes', 'instance/getAttributes', {}],
	['DescribeTopicAttributes', 'topic/getAttributes', { topic: byName('created') }],
])('%s without a result is no record', async (api, operation, given) => {
	answers(api, { Result: null });
	const { told, items } = await cloud.run(operation, { ...here(), ...given });
	expect(told).toContain('the response contains no result');
	expect(items).toEqual([]);
});
