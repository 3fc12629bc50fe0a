import type { Resource } from '../../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { turnOnOrOff } from './turnOnOrOff';

export const scalingRule: Resource = {
	value: 'scalingRule',
	name: 'Scaling Rule',
	operations: [getAll, create, turnOnOrOff, remove],
};
