import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { connectorTaskSubject } from '../../../api/connectors';
import { fromRequest } from '../../../api/records';
import { connectorTaskRuns } from '../../../completions/connectorTask';
import { connectorTask } from './fields';

/** Restarts a task that has failed. CKafka RestartDatahubTask; the result may be null. */
export const restart: Operation = {
	value: 'restart',
	name: 'Restart',
	action: 'Restart connector task',
	description: 'Restart a connector task that has failed',
	api: 'RestartDatahubTask',
	request: post('/'),
	kind: 'change',
	fields: [connectorTask()],
	outcome: (_answer, request) => singleItem({ restarted: true, ...fromRequest(request, 'TaskId') }),
	subject: connectorTaskSubject,
	completion: connectorTaskRuns,
};
