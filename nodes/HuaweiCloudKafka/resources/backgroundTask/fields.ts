import type { Field } from '../../../shared/contract/field';
import { locator } from '../../../shared/form/fields';

/** An existing background task, in the path. */
export const taskInPath = (): Field =>
	locator('task_id', 'Background Task', {
		sentIn: 'path',
		required: true,
		search: 'searchTasks',
		by: 'ID',
		placeholder: 'e.g. 8abfa7b372160bfd0172165864064079',
		description: 'Task to operate on, for example the job ID returned by another operation',
	});
