import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { integer, text } from '../../../shared/form/fields';
import { groupOffsetPages } from '../../api/pages';
import { instance } from '../../fields';
import { groupInPath } from './fields';

/**
 * Lists the offsets of a group. DMS for Kafka API Reference 5.5.6; the rows of older instances do not
 * contain their topic.
 */
export const getOffsets: Operation = {
	value: 'getOffsets',
	name: 'Get Offsets',
	action: 'Get offsets of consumer group',
	description: 'Get the committed offset of a consumer group in each partition',
	api: 'ListInstanceConsumerGroupMessageOffset',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/message-offset'),
	kind: 'read',
	fields: [instance(), groupInPath()],
	options: [
		text('topic', 'Topic', {
			sentIn: 'query',
			placeholder: 'e.g. orders.created',
			description:
				'Return only partitions of this topic; the returned rows may not contain its name',
		}),
		integer('partition', 'Partition', {
			sentIn: 'query',
			asText: true,
			description: 'Return only this partition',
		}),
	],
	pages: groupOffsetPages,
};
