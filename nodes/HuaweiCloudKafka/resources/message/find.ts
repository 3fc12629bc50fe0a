import type { IDataObject } from 'n8n-workflow';

import { flag, integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import type { Pages } from '../../../shared/contract/pages';
import { countIn, listIn } from '../../../shared/contract/pages';
import { instance, moment, topicInPath, topicInQuery } from '../../fields';
import { messageOffset } from './fields';

const rowsOf = (body: IDataObject) => listIn(body, 'messages');

/** A message is known by its place. */
const key = ['partition', 'message_offset'] as const;

/** Pages are numbered from 0 here, and the numbers are text. */
const foundPages: Pages = {
	rows: rowsOf,
	total: ({ total }) => countIn(total),
	at: (offset, size) => ({ offset: String(offset / size), limit: String(size) }),
	size: 50,
	numbered: true,
	key,
};

const askedFor = [
	text('keyword', 'Keyword', {
		place: 'query',
		length: [0, 50],
		description: 'Return only messages that contain this word',
	}),
	flag('asc', 'Oldest First', 'Whether to return the oldest message first', {
		place: 'query',
		default: true,
	}),
	flag('download', 'Download', 'Whether to download the messages', {
		place: 'query',
		default: true,
	}),
];

/**
 * Finds messages of a time span. DMS for Kafka API Reference 5.7.1; both ends of the span are needed,
 * and what is found has positions but hardly ever content.
 */
export const search: Operation = {
	value: 'search',
	name: 'Search',
	action: 'Search messages',
	description: 'Find messages in a topic by time and keyword',
	api: 'ShowInstanceMessages',
	request: get('/v2/{project_id}/instances/{instance_id}/messages'),
	fields: [
		instance(),
		topicInQuery(),
		moment('start_time', 'From (Ms)', 'Start of the time range', {
			place: 'query',
			required: true,
			asText: true,
		}),
		moment('end_time', 'To (Ms)', 'End of the time range', {
			place: 'query',
			required: true,
			asText: true,
		}),
	],
	options: askedFor,
	pages: foundPages,
};

/** Reads one message with the search. DMS for Kafka API Reference 5.7.1, its second way. */
export const searchByOffset: Operation = {
	value: 'searchByOffset',
	name: 'Search by Offset',
	action: 'Search message by offset',
	description: 'Get the message at a given offset of a partition, with its application ID and tag',
	api: 'ShowInstanceMessages',
	request: get('/v2/{project_id}/instances/{instance_id}/messages'),
	fields: [
		instance(),
		topicInQuery(),
		messageOffset(),
		integer('partition', 'Partition', {
			place: 'query',
			required: true,
			asText: true,
			description: 'Partition number, starting from 0',
		}),
	],
	options: askedFor,
	outcome: entries('messages'),
};

/** `offset` is where the listing begins; the answer alone counts pages. */
const positionPages: Pages = {
	rows: rowsOf,
	total: ({ messages_count }) => countIn(messages_count),
	at: (offset, size) => ({ offset, limit: size }),
	size: 50,
	key,
};

/** Lists positions of messages. DMS for Kafka API Reference 5.7.3; content is not in the answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the offset, size, and time of many messages in a topic, without their content',
	api: 'ShowMessages',
	request: get('/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/messages'),
	fields: [instance(), topicInPath('topic')],
	options: [
		moment('start_time', 'From (Ms)', 'Start of the time range', { place: 'query', asText: true }),
		moment('end_time', 'To (Ms)', 'End of the time range', { place: 'query', asText: true }),
		integer('partition', 'Partition', {
			place: 'query',
			asText: true,
			default: -1,
			description: 'Partition number, or -1 for all partitions',
		}),
	],
	pages: positionPages,
};
