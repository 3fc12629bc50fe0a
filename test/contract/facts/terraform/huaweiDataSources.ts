import type { Mappings } from './mapping';

const EARLIER = 'Calls an earlier API';

const EARLIER_PRODUCTS = {
	instead: ['Lookup: Get Products'],
	note: 'For Kafka, `huaweicloud_dms_kafka_flavors` replaces it',
	elsewhere: { 'GET /v2/products': EARLIER },
};

const WINDOWS = { read: ['Maintenance > Lookup: Get Maintenance Windows'] };

/** Data sources of the provider `huaweicloud/huaweicloud`. */
export const HUAWEI_DATA_SOURCES: Mappings = {
	huaweicloud_dms_kafka_instances: {
		read: ['Instance: Get Many', 'Lookup: Get Availability Zones'],
		note: 'Over all regions and clouds: _Kafka Fleet: Get Many_',
	},
	huaweicloud_dms_kafka_flavors: {
		read: ['Lookup: Get Products'],
		note: "The form of _Instance: Create_ lists them under 'Flavor Name or ID'",
	},
	huaweicloud_dms_kafka_extend_flavors: { read: ['Instance: Get Resize Options'] },
	huaweicloud_dms_kafka_maintainwindows: WINDOWS,
	huaweicloud_dms_maintainwindow: WINDOWS,
	huaweicloud_dms_maintainwindow_v1: WINDOWS,
	huaweicloud_dms_product: EARLIER_PRODUCTS,
	huaweicloud_dms_product_v1: EARLIER_PRODUCTS,
	huaweicloud_dms_az: {
		instead: ['Lookup: Get Availability Zones'],
		note: 'Deprecated by the provider; the nodes take zone codes such as `cn-north-4a`',
	},
	huaweicloud_dms_az_v1: {
		instead: ['Lookup: Get Availability Zones'],
		note: 'As `huaweicloud_dms_az`',
	},
	huaweicloud_dms_kafka_topics: { read: ['Topic: Get Many'] },
	huaweicloud_dms_kafka_topic_partitions: { read: ['Topic: Get Partitions'] },
	huaweicloud_dms_kafka_topic_producers: { read: ['Topic: Get Producers'] },
	huaweicloud_dms_kafka_topic_broker_disk_usages: {
		read: ['Maintenance > Cluster: Get Disk Usage of Topics'],
	},
	huaweicloud_dms_kafka_topic_quotas: { read: ['Maintenance > Topic Quota: Get Many'] },
	huaweicloud_dms_kafka_consumer_groups: {
		read: ['Consumer Group: Get Many', 'Consumer Group: Get'],
	},
	huaweicloud_dms_kafka_consumer_group_members: { read: ['Consumer Group: Get Members'] },
	huaweicloud_dms_kafka_consumer_group_message_offsets: { read: ['Consumer Group: Get Offsets'] },
	huaweicloud_dms_kafka_consumer_group_topics: { read: ['Consumer Group: Get Topics'] },
	huaweicloud_dms_kafka_messages: { read: ['Message: Search', 'Message: Search by Offset'] },
	huaweicloud_dms_kafka_users: { read: ['User: Get Many'] },
	huaweicloud_dms_kafka_user_client_quotas: {
		read: ['Maintenance > User or Client Quota: Get Many'],
	},
	huaweicloud_dms_kafka_background_tasks: {
		read: ['Background Task: Get Many'],
		note: 'The trigger also starts a workflow when a task changes or finishes',
	},
	huaweicloud_dms_kafka_instance_coordinators: {
		read: ['Maintenance > Cluster: Get Coordinators'],
	},
	huaweicloud_dms_kafka_instance_upgrade_information: {
		read: ['Maintenance > Instance: Get Upgrade Info'],
	},
	huaweicloud_dms_kafka_volume_auto_expand_configuration: {
		read: ['Maintenance > Instance: Get Disk Auto Expansion'],
	},
	huaweicloud_dms_kafka_message_diagnosis_tasks: { read: ['Maintenance > Diagnosis: Get Many'] },
	huaweicloud_dms_kafka_recycle_instances: { read: ['Recycle Bin: Get Many'] },
	huaweicloud_dms_kafka_smart_connect_tasks: {
		instead: ['Maintenance > Smart Connect Task: Get Many'],
		elsewhere: { 'GET /v2/{project_id}/connectors/{connector_id}/sink-tasks': EARLIER },
	},
	huaweicloud_dms_kafkav2_smart_connect_tasks: {
		read: ['Maintenance > Smart Connect Task: Get Many'],
	},
	huaweicloud_dms_kafka_tags: { read: ['Tag: Get Many in Project'] },
};
