import { choice, integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import type { Pages } from '../../../shared/contract/pages';
import { countIn, listIn } from '../../../shared/contract/pages';
import { PAST_END } from '../../api/decode';
import { groupInPath, instance } from '../../fields';

/** What a consumer group has: members, offsets, topics. All three lists are paged alike. */
const pagesOf = (
	list: string,
	key: Pages['key'],
	wire: (count: number) => number | string = (count) => count,
): Pages => ({
	rows: (body) => listIn(body, list),
	total: ({ total }) => countIn(total),
	at: (offset, size) => ({ offset: wire(offset), limit: wire(size) }),
	size: 50,
	key,
	pastEnd: PAST_END,
});

/** Lists the consumers of a group. DMS for Kafka API Reference 5.5.11. */
export const getMembers: Operation = {
	value: 'getMembers',
	name: 'Get Members',
	action: 'Get members of consumer group',
	description: 'Get the members (consumers) of a consumer group',
	api: 'ListInstanceConsumerGroupMembers',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/members'),
	fields: [instance(), groupInPath()],
	options: [
		text('host', 'Consumer Address', { place: 'query', placeholder: 'e.g. 192.168.0.10' }),
		text('member_id', 'Consumer ID', { place: 'query', description: 'Return only this consumer' }),
	],
	pages: pagesOf('members', 'member_id'),
};

/**
 * Lists the offsets of a group. DMS for Kafka API Reference 5.5.6; offset and limit are text, and the
 * rows of older instances do not tell their topic.
 */
export const getOffsets: Operation = {
	value: 'getOffsets',
	name: 'Get Offsets',
	action: 'Get offsets of consumer group',
	description: 'Get the committed offset of a consumer group in each partition',
	api: 'ListInstanceConsumerGroupMessageOffset',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/message-offset'),
	fields: [instance(), groupInPath()],
	options: [
		text('topic', 'Topic', {
			place: 'query',
			placeholder: 'e.g. orders.created',
			description:
				'Return only partitions of this topic; the returned rows may not contain its name',
		}),
		integer('partition', 'Partition', {
			place: 'query',
			asText: true,
			description: 'Return only this partition',
		}),
	],
	pages: pagesOf('group_message_offsets', ['topic', 'partition'], String),
};

/** Lists the topics of a group. DMS for Kafka API Reference 5.5.9. */
export const getTopics: Operation = {
	value: 'getTopics',
	name: 'Get Topics',
	action: 'Get topics of consumer group',
	description: 'Get the topics that a consumer group reads, with the lag for each',
	api: 'ListInstanceConsumerGroupTopics',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/topics'),
	fields: [instance(), groupInPath()],
	options: [
		text('topic', 'Topic', { place: 'query', placeholder: 'e.g. orders.created' }),
		choice('sort_key', 'Sort By', {
			place: 'query',
			values: { messages: 'Lag', partition: 'Partitions', topic: 'Topic Name' },
			default: 'messages',
		}),
		choice('sort_dir', 'Sort Order', {
			place: 'query',
			values: { asc: 'Ascending', desc: 'Descending' },
			default: 'desc',
		}),
	],
	pages: pagesOf('topics', 'topic'),
};
