import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, put } from '../../../shared/contract/operation';
import { choice, integer, moment, text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { offsetsReset } from '../../completions/consumerGroup';
import { instance } from '../../fields';
import { groupInPath } from './fields';

/** The one field that goes with the choice above it. */
const shownFor = (target: string) => ({ required: true, show: { resetTo: [target] } });

/** What is sent for all topics, as the Terraform provider does; whether leaving it out works is not known. */
const ALL_TOPICS = '';

/**
 * Resets offsets. DMS for Kafka API Reference 5.5.5; 204 without a body. A position before the first
 * or after the last message is moved to it. Without a topic a background task resets all topics of
 * the group, and the answer does not hold its ID.
 */
export const resetOffsets: Operation = {
	value: 'resetOffsets',
	name: 'Reset Offsets',
	action: 'Reset offsets of consumer group',
	description:
		'Set the position from which a consumer group continues to read; its consumers must be stopped first',
	api: 'ResetMessageOffsetWithEngine',
	request: put(
		'/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/reset-message-offset',
	),
	kind: 'change',
	warning: 'Consumers read messages again or skip them, depending on the new offsets.',
	fields: [
		instance(),
		groupInPath(),
		integer('partition', 'Partition', {
			required: true,
			default: -1,
			hint: 'Partition number, or -1 for all partitions',
		}),
		choice('resetTo', 'Reset To', {
			sentIn: 'none',
			values: { offset: 'Offset', time: 'Time' },
		}),
		integer('message_offset', 'Offset', {
			...shownFor('offset'),
			hint: '0 for the earliest message; a number beyond the last offset for the latest message',
		}),
		moment('timestamp', 'Timestamp', 'Time of the first message to read', shownFor('time')),
	],
	options: [
		text('topic', 'Topic', {
			placeholder: 'e.g. orders.created',
			description: 'Reset only this topic instead of all topics of the consumer group',
		}),
	],
	check: ({ body = {} }) => {
		if (body.message_offset !== undefined || body.timestamp !== undefined) return;
		throw new BadInput(
			'Reset To',
			'is neither an offset nor a time',
			"Use 'offset' or 'time', and set the matching value.",
		);
	},
	before: async (_item, { body = {} }) => {
		body.topic ??= ALL_TOPICS;
	},
	outcome: (_body, { body: { topic, ...rest } = {} }, item) => {
		const only = topic === ALL_TOPICS ? {} : { topic };
		const group = { reset: true, group_id: item.nodeParameter<string>('group') };
		return singleItem(withInstance({ ...group, ...rest, ...only }, item));
	},
	subject: ({ group_id: name }) => `offsets of consumer group ${String(name)} reset`,
	completion: offsetsReset,
};
