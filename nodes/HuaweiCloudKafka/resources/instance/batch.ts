import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../shared/contract/field';
import { BadInput } from '../../../shared/contract/badInput';
import type { Sight } from '../../../shared/contract/completion';
import { choice, choices, flag } from '../../../shared/form/fields';
import type { Item } from '../../../shared/run/item';
import type { Operation, Outcome } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { instanceDeleted, instanceRestarted } from '../../completions/instance';
import { listInstances } from '../../api/requests';
import { simple } from './simple';

/** Both operations are one request of the API with another `action`; at most 50 instances a call. */
const request = post('/v2/{project_id}/instances/action');
const api = 'BatchRestartOrDeleteInstances';

const instances = (required: boolean): Field =>
	choices('instances', 'Instance Names or IDs', {
		required,
		load: { method: 'getInstances' },
		count: [1, 50],
		entry: { pattern: [/^[A-Za-z0-9-]+$/, 'can contain only letters, digits, and hyphens'] },
	});

/** One outcome for each instance that was asked for: 200 also when some or all were not accepted. */
function outcomes(done: IDataObject) {
	return ({ results }: IDataObject, { body }: ApiRequest): Outcome[] => {
		const accepted = new Set(
			((results ?? []) as IDataObject[])
				.filter(({ result }) => result === 'success')
				.map(({ instance }) => instance),
		);
		return ((body?.instances ?? []) as string[]).map((id) => ({
			json: { ...done, instance_id: id },
			...(!accepted.has(id) && { failed: `instance ${id} was not accepted; check its status` }),
		}));
	};
}

/** Restarts instances. DMS for Kafka API Reference 5.1.7. */
export const restart: Operation = {
	value: 'restart',
	name: 'Restart',
	action: 'Restart instances',
	description:
		'Restart one or more instances; clients cannot produce or consume during the restart',
	api,
	request,
	constant: { body: { action: 'restart' } },
	fields: [instances(true)],
	outcome: outcomes({ restarting: true }),
	subject: ({ instance_id: id }) => `instance ${String(id)} restarting`,
	simple,
	completion: instanceRestarted,
};

/** Whether instances whose creation failed are still listed. */
async function lookForFailed(item: Item): Promise<Sight> {
	const filter = { status: 'CREATEFAILED', include_failure: 'true', limit: '1' };
	const none = listIn(await item.call(listInstances(filter)), 'instances').length === 0;
	return none ? { status: 'DELETED', kind: 'gone' } : { status: 'CREATEFAILED', kind: 'pending' };
}

/** Deletes instances, or all whose creation failed. DMS for Kafka API Reference 5.1.7. */
export const deleteMany: Operation = {
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many instances',
	description: 'Delete multiple instances, or all instances whose creation failed',
	api,
	request,
	constant: { body: { action: 'delete' } },
	fields: [instances(false)],
	options: [
		choice('all_failure', 'All Failed Instances', {
			values: { kafka: 'Delete All Kafka Instances Whose Creation Failed' },
			description: 'Leave the list of instances empty when you use this option',
		}),
		flag(
			'force_delete',
			'Skip Recycle Bin',
			'Whether to delete the instance permanently without moving it to the recycle bin',
		),
	],
	check: ({ body }) => {
		if ((body?.instances === undefined) === (body?.all_failure === undefined)) {
			throw new BadInput(
				'Instance Names or IDs',
				body?.instances ? "and 'All Failed Instances' are both set" : 'has no entries',
				"Select instances, or add the option 'All Failed Instances'.",
			);
		}
	},
	outcome: (body, sent) =>
		sent.body?.all_failure ? one({ deleted: true }) : outcomes({ deleted: true })(body, sent),
	subject: ({ instance_id: id }) =>
		id ? `instance ${String(id)} deleted` : 'failed instances deleted',
	simple,
	completion: {
		...instanceDeleted,
		// Which instances failed is not in the answer, so there is no ID to follow.
		look: async (item, json) =>
			json.instance_id ? await instanceDeleted.look(item, json) : await lookForFailed(item),
		subject: (json) =>
			json.instance_id ? instanceDeleted.subject(json) : 'the deletion of failed instances',
	},
};
