import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, integer } from '../../../shared/form/fields';
import { fromRequest, taskOf } from '../../api/records';
import { topicSized } from '../../completions/topic';
import { instance, topicName } from '../../fields';
import { checkChange } from '../checks';
import { checkSettings, note, settings } from './settings';

/** Throughput limit; the name says bytes, the unit is MB/s. */
const rateLimit = (wireName: string, displayName: string, what: string): Field =>
	integer(wireName, displayName, {
		default: -1,
		description: `Maximum ${what} rate; -1 removes the limit`,
	});

/** Changes a topic. CKafka ModifyTopicAttributes; what is left out stays as it is. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update topic',
	description: 'Change the settings, replicas, allowed IPs, or limits of a topic',
	api: 'ModifyTopicAttributes',
	request: post('/'),
	kind: 'change',
	fields: [instance(), topicName()],
	options: [
		choice('CleanUpPolicy', 'Cleanup Policy', {
			values: { delete: 'Delete Old Messages', compact: 'Compact by Key' },
		}),
		note('Leave empty to remove the note'),
		integer('RetentionMs', 'Retention (Ms)', {
			range: [60_000, Infinity],
			// Not the two hours of a new topic, which would delete what an existing one holds.
			default: 604_800_000,
			description: 'Message retention, one minute or more; older messages are deleted',
		}),
		rateLimit('QuotaProducerByteRate', 'Producer Limit (MB/s)', 'producer'),
		rateLimit('QuotaConsumerByteRate', 'Consumer Limit (MB/s)', 'consumer'),
		integer('ReplicaNum', 'Replicas', {
			range: [1, 3],
			default: 2,
			description: 'Cannot exceed the number of brokers',
		}),
		...settings(),
	],
	check: (request) => {
		checkSettings(request);
		checkChange(request.body ?? {}, ['InstanceId', 'TopicName'], 'Add at least one setting.');
	},
	outcome: (answer, request) =>
		singleItem({
			...fromRequest(request, 'TopicName', 'InstanceId'),
			updated: true,
			// What a wait looks for.
			...(request.body?.ReplicaNum !== undefined && fromRequest(request, 'ReplicaNum')),
			...taskOf(answer),
		}),
	subject: ({ TopicName: name }) => `topic ${String(name)} updated`,
	completion: topicSized,
};
