import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { instance } from '../../fields';

/** Lists the tags of an instance. DMS for Kafka API Reference 5.9.2. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tags of instance',
	description: 'Get the tags of an instance',
	api: 'ShowKafkaTags',
	request: get('/v2/{project_id}/kafka/{instance_id}/tags'),
	kind: 'read',
	fields: [instance()],
	outcome: entries('tags'),
};
