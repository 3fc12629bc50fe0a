import type { Operation } from '../../../../shared/contract/operation';
import { put, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { connectorTaskRestarted } from '../../../completions/connectorTask';
import { instance } from '../../../fields';
import { connectorTask } from './fields';

/** Starts a task that waits, or begins one anew: it copies everything again. DMS for Kafka API Reference, RestartConnectorTask; 204 without a body. */
export const restart: Operation = {
	value: 'restart',
	name: 'Restart',
	action: 'Restart smart connect task',
	description: 'Start a Smart Connect task that waits, or restart one from the beginning',
	api: 'RestartConnectorTask',
	request: put('/v2/{project_id}/kafka/instances/{instance_id}/connector/tasks/{task_id}/restart'),
	kind: 'change',
	warning:
		'A task that has already run copies everything again from the beginning, so messages arrive twice. To continue after a pause, use Resume.',
	fields: [instance(), connectorTask()],
	outcome: (_body, _request, item) =>
		singleItem(withInstance({ restarting: true, id: item.nodeParameter('taskId') }, item)),
	subject: ({ id }) => `Smart Connect task ${String(id)} restarted`,
	completion: connectorTaskRestarted,
};
