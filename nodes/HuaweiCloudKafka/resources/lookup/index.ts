import type { Resource } from '../../../shared/contract/operation';
import { getProducts } from './getProducts';
import { getQuotas } from './getQuotas';
import { getZones } from './getZones';

export const lookup: Resource = {
	value: 'lookup',
	name: 'Lookup',
	operations: [getProducts, getZones, getQuotas],
};
