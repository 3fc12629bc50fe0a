import type { Resource } from '../../../shared/operation';
import { getAll, getAllDetailed } from './lists';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [getAll, getAllDetailed],
};
