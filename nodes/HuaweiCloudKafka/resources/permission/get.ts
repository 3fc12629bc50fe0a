import type { Operation } from '../../../shared/contract/operation';
import { get as GET } from '../../../shared/contract/operation';
import { instance, topicInPath } from '../../fields';

/** Gets who may use a topic. DMS for Kafka API Reference 5.6.5; the path begins with /v1. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get permissions of topic',
	description: 'Get the permissions of each user on a topic',
	api: 'ShowTopicAccessPolicy',
	request: GET('/v1/{project_id}/instances/{instance_id}/topics/{topic_name}/accesspolicy'),
	kind: 'read',
	fields: [instance(), topicInPath('topic_name')],
};
