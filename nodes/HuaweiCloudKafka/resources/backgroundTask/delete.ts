import type { Operation } from '../../../shared/contract/operation';
import { del, singleItem } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { taskInPath } from './fields';

/** Deletes the record of a task. DMS for Kafka API Reference 5.8.3; 204 without a body. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete background task',
	description: 'Delete the record of a finished background task',
	api: 'DeleteBackgroundTask',
	request: del('/v2/{project_id}/instances/{instance_id}/tasks/{task_id}'),
	kind: 'delete',
	fields: [instance(), taskInPath()],
	outcome: (_body, _request, item) =>
		singleItem({ deleted: true, id: item.nodeParameter('taskId') }),
	subject: ({ id }) => `background task ${String(id)} deleted`,
};
