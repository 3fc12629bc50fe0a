/** Smart Connect and its tasks, through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import type { HuaweiInstance } from '../../../emulator';
import { byId, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let instance: HuaweiInstance;
const state = () => cloud.em.huawei.state;
const here = (more: INodeParameters = {}) => ({ instanceId: byId(instance.id), ...more });
const path = (rest: string, kafka = '') => `/v2/{project}${kafka}/instances/${instance.id}${rest}`;
const start = (connectorEnable: boolean) => {
	instance = state().seed({ name: 'orders', connectorEnable });
};

beforeAll(async () => {
	cloud = await openCloud({}, { tick: 5_000 });
});
beforeEach(() => {
	cloud.forget();
	start(true);
});
afterEach(() => {
	instance.gone = true;
});

const DUMP = {
	taskName: 'archive',
	sourceType: 'NONE',
	topics: 'orders,paid',
	obsBucketName: 'archive',
	obsSecretKeyId: 'Canary-key-1',
	obsSecretKey: 'Canary-pass-1',
};
const COPY = {
	taskName: 'copy',
	sourceType: 'KAFKA_REPLICATOR_SOURCE',
	topics: 'orders',
	ownAlias: 'A',
	peerAlias: 'B',
	peer: 'servers',
	bootstrapServers: '192.168.0.1:9093',
};

describe('Smart Connect', () => {
	test('Enable waits until the instance runs with it', async () => {
		instance.gone = true;
		start(false);
		const [enabled] = await cloud.items('smartConnect/enable', here(WAITING));
		expect(cloud.lines()).toContain(`POST ${path('/connector')}`);
		expect(cloud.body('CreateConnector')).toEqual({ node_cnt: 2 });
		expect(enabled).toMatchObject({ completed: true, status: 'RUNNING', connector_enable: true });
		expect(enabled.connector_id).toBe(instance.connector?.id);
	});

	test('Disable ends with its background task where that fails', async () => {
		instance.failingTasks = ['deleteConnector'];
		const { told } = await cloud.run('smartConnect/disable', here(WAITING));
		expect(told).toMatch(/Smart Connect of instance .* ended with status FAILED/);
	});

	test('Enable does not order nodes a second time', async () => {
		const [enabled] = await cloud.items('smartConnect/enable', here(WAITING));
		expect(enabled).toMatchObject({ enabled: true, changed: false });
		expect(cloud.sent('CreateConnector')).toEqual([]);
	});

	test('Disable waits until it is off, and is done at once where it is off', async () => {
		const [off] = await cloud.items('smartConnect/disable', here(WAITING));
		expect(cloud.lines()).toContain(`POST ${path('/delete-connector', '/kafka')}`);
		expect(cloud.body('DeleteConnector')).toBeUndefined();
		expect(off).toMatchObject({ disabled: true, completed: true, connector_enable: false });
		expect(instance.connector).toBeNull();
		cloud.forget();
		const again = await cloud.items('smartConnect/disable', here());
		expect(again).toEqual([{ disabled: true, changed: false, instance_id: instance.id }]);
		expect(cloud.sent('DeleteConnector')).toEqual([]);
	});
});

describe('Smart Connect Task: secrets', () => {
	const task = {
		...{ id: 't1', task_name: 'archive', status: 'RUNNING', source_type: 'NONE' },
		source_task: { password: 'Canary-pass-2' },
		sink_task: { access_key: 'Canary-key-1', secret_key: 'Canary-pass-1', obs_bucket_name: 'b' },
	};
	const answer = (operation: string, status: number, body: unknown) =>
		void cloud.em.faults.add({
			...{ operation, times: 'always' },
			effect: { kind: 'answer', status, body } as never,
		});

	test.each([
		['create', { ...DUMP, ...WAITING }],
		['create', { ...DUMP, options: { createIfAbsent: true } }],
		['get', { taskId: byId('t1') }],
		['getAll', {}],
	])('%s hands on none that a record has, with %j', async (operation, given) => {
		answer('CreateConnectorTask', 200, task);
		answer('ShowConnectorTask', 200, task);
		answer('ListConnectorTasks', 200, { tasks: [task], total_number: 1 });
		const whole = here({ ...given, simplify: false } as INodeParameters);
		const items = await cloud.items(`smartConnectTask/${operation}`, whole);
		expect(items).toMatchObject([{ id: 't1', sink_task: { obs_bucket_name: 'b' } }]);
		expect(JSON.stringify(items)).not.toContain('Canary');
	});

	test('an error repeats none', async () => {
		const error_msg = 'Key Canary-key-1 with secret Canary-pass-1 cannot write.';
		answer('CreateConnectorTask', 400, { error_code: 'DMS.00400062', error_msg });
		const { told } = await cloud.run('smartConnectTask/create', here(DUMP));
		expect(told).toContain('cannot write');
		expect(told).not.toContain('Canary');
	});
});

describe('Smart Connect Task: Create', () => {
	test('dumps to object storage, and waits until it runs', async () => {
		const options = { storeKeys: false, obsPath: 'a/b', recordDelimiter: ';' };
		const [made] = await cloud.items(
			'smartConnectTask/create',
			here({ ...DUMP, options, ...WAITING }),
		);
		expect(cloud.body('CreateConnectorTask')).toEqual({
			task_name: 'archive',
			topics: 'orders,paid',
			source_type: 'NONE',
			sink_type: 'OBS_SINK',
			sink_task: {
				destination_file_type: 'TEXT',
				obs_bucket_name: 'archive',
				access_key: 'Canary-key-1',
				secret_key: 'Canary-pass-1',
				consumer_strategy: 'latest',
				deliver_time_interval: 300,
				partition_format: 'yyyy/MM/dd/HH/mm',
				obs_path: 'a/b',
				record_delimiter: ';',
				store_keys: false,
			},
		});
		expect(made).toMatchObject({ task_name: 'archive', status: 'RUNNING', completed: true });
		expect(JSON.stringify(made)).not.toContain('Canary');
	});

	test.each([
		['dumps', DUMP],
		['copies', COPY],
	])(
		'%s where an expression gives the type, without asking for what the other needs',
		async (_, given) => {
			const sourceType = `={{ "${given.sourceType}" }}`;
			const [made] = await cloud.items('smartConnectTask/create', here({ ...given, sourceType }));
			expect(made).toMatchObject({ task_name: given.taskName, source_type: given.sourceType });
		},
	);

	test('lists go out as one text without blanks', async () => {
		const given = {
			...COPY,
			topics: 'orders, paid',
			bootstrapServers: '192.168.0.1:9093, 192.168.0.2:9093',
			options: { topicsMapping: '={{ ["orders:orders-copy", "paid:paid-copy"] }}' },
		};
		await cloud.items('smartConnectTask/create', here(given));
		expect(cloud.body('CreateConnectorTask')).toMatchObject({
			topics: 'orders,paid',
			source_task: {
				bootstrap_servers: '192.168.0.1:9093,192.168.0.2:9093',
				topics_mapping: 'orders:orders-copy,paid:paid-copy',
			},
		});
	});

	test('copies between two Kafka, and one to be started later is done when it waits', async () => {
		const given = {
			...COPY,
			direction: 'two-way',
			securityProtocol: 'SASL_SSL',
			peerUser: 'replicator',
			peerPassword: 'Canary-pass-1',
			saslMechanism: 'SCRAM-SHA-512',
			options: { startLater: true, provenanceHeaderEnabled: true, taskNum: 3 },
		};
		const [made] = await cloud.items('smartConnectTask/create', here({ ...given, ...WAITING }));
		expect(cloud.body('CreateConnectorTask')).toEqual({
			task_name: 'copy',
			start_later: true,
			topics: 'orders',
			source_type: 'KAFKA_REPLICATOR_SOURCE',
			sink_type: 'NONE',
			source_task: {
				direction: 'two-way',
				current_cluster_name: 'A',
				cluster_name: 'B',
				bootstrap_servers: '192.168.0.1:9093',
				security_protocol: 'SASL_SSL',
				user_name: 'replicator',
				password: 'Canary-pass-1',
				sasl_mechanism: 'SCRAM-SHA-512',
				provenance_header_enabled: true,
				task_num: 3,
			},
		});
		expect(made).toMatchObject({ status: 'WAITING', completed: true });
	});

	test.each<[INodeParameters, string]>([
		[{ ...DUMP, topics: '' }, "'Topics' is missing"],
		[{ ...DUMP, options: { topicsRegex: 'o.*' } }, "together with 'Topic Pattern'"],
		[{ ...DUMP, options: { taskNum: 2 } }, 'do not go with this type: task_num'],
		[{ ...COPY, options: { storeKeys: true } }, 'do not go with this type: store_keys'],
		[{ ...DUMP, obsSecretKey: '={{ "" }}' }, "'Secret Access Key'"],
		[{ ...COPY, bootstrapServers: '={{ "" }}' }, "'Bootstrap Servers'"],
		[
			{ ...COPY, securityProtocol: 'SASL_SSL', peerPassword: '={{ "" }}' },
			"'Password of the Peer'",
		],
		[
			{ ...COPY, options: { renameTopicEnabled: true, topicsMapping: 'a:b' } },
			"'Topic Mapping' is set together with 'Rename Topics'",
		],
		[{ ...DUMP, deliverTimeInterval: 10 }, "'Interval (Seconds)' is 10"],
	])('%j is refused before anything is sent', async (given, problem) => {
		const { told } = await cloud.run('smartConnectTask/create', here(given));
		expect(told).toContain(problem);
		expect(cloud.em.requests).toEqual([]);
	});
});

describe('Smart Connect Task', () => {
	const task = () => instance.connector?.tasks[0];
	async function made(options: INodeParameters = {}): Promise<INodeParameters> {
		const given = here({ ...DUMP, options, ...WAITING });
		const [{ id }] = await cloud.items('smartConnectTask/create', given);
		cloud.forget();
		return here({ taskId: byId(String(id)) });
	}

	test('Pause, Resume', async () => {
		const one = await made();
		const [paused] = await cloud.items('smartConnectTask/pause', { ...one, ...WAITING });
		expect(paused).toMatchObject({ pausing: true, status: 'PAUSED', completed: true });
		expect(cloud.lines()[0]).toBe(`PUT ${path(`/connector/tasks/${task()?.id}/pause`)}`);
		const [resumed] = await cloud.items('smartConnectTask/resume', { ...one, ...WAITING });
		expect(resumed).toMatchObject({ resuming: true, status: 'RUNNING', completed: true });
	});

	test('Restart of one that runs waits until it has really begun anew', async () => {
		const one = await made();
		const [restarted] = await cloud.items('smartConnectTask/restart', { ...one, ...WAITING });
		expect(restarted).toMatchObject({ restarting: true, status: 'RUNNING', completed: true });
		// RUNNING before the request, RUNNING still, RESTARTING, RUNNING.
		expect(cloud.sent('ShowConnectorTask').length).toBeGreaterThanOrEqual(4);
		expect(cloud.sent('RestartConnectorTask')[0].path).toContain('/kafka/instances/');
	});

	test('Restart starts one that waits', async () => {
		const one = await made({ startLater: true });
		const [started] = await cloud.items('smartConnectTask/restart', { ...one, ...WAITING });
		expect(started).toMatchObject({ status: 'RUNNING', completed: true });
	});

	test('Get, Get Many, and Delete, which waits until the list lacks it', async () => {
		const one = await made();
		const [shown] = await cloud.items('smartConnectTask/get', one);
		expect(shown).toMatchObject({ task_name: 'archive', status: 'RUNNING' });
		const all = await cloud.items('smartConnectTask/getAll', here({ returnAll: true }));
		expect(all.map(({ id }) => id)).toEqual([task()?.id]);
		const [gone] = await cloud.items('smartConnectTask/delete', { ...one, ...WAITING });
		expect(gone).toMatchObject({ deleted: true, completed: true });
		expect(await cloud.items('smartConnectTask/getAll', here({ returnAll: true }))).toEqual([]);
	});

	test('Check Connection: an empty success, or the reason', async () => {
		const { ownAlias, peerAlias } = COPY;
		const peer = { ownAlias, peerAlias, peerInstance: byId(instance.id) };
		expect(await cloud.items('smartConnectTask/checkConnection', here(peer))).toEqual([
			{ reachable: true, instance_id: instance.id },
		]);
		expect(cloud.body()).toEqual({
			type: 'KAFKA_REPLICATOR_SOURCE',
			task: {
				direction: 'pull',
				current_cluster_name: 'A',
				cluster_name: 'B',
				instance_id: instance.id,
				security_protocol: 'PLAINTEXT',
			},
		});
		const other = { ...peer, peerInstance: byId('8959ab1c-7b1a-40b1-a05a-93dfc361b32d') };
		const { told } = await cloud.run('smartConnectTask/checkConnection', here(other));
		expect(told).toContain('DMS.40001016');
	});
});
