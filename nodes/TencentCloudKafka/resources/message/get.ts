import { Failure } from '../../../shared/failure';
import type { Field } from '../../../shared/field';
import { integer } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { one, post } from '../../../shared/operation';
import { instance, topicName } from '../../fields';
import { resultList } from '../../requests';

const place = (offset: string): Field[] => [
	instance(),
	topicName('Topic'),
	integer('Partition', 'Partition', {
		required: true,
		range: [0, Infinity],
		description: 'Number of the partition, counted from 0',
	}),
	integer('Offset', 'Offset', { required: true, range: [0, Infinity], description: offset }),
];

/** Reads one message. CKafka FetchMessageByOffset. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get message',
	description: 'Get key and value of the message at an offset of a partition',
	api: 'FetchMessageByOffset',
	request: post('/'),
	effect: 'read',
	fields: place('Place of the message in its partition, counted from 0'),
	outcome: (message, { body }) => {
		if (message.Offset !== undefined) return one(message);
		throw new Failure('refused', `there is no message at offset ${String(body?.Offset)}`, {
			mend: "Deleted and compacted messages are gone. 'Get Many' lists those that are there.",
		});
	},
};

/** Lists messages from an offset on. CKafka FetchMessageListByOffset; no keys, no values, 20 at most. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description:
		'Get offset and time of up to 20 messages from an offset on, without their content; go on with the offset after the last one',
	api: 'FetchMessageListByOffset',
	request: post('/'),
	effect: 'read',
	fields: place('Place of the first message in its partition, counted from 0'),
	options: [
		integer('SinglePartitionRecordNumber', 'Most Messages', {
			range: [1, 20],
			default: 20,
			description: 'How many messages to return at most',
		}),
	],
	outcome: (answer) => resultList(answer).map((json) => ({ json })),
};
