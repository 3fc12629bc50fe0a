import type { Operation } from '../../../shared/contract/operation';
import { get as GET, singleItem } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { instance } from '../../fields';
import { taskInPath } from './fields';

/** Gets one task. DMS for Kafka API Reference 5.8.2; the answer is a list of one. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get background task',
	description: 'Get a background task and its status',
	api: 'ShowBackgroundTask',
	request: GET('/v2/{project_id}/instances/{instance_id}/tasks/{task_id}'),
	kind: 'read',
	fields: [instance(), taskInPath()],
	outcome: (body) => {
		const [found] = listIn(body, 'tasks');
		return found ? singleItem(found) : [];
	},
};
