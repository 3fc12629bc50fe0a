import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { connectorTaskSubject } from '../../../api/connectors';
import { fromRequest } from '../../../api/records';
import { connectorTaskGone } from '../../../completions/connectorTask';
import { connectorTask } from './fields';

/** Deletes a task. CKafka DeleteDatahubTask; the result may be null. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete connector task',
	description: 'Delete a connector task; its connections and topics stay',
	api: 'DeleteDatahubTask',
	request: post('/'),
	kind: 'delete',
	fields: [connectorTask()],
	outcome: (_answer, request) => singleItem({ deleted: true, ...fromRequest(request, 'TaskId') }),
	subject: connectorTaskSubject,
	completion: connectorTaskGone,
};
