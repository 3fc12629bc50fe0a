/** What "Simplify" keeps of a topic. */
export const simple = [
	'name',
	'partition',
	'replication',
	'retention_time',
	'sync_replication',
	'sync_message_flush',
	'topic_type',
	'topic_desc',
	'created_at',
] as const;
