import type { Mappings } from './mapping';

const EARLIER_ORDER =
	'The provider orders with an earlier API, which **Alibaba Cloud Kafka Maintenance** has as well';

/** Resources of the provider `aliyun/alicloud`. */
export const ALIBABA_RESOURCES: Mappings = {
	alicloud_alikafka_instance: {
		create: ['Instance: Create and Deploy', 'Instance: Deploy'],
		read: ['Instance: Get', 'Instance: Get Quota', 'Tag: Get Many'],
		update: [
			'Instance: Rename',
			'Instance: Update Configuration',
			'Instance: Upgrade Specifications',
			'Instance: Upgrade Specifications of Subscription',
			'Instance: Upgrade Version',
			'Instance: Switch to Subscription',
			'Tag: Add',
			'Tag: Remove',
			'Maintenance > Instance: Move to Resource Group',
			'Maintenance > Instance: Set Automatic Group Creation',
			'Maintenance > Instance: Set Automatic Topic Creation',
		],
		delete: ['Instance: Delete Completely'],
		instead: ['Instance: Place Order', 'Instance: Place Subscription Order'],
		importId: '<id>',
		note: "_Create and Deploy_ orders and deploys in one step, as the resource does. `io_max_spec` is 'Traffic Specification Name or ID', `spec_type` 'Edition', `deploy_type` 'Network' (`5` is VPC only), `paid_type` 'Billing', `vswitch_ids` 'vSwitch Names or IDs', `serverless_config` 'Serverless Capacity'. `terraform destroy` leaves a subscription running without saying so",
		elsewhere: { CreatePostPayOrder: EARLIER_ORDER, CreatePrePayOrder: EARLIER_ORDER },
	},
	alicloud_alikafka_instance_allowed_ip_attachment: {
		create: ['Allowed IP: Update'],
		read: ['Allowed IP: Get'],
		delete: ['Allowed IP: Update'],
		importId: '<instance_id>:<allowed_type>:<port_range>:<allowed_ip>',
		note: "'Change' adds or deletes, for one address or several",
	},
	alicloud_alikafka_topic: {
		create: ['Topic: Create'],
		read: ['Topic: Get Many'],
		update: [
			'Topic: Update Remark',
			'Topic: Add Partitions',
			'Topic: Update Setting',
			'Tag: Add',
			'Tag: Remove',
		],
		delete: ['Topic: Delete'],
		importId: '<instance_id>:<topic>',
		note: "`local_topic` is 'Local Storage', `compact_topic` 'Compact Log', `configs` 'Configuration'",
	},
	alicloud_alikafka_consumer_group: {
		create: ['Consumer Group: Create'],
		read: ['Consumer Group: Get Many'],
		update: ['Tag: Add', 'Tag: Remove'],
		delete: ['Consumer Group: Delete'],
		importId: '<instance_id>:<consumer_id>',
		note: "`consumer_id` is 'Group Name'",
	},
	alicloud_alikafka_sasl_user: {
		create: ['SASL User: Create'],
		read: ['SASL User: Get Many'],
		update: ['SASL User: Reset Password'],
		delete: ['SASL User: Delete'],
		importId: '<instance_id>:<username>',
		note: "`type` is 'SASL Type', `mechanism` 'SCRAM Mechanism'. A password encrypted with KMS (`kms_encrypted_password`) has no counterpart: take it from an n8n variable or external secret by expression",
	},
	alicloud_alikafka_sasl_acl: {
		create: ['ACL: Create'],
		read: ['ACL: Get Many'],
		delete: ['ACL: Delete'],
		importId:
			'<instance_id>:<username>:<acl_resource_type>:<acl_resource_name>:<acl_resource_pattern_type>:<acl_operation_type>',
		note: "`acl_operation_type` is 'Allowed Operation', `acl_resource_pattern_type` 'Pattern Type'",
	},
	alicloud_alikafka_scheduled_scaling_rule: {
		create: ['Maintenance > Scaling Rule: Create'],
		read: ['Maintenance > Scaling Rule: Get Many'],
		update: ['Maintenance > Scaling Rule: Turn On or Off'],
		delete: ['Maintenance > Scaling Rule: Delete'],
		importId: '<instance_id>:<rule_name>',
	},
};

/** Data sources of the provider `aliyun/alicloud`. */
export const ALIBABA_DATA_SOURCES: Mappings = {
	alicloud_alikafka_instances: {
		read: ['Instance: Get Many', 'Instance: Get Quota', 'Allowed IP: Get'],
		note: 'Over all regions and clouds: _Kafka Fleet: Get Many_',
	},
	alicloud_alikafka_topics: { read: ['Topic: Get Many'] },
	alicloud_alikafka_consumer_groups: { read: ['Consumer Group: Get Many'] },
	alicloud_alikafka_sasl_users: { read: ['SASL User: Get Many'] },
	alicloud_alikafka_sasl_acls: { read: ['ACL: Get Many'] },
};
