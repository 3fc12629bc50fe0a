import type { Resource } from '../../../../shared/contract/operation';
import { create } from './create';
import { get } from './get';
import { stop } from './stop';

export const rebalanceLog: Resource = {
	value: 'rebalanceLog',
	name: 'Rebalance Log',
	operations: [get, create, stop],
};
