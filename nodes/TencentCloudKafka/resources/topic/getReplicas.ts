import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { flag } from '../../../shared/form/fields';
import { replicaPages } from '../../api/pages';
import { instance, topicName } from '../../fields';

/** Lists the replicas of each partition. CKafka DescribeTopicSyncReplica; before a resize or an upgrade, all should be in sync. */
export const getReplicas: Operation = {
	value: 'getReplicas',
	name: 'Get Replicas',
	action: 'Get replicas of topic',
	description:
		'Get the leader, replicas, in-sync replicas, and offsets of each partition of a topic',
	api: 'DescribeTopicSyncReplica',
	request: post('/'),
	kind: 'read',
	fields: [instance(), topicName()],
	options: [
		flag(
			'OutOfSyncReplicaOnly',
			'Out of Sync Only',
			'Whether to return only partitions with replicas that are not in sync',
			{ default: true },
		),
	],
	pages: replicaPages,
};
