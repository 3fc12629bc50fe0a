import { choice, integer } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { topicListed } from '../../completions/topic';
import { instance, newTopicName } from '../../fields';
import { findTopic, madeAt } from '../../api/contents';
import { checkSettings, note, settings } from './settings';
import { simple } from './simple';

/** Creates a topic. CKafka CreateTopic; the answer holds its ID, the list may show it a little later. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create topic',
	description: 'Create a topic on an instance',
	api: 'CreateTopic',
	request: post('/'),
	fields: [
		instance(),
		newTopicName(),
		integer('PartitionNum', 'Partitions', {
			required: true,
			range: [1, Infinity],
			default: 3,
			hint: 'Maximum number of consumers in a group that can read in parallel',
		}),
		integer('ReplicaNum', 'Replicas', {
			required: true,
			range: [1, 3],
			default: 2,
			hint: 'Cannot exceed the number of brokers',
		}),
	],
	options: [
		choice('CleanUpPolicy', 'Cleanup Policy', {
			values: {
				delete: 'Delete Old Messages',
				compact: 'Compact by Key',
				'compact, delete': 'Compact and Delete',
			},
		}),
		note('Note about the topic'),
		integer('RetentionMs', 'Retention (Ms)', {
			range: [60_000, 7_776_000_000],
			default: 7_200_000,
			description: 'Message retention, from one minute to 90 days; 604800000 is one week',
		}),
		...settings(),
	],
	check: checkSettings,
	outcome: ({ TopicId }, { body }) =>
		one({ TopicId, TopicName: body?.TopicName, InstanceId: body?.InstanceId }),
	find: {
		matches: async (item, { body = {} }) => {
			const topic = await findTopic(item, body.InstanceId, body.TopicName);
			// One that is being deleted is neither there to stay nor the one that was just made.
			return topic?.Status === 0 ? [{ ...topic, InstanceId: body.InstanceId }] : [];
		},
		key: 'TopicId',
		severalPossible: false,
		madeAt: ({ CreateTime: time }) => madeAt(time),
	},
	simple,
	subject: ({ TopicName: name }) => `topic ${String(name)}`,
	completion: topicListed,
};
