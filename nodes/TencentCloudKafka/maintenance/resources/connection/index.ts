import type { Resource } from '../../../../shared/contract/operation';
import { get } from './get';
import { getAll } from './getAll';

export const connection: Resource = {
	value: 'connection',
	name: 'Connection',
	operations: [getAll, get],
};
