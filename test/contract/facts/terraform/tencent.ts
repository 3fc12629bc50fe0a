import type { Mappings } from './mapping';

const DATAHUB =
	'No operation for topics of DataHub: use the HTTP Request node with the same credential';
const CONNECTIONS =
	'Connections are only read here: create and change them in the console or with Terraform';
const TASKS = 'Create and change connector tasks in the console or with Terraform';

/** Resources of the provider `tencentcloudstack/tencentcloud`. */
export const TENCENT_RESOURCES: Mappings = {
	tencentcloud_ckafka_instance: {
		create: ['Instance: Create', 'Instance: Create Subscription'],
		read: ['Instance: Get', 'Instance: Get Attributes'],
		update: ['Instance: Update', 'Instance: Resize'],
		delete: ['Instance: Delete', 'Instance: Delete Subscription'],
		instead: ['Maintenance > Tag: Add', 'Maintenance > Tag: Remove'],
		importId: '<instance_id>',
		note: "`charge_type` chooses the operation, and defaults to a subscription (`PREPAID`). `specifications_type` is 'Edition', `band_width` 'Bandwidth (MB/s)', `msg_retention_time` 'Retention (Minutes)', `zone_ids` 'Multi-Zone Deployment'",
	},
	tencentcloud_ckafka_renew_instance: {
		create: ['Instance: Renew Subscription'],
		note: '`time_span` is the number of months. Each `apply` that creates this resource anew renews and charges again',
	},
	tencentcloud_ckafka_topic: {
		create: ['Topic: Create'],
		read: ['Topic: Get Many with Details', 'Topic: Get Attributes'],
		update: ['Topic: Update', 'Topic: Add Partitions', 'Topic: Add Allowed IPs'],
		delete: ['Topic: Delete'],
		importId: '<instance_id>#<topic_name>',
		note: "`sync_replica_min_num` is 'Minimum In-Sync Replicas', `segment` 'Segment Roll Time (Ms)', `enable_white_list` 'Restrict to Allowed IPs', `retention` 'Retention (Ms)'",
	},
	tencentcloud_ckafka_user: {
		create: ['User: Create'],
		read: ['User: Get Many'],
		update: ['User: Change Password'],
		delete: ['User: Delete'],
		importId: '<instance_id>#<account_name>',
		note: "A change needs the present password: Terraform takes it from its state, the node from 'Current Password'",
	},
	tencentcloud_ckafka_acl: {
		create: ['ACL: Create'],
		read: ['ACL: Get Many'],
		delete: ['ACL: Delete'],
		importId:
			'<instance_id>#<permission_type>#<principal>#<host>#<operation_type>#<resource_type>#<resource_name>',
		note: "`principal` is 'User'",
	},
	tencentcloud_ckafka_acl_rule: {
		create: ['Maintenance > ACL Rule: Create'],
		read: ['Maintenance > ACL Rule: Get Many'],
		update: ['Maintenance > ACL Rule: Update'],
		delete: ['Maintenance > ACL Rule: Delete'],
		importId: '<instance_id>#<rule_name>',
	},
	tencentcloud_ckafka_consumer_group: {
		create: ['Consumer Group: Create'],
		read: ['Consumer Group: Get Many with Subscriptions'],
		delete: ['Consumer Group: Delete'],
		importId: '<instance_id>#<group_name>',
	},
	tencentcloud_ckafka_consumer_group_modify_offset: {
		create: ['Consumer Group: Reset Offsets'],
		note: "`strategy` is 'Reset By'",
	},
	tencentcloud_ckafka_route: {
		create: ['Route: Create'],
		read: ['Route: Get Many'],
		delete: ['Route: Delete'],
		importId: '<instance_id>#<route_id>',
		note: "`vip_type` is 'Network', `access_type` 'Access', `public_network` 'Public Bandwidth (Mbps)'",
	},
	tencentcloud_ckafka_connect_resource: {
		read: ['Maintenance > Connection: Get'],
		importId: '<resource_id>',
		elsewhere: {
			CreateConnectResource: CONNECTIONS,
			ModifyConnectResource: CONNECTIONS,
			DeleteConnectResource: CONNECTIONS,
		},
	},
	tencentcloud_ckafka_datahub_task: {
		read: ['Maintenance > Connector Task: Get'],
		delete: ['Maintenance > Connector Task: Delete'],
		importId: '<task_id>',
		note: '_Maintenance > Connector Task_ also pauses, resumes, and restarts a task',
		elsewhere: { CreateDatahubTask: TASKS, ModifyDatahubTask: TASKS },
	},
	tencentcloud_ckafka_datahub_topic: {
		importId: '<name>',
		elsewhere: {
			CreateDatahubTopic: DATAHUB,
			DescribeDatahubTopic: DATAHUB,
			ModifyDatahubTopic: DATAHUB,
			DeleteDatahubTopic: DATAHUB,
		},
	},
	tencentcloud_cls_kafka_recharge: {
		create: ['Log Service > Log Import From Kafka: Create'],
		read: ['Log Service > Log Import From Kafka: Get Many'],
		update: ['Log Service > Log Import From Kafka: Update'],
		delete: ['Log Service > Log Import From Kafka: Delete'],
		importId: '<id>#<topic_id>',
		note: '_Preview_ shows the messages before anything is created; _Check Kafka Access_ says why an import would not work',
	},
	tencentcloud_cls_kafka_consumer: {
		create: ['Log Service > Log Topic Over Kafka: Open'],
		read: ['Log Service > Log Topic Over Kafka: Get'],
		update: ['Log Service > Log Topic Over Kafka: Update'],
		delete: ['Log Service > Log Topic Over Kafka: Close'],
		importId: '<from_topic_id>',
	},
	tencentcloud_cls_ckafka_consumer: {
		create: ['Log Service > Log Shipping to Kafka: Create'],
		read: ['Log Service > Log Shipping to Kafka: Get'],
		update: ['Log Service > Log Shipping to Kafka: Update'],
		delete: ['Log Service > Log Shipping to Kafka: Delete'],
		importId: '<topic_id>',
	},
	tencentcloud_waf_log_post_ckafka_flow: {
		importId: '<flow_id>#<log_type>',
		note: 'Belongs to the Web Application Firewall: use the HTTP Request node with the same credential',
	},
};

/** Data sources of the provider `tencentcloudstack/tencentcloud`. */
export const TENCENT_DATA_SOURCES: Mappings = {
	tencentcloud_ckafka_instances: {
		read: ['Instance: Get Many with Details'],
		note: 'Over all regions and clouds: _Kafka Fleet: Get Many_',
	},
	tencentcloud_ckafka_topics: { read: ['Topic: Get Many with Details'] },
	tencentcloud_ckafka_topic_produce_connection: { read: ['Topic: Get Producers'] },
	tencentcloud_ckafka_topic_subscribe_group: { read: ['Topic: Get Subscribers'] },
	tencentcloud_ckafka_topic_sync_replica: { read: ['Topic: Get Replicas'] },
	tencentcloud_ckafka_topic_flow_ranking: {
		read: ['Maintenance > Instance: Get Traffic Ranking'],
	},
	tencentcloud_ckafka_group: { read: ['Consumer Group: Get Many'] },
	tencentcloud_ckafka_group_info: { read: ['Consumer Group: Get'] },
	tencentcloud_ckafka_group_offsets: { read: ['Consumer Group: Get Offsets'] },
	tencentcloud_ckafka_users: { read: ['User: Get Many'] },
	tencentcloud_ckafka_acls: { read: ['ACL: Get Many'] },
	tencentcloud_ckafka_region: { read: ['Lookup: Get Regions'] },
	tencentcloud_ckafka_zone: { read: ['Lookup: Get Zones'] },
	tencentcloud_ckafka_version: { read: ['Instance: Get Versions'] },
	tencentcloud_ckafka_task_status: { read: ['Task: Get Status'] },
	tencentcloud_ckafka_connect_resource: { read: ['Maintenance > Connection: Get Many'] },
	tencentcloud_ckafka_datahub_task: { read: ['Maintenance > Connector Task: Get Many'] },
	tencentcloud_ckafka_datahub_topic: {
		elsewhere: { DescribeDatahubTopics: DATAHUB },
	},
	tencentcloud_ckafka_datahub_group_offsets: {
		elsewhere: { DescribeDatahubGroupOffsets: DATAHUB },
	},
};
