import { SECOND } from '../../core/clock';
import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { lead } from '../model/connector';
import type { Connector, ConnectorTask } from '../model/contents';
import { page } from '../requests/checks';
import type { Context, Handler } from '../requests/context';

const DEFAULT_PAGE = 10;
/** Tasks that an instance may have, as in the reference's example. */
const QUOTA = 18;
/** From a request until the status changes, and how long the change takes. */
const LAG = 5 * SECOND;
const CHANGE = 10 * SECOND;
const SECRETS = ['password', 'access_key', 'secret_key'];

interface TaskBody {
	task_name?: string;
	start_later?: boolean;
	topics?: string;
	topics_regex?: string;
	source_type?: string;
	source_task?: Record<string, unknown>;
	sink_type?: string;
	sink_task?: Record<string, unknown>;
}

function connectorOf(context: Context): Connector {
	const { connector } = context.instance();
	return connector ?? refuse('DMS.00400062', 'Smart Connect is not enabled.');
}

const record = ({ id, status, createdAt, settings }: ConnectorTask) => ({
	...settings,
	id,
	status,
	create_time: createdAt,
});

const withoutSecrets = (settings?: Record<string, unknown>) =>
	settings
		? Object.fromEntries(Object.entries(settings).filter(([name]) => !SECRETS.includes(name)))
		: null;

/** Refuses what a task cannot be made of. */
function check(body: TaskBody): void {
	const { topics, topics_regex, source_task: source = {} } = body;
	const need = (isThere: boolean, what: string) => {
		if (!isThere) refuse('DMS.00400062', what);
	};
	need(Boolean(body.task_name), 'task_name is missing.');
	const mapped = source.topics_mapping !== undefined;
	const ways = [topics, topics_regex].filter((one) => one !== undefined).length;
	need(ways === 1 || (ways === 0 && mapped), 'Give topics or topics_regex.');
	const copies = body.source_type === 'KAFKA_REPLICATOR_SOURCE';
	need(copies !== (body.sink_type === 'OBS_SINK'), 'Give a source or a target.');
	if (copies) checkPeer(source);
	else {
		const sink = body.sink_task ?? {};
		const missing = ['access_key', 'secret_key', 'obs_bucket_name'].filter((name) => !sink[name]);
		need(missing.length === 0, `${missing.join(', ')} missing in sink_task.`);
	}
}

function checkPeer(source: Record<string, unknown>): void {
	const { instance_id, bootstrap_servers, security_protocol, user_name, password } = source;
	if ((instance_id === undefined) === (bootstrap_servers === undefined)) {
		refuse('DMS.00400062', 'Give instance_id or bootstrap_servers.');
	}
	const isSecured = String(security_protocol).startsWith('SASL');
	if (isSecured && (!user_name || !password)) refuse('DMS.40001016');
	if (source.rename_topic_enabled === true && source.topics_mapping !== undefined) {
		refuse('DMS.00400062', 'rename_topic_enabled excludes topics_mapping.');
	}
}

/** Makes a task, which runs at once or waits to be started; two of one name are possible. */
export const CreateConnectorTask: Handler = (request, context) => {
	const body = request.body as TaskBody;
	const connector = connectorOf(context);
	check(body);
	const { start_later: waits = false, source_task, sink_task, ...settings } = body;
	const task: ConnectorTask = {
		id: context.state.ids.uuid(),
		status: 'CREATING',
		createdAt: context.now,
		settings: {
			source_type: 'NONE',
			sink_type: 'NONE',
			...settings,
			source_task: withoutSecrets(source_task),
			sink_task: withoutSecrets(sink_task),
		},
		changes: 0,
	};
	connector.tasks.push(task);
	lead(context.instance(), task, context.now, [[CHANGE, waits ? 'WAITING' : 'RUNNING']]);
	return json(200, record(task));
};

export const ListConnectorTasks: Handler = (request, context) => {
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	const { tasks } = connectorOf(context);
	return json(200, {
		tasks: page(tasks, offset, limit, 'DMS.00400062').map(record),
		total_number: tasks.length,
		max_tasks: QUOTA,
		quota_tasks: Math.max(0, QUOTA - tasks.length),
	});
};

function taskOf(context: Context, id: string): ConnectorTask {
	const task = connectorOf(context).tasks.find((one) => one.id === id);
	return task ?? refuse('DMS.00404001', `Task ${id} does not exist.`);
}

export const ShowConnectorTask: Handler = (request, context) =>
	json(200, record(taskOf(context, request.path.task_id)));

export const DeleteConnectorTask: Handler = (request, context) => {
	const task = taskOf(context, request.path.task_id);
	const connector = connectorOf(context);
	connector.tasks = connector.tasks.filter((other) => other !== task);
	return empty();
};

/** A change of the status, which shows after a while; from one status only. */
const changing =
	(from: string[], steps: Array<[after: number, status: string]>): Handler =>
	(request, context) => {
		const task = taskOf(context, request.path.task_id);
		if (!from.includes(task.status)) refuse('DMS.00400026', `Status: ${task.status}.`);
		lead(context.instance(), task, context.now, steps);
		return empty();
	};

export const PauseConnectorTask = changing(['RUNNING'], [[LAG, 'PAUSED']]);
export const ResumeConnectorTask = changing(['PAUSED'], [[LAG, 'RUNNING']]);

const starting = changing(['WAITING'], [[LAG, 'RUNNING']]);
const restarting = changing(
	['RUNNING', 'PAUSED'],
	[
		[LAG, 'RESTARTING'],
		[LAG + CHANGE, 'RUNNING'],
	],
);

/** Starts a task that waits, or begins one anew. */
export const RestartConnectorTask: Handler = (request, context) =>
	taskOf(context, request.path.task_id).status === 'WAITING'
		? starting(request, context)
		: restarting(request, context);

/** Whether the peer can be reached; one that is no instance of the project cannot. */
export const ValidateConnectorConnectivity: Handler = (request, context) => {
	const { task = {} } = request.body as { task?: Record<string, unknown> };
	connectorOf(context);
	checkPeer(task);
	const { instance_id: peer } = task;
	const known = context.state.of(context.project.id).some(({ id }) => id === peer);
	if (peer !== undefined && !known) refuse('DMS.40001016');
	return empty();
};
