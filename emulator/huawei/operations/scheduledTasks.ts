import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { ScheduledTask } from '../model/contents';
import { reschedule } from '../model/scheduledTasks';
import { page, pageNumber } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { momentOf } from '../requests/moments';

const DEFAULT_PAGE = 10;
const MAX_PAGE = 100;

const record = (task: ScheduledTask) => ({
	id: task.id,
	name: task.name,
	user_name: 'emulator-user',
	user_id: '3df5acbc24a54fadb62a043c9000a307',
	params: task.params,
	status: task.status,
	created_at: new Date(task.createdAt).toISOString(),
	updated_at: new Date(task.updatedAt).toISOString(),
	schedule_at: new Date(task.at).toISOString(),
});

/** Scheduled tasks of an instance, newest first; `start` is a position counted from 1, all is text. */
export const ListScheduledTasks: Handler = (request, context) => {
	const { start, limit, begin_time, end_time } = request.query as Record<string, string>;
	const first = pageNumber('start', start, 1, [1, Number.MAX_SAFE_INTEGER]);
	const size = pageNumber('limit', limit, DEFAULT_PAGE, [1, MAX_PAGE]);
	const tasks = context
		.instance()
		.scheduledTasks.filter((task) => !begin_time || task.createdAt >= momentOf(begin_time))
		.filter((task) => !end_time || task.createdAt <= momentOf(end_time) + 999)
		.sort((a, b) => b.createdAt - a.createdAt);
	return json(200, {
		job_count: String(tasks.length),
		jobs: page(tasks, first - 1, size, 'DMS.00400062').map(record),
	});
};

function theTask(context: Context, id: string): ScheduledTask {
	const task = context.instance().scheduledTasks.find((one) => one.id === id);
	return task ?? refuse('DMS.00404001', `Task ${id} does not exist.`);
}

/** Moves or cancels a task that still waits for its time; one in the past is carried out at once. */
export const UpdateScheduledTask: Handler = (request, context) => {
	const { execute_at, status } = request.query as Record<string, string | undefined>;
	const task = theTask(context, request.path.task_id);
	if (task.status !== 'CREATED') refuse('DMS.00400017');
	if (execute_at !== undefined) reschedule(context.instance(), task, momentOf(execute_at));
	if (status !== undefined) task.status = 'CANCELLED';
	task.updatedAt = context.now;
	return empty();
};

/** Deletes the record of a task that ran well or was cancelled. */
export const DeleteScheduledTask: Handler = (request, context) => {
	const task = theTask(context, request.path.task_id);
	if (!['SUCCESS', 'CANCELLED'].includes(task.status)) refuse('DMS.00400017');
	const instance = context.instance();
	instance.scheduledTasks = instance.scheduledTasks.filter((other) => other !== task);
	return empty();
};
