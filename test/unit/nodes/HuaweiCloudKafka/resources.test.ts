/** What each operation does to the cloud, held against the facts about the API, and where it lies. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { factsOf, loadFacts } from '../../../../emulator/core/facts';
import { resources as legacy } from '../../../../nodes/HuaweiCloudKafka/legacy/resources';
import { resources as maintenance } from '../../../../nodes/HuaweiCloudKafka/maintenance/resources';
import { resources as current } from '../../../../nodes/HuaweiCloudKafka/resources';
import type { Operation, OperationKind } from '../../../../nodes/shared/contract/operation';

/** Every operation of the API by kind; where the body names the action, it stands behind the name. */
const KINDS: Record<OperationKind, string[]> = {
	read: [
		'KeystoneListAuthDomains',
		'ListAvailableZones',
		'ListBackgroundTasks',
		'ListConnectorTasks',
		'ListEngineProducts',
		'ListInstanceConsumerGroup',
		'ListInstanceConsumerGroupMembers',
		'ListInstanceConsumerGroupMessageOffset',
		'ListInstanceConsumerGroupTopics',
		'ListInstanceConsumerGroups',
		'ListInstanceTopics',
		'ListInstances',
		'ListMessageDiagnosisReports',
		'ListScheduledTasks',
		'ListTopicPartitions',
		'ListTopicProducers',
		'ShowBackgroundTask',
		'ShowBackgroundTaskProgress',
		'ShowCesHierarchy',
		'ShowCluster',
		'ShowConnectorTask',
		'ShowCoordinators',
		'ShowDiagnosisPreCheck',
		'ShowEngineInstanceExtendProductInfo',
		'ShowGroups',
		'ShowInstance',
		'ShowInstanceConfigs',
		'ShowInstanceMessages',
		'ShowInstanceTopicDetail',
		'ShowInstanceUsers',
		'ShowKafkaInstanceExtendProductInfo',
		'ShowKafkaLogTask',
		'ShowKafkaProductCores',
		'ShowKafkaProjectTags',
		'ShowKafkaRebalanceLog',
		'ShowKafkaScalePreCheckInfo',
		'ShowKafkaTags',
		'ShowKafkaTopicPartitionDiskusage',
		'ShowKafkaTopicQuota',
		'ShowKafkaUserClientQuota',
		'ShowMaintainWindows',
		'ShowMessageDiagnosisReport',
		'ShowMessages',
		'ShowPartitionBeginningMessage',
		'ShowPartitionEndMessage',
		'ShowPartitionMessage',
		'ShowQuotas',
		'ShowRecycleInstances',
		'ShowTopicAccessPolicy',
		'ShowUpgradeInstanceVersion',
		'ShowVolumeExpandConfig',
		'V1ListAvailableZones',
		'V1ListInstances',
		'V1ListMaintainWindows',
		'V1ListProducts',
		'V1ListTopics',
		'V1ShowInstance',
		'ValidateConnectorConnectivity',
	],
	create: [
		'CreateConnectorTask',
		'CreateInstanceByEngine',
		'CreateInstanceTopic',
		'CreateInstanceUser',
		'CreateKafkaConsumerGroup',
		'CreateKafkaTopicQuota',
		'CreateKafkaUserClientQuotaTask',
		'CreateMessageDiagnosisTask',
		'CreatePostPaidKafkaInstance',
		'V1CreateInstance',
		'V1CreateTopic',
	],
	change: [
		'BatchCreateOrDeleteKafkaTag create',
		'BatchRestartOrDeleteInstances restart',
		'CloseKafkaManager',
		'CreateConnector',
		'CreateKafkaReassignmentTask',
		'CreateKafkaRebalanceLogTask',
		'CreateReassignmentTask',
		'EnableDns',
		'ModifyInstanceConfigs',
		'ModifyKafkaPublicIpAccessSwitch',
		'ModifyKafkaTopicQuota',
		'ModifyRecyclePolicy',
		'PauseConnectorTask',
		'ResetManagerPassword',
		'ResetMessageOffsetWithEngine',
		'ResetPassword',
		'ResetUserPasswrod',
		'ResizeEngineInstance',
		'ResizeKafkaInstance',
		'RestartConnectorTask',
		'RestartManager',
		'RestoreRecycleInstance',
		'ResumeConnectorTask',
		'SendKafkaMessage',
		'StartKafkaLogTask',
		'StopKafkaLogTask',
		'StopKafkaRebalanceLogTask',
		'UpdateInstance',
		'UpdateInstanceAutoCreateTopic',
		'UpdateInstanceConsumerGroup',
		'UpdateInstanceCrossVpcIp',
		'UpdateInstanceTopic',
		'UpdateInstanceUser',
		'UpdateKafkaPortProtocol',
		'UpdateKafkaUserClientQuotaTask',
		'UpdateScheduledTask',
		'UpdateTopicAccessPolicy',
		'UpdateTopicReplica',
		'UpdateVolumeExpansionConfig',
		'UpgradeInstance',
		'V1BatchRestartOrDeleteInstances restart',
		'V1UpdateInstance',
	],
	delete: [
		'BatchCreateOrDeleteKafkaTag delete',
		'BatchDeleteGroup',
		'BatchDeleteInstanceTopic',
		'BatchDeleteInstanceUsers delete',
		'BatchDeleteMessageDiagnosisReports',
		'BatchRestartOrDeleteInstances delete',
		'DeleteBackgroundTask',
		'DeleteConnector',
		'DeleteConnectorTask',
		'DeleteConsumerGroupOffsets',
		'DeleteInstance',
		'DeleteInstanceConsumerGroup',
		'DeleteKafkaTopicMessages',
		'DeleteKafkaTopicQuota',
		'DeleteKafkaUserClientQuotaTask',
		'DeleteScheduledTask',
		'V1BatchDeleteTopics',
		'V1BatchRestartOrDeleteInstances delete',
		'V1DeleteInstance',
	],
};

/** Operations of other services that the node offers. */
const OF_OTHERS = ['KeystoneListAuthDomains'];

/** Operations that the API says to create something, but that only change an instance. */
const NOTHING_NEW = [
	'CreateConnector',
	'CreateKafkaReassignmentTask',
	'CreateKafkaRebalanceLogTask',
	'CreateReassignmentTask',
];

/** Operations with the method POST that only look. */
const CHECKS = ['ValidateConnectorConnectivity'];

/** Operations with the method DELETE that only turn something off. */
const TURNED_OFF = ['CloseKafkaManager', 'StopKafkaLogTask', 'StopKafkaRebalanceLogTask'];

/** Operations after which an instance is billed. */
const BILLED = ['CreateInstanceByEngine', 'CreatePostPaidKafkaInstance', 'V1CreateInstance'];

const operations = Object.entries({
	resources: current,
	'legacy/resources': legacy,
	'maintenance/resources': maintenance,
}).flatMap(([folder, resources]) =>
	resources.flatMap(({ value: resource, operations: list }) =>
		list.map((operation) => {
			const name = `${resource}/${operation.value}`;
			return { folder: `${folder}/${resource}`, operation, name };
		}),
	),
);

/** Name of an operation in {@link KINDS}. */
const described = ({ api, constant }: Operation) =>
	[api, constant?.body?.action].filter(Boolean).join(' ');

const apiOf = (entry: string) => entry.split(' ')[0];

/** Another path to the same operation, for regions that lack the newer one. */
const OLDER_PATHS = ['DeleteKafkaMessage'];

const entries = (Object.keys(KINDS) as OperationKind[]).flatMap((kind) =>
	KINDS[kind].map((entry) => ({ entry, kind, facts: factsOf('huawei', apiOf(entry)) })),
);

/** What the name says that an operation does, or the action where the name says two things. */
function kindByName(entry: string): OperationKind {
	const [api, action = ''] = entry.replace(/^V1/, '').split(' ');
	if (/^(List|Show|Validate|KeystoneList)/.test(api)) return 'read';
	if (/^(Batch)?Delete/.test(api) || action === 'delete') return 'delete';
	return /^Create/.test(api) ? 'create' : 'change';
}

describe('the kind of a Huawei Cloud operation', () => {
	test('is declared as the table says', () => {
		const declared = (kind?: OperationKind) => [
			...new Set(
				operations
					.filter(({ operation }) => operation.kind === kind)
					.map(({ operation }) => described(operation)),
			),
		];
		expect(declared(undefined)).toEqual([]);
		for (const kind of Object.keys(KINDS) as OperationKind[]) {
			expect(declared(kind).sort()).toEqual(KINDS[kind]);
		}
	});

	test('is in the table for every operation of the API', () => {
		const known = [...loadFacts('huawei').map(({ operation }) => operation), ...OF_OTHERS];
		const listed = entries.map(({ entry }) => entry);
		expect(new Set(listed).size).toBe(listed.length);
		expect([...new Set([...listed.map(apiOf), ...OLDER_PATHS])].sort()).toEqual([...known].sort());
	});

	test.each(entries)('fits its method: $entry, $kind', ({ entry, kind, facts }) => {
		const { method } = facts.request;
		expect(kind === 'read').toBe(method === 'GET' || CHECKS.includes(entry));
		if (method === 'DELETE') expect(kind).toBe(TURNED_OFF.includes(entry) ? 'change' : 'delete');
	});

	test.each(entries)('fits its name: $entry, $kind', ({ entry, kind }) => {
		expect(kind).toBe(NOTHING_NEW.includes(entry) ? 'change' : kindByName(entry));
	});
});

test('exactly the creates of Huawei Cloud instances are billed', () => {
	const billed = operations.filter(({ operation }) => operation.billed === true);
	expect(billed.map(({ operation }) => operation.api).sort()).toEqual(BILLED);
	expect(billed.map(({ operation }) => operation.kind)).toEqual(BILLED.map(() => 'create'));
});

test.each(operations)(
	'the Huawei Cloud operation $name lies in a file of its own',
	({ folder, operation }) => {
		const file = join(
			__dirname,
			'../../../../nodes/HuaweiCloudKafka',
			folder,
			`${operation.value}.ts`,
		);
		expect(existsSync(file)).toBe(true);
		// `delete` is a reserved word.
		const exported = operation.value === 'delete' ? 'remove' : operation.value;
		expect(jest.requireActual<Record<string, unknown>>(file)[exported]).toBe(operation);
	},
);
