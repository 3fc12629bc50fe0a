import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { withInstance } from '../../api/records';
import { instance, tags } from '../../fields';

/** Adds tags. DMS for Kafka API Reference 5.9.1, its action `create`; 204 without a body. */
export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add tags',
	description: 'Add tags to an instance; an existing tag with the same key is overwritten',
	api: 'BatchCreateOrDeleteKafkaTag',
	request: post('/v2/{project_id}/kafka/{instance_id}/tags/action'),
	kind: 'change',
	constant: { body: { action: 'create' } },
	fields: [instance(), tags(true)],
	outcome: (_body, { body }, item) =>
		singleItem(withInstance({ added: true, tags: body?.tags }, item)),
	subject: ({ instance_id: id }) => `tags added to instance ${String(id)}`,
};
