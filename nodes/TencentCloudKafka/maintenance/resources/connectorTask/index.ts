import type { Resource } from '../../../../shared/contract/operation';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { pause } from './pause';
import { restart } from './restart';
import { resume } from './resume';

export const connectorTask: Resource = {
	value: 'connectorTask',
	name: 'Connector Task',
	operations: [getAll, get, pause, resume, restart, remove],
};
