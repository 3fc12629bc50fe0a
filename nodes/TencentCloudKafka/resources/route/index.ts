import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { getAllowedAddresses } from './getAllowedAddresses';
import { setAllowedAddresses } from './setAllowedAddresses';

export const route: Resource = {
	value: 'route',
	name: 'Route',
	operations: [getAll, create, remove, getAllowedAddresses, setAllowedAddresses],
};
