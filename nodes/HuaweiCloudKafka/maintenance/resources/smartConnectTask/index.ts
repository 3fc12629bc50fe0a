import type { Resource } from '../../../../shared/contract/operation';
import { checkConnection } from './checkConnection';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { pause } from './pause';
import { restart } from './restart';
import { resume } from './resume';

export const smartConnectTask: Resource = {
	value: 'smartConnectTask',
	name: 'Smart Connect Task',
	operations: [create, getAll, get, pause, resume, restart, remove, checkConnection],
};
