import { asFailure, Failure } from '../../shared/contract/failure';
import { complete } from '../../shared/fleet/complete';
import { notReadReason, notReadRow } from '../../shared/fleet/coverage';
import type { FleetInstance, Scope, VendorRecord } from '../../shared/fleet/record';
import { scopeKey, scopeOf } from '../../shared/fleet/record';
import type {
	FleetVendor,
	Listed,
	NotRead,
	Open,
	RegionChoice,
	Scopes,
} from '../../shared/fleet/vendor';
import type { Cloud } from '../../shared/fleet/words';
import { atOnce } from './atOnce';
import type { FleetRun } from './fleetRun';
import type { FleetSettings } from './settings';

/** A region of a cloud that was read, or a project in it. */
export interface ScopeRead {
	scope: Scope;
	instances: number;
	/** How far the clock of the cloud is ahead of this machine's, milliseconds, where it is known. */
	ahead: number | undefined;
}

/** What reading a fleet gave. */
export interface Inventory {
	instances: FleetInstance[];
	/** Regions that could not be read. */
	rows: NotRead[];
	read: ScopeRead[];
	/** Clouds of which nothing could be read. */
	failed: Map<Cloud, Failure>;
	/** Full sentences. */
	warnings: string[];
}

/** Unix time by the clock of an instance's cloud, milliseconds; `undefined` where it is not known. */
export function cloudTimeOf({ read }: Inventory, one: FleetInstance, here: number) {
	const key = scopeKey(scopeOf(one));
	const ahead = read.find(({ scope }) => scopeKey(scope) === key)?.ahead;
	return ahead === undefined ? undefined : here + ahead;
}

/** Scopes of one cloud that are read at once; their pages come one after another. */
const SCOPES_AT_ONCE = 4;

/** Which further reading an operation needs. */
export interface InventoryNeeds {
	details: boolean;
	/** Which regions to read, where that is not what the vendor lists. */
	scopesOf?: (vendor: FleetVendor, open: Open, choice: RegionChoice) => Promise<Scopes>;
}

/**
 * Reads the instances of all chosen clouds and regions. What could not be read is a row; nothing is left
 * out without one.
 *
 * @throws {Failure} `cancelled`; `refused` with more instances than the settings allow
 */
export async function readFleet(
	run: FleetRun,
	settings: FleetSettings,
	needs: InventoryNeeds,
): Promise<Inventory> {
	const clouds = await Promise.all(
		settings.vendors.map(async (vendor) => await readCloud(run, vendor, settings, needs)),
	);
	const instances = clouds.flatMap((cloud) => cloud.instances);
	if (instances.length > settings.mostInstances) throw tooMany(instances.length, settings);
	return {
		instances,
		rows: clouds.flatMap(({ rows }) => rows),
		read: clouds.flatMap(({ read }) => read),
		failed: new Map(clouds.flatMap(({ failed }) => [...failed])),
		warnings: clouds.flatMap(({ warnings }) => warnings),
	};
}

const tooMany = (count: number, { mostInstances }: FleetSettings) =>
	new Failure(
		'unfinished',
		`there are ${count} instances, more than 'Maximum Instances' allows (${mostInstances})`,
		{ advice: "Choose fewer clouds or regions, or increase 'Maximum Instances' in the options." },
	);

async function readCloud(
	run: FleetRun,
	vendor: FleetVendor,
	settings: FleetSettings,
	needs: InventoryNeeds,
): Promise<Inventory> {
	const { cloud } = vendor;
	const { clock } = run;
	const empty = { instances: [], rows: [], read: [], warnings: [] };
	try {
		run.needCredential(vendor);
		const open = run.opener(vendor);
		const choice = settings.regionsOf(vendor);
		const found = needs.scopesOf
			? await needs.scopesOf(vendor, open, choice)
			: await vendor.scopes(open, choice, clock.now());
		const reads = await atOnce(
			found.scopes,
			SCOPES_AT_ONCE,
			async (scope) => await readScope(run, vendor, scope, settings, needs),
		);
		const read = reads.flatMap((one) => ('listed' in one ? [one] : []));
		const missing = reads.flatMap((one) => ('row' in one ? [one] : []));
		if (read.length === 0) {
			const failure = missing[0]?.failure ?? nothingReadable(vendor, found.rows);
			const rows = [...found.rows, ...missing.map(({ row }) => row)];
			if (failure) return { ...empty, rows, failed: new Map([[cloud, failure]]) };
		}
		const listed = read.map((one) => one.listed);
		const checked = await crossChecked(run, vendor, open, listed);
		return {
			instances: read.flatMap((one) => one.instances),
			rows: [...found.rows, ...missing.map(({ row }) => row), ...checked.rows],
			read: read.map(({ listed: { scope, records }, ahead }) => ({
				scope,
				instances: records.length,
				ahead,
			})),
			failed: new Map(),
			warnings: [
				...found.warnings,
				...listed.flatMap(({ scope, warnings }) =>
					warnings.map((warning) => `${scope.region}: ${warning}`),
				),
				...checked.warnings,
			],
		};
	} catch (error) {
		const failure = asFailure(error);
		if (run.signal?.aborted) throw failure;
		return { ...empty, failed: new Map([[cloud, failure]]) };
	}
}

/** All that was asked for is known to be unreadable; nothing asked for is no failure. */
function nothingReadable({ label }: FleetVendor, rows: NotRead[]): Failure | undefined {
	const unreadable = rows.filter(({ reason }) => reason !== 'skipped');
	const [first] = unreadable;
	return (
		first &&
		new Failure('refused', `no region of ${label} could be read: ${first.message}`, {
			advice: first.whatToDo,
			...(first.code && { code: first.code }),
			...(first.requestId && { requestId: first.requestId }),
		})
	);
}

type ScopeResult =
	| { listed: Listed; instances: FleetInstance[]; ahead: number | undefined }
	| { row: NotRead; failure: Failure };

async function readScope(
	run: FleetRun,
	vendor: FleetVendor,
	scope: Scope,
	{ timeLimit, raw, completing }: FleetSettings,
	{ details }: InventoryNeeds,
): Promise<ScopeResult> {
	const { clock } = run;
	const late = clock.timeout(timeLimit);
	const signal = run.signal ? AbortSignal.any([run.signal, late]) : late;
	const how = { raw, now: clock.now() };
	try {
		const at = await run.open(vendor, scope.region, signal);
		const listed = await vendor.list(at, scope, how);
		const records = details
			? await atOnce(
					listed.records,
					DETAILS_AT_ONCE,
					async (one) => await vendor.withDetails(at, one, how),
				)
			: listed.records;
		const here = clock.now();
		const there = run.cloudTime(at);
		const now = there ?? here;
		const instances = records.map((one) => complete(hidden(run, one), { ...completing, now }));
		return {
			listed: { ...listed, records },
			instances,
			ahead: there === undefined ? undefined : there - here,
		};
	} catch (error) {
		const failure = asFailure(error);
		if (run.signal?.aborted) throw failure;
		const isLate = late.aborted && failure.kind === 'cancelled';
		const told = run.hide(isLate ? tooSlow(failure, timeLimit) : failure);
		const reason = isLate ? 'timedOut' : notReadReason(failure, vendor.notReadReason(failure));
		return { row: notReadRow(scope, told, reason, clock.now()), failure: told };
	}
}

/** Requests for details of one region that are under way at once. */
const DETAILS_AT_ONCE = 8;

/** A record of the vendor may repeat what was sent. */
const hidden = (run: FleetRun, { raw, ...record }: VendorRecord): VendorRecord =>
	raw ? { ...record, raw: run.hide(raw) } : record;

const tooSlow = (failure: Failure, timeLimit: number) =>
	failure.with({
		kind: 'lost',
		message: `the region was not read within ${timeLimit / 1_000} seconds`,
		advice:
			"Run this again later, exclude the region, or increase 'Time Limit per Region (Seconds)'.",
	});

/** What no list showed; a check that cannot be made takes nothing away from the lists. */
async function crossChecked(run: FleetRun, vendor: FleetVendor, open: Open, listed: Listed[]) {
	if (!vendor.crossCheck || listed.length === 0) return { rows: [], warnings: [] };
	try {
		const rows = await vendor.crossCheck(open, listed, run.clock.now());
		return { rows, warnings: [] };
	} catch (error) {
		const failure = asFailure(error);
		if (run.signal?.aborted) throw failure;
		const warning = `${vendor.label}: whether the lists of its regions are complete could not be checked: ${failure.message}.`;
		return { rows: [], warnings: [warning] };
	}
}
