import { EXAMPLE, startEmulator, type Emulator, type HuaweiInstance } from '../../../emulator';
import { loadFacts } from '../../../emulator/core/facts';
import { zonesOf } from '../../../emulator/huawei/model/catalogue';
import { HANDLERS } from '../../../emulator/huawei/operations';
import { callHuawei } from './client';
import { nonconformities } from './conform';

const PASSWORD = 'Secret-123';
const ORDER = {
	available_zones: [zonesOf(EXAMPLE.huawei.region)[0].id],
	access_user: 'orders-app',
	password: PASSWORD,
};

type Body = Record<string, unknown>;

const resized = (_instance: HuaweiInstance, { oper_type }: Body) =>
	oper_type === 'horizontal' ? { new_storage_space: 400, tenant_ips: ['192.168.0.250'] } : {};
const chosen = ({ id }: HuaweiInstance, { instances }: Body) =>
	instances ? { instances: [id] } : {};

/**
 * What replaces values of an example's body: what the document masks or leaves out, IDs only known
 * here, and examples that contradict their own section (types, more addresses than new brokers).
 */
const ADAPTED: Record<string, (instance: HuaweiInstance, body: Body) => Body> = {
	BatchRestartOrDeleteInstances: chosen,
	CreateConnectorTask: ({ id }, { source_task }) =>
		source_task ? { topics: 'test', source_task: { ...source_task, instance_id: id } } : {},
	CreateMessageDiagnosisTask: () => ({ group_name: 'orders', topic_name: 'topic-test' }),
	CreateInstanceByEngine: () => ORDER,
	CreateInstanceTopic: () => ({
		id: 'new-topic',
		sync_replication: false,
		topic_other_configs: [],
	}),
	CreateInstanceUser: () => ({ user_passwd: PASSWORD }),
	CreatePostPaidKafkaInstance: () => ORDER,
	DeleteKafkaMessage: () => ({ partitions: [{ partition: 0, offset: 2 }] }),
	DeleteKafkaTopicMessages: () => ({ partitions: [{ partition: 0, offset: 2 }] }),
	ModifyKafkaPublicIpAccessSwitch: (_instance, { publicip_id }) =>
		publicip_id === undefined ? {} : { publicip_id: 'eip-1,eip-2,eip-3' },
	ResetManagerPassword: () => ({ new_password: PASSWORD }),
	ResetPassword: () => ({ new_password: PASSWORD }),
	ResetUserPasswrod: () => ({ new_password: PASSWORD }),
	ResizeEngineInstance: resized,
	ResizeKafkaInstance: resized,
	RestoreRecycleInstance: chosen,
	UpdateInstanceCrossVpcIp: ({ brokerIps }) => ({
		advertised_ip_contents: Object.fromEntries(brokerIps.map((ip) => [ip, ip])),
	}),
	UpdateInstanceUser: () => ({ new_password: PASSWORD }),
	UpdateInstanceTopic: () => ({ topics: [{ id: 'test01', new_partition_numbers: 6 }] }),
	ValidateConnectorConnectivity: ({ id }, { task }) => ({
		task: { ...(task as Body), instance_id: id },
	}),
	V1BatchRestartOrDeleteInstances: chosen,
	V1CreateInstance: () => ({
		available_zones: ORDER.available_zones,
		kafka_manager_password: PASSWORD,
	}),
};

/** Query parameters of an example that no table of the document lists. */
const UNLISTED: Record<string, string[]> = { V1ListInstances: ['start', 'limit'] };

/** Operations that also have a success without a body. */
const ALSO_204 = ['BatchRestartOrDeleteInstances', 'V1BatchRestartOrDeleteInstances'];

const TOPICS = [
	'orders',
	'topic-test',
	'topic-001',
	'topic-1',
	'topic-2',
	'test',
	'test01',
	'mytest',
	'XXXX',
];
const TASK = 'f'.repeat(32);
const REPORT = '0e35a9f4-e75d-4fd6-b230-280860f666f7';
/** Scheduled tasks that the examples name, and how far they are. */
const SCHEDULED = { [TASK]: 'CREATED', ff80808288ae8b6a0188ae91f6fc000d: 'CANCELLED' } as const;

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator({ speed: 0 });
	// Each example has an instance of its own.
	emulator.huawei.state.rules.instanceQuota = 1000;
});
afterAll(() => emulator.close());

/** An instance that has everything the examples name. */
function seeded(): HuaweiInstance {
	const { state } = emulator.huawei;
	const at = { createdAt: state.now, updatedAt: state.now };
	const instance = state.seed({
		name: 'examples',
		sslEnable: true,
		tags: [{ key: 'key1', value: 'value1' }],
		topics: [...TOPICS, 'topic-1513476102', 'topic-1513558717'].map((name) => ({
			name,
			replication: 2,
			messages: Array.from({ length: 30 }, (_, i) => ({ value: `hello ${i}` })),
			producers: [{ address: '192.0.0.149:40443', broker: 1, joinedAt: state.now }],
		})),
		users: [{ name: 'testuser' }],
		groups: [
			{ name: 'group-1' },
			{
				name: 'orders',
				offsets: [{ topic: 'topic-test', partition: 0, offset: 3 }],
			},
		],
	});
	const done = { id: TASK, name: 'done', params: '{}', status: 'SUCCESS' as const, listedFrom: 0 };
	instance.tasks.push({ ...done, ...at });
	for (const [id, status] of Object.entries(SCHEDULED)) {
		const scheduled = { id, name: 'upgradeInstance', params: '{}', run: () => {} };
		instance.scheduledTasks.push({ ...scheduled, status, at: state.now, ...at });
	}
	const settings = {
		...{ task_name: 'copy', topics: 'test', topics_regex: '', source_task: null, sink_task: null },
		...{ source_type: 'NONE', sink_type: 'OBS_SINK' },
	};
	const copy = { id: TASK, status: 'RUNNING', createdAt: state.now, settings, changes: 0 };
	instance.connector = { id: 'connector', nodes: 2, tasks: [copy] };
	instance.connectorEnable = true;
	instance.topicLog = { id: '1', status: 'OPEN', groupId: '2', streamId: '3', ...at };
	instance.reports = [
		{ id: REPORT, status: 'finished', group: 'orders', topic: 'test', beganAt: state.now },
	];
	instance.rebalanceLog = { id: '1', status: 'OPEN', groupId: '2', streamId: '3', ...at };
	return instance;
}

const examples = loadFacts('huawei').flatMap((facts) =>
	facts.examples.map((example, i) => ({ name: `${facts.operation} ${i + 1}`, facts, example })),
);

test.each(examples)('the example of $name is carried out', async ({ facts, example }) => {
	const instance = seeded();
	if (facts.operation === 'CreateKafkaRebalanceLogTask') instance.rebalanceLog = null;
	if (facts.operation === 'StartKafkaLogTask') instance.topicLog = null;
	if (facts.operation === 'CreateConnector') instance.connectorEnable = false;
	if (facts.operation === 'ResumeConnectorTask' && instance.connector) {
		instance.connector.tasks[0].status = 'PAUSED';
	}
	if (facts.operation === 'UpdateInstanceUser') instance.users[0].name = 'test';
	if (facts.operation === 'UpdateInstanceConsumerGroup') instance.groups[1].name = 'test';
	if (facts.operation === 'ShowBackgroundTaskProgress') instance.tasks[0].name = 'extendInstance';
	const isOff = Object.keys(example.request.body ?? {}).length === 0;
	if (facts.operation === 'ModifyKafkaPublicIpAccessSwitch') instance.enablePublicIp = isOff;
	if (facts.operation === 'RestoreRecycleInstance') {
		Object.assign(instance, {
			status: 'RECYCLE',
			deleting: true,
			recycledAt: emulator.huawei.state.now,
		});
	}
	const known: Record<string, string> = {
		project_id: EXAMPLE.huawei.projectId,
		instance_id: instance.id,
		topic: 'topic-test',
		topic_name: 'topic-test',
		group: 'orders',
		engine: 'kafka',
		user_name: 'testuser',
		product_id: 'c6.4u8g.cluster',
		task_id: TASK,
		report_id: REPORT,
	};
	const filled = (name: string, value: unknown) =>
		name === 'project_id' || String(value) === `{${name}}` ? known[name] : String(value);
	const { path = {}, query, body } = example.request;
	const rest = Object.entries(query ?? {}).filter(
		([name]) => !UNLISTED[facts.operation]?.includes(name),
	);
	const expectsBody = facts.request.parameters.body !== null;
	const adapted = ADAPTED[facts.operation]?.(instance, body ?? {});
	const reply = await callHuawei(emulator, {
		method: facts.request.method,
		path: facts.request.path.replace(/\{(\w+)\}/g, (_, name: string) =>
			filled(name, path?.[name] ?? `{${name}}`),
		),
		query: Object.fromEntries(rest.map(([name, value]) => [name, filled(name, value)])),
		...(expectsBody ? { body: { ...body, ...adapted } } : {}),
	});
	if (reply.status === 204 && ALSO_204.includes(facts.operation)) return;
	expect(nonconformities('huawei', facts.operation, reply)).toEqual([]);
});

test('every operation has a handler', () => {
	const operations = loadFacts('huawei').map((facts) => facts.operation);
	expect(Object.keys(HANDLERS).sort()).toEqual(operations.sort());
});
