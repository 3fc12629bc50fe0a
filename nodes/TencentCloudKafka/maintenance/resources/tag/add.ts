import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { rows } from '../../../../shared/form/fields';
import { MOST_TAGS, tagKey, tagValue, taggedInstance } from './fields';

/**
 * Adds tags to an instance, after its creation too, which CKafka itself cannot. Tag service, ModifyResourceTags
 * with `ReplaceTags`: despite that name, keys that are not named stay.
 */
export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add tags',
	description: 'Add tags to an instance; an existing tag with the same key is overwritten',
	api: 'ModifyResourceTags',
	request: post('/'),
	kind: 'change',
	fields: [
		taggedInstance(),
		rows('ReplaceTags', 'Tags', {
			name: 'tags',
			entry: 'Tag',
			required: true,
			count: [1, MOST_TAGS],
			fields: [tagKey(), tagValue()],
			description: 'Up to 10 at once; an instance can have 50',
		}),
	],
	outcome: (_answer, { body }, item) =>
		singleItem({
			InstanceId: item.nodeParameter<string>('instanceId'),
			added: true,
			Tags: body?.ReplaceTags,
		}),
	subject: ({ InstanceId: id }) => `tags added to instance ${String(id)}`,
};
