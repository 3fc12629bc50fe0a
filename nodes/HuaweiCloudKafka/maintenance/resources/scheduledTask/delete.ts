import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';
import { scheduledTask } from './fields';

/**
 * Deletes the record of a task that ran well or was cancelled. DMS for Kafka API Reference,
 * DeleteScheduledTask; 204 without a body.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete scheduled task',
	description:
		'Delete the record of a task that succeeded or was cancelled; to stop a task, cancel it with Update',
	api: 'DeleteScheduledTask',
	request: del('/v2/{project_id}/instances/{instance_id}/scheduled-tasks/{task_id}'),
	kind: 'delete',
	fields: [instance(), scheduledTask()],
	outcome: (_body, _request, item) =>
		singleItem(withInstance({ deleted: true, id: item.nodeParameter('taskId') }, item)),
	subject: ({ id }) => `record of scheduled task ${String(id)} deleted`,
};
