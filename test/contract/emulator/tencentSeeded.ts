/** Instances of the emulated Tencent Cloud, and a request of every operation that they carry out. */
import type { Emulator } from '../../../emulator';
import type { ConnectorTask } from '../../../emulator/tencent/model/connectors';
import { factsOf } from '../../../emulator/core/facts';

/** Seeds what the requests are about. */
export function seedTencent(emulator: Emulator): void {
	const { state } = emulator.tencent;
	state.seed({ name: 'examples', id: 'ckafka-8j4ro59xx' });
	state.seed({ name: 'versions', id: 'ckafka-bqwlyrg8', version: '1.1.1' });
	state.seed({
		name: 'orders',
		id: 'ckafka-orders',
		prePaid: true,
		autoTopic: { partitions: 10, replicas: 2 },
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
			{
				id: 2,
				name: 'for-new',
				patternType: 'PRESET',
				pattern: '',
				entries: [],
				applied: false,
				comment: '',
				createdAt: state.now,
			},
		],
		throttleRules: [
			{
				id: 2,
				type: 1,
				user: '',
				client: 'test3',
				group: '',
				topic: '',
				consume: 10,
				produce: null,
				updatedAt: state.now,
			},
		],
		prometheus: [{ VpcId: 'vpc-1', SubnetId: 'subnet-1' }],
		routes: [
			{
				id: 7,
				vipType: 1,
				accessType: 3,
				allowed: [{ CidrBlock: '203.0.113.7', PolicyDescription: 'office' }],
				securityGroups: ['sg-first'],
			},
		],
	});
	state.seed({ name: 'hourly', id: 'ckafka-hourly' });
	seedLogs(emulator);
	seedConnectors(emulator);
}

/** Results of the vendor's examples. */
const printed = (operation: string): Record<string, never> => {
	const [{ response }] = factsOf('tencent', operation).examples;
	return (response as { Response: { Result: Record<string, never> } }).Response.Result;
};

/** What the requests and the vendor's examples are about in the connector, as it is printed there. */
function seedConnectors({ tencent: { state } }: Emulator): void {
	const [record] = printed('DescribeDatahubTasks').TaskList as Array<Record<string, unknown>>;
	const details = printed('DescribeDatahubTask');
	const region = 'ap-guangzhou';
	const names = [
		'task-1',
		'task-test',
		'task-qy9n446n',
		'task-qy9z246n',
		'task-qy9e9b6n',
		'task-y9799wbn',
	];
	for (const TaskId of names) {
		const own = TaskId === 'task-test' ? { details } : {};
		// The example lists one that goes into Kafka.
		const TaskType: ConnectorTask['TaskType'] = TaskId === 'task-1' ? 'SOURCE' : 'SINK';
		const task = { TaskId, TaskName: 'mytask', TaskType, Status: 1, region };
		state.connectors.tasks.push({ ...task, record, ...own });
	}
	const [connection] = printed('DescribeConnectResources').ConnectResourceList as Array<
		Record<string, unknown>
	>;
	for (const ResourceId of ['connection-1', 'reource-test']) {
		const ResourceName = ResourceId === 'connection-1' ? 'mytest' : 'other';
		const one = { ResourceId, ResourceName, Type: 'KAFKA', Status: 1, region };
		state.connectors.connections.push({ ...one, record: connection });
	}
}

const LOG_RULE = {
	RechargeType: 'json_log',
	EncodingFormat: 0,
	DefaultTimeSwitch: true,
	DefaultTimeSrc: 0,
	Metadata: ['kafka_topic', 'kafka_partition', 'kafka_offset', 'kafka_timestamp'],
	UnMatchLogKey: 'LogParseFailure',
	UnMatchLogSwitch: true,
	UnMatchLogTimeSrc: 0,
};

const TARGET = {
	InstanceId: 'ckafka-orders',
	TopicName: 'orders',
	Vip: '10.0.0.1',
	Vport: '9092',
	InstanceName: 'orders',
	TopicId: 'topic-orders',
};
const CONTENT = {
	EnableTag: true,
	MetaFields: ['__SOURCE__'],
	TagJsonNotTiled: true,
	TimestampAccuracy: 0,
	JsonType: 0,
};

/** What the requests and the documents' examples are about in the Log Service. */
function seedLogs({ tencent: { state } }: Emulator): void {
	const imports: Array<[id: string, topic: string]> = [
		['import-orders', 'log-topic'],
		['06bdb6f6-ae6e-41f6-9e7b-fcab91cb0895', '1014cc79-f006-48e4-8820-1dc727054111'],
		['1014cc79-f006-48e4-8820-1dc7270540c0', '06bdb6f6-ae6e-41f6-9e7b-fcab91cb0111'],
		['f574db7d-xxxx-xxxx-8a04-35f7fe71a4d0', 'c8e26faa-xxxx-xxxx-xxxx-5d941d3a57d1'],
	];
	const region = 'ap-guangzhou';
	const shipped: Array<[id: string, topic: string, more: Record<string, unknown>]> = [
		['shipping-1', 'log-topic', {}],
		['shipping-2', '871710c5-35cd-4d1e-8e79-2fa92c35d612', {}],
		['xxxx-xxx-xxxx', 'with-role', { RoleArn: 'role', ExternalId: 'external' }],
	];
	for (const [ConsumerId, TopicId, more] of shipped) {
		const settings = {
			Ckafka: TARGET,
			NeedContent: true,
			Content: CONTENT,
			Compression: 0,
			...more,
		};
		const createdAt = state.now;
		state.logs.shippings.push({
			ConsumerId,
			TopicId,
			Effective: true,
			createdAt,
			settings,
			region,
		});
	}
	for (const FromTopicId of ['log-topic', 'a5ce0c9c-0690-44a5-bc79-5f2190626bd0']) {
		state.logs.served.push({
			FromTopicId,
			settings: {
				Compression: 2,
				ConsumerContent: {
					Format: 1,
					EnableTag: true,
					MetaFields: ['__SOURCE__', '__FILENAME__', '__TIMESTAMP__', '__HOSTNAME__', '__PKGID__'],
					JsonType: 1,
					TagTransaction: 1,
				},
			},
			region,
		});
	}
	for (const [Id, TopicId] of imports) {
		state.logs.imports.push({
			Id,
			TopicId,
			Name: 'kafkaRechargeTest1',
			Status: 1,
			createdAt: state.now,
			updatedAt: state.now,
			region: 'ap-guangzhou',
			settings: {
				KafkaType: 1,
				ServerAddr: 'kafka-xxxx.com:8050',
				IsEncryptionAddr: true,
				ConsumerGroupName: 'test1',
				Offset: -2,
				UserKafkaTopics: 'orders',
				LogRechargeRule: LOG_RULE,
			},
		});
	}
}

const INSTANCE = { InstanceId: 'ckafka-orders' };
const TOPIC = { ...INSTANCE, TopicName: 'orders' };
const ROUTE = { ...INSTANCE, RouteId: 7 };
const ACL = { ...INSTANCE, ResourceType: 2, ResourceName: 'orders', PermissionType: 3 };
const RULES = [{ Operation: 'Read', PermissionType: 'Deny', Host: '*', Principal: 'User:*' }];
const LOG_IMPORT = { Id: 'import-orders', TopicId: 'log-topic' };
const SHIPPED = { TopicId: 'log-topic' };
const TASK = { TaskId: 'task-1' };
const READING = {
	KafkaType: 0,
	KafkaInstance: 'ckafka-orders',
	UserKafkaTopics: 'orders',
	Offset: -2,
};
const ORDER = { VpcId: 'vpc-1', SubnetId: 'subnet-1', ZoneId: 450001, InstanceName: 'new' };

/** A request of every operation that the seeded instances carry out. */
export const BODIES: Record<string, Record<string, unknown>> = {
	AssociateRoutesSecurityGroup: { InstanceRoutes: [ROUTE], SecurityGroupId: 'sg-more' },
	BatchModifyGroupOffsets: {
		...INSTANCE,
		GroupName: 'billing',
		TopicName: ['orders'],
		Partitions: [{ Partition: 0, Offset: 1 }],
	},
	BatchModifyTopicAttributes: { ...INSTANCE, Topic: [{ TopicName: 'orders', Note: 'noted' }] },
	CreatePrometheus: { ...INSTANCE, VpcId: 'vpc-2', SubnetId: 'subnet-2' },
	CreateThrottleRule: {
		...INSTANCE,
		ThrottleType: 3,
		TopicNameList: ['orders'],
		ConsumeThrottle: 10,
	},
	DeleteGroupSubscribeTopic: { ...INSTANCE, Group: 'billing', Topic: 'orders' },
	DeleteThrottleRule: { ...INSTANCE, ThrottleRuleId: '2' },
	DescribeAccessPolicy: ROUTE,
	DescribeCvmInfo: INSTANCE,
	DescribeModifyType: {
		...INSTANCE,
		BandWidth: 40,
		DiskSize: 600,
		DiskType: 'CLOUD_BASIC',
		Partition: 800,
		Topic: 800,
		Type: 'sp_ckafka_profession',
	},
	DescribePrometheus: INSTANCE,
	DescribeSecurityGroupRoutes: {},
	DescribeThrottleRules: INSTANCE,
	DescribeTopicFlowRanking: { ...INSTANCE, RankingType: 'PRO' },
	DescribeTopicSyncReplica: TOPIC,
	DisassociateRoutesSecurityGroup: { InstanceRoutes: [ROUTE], SecurityGroupId: 'sg-first' },
	FetchMessageListByTimestamp: { ...INSTANCE, Topic: 'orders', Partition: 0, StartTime: 0 },
	InstanceScalingDown: { InstanceId: 'ckafka-hourly', UpgradeStrategy: 1, DiskSize: 600 },
	IsolatedInstancePre: INSTANCE,
	ModifyAccessPolicy: { ...ROUTE, IpWhitelist: [{ CidrBlock: '203.0.113.8' }] },
	ModifyAclRule: { ...INSTANCE, RuleName: 'for-new', IsApplied: 1 },
	ModifyRouteSecurityGroups: { InstanceRoute: ROUTE, SecurityGroupIds: ['sg-other'] },
	ModifyRoutineMaintenanceTask: {
		...INSTANCE,
		MaintenanceType: 'QUOTA',
		MaintenanceSubtype: 'INSTANCE_STORAGE_CAPACITY',
		Status: 0,
	},
	ModifyThrottleRule: { ...INSTANCE, ThrottleRuleId: 2, ConsumeThrottle: 13 },
	BatchCreateAcl: { ...INSTANCE, ResourceType: 2, ResourceNames: ['orders'], RuleList: RULES },
	CheckRechargeKafkaServer: { KafkaType: 0, KafkaInstance: 'ckafka-orders' },
	CloseKafkaConsumer: { FromTopicId: 'log-topic' },
	ClsCreateConsumer: { TopicId: 'new', Ckafka: TARGET },
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
	CreateKafkaRecharge: {
		TopicId: 'log-topic',
		Name: 'new',
		...READING,
		LogRechargeRule: LOG_RULE,
	},
	CreatePartition: { ...TOPIC, PartitionNum: 6 },
	CreatePostPaidInstance: { ...ORDER, DiskType: 'CLOUD_PREMIUM' },
	CreateRoute: { ...INSTANCE, VipType: 1, AccessType: 3, PublicNetwork: 3 },
	CreateTopic: { ...INSTANCE, TopicName: 'new', PartitionNum: 3, ReplicaNum: 2 },
	CreateTopicIpWhiteList: { ...TOPIC, IpWhiteList: ['10.0.0.1', '10.1.0.0/16'] },
	CreateUser: { ...INSTANCE, Name: 'new', Password: 'Secret-456' },
	DeleteAcl: { ...ACL, Operation: 3, Principal: 'User:writer' },
	DeleteAclRule: { ...INSTANCE, RuleName: 'all-orders' },
	DeleteConsumer: SHIPPED,
	DeleteDatahubTask: TASK,
	DeleteGroup: { ...INSTANCE, Group: 'billing' },
	DeleteInstancePost: { InstanceId: 'ckafka-hourly' },
	DeleteInstancePre: INSTANCE,
	DeleteKafkaRecharge: LOG_IMPORT,
	DeleteRoute: { ...INSTANCE, RouteId: 7 },
	DeleteTopic: TOPIC,
	DeleteUser: { ...INSTANCE, Name: 'writer' },
	DescribeACL: { ...INSTANCE, ResourceType: 2 },
	DescribeAclRule: INSTANCE,
	DescribeCkafkaVersion: INSTANCE,
	DescribeCkafkaZone: {},
	DescribeConnectResource: { ResourceId: 'connection-1' },
	DescribeConnectResources: {},
	DescribeConsumer: SHIPPED,
	DescribeConsumers: {},
	DescribeConsumerGroup: INSTANCE,
	DescribeDatahubTask: TASK,
	DescribeDatahubTasks: {},
	DescribeGroup: INSTANCE,
	DescribeGroupInfo: { ...INSTANCE, GroupList: ['billing', 'shipping', 'nobody'] },
	DescribeGroupOffsets: { ...INSTANCE, Group: 'billing' },
	DescribeInstanceAttributes: INSTANCE,
	DescribeInstances: {},
	DescribeInstancesDetail: {},
	DescribeKafkaConsumer: { FromTopicId: 'log-topic' },
	DescribeKafkaConsumerGroupDetail: { ...SHIPPED, Group: 'audit' },
	DescribeKafkaConsumerGroupList: SHIPPED,
	DescribeKafkaRecharges: { TopicId: 'log-topic' },
	DescribeRegion: {},
	DescribeRoute: { ...INSTANCE, MainRouteFlag: true },
	DescribeTopic: INSTANCE,
	DescribeTopicAttributes: TOPIC,
	DescribeTopicDetail: INSTANCE,
	DescribeTopicProduceConnection: TOPIC,
	DescribeTopicSubscribeGroup: TOPIC,
	DescribeTypeInstances: {},
	DescribeUser: INSTANCE,
	DescribeResourceTagsByResourceIds: {
		ServiceType: 'ckafka',
		ResourcePrefix: 'ckafkaId',
		ResourceIds: ['ckafka-orders'],
		ResourceRegion: 'ap-guangzhou',
	},
	FetchMessageByOffset: { ...INSTANCE, Topic: 'orders', Partition: 0, Offset: 0 },
	FetchMessageListByOffset: { ...INSTANCE, Topic: 'orders', Partition: 0, Offset: 0 },
	InquireCkafkaPrice: { InstanceType: 'profession', CategoryAction: 'renew', ...INSTANCE },
	ModifyConsumer: { ...SHIPPED, Effective: false },
	ModifyGroupOffsets: {
		...INSTANCE,
		Group: 'billing',
		Strategy: 1,
		ShiftTimestamp: -1,
		Topics: ['orders'],
	},
	ModifyInstanceAttributes: { ...INSTANCE, InstanceName: 'renamed' },
	ModifyInstancePre: { ...INSTANCE, DiskSize: 600 },
	ModifyKafkaConsumer: { FromTopicId: 'log-topic', Compression: 3 },
	ModifyKafkaRecharge: { ...LOG_IMPORT, StatusControl: 1 },
	ModifyPassword: {
		...INSTANCE,
		Name: 'writer',
		Password: 'Secret-123',
		PasswordNew: 'Secret-789',
	},
	ModifyResourceTags: {
		Resource: 'qcs::ckafka:ap-guangzhou:uin/:ckafkaId/ckafka-orders',
		ReplaceTags: [{ TagKey: 'team', TagValue: 'a' }],
	},
	ModifyTopicAttributes: { ...TOPIC, Note: 'noted' },
	OpenKafkaConsumer: { FromTopicId: 'new' },
	PauseDatahubTask: TASK,
	PreviewKafkaRecharge: { PreviewType: 1, ...READING },
	RenewCkafkaInstance: INSTANCE,
	RestartDatahubTask: TASK,
	ResumeDatahubTask: TASK,
	SendMessage: { DataHubId: 'datahub-orders', Message: [{ Body: 'hello' }] },
	UpgradeBrokerVersion: {
		...INSTANCE,
		Type: 1,
		SourceVersion: 'v2.4.2_r1.2.0',
		TargetVersion: 'v2.8.1_r1.1.6',
	},
};
