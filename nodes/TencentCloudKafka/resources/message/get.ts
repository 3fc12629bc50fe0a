import { Failure } from '../../../shared/contract/failure';
import type { Field } from '../../../shared/contract/field';
import { integer } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { instance, topicName } from '../../fields';
import { resultList } from '../../api/requests';

const place = (offset: string): Field[] => [
	instance(),
	topicName('Topic'),
	integer('Partition', 'Partition', {
		required: true,
		range: [0, Infinity],
		description: 'Partition number, starting from 0',
	}),
	integer('Offset', 'Offset', { required: true, range: [0, Infinity], description: offset }),
];

/** Reads one message. CKafka FetchMessageByOffset. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get message',
	description: 'Get the key and value of the message at a given offset of a partition',
	api: 'FetchMessageByOffset',
	request: post('/'),
	effect: 'read',
	fields: place('Offset of the message in its partition, starting from 0'),
	outcome: (message, { body }) => {
		if (message.Offset !== undefined) return one(message);
		throw new Failure('refused', `no message exists at offset ${String(body?.Offset)}`, {
			mend: "Deleted and compacted messages no longer exist. Use 'Get Many' to list the existing messages.",
		});
	},
};

/** Lists messages from an offset on. CKafka FetchMessageListByOffset; no keys, no values, 20 at most. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description:
		'Get the offset and time of up to 20 messages starting from an offset, without their content; to get more, start from the offset after the last message',
	api: 'FetchMessageListByOffset',
	request: post('/'),
	effect: 'read',
	fields: place('Offset of the first message in its partition, starting from 0'),
	options: [
		integer('SinglePartitionRecordNumber', 'Maximum Messages', {
			range: [1, 20],
			default: 20,
			description: 'Maximum number of messages to return',
		}),
	],
	outcome: (answer) => resultList(answer).map((json) => ({ json })),
};
