import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { flag, integer, text } from '../../../../shared/form/fields';
import { withInstance } from '../../../api/records';
import { NAME_RULE, instance } from '../../../fields';
import { create } from '../../../resources/topic/create';
import { deprecated } from './deprecated';

/** Creates a topic with V1. DMS for Kafka API Reference 7.1.1.7; 200 answers `{ id }`. */
export const v1CreateTopic: Operation = {
	...create,
	value: 'v1CreateTopic',
	name: 'Create Topic (V1)',
	action: 'Create topic with V1',
	description: deprecated('create a topic on an instance', 'Topic: Create'),
	api: 'V1CreateTopic',
	request: post('/v1.0/{project_id}/instances/{instance_id}/topics'),
	kind: 'create',
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
		singleItem(withInstance({ ...answer, name: id }, item)),
};
