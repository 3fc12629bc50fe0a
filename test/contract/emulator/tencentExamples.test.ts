import { startEmulator, type Emulator } from '../../../emulator';
import { loadFacts } from '../../../emulator/core/facts';
import { HANDLERS } from '../../../emulator/tencent/operations';
import { dataHubId } from '../../../emulator/tencent/answers/topicRecord';
import { operateTencent } from './operateTencent';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	const { state } = emulator.tencent;
	state.seed({ name: 'examples', id: 'ckafka-8j4ro59xx' });
	state.seed({ name: 'versions', id: 'ckafka-bqwlyrg8', version: '1.1.1' });
	state.seed({
		name: 'orders',
		id: 'ckafka-orders',
		prePaid: true,
		topics: [
			{
				name: 'orders',
				id: 'topic-orders',
				messages: [{ key: 'a', value: 'hello', partition: 0 }],
				producers: [{ address: '10.0.0.9:40443', connectedAt: state.now }],
			},
		],
		groups: [
			{
				name: 'billing',
				offsets: [{ topic: 'orders', partition: 0, offset: 0 }],
			},
			{
				name: 'shipping',
				members: [
					{
						id: 'm-1',
						clientId: 'shipping-1',
						host: '10.0.0.8',
						assignment: [{ topic: 'orders', partitions: [0, 1, 2] }],
					},
				],
			},
		],
		users: [{ name: 'writer', password: 'Secret-123' }],
		acls: [
			{
				ResourceType: 2,
				ResourceName: 'orders',
				Principal: 'User:writer',
				Host: '*',
				Operation: 3,
				PermissionType: 3,
			},
		],
		aclRules: [
			{
				id: 1,
				name: 'all-orders',
				patternType: 'PREFIXED',
				pattern: 'ord',
				entries: [],
				applied: false,
				comment: '',
				createdAt: state.now,
			},
		],
		routes: [{ id: 7, vipType: 1, accessType: 3 }],
	});
	state.seed({ name: 'hourly', id: 'ckafka-hourly' });
});
afterEach(() => emulator.close());

const examples = loadFacts('tencent').flatMap((facts) =>
	facts.examples
		.filter((example) => !('made' in example))
		.map((example) => ({ title: example.title, facts, example })),
);

/** The same with every value but the structure and what is fixed left out. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (value === null || typeof value !== 'object') return typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, shapeOf(v)]));
}

test.each(examples)(
	'$title: the answer has the form of the example',
	async ({ facts, example }) => {
		const Response = await operateTencent(emulator, facts.operation, example.request.body ?? {});
		expect(shapeOf({ Response })).toEqual(shapeOf(example.response));
	},
);

const INSTANCE = { InstanceId: 'ckafka-orders' };
const TOPIC = { ...INSTANCE, TopicName: 'orders' };
const ACL = { ...INSTANCE, ResourceType: 2, ResourceName: 'orders', PermissionType: 3 };
const RULES = [{ Operation: 'Read', PermissionType: 'Deny', Host: '*', Principal: 'User:*' }];
const ORDER = { VpcId: 'vpc-1', SubnetId: 'subnet-1', ZoneId: 450001, InstanceName: 'new' };

/** A request of every operation that the seeded instances carry out. */
const BODIES: Record<string, Record<string, unknown>> = {
	BatchCreateAcl: { ...INSTANCE, ResourceType: 2, ResourceNames: ['orders'], RuleList: RULES },
	CheckRechargeKafkaServer: { KafkaType: 0, KafkaInstance: 'ckafka-orders' },
	CreateAcl: { ...ACL, Operation: 4, Principal: 'User:writer' },
	CreateAclRule: {
		...INSTANCE,
		ResourceType: 'Topic',
		PatternType: 'PRESET',
		RuleName: 'preset',
		RuleList: RULES,
	},
	CreateConsumer: { ...INSTANCE, GroupName: 'new', TopicName: 'orders' },
	CreateInstancePre: {
		...ORDER,
		Period: '3m',
		InstanceType: 1,
		SpecificationsType: 'profession',
	},
	CreatePartition: { ...TOPIC, PartitionNum: 6 },
	CreatePostPaidInstance: { ...ORDER, DiskType: 'CLOUD_PREMIUM' },
	CreateRoute: { ...INSTANCE, VipType: 1, AccessType: 3, PublicNetwork: 3 },
	CreateTopic: { ...INSTANCE, TopicName: 'new', PartitionNum: 3, ReplicaNum: 2 },
	CreateTopicIpWhiteList: { ...TOPIC, IpWhiteList: ['10.0.0.1', '10.1.0.0/16'] },
	CreateUser: { ...INSTANCE, Name: 'new', Password: 'Secret-456' },
	DeleteAcl: { ...ACL, Operation: 3, Principal: 'User:writer' },
	DeleteAclRule: { ...INSTANCE, RuleName: 'all-orders' },
	DeleteGroup: { ...INSTANCE, Group: 'billing' },
	DeleteInstancePost: { InstanceId: 'ckafka-hourly' },
	DeleteInstancePre: INSTANCE,
	DeleteRoute: { ...INSTANCE, RouteId: 7 },
	DeleteTopic: TOPIC,
	DeleteUser: { ...INSTANCE, Name: 'writer' },
	DescribeACL: { ...INSTANCE, ResourceType: 2 },
	DescribeAclRule: INSTANCE,
	DescribeCkafkaVersion: INSTANCE,
	DescribeCkafkaZone: {},
	DescribeConsumerGroup: INSTANCE,
	DescribeGroup: INSTANCE,
	DescribeGroupInfo: { ...INSTANCE, GroupList: ['billing', 'shipping', 'nobody'] },
	DescribeGroupOffsets: { ...INSTANCE, Group: 'billing' },
	DescribeInstanceAttributes: INSTANCE,
	DescribeInstances: {},
	DescribeInstancesDetail: {},
	DescribeRegion: {},
	DescribeRoute: { ...INSTANCE, MainRouteFlag: true },
	DescribeTopic: INSTANCE,
	DescribeTopicAttributes: TOPIC,
	DescribeTopicDetail: INSTANCE,
	DescribeTopicProduceConnection: TOPIC,
	DescribeTopicSubscribeGroup: TOPIC,
	DescribeTypeInstances: {},
	DescribeUser: INSTANCE,
	FetchMessageByOffset: { ...INSTANCE, Topic: 'orders', Partition: 0, Offset: 0 },
	FetchMessageListByOffset: { ...INSTANCE, Topic: 'orders', Partition: 0, Offset: 0 },
	InquireCkafkaPrice: { InstanceType: 'profession', CategoryAction: 'renew', ...INSTANCE },
	ModifyGroupOffsets: {
		...INSTANCE,
		Group: 'billing',
		Strategy: 1,
		ShiftTimestamp: -1,
		Topics: ['orders'],
	},
	ModifyInstanceAttributes: { ...INSTANCE, InstanceName: 'renamed' },
	ModifyInstancePre: { ...INSTANCE, DiskSize: 600 },
	ModifyPassword: {
		...INSTANCE,
		Name: 'writer',
		Password: 'Secret-123',
		PasswordNew: 'Secret-789',
	},
	ModifyTopicAttributes: { ...TOPIC, Note: 'noted' },
	RenewCkafkaInstance: INSTANCE,
	SendMessage: { DataHubId: 'datahub-orders', Message: [{ Body: 'hello' }] },
	UpgradeBrokerVersion: {
		...INSTANCE,
		Type: 1,
		SourceVersion: 'v2.4.2_r1.2.0',
		TargetVersion: 'v2.8.1_r1.1.6',
	},
};

const operations = loadFacts('tencent').map((facts) => facts.operation);

test.each(operations.filter((name) => name !== 'DescribeTaskStatus'))(
	'%s is carried out, and its answer conforms',
	async (operation) => {
		const Response = await operateTencent(emulator, operation, BODIES[operation]);
		expect(Response.Error).toBeUndefined();
		expect(Response.Result?.ReturnCode ?? '0').toMatch(/^(0|ok)$/);
	},
);

test.each(Object.keys(BODIES).filter((name) => !/^(Describe|Inquire|Fetch|Check)/.test(name)))(
	'%s is carried out also when its answer is lost',
	async (operation) => {
		const { state } = emulator.tencent;
		const before = JSON.stringify(state.instances);
		emulator.faults.add({ operation, effect: { kind: 'cut', when: 'after' } });
		await expect(operateTencent(emulator, operation, BODIES[operation])).rejects.toThrow();
		emulator.clock.advance(20 * 60_000);
		expect(JSON.stringify(state.instances)).not.toBe(before);
	},
);

test('every operation has a handler', () => {
	expect(Object.keys(HANDLERS).sort()).toEqual([...operations].sort());
});

test('the access ID of a topic follows from its ID', () => {
	const [topic] = emulator.tencent.state.named('orders')?.topics ?? [];
	expect(dataHubId(topic)).toBe('datahub-orders');
});
