/** What each operation does to the cloud, held against a table of all operations of the API. */
import { loadFacts } from '../../../../emulator/core/facts';
import { resources as cls } from '../../../../nodes/TencentCloudCls/resources';
import { resources as maintenance } from '../../../../nodes/TencentCloudKafka/maintenance/resources';
import { resources as ckafka } from '../../../../nodes/TencentCloudKafka/resources';
import type { OperationKind } from '../../../../nodes/shared/contract/operation';

/** Every operation of CKafka, and what the nodes have of CLS and of the Tag service, by what it does. */
const APIS: Record<OperationKind, string[]> = {
	read: [
		'CheckRechargeKafkaServer',
		'DescribeACL',
		'DescribeAclRule',
		'DescribeCkafkaVersion',
		'DescribeCkafkaZone',
		'DescribeConnectResource',
		'DescribeConnectResources',
		'DescribeConsumerGroup',
		'DescribeConsumer',
		'DescribeConsumers',
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
		'DescribeRegion',
		'DescribeResourceTagsByResourceIds',
		'DescribeRoute',
		'DescribeTaskStatus',
		'DescribeTopic',
		'DescribeTopicAttributes',
		'DescribeTopicDetail',
		'DescribeTopicProduceConnection',
		'DescribeTopicSubscribeGroup',
		'DescribeTypeInstances',
		'DescribeUser',
		'FetchMessageByOffset',
		'FetchMessageListByOffset',
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
		'CreateTopic',
		'CreateUser',
	],
	change: [
		'CloseKafkaConsumer',
		// Partitions and allowed IPs are settings of their topic, and no list has a message by its ID.
		'CreatePartition',
		'CreateTopicIpWhiteList',
		'ModifyGroupOffsets',
		'ModifyInstanceAttributes',
		'ModifyInstancePre',
		'ModifyConsumer',
		'ModifyKafkaConsumer',
		'ModifyKafkaRecharge',
		'ModifyPassword',
		'ModifyResourceTags',
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
		'DeleteInstancePost',
		'DeleteInstancePre',
		'DeleteKafkaRecharge',
		'DeleteRoute',
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
