/**
 * The packages of one cloud, which n8n can verify: it takes only packages for a single service. What is not named here
 * follows from the nodes: the files that they load, their icons, codex files, and schemas.
 */
export const PACKAGES = [
	{
		folder: 'huawei',
		name: 'n8n-nodes-huawei-cloud-kafka',
		cloud: 'Huawei Cloud',
		service: 'DMS for Kafka',
		credential: 'ManagedKafkaHuaweiCloudApi',
		/** Folders of `nodes/` that are for this cloud. */
		rooms: ['HuaweiCloudKafka'],
		fleet: 'HuaweiCloudKafkaFleet',
		keywords: ['huawei-cloud', 'huawei', 'dms', 'dms-for-kafka'],
		guide: 'docs/huawei.md',
		example: 'huawei-1-provision-from-chat.json',
		permissions:
			'an IAM user with DMS ReadOnlyAccess to monitor, DMS UserAccess to operate, or DMS FullAccess to create and delete instances',
	},
	{
		folder: 'alibaba',
		name: 'n8n-nodes-alibaba-cloud-kafka',
		cloud: 'Alibaba Cloud',
		service: 'ApsaraMQ for Kafka',
		credential: 'ManagedKafkaAlibabaCloudApi',
		rooms: ['AlibabaCloudKafka'],
		fleet: 'AlibabaCloudKafkaFleet',
		keywords: ['alibaba-cloud', 'aliyun', 'alikafka', 'apsaramq'],
		guide: 'docs/alibaba.md',
		example: 'alibaba-1-provision-from-chat.json',
		permissions:
			'a RAM user with AliyunKafkaReadOnlyAccess to monitor, or AliyunKafkaFullAccess for everything else',
	},
	{
		folder: 'tencent',
		name: 'n8n-nodes-tencent-cloud-ckafka',
		cloud: 'Tencent Cloud',
		service: 'CKafka',
		credential: 'ManagedKafkaTencentCloudApi',
		rooms: ['TencentCloudCls', 'TencentCloudKafka'],
		fleet: 'TencentCloudKafkaFleet',
		keywords: ['tencent-cloud', 'qcloud', 'ckafka', 'cls'],
		guide: 'docs/tencent.md',
		example: 'tencent-1-provision.json',
		permissions:
			'a CAM user with QcloudCkafkaReadOnlyAccess to monitor, or QcloudCKafkaFullAccess for everything else',
	},
];

/** Where the nodes of one cloud are that the package of all clouds does not have. */
export const ONE_CLOUD = 'dist/nodes/KafkaFleet/cloud';
