import { locator, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { del, get as GET, one } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { instance } from '../../fields';
import { taskPages } from '../../api/requests';

const task = () =>
	locator('task_id', 'Background Task', {
		place: 'path',
		required: true,
		search: 'searchTasks',
		by: 'ID',
		placeholder: 'e.g. 8abfa7b372160bfd0172165864064079',
		description: 'Task to operate on, for example the job ID returned by another operation',
	});

/** Gets one task. DMS for Kafka API Reference 5.8.2; the answer is a list of one. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get background task',
	description: 'Get a background task and its status',
	api: 'ShowBackgroundTask',
	request: GET('/v2/{project_id}/instances/{instance_id}/tasks/{task_id}'),
	fields: [instance(), task()],
	outcome: (body) => {
		const [found] = listIn(body, 'tasks');
		return found ? one(found) : [];
	},
};

const TIME = [/^\d{14}$/, 'must be 14 digits such as 20261122093000'] as const;

/** Lists tasks, newest first. DMS for Kafka API Reference 5.8.1. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many background tasks',
	description: 'Get many background tasks of an instance, newest first',
	api: 'ListBackgroundTasks',
	request: GET('/v2/{project_id}/instances/{instance_id}/tasks'),
	fields: [instance()],
	options: [
		text('begin_time', 'From', {
			place: 'query',
			pattern: TIME,
			placeholder: 'e.g. 20261122093000',
			description: 'Earliest time, as 14 digits: year, month, day, hour, minute, second',
		}),
		text('end_time', 'To', {
			place: 'query',
			pattern: TIME,
			placeholder: 'e.g. 20261122103000',
			description: 'Latest time, as 14 digits: year, month, day, hour, minute, second',
		}),
	],
	pages: taskPages,
};

/** Deletes the record of a task. DMS for Kafka API Reference 5.8.3; 204 without a body. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete background task',
	description: 'Delete the record of a finished background task',
	api: 'DeleteBackgroundTask',
	request: del('/v2/{project_id}/instances/{instance_id}/tasks/{task_id}'),
	fields: [instance(), task()],
	outcome: (_body, _request, item) => one({ deleted: true, id: item.parameter('taskId') }),
	subject: ({ id }) => `background task ${String(id)} deleted`,
};

export const backgroundTask: Resource = {
	value: 'backgroundTask',
	name: 'Background Task',
	operations: [getAll, deleteOne, get],
};
