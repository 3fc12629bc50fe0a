import type { Resource } from '../../../../shared/contract/operation';
import { disable } from './disable';
import { enable } from './enable';

export const smartConnect: Resource = {
	value: 'smartConnect',
	name: 'Smart Connect',
	operations: [enable, disable],
};
