import type { Resource } from '../../../shared/contract/operation';
import { remove } from './delete';
import { getAll } from './getAll';
import { getByOffset } from './getByOffset';
import { getEarliest } from './getEarliest';
import { getLatest } from './getLatest';
import { search } from './search';
import { searchByOffset } from './searchByOffset';
import { send } from './send';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [getAll, remove, getByOffset, getEarliest, getLatest, search, searchByOffset, send],
};
