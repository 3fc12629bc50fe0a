import type { Task } from '../model/contents';

/** The task as ListBackgroundTasks and ShowBackgroundTask print it. */
export function taskRecord(task: Task): Record<string, unknown> {
	return {
		id: task.id,
		name: task.name,
		user_name: 'emulator-user',
		user_id: '3df5acbc24a54fadb62a043c9000a307',
		params: task.params,
		status: task.status,
		created_at: new Date(task.createdAt).toISOString(),
		updated_at: new Date(task.updatedAt).toISOString(),
	};
}
