import type { IDataObject } from 'n8n-workflow';

import { asFailure, type Failure } from '../../shared/contract/failure';
import { scopeOf, type FleetInstance, type VendorRecord } from '../../shared/fleet/record';
import type { DeleteHow, DeletionSeen, Started } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { isDisowned, isGone } from '../api/decode';
import { writeRequest } from '../api/requests';
import { instanceStatus, isOutOfService, isReleased } from '../api/status';
import { listedNow } from './list';
import { normalise } from './normalise';

/** How an instance is deleted: it is released with all its data, and what is left of it is deleted then. */

/**
 * Why an instance is not deleted: a subscription ends by itself or in the console; and what is billed in an
 * unknown way may be one.
 */
export function refusesDeletion(
	{ billing, state }: FleetInstance,
	{ expiredSubscriptions }: DeleteHow,
): string | undefined {
	if (state === 'released' || billing === 'payAsYouGo') return undefined;
	if (billing === 'unknown') {
		return 'Alibaba Cloud did not tell how the instance is billed. Delete it in the console.';
	}
	if (state === 'expired' && expiredSubscriptions) return undefined;
	return state === 'expired'
		? "The subscription has expired. Turn on 'Also Expired Subscriptions' to delete it."
		: 'It is a subscription. Unsubscribe in the console, or let it expire: then it is a candidate.';
}

/** Refusals of a release that is under way. */
const RELEASING = 'AsyncTask.TypeAlreadyExist';
/** Refusal of a release or a deletion of what is released, or is being deleted already. */
const RELEASED = 'InstanceStatus.Released';

const hasCode = ({ details }: Failure, code: string) => details.code === code;

const startedBy = (
	outcome: Started['outcome'],
	{ RequestId }: IDataObject,
	note?: string,
): Started => ({
	outcome,
	...(typeof RequestId === 'string' && { requestId: RequestId }),
	...(note !== undefined && { note }),
});

/** What a refusal of either request says of an instance that the list has shown a moment ago. */
async function settledBy(
	at: Connection,
	{ id }: VendorRecord,
	failure: Failure,
): Promise<Started | undefined> {
	if (isGone(failure)) return { outcome: 'alreadyGone' };
	// One that is gone is said not to be this account's, as is one that the user may not delete.
	const isListed = !isDisowned(failure) || (await listedNow(at, id)) !== undefined;
	return isListed ? undefined : { outcome: 'alreadyGone' };
}

/** Deletes what is left of a released instance. AliKafka API Reference, DeleteInstance. */
async function deleteRest(at: Connection, one: VendorRecord): Promise<Started> {
	try {
		const body = await call(at, writeRequest('DeleteInstance', { InstanceId: one.id }));
		return startedBy('started', body);
	} catch (error) {
		const failure = asFailure(error);
		if (hasCode(failure, RELEASED)) return { outcome: 'alreadyDeleting' };
		const settled = await settledBy(at, one, failure);
		if (settled) return settled;
		throw failure;
	}
}

const UNTIL_DELETED =
	'Its data is being deleted, and nothing is billed any more once that is done. It stays listed until the next run deletes it.';

/** Releases an instance with all its topics and consumer groups. AliKafka API Reference, ReleaseInstance. */
async function release(at: Connection, one: VendorRecord): Promise<Started> {
	const parameters = { InstanceId: one.id, ForceDeleteInstance: true };
	try {
		const body = await call(at, writeRequest('ReleaseInstance', parameters));
		return startedBy('released', body, UNTIL_DELETED);
	} catch (error) {
		const failure = asFailure(error);
		if (hasCode(failure, RELEASING)) return { outcome: 'alreadyDeleting', note: UNTIL_DELETED };
		// One that is out of service may be stopped or released: only the service can tell.
		if (hasCode(failure, RELEASED)) return await deleteRest(at, one);
		const settled = await settledBy(at, one, failure);
		if (settled) return settled;
		throw failure;
	}
}

/**
 * Sends the next request of a deletion: the release, or the deletion of what was released or has expired.
 *
 * @throws {Failure}
 */
export async function startDeletion(at: Connection, one: FleetInstance): Promise<Started> {
	if (one.state === 'gone') return { outcome: 'alreadyGone' };
	if (one.state === 'deleting') return { outcome: 'alreadyDeleting', note: UNTIL_DELETED };
	const isOver = one.state === 'released' || one.state === 'expired';
	return isOver ? await deleteRest(at, one) : await release(at, one);
}

/** Whether a record that is still listed says that the instance is deleted; see `../completions/instanceDeletion.ts`. */
const isDeleted = ({ ServiceStatus }: IDataObject) => String(ServiceStatus) === '10';

function endOf(record: IDataObject): DeletionSeen['end'] {
	if (isDeleted(record)) return 'gone';
	return isReleased(record) || isOutOfService(record) ? 'released' : 'no';
}

/** Looks how far a deletion is. One that is not listed is gone only after several looks: lists lag. */
export async function lookAtDeletion(at: Connection, one: FleetInstance): Promise<DeletionSeen> {
	const record = await listedNow(at, one.id);
	if (!record) return { status: 'not listed', kind: 'gone', end: 'gone' };
	const end = endOf(record);
	const { status, kind } = instanceStatus(record);
	const instance = normalise(record, scopeOf(one), at.clock.now());
	return { status, kind: end === 'gone' ? 'gone' : kind === 'gone' ? 'idle' : kind, end, instance };
}
