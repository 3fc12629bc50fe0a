import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, integer } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { flowDone } from '../../completions/instance';
import { instance, topicName } from '../../fields';
import { flowOf } from '../../api/requests';
import { checkSettings, note, settings } from './settings';

/** What names the topic; everything else is a change. */
const TARGET = ['InstanceId', 'TopicName'];

function check(request: ApiRequest): void {
	checkSettings(request);
	if (Object.keys(request.body ?? {}).some((name) => !TARGET.includes(name))) return;
	throw new BadInput('Options', 'has nothing to change', 'Add at least one setting.');
}

/** Throughput limit; the name says bytes, the unit is MB/s. */
const rateLimit = (parameter: string, displayName: string, what: string): Field =>
	integer(parameter, displayName, {
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
	check,
	outcome: (answer, { body }) =>
		one({
			TopicName: body?.TopicName,
			InstanceId: body?.InstanceId,
			updated: true,
			...flowOf(answer),
		}),
	subject: ({ TopicName: name }) => `topic ${String(name)} updated`,
	completion: flowDone,
};
