import type { Field } from '../../../shared/contract/field';
import { choice, joined, text } from '../../../shared/form/fields';
import { importOf, logTopic } from '../fields';

/** Fields that several operations on imports have. */

export const receiver = (): Field => logTopic('Log topic that receives the messages');

/** An existing import of the log topic. */
export const logImport = (): Field =>
	importOf({ name: 'logImport', required: true, description: 'Import to operate on' });

export const kafkaTopics = (required: boolean): Field =>
	joined('UserKafkaTopics', 'Kafka Topics', {
		required,
		placeholder: 'e.g. orders.created, orders.paid',
		description: 'Topics to import, comma-separated',
	});

export const consumerGroup = (): Field =>
	text('ConsumerGroupName', 'Consumer Group', {
		placeholder: 'e.g. cls-import',
		description: 'Consumer group to read with; by default, CLS uses one of its own',
	});

/** Where reading starts, which cannot be changed later. */
export const startFrom = (): Field =>
	choice('Offset', 'Start From', {
		name: 'startFrom',
		required: true,
		values: { '-2': 'Earliest', '-1': 'Latest' },
		default: '-2',
		asNumber: true,
	});

/** What "Simplify" keeps of an import. */
export const simple = [
	'Id',
	'Name',
	'TopicId',
	'KafkaType',
	'KafkaInstance',
	'ServerAddr',
	'UserKafkaTopics',
	'ConsumerGroupName',
	'status',
	'UpdateTime',
] as const;
