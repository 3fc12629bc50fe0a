import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, flag, list } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import type { Pages } from '../../../shared/contract/pages';
import { tagFilter, tags } from '../../fields';
import { reads, rowsOf, writes } from '../../api/requests';

const kind = (): Field =>
	choice('ResourceType', 'Tagged Resource', {
		name: 'taggedResource',
		required: true,
		values: { INSTANCE: 'Instance', TOPIC: 'Topic', CONSUMERGROUP: 'Consumer Group' },
	});

const ids = (required: boolean): Field =>
	list('ResourceId', 'Resource IDs', {
		name: 'resourceIds',
		required,
		placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
		description:
			'Comma-separated. For instances, use the instance ID; for topics and consumer groups, use Kafka_, the instance ID, and the name: Kafka_alikafka_post-cn-mp91gnw0p001_orders.',
	});

/** Adds tags. AliKafka API Reference, TagResources; the answer holds a request ID only. */
const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add tags',
	description:
		'Add tags to instances, topics, or consumer groups; an existing tag with the same key is overwritten',
	...writes('TagResources'),
	fields: [kind(), ids(true), tags(true, 'Tags to add')],
	outcome: (_answer, { body = {} }) =>
		one({
			ResourceType: body.ResourceType,
			ResourceId: body.ResourceId,
			added: true,
			tags: body.Tag,
		}),
	subject: ({ ResourceId: id }) => `tags added to ${String(id)}`,
};

/** Removes tags. AliKafka API Reference, UntagResources; without keys nothing goes unless `All` is set. */
const remove: Operation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove tags',
	description: 'Remove tags from instances, topics, or consumer groups',
	...writes('UntagResources'),
	fields: [
		kind(),
		ids(true),
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
		one({
			ResourceType: body.ResourceType,
			ResourceId: body.ResourceId,
			removed: true,
			...(body.All === true ? { all: true } : { tagKeys: body.TagKey }),
		}),
	subject: ({ ResourceId: id }) => `tags removed from ${String(id)}`,
};

/** The pages of a list of tags follow a token; their size is the service's. */
const tagPages: Pages = {
	rows: rowsOf('TagResources', 'TagResource'),
	at: () => ({}),
	next: ({ NextToken }) => (NextToken ? { NextToken } : undefined),
	size: Infinity,
	key: ['ResourceId', 'TagKey'],
};

/** Lists tags. AliKafka API Reference, ListTagResources; it wants resources or tags to look for. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tags',
	description:
		'Get the tags of instances, topics, or consumer groups, or find the resources that have certain tags',
	...reads('ListTagResources'),
	fields: [kind()],
	options: [ids(false), tagFilter('Return only resources that have these tags')],
	check: ({ body = {} }) => {
		if (body.ResourceId !== undefined || body.Tag !== undefined) return;
		throw new BadInput(
			'Resource IDs',
			"and 'Tags' are both empty",
			"Add one of them under 'Options'.",
		);
	},
	pages: tagPages,
};

export const tag: Resource = { value: 'tag', name: 'Tag', operations: [getAll, add, remove] };
