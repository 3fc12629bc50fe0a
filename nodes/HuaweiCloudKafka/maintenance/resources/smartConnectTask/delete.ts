import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { connectorTaskGone } from '../../../completions/connectorTask';
import { instance } from '../../../fields';
import { connectorTask } from './fields';

/** Deletes a task. DMS for Kafka API Reference, DeleteConnectorTask; 204 without a body. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete smart connect task',
	description: 'Delete a Smart Connect task and its progress; data that it has copied stays',
	api: 'DeleteConnectorTask',
	request: del('/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}'),
	kind: 'delete',
	fields: [instance(), connectorTask()],
	outcome: (_body, _request, item) =>
		singleItem(withInstance({ deleted: true, id: item.nodeParameter('taskId') }, item)),
	subject: ({ id }) => `Smart Connect task ${String(id)} deleted`,
	completion: connectorTaskGone,
};
