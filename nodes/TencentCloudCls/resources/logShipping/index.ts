import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { pause } from './pause';
import { resume } from './resume';
import { update } from './update';

export const logShipping: Resource = {
	value: 'logShipping',
	name: 'Log Shipping to Kafka',
	operations: [create, getAll, get, update, pause, resume, remove],
};
