import type { Mappings } from './mapping';

const BILLING =
	'Auto-renewal and unsubscription of yearly and monthly instances belong to the billing service';

const LTS = 'Log groups and log streams belong to the Log Tank Service';

/** Resources of the provider `huaweicloud/huaweicloud`. */
export const HUAWEI_RESOURCES: Mappings = {
	huaweicloud_dms_kafka_instance: {
		create: ['Instance: Create'],
		read: ['Instance: Get', 'Instance Configuration: Get', 'Tag: Get Many'],
		update: [
			'Instance: Update',
			'Instance: Resize',
			'Instance: Reset Password',
			'Instance: Set Access Mode',
			'Instance: Set Auto Topic Creation',
			'Instance: Restart',
			'Instance Configuration: Update',
			'Tag: Add',
			'Tag: Remove',
			'Maintenance > Instance: Update Cross-VPC Addresses',
		],
		delete: ['Instance: Delete'],
		importId: '<id>',
		note: "`flavor_id` and `product_id` are both 'Flavor Name or ID'; `network_id` is 'Subnet', `storage_space` 'Storage (GB)', `retention_policy` 'Capacity Threshold Policy', `port_protocol` 'Access Modes', `parameters` _Instance Configuration: Update_. `password`: the node wants 3 kinds of characters and no hyphen at the start, where the provider wants 2 kinds",
		elsewhere: {
			'DELETE /v2/orders/subscriptions/resources/autorenew/{instance_id}': BILLING,
			'GET /v2/orders/customer-orders/details/{order_id}': BILLING,
			'POST /v2/orders/subscriptions/resources/autorenew/{instance_id}': BILLING,
			'POST /v2/orders/subscriptions/resources/unsubscribe': BILLING,
		},
	},
	huaweicloud_dms_kafka_instance_batch_action: {
		create: ['Instance: Restart', 'Instance: Delete Many'],
		note: '`action` chooses the operation',
	},
	huaweicloud_dms_kafka_instance_restart: { create: ['Instance: Restart'] },
	huaweicloud_dms_kafka_instance_public_access_switch: { create: ['Instance: Set Public Access'] },
	huaweicloud_dms_kafka_instance_upgrade: { create: ['Maintenance > Instance: Upgrade'] },
	huaweicloud_dms_kafka_volume_auto_expand_configuration: {
		create: ['Maintenance > Instance: Update Disk Auto Expansion'],
	},
	huaweicloud_dms_kafka_recycle_instance_restore: { create: ['Recycle Bin: Restore'] },
	huaweicloud_dms_kafka_topic: {
		create: ['Topic: Create'],
		read: ['Topic: Get Many'],
		update: ['Topic: Update'],
		delete: ['Topic: Delete'],
		importId: '<instance_id>/<name>',
		note: "`aging_time` is 'Retention (Hours)', `sync_replication` 'Synchronous Replication', `configs` 'Configuration'. Partitions can only be added, in both",
	},
	huaweicloud_dms_kafka_topic_message_batch_delete: { create: ['Message: Delete'] },
	huaweicloud_dms_kafka_topic_quota: {
		create: ['Maintenance > Topic Quota: Create'],
		read: ['Maintenance > Topic Quota: Get Many'],
		update: ['Maintenance > Topic Quota: Update'],
		delete: ['Maintenance > Topic Quota: Delete'],
		importId: '<instance_id>/<topic>',
	},
	huaweicloud_dms_kafka_partition_reassign: {
		instead: ['Topic: Reassign Partitions'],
		elsewhere: {
			'POST /v2/{engine}/{project_id}/instances/{instance_id}/reassign':
				'Calls an earlier path, which **Huawei Cloud Kafka (Legacy)** has as well',
		},
	},
	huaweicloud_dms_kafka_consumer_group: {
		create: ['Consumer Group: Create'],
		read: ['Consumer Group: Get Summary'],
		update: ['Consumer Group: Update'],
		delete: ['Consumer Group: Delete'],
		importId: '<instance_id>/<name>',
	},
	huaweicloud_dms_kafka_consumer_group_topic_batch_delete: {
		create: ['Consumer Group: Delete Offsets'],
	},
	huaweicloud_dms_kafka_message_offset_reset: {
		create: ['Consumer Group: Reset Offsets'],
		note: "`message_offset` and `timestamp` are 'Reset To'; the timestamp can be a date",
	},
	huaweicloud_dms_kafka_message_produce: { create: ['Message: Send'] },
	huaweicloud_dms_kafka_user: {
		create: ['User: Create'],
		read: ['User: Get Many'],
		update: ['User: Update'],
		delete: ['User: Delete'],
		importId: '<instance_id>/<name>',
		note: 'No API returns a password: after an import, Terraform wants to set it again',
	},
	huaweicloud_dms_kafka_user_password_reset: { create: ['User: Reset Password'] },
	huaweicloud_dms_kafka_permissions: {
		create: ['Permission: Set'],
		read: ['Permission: Get'],
		update: ['Permission: Set'],
		delete: ['Permission: Set'],
		importId: '<instance_id>/<topic_name>',
		note: "`access_policy` is 'Access', with the same values. An empty list under 'Permissions' takes all away, as `destroy` does",
	},
	huaweicloud_dms_kafka_user_client_quota: {
		create: ['Maintenance > User or Client Quota: Create'],
		read: ['Maintenance > User or Client Quota: Get Many'],
		update: ['Maintenance > User or Client Quota: Update'],
		delete: ['Maintenance > User or Client Quota: Delete'],
		importId: '<instance_id>/<user>/<user_default>/<client>/<client_default>',
	},
	huaweicloud_dms_kafka_background_task_delete: { create: ['Background Task: Delete'] },
	huaweicloud_dms_kafka_message_diagnosis_task: {
		create: ['Maintenance > Diagnosis: Check', 'Maintenance > Diagnosis: Create'],
		read: ['Maintenance > Diagnosis: Get Many', 'Maintenance > Diagnosis: Get'],
		delete: ['Maintenance > Diagnosis: Delete'],
		importId: '<instance_id>/<id>',
	},
	huaweicloud_dms_kafka_instance_log: {
		create: ['Maintenance > Log: Enable'],
		read: ['Maintenance > Log: Get'],
		delete: ['Maintenance > Log: Disable'],
		importId: '<instance_id>/<log_type>',
		elsewhere: {
			'GET /v2/{project_id}/groups': LTS,
			'GET /v2/{project_id}/groups/{log_group_id}/streams': LTS,
		},
	},
	huaweicloud_dms_kafka_instance_rebalance_log: {
		create: ['Maintenance > Rebalance Log: Create'],
		read: ['Maintenance > Rebalance Log: Get'],
		delete: ['Maintenance > Rebalance Log: Stop'],
		importId: '<instance_id>',
	},
	huaweicloud_dms_kafka_smart_connect: {
		create: ['Maintenance > Smart Connect: Enable'],
		delete: ['Maintenance > Smart Connect: Disable'],
		importId: '<instance_id>/<id>',
	},
	huaweicloud_dms_kafkav2_smart_connect_task: {
		create: ['Maintenance > Smart Connect Task: Create'],
		read: ['Maintenance > Smart Connect Task: Get'],
		delete: ['Maintenance > Smart Connect Task: Delete'],
		importId: '<instance_id>/<task_id>',
	},
	huaweicloud_dms_kafka_smart_connect_task: {
		instead: [
			'Maintenance > Smart Connect Task: Create',
			'Maintenance > Smart Connect Task: Get Many',
			'Maintenance > Smart Connect Task: Delete',
		],
		importId: '<connector_id>/<id>',
		note: 'The earlier form of `huaweicloud_dms_kafkav2_smart_connect_task`',
		elsewhere: {
			'DELETE /v2/{project_id}/connectors/{connector_id}/sink-tasks/{task_id}':
				'Calls an earlier API',
			'GET /v2/{project_id}/connectors/{connector_id}/sink-tasks': 'Calls an earlier API',
			'POST /v2/{project_id}/connectors/{connector_id}/sink-tasks': 'Calls an earlier API',
		},
	},
	huaweicloud_dms_kafka_smart_connect_task_action: {
		create: [
			'Maintenance > Smart Connect Task: Pause',
			'Maintenance > Smart Connect Task: Resume',
			'Maintenance > Smart Connect Task: Restart',
		],
		read: ['Maintenance > Smart Connect Task: Get'],
	},
	huaweicloud_dms_kafka_smart_connector_validate: {
		create: ['Maintenance > Smart Connect Task: Check Connection'],
	},
	huaweicloud_lts_register_kafka_instance: {
		elsewhere: {
			'POST /v2/{project_id}/lts/dms/kafka-instance':
				'Belongs to the Log Tank Service: use the HTTP Request node with the same credential',
		},
	},
	huaweicloud_dms_instance: {
		instead: ['Instance: Create', 'Instance: Delete'],
		note: 'Deprecated by the provider, in favor of `huaweicloud_dms_kafka_instance`',
	},
	huaweicloud_dms_instance_v1: {
		instead: ['Instance: Create', 'Instance: Delete'],
		note: 'Deprecated by the provider, in favor of `huaweicloud_dms_kafka_instance`',
	},
	huaweicloud_dms_queue: { note: 'A queue of the former DMS service, which is not DMS for Kafka' },
	huaweicloud_dms_queue_v1: { note: 'As `huaweicloud_dms_queue`' },
	huaweicloud_dms_group: { note: 'A group of such a queue, not a Kafka consumer group' },
	huaweicloud_dms_group_v1: { note: 'As `huaweicloud_dms_group`' },
};
