import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, integer } from '../../../shared/form/fields';
import { findTopic } from '../../api/find';
import { fromRequest, matchesOf, momentOf, nameOf } from '../../api/records';
import { topicStatus } from '../../api/status';
import { topicListed } from '../../completions/topic';
import { instance, newTopicName } from '../../fields';
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
	kind: 'create',
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
			hint: 'Cannot exceed the number of brokers; each replica counts toward the partitions of the instance',
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
	outcome: ({ TopicId }, request) =>
		singleItem({
			...(nameOf(TopicId) !== undefined && { TopicId }),
			...fromRequest(request, 'TopicName', 'InstanceId'),
		}),
	find: {
		matches: async (item, request) => {
			const { InstanceId, TopicName } = request.body ?? {};
			const topic = await findTopic(item, InstanceId, TopicName);
			// One that is being deleted is neither there to stay nor the one that was just made.
			const isLeaving = topic && ['gone', 'pending'].includes(topicStatus(topic.Status).kind);
			return isLeaving ? [] : matchesOf(topic, request);
		},
		key: 'TopicId',
		nameField: 'TopicName',
		createdAt: ({ CreateTime: time }) => momentOf(time),
	},
	simple,
	subject: ({ TopicName: name }) => `topic ${String(name)}`,
	completion: topicListed,
};
