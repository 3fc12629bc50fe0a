import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const recycleBin: Resource = {
	value: 'recycleBin',
	name: 'Recycle Bin',
	operations: [getAll],
};
