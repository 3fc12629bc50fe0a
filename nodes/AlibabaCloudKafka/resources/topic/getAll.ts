import type { Operation } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { topicPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { instance, nameStart, startsWith } from '../../fields';
import { simple } from './simple';

/** Lists topics. AliKafka API Reference, GetTopicList. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topics',
	description: 'Get many topics of an instance',
	...readOperation('GetTopicList'),
	fields: [instance()],
	options: [
		text('Topic', 'Topic Name', {
			name: 'topicName',
			placeholder: 'e.g. orders_created',
			description: 'Return only the topic with this name',
		}),
		nameStart('Return only topics whose name starts with this text'),
	],
	pages: topicPages,
	keep: startsWith('Topic'),
	simple,
};
