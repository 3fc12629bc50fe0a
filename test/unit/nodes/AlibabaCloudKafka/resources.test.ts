/** What each operation does to the cloud: the order of writes, retries, hints and guards follow from it. */
import { loadFacts } from '../../../../emulator/core/facts';
import { resources as maintenance } from '../../../../nodes/AlibabaCloudKafka/maintenance/resources';
import { resources } from '../../../../nodes/AlibabaCloudKafka/resources';
import type { OperationKind } from '../../../../nodes/shared/contract/operation';

const documented = loadFacts('alibaba').map(({ operation }) => operation);

const APIS: Record<OperationKind, string[]> = {
	read: [
		'DescribeAclResourceName',
		'DescribeAcls',
		'DescribeSaslUsers',
		'GetAllInstanceIdList',
		'GetAllowedIpList',
		'GetAutoScalingConfiguration',
		'GetCallerIdentity',
		'GetConsumerList',
		'GetConsumerProgress',
		'GetInstanceList',
		'GetKafkaClientIp',
		'GetQuotaTip',
		'GetRiskList',
		'GetTopicList',
		'GetTopicStatus',
		'GetTopicSubscribeStatus',
		'ListRebalanceInfo',
		'ListTagResources',
		'QueryMessage',
	],
	create: [
		'CreateAcl',
		'CreateConsumerGroup',
		'CreatePostPayInstance',
		'CreatePostPayOrder',
		'CreatePrePayInstance',
		'CreatePrePayOrder',
		'CreateSaslUser',
		'CreateScheduledScalingRule',
		'CreateTopic',
	],
	change: [
		'ChangeResourceGroup',
		'ConvertPostPayOrder',
		'DowngradePostPayOrder',
		'DowngradePrePayOrder',
		'EnableAutoGroupCreation',
		'EnableAutoTopicCreation',
		'ModifyInstanceName',
		'ModifyPartitionNum',
		'ModifyScheduledScalingRule',
		'ModifyTopicRemark',
		'ReopenInstance',
		'StartInstance',
		'StopInstance',
		'TagResources',
		'UpdateAllowedIp',
		'UpdateConsumerOffset',
		'UpdateInstanceConfig',
		'UpdateTopicConfig',
		'UpgradeInstanceVersion',
		'UpgradePostPayOrder',
		'UpgradePrePayOrder',
	],
	delete: [
		'BatchDeleteTopics',
		'DeleteAcl',
		'DeleteConsumerGroup',
		'DeleteInstance',
		'DeleteSaslUser',
		'DeleteScheduledScalingRule',
		'DeleteTopic',
		'ReleaseInstance',
		'UntagResources',
	],
};

const operations = [...resources, ...maintenance].flatMap(({ value, operations: list }) =>
	list.map((operation) => ({ ...operation, name: `${value}/${operation.value}` })),
);

test('every operation of AliKafka has one kind', () => {
	expect(Object.values(APIS).flat().sort()).toEqual(documented.sort());
});

/** One request creates a user, and changes the password of one that exists. */
const BOTH: Readonly<Record<string, OperationKind>> = { 'saslUser/resetPassword': 'change' };

const kindOf = (api: string) => Object.entries(APIS).find(([, apis]) => apis.includes(api))?.[0];

test.each(operations)(
	'the Alibaba Cloud operation $name is of the kind of $api',
	({ name, api, kind }) => {
		expect(kind).toBeDefined();
		expect(kind).toBe(BOTH[name] ?? kindOf(api));
	},
);

test('orders of AliKafka instances are billed, and nothing else that is created', () => {
	const billed = operations.filter((operation) => operation.billed).map(({ name }) => name);
	expect(billed).toEqual([
		'instance/createAndDeploy',
		'instance/create',
		'instance/createSubscription',
		'instanceMaintenance/createByOrder',
		'instanceMaintenance/createSubscriptionByOrder',
	]);
	const paid = operations.filter(({ kind, api }) => kind === 'create' && /Pay/.test(api));
	expect(paid.map(({ name }) => name)).toEqual(billed);
});

test('an operation of AliKafka whose result is found by name is one that creates', () => {
	const found = operations.filter(({ find }) => find !== undefined);
	expect(found.length).toBeGreaterThan(0);
	expect(found.filter(({ kind }) => kind !== 'create')).toEqual([]);
});
