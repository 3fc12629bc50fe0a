import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { choice, integer, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post, put } from '../../../shared/contract/operation';
import { meaningOf } from '../../api/decode';
import { offsetsReset } from '../../completions/instance';
import { groupInPath, instance, moment, topicNames } from '../../fields';

/** The one field that goes with the choice above it. */
const shownFor = (target: string) => ({ required: true, show: { resetTo: [target] } });

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
	fields: [
		instance(),
		groupInPath(),
		integer('partition', 'Partition', {
			required: true,
			default: -1,
			hint: 'Partition number, or -1 for all partitions',
		}),
		choice('resetTo', 'Reset To', {
			place: 'none',
			values: { offset: 'Offset', time: 'Time' },
		}),
		integer('message_offset', 'Offset', {
			...shownFor('offset'),
			hint: '0 for the earliest message; a number beyond the last offset for the latest message',
		}),
		moment('timestamp', 'Timestamp (Ms)', 'Time of the first message to read', shownFor('time')),
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
	outcome: (_body, { body }, item) =>
		one({
			reset: true,
			group_id: item.parameter('group'),
			...body,
			instance_id: item.parameter('instanceId'),
		}),
	subject: ({ group_id: name }) => `offsets of consumer group ${String(name)} reset`,
	completion: offsetsReset,
};

/** Deletes offsets. DMS for Kafka API Reference 5.5.10; 200 with a result for each topic. */
export const deleteOffsets: Operation = {
	value: 'deleteOffsets',
	name: 'Delete Offsets',
	action: 'Delete offsets of consumer group',
	description: 'Delete the offsets of a consumer group for topics that it no longer reads',
	api: 'DeleteConsumerGroupOffsets',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/delete-offset'),
	fields: [instance(), groupInPath(), topicNames()],
	outcome: ({ topics }, { body }, item) => {
		const results = (topics ?? []) as IDataObject[];
		return ((body?.topics ?? []) as string[]).map((name) => {
			const result = results.find((candidate) => candidate.name === name);
			const deleted = result?.success === true;
			const reason = result?.error_code === undefined ? '' : `: ${meaningOf(result.error_code)}`;
			return {
				json: { deleted, name, group_id: item.parameter('group') },
				...(!deleted && { failed: `offsets in topic ${name} were not deleted${reason}` }),
			};
		});
	},
	subject: ({ name }) => `offsets in topic ${String(name)} deleted`,
};
