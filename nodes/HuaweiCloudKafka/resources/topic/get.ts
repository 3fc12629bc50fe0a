import type { Operation } from '../../../shared/contract/operation';
import { get as GET } from '../../../shared/contract/operation';
import { instance, topicInPath } from '../../fields';

/** Gets partitions and replicas. DMS for Kafka API Reference 5.4.10; once a second and instance. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get topic',
	description:
		'Get the partitions and replicas of a topic, and the consumer groups that read from it',
	api: 'ShowInstanceTopicDetail',
	request: GET('/v2/{project_id}/instances/{instance_id}/management/topics/{topic}'),
	kind: 'read',
	fields: [instance(), topicInPath('topic')],
};
