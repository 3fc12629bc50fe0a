import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { taskRecord } from '../answers/taskRecord';
import type { Task } from '../model/contents';
import type { Context, Handler } from '../requests/context';
import { momentOf } from '../requests/moments';

const DEFAULT_PAGE = 10;
const MAX_PAGE = 100;

function listedTasks(context: Context): Task[] {
	const tasks = context.instance().tasks.filter((task) => task.listedFrom <= context.now);
	return tasks.sort((a, b) => b.createdAt - a.createdAt);
}

/** Tasks of an instance, newest first (5.8.1); `start` is a position counted from 1. */
export const ListBackgroundTasks: Handler = (request, context) => {
	const { start = 1, limit = DEFAULT_PAGE } = request.query as { start?: number; limit?: number };
	if (start < 1) refuse('DMS.00400062', `start must be 1 or more, not ${start}.`);
	if (limit < 1 || limit > MAX_PAGE) {
		refuse('DMS.00400062', `limit must be from 1 to ${MAX_PAGE}, not ${limit}.`);
	}
	const { begin_time, end_time } = request.query as Record<string, string | undefined>;
	const tasks = listedTasks(context)
		.filter((task) => !begin_time || task.createdAt >= momentOf(begin_time))
		.filter((task) => !end_time || task.createdAt <= momentOf(end_time) + 999);
	return json(200, {
		task_count: String(tasks.length),
		tasks: tasks.slice(start - 1, start - 1 + limit).map(taskRecord),
	});
};

function theTask(context: Context, id: string): Task {
	if (!/^[0-9a-z-]{32,36}$/i.test(id)) refuse('DMS.00400070');
	const task = listedTasks(context).find((candidate) => candidate.id === id);
	return task ?? refuse('DMS.00404001', `Task ${id} does not exist.`);
}

/** One task in the shape of the list (5.8.2); 404 while it is not listed yet. */
export const ShowBackgroundTask: Handler = (request, context) =>
	json(200, { task_count: '1', tasks: [taskRecord(theTask(context, request.path.task_id))] });

/** Deletes the record of a task (5.8.3) that has ended. */
export const DeleteBackgroundTask: Handler = (request, context) => {
	const task = theTask(context, request.path.task_id);
	if (task.status === 'EXECUTING') refuse('DMS.00400017');
	const instance = context.instance();
	instance.tasks = instance.tasks.filter((other) => other !== task);
	return empty();
};
