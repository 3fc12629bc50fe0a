/** The Tencent Cloud trigger's events of connector tasks and log imports, against the emulated cloud. */
import { fault } from '../../emulator';
import type { ConnectorTask } from '../../emulator/tencent/model/connectors';
import type { LogImport } from '../../emulator/tencent/model/logs';
import { openPolls, type PollStage } from '../support/pollStage';

let stage: PollStage;
const PASSWORD = 'Canary-listed-1';
const region = 'ap-guangzhou';
beforeEach(async () => {
	stage = await openPolls('tencent', { instances: [{ name: 'orders' }] });
});

const connectors = () => stage.em.tencent.state.connectors;
const logs = () => stage.em.tencent.state.logs;

function addTask(TaskId: string, Status = 1): ConnectorTask {
	const task: ConnectorTask = {
		TaskId,
		TaskName: 'mysql',
		TaskType: 'SOURCE',
		Status,
		region,
		record: { SourceResource: { Type: 'MQTT', MqttParam: { Password: PASSWORD } } },
	};
	connectors().tasks.push(task);
	return task;
}

function addImport(Id: string, TopicId = 'log-1', Status: LogImport['Status'] = 1): LogImport {
	const settings = { KafkaType: 1, Protocol: { Password: PASSWORD } };
	const times = { createdAt: 0, updatedAt: 0 };
	const one: LogImport = { Id, TopicId, Name: 'orders', Status, ...times, settings, region };
	logs().imports.push(one);
	return one;
}

type Ticking = ReturnType<typeof stage.watch>;
/** One tick, in short: `event previous>status`. */
async function told(watch: Ticking): Promise<string[]> {
	const items = (await watch.tick()) ?? [];
	return items.map(({ event, previousStatus, status }) => `${event} ${previousStatus}>${status}`);
}

const CONNECTOR = ['connectorTaskFailed', 'connectorTaskStatusChanged'];
const IMPORT = ['logImportFailed', 'logImportStatusChanged'];

test('what has no name has none in the item either', async () => {
	Object.assign(addTask('task-1', 7), { TaskName: null });
	Object.assign(addImport('import-1', 'log-1', 3), { Name: null });
	const events = ['connectorTaskFailed', 'logImportFailed'];
	const watch = stage.watch({ events, logTopicIds: 'log-1', options: { emitCurrent: true } });
	expect(await watch.tick()).toEqual([
		expect.objectContaining({ connectorTaskId: 'task-1', connectorTaskName: '' }),
		expect.objectContaining({ logImportId: 'import-1', logImportName: '' }),
	]);
});

test('connector tasks: changes, failures, and the end', async () => {
	const task = addTask('task-1');
	const watch = stage.watch({ events: CONNECTOR });
	expect(await told(watch)).toEqual([]);
	task.Status = 5;
	expect(await told(watch)).toEqual(['connectorTaskStatusChanged running>pausing']);
	task.Status = 7;
	expect(await told(watch)).toEqual([
		'connectorTaskStatusChanged pausing>pausing failed',
		'connectorTaskFailed pausing>pausing failed',
	]);
	expect(await told(watch)).toEqual([]);
	connectors().tasks = [];
	expect(await told(watch)).toEqual(['connectorTaskStatusChanged pausing failed>null']);
	expect(await told(watch)).toEqual([]);
});

test('a new task is no change, but one that begins with a failure is one', async () => {
	const watch = stage.watch({ events: CONNECTOR });
	expect(await told(watch)).toEqual([]);
	addTask('task-1', 0);
	addTask('task-2', -1);
	expect(await told(watch)).toEqual(['connectorTaskFailed null>creation failed']);
});

test('the item of a failure has what it is about, without passwords', async () => {
	const task = addTask('task-1');
	const watch = stage.watch({ events: ['connectorTaskFailed'] });
	await watch.tick();
	task.Status = 9;
	const items = await watch.tick();
	expect(items).toEqual([
		{
			event: 'connectorTaskFailed',
			provider: 'tencentCloud',
			region,
			instanceId: null,
			instanceName: null,
			previousStatus: 'running',
			status: 'resuming failed',
			statusKind: 'failed',
			observedAt: expect.any(String),
			connectorTaskId: 'task-1',
			connectorTaskName: 'mysql',
			connectorTask: expect.objectContaining({ TaskId: 'task-1', status: 'resuming failed' }),
		},
	]);
	expect(JSON.stringify(items)).not.toContain(PASSWORD);
});

test('log imports of the given log topics only', async () => {
	const [mine] = [addImport('import-1'), addImport('import-2', 'log-2')];
	const watch = stage.watch({ events: IMPORT, logTopicIds: 'log-1' });
	expect(await told(watch)).toEqual([]);
	for (const one of logs().imports) one.Status = 3;
	const items = await watch.tick();
	expect(items).toMatchObject([
		{ event: 'logImportStatusChanged', logTopicId: 'log-1', logImportId: mine.Id, status: 'error' },
		{ event: 'logImportFailed', logTopicId: 'log-1', logImportId: mine.Id, statusKind: 'failed' },
	]);
	expect(JSON.stringify(items)).not.toContain(PASSWORD);
	logs().imports = [];
	expect(await told(watch)).toEqual(['logImportStatusChanged error>null']);
});

test('Emit Current State tells what is there at the first poll', async () => {
	addImport('import-1', 'log-1', 3);
	const options = { emitCurrent: true };
	const watch = stage.watch({ events: IMPORT, logTopicIds: 'log-1', options });
	expect(await told(watch)).toEqual([
		'logImportStatusChanged null>error',
		'logImportFailed null>error',
	]);
});

test('a list that cannot be read is an error, not an end', async () => {
	addImport('import-1');
	const watch = stage.watch({ events: IMPORT, logTopicIds: 'log-1' });
	await watch.tick();
	stage.em.faults.add({
		operation: 'DescribeKafkaRecharges',
		effect: fault.serverError(503),
		times: 'always',
	});
	logs().imports = [];
	await expect(watch.tick()).rejects.toThrow(/internal fault/);
	stage.em.faults.clear();
	expect(await told(watch)).toEqual(['logImportStatusChanged running>null']);
});

test('without log topics the trigger says what to enter', async () => {
	const watch = stage.watch({ events: IMPORT, logTopicIds: [] });
	await expect(watch.tick()).rejects.toThrow(/'Log Topic Names or IDs' is empty/);
});

test('Fetch Test Event shows what is there, with a status that can have come before', async () => {
	addTask('task-1');
	addTask('task-2', 9);
	const changed = await stage.watch({ events: [CONNECTOR[1]] }).tick({ mode: 'manual' });
	expect(changed).toMatchObject([
		{ connectorTaskId: 'task-1', previousStatus: 'paused', status: 'running' },
		{ connectorTaskId: 'task-2', previousStatus: 'running', status: 'resuming failed' },
	]);
	const failed = await stage.watch({ events: [CONNECTOR[0]] }).tick({ mode: 'manual' });
	expect(failed).toMatchObject([{ connectorTaskId: 'task-2', statusKind: 'failed' }]);
});
