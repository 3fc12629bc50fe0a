import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { flag, list } from '../../../shared/form/fields';
import { operation } from '../../api/requests';
import { resourceIds, taggedResource } from './fields';

/** Removes tags. AliKafka API Reference, UntagResources; without keys nothing goes unless `All` is set. */
export const remove: Operation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove tags',
	description: 'Remove tags from instances, topics, or consumer groups',
	...operation('delete', 'UntagResources'),
	fields: [
		taggedResource(),
		resourceIds(true),
		flag('All', 'All Tags', 'Whether to remove all tags regardless of their keys', {
			name: 'allTags',
		}),
		list('TagKey', 'Tag Keys', {
			name: 'tagKeys',
			required: true,
			show: { allTags: [false] },
			count: [1, 20],
			entry: { length: [1, 128] },
			placeholder: 'e.g. environment, team',
			description: 'Comma-separated',
		}),
	],
	check: ({ body = {} }) => {
		if (body.All === true || body.TagKey !== undefined) return;
		throw new BadInput('Tag Keys', 'is empty', "Enter the tag keys, or turn 'All Tags' on.");
	},
	outcome: (_answer, { body = {} }) =>
		singleItem({
			ResourceType: body.ResourceType,
			ResourceId: body.ResourceId,
			removed: true,
			...(body.All === true ? { all: true } : { tagKeys: body.TagKey }),
		}),
	subject: ({ ResourceId: id }) => `tags removed from ${String(id)}`,
};
