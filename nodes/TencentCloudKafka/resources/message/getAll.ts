import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { resultList } from '../../api/pages';
import { position } from './fields';

/** Lists messages from an offset on. CKafka FetchMessageListByOffset; no keys, no values, 20 at most. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description:
		'Get the offset and time of up to 20 messages starting from an offset, without their content; to get more, start from the offset after the last message',
	api: 'FetchMessageListByOffset',
	request: post('/'),
	kind: 'read',
	fields: position('Offset of the first message in its partition, starting from 0'),
	options: [
		integer('SinglePartitionRecordNumber', 'Maximum Messages', {
			range: [1, 20],
			default: 20,
			description: 'Maximum number of messages to return',
		}),
	],
	outcome: (answer) => resultList(answer).map((json) => ({ json })),
};
