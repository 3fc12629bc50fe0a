import type { Operation } from '../../../shared/contract/operation';
import { moment } from '../../../shared/form/fields';
import { get } from '../../../shared/contract/operation';
import { messageSearchPages } from '../../api/pages';
import { instance, topicInQuery } from '../../fields';
import { checkWords, contentOptions, searchOptions } from './fields';

/**
 * Finds messages of a time span. DMS for Kafka API Reference 5.7.1; both ends of the span are needed,
 * and what is found has positions but hardly ever content. With a key or words, it looks through 10,000
 * messages or 200 MB and finds 10 at most (official SDK 3.1.215).
 */
export const search: Operation = {
	value: 'search',
	name: 'Search',
	action: 'Search messages',
	description: 'Find messages in a topic by time and keyword',
	api: 'ShowInstanceMessages',
	request: get('/v2/{project_id}/instances/{instance_id}/messages'),
	kind: 'read',
	fields: [
		instance(),
		topicInQuery(),
		moment('start_time', 'From', 'Start of the time range', {
			sentIn: 'query',
			required: true,
			asText: true,
		}),
		moment('end_time', 'To', 'End of the time range', {
			sentIn: 'query',
			required: true,
			asText: true,
		}),
	],
	options: [...searchOptions(), ...contentOptions()],
	check: checkWords,
	pages: messageSearchPages,
};
