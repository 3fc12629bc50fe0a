import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';
import { restore } from './restore';
import { updatePolicy } from './updatePolicy';

export const recycleBin: Resource = {
	value: 'recycleBin',
	name: 'Recycle Bin',
	operations: [getAll, restore, updatePolicy],
};
