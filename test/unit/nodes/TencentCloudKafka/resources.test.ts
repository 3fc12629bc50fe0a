/** What each operation does to the cloud, held against a table of all operations of the API. */
import { loadFacts } from '../../../../emulator/core/facts';
import { resources as cls } from '../../../../nodes/TencentCloudCls/resources';
import { resources as maintenance } from '../../../../nodes/TencentCloudKafka/maintenance/resources';
import { resources as ckafka } from '../../../../nodes/TencentCloudKafka/resources';
import type { OperationKind } from '../../../../nodes/shared/contract/operation';

/** Every operation of CKafka, and what the nodes have of CLS, the Tag service, and STS, by what it does. */
const APIS: Record<OperationKind, string[]> = {
	read: [
		'CheckRechargeKafkaServer',
		'DescribeACL',
		'DescribeAccessPolicy',
		'DescribeAclRule',
		'DescribeCkafkaVersion',
		'DescribeCkafkaZone',
		'DescribeConnectResource',
		'DescribeConnectResources',
		'DescribeConsumerGroup',
		'DescribeConsumer',
		'DescribeConsumers',
		'DescribeCvmInfo',
		'DescribeDatahubTask',
		'DescribeDatahubTasks',
		'DescribeGroup',
		'DescribeGroupInfo',
		'DescribeGroupOffsets',
		'DescribeInstanceAttributes',
		'DescribeInstances',
		'DescribeInstancesDetail',
		'DescribeKafkaConsumer',
		'DescribeKafkaConsumerGroupDetail',
		'DescribeKafkaConsumerGroupList',
		'DescribeKafkaRecharges',
		'DescribeModifyType',
		'DescribePrometheus',
		'DescribeRegion',
		'DescribeResourceTagsByResourceIds',
		'DescribeRoute',
		'DescribeSecurityGroupRoutes',
		'DescribeTaskStatus',
		'DescribeThrottleRules',
		'DescribeTopic',
		'DescribeTopicAttributes',
		'DescribeTopicDetail',
		'DescribeTopicFlowRanking',
		'DescribeTopicProduceConnection',
		'DescribeTopicSubscribeGroup',
		'DescribeTopicSyncReplica',
		'DescribeTypeInstances',
		'DescribeUser',
		'FetchMessageByOffset',
		'FetchMessageListByOffset',
		'FetchMessageListByTimestamp',
		'GetCallerIdentity',
		'InquireCkafkaPrice',
		'PreviewKafkaRecharge',
	],
	create: [
		'BatchCreateAcl',
		'ClsCreateConsumer',
		'CreateAcl',
		'CreateAclRule',
		'CreateConsumer',
		'CreateInstancePre',
		'CreateKafkaRecharge',
		'CreatePostPaidInstance',
		'CreateRoute',
		'CreateThrottleRule',
		'CreateTopic',
		'CreateUser',
	],
	change: [
		// Partitions and allowed IPs are settings of their topic, addresses for Prometheus one of the instance, and no list has a message by its ID.
		'AssociateRoutesSecurityGroup',
		'BatchModifyGroupOffsets',
		'BatchModifyTopicAttributes',
		'CloseKafkaConsumer',
		'CreatePartition',
		'CreatePrometheus',
		'CreateTopicIpWhiteList',
		'DisassociateRoutesSecurityGroup',
		'InstanceScalingDown',
		'IsolatedInstancePre',
		'ModifyAccessPolicy',
		'ModifyAclRule',
		'ModifyGroupOffsets',
		'ModifyInstanceAttributes',
		'ModifyInstancePre',
		'ModifyConsumer',
		'ModifyKafkaConsumer',
		'ModifyKafkaRecharge',
		'ModifyPassword',
		'ModifyResourceTags',
		'ModifyRouteSecurityGroups',
		'ModifyRoutineMaintenanceTask',
		'ModifyThrottleRule',
		'ModifyTopicAttributes',
		'OpenKafkaConsumer',
		'PauseDatahubTask',
		'RestartDatahubTask',
		'ResumeDatahubTask',
		'RenewCkafkaInstance',
		'SendMessage',
		'UpgradeBrokerVersion',
	],
	delete: [
		'DeleteAcl',
		'DeleteConsumer',
		'DeleteDatahubTask',
		'DeleteAclRule',
		'DeleteGroup',
		'DeleteGroupSubscribeTopic',
		'DeleteInstancePost',
		'DeleteInstancePre',
		'DeleteKafkaRecharge',
		'DeleteRoute',
		'DeleteThrottleRule',
		'DeleteTopic',
		'DeleteUser',
	],
};

/** What it creates is billed from then on. */
const BILLED = ['CreateInstancePre', 'CreatePostPaidInstance'];

/** One operation of the API that adds and removes: as a whole it changes, and what removes is a deletion. */
const BOTH = ['ModifyResourceTags'];

const operations = [...ckafka, ...maintenance, ...cls].flatMap(
	({ value, operations: ofResource }) =>
		ofResource.map((operation) => ({ ...operation, name: `${value}/${operation.value}` })),
);

test('the table of kinds has every operation of CKafka, once', () => {
	expect(Object.values(APIS).flat().sort()).toEqual(
		loadFacts('tencent')
			.map(({ operation }) => operation)
			.sort(),
	);
});

test.each(operations)(
	'the Tencent Cloud operation $name is of the kind of $api',
	({ kind, api }) => {
		expect(kind).toBeDefined();
		const kindOfApi = BOTH.includes(api) && kind === 'delete' ? 'change' : kind;
		expect(APIS[kindOfApi as OperationKind]).toContain(api);
	},
);

test('only operations that buy a Tencent Cloud instance create something billed', () => {
	const billed = operations.filter((operation) => operation.billed);
	expect(billed.map(({ api }) => api).sort()).toEqual(BILLED);
	expect(billed.every(({ kind }) => kind === 'create')).toBe(true);
});
