import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';
import { getAll } from './getAll';
import { send } from './send';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [getAll, get, send],
};
