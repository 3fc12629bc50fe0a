import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { integer, moment } from '../../../shared/form/fields';
import { messagePages } from '../../api/pages';
import { instance, topicInPath } from '../../fields';

/** Lists positions of messages. DMS for Kafka API Reference 5.7.3; content is not in the answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the offset, size, and time of many messages in a topic, without their content',
	api: 'ShowMessages',
	request: get('/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/messages'),
	kind: 'read',
	fields: [instance(), topicInPath('topic')],
	options: [
		moment('start_time', 'From', 'Start of the time range', { sentIn: 'query', asText: true }),
		moment('end_time', 'To', 'End of the time range', { sentIn: 'query', asText: true }),
		integer('partition', 'Partition', {
			sentIn: 'query',
			asText: true,
			default: -1,
			description: 'Partition number, or -1 for all partitions',
		}),
	],
	pages: messagePages,
};
