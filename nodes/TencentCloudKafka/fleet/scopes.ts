import { TENCENT_REGIONS } from '../../../credentials/regions/tencent';
import type { Failure } from '../../shared/contract/failure';
import { asFailure } from '../../shared/contract/failure';
import type { Scope } from '../../shared/fleet/record';
import type { Open, RegionChoice, Scopes } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { listAll } from '../../shared/request/readList';
import { regionPages } from '../api/pages';
import { nameOf } from '../api/records';
import { listRegions } from '../api/requests';
import { callerOf } from './caller';

/** Which regions there are to read. */

/** The region in which older documents say that the list of regions works alone. */
const FIRST_REGION = 'ap-guangzhou';

const scopeIn = (region: string): Scope => ({
	cloud: 'tencent',
	region,
	project: null,
	projectId: null,
});

/** IDs of the regions of the service; none is no answer. */
async function regionsBy(at: Connection): Promise<string[]> {
	const rows = await listAll(callerOf(at), listRegions(), regionPages);
	return rows.flatMap(({ RegionCodeV3: region }) => nameOf(region) ?? []);
}

/** The list of the service, asked for in the credential's region and then in the first one. */
async function allRegions(open: Open, own: Connection): Promise<string[] | Failure> {
	let last: Failure | undefined;
	for (const region of new Set([own.finalRegion, FIRST_REGION])) {
		try {
			const at = region === own.finalRegion ? own : await open(region);
			const regions = await regionsBy(at);
			if (regions.length > 0) return regions;
		} catch (error) {
			const failure = asFailure(error);
			if (failure.kind === 'cancelled') throw failure;
			last = failure;
		}
	}
	return last ?? asFailure(new Error('the list of regions was empty'));
}

const fromPackage = ({ message }: Failure) =>
	`The list of regions could not be read, so the regions that this package knows were read: ${message}.`;

/**
 * The regions that are meant. A region that is closed to the account is found out when it is read.
 *
 * @throws {Failure} The credential cannot be used
 */
export async function scopes(open: Open, { mode, chosen, exclude }: RegionChoice): Promise<Scopes> {
	const warnings: string[] = [];
	let regions: readonly string[] = chosen;
	if (mode !== 'chosen') {
		const own = await open();
		regions = [own.finalRegion];
		if (mode === 'all') {
			const listed = await allRegions(open, own);
			const isListed = Array.isArray(listed);
			if (!isListed) warnings.push(fromPackage(listed));
			const others = isListed ? listed : TENCENT_REGIONS.map(({ value }) => String(value));
			regions = [...others, own.finalRegion];
		}
	}
	const meant = [...new Set(regions)].filter((region) => !exclude.includes(region));
	return { scopes: meant.map(scopeIn), rows: [], warnings };
}
