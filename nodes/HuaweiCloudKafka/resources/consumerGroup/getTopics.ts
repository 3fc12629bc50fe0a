import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { choice, text } from '../../../shared/form/fields';
import { groupTopicPages } from '../../api/pages';
import { instance } from '../../fields';
import { groupInPath } from './fields';

/** Lists the topics of a group. DMS for Kafka API Reference 5.5.9. */
export const getTopics: Operation = {
	value: 'getTopics',
	name: 'Get Topics',
	action: 'Get topics of consumer group',
	description: 'Get the topics that a consumer group reads, with the lag for each',
	api: 'ListInstanceConsumerGroupTopics',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/topics'),
	kind: 'read',
	fields: [instance(), groupInPath()],
	options: [
		text('topic', 'Topic', { sentIn: 'query', placeholder: 'e.g. orders.created' }),
		choice('sort_key', 'Sort By', {
			sentIn: 'query',
			values: { messages: 'Lag', partition: 'Partitions', topic: 'Topic Name' },
			default: 'messages',
		}),
		choice('sort_dir', 'Sort Order', {
			sentIn: 'query',
			values: { asc: 'Ascending', desc: 'Descending' },
			default: 'desc',
		}),
	],
	pages: groupTopicPages,
};
