/** What "Simplify" keeps of a topic. */
export const simple = [
	'TopicName',
	'TopicId',
	'PartitionNum',
	'ReplicaNum',
	'Status',
	'Note',
	'CreateTime',
	'Tags',
	'InstanceId',
] as const;
