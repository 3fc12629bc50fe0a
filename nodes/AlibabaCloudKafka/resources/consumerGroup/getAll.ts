import { text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { instance, nameStart, startsWith } from '../../fields';
import { groupPages, reads } from '../../api/requests';

/** Lists consumer groups. AliKafka API Reference, GetConsumerList. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many consumer groups',
	description: 'Get many consumer groups of an instance',
	...reads('GetConsumerList'),
	fields: [instance()],
	options: [
		text('ConsumerId', 'Group Name', {
			name: 'groupName',
			placeholder: 'e.g. orders-service',
			description: 'Return only the consumer group with this name',
		}),
		nameStart('Return only consumer groups whose name starts with this text'),
	],
	pages: groupPages,
	keep: startsWith('ConsumerId'),
};
