import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import type { Context, Handler } from '../requests/context';
import { startJob } from '../requests/jobs';

const OPEN_TASK = 'openKafkaRebalanceLog';
const CLOSE_TASK = 'closeKafkaRebalanceLog';

/** Switches the rebalancing log on (5.2.14), by a background task. */
export const CreateKafkaRebalanceLogTask: Handler = (_request, context) => {
	const instance = idle(context);
	if (instance.rebalanceLog?.status === 'OPEN') refuse('DMS.00400062', 'The log is open already.');
	const { ids } = context.state;
	const log = instance.rebalanceLog ?? {
		id: ids.hex(),
		groupId: ids.uuid(),
		streamId: ids.uuid(),
		createdAt: context.now,
	};
	const { now } = context;
	const job_id = startJob(context, instance, { name: OPEN_TASK, params: {} }, () => {
		instance.rebalanceLog = { ...log, status: 'OPEN', updatedAt: now };
		return true;
	});
	return json(200, { job_id });
};

/** Switches the rebalancing log off (5.2.15), by a background task. */
export const StopKafkaRebalanceLogTask: Handler = (_request, context) => {
	const instance = idle(context);
	const log = instance.rebalanceLog;
	if (log?.status !== 'OPEN') refuse('DMS.00501007');
	const { now } = context;
	const job_id = startJob(context, instance, { name: CLOSE_TASK, params: {} }, () => {
		instance.rebalanceLog = { ...log, status: 'CLOSE', updatedAt: now };
		return true;
	});
	return json(200, { job_id });
};

/** The instance, refused while its log is being switched. */
function idle(context: Context): Instance {
	const instance = context.runningInstance();
	const busy = instance.tasks.some(
		(task) => [OPEN_TASK, CLOSE_TASK].includes(task.name) && task.status === 'EXECUTING',
	);
	if (busy) refuse('DMS.00501008');
	return instance;
}

/** Settings of the rebalancing log (5.2.13); one never switched on reads CLOSE. */
export const ShowKafkaRebalanceLog: Handler = (_request, context) => {
	const instance = context.instance();
	const log = instance.rebalanceLog;
	if (!log) return json(200, { instanceId: instance.id, status: 'CLOSE' });
	return json(200, {
		id: log.id,
		instanceId: instance.id,
		status: log.status,
		logStreamId: log.streamId,
		logGroupId: log.groupId,
		dashboardId: null,
		createAt: log.createdAt,
		updateAt: log.updatedAt,
	});
};
