import { asFailure } from '../../shared/contract/failure';
import type { FleetInstance } from '../../shared/fleet/record';
import type { DeleteHow, DeletionSeen, Started } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { isNoSuchInstance } from '../api/decode';
import { instanceStatus } from '../api/status';
import { NOT_LISTED } from '../completions/observations';
import { remove } from '../resources/instance/delete';
import { OF_SUBSCRIPTIONS } from '../resources/instance/deletion';
import { normalise } from './normalise';
import { recordOf } from './reading';

/** How an instance is deleted: by one request, DeleteInstancePost or for subscriptions DeleteInstancePre. */

/**
 * Why Tencent Cloud would not delete an instance, and what to do; `undefined` where nothing is in the way.
 *
 * @returns Full sentences
 */
export function refusesDeletion(
	{ billing, state }: FleetInstance,
	{ expiredSubscriptions }: DeleteHow,
): string | undefined {
	if (billing === 'payAsYouGo') return undefined;
	if (billing === 'unknown') {
		return "The billing mode is not known, and the API deletes each mode by another operation. Check that the key is allowed to call DescribeInstanceAttributes, or delete the instance with the Tencent Cloud CKafka node's 'Delete'.";
	}
	if (state === 'expired' && expiredSubscriptions) return undefined;
	return "The instance is a subscription, whose remaining paid time would be lost. Use 'Delete Subscription' of the Tencent Cloud CKafka node, or turn its renewal off and let it expire.";
}

/**
 * Sends the request that deletes an instance. One that is refused is looked at: it may be on its way already.
 *
 * @throws {Failure}
 */
export async function startDeletion(at: Connection, one: FleetInstance): Promise<Started> {
	if (one.state === 'gone') return { outcome: 'alreadyGone' };
	if (one.state === 'deleting') return { outcome: 'alreadyDeleting' };
	try {
		await call(at, {
			api: one.billing === 'subscription' ? OF_SUBSCRIPTIONS : remove.api,
			effect: 'write',
			method: 'POST',
			path: '/',
			body: { InstanceId: one.id },
		});
		return { outcome: 'started' };
	} catch (error) {
		const failure = asFailure(error);
		if (isNoSuchInstance(failure)) return { outcome: 'alreadyGone' };
		if (failure.kind !== 'refused') throw failure;
		const { end, instance } = await lookAtDeletion(at, one);
		if (end === 'gone') return { outcome: 'alreadyGone' };
		if (instance?.state === 'deleting') return { outcome: 'alreadyDeleting' };
		throw failure;
	}
}

/** One look at an instance that is being deleted; `gone` where neither the list nor its ID leads to it. */
export async function lookAtDeletion(at: Connection, one: FleetInstance): Promise<DeletionSeen> {
	const { cloud, region, project, projectId } = one;
	const record = await recordOf(at, one.id);
	if (!record) return { ...NOT_LISTED, end: 'gone' };
	const instance = normalise(record, { cloud, region, project, projectId }, at.clock.now());
	const { name, kind } = instanceStatus(record.Status);
	return { status: name, kind, end: kind === 'gone' ? 'gone' : 'no', instance };
}
