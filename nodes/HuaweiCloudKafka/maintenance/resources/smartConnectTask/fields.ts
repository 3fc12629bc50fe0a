import type { Field } from '../../../../shared/contract/field';
import { locator } from '../../../../shared/form/fields';

/** An existing Smart Connect task, in the path. */
export const connectorTask = (): Field =>
	locator('task_id', 'Smart Connect Task', {
		sentIn: 'path',
		required: true,
		search: 'searchConnectorTasks',
		dependsOn: ['instanceId.value'],
		by: 'ID',
		placeholder: 'e.g. 194917d0-7b1a-40b1-a05a-93dfc361b32d',
		description: 'Smart Connect task to operate on',
	});
