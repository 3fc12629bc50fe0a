import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { beginConnector, beginConnectorDeletion } from '../model/connector';
import { refuseWhileRunning } from '../requests/jobs';
import type { Handler } from '../requests/context';

/** Nodes of Smart Connect where the request names no number. */
const NODES = 2;

/** Switches Smart Connect on; an instance has it only once. */
export const CreateConnector: Handler = (request, context) => {
	const { node_cnt = NODES } = request.body as { node_cnt?: number | string };
	const instance = context.runningInstance();
	if (instance.connectorEnable) refuse('DMS.00400062', 'Smart Connect is enabled already.');
	refuseWhileRunning(instance, 'createConnector');
	const job_id = context.state.ids.uuid();
	const connector = { id: context.state.ids.uuid(), nodes: Number(node_cnt), tasks: [] };
	beginConnector(instance, job_id, connector, context.now);
	return json(200, { job_id, connector_id: connector.id });
};

/** Switches Smart Connect off, and ends its tasks. */
export const DeleteConnector: Handler = (_request, context) => {
	const instance = context.runningInstance();
	if (!instance.connectorEnable) refuse('DMS.00400062', 'Smart Connect is not enabled.');
	refuseWhileRunning(instance, 'deleteConnector');
	const job_id = context.state.ids.uuid();
	beginConnectorDeletion(instance, job_id, context.now);
	return json(200, { job_id });
};
