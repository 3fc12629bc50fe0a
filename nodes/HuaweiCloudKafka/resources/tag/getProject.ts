import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';

/** Lists the tag keys of the project, each with all its values. DMS for Kafka API Reference 5.9.3. */
export const getProject: Operation = {
	value: 'getProject',
	name: 'Get Many in Project',
	action: 'Get many tags in project',
	description: 'Get all tag keys used in the project, with their values',
	api: 'ShowKafkaProjectTags',
	request: get('/v2/{project_id}/kafka/tags'),
	kind: 'read',
	outcome: entries('tags'),
};
