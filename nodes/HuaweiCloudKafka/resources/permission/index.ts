import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';
import { set } from './set';

export const permission: Resource = {
	value: 'permission',
	name: 'Permission',
	operations: [get, set],
};
