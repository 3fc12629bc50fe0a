import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { tagPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { tagFilter } from '../../fields';
import { resourceIds, taggedResource } from './fields';

/** Lists tags. AliKafka API Reference, ListTagResources; it wants resources or tags to look for. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tags',
	description:
		'Get the tags of instances, topics, or consumer groups, or find the resources that have certain tags',
	...readOperation('ListTagResources'),
	fields: [taggedResource()],
	options: [resourceIds(false), tagFilter('Return only resources that have these tags')],
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
