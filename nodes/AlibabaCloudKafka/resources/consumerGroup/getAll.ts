import type { Operation } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { groupPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { instance, nameStart, startsWith } from '../../fields';

/** Lists consumer groups. AliKafka API Reference, GetConsumerList. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many consumer groups',
	description: 'Get many consumer groups of an instance',
	...readOperation('GetConsumerList'),
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
