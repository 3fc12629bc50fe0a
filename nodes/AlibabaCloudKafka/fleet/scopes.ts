import { isRegion } from '../../../credentials/fields/checks';
import { ALIBABA_REGIONS } from '../../../credentials/regions/alibaba';
import { asFailure, type Failure } from '../../shared/contract/failure';
import type { Scope } from '../../shared/fleet/record';
import type {
	Listed,
	NotRead,
	NotReadReason,
	Open,
	RegionChoice,
	Scopes,
} from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import { idsByRegion } from '../api/pages';
import { readRequest } from '../api/requests';

/** The regions of Alibaba Cloud, and the list of all IDs that proves that none of them was missed. */

/** IDs of the account's instances, by region. */
type Ids = ReadonlyMap<string, readonly string[]>;

const KNOWN: readonly string[] = ALIBABA_REGIONS.map(({ value }) => String(value));

const scopeIn = (region: string): Scope => ({
	cloud: 'alibaba',
	region,
	project: null,
	projectId: null,
});

/** AliKafka API Reference, GetAllInstanceIdList: one request, whatever region it is sent to. */
async function readIds(open: Open): Promise<Ids> {
	return idsByRegion(await call(await open(), readRequest('GetAllInstanceIdList')));
}

/** What the list of all IDs said at the start of a run, which knows it by its connections. */
const idsOfRuns = new WeakMap<Open, Ids>();

/** Regions that hold instances. */
export async function regionsInUse(open: Open): Promise<string[]> {
	const ids = await readIds(open);
	return [...ids].filter(([, found]) => found.length > 0).map(([region]) => region);
}

const unchecked = ({ message }: Failure) =>
	`The list of all instance IDs could not be read, so that it is not known whether other regions hold instances: ${message}.`;

/** All regions that the package knows, and those that the list of all IDs names besides. */
async function allRegions(open: Open): Promise<{ regions: string[]; warnings: string[] }> {
	try {
		const ids = await readIds(open);
		idsOfRuns.set(open, ids);
		const further = [...ids.keys()].filter((region) => isRegion(region));
		return { regions: [...new Set([...KNOWN, ...further])], warnings: [] };
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		return { regions: [...KNOWN], warnings: [unchecked(failure)] };
	}
}

interface Row {
	region: string;
	reason: NotReadReason;
	message: string;
	whatToDo: string;
}

const rowOf = (row: Row, now: number): NotRead => ({
	kind: 'regionNotRead',
	cloud: 'alibaba',
	project: null,
	code: null,
	requestId: null,
	readAt: new Date(now).toISOString(),
	...row,
});

const noRegion = (region: string): Row => ({
	region,
	reason: 'skipped',
	message: `${region} is not a region ID`,
	whatToDo: 'Enter a region ID, for example cn-hangzhou.',
});

/**
 * The regions to read. Each is a scope, whether or not it holds instances: only its own list can prove that
 * it does not.
 *
 * @param now Unix time, milliseconds
 */
export async function scopes(open: Open, wanted: RegionChoice, now: number): Promise<Scopes> {
	const { mode, chosen, exclude } = wanted;
	const { regions, warnings } =
		mode === 'all'
			? await allRegions(open)
			: {
					regions: mode === 'own' ? [(await open()).finalRegion] : [...new Set(chosen)],
					warnings: [],
				};
	const left = regions.filter((region) => !exclude.includes(region));
	return {
		scopes: left.filter((region) => isRegion(region)).map(scopeIn),
		rows: left.filter((region) => !isRegion(region)).map((region) => rowOf(noRegion(region), now)),
		warnings,
	};
}

const missing = (region: string, ids: readonly string[]): Row => ({
	region,
	reason: 'missingFromRegion',
	message: `the account has ${ids.length === 1 ? 'an instance' : `${ids.length} instances`} in ${region} that the list of the region lacks: ${ids.join(', ')}`,
	whatToDo:
		'Check in the console whether it still exists. If so, check that the RAM user may list it: a policy can be limited to resource groups.',
});

/** IDs that a list of all IDs names in a region that was read, and that the region's list lacks. */
function missingIn(ids: Ids, listed: readonly Listed[]): Map<string, string[]> {
	const found = new Set(listed.flatMap(({ records }) => records.map(({ id }) => id)));
	const read = new Set(listed.map(({ scope }) => scope.region));
	const lacking = [...ids]
		.filter(([region]) => read.has(region))
		.map(([region, all]) => [region, all.filter((id) => !found.has(id))] as const);
	return new Map(lacking.filter(([, lost]) => lost.length > 0).map(([r, lost]) => [r, [...lost]]));
}

/**
 * Looks for instances that no region's list has shown, where all regions were read. What was deleted
 * meanwhile is not among them: where one is missing, the list of all IDs is read once more.
 *
 * @param now Unix time, milliseconds
 */
export async function crossCheck(
	open: Open,
	listed: readonly Listed[],
	now: number,
): Promise<NotRead[]> {
	const before = idsOfRuns.get(open);
	if (!before) return [];
	const lost = missingIn(before, listed);
	if (lost.size === 0) return [];
	const after = missingIn(await readIds(open), listed);
	return [...lost].flatMap(([region, ids]) => {
		const still = ids.filter((id) => after.get(region)?.includes(id));
		return still.length > 0 ? [rowOf(missing(region, still), now)] : [];
	});
}

/** Codes that say that the user may not list instances. */
const NOT_ALLOWED: ReadonlySet<string> = new Set([
	'AUTH_PERMISSION_CHECK_ERROR',
	'AUTH_REQUEST_NOT_ALLOWED',
	'AUTH_SYSTEM_PERMISSION_CHECK_ERROR',
	'Forbidden',
	'Forbidden.RAM',
	'NoPermission',
]);

/** Codes of a service that is not activated, or that a region does not have. */
const NOT_OPENED: ReadonlySet<string> = new Set([
	'AUTH_SERVICE_CHECK_ERROR',
	'InvalidAction.NotFound',
	'InvalidApi.NotFound',
	'InvalidProduct.NotFound',
	'InvalidRegionId',
	'InvalidRegionId.NotFound',
]);

/** Why a list was refused, where the code says more than the kind of failure. */
export function notReadReason({ details }: Failure): NotReadReason | undefined {
	const { code = '' } = details;
	if (NOT_ALLOWED.has(code)) return 'noPermission';
	return NOT_OPENED.has(code) ? 'notOpened' : undefined;
}
