import type { Operation } from '../../../../shared/contract/operation';
import { get as GET, singleItem } from '../../../../shared/contract/operation';
import { masked } from '../../../../shared/request/masked';
import { instance } from '../../../fields';
import { connectorTask } from './fields';
import { simple } from './simple';

/** Gets one task. DMS for Kafka API Reference, ShowConnectorTask. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get smart connect task',
	description: 'Get a Smart Connect task and its status',
	api: 'ShowConnectorTask',
	request: GET('/v2/{project_id}/instances/{instance_id}/connector/tasks/{task_id}'),
	kind: 'read',
	fields: [instance(), connectorTask()],
	outcome: (task) => singleItem(masked(task)),
	simple,
};
