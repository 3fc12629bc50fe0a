import type { VendorName } from '../../support/stage';

/**
 * What an SDK has and the API reference that the node is made from has not: the SDKs are newer, and also serve what is no
 * part of the nodes (connectors, data hubs). When an SDK brings more, a test fails until it is in a node or in this list.
 */
interface SdkOnly {
	operations: string[];
	/** By operation; a name stands for everything within it. */
	parameters: Record<string, string[]>;
}

export const SDK_ONLY: Record<VendorName, SdkOnly> = {
	huawei: {
		operations: [
			'BatchDeleteMessageDiagnosisReports',
			'CreateConnector',
			'CreateConnectorTask',
			'CreateMessageDiagnosisTask',
			'CreatePartition',
			'DeleteConnector',
			'DeleteConnectorTask',
			'DeleteGroup',
			'DeleteKafkaTopicMessages',
			'DeleteScheduledTask',
			'EnableDns',
			'ListConfigFeatures',
			'ListConnectorTasks',
			'ListMessageDiagnosisReports',
			'ListObsBuckets',
			'ListScheduledTasks',
			'ModifyConnectorTask',
			'ModifyKafkaPublicIpAccessSwitch',
			'ModifyRecyclePolicy',
			'PauseConnectorTask',
			'ResetMessageOffset',
			'RestartConnectorTask',
			'RestartSmartConnectorTask',
			'RestoreRecycleInstance',
			'ResumeConnectorTask',
			'ShowBackgroundTaskProgress',
			'ShowConnectorResourceInfo',
			'ShowConnectorTask',
			'ShowDiagnosisPreCheck',
			'ShowGroup',
			'ShowKafkaCluster',
			'ShowKafkaLogTask',
			'ShowKafkaScalePreCheckInfo',
			'ShowKafkaTopicDetail',
			'ShowMessageDiagnosisReport',
			'ShowQuotas',
			'ShowUpgradeInstanceVersion',
			'ShowVolumeExpandConfig',
			'StartKafkaLogTask',
			'StopKafkaLogTask',
			'UpdateInstanceConsumerGroup',
			'UpdateInstanceGroup',
			'UpdateInstanceUser',
			'UpdateKafkaPortProtocol',
			'UpdateScheduledTask',
			'UpdateVolumeExpansionConfig',
			'UpgradeInstance',
			'ValidateConnectorConnectivity',
		],
		parameters: {
			CreatePostPaidKafkaInstance: ['bss_param.order_id'],
			ShowInstanceMessages: ['exclude', 'include', 'key'],
			ShowKafkaProductCores: ['broker_num'],
			CreateInstanceByEngine: ['bss_param', 'connector_enable', 'port_protocol', 'tenant_ips'],
		},
	},
	alibaba: {
		operations: [
			'AddUserDefinedSg',
			'ChangeResourceGroup',
			'CreateScheduledScalingRule',
			'DeleteScheduledScalingRule',
			'DeleteUserDefinedSg',
			'DescribeAclResourceName',
			'DowngradePostPayOrder',
			'DowngradePrePayOrder',
			'EnableAutoGroupCreation',
			'EnableAutoTopicCreation',
			'FailoverTest',
			'GetAutoScalingConfiguration',
			'GetKafkaClientIp',
			'GetRiskList',
			'ListRebalanceInfo',
			'ModifyScheduledScalingRule',
			'ModifyUserDefinedSg',
		],
		parameters: {
			GetInstanceList: ['ResourceGroupId', 'Series'],
			CreatePostPayOrder: [
				'PaidType',
				'PartitionNum',
				'ResourceGroupId',
				'ServerlessConfig',
				'Tag',
			],
			CreatePrePayOrder: [
				'ConfluentConfig',
				'Duration',
				'PaidType',
				'PartitionNum',
				'ResourceGroupId',
				'Tag',
			],
			ConvertPostPayOrder: ['PaidType'],
			UpdateAllowedIp: ['Description'],
			CreateTopic: ['Tag'],
			GetConsumerList: ['CurrentPage', 'PageSize'],
			CreateConsumerGroup: ['Tag'],
			GetConsumerProgress: ['HideLastTimestamp'],
			DescribeAcls: ['AclOperationType', 'AclPermissionType', 'Host'],
			CreateAcl: ['AclOperationTypes'],
			DeleteAcl: ['AclOperationTypes'],
			TagResources: ['InstanceId'],
		},
	},
	tencent: {
		operations: [
			// A token goes round all ACLs, needs a special build, and cannot be listed.
			'AuthorizeToken',
			'CancelAuthorizationToken',
			'CreateToken',
			// Dedicated hardware only.
			'CheckCdcCluster',
			'CreateCdcCluster',
			// CLS's own protocol for consumers, which is not Kafka.
			'ClsCommitConsumerOffsets',
			'ClsCreateConsumerGroup',
			'ClsDeleteConsumerGroup',
			'ClsDescribeConsumerGroups',
			'ClsDescribeConsumerOffsets',
			'ClsModifyConsumerGroup',
			'ClsSendConsumerHeartbeat',
			// Published without parameters.
			'ClsDescribeConsumerPreview',
			'ClsDescribeKafkaConsumerPreview',
			'ClsDescribeKafkaConsumerTopics',
			'ClsModifyKafkaConsumerGroupOffset',
			// Names no route.
			'DeleteRouteTriggerTime',
			// The connector is a product of its own: its tasks are watched and operated, and created in the console, as
			// creating one has hundreds of fields, and connections hold passwords.
			'CreateConnectResource',
			'CreateDatahubTask',
			'CreateDatahubTopic',
			'CreateMetaAndDataSyncDatahubTask',
			'CreateMetaDataAndOffsetSyncDatahubTask',
			'CreateMetaSyncDatahubTask',
			'DeleteConnectResource',
			'DeleteDatahubTopic',
			'DescribeDatahubGroupOffsets',
			'DescribeDatahubTopic',
			'DescribeDatahubTopics',
			'FetchDatahubMessageByOffset',
			'FetchLatestDatahubMessageList',
			'ModifyConnectResource',
			'ModifyDatahubTask',
			'ModifyDatahubTopic',
		],
		parameters: {
			// Nobody can make a system tag, which is the other value.
			ModifyResourceTags: ['ReplaceTags.#.Category'],
		},
	},
};
