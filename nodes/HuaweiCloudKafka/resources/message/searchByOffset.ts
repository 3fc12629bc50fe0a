import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { foundMessages } from '../../api/pages';
import { instance, topicInQuery } from '../../fields';
import { messageOffset, searchOptions } from './fields';

/** Reads one message with the search. DMS for Kafka API Reference 5.7.1, its second way. */
export const searchByOffset: Operation = {
	value: 'searchByOffset',
	name: 'Search by Offset',
	action: 'Search message by offset',
	description: 'Get the message at a given offset of a partition, with its application ID and tag',
	api: 'ShowInstanceMessages',
	request: get('/v2/{project_id}/instances/{instance_id}/messages'),
	kind: 'read',
	fields: [
		instance(),
		topicInQuery(),
		messageOffset(),
		integer('partition', 'Partition', {
			sentIn: 'query',
			required: true,
			asText: true,
			description: 'Partition number, starting from 0',
		}),
	],
	options: searchOptions(),
	outcome: (body) => foundMessages(body).map((json) => ({ json })),
};
