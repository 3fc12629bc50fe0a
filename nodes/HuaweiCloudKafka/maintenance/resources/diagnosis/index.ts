import type { Resource } from '../../../../shared/contract/operation';
import { check } from './check';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const diagnosis: Resource = {
	value: 'diagnosis',
	name: 'Diagnosis',
	operations: [check, create, getAll, get, remove],
};
