import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { withInstance } from '../../api/records';
import { existingTagKey, instance, tags } from '../../fields';

/** Removes tags. DMS for Kafka API Reference 5.9.1, its action `delete`; 204 without a body. */
export const remove: Operation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove tags',
	description: 'Remove tags from an instance',
	api: 'BatchCreateOrDeleteKafkaTag',
	request: post('/v2/{project_id}/kafka/{instance_id}/tags/action'),
	kind: 'delete',
	constant: { body: { action: 'delete' } },
	fields: [instance(), tags(true, undefined, existingTagKey('getTagKeys'))],
	outcome: (_body, { body }, item) =>
		singleItem(withInstance({ removed: true, tags: body?.tags }, item)),
	subject: ({ instance_id: id }) => `tags removed from instance ${String(id)}`,
};
