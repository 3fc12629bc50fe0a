import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { connectorTaskSubject } from '../../../api/connectors';
import { fromRequest } from '../../../api/records';
import { connectorTaskPaused } from '../../../completions/connectorTask';
import { connectorTask } from './fields';

/** Pauses a task. CKafka PauseDatahubTask; the result may be null. */
export const pause: Operation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause connector task',
	description: 'Pause a connector task',
	api: 'PauseDatahubTask',
	request: post('/'),
	kind: 'change',
	fields: [connectorTask()],
	outcome: (_answer, request) => singleItem({ paused: true, ...fromRequest(request, 'TaskId') }),
	subject: connectorTaskSubject,
	completion: connectorTaskPaused,
};
