import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { list } from '../../../shared/form/fields';
import { offsetPages } from '../../api/pages';
import { groupName, instance, nameFilter } from '../../fields';

/** Lists how far a group has read. CKafka DescribeGroupOffsets, a row for each topic. */
export const getOffsets: Operation = {
	value: 'getOffsets',
	name: 'Get Offsets',
	action: 'Get offsets of consumer group',
	description: 'Get the offset and lag of a consumer group in each topic',
	api: 'DescribeGroupOffsets',
	request: post('/'),
	kind: 'read',
	fields: [instance(), groupName()],
	options: [
		list('Topics', 'Topic Names', {
			placeholder: 'e.g. orders.created, orders.paid',
			description: 'Return only these topics, as a comma-separated list',
		}),
		nameFilter('topics', 'Topic Name Contains'),
	],
	pages: offsetPages,
};
