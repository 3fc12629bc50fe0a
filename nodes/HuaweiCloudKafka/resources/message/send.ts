import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { rows, text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { instance, topicInBody } from '../../fields';

/**
 * Sends one message. DMS for Kafka API Reference 5.4.3; the list of properties has to be there even
 * when it is empty, and the partition is text in it.
 */
export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Send one message to a topic; to send many messages, use a Kafka client',
	api: 'SendKafkaMessage',
	request: post('/v2/{project_id}/instances/{instance_id}/messages/action'),
	kind: 'change',
	constant: { query: { action_id: 'send' } },
	fields: [
		instance(),
		topicInBody(),
		text('body', 'Message', {
			name: 'messageBody',
			required: true,
			rows: 4,
			placeholder: 'e.g. {"order": 17}',
		}),
		rows('property_list', 'Message Properties', {
			required: true,
			count: [0, Infinity],
			entry: 'Property',
			description: 'Key, partition, and other properties of the message',
			fields: [
				text('name', 'Name', {
					required: true,
					placeholder: 'e.g. KEY',
					description: 'KEY for the message key, PARTITION for the partition number',
				}),
				text('value', 'Value', { required: true, placeholder: 'e.g. order-17' }),
			],
		}),
	],
	outcome: (answer, { body }, item) =>
		singleItem(withInstance({ sent: true, topic: body?.topic, ...answer }, item)),
	subject: ({ topic }) => `message sent to topic ${String(topic)}`,
};
