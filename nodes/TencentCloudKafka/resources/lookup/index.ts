import type { Resource } from '../../../shared/contract/operation';
import { getRegions } from './getRegions';
import { getZones } from './getZones';

export const lookup: Resource = {
	value: 'lookup',
	name: 'Lookup',
	operations: [getZones, getRegions],
};
