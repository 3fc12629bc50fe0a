import { asFailure } from '../../shared/contract/failure';
import type { VendorRecord } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Tags } from '../../shared/fleet/words';
import type { Connection } from '../../shared/request/connection';
import type { FleetRun } from '../run/fleetRun';

/** That only the newest tags keep an instance. */
export const LAGGING = 'Its tags say so; the list of instances does not show them yet.';

/**
 * Tags of an instance where the cloud changes them, right before a deletion: a record that lags behind would hide a
 * tag that was set a moment ago.
 *
 * @returns A full sentence where the credential may not read them, as the record has tags, too
 * @throws {Failure} They could not be read for another reason
 */
export async function newestTags(
	run: FleetRun,
	vendor: FleetVendor,
	at: Connection,
	one: VendorRecord,
): Promise<Tags | string> {
	try {
		return await vendor.newestTags(at, one);
	} catch (error) {
		const failure = run.hide(asFailure(error));
		// Of what is refused for another reason, nothing is known.
		if (vendor.notReadReason(failure) !== 'noPermission') throw failure;
		const { message, details } = failure;
		const advice = details.advice ? ` ${details.advice}` : '';
		return `A tag that was set seconds ago may be overlooked, as the tags themselves could not be read: ${message}.${advice}`;
	}
}
