/** Tasks and connections of the CKafka connector: each operation through n8n. */
import type { ConnectorTask } from '../../../emulator/tencent/model/connectors';
import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
const PASSWORD = 'Canary-password-2';
const KEYS = 'Q2FuYXJ5LWtleXM=';
const region = 'ap-guangzhou';
const here = { connectorTask: byId('task-1') };

const connectors = () => cloud.em.tencent.state.connectors;
const task = () => connectors().tasks[0];

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 1_000 });
});
beforeEach(() => {
	cloud.forget();
	connectors().clear();
	const of = (TaskId: string, TaskType: ConnectorTask['TaskType']): ConnectorTask => ({
		TaskId,
		TaskName: `${TaskId}-name`,
		TaskType,
		Status: 1,
		region,
		record: {
			SourceResource: { Type: 'MQTT', MqttParam: { Password: PASSWORD, UserName: 'reader' } },
			TargetResource: { Type: 'KAFKA', DtsParam: { GroupPassword: PASSWORD } },
			ErrorMessage: '',
		},
	});
	connectors().tasks.push(of('task-1', 'SOURCE'), of('task-2', 'SINK'));
	connectors().connections.push({
		ResourceId: 'resource-1',
		ResourceName: 'lake',
		Type: 'ICEBERG',
		Status: 7,
		region,
		record: {
			IcebergConnectParam: { AuthType: 'KERBEROS', KeyTabContent: KEYS },
			MySQLConnectParam: { UserName: 'reader', Password: PASSWORD },
			ErrorMessage: 'unreachable',
		},
	});
});

test.each(['connectorTask', 'connection'])(
	'%s: neither Get Many nor Get shows a password, simplified or not',
	async (resource) => {
		const found = [];
		for (const simplify of [true, false]) {
			found.push(...(await cloud.items(`${resource}/getAll`, { returnAll: true, simplify })));
		}
		found.push(
			...(await cloud.items(`${resource}/get`, { ...here, connection: byId('resource-1') })),
		);
		const text = JSON.stringify(found);
		expect(text).toContain('********');
		expect(text).toContain('reader');
		expect(text).not.toContain(PASSWORD);
		expect(text).not.toContain(KEYS);
	},
);

test('Get Many of tasks, with filters and the status in words', async () => {
	task().Status = 7;
	const options = {
		searchWord: 'task',
		taskType: 'SOURCE',
		sourceType: 'MQTT',
		targetType: 'KAFKA',
	};
	const items = await cloud.items('connectorTask/getAll', { returnAll: true, options });
	expect(cloud.body()).toEqual({
		SearchWord: 'task',
		TaskType: 'SOURCE',
		SourceType: 'MQTT',
		TargetType: 'KAFKA',
		Offset: 0,
		Limit: 100,
	});
	expect(items).toEqual([
		{
			TaskId: 'task-1',
			TaskName: 'task-1-name',
			TaskType: 'SOURCE',
			status: 'pausing failed',
			ErrorMessage: '',
		},
	]);
});

test('Pause, Resume, and Restart end when the task is paused or runs', async () => {
	const wait = { ...here, ...WAITING };
	const [paused] = await cloud.items('connectorTask/pause', wait);
	expect(paused).toMatchObject({ paused: true, TaskId: 'task-1', completed: true });
	expect(task().Status).toBe(6);
	const [resumed] = await cloud.items('connectorTask/resume', wait);
	expect(resumed).toMatchObject({ resumed: true, completed: true });
	task().Status = 9;
	const [restarted] = await cloud.items('connectorTask/restart', wait);
	expect(restarted).toMatchObject({ restarted: true, completed: true });
	expect(task().Status).toBe(1);
});

test.each([
	['pause', 'pausing failed'],
	['restart', 'resuming failed'],
	['delete', 'deletion failed'],
])('%s that fails says so', async (operation, status) => {
	task().isFailing = true;
	const { told } = await cloud.run(`connectorTask/${operation}`, { ...here, ...WAITING });
	expect(told).toContain(status);
	expect(told).toContain('task-1');
});

test('Delete ends when the task is gone', async () => {
	const [item] = await cloud.items('connectorTask/delete', { ...here, ...WAITING });
	expect(item).toMatchObject({
		deleted: true,
		TaskId: 'task-1',
		completed: true,
		status: 'deleted',
	});
	expect(connectors().tasks.map(({ TaskId }) => TaskId)).toEqual(['task-2']);
});

// None of the codes that DescribeDatahubTask documents says that there is no such task.
test.each(['InvalidParameterValue', 'FailedOperation'])(
	'Delete ends by the list where a task that is gone is answered with %s',
	async (Code) => {
		cloud.em.faults.add({
			operation: 'DescribeDatahubTask',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { Error: { Code, Message: 'no' }, RequestId: 'r' } },
			},
		});
		const [item] = await cloud.items('connectorTask/delete', { ...here, ...WAITING });
		expect(item).toMatchObject({ deleted: true, completed: true });
		expect(cloud.sent('DescribeDatahubTasks').length).toBeGreaterThan(1);
	},
);

test('the lists of tasks and connections show the status', async () => {
	const search = async (method: string, resource: string) =>
		await cloud.lookUp('listSearch', method, { resource, operation: 'get' });
	expect(await search('searchConnectorTasks', 'connectorTask')).toMatchObject({
		results: [
			{ name: 'task-1-name (running)', value: 'task-1' },
			{ name: 'task-2-name (running)', value: 'task-2' },
		],
	});
	expect(await search('searchConnections', 'connection')).toMatchObject({
		results: [{ name: 'lake (abnormal)', value: 'resource-1' }],
	});
});
