import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { connectorTaskPages } from '../../../api/pages';
import { instance } from '../../../fields';
import { simple } from './simple';

/** Lists tasks. DMS for Kafka API Reference, ListConnectorTasks; no secret is in the answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many smart connect tasks',
	description: 'Get many Smart Connect tasks of an instance',
	api: 'ListConnectorTasks',
	request: get('/v2/{project_id}/instances/{instance_id}/connector/tasks'),
	kind: 'read',
	fields: [instance()],
	pages: connectorTaskPages,
	simple,
};
