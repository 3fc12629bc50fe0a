import { Failure, asFailure } from '../../shared/contract/failure';
import { scopeOf, type FleetInstance, type VendorRecord } from '../../shared/fleet/record';
import type { DeleteHow, DeletionSeen, Started } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { isGone, meaningOfPart, requestIdOf } from '../api/decode';
import { failedParts, isSuccess } from '../api/failedParts';
import { recordsOf } from '../api/records';
import { deleteInstance } from '../api/requests';
import { instanceStatusKind, isRecycled } from '../api/status';
import { callIn } from './inProject';
import { read } from './list';

/** Deleting an instance: into the recycle bin, where the region has one, unless that is skipped. */

/**
 * Why it would not be deleted: subscriptions belong to another service, and what is billed in an unknown way
 * may be one. Source: user guide.
 */
export function refusesDeletion({ billing }: Pick<FleetInstance, 'billing'>): string | undefined {
	if (billing === 'payAsYouGo') return undefined;
	return billing === 'subscription'
		? 'It is billed yearly/monthly: unsubscribe it in the Billing Center of the Huawei Cloud console, as the API of DMS does not end the billing.'
		: 'Huawei Cloud did not tell how the instance is billed. Delete it in the console.';
}

const notAccepted = (id: string, reason: string) =>
	new Failure('refused', `instance ${id} was not accepted for deletion${reason}`, {
		advice: 'Check its status in the console, then run this again.',
	});

/** What an instance that is not deleted tells of why: it may be on its way already, or gone. */
async function alreadyOver(at: Connection, one: VendorRecord): Promise<Started | undefined> {
	const seen = await lookAtDeletion(at, one);
	if (seen.end === 'gone') return { outcome: 'alreadyGone' };
	if (seen.end === 'inRecycleBin') {
		return { outcome: 'alreadyGone', note: 'The instance is in the recycle bin.' };
	}
	return seen.instance?.state === 'deleting' ? { outcome: 'alreadyDeleting' } : undefined;
}

/**
 * Sends the deletion of one instance: one request, whose response has a result for it.
 *
 * @throws {Failure} `refused` where it was not accepted
 */
export async function startDeletion(
	at: Connection,
	one: FleetInstance,
	{ skipRecycleBin }: DeleteHow,
): Promise<Started> {
	if (one.state === 'deleting') return { outcome: 'alreadyDeleting' };
	try {
		const body = await callIn(at, scopeOf(one), deleteInstance(one.id, skipRecycleBin));
		const result = recordsOf(body.results).find(({ instance }) => instance === one.id);
		if (isSuccess(result?.result)) {
			const requestId = requestIdOf(body);
			return { outcome: 'started', ...(requestId && { requestId }) };
		}
		const said = failedParts(body)
			.map(meaningOfPart)
			.find((text) => text && text !== one.id);
		throw notAccepted(one.id, said ? `: ${said}` : '');
	} catch (error) {
		const failure = asFailure(error);
		if (isGone(failure)) return { outcome: 'alreadyGone' };
		const over = failure.kind === 'refused' ? await alreadyOver(at, one) : undefined;
		if (over) return over;
		throw failure;
	}
}

/**
 * Looks how far a deletion is. The detail shows the instance until it is gone (404 DMS.00404022), and in the
 * recycle bin, where it ends by itself days later.
 *
 * @throws {Failure}
 */
export async function lookAtDeletion(at: Connection, one: VendorRecord): Promise<DeletionSeen> {
	const instance = await read(at, scopeOf(one), one.id, { raw: false, now: at.clock.now() });
	if (!instance) return { status: 'DELETED', kind: 'gone', end: 'gone' };
	const { statusText: status } = instance;
	const end = isRecycled(status) ? 'inRecycleBin' : 'no';
	return { status, kind: instanceStatusKind(status), end, instance };
}
