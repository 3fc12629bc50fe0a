import { BadInput } from '../../../shared/contract/badInput';
import type { Observation } from '../../../shared/contract/completion';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { choice, flag } from '../../../shared/form/fields';
import type { OperationContext } from '../../../shared/contract/context';
import { listInstances } from '../../api/requests';
import { instanceDeleted } from '../../completions/instance';
import { api, instances, outcomes, request } from './batch';
import { refuseAnyPrepaid } from './prepaid';
import { simple } from './simple';

/** Whether instances whose creation failed are still listed. */
async function lookForFailed(item: OperationContext): Promise<Observation> {
	const filter = { status: 'CREATEFAILED', include_failure: 'true', limit: '1' };
	const none = listIn(await item.call(listInstances(filter)), 'instances').length === 0;
	return none ? { status: 'DELETED', kind: 'gone' } : { status: 'CREATEFAILED', kind: 'pending' };
}

/**
 * Deletes instances, or all whose creation failed. DMS for Kafka API Reference 5.1.7; 200 with a
 * result for each instance, and without any for all that failed.
 */
export const deleteMany: Operation = {
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many instances',
	description: 'Delete multiple instances, or all instances whose creation failed',
	api,
	request,
	kind: 'delete',
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
			'Whether to delete the instances permanently instead of moving them to the recycle bin, if the region has one',
			{ hint: 'The recycle bin keeps instances for 1 to 7 days and bills their storage' },
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
	before: refuseAnyPrepaid,
	outcome: (body, sent) =>
		sent.body?.all_failure
			? singleItem({ deleted: true })
			: outcomes({ deleted: true })(body, sent),
	subject: ({ instance_id: id }) =>
		id ? `instance ${String(id)} deleted` : 'failed instances deleted',
	simple,
	completion: {
		...instanceDeleted,
		// Which instances failed is not in the answer, so there is no ID to follow.
		observe: async (item, json) =>
			json.instance_id ? await instanceDeleted.observe(item, json) : await lookForFailed(item),
		subject: (json) =>
			json.instance_id ? instanceDeleted.subject(json) : 'the deletion of failed instances',
	},
};
