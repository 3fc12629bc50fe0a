import type { Operation } from '../../../../shared/contract/operation';
import { del } from '../../../../shared/contract/operation';
import { choices } from '../../../../shared/form/fields';
import { isSuccess } from '../../../api/failedParts';
import { recordsOf, withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/**
 * Deletes reports. DMS for Kafka API Reference, BatchDeleteMessageDiagnosisReports: a DELETE with a body.
 * The result of each is called `success` or `result`, and is a boolean or a text.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete diagnosis reports',
	description: 'Delete one or more diagnosis reports',
	api: 'BatchDeleteMessageDiagnosisReports',
	request: del('/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis-tasks'),
	kind: 'delete',
	fields: [
		instance(),
		choices('report_id_list', 'Report Names or IDs', {
			required: true,
			load: { method: 'getReports', dependsOn: ['instanceId.value'] },
		}),
	],
	outcome: ({ results }, { body }, item) => {
		const rows = recordsOf(results);
		return ((body?.report_id_list ?? []) as string[]).map((id) => {
			const { success, result } = rows.find((one) => one.id === id) ?? {};
			const deleted = isSuccess(success ?? result);
			const json = withInstance({ deleted, report_id: id }, item);
			return deleted ? { json } : { json, failed: `report ${id} was not deleted` };
		});
	},
	subject: ({ report_id: id }) => `diagnosis report ${String(id)} deleted`,
};
