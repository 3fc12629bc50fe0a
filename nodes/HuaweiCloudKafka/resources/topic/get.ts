import type { Operation } from '../../../shared/contract/operation';
import { get as GET } from '../../../shared/contract/operation';
import { instance, topicInPath } from '../../fields';
import { partitionPages, producerPages } from '../../api/requests';

/** Gets partitions and replicas. DMS for Kafka API Reference 5.4.10; once a second and instance. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get topic',
	description:
		'Get the partitions and replicas of a topic, and the consumer groups that read from it',
	api: 'ShowInstanceTopicDetail',
	request: GET('/v2/{project_id}/instances/{instance_id}/management/topics/{topic}'),
	fields: [instance(), topicInPath('topic')],
};

/** Lists partitions with their offsets. DMS for Kafka API Reference 5.4.8. */
export const getPartitions: Operation = {
	value: 'getPartitions',
	name: 'Get Partitions',
	action: 'Get partitions of topic',
	description: 'Get the partitions of a topic with their offsets and message counts',
	api: 'ListTopicPartitions',
	request: GET('/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/partitions'),
	fields: [instance(), topicInPath('topic')],
	pages: partitionPages,
};

/** Lists connected producers. DMS for Kafka API Reference 5.4.9. */
export const getProducers: Operation = {
	value: 'getProducers',
	name: 'Get Producers',
	action: 'Get producers of topic',
	description: 'Get the producers connected to a topic',
	api: 'ListTopicProducers',
	request: GET('/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/producers'),
	fields: [instance(), topicInPath('topic')],
	pages: producerPages,
};
