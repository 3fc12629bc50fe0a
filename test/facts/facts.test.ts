/** The Huawei Cloud node against the facts about the API, in both directions. */
import { factsOf, loadFacts } from '../../emulator/facts';
import { resources } from '../../nodes/HuaweiCloudKafka/resources';
import { DELIBERATE } from './deliberate';
import { differences, local } from './differences';

/** Operations of the API that the node does not have yet. This list may only become shorter. */
const MISSING: string[] = [
	'BatchDeleteGroup',
	'BatchDeleteInstanceUsers',
	'CloseKafkaManager',
	'CreateInstanceByEngine',
	'CreateKafkaConsumerGroup',
	'CreateKafkaReassignmentTask',
	'CreateKafkaRebalanceLogTask',
	'CreateKafkaTopicQuota',
	'CreateKafkaUserClientQuotaTask',
	'CreateReassignmentTask',
	'DeleteBackgroundTask',
	'DeleteConsumerGroupOffsets',
	'DeleteInstanceConsumerGroup',
	'DeleteKafkaMessage',
	'DeleteKafkaTopicQuota',
	'DeleteKafkaUserClientQuotaTask',
	'ListInstanceConsumerGroup',
	'ListInstanceConsumerGroupMembers',
	'ListInstanceConsumerGroupMessageOffset',
	'ListInstanceConsumerGroupTopics',
	'ListInstanceConsumerGroups',
	'ListTopicPartitions',
	'ListTopicProducers',
	'ModifyInstanceConfigs',
	'ModifyKafkaTopicQuota',
	'ResetManagerPassword',
	'ResetMessageOffsetWithEngine',
	'ResetPassword',
	'ResetUserPasswrod',
	'ResizeEngineInstance',
	'ResizeKafkaInstance',
	'RestartManager',
	'SendKafkaMessage',
	'ShowCesHierarchy',
	'ShowCluster',
	'ShowCoordinators',
	'ShowEngineInstanceExtendProductInfo',
	'ShowGroups',
	'ShowInstanceConfigs',
	'ShowInstanceMessages',
	'ShowInstanceTopicDetail',
	'ShowKafkaInstanceExtendProductInfo',
	'ShowKafkaProductCores',
	'ShowKafkaRebalanceLog',
	'ShowKafkaTopicPartitionDiskusage',
	'ShowKafkaTopicQuota',
	'ShowKafkaUserClientQuota',
	'ShowMaintainWindows',
	'ShowMessages',
	'ShowPartitionBeginningMessage',
	'ShowPartitionEndMessage',
	'ShowPartitionMessage',
	'StopKafkaRebalanceLogTask',
	'UpdateInstanceAutoCreateTopic',
	'UpdateInstanceCrossVpcIp',
	'UpdateInstanceTopic',
	'UpdateKafkaUserClientQuotaTask',
	'UpdateTopicReplica',
	'V1BatchDeleteTopics',
	'V1BatchRestartOrDeleteInstances',
	'V1CreateInstance',
	'V1CreateTopic',
	'V1DeleteInstance',
	'V1ListAvailableZones',
	'V1ListInstances',
	'V1ListMaintainWindows',
	'V1ListProducts',
	'V1ListTopics',
	'V1ShowInstance',
	'V1UpdateInstance',
];

const operations = resources.flatMap(({ value, operations: list }) =>
	list.map((operation) => ({ name: `${value}/${operation.value}`, operation })),
);
const known = loadFacts('huawei').map(({ operation }) => operation);

const deliberate = (name: string, difference: string) =>
	[`${name} ${difference}`, `* ${difference}`].find((line) => Object.hasOwn(DELIBERATE, line));

const found = (name: string, operation: (typeof operations)[0]['operation']) =>
	[...differences(operation, factsOf('huawei', operation.api)), ...local(operation)].map(
		(difference) => ({ difference, reason: deliberate(name, difference) }),
	);

test('the facts have 90 operations, and the node has all of them but the missing ones', () => {
	const offered = new Set(operations.map(({ operation }) => operation.api));
	expect(known).toHaveLength(90);
	expect(known.filter((api) => !offered.has(api)).sort()).toEqual([...MISSING].sort());
	expect([...offered].filter((api) => !known.includes(api))).toEqual([]);
});

test.each(operations)('$name is as the facts say', ({ name, operation }) => {
	const unexplained = found(name, operation).filter(({ reason }) => reason === undefined);
	expect(unexplained.map(({ difference }) => difference)).toEqual([]);
});

test('every deliberate difference still is one', () => {
	const used = operations.flatMap(({ name, operation }) =>
		found(name, operation).map(({ reason }) => reason),
	);
	expect(Object.keys(DELIBERATE).filter((line) => !used.includes(line))).toEqual([]);
});
