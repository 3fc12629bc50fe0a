import type { Operation } from '../../../../shared/contract/operation';
import { put, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { connectorTaskPaused } from '../../../completions/connectorTask';
import { instance } from '../../../fields';
import { connectorTask } from './fields';

/** Pauses a task, which has to be RUNNING. DMS for Kafka API Reference, PauseConnectorTask; 204 without a body. */
export const pause: Operation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause smart connect task',
	description: 'Pause a running Smart Connect task; nothing is copied until you resume it',
	api: 'PauseConnectorTask',
	request: put('/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/pause'),
	kind: 'change',
	fields: [instance(), connectorTask()],
	outcome: (_body, _request, item) =>
		singleItem(withInstance({ pausing: true, id: item.nodeParameter('taskId') }, item)),
	subject: ({ id }) => `Smart Connect task ${String(id)} paused`,
	completion: connectorTaskPaused,
};
