import type { IDataObject } from 'n8n-workflow';

import type { Operation, Resource } from '../../../shared/contract/operation';
import { entries, get, one, post } from '../../../shared/contract/operation';
import { instance, tags } from '../../fields';

/** Adding and removing are one request with another `action`. DMS for Kafka API Reference 5.9.1. */
const change = (
	action: 'create' | 'delete',
	done: IDataObject,
): Pick<Operation, 'api' | 'request' | 'constant' | 'fields' | 'outcome'> => ({
	api: 'BatchCreateOrDeleteKafkaTag',
	request: post('/v2/{project_id}/kafka/{instance_id}/tags/action'),
	constant: { body: { action } },
	fields: [instance(), tags(true)],
	outcome: (_body, { body }, item) =>
		one({ instance_id: item.parameter('instanceId'), ...done, tags: body?.tags }),
});

const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add tags',
	description: 'Add tags to an instance; an existing tag with the same key is overwritten',
	...change('create', { added: true }),
	subject: ({ instance_id: id }) => `tags added to instance ${String(id)}`,
};

const remove: Operation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove tags',
	description: 'Remove tags from an instance',
	...change('delete', { removed: true }),
	subject: ({ instance_id: id }) => `tags removed from instance ${String(id)}`,
};

/** Lists the tags of an instance. DMS for Kafka API Reference 5.9.2. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tags of instance',
	description: 'Get the tags of an instance',
	api: 'ShowKafkaTags',
	request: get('/v2/{project_id}/kafka/{instance_id}/tags'),
	fields: [instance()],
	outcome: entries('tags'),
};

/** Lists the tag keys of the project, each with all its values. DMS for Kafka API Reference 5.9.3. */
const getProject: Operation = {
	value: 'getProject',
	name: 'Get Many in Project',
	action: 'Get many tags in project',
	description: 'Get all tag keys used in the project, with their values',
	api: 'ShowKafkaProjectTags',
	request: get('/v2/{project_id}/kafka/tags'),
	outcome: entries('tags'),
};

export const tag: Resource = {
	value: 'tag',
	name: 'Tag',
	operations: [getAll, add, getProject, remove],
};
