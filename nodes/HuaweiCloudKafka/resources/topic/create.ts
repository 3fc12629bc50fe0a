import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { flag, integer, text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { instance } from '../../fields';
import { existingTopics } from './existing';
import { topicConfigs } from './fields';
import { simple } from './simple';

/** Creates a topic. DMS for Kafka API Reference 5.4.4; 200 answers `{ name }`. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create topic',
	description: 'Create a topic on an instance',
	api: 'CreateInstanceTopic',
	request: post('/v2/{project_id}/instances/{instance_id}/topics'),
	kind: 'create',
	fields: [
		instance(),
		text('id', 'Topic Name', {
			name: 'topicName',
			required: true,
			placeholder: 'e.g. orders.created',
			length: [3, 200],
			pattern: [
				/^[A-Za-z][A-Za-z0-9._-]*$/,
				'must start with a letter and can contain only letters, digits, periods, hyphens, and underscores',
			],
		}),
		integer('partition', 'Partitions', {
			range: [1, 200],
			default: 3,
			hint: 'Maximum number of consumers in a group that can read in parallel',
		}),
	],
	options: [
		integer('replication', 'Replicas', {
			range: [1, 50],
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
		topicConfigs(),
		text('topic_desc', 'Description', { length: [0, 200], sendBlank: true }),
	],
	outcome: (answer, _request, item) => singleItem(withInstance(answer, item)),
	find: existingTopics,
	simple: [...simple, 'instance_id'],
	subject: ({ name }) => `topic ${String(name)}`,
};
