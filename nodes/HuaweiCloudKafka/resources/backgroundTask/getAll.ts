import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { taskPages } from '../../api/pages';
import { instance } from '../../fields';

/** Times as the API takes them: `yyyyMMddHHmmss`. */
const TIME = [/^\d{14}$/, 'must be 14 digits such as 20261122093000'] as const;

/** Lists tasks, newest first. DMS for Kafka API Reference 5.8.1. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many background tasks',
	description: 'Get many background tasks of an instance, newest first',
	api: 'ListBackgroundTasks',
	request: get('/v2/{project_id}/instances/{instance_id}/tasks'),
	kind: 'read',
	fields: [instance()],
	options: [
		text('begin_time', 'From', {
			sentIn: 'query',
			pattern: TIME,
			placeholder: 'e.g. 20261122093000',
			description: 'Earliest time, as 14 digits: year, month, day, hour, minute, second',
		}),
		text('end_time', 'To', {
			sentIn: 'query',
			pattern: TIME,
			placeholder: 'e.g. 20261122103000',
			description: 'Latest time, as 14 digits: year, month, day, hour, minute, second',
		}),
	],
	pages: taskPages,
};
