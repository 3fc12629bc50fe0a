import { BadInput } from '../../../../shared/contract/badInput';
import type { Operation } from '../../../../shared/contract/operation';
import { put, singleItem } from '../../../../shared/contract/operation';
import { choice, moment } from '../../../../shared/form/fields';
import { withInstance } from '../../../api/records';
import { scheduledTaskChanged } from '../../../completions/scheduledTask';
import { instance } from '../../../fields';
import { TIME, scheduledTask } from './fields';

const CANCELLED = 'CANCELLED';

/**
 * Moves or cancels what is scheduled. DMS for Kafka API Reference, UpdateScheduledTask; a PUT without a
 * body, 204 without a body. A request with neither has no documented effect, so none is sent.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update scheduled task',
	description: 'Reschedule or cancel a task that has not started yet',
	api: 'UpdateScheduledTask',
	request: put('/v2/{project_id}/instances/{instance_id}/scheduled-tasks/{task_id}'),
	kind: 'change',
	fields: [
		instance(),
		scheduledTask(),
		choice('change', 'Change', {
			sentIn: 'none',
			values: { reschedule: 'Reschedule', cancel: 'Cancel' },
			description: 'A cancelled task cannot be scheduled again',
		}),
		moment('execute_at', 'Start Time', 'New start time', {
			sentIn: 'query',
			as: TIME,
			required: true,
			show: { change: ['reschedule'] },
			hint: "Sent in UTC, which the service does not document; 'Wait for Completion' compares what the service then shows",
		}),
	],
	before: async (item, request) => {
		if (item.nodeParameter('change') !== 'cancel') return;
		request.query = { status: CANCELLED };
	},
	check: ({ query }, parameterOf) => {
		const change = parameterOf('change');
		if (change === 'cancel' || query?.execute_at !== undefined) return;
		throw new BadInput(
			'Change',
			"is neither 'reschedule' with a start time nor 'cancel'",
			"Use 'reschedule' or 'cancel', and set 'Start Time' to reschedule.",
		);
	},
	outcome: (_body, { query = {} }, item) => {
		const what = query.status === CANCELLED ? { cancelled: true } : { updated: true, ...query };
		return singleItem(withInstance({ ...what, id: item.nodeParameter('taskId') }, item));
	},
	subject: ({ id, cancelled }) =>
		`scheduled task ${String(id)} ${cancelled ? 'cancelled' : 'rescheduled'}`,
	completion: scheduledTaskChanged,
};
