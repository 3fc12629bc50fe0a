import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../shared/contract/field';
import type { Outcome } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choices } from '../../../shared/form/fields';
import { isSuccess } from '../../api/failedParts';
import { recordsOf } from '../../api/records';

/**
 * Restarting and deleting several instances is one request of the API with another `action`, for at
 * most 50 instances a call. DMS for Kafka API Reference 5.1.7.
 */

export const api = 'BatchRestartOrDeleteInstances';
export const request = post('/v2/{project_id}/instances/action');

/** Existing instances. */
export const instances = (required: boolean): Field =>
	choices('instances', 'Instance Names or IDs', {
		required,
		load: { method: 'getInstances' },
		count: [1, 50],
		entry: { pattern: [/^[A-Za-z0-9-]+$/, 'can contain only letters, digits, and hyphens'] },
	});

/** One outcome for each instance that was asked for: 200 also when some or all were not accepted. */
export function outcomes(done: IDataObject) {
	return ({ results }: IDataObject, { body }: ApiRequest): Outcome[] => {
		const accepted = new Set(
			recordsOf(results)
				.filter(({ result }) => isSuccess(result))
				.map(({ instance }) => instance),
		);
		return ((body?.instances ?? []) as string[]).map((id) =>
			accepted.has(id)
				? { json: { ...done, instance_id: id } }
				: {
						json: { instance_id: id },
						failed: `instance ${id} was not accepted; check its status`,
					},
		);
	};
}
