/** What "Simplify" keeps of a topic. */
export const simple = [
	'Topic',
	'InstanceId',
	'PartitionNum',
	'Status',
	'Remark',
	'LocalTopic',
	'CompactTopic',
	'CreateTime',
	'Tags',
] as const;
