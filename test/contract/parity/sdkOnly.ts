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
			'CreatePartition',
			'DeleteGroup',
			'ListConfigFeatures',
			'ListObsBuckets',
			'ModifyConnectorTask',
			'ResetMessageOffset',
			'RestartSmartConnectorTask',
			'ShowConnectorResourceInfo',
			'ShowGroup',
			'ShowKafkaCluster',
			'ShowKafkaTopicDetail',
			'UpdateInstanceGroup',
		],
		parameters: {
			CreatePostPaidKafkaInstance: ['bss_param.order_id'],
			CreateInstanceByEngine: ['bss_param', 'connector_enable', 'port_protocol', 'tenant_ips'],
		},
	},
	alibaba: {
		operations: [
			// The SDK has the names of their fields, and no document has their meaning.
			'AddUserDefinedSg',
			'DeleteUserDefinedSg',
			'ModifyUserDefinedSg',
			// Its values are not known; it harms a running instance, and can be neither watched nor stopped.
			'FailoverTest',
		],
		parameters: {
			// Their answer has only the order's ID, by which no serverless instance is found: Place Order has both.
			CreatePostPayOrder: ['PaidType', 'ServerlessConfig'],
			// Only for Confluent instances, which are never paid for by use.
			ConvertPostPayOrder: ['PaidType'],
			// Another product, which Place Subscription Order offers.
			CreatePrePayOrder: ['ConfluentConfig', 'Duration', 'PaidType'],
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
