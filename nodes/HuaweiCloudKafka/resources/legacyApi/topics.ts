import { flag, integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { get, one, post } from '../../../shared/contract/operation';
import { NAME_RULE, instance } from '../../fields';
import { wholeList } from '../../api/requests';
import { create } from '../topic/create';
import { deleteMany } from '../topic/delete';
import { deprecated } from './deprecated';

/** V1 of the topic API; looking up goes the way of V2, which sees the same topics. */

/** Creates a topic with V1. DMS for Kafka API Reference 7.1.1.7; 200 answers `{ id }`. */
export const createTopic: Operation = {
	...create,
	value: 'v1CreateTopic',
	name: 'Create Topic (V1)',
	action: 'Create topic with V1',
	description: deprecated('create a topic on an instance', 'Topic: Create'),
	api: 'V1CreateTopic',
	request: post('/v1.0/{project_id}/instances/{instance_id}/topics'),
	fields: [
		instance(),
		text('id', 'Topic Name', {
			name: 'topicName',
			required: true,
			placeholder: 'e.g. orders.created',
			length: [4, 64],
			pattern: NAME_RULE,
		}),
	],
	options: [
		integer('partition', 'Partitions', {
			range: [1, 100],
			default: 3,
			description: 'Maximum number of consumers in a group that can read in parallel',
		}),
		integer('replication', 'Replicas', {
			range: [1, 3],
			default: 3,
			description: 'Cannot exceed the number of brokers',
		}),
		integer('retention_time', 'Retention (Hours)', { range: [1, 720], default: 72 }),
		flag(
			'sync_message_flush',
			'Synchronous Flushing',
			'Whether to write each message to disk before acknowledging it',
		),
		flag(
			'sync_replication',
			'Synchronous Replication',
			'Whether to replicate messages before acknowledging them; producers must use acks=-1',
		),
	],
	outcome: ({ id, ...answer }, _request, item) =>
		one({ ...answer, name: id, instance_id: item.parameter('instanceId') }),
};

/** Lists topics with V1. DMS for Kafka API Reference 7.1.1.8; all come in one answer. */
export const getTopics: Operation = {
	value: 'v1GetTopics',
	name: 'Get Many Topics (V1)',
	action: 'Get many topics with V1',
	description: deprecated('get many topics of an instance', 'Topic: Get Many'),
	api: 'V1ListTopics',
	request: get('/v1.0/{project_id}/instances/{instance_id}/topics'),
	fields: [instance()],
	pages: wholeList('topics', 'id'),
};

/** Deletes topics with V1. DMS for Kafka API Reference 7.1.1.9; a result for each topic. */
export const deleteTopics: Operation = {
	...deleteMany,
	value: 'v1DeleteTopics',
	name: 'Delete Topics (V1)',
	action: 'Delete topics with V1',
	description: deprecated('delete topics and all their messages', 'Topic: Delete'),
	api: 'V1BatchDeleteTopics',
	request: post('/v1.0/{project_id}/instances/{instance_id}/topics/delete'),
};
