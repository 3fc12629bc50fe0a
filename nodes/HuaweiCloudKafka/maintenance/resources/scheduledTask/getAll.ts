import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { moment } from '../../../../shared/form/fields';
import { scheduledTaskPages } from '../../../api/pages';
import { instance } from '../../../fields';
import { TIME } from './fields';

/** Lists what is scheduled. DMS for Kafka API Reference, ListScheduledTasks. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many scheduled tasks',
	description: 'Get many scheduled tasks of an instance, such as upgrades and reassignments',
	api: 'ListScheduledTasks',
	request: get('/v2/{project_id}/instances/{instance_id}/scheduled-tasks'),
	kind: 'read',
	fields: [instance()],
	options: [
		moment('begin_time', 'From', 'Earliest time', { sentIn: 'query', as: TIME }),
		moment('end_time', 'To', 'Latest time', { sentIn: 'query', as: TIME }),
	],
	pages: scheduledTaskPages,
};
