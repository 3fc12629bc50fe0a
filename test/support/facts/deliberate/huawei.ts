import type { Deliberate } from './deliberate';

/** Where the Huawei Cloud node differs from the facts on purpose, and why. */
const A_DATE = 'a date in any form is taken, and what is none is refused';
const PEER_NEEDS = 'the reference calls nearly every field of a source necessary';

const AS_IN_CREATE = 'the form is the one of Create';
const SOLD = 'what is sold differs between sites and changes: the flavor says what it is';

export const huawei: Deliberate = {
	further: {
		'message/delete': [{ api: 'DeleteKafkaMessage', given: ['partitions'] }],
		'instance/checkBeforeCreate': [{ api: 'CreatePostPaidKafkaInstance' }],
	},
	differences: {
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.engine: is missing':
			'nothing is sent to it',
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.engine_version: takes "2"':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.engine_version: takes "4.0"':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.maintain_begin: is stricter than the facts':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.maintain_begin: has a limit or form that the facts do not have':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.maintain_end: is stricter than the facts':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.maintain_end: has a limit or form that the facts do not have':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.enable_publicip: has the default true instead of false':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.tenant_ips: is stricter than the facts':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.disk_encrypted_enable: has the default true instead of false':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.tags: key is required':
			AS_IN_CREATE,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.storage_spec_code: takes a value that is none of its choices':
			AS_IN_CREATE,
		'* body.storage_spec_code: takes a value that is none of its choices': SOLD,
		'instance/checkBeforeCreate CreatePostPaidKafkaInstance body.engine: is mandatory':
			'nothing is sent to it',
		'instance/checkBeforeCreate query.includeTagsQuota: is missing':
			'only the quota of instances is looked at',
		'* query.id: has a limit or form that the facts do not have': 'IDs are UUIDs',
		'tag/remove body.tags: key takes " a"': 'a key that is there is chosen from a list',
		'tag/remove body.tags: key takes "a "': 'a key that is there is chosen from a list',
		'tag/remove body.tags: key takes 129 characters': 'a key that is there is chosen from a list',
		// Parameters that several operations share.
		'* path.instance_id: has a limit or form that the facts do not have':
			'IDs are UUIDs; anything else could lead to another address',
		'* query.instance_id: has a limit or form that the facts do not have': 'IDs are UUIDs',
		'* path.topic_name: has a limit or form that the facts do not have':
			'the longest name that Kafka itself allows',
		'* path.topic: has a limit or form that the facts do not have':
			'the longest name that Kafka itself allows',
		'* body.topic: has a limit or form that the facts do not have':
			'the longest name that Kafka itself allows',
		'* path.topic: takes "1abc"': 'clients create topics too, with other names than the API would',
		'* path.topic: takes "ab.cd"': 'the API itself creates topics with periods (5.4.4)',
		'* path.topic: takes "ab cd"': 'which topics exist is for the API to say',
		'* query.topic: takes "1abc"': 'clients create topics too, with other names than the API would',
		'* query.topic: takes "ab.cd"': 'the API itself creates topics with periods (5.4.4)',
		'* query.topic: takes "ab cd"': 'which topics exist is for the API to say',

		// One request of the API is two operations of the node.
		'instance/restart body.all_failure: is missing': 'only goes with deleting',
		'instance/restart body.force_delete: is missing': 'only goes with deleting',
		'legacyApi/v1RestartInstances body.allFailure: is missing': 'only goes with deleting',
		'message/delete DeleteKafkaMessage path.instance_id: is missing': 'in the path of both',
		'message/delete DeleteKafkaMessage path.instance_id: is mandatory': 'in the path of both',
		'message/delete DeleteKafkaMessage body.partitions: is missing': 'the body of both',
		'message/delete DeleteKafkaMessage path.topic: is missing': 'in the path of both',
		'message/delete DeleteKafkaMessage path.topic: is mandatory': 'in the path of both',
		'* body.instances: is required': 'without all_failure there is nothing else to restart',
		'message/search query.message_offset: is missing': 'only goes with reading one message',
		'message/search query.partition: is missing': 'only goes with reading one message',
		'message/search query.start_time: is required': 'needed to look for messages',
		'message/search query.end_time: is required': 'needed to look for messages',
		'message/searchByOffset query.start_time: is missing': 'with it the offset has no effect',
		'message/searchByOffset query.end_time: is missing': 'with it the offset has no effect',
		'message/searchByOffset query.key: is missing': 'there is one message at an offset',
		'message/searchByOffset query.include: is missing': 'there is one message at an offset',
		'message/searchByOffset query.exclude: is missing': 'there is one message at an offset',
		'message/searchByOffset query.limit: is missing': 'there is one message at an offset',
		'message/searchByOffset query.offset: is missing': 'there is one message at an offset',
		'message/searchByOffset query.message_offset: is required': 'needed to read one message',
		'message/searchByOffset query.partition: is required': 'needed to read one message',

		// A form that was added is meant to be on.
		'* body.enable_publicip: has the default true instead of false':
			'who adds public access wants it',
		'* body.disk_encrypted_enable: has the default true instead of false':
			'who adds a key wants to encrypt',

		'smartConnectTask/create body.start_later: has the default true instead of false':
			'an option that the user adds is meant to be on',

		// What the node does itself.
		'instance/getAll none.tagFilter: is not sent': 'the API cannot filter by tags',
		'instance/setPublicAccess none.publicAccess: is not sent':
			'the API tells on from off by whether there is a parameter',
		'user/update body.user_name: is missing': 'the one in the path is repeated',
		'consumerGroup/update body.group_name: is missing': 'the one in the path is repeated',
		'consumerGroup/resetOffsets none.resetTo: is not sent':
			'the API tells the two ways by the parameter that is there',

		'scheduledTask/update none.change: is not sent':
			'the API tells the two changes by the parameter that is there',
		'scheduledTask/update query.status: is missing': 'sent to cancel, its only value',

		'* none.peer: is not sent': 'the API tells the two by the parameter that is there',
		'smartConnectTask/create body.sink_type: is missing': 'follows from the type of the source',
		'smartConnectTask/create body.sink_task.destination_file_type: is missing':
			'there is only one format',

		'log/enable body.log_task_list: log_file_name is missing': 'each log has one file',

		// Friendlier to fill in than the API.
		'instanceMaintenance/upgrade body.is_schedule: has the default true instead of false':
			'an option that the user adds is meant to be on',
		'instance/getAll query.status: is a choice although the facts list no values':
			'the statuses are in the reference (table 8-2) and in the official SDK',
		'legacyApi/v1GetInstances query.status: does not offer the empty text':
			'it filters nothing, as without the option',
		'instance/getAll query.exact_match_name: has the default true instead of "false"':
			'an option that the user adds is meant to be on',
		'legacyApi/v1GetInstances query.exactMatchName: has the default true instead of "false"':
			'an option that the user adds is meant to be on',
		'instance/create body.engine_version: takes "2"':
			'chosen from the versions that the API has on offer',
		'instance/create body.engine_version: takes "4.0"':
			'a version that comes out later works without a change',
		'legacyApi/createInstanceByEngine body.engine_version: takes a value that is none of its choices':
			'chosen from the versions that the API has on offer',
		'legacyApi/createInstanceByEngine body.arch_type: does not offer x86':
			'the same as X86, which the example and 5.1.1 have',
		'legacyApi/createInstanceByEngine body.sasl_enabled_mechanisms: has the default [] instead of ["PLAIN"]':
			'none chosen is none sent, and then PLAIN is what the API takes',

		// Times.
		'* query.start_time: is stricter than the facts': A_DATE,
		'* query.start_time: has a limit or form that the facts do not have': A_DATE,
		'* query.end_time: is stricter than the facts': A_DATE,
		'* query.end_time: has a limit or form that the facts do not have': A_DATE,
		'message/getAll query.start_time: has the default "" instead of "0"':
			'not sent, which is the same',
		'* body.execute_at: is stricter than the facts': A_DATE,
		'consumerGroup/resetOffsets body.timestamp: is stricter than the facts': A_DATE,
		'* query.execute_at: takes "2026-11-22T09:30"': A_DATE,
		'scheduledTask/getAll query.begin_time: takes "2026-11-22T09:30"': A_DATE,
		'scheduledTask/getAll query.end_time: takes "2026-11-22T09:30"': A_DATE,
		'backgroundTask/getAll query.begin_time: takes "2026-11-22T09:30"': A_DATE,
		'backgroundTask/getAll query.end_time: takes "2026-11-22T09:30"': A_DATE,

		// The facts allow what makes no sense or what the service refuses.
		'* body.maintain_begin: has a limit or form that the facts do not have': 'a time of day',
		'* body.maintain_end: has a limit or form that the facts do not have': 'a time of day',
		'* body.maintain_begin: is stricter than the facts': 'a time of day',
		'* body.maintain_end: is stricter than the facts': 'a time of day',
		'* body.tenant_ips: is stricter than the facts': 'addresses are IPv4',
		'instanceMaintenance/updateCrossVpc body.advertised_ip_contents: is stricter than the facts':
			'brokers are told by their IPv4 addresses',
		'instanceMaintenance/updateCrossVpc body.advertised_ip_contents: ip is stricter than the facts':
			'brokers are told by their IPv4 addresses',
		'instanceMaintenance/updateCrossVpc body.advertised_ip_contents: ip has a limit or form that the facts do not have':
			'brokers are told by their IPv4 addresses',
		'cluster/getDiskUsage query.percentage: has a limit or form that the facts do not have':
			'a share is a number',
		'* body.tags: is required': 'without tags there is nothing to do',
		'* body.tags: key is required': 'a tag is told by its key',
		'legacyApi/v1CreateInstance body.tags: value is required': 'the notes say: never empty',
		'* body.topic_other_configs: name is required': 'a setting is told by its name',
		'* body.topic_other_configs: value is required': 'a setting without value sets nothing',
		'* body.topics: topic_other_configs name is required': 'a setting is told by its name',
		'* body.topics: topic_other_configs value is required': 'a setting without value sets nothing',
		'* body.topics: is required': 'without topics there is nothing to do',
		'* body.topic: is required': 'without a topic there is nothing to limit',
		'* body.kafka_configs: is required': 'without parameters there is nothing to change',
		'* body.kafka_configs: name is required': 'a parameter is told by its name',
		'* body.kafka_configs: value is required': 'without a value there is nothing to set',
		'* body.partitions: is required': 'without partitions there is nothing to do',
		'* body.partitions: partition is required': 'a partition is told by its number',
		'* body.partitions: offset is required': 'without it nobody knows what would be deleted',
		'* body.partitions: replicas is required': 'a partition has to be somewhere',
		'* body.reassignments: assignment partition is required': 'a partition is told by its number',
		'* body.reassignments: assignment partition_brokers is required':
			'a partition has to be somewhere',
		'* body.property_list: name is required': 'a property is told by its name',
		'* body.property_list: value is required': 'a property without value says nothing',
		'* body.default_use_recycle: is required': 'what becomes of it unsent is not documented',
		'* body.retention_days: is required': 'what becomes of it unsent is not documented',
		'log/enable body.log_task_list: log_group_name is required': 'group and stream go together',
		'log/enable body.log_task_list: log_stream_name is required': 'group and stream go together',
		'smartConnect/enable body.node_cnt: is required': 'each node is billed',
		'smartConnectTask/create body.task_name: is required': 'a task is found again by its name',
		'smartConnectTask/create body.source_type: is required': 'a task copies or dumps',
		'smartConnectTask/checkConnection body.task.current_cluster_name: is required': PEER_NEEDS,
		'smartConnectTask/checkConnection body.task.cluster_name: is required': PEER_NEEDS,
		'smartConnectTask/checkConnection body.task.security_protocol: is required': PEER_NEEDS,
		'smartConnectTask/checkConnection body.task.direction: is required': PEER_NEEDS,
		'kafkaManager/resetPassword body.new_password: is required':
			'without a password there is nothing to set',

		// Limits and rules that the reference has in words, or in another section for the same thing.
		'topic/create body.replication: begins at 1 instead of undefined':
			'a topic has one copy at least',
		'topic/create body.replication: ends at 50 instead of undefined':
			'an instance has 50 brokers at most',
		'topic/update body.topics: retention_time begins at 1 instead of undefined':
			'as for a new topic (5.4.4)',
		'topic/update body.topics: retention_time ends at 720 instead of undefined':
			'as for a new topic (5.4.4)',
		'topic/update body.topics: new_partition_numbers begins at 1 instead of undefined':
			'as for a new topic (5.4.4)',
		'topic/update body.topics: new_partition_numbers ends at 200 instead of undefined':
			'as for a new topic (5.4.4)',
		'topic/update body.topics: topic_desc has a limit or form that the facts do not have':
			'as for a new topic (5.4.4)',
		'lookupMaintenance/getFlavorCores query.broker_num: is stricter than the facts':
			'a number of brokers',
		'lookupMaintenance/getFlavorCores query.broker_num: refuses "0"': 'a number of brokers',
		'legacyApi/createInstanceByEngine body.storage_space: begins at 100 instead of 300':
			'as under the present path (5.1.1)',
		'legacyApi/createInstanceByEngine body.storage_space: takes 299':
			'as under the present path (5.1.1)',
		'* body.new_broker_num: begins at 1 instead of undefined': 'a number of brokers',
		'legacyApi/resizeInstanceByEngine body.new_broker_num: ends at 50 instead of undefined':
			'as under the present path (5.3.1)',
		'legacyApi/createInstanceByEngine body.broker_num: begins at 1 instead of undefined':
			'as under the present path (5.1.1)',
		'legacyApi/createInstanceByEngine body.broker_num: ends at 50 instead of undefined':
			'as under the present path (5.1.1)',
		'user/create body.user_name: has a limit or form that the facts do not have':
			'the rule is in the words of the reference: 4 to 64 characters that start with a letter',
		'legacyApi/v1CreateInstance body.kafka_manager_password: is stricter than the facts':
			'the rule is in the words of the reference: at least three of the four kinds of characters',
	},
};
