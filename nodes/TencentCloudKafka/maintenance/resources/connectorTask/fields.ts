import type { Field } from '../../../../shared/contract/field';
import { locator } from '../../../../shared/form/fields';

/** An existing task of the connector. */
export const connectorTask = (): Field =>
	locator('TaskId', 'Connector Task', {
		name: 'connectorTask',
		required: true,
		search: 'searchConnectorTasks',
		by: 'ID',
		placeholder: 'e.g. task-y9799wbn',
		description: 'Task to operate on',
	});
