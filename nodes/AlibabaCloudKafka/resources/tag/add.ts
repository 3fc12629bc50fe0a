import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { operation } from '../../api/requests';
import { tags } from '../../fields';
import { resourceIds, taggedResource } from './fields';

/**
 * Adds tags. AliKafka API Reference, TagResources; the answer holds a request ID only. It changes what it
 * tags: a key that is there already gets the new value.
 */
export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add tags',
	description:
		'Add tags to instances, topics, or consumer groups; an existing tag with the same key is overwritten',
	...operation('change', 'TagResources'),
	fields: [taggedResource(), resourceIds(true), tags(true, 'Tags to add')],
	outcome: (_answer, { body = {} }) =>
		singleItem({
			ResourceType: body.ResourceType,
			ResourceId: body.ResourceId,
			added: true,
			tags: body.Tag,
		}),
	subject: ({ ResourceId: id }) => `tags added to ${String(id)}`,
};
