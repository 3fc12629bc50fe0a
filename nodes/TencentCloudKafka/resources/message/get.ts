import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { wholeNumber } from '../../api/records';
import { offset, partitionOfTopic } from './fields';

/** Reads one message. CKafka FetchMessageByOffset. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get message',
	description: 'Get the key and value of the message at a given offset of a partition',
	api: 'FetchMessageByOffset',
	request: post('/'),
	kind: 'read',
	fields: [
		...partitionOfTopic(),
		offset('Offset of the message in its partition, starting from 0'),
	],
	outcome: (message, { body }) => {
		if (wholeNumber(message.Offset) !== undefined) return singleItem(message);
		throw new Failure('refused', `no message exists at offset ${String(body?.Offset)}`, {
			advice:
				"Deleted and compacted messages no longer exist. Use 'Get Many' to list the existing messages.",
		});
	},
};
