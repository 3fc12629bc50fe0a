import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { partitionPages } from '../../api/pages';
import { instance, topicInPath } from '../../fields';

/** Lists partitions with their offsets. DMS for Kafka API Reference 5.4.8. */
export const getPartitions: Operation = {
	value: 'getPartitions',
	name: 'Get Partitions',
	action: 'Get partitions of topic',
	description: 'Get the partitions of a topic with their offsets and message counts',
	api: 'ListTopicPartitions',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions'),
	kind: 'read',
	fields: [instance(), topicInPath('topic')],
	pages: partitionPages,
};
