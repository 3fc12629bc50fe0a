import type { Resource } from '../../../shared/contract/operation';
import { deleteMany } from './delete';
import { getAll, search, searchByOffset } from './find';
import { getByOffset, getEarliest, getLatest } from './get';
import { send } from './send';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [
		getAll,
		deleteMany,
		getByOffset,
		getEarliest,
		getLatest,
		search,
		searchByOffset,
		send,
	],
};
