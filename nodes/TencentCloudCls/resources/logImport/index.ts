import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { pause } from './pause';
import { preview } from './preview';
import { start } from './start';
import { update } from './update';

export const logImport: Resource = {
	value: 'logImport',
	name: 'Log Import From Kafka',
	operations: [create, getAll, update, pause, start, remove, preview],
};
