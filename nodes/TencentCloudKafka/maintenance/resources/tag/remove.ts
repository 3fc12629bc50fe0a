import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { rows } from '../../../../shared/form/fields';
import { MOST_TAGS, tagKey, taggedInstance } from './fields';

/** Takes tags off an instance; they stay in the account. Tag service, ModifyResourceTags with `DeleteTags`. */
export const remove: Operation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove tags',
	description: 'Remove tags from an instance; keys that it does not have are ignored',
	api: 'ModifyResourceTags',
	request: post('/'),
	kind: 'delete',
	fields: [
		taggedInstance(),
		rows('DeleteTags', 'Tags', {
			name: 'tags',
			entry: 'Tag',
			required: true,
			count: [1, MOST_TAGS],
			fields: [tagKey()],
			description: 'Up to 10 at once',
		}),
	],
	outcome: (_answer, { body }, item) =>
		singleItem({
			InstanceId: item.nodeParameter<string>('instanceId'),
			removed: true,
			Tags: body?.DeleteTags,
		}),
	subject: ({ InstanceId: id }) => `tags removed from instance ${String(id)}`,
};
