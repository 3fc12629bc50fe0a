/**
 * The examples that Tencent Cloud prints for its operations, as requests of the node and as its items: what
 * has to be set in the form, where the request differs, with the reason, and what comes out.
 */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { factsOf, readFacts } from '../../../emulator/core/facts';
import { byId, byName } from '../../support/given';

export interface PrintedExample {
	title: string;
	request: { body: IDataObject };
	response: { Response: IDataObject };
}

const { operations } = readFacts<{ operations: Record<string, PrintedExample[]> }>(
	'tencent',
	'_examples.json',
);

/** The examples of an operation: those of its own page, and those of the vendor's command line. */
export const printedOf = (api: string): PrintedExample[] =>
	operations[api] ??
	(factsOf('tencent', api).examples.filter(
		(example) => !('made' in example),
	) as unknown as PrintedExample[]);

/** Every operation that has an example. */
export const PRINTED = [...Object.keys(operations), 'DescribeCkafkaVersion'];

/** An example as the node asks and answers. */
export interface Replay {
	api: string;
	/** Which of its examples; by default the first. */
	at?: number;
	/** `topic/create` */
	operation: string;
	parameters: INodeParameters;
	/** What other operations answer that the node asks first, by their names. */
	first?: Record<string, IDataObject>;
	/** What the node's request has besides, and what it lacks, with the reason. */
	otherwise?: { added?: IDataObject; without?: string[]; because: string };
	/** What comes out at least. */
	items: (result: never, body: IDataObject) => IDataObject[];
}

const PAGED = 'lists are asked for page by page';
const page = (Limit: number): Replay['otherwise'] => ({
	added: { Offset: 0, Limit },
	because: PAGED,
});
const rows = (entry: IDataObject[]) => ({ entry }) as INodeParameters;
const at = (id: string): INodeParameters => ({ instanceId: byId(id) });
const all = { returnAll: true };

type Lists = Record<string, IDataObject[]>;
/** The rows of a list. */
const listed = (name: string) => (result: Lists) => result[name];
/** The rows of instances, with their status in words. */
const instances = ({ InstanceList }: Lists) =>
	InstanceList.map((row) => ({ ...row, status: 'running' }));
/** What was sent. */
const asSent =
	(more: IDataObject = {}, ...names: string[]) =>
	(_result: never, body: IDataObject) => [
		{ ...Object.fromEntries(names.map((name) => [name, body[name]])), ...more },
	];
const whole = (result: IDataObject) => [result];

const ACL = { resourceType: '2', aclOperation: '2', permissionType: '2' };
const NETWORK = {
	instanceName: 'test55',
	zoneId: '450001',
	vpcId: 'vpc-rmcgxxxx',
	subnetId: 'subnet-mnzcxxxx',
	specificationsType: 'profession',
};
const SIZES = { diskSize: 200, bandWidth: 20, partition: 400 };
const PAID = { instanceType: '1', kafkaVersion: '2.4.2', ...SIZES, diskType: 'CLOUD_BASIC' };

/** Those of operations that the first reference did not have. */
const LATER: Replay[] = [
	{
		api: 'InstanceScalingDown',
		operation: 'instance/resize',
		first: { DescribeInstanceAttributes: { InstanceChargeType: 'POSTPAID_BY_HOUR' } },
		parameters: {
			...at('ckafka-test'),
			options: { diskSize: 900, bandWidth: 40, partition: 1000 },
		},
		items: asSent({ DealNames: ['20230703002035272950891'] }, 'InstanceId'),
	},
	{
		api: 'CreateThrottleRule',
		operation: 'throttlingRule/create',
		parameters: {
			...at('ckafka-o9gv345o'),
			throttleType: '2',
			groupNameList: ['test5'],
			options: { consumeThrottle: 15 },
		},
		items: asSent({ GroupName: 'test5', created: true }, 'InstanceId', 'ConsumeThrottle'),
	},
	{
		api: 'DescribeThrottleRules',
		operation: 'throttlingRule/getAll',
		parameters: { ...at('ckafka-o9gv345o'), throttleDimension: '1', ...all },
		otherwise: { added: { Offset: 0, Limit: 200, ThrottleDimension: 1 }, because: PAGED },
		items: listed('ThrottleRuleList'),
	},
	{
		api: 'ModifyThrottleRule',
		operation: 'throttlingRule/update',
		parameters: { ...at('ckafka-o9gv345o'), throttlingRule: byId('2'), consumeThrottle: 13 },
		items: asSent({ updated: true }, 'ThrottleRuleId', 'InstanceId'),
	},
	{
		api: 'DeleteThrottleRule',
		operation: 'throttlingRule/delete',
		parameters: { ...at('ckafka-o9gv345o'), throttlingRule: byId('1') },
		items: asSent({ deleted: true }, 'ThrottleRuleId', 'InstanceId'),
	},
	{
		api: 'DescribeTopicSyncReplica',
		operation: 'topic/getReplicas',
		parameters: {
			...at('ckafka-test'),
			topic: byName('topic-test'),
			...all,
			options: { outOfSyncReplicaOnly: true },
		},
		otherwise: page(20),
		items: listed('TopicInSyncReplicaList'),
	},
	{
		api: 'DescribeTopicFlowRanking',
		operation: 'instanceMaintenance/getTrafficRanking',
		parameters: {
			...at('ckafka-vv7wpp93'),
			rankingType: 'PRO',
			options: { beginDate: '2020-09-22T00:00:00+00:00', endDate: '2020-09-22T00:00:00+00:00' },
		},
		items: whole,
	},
	{
		api: 'BatchModifyTopicAttributes',
		operation: 'topic/updateMany',
		parameters: {
			...at('ckafka-o99zq5mv'),
			topicChanges: rows([
				{
					topicName: 'test_leader',
					settings: {
						retentionMs: 3_600_000,
						segmentMs: 86_400_000,
						maxMessageBytes: 1024,
						retentionBytes: 1_099_511_627_776,
					},
				},
			]),
		},
		items: () => [{ TopicName: 'test_leader', updated: true }],
	},
	{
		api: 'BatchModifyGroupOffsets',
		operation: 'consumerGroup/resetOffsets',
		parameters: {
			...at('ckafka-test'),
			group: byName('group-test'),
			topicScope: 'chosen',
			topics: ['topic-abc'],
			strategy: '3',
			partitionOffsets: rows([{ partition: 0, offset: 0 }]),
		},
		items: () => [{ reset: true, Group: 'group-test', Topics: ['topic-abc'] }],
	},
	{
		api: 'DeleteGroupSubscribeTopic',
		operation: 'consumerGroup/deleteOffsets',
		parameters: {
			...at('ckafka-inbijinh'),
			group: byName('consuemr'),
			topic: byName('topicName'),
		},
		items: asSent({ deleted: true }, 'Group', 'Topic', 'InstanceId'),
	},
	{
		api: 'FetchMessageListByTimestamp',
		operation: 'message/getAll',
		parameters: {
			...at('ckafka-test'),
			topic: byName('topic-test'),
			partition: 1,
			startBy: 'time',
			startTime: '2019-12-31T16:00:00Z',
			options: { singlePartitionRecordNumber: 20 },
		},
		items: (result: never) => result,
	},
	{
		api: 'ModifyAccessPolicy',
		operation: 'route/setAllowedAddresses',
		parameters: {
			...at('ckafka-ay3z77qe'),
			route: byId('137946'),
			ipWhitelist: rows([{ cidrBlock: '127.0.0.1', policyDescription: 'test-description' }]),
		},
		items: asSent({ updated: true }, 'InstanceId', 'RouteId', 'IpWhitelist'),
	},
	{
		api: 'DescribeAccessPolicy',
		operation: 'route/getAllowedAddresses',
		parameters: { ...at('ckafka-ay3z77qe'), route: byId('137946'), ...all },
		items: listed('IpWhitelist'),
	},
	{
		api: 'ModifyRouteSecurityGroups',
		operation: 'routeSecurityGroup/set',
		parameters: {
			...at('ckafka-test1234'),
			route: byId('1234'),
			securityGroupIds: 'sg-xxx1, sg-xxx2',
		},
		items: asSent(
			{ InstanceId: 'ckafka-test1234', RouteId: 1234, updated: true },
			'SecurityGroupIds',
		),
	},
	{
		api: 'DescribeSecurityGroupRoutes',
		operation: 'routeSecurityGroup/getAll',
		parameters: { ...all },
		otherwise: page(20),
		items: () => [{ InstanceId: 'ckafka-test', RouteId: 1234, SecurityGroupIds: [] }],
	},
	...(['attach', 'detach'] as const).map(
		(value): Replay => ({
			api: `${value === 'attach' ? 'Associate' : 'Disassociate'}RoutesSecurityGroup`,
			operation: `routeSecurityGroup/${value}`,
			parameters: {
				securityGroupId: 'sg-xxx1',
				instanceRoutes: rows(
					[1234, 1235, 1236].map((routeId) => ({ instanceId: 'ckafka-test1234', routeId })),
				),
			},
			items: asSent({ [`${value}ed`]: true }, 'SecurityGroupId', 'InstanceRoutes'),
		}),
	),
	{
		api: 'ModifyRoutineMaintenanceTask',
		operation: 'instanceMaintenance/setAutomaticMaintenance',
		parameters: {
			...at('ckafka-9jnejnb9'),
			maintenanceType: 'RE_BALANCE',
			maintenanceSubtype: 'INSTANCE_PARTITION_RE_BALANCE',
			status: '1',
			options: { plannedTime: 79_200, week: '1,2,3,4,5,6,7' },
		},
		items: asSent({ updated: true }, 'InstanceId', 'Status'),
	},
	{
		api: 'IsolatedInstancePre',
		operation: 'instanceMaintenance/isolateSubscription',
		parameters: at('ckafka-zanbmvve'),
		items: asSent({ isolated: true, DealNames: ['20250117797002527434061'] }, 'InstanceId'),
	},
	{
		api: 'DescribeModifyType',
		operation: 'instanceMaintenance/getResizeEffect',
		parameters: {
			...at('ckafka-6er88krk'),
			bandWidth: 320,
			diskSize: 1000,
			diskType: 'CLOUD_PREMIUM',
			partition: 1200,
			topicNum: 120,
			type: 'sp_ckafka_profession',
		},
		items: whole,
	},
	{
		api: 'ModifyAclRule',
		operation: 'aclRule/update',
		parameters: { ...at('ckafka-test'), ruleName: byName('deny-all'), isApplied: true },
		items: asSent({ RuleId: 1, updated: true }, 'RuleName', 'IsApplied'),
	},
	{
		api: 'CreatePrometheus',
		operation: 'instanceMaintenance/connectPrometheus',
		parameters: { ...at('ckafka-test'), vpcId: 'vpc-test', subnetId: 'subnet-test' },
		items: asSent({ connected: true }, 'InstanceId', 'VpcId', 'SubnetId'),
	},
	{
		api: 'DescribePrometheus',
		operation: 'instanceMaintenance/getPrometheusAddresses',
		parameters: { ...at('ckafka-test'), ...all },
		items: (result: never) => result,
	},
	{
		api: 'DescribeCvmInfo',
		operation: 'instanceMaintenance/getServers',
		parameters: { ...at('ckafka-6er88krk'), ...all },
		items: listed('CvmList'),
	},
];

export const REPLAYS: Replay[] = [
	...LATER,
	{
		api: 'BatchCreateAcl',
		operation: 'acl/createMany',
		parameters: {
			...at('ckafka-xx'),
			topicNames: ['rewr', 'topic-1'],
			ruleList: rows([
				{ operation: 'Read', permissionType: 'Allow', host: '10.1.1.0/24', principal: '*' },
			]),
		},
		items: asSent({ created: true }, 'InstanceId', 'ResourceNames', 'RuleList'),
	},
	{
		api: 'CreateAcl',
		operation: 'acl/create',
		parameters: {
			...at('ckafka-test'),
			...ACL,
			principal: byName('user1'),
			resourceName: byName('yourresourcetest1'),
			options: { host: '1.1.1.1' },
		},
		items: asSent({ created: true }, 'ResourceName', 'Principal', 'Host'),
	},
	{
		api: 'CreateAclRule',
		operation: 'aclRule/create',
		parameters: {
			...at('ckafka-12345678'),
			newRuleName: 'testRule',
			patternType: 'PREFIXED',
			pattern: 'testPattern',
			ruleList: rows([
				{ operation: 'Write', permissionType: 'Allow', host: '1.2.3.4', principal: '*' },
			]),
		},
		items: asSent({ RuleId: 12, created: true }, 'RuleName', 'InstanceId'),
	},
	{
		api: 'CreateConsumer',
		operation: 'consumerGroup/create',
		parameters: {
			...at('ckafka-test'),
			groupName: 'group-test',
			options: { topicName: 'topic-test' },
		},
		items: asSent({ Group: 'group-test', created: true }),
	},
	{
		api: 'CreateInstancePre',
		operation: 'instance/createSubscription',
		parameters: {
			...NETWORK,
			instanceName: 'ckafka测试',
			period: '1m',
			instanceType: '1',
			subscriptionEdition: 'profession',
			options: {
				...SIZES,
				renewFlag: '0',
				kafkaVersion: '2.4.1',
				diskType: 'CLOUD_BASIC',
				publicNetworkMonthly: 0,
				customSSLCertId: byId('TPNd2oBB'),
			},
		},
		items: asSent(
			{ InstanceId: 'ckafka-ma4ab5n5', DealName: '20251204581021815942281', created: true },
			'InstanceName',
		),
	},
	{
		api: 'CreatePartition',
		operation: 'topic/addPartitions',
		parameters: { ...at('ckafka-test'), topic: byName('mytopic'), partitionNum: 3 },
		items: asSent({}, 'TopicName', 'PartitionNum', 'InstanceId'),
	},
	{
		api: 'CreatePostPaidInstance',
		operation: 'instance/create',
		parameters: {
			...NETWORK,
			options: { ...PAID, publicNetworkMonthly: 0, customSSLCertId: byId('TPNd2oBB') },
		},
		items: asSent(
			{ InstanceId: 'ckafka-mom5xxxx', DealName: '20230608002033899990000' },
			'InstanceName',
		),
	},
	{
		api: 'CreatePostPaidInstance',
		at: 1,
		operation: 'instance/create',
		parameters: {
			...NETWORK,
			options: {
				...PAID,
				publicNetworkMonthly: 0,
				multiZone: { entry: { multiZoneFlag: true, zoneIds: ['450001', '450002', '450003'] } },
			},
		},
		items: asSent({ InstanceId: 'ckafka-mom5xxxx', created: true }, 'InstanceName'),
	},
	{
		api: 'CreatePostPaidInstance',
		at: 2,
		operation: 'instance/create',
		parameters: {
			...NETWORK,
			instanceName: 'test58',
			vpcId: 'vpc-rmcg5cpf',
			subnetId: 'subnet-mnzcs7gk',
			options: {
				...SIZES,
				kafkaVersion: '2.4.2',
				topicNum: 200,
				instanceNum: 3,
				publicNetworkMonthly: 12,
			},
		},
		items: () =>
			['ckafka-bz4dxxxx', 'ckafka-o9gdxxxx', 'ckafka-aj5gxxxx'].map((InstanceId) => ({
				InstanceId,
				DealName: '20230608002033915320000',
				created: true,
			})),
	},
	{
		api: 'CreateRoute',
		operation: 'route/create',
		parameters: { ...at('ckafka-test'), network: '1', accessType: '1', publicNetwork: 3 },
		otherwise: {
			added: { AccessType: 1, PublicNetwork: 3 },
			because: 'a public route needs both, by the comments of the SDK',
		},
		items: asSent({ RouteId: 132321, FlowId: 111 }, 'InstanceId', 'VipType'),
	},
	{
		api: 'CreateTopic',
		operation: 'topic/create',
		parameters: {
			...at('ckafka-test'),
			topicName: 'topic-name',
			partitionNum: 1,
			replicaNum: 2,
		},
		items: asSent({ TopicId: 'topic-k766ruye', created: true }, 'TopicName', 'InstanceId'),
	},
	{
		api: 'CreateTopicIpWhiteList',
		operation: 'topic/addAllowedIps',
		parameters: {
			...at('ckafka-test'),
			topic: byName('topic-name'),
			ipWhiteList: '1.1.1.1, 10.3.3.4',
		},
		items: asSent({}, 'TopicName', 'IpWhiteList', 'InstanceId'),
	},
	{
		api: 'CreateUser',
		operation: 'user/create',
		parameters: { ...at('ckafka-test'), userName: 'yourname', password: 'Password' },
		items: asSent({ created: true }, 'Name', 'InstanceId'),
	},
	{
		api: 'DeleteAcl',
		operation: 'acl/delete',
		parameters: { ...at('ckafka'), ...ACL, principal: byName('*'), resourceName: byName('1') },
		otherwise: { added: { Principal: 'User:*' }, because: 'whom it is for is never left open' },
		items: asSent({ deleted: true }, 'ResourceName', 'InstanceId'),
	},
	{
		api: 'DeleteAclRule',
		operation: 'aclRule/delete',
		parameters: { ...at('ckafka-123456'), ruleName: byName('testRule') },
		items: asSent({ deleted: true }, 'RuleName', 'InstanceId'),
	},
	{
		api: 'DeleteGroup',
		operation: 'consumerGroup/delete',
		parameters: { ...at('ckafka-6er88krk'), group: byName('grouptest') },
		items: asSent({ deleted: true }, 'Group', 'InstanceId'),
	},
	{
		api: 'DeleteInstancePost',
		operation: 'instance/delete',
		parameters: at('ckafka-test'),
		items: asSent({ deleted: true }, 'InstanceId'),
	},
	{
		api: 'DeleteInstancePre',
		operation: 'instance/deleteSubscription',
		parameters: at('ckafka-xxxx'),
		items: asSent({ deleted: true }, 'InstanceId'),
	},
	{
		api: 'DeleteRoute',
		operation: 'route/delete',
		parameters: { ...at('ckafka'), route: byId('1'), options: { callerAppid: 1 } },
		items: asSent({ deleted: true }, 'RouteId', 'InstanceId'),
	},
	{
		api: 'DeleteTopic',
		operation: 'topic/delete',
		parameters: { ...at('ckafka'), topic: byName('topicname') },
		items: asSent({ deleted: true }, 'TopicName', 'InstanceId'),
	},
	{
		api: 'DeleteUser',
		operation: 'user/delete',
		parameters: { ...at('ckafka-test'), user: byName('name') },
		items: asSent({ deleted: true }, 'Name', 'InstanceId'),
	},
	{
		api: 'DescribeACL',
		operation: 'acl/getAll',
		parameters: {
			...at('ckafka-test'),
			...all,
			resourceType: '2',
			options: { resourceName: 'resourcename' },
		},
		otherwise: page(50),
		items: listed('AclList'),
	},
	{
		api: 'DescribeAclRule',
		operation: 'aclRule/getAll',
		parameters: {
			...at('ckafka-test'),
			...all,
			options: { ruleName: 'deny-all', patternType: 'PREFIXED', isSimplified: false },
		},
		items: listed('AclRuleList'),
	},
	{
		api: 'DescribeCkafkaVersion',
		operation: 'instance/getVersions',
		parameters: at('ckafka-bqwlyrg8'),
		items: whole,
	},
	{
		api: 'DescribeCkafkaZone',
		operation: 'lookup/getZones',
		parameters: { simplify: false },
		items: whole,
	},
	{
		api: 'DescribeConsumerGroup',
		operation: 'consumerGroup/getSubscriptions',
		parameters: { ...at('ckafka-test'), ...all },
		otherwise: page(50),
		items: listed('GroupList'),
	},
	{
		api: 'DescribeGroup',
		operation: 'consumerGroup/getAll',
		parameters: { ...at('ckafka-pkwxedpq'), ...all },
		otherwise: page(50),
		items: listed('GroupList'),
	},
	{
		api: 'DescribeGroupInfo',
		operation: 'consumerGroup/get',
		parameters: { ...at('ckafka-ivn43n20'), groupList: ['group-test'] },
		otherwise: {
			added: { GroupList: ['group-test'] },
			because: 'mandatory since the example of 2018',
		},
		items: (result: IDataObject[]) => result,
	},
	{
		api: 'DescribeGroupOffsets',
		operation: 'consumerGroup/getOffsets',
		parameters: { ...at('ckafka-test'), ...all, group: byName('"group"') },
		otherwise: page(50),
		items: listed('TopicList'),
	},
	{
		api: 'DescribeInstanceAttributes',
		operation: 'instance/getAttributes',
		parameters: at('ckafka-pkwxedpq'),
		items: (result: IDataObject) => [{ ...result, status: 'running' }],
	},
	{
		api: 'DescribeInstances',
		operation: 'instance/getAll',
		parameters: { limit: 10, options: { instanceFilter: 'instance-test', searchWord: 'tre' } },
		items: instances,
	},
	{
		api: 'DescribeInstancesDetail',
		operation: 'instance/getAllDetailed',
		parameters: { ...all, simplify: false },
		otherwise: page(20),
		items: instances,
	},
	{
		api: 'DescribeRegion',
		operation: 'lookup/getRegions',
		parameters: { ...all, options: { business: 'ckafka' } },
		otherwise: page(100),
		items: (result: IDataObject[]) => result,
	},
	{
		api: 'DescribeRoute',
		operation: 'route/getAll',
		parameters: { ...at('ckafka-na37x9qa'), ...all },
		items: listed('Routers'),
	},
	{
		api: 'DescribeTaskStatus',
		operation: 'task/get',
		parameters: { flowId: 1003 },
		items: asSent({ Status: 0, Output: 'success', status: 'succeeded' }, 'FlowId'),
	},
	{
		api: 'DescribeTopic',
		operation: 'topic/getAll',
		parameters: { ...at('ckafka-xxooa0'), limit: 2 },
		otherwise: { added: { Offset: 0 }, because: PAGED },
		items: listed('TopicList'),
	},
	{
		api: 'DescribeTopicAttributes',
		operation: 'topic/getAttributes',
		parameters: { ...at('ckafka-na37x9qa'), topic: byName('test-sh') },
		items: whole,
	},
	{
		api: 'DescribeTopicDetail',
		operation: 'topic/getAllDetailed',
		parameters: { ...at('ckafka-xxooa0'), ...all, simplify: false },
		otherwise: page(50),
		items: listed('TopicList'),
	},
	{
		api: 'DescribeTopicProduceConnection',
		operation: 'topic/getProducers',
		parameters: { ...at('ckafka-test'), ...all, topic: byName('topic-name') },
		items: (result: IDataObject[]) => result,
	},
	{
		api: 'DescribeTopicSubscribeGroup',
		operation: 'topic/getSubscribers',
		parameters: { ...at('ckafka-kmex0nvv'), ...all, topic: byName('topic-test') },
		otherwise: page(50),
		items: listed('GroupsInfo'),
	},
	{
		api: 'DescribeTypeInstances',
		operation: 'instanceMaintenance/getTypeInstances',
		parameters: { limit: 10, options: { instanceFilter: 'instance-test', searchWord: 'tre' } },
		otherwise: { without: ['Type'], because: 'no description of the operation has it' },
		items: instances,
	},
	{
		api: 'DescribeUser',
		operation: 'user/getAll',
		parameters: { ...at('ckafka-test'), ...all },
		otherwise: page(50),
		items: listed('Users'),
	},
	{
		api: 'FetchMessageByOffset',
		operation: 'message/get',
		parameters: { ...at('ckafka'), topic: byName('topic-test'), partition: 1, offset: 1 },
		items: whole,
	},
	{
		api: 'FetchMessageListByOffset',
		operation: 'message/getAll',
		parameters: {
			...at('ckafka-test'),
			topic: byName('topic-test'),
			partition: 1,
			offset: 1,
			options: { singlePartitionRecordNumber: 20 },
		},
		items: (result: IDataObject[]) => result,
	},
	{
		api: 'InquireCkafkaPrice',
		operation: 'instance/getPrice',
		parameters: {
			priceEdition: 'profession',
			categoryAction: 'purchase',
			chargeType: 'PREPAID',
			chargePeriod: 1,
			bandwidth: 40,
			priceDiskType: 'SSD',
			priceDiskSize: 500,
			messageRetention: 4,
			topicCount: 30,
			partitionCount: 800,
			options: {
				instanceNum: 1,
				zoneIds: ['100001'],
				publicNetworkParam: {
					entry: { publicNetworkChargeType: 'BANDWIDTH_PREPAID', publicNetworkMonthly: 6 },
				},
			},
		},
		items: whole,
	},
	{
		api: 'ModifyGroupOffsets',
		operation: 'consumerGroup/resetOffsets',
		parameters: {
			...at('ckafka-test'),
			group: byName('"group"'),
			topicScope: 'chosen',
			topics: ['topic-test'],
			strategy: '1',
			shiftTimestamp: -2,
		},
		otherwise: {
			added: { Topics: ['topic-test'], ShiftTimestamp: -2 },
			because: 'both are mandatory now',
		},
		items: asSent({ reset: true }, 'Group', 'Topics'),
	},
	{
		api: 'ModifyInstanceAttributes',
		operation: 'instance/update',
		parameters: { ...at('ckafka-test'), options: { instanceName: 'renamed' } },
		otherwise: { added: { InstanceName: 'renamed' }, because: 'the example changes nothing' },
		items: asSent({ updated: true }, 'InstanceId'),
	},
	{
		api: 'ModifyInstancePre',
		operation: 'instance/resize',
		first: { DescribeInstanceAttributes: { InstanceChargeType: 'PREPAID' } },
		parameters: { ...at('ckafka-test'), options: { bandWidth: 40, diskSize: 600 } },
		items: asSent({ DealNames: ['name'] }, 'InstanceId', 'BandWidth', 'DiskSize'),
	},
	{
		api: 'ModifyPassword',
		operation: 'user/changePassword',
		parameters: {
			...at('ckafka-test'),
			user: byName('name'),
			presentPassword: '1',
			newPassword: '2',
		},
		items: asSent({ updated: true }, 'Name', 'InstanceId'),
	},
	{
		api: 'ModifyTopicAttributes',
		operation: 'topic/update',
		parameters: { ...at('ckafka-test'), topic: byName('topic-test'), options: { note: 'note' } },
		items: asSent({ updated: true }, 'TopicName', 'InstanceId'),
	},
	{
		api: 'RenewCkafkaInstance',
		operation: 'instance/renew',
		parameters: { ...at('ckafka-xxx'), months: 1 },
		items: (result: IDataObject, body: IDataObject) => [{ renewed: true, ...body, ...result }],
	},
	{
		api: 'SendMessage',
		operation: 'message/send',
		parameters: {
			dataHubId: byId('datahub-meuh9nhn'),
			messages: rows([
				{ body: 'vvvvsdgsgshhh', key: 'key1' },
				{ body: 'vvvhhhhhhvsdgsgshhh', key: 'key2' },
			]),
		},
		items: () => [
			{ sent: true, MessageId: expect.any(String) as string },
			{ sent: true, MessageId: expect.any(String) as string },
		],
	},
	{
		api: 'UpgradeBrokerVersion',
		operation: 'instance/upgradeVersion',
		parameters: {
			...at('ckafka-test'),
			type: '1',
			sourceVersion: 'v2.8.1_r1.1.7',
			targetVersion: 'v2.8.1_r1.1.8',
		},
		otherwise: { without: ['DelayTimeStamp'], because: 'an empty time is none' },
		items: asSent({}, 'InstanceId', 'TargetVersion'),
	},
	{
		api: 'CheckRechargeKafkaServer',
		operation: 'logService/checkKafka',
		parameters: {
			kafkaType: '0',
			kafkaInstance: byId('ckafka-8j4ro59xx'),
			options: { kafkaVersion: '2.0.0' },
		},
		items: () => [{ reachable: true, Status: 0 }],
	},
];
