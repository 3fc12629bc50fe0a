import { flag, integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { readList } from '../../../shared/contract/pages';
import { instance, newTopicName, topicConfigs } from '../../fields';
import { listTopics, topicPages } from '../../api/requests';
import { simple } from './simple';

/** Creates a topic. DMS for Kafka API Reference 5.4.4; 200 answers `{ name }`. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create topic',
	description: 'Create a topic on an instance',
	api: 'CreateInstanceTopic',
	request: post('/v2/{project_id}/instances/{instance_id}/topics'),
	fields: [
		instance(),
		newTopicName(),
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
	outcome: (answer, _request, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId') }),
	find: {
		matches: async (item, { body }) => {
			const request = listTopics(item.parameter('instanceId'));
			const { rows: topics } = await readList(
				async (page) => await item.call(page),
				request,
				topicPages,
				Infinity,
			);
			const instance_id: string = item.parameter('instanceId');
			return topics
				.filter(({ name }) => name === body?.id)
				.map((topic) => ({ ...topic, instance_id }));
		},
		key: 'name',
		severalPossible: false,
		madeAt: ({ created_at: time }) => Number(time) || undefined,
	},
	simple: [...simple, 'instance_id'],
	subject: ({ name }) => `topic ${String(name)}`,
};
