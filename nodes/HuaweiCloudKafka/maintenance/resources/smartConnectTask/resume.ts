import type { Operation } from '../../../../shared/contract/operation';
import { put, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { connectorTaskResumed } from '../../../completions/connectorTask';
import { instance } from '../../../fields';
import { connectorTask } from './fields';

/** Lets a task that is PAUSED go on where it stopped. DMS for Kafka API Reference, ResumeConnectorTask; 204 without a body. */
export const resume: Operation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume smart connect task',
	description: 'Resume a paused Smart Connect task where it stopped',
	api: 'ResumeConnectorTask',
	request: put('/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}/resume'),
	kind: 'change',
	fields: [instance(), connectorTask()],
	outcome: (_body, _request, item) =>
		singleItem(withInstance({ resuming: true, id: item.nodeParameter('taskId') }, item)),
	subject: ({ id }) => `Smart Connect task ${String(id)} resumed`,
	completion: connectorTaskResumed,
};
