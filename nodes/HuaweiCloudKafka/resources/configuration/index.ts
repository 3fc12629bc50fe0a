import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';
import { update } from './update';

export const configuration: Resource = {
	value: 'configuration',
	name: 'Instance Configuration',
	operations: [get, update],
};
