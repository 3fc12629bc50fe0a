import type { IDataObject } from 'n8n-workflow';

import type { Operation, Outcome } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choices } from '../../../shared/form/fields';
import { textIn } from '../../api/failedParts';
import { recordsOf } from '../../api/records';
import { instanceRestored } from '../../completions/restored';

/** One instance of the response: what restores it, or why nothing does. */
function outcomeOf(id: string, result?: IDataObject): Outcome {
	if (!result) {
		const failed = `the response does not say whether instance ${id} is being restored, and billed again`;
		return { json: { instance_id: id }, failed };
	}
	const { job_id: job, error_msg: reason } = result;
	const json = { instance_id: id, ...(textIn(job) !== undefined && { job_id: job }) };
	const problem = textIn(reason);
	if (problem === undefined && textIn(job) !== undefined)
		return { json: { restoring: true, ...json } };
	const why = problem ?? 'the response names no background task';
	return { json, failed: `instance ${id} was not restored: ${why}` };
}

/**
 * Takes instances out of the recycle bin. DMS for Kafka API Reference, RestoreRecycleInstance; 200 with a
 * result for each instance, of which some may have failed. One edition calls the list `instances`. A
 * yearly/monthly instance comes back as pay-per-use (User Guide, "Configuring Kafka Recycling Policies").
 */
export const restore: Operation = {
	value: 'restore',
	name: 'Restore',
	action: 'Restore instances from recycle bin',
	description: 'Restore deleted instances from the recycle bin; they run and are billed again',
	api: 'RestoreRecycleInstance',
	request: post('/v2/{project_id}/recycle'),
	kind: 'change',
	warning:
		'A restored instance is billed again until it is deleted: pay-per-use, even if it was yearly/monthly before.',
	fields: [
		choices('instances', 'Instance Names or IDs', {
			required: true,
			load: { method: 'getRecycledInstances' },
			entry: { pattern: [/^[A-Za-z0-9-]+$/, 'can contain only letters, digits, and hyphens'] },
		}),
	],
	outcome: ({ results, instances }, { body }) => {
		const rows = recordsOf(results ?? instances);
		return ((body?.instances ?? []) as string[]).map((id) =>
			outcomeOf(
				id,
				rows.find(({ instance_id: one }) => one === id),
			),
		);
	},
	subject: ({ instance_id: id, job_id: job }) =>
		`restore of instance ${String(id)} by background task ${String(job)}`,
	completion: instanceRestored,
};
