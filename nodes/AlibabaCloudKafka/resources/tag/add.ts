import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { locator } from '../../../shared/form/fields';
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
	options: [
		locator('InstanceId', 'Instance', {
			name: 'taggedInstanceId',
			search: 'searchInstances',
			by: 'ID',
			placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
			description:
				"Instance of the topics or consumer groups; with it, enter their plain names as 'Resource IDs'",
		}),
	],
	check: ({ body = {} }) => {
		if (body.InstanceId === undefined || body.ResourceType !== 'INSTANCE') return;
		throw new BadInput(
			'Instance',
			'is only for topics and consumer groups',
			"Remove it, and enter the instance as 'Resource IDs'.",
		);
	},
	outcome: (_answer, { body = {} }) =>
		singleItem({
			ResourceType: body.ResourceType,
			ResourceId: body.ResourceId,
			...(body.InstanceId !== undefined && { InstanceId: body.InstanceId }),
			added: true,
			tags: body.Tag,
		}),
	subject: ({ ResourceId: id }) => `tags added to ${String(id)}`,
};
