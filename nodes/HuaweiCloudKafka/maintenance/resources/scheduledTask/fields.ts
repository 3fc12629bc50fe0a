import type { Field } from '../../../../shared/contract/field';
import { locator } from '../../../../shared/form/fields';

/** An existing scheduled task, in the path. */
export const scheduledTask = (): Field =>
	locator('task_id', 'Scheduled Task', {
		sentIn: 'path',
		required: true,
		search: 'searchScheduledTasks',
		dependsOn: ['instanceId.value'],
		by: 'ID',
		placeholder: 'e.g. ff80808288ae8b6a0188ae91f6fc000d',
		description:
			'Scheduled task to operate on, for example the schedule ID that an upgrade returned',
	});

/** Times as the API takes them; that they are UTC, as in the records, is not documented. */
export const TIME = { format: 'yyyyMMddHHmmss' };
