import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { RebalanceLog } from '../model/contents';
import type { Instance } from '../model/instance';
import type { Context, Handler } from '../requests/context';
import { startJob } from '../requests/jobs';

/** Tasks that turn logs on and off, of which an instance does one at a time. */
const TASKS = ['openKafkaLog', 'closeKafkaLog', 'openKafkaRebalanceLog', 'closeKafkaRebalanceLog'];

const FILES: Record<string, string> = { REBALANCE: 'coordinator.log', topic_log: 'topic.log' };

/** The log of a type; that of rebalances is the same as under its older paths. */
const logOf = (instance: Instance, type: string): RebalanceLog | null =>
	type === 'REBALANCE' ? instance.rebalanceLog : instance.topicLog;

function setLog(instance: Instance, type: string, log: RebalanceLog): true {
	if (type === 'REBALANCE') instance.rebalanceLog = log;
	else instance.topicLog = log;
	return true;
}

/** The instance, refused while one of its logs is being switched. */
function idle(context: Context): Instance {
	const instance = context.runningInstance();
	const isBusy = instance.tasks.some(
		({ name, status }) => TASKS.includes(name) && status === 'EXECUTING',
	);
	if (isBusy) refuse('DMS.00501008');
	return instance;
}

export const StartKafkaLogTask: Handler = (request, context) => {
	const { log_type: type } = request.path;
	const { log_task_list: places = [] } = request.body as {
		log_task_list?: Array<Record<string, string>>;
	};
	for (const place of places) {
		if (![0, 3].includes(Object.keys(place).length)) {
			refuse('DMS.00400062', 'Give file, group and stream, or none of them.');
		}
	}
	const instance = idle(context);
	const known = logOf(instance, type);
	if (known?.status === 'OPEN') refuse('DMS.00400062', 'The log already exists.');
	const { ids } = context.state;
	const { now } = context;
	const log = known ?? {
		id: ids.hex(),
		groupId: ids.uuid(),
		streamId: ids.uuid(),
		createdAt: now,
	};
	const job_id = startJob(context, instance, { name: TASKS[0], params: {} }, () =>
		setLog(instance, type, { ...log, status: 'OPEN', updatedAt: now }),
	);
	return json(200, { job_id });
};

export const StopKafkaLogTask: Handler = (request, context) => {
	const { log_type: type } = request.path;
	const instance = idle(context);
	const log = logOf(instance, type);
	if (log?.status !== 'OPEN') refuse('DMS.00501007');
	const { now } = context;
	const job_id = startJob(context, instance, { name: TASKS[1], params: {} }, () =>
		setLog(instance, type, { ...log, status: 'CLOSE', updatedAt: now }),
	);
	return json(200, { job_id });
};

/** The record of a log; one that was never on has none. */
export const ShowKafkaLogTask: Handler = (request, context) => {
	const { log_type } = request.path;
	const instance = context.instance();
	const log = logOf(instance, log_type);
	const record = log && {
		id: log.id,
		instance_id: instance.id,
		log_group_id: log.groupId,
		log_stream_id: log.streamId,
		dashboard_id: null,
		status: log.status,
		log_type,
		log_file_name: FILES[log_type],
		created_at: log.createdAt,
		updated_at: log.updatedAt,
	};
	return json(200, { log_response_list: record ? [record] : [] });
};
