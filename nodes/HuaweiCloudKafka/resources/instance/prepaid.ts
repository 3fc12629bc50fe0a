import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import { Failure } from '../../../shared/contract/failure';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { listAll } from '../../../shared/request/readList';
import { instancePages } from '../../api/pages';
import { readOr } from '../../api/readOr';
import { listInstances, showInstance } from '../../api/requests';

/**
 * Yearly/monthly instances, which the API does not delete: they have to be unsubscribed, which belongs
 * to another service. Source: user guide; the Terraform provider unsubscribes instead of deleting.
 */

/** How records say "yearly/monthly": the number of V2, and the words of orders. */
const PREPAID = new Set(['0', 'prepaid', 'monthly', 'yearly']);

/** Whether a record is of an instance that is billed yearly/monthly. */
export const isPrepaid = ({ charging_mode: mode }: IDataObject) =>
	PREPAID.has(String(mode ?? '').toLowerCase());

const ADVICE =
	'Nothing was deleted, and the subscription is still billed. Unsubscribe in the Billing Center of the Huawei Cloud console';

const named = ({ name, instance_id: id }: IDataObject) =>
	name ? `${String(name)} (ID ${String(id)})` : String(id);

/**
 * Refuses to delete an instance that has to be unsubscribed.
 *
 * @throws {Failure} `notSent`
 */
export async function refusePrepaid(item: OperationContext): Promise<void> {
	const id = item.nodeParameter<string>('instanceId');
	const record = await readOr(async () => await item.call(showInstance(id)), {} as IDataObject);
	if (!isPrepaid(record)) return;
	throw new Failure(
		'notSent',
		`instance ${named({ instance_id: id, ...record })} is billed yearly/monthly and cannot be deleted, only unsubscribed`,
		{ advice: `${ADVICE}.` },
	);
}

/**
 * The same for several, or for all whose creation failed.
 *
 * @throws {Failure} `notSent`
 */
export async function refuseAnyPrepaid(
	item: OperationContext,
	{ body = {} }: ApiRequest,
): Promise<void> {
	const chosen = body.instances as string[] | undefined;
	const filter = { include_failure: 'true', ...(!chosen && { status: 'CREATEFAILED' }) };
	const rows = await readOr(
		async () => await listAll(item, listInstances(filter), instancePages),
		[],
	);
	const prepaid = rows.filter(
		(row) => isPrepaid(row) && (!chosen || chosen.includes(String(row.instance_id))),
	);
	if (prepaid.length === 0) return;
	throw new Failure(
		'notSent',
		`these instances are billed yearly/monthly and cannot be deleted, only unsubscribed: ${prepaid.map(named).join(', ')}`,
		{ advice: `${ADVICE}, and delete the other instances by their IDs.` },
	);
}
