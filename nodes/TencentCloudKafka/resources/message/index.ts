import type { Resource } from '../../../shared/contract/operation';
import { get, getAll } from './get';
import { send } from './send';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [getAll, get, send],
};
