import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { moment } from '../../../shared/form/fields';
import { taskPages } from '../../api/pages';
import { instance } from '../../fields';

/** Times as the API takes them; that they are UTC, as in the records, is not documented. */
const TIME = { format: 'yyyyMMddHHmmss' };

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
		moment('begin_time', 'From', 'Earliest time', { sentIn: 'query', as: TIME }),
		moment('end_time', 'To', 'Latest time', { sentIn: 'query', as: TIME }),
	],
	pages: taskPages,
};
