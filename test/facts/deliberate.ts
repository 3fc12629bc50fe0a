/**
 * Where the node differs from the facts on purpose, and why. A line begins with `resource/operation`,
 * or with `*` for every operation that has the parameter. A line that no longer holds has to go.
 */
export const DELIBERATE: Record<string, string> = {
	// Parameters in paths and bodies that all operations share.
	'* path.instance_id: has a limit or form that the facts do not have':
		'IDs are UUIDs; anything else could lead to another address',
	'* path.topic_name: has a limit or form that the facts do not have':
		'the longest name that Kafka itself allows',

	// One request of the API is two operations of the node.
	'instance/restart body.all_failure: is missing': 'only goes with deleting',
	'instance/restart body.force_delete: is missing': 'only goes with deleting',
	'instance/restart body.instances: is required':
		'without all_failure there is nothing else to restart',

	// Filters that the node applies itself.
	'instance/getAll none.tagFilter: is not sent': 'the API cannot filter by tags',

	// Friendlier to fill in than the API.
	'instance/getAll query.status: is a choice although the facts list no values':
		'the statuses are in the reference (table 8-2) and in the official SDK',
	'instance/getAll query.exact_match_name: has the default true instead of "false"':
		'an option that the user adds is meant to be on',
	'instance/create body.engine_version: takes "2"':
		'chosen from the versions that the API has on offer',
	'instance/create body.engine_version: takes "4.0"':
		'a version that comes out later works without a change',
	'topic/create body.replication: begins at 1 instead of undefined':
		'a topic has one copy at least',
	'topic/create body.replication: ends at 50 instead of undefined':
		'an instance has 50 brokers at most',

	// The facts allow what the service refuses.
	'instance/create body.maintain_begin: has a limit or form that the facts do not have':
		'a time, HH:mm',
	'instance/create body.maintain_end: has a limit or form that the facts do not have':
		'a time, HH:mm',
	'instance/create body.maintain_begin: is stricter than the facts': 'a time, HH:mm',
	'instance/create body.maintain_end: is stricter than the facts': 'a time, HH:mm',
	'instance/update body.maintain_begin: has a limit or form that the facts do not have':
		'a time, HH:mm:ss',
	'instance/update body.maintain_end: has a limit or form that the facts do not have':
		'a time, HH:mm:ss',
	'instance/update body.maintain_begin: is stricter than the facts': 'a time, HH:mm:ss',
	'instance/update body.maintain_end: is stricter than the facts': 'a time, HH:mm:ss',
	'instance/create body.tenant_ips: is stricter than the facts': 'addresses are IPv4',
	'instance/create body.tags: key is required': 'a tag is told by its key',
	'tag/add body.tags: is required': 'without tags there is nothing to do',
	'tag/add body.tags: key is required': 'a tag is told by its key',
	'tag/remove body.tags: is required': 'without tags there is nothing to do',
	'tag/remove body.tags: key is required': 'a tag is told by its key',
	'topic/create body.topic_other_configs: name is required': 'a setting is told by its name',
	'topic/create body.topic_other_configs: value is required':
		'a setting without value sets nothing',
	'topic/delete body.topics: is required': 'without topics there is nothing to delete',
	'user/create body.user_name: has a limit or form that the facts do not have':
		'the rule is in the words of the reference: 4 to 64 characters that start with a letter',
};
