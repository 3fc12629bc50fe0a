import type { Operation, Outcome } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { looked, rows, text } from '../../../shared/form/fields';
import { nameOf } from '../../api/records';
import { dataHubs } from '../../lookups/dataHub';

/** Sends messages over HTTP. CKafka SendMessage; it takes a DataHub access ID, not a topic. */
export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send messages',
	description: 'Send messages through DataHub; to send many messages, use a Kafka client',
	api: 'SendMessage',
	request: post('/'),
	kind: 'change',
	fields: [
		looked('DataHubId', 'DataHub Access', {
			required: true,
			placeholder: 'e.g. datahub-r8kq2m5x',
			search: 'searchDataHubs',
			lookup: dataHubs,
			hint: 'This is not an instance',
		}),
		rows('Message', 'Messages', {
			name: 'messages',
			required: true,
			count: [1, 500],
			entry: 'Message',
			description: 'Up to 500 messages',
			fields: [
				text('Body', 'Body', { required: true, rows: 4, placeholder: 'e.g. {"order": 17}' }),
				text('Key', 'Key', {
					placeholder: 'e.g. order-17',
					description: 'Messages with the same key go to the same partition',
				}),
			],
		}),
	],
	outcome: ({ MessageId }, { body }) => {
		const ids = Array.isArray(MessageId) ? MessageId : [];
		return ((body?.Message ?? []) as unknown[]).map((_, index): Outcome => {
			const id = nameOf(ids[index]);
			return {
				json: { sent: id !== undefined, MessageId: id, DataHubId: body?.DataHubId },
				...(id === undefined && {
					failed: `message ${index + 1} received no ID, so it was not accepted`,
				}),
			};
		});
	},
	subject: ({ MessageId: id }) => `message ${String(id)} sent`,
};
