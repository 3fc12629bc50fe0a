import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { byTask, longTaskDone } from '../../../completions/task';
import { checkSchedule, instance, scheduledIn, startLater } from '../../../fields';

/** The ID of an answer that is nothing but an ID: of the task, or of the scheduled task. */
const named = ({ job_id, ...answer }: IDataObject, isScheduled: boolean): IDataObject =>
	isScheduled && (answer.schedule_id ?? null) === null && (job_id ?? null) !== null
		? { ...answer, schedule_id: job_id }
		: { ...answer, ...(job_id !== undefined && { job_id }) };

/**
 * Upgrades the kernel of an instance. DMS for Kafka API Reference, page UpgradeInstance of 2026-01; 200
 * answers the ID of a background task, or of a scheduled one: as a field, in the documents as a bare text.
 */
export const upgrade: Operation = {
	value: 'upgrade',
	name: 'Upgrade',
	action: 'Upgrade instance',
	description: 'Upgrade the kernel of an instance to the latest version; cannot be undone',
	api: 'UpgradeInstance',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/upgrade'),
	kind: 'change',
	warning:
		'An upgrade cannot be undone. The brokers restart one after another, so that clients have to reconnect.',
	fields: [instance()],
	options: startLater(),
	check: ({ body = {} }) => checkSchedule(body),
	before: async (_item, request) => {
		request.body = { is_schedule: false, ...request.body };
	},
	outcome: (answer, { body }, item) =>
		singleItem(
			withInstance({ ...scheduledIn(body), ...named(answer, body?.is_schedule === true) }, item),
		),
	subject: ({ scheduled, schedule_id: schedule, ...json }) => {
		const id = String(json.instance_id);
		if (scheduled !== true && (schedule ?? null) === null)
			return byTask(json, `instance ${id} upgraded`);
		return `upgrade of instance ${id} scheduled${(schedule ?? null) === null ? '' : ` as ${String(schedule)}`}`;
	},
	completion: longTaskDone,
};
