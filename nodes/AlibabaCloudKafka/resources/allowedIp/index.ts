import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';
import { update } from './update';

export const allowedIp: Resource = {
	value: 'allowedIp',
	name: 'Allowed IP',
	operations: [get, update],
};
