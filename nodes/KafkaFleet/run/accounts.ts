import type { Clock } from '../../shared/contract/clock';
import { asFailure, type Failure } from '../../shared/contract/failure';
import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Cloud } from '../../shared/fleet/words';
import type { FleetRun } from './fleetRun';

/** How long rows wait for the account that they name, milliseconds: they are complete without it. */
const TIME_LIMIT = 10_000;

/** How long it is not asked for again after it could not be told, milliseconds. */
const PAUSE = 60_000;

/** Most accounts that are remembered at once. */
const MOST_KEPT = 500;

interface Known {
	account?: string;
	/** Why it could not be told, and when, by the monotonic clock. */
	failure?: Failure;
	since: number;
}

/** By the credential, address, and region that told them: none of these leads to another account later. */
const keptBy = new WeakMap<Clock, Map<string, Known>>();

function keep({ clock }: FleetRun, addressee: string, known: Omit<Known, 'since'>): void {
	const kept = keptBy.get(clock) ?? new Map<string, Known>();
	keptBy.set(clock, kept);
	const [oldest] = kept.keys();
	if (kept.size >= MOST_KEPT) kept.delete(oldest);
	kept.set(addressee, { ...known, since: clock.monotonic() });
}

/**
 * ID of the account that the credential of a cloud leads to, by a request, which other runs profit from.
 *
 * @throws {Failure}
 */
export async function askAccount(
	run: FleetRun,
	vendor: FleetVendor,
	signal = run.signal,
): Promise<string> {
	const { addressee } = await run.open(vendor, undefined, signal);
	const account = await vendor.account(run.opener(vendor, signal));
	keep(run, addressee, { account });
	return account;
}

async function knownAccount(run: FleetRun, vendor: FleetVendor): Promise<string> {
	const { addressee } = await run.open(vendor);
	const { account, failure, since = 0 } = keptBy.get(run.clock)?.get(addressee) ?? {};
	if (account !== undefined) return account;
	if (failure && run.clock.monotonic() - since < PAUSE) throw failure;
	const late = run.clock.timeout(TIME_LIMIT);
	try {
		return await askAccount(run, vendor, run.signal ? AbortSignal.any([run.signal, late]) : late);
	} catch (error) {
		const reason = asFailure(error);
		if (!run.signal?.aborted) keep(run, addressee, { failure: reason });
		throw reason;
	}
}

/** Accounts by cloud, and what could not be told: full sentences. */
interface Accounts {
	accounts: Map<Cloud, string>;
	warnings: string[];
}

/**
 * The accounts of clouds, by at most one request for each, and none for what is known. What cannot be told is
 * missing; that is no failure, as something may have been deleted meanwhile.
 */
export async function accountsOf(
	run: FleetRun,
	vendors: readonly FleetVendor[],
	clouds: ReadonlySet<Cloud>,
): Promise<Accounts> {
	const accounts = new Map<Cloud, string>();
	const warnings: string[] = [];
	const read = async (vendor: FleetVendor) => {
		try {
			accounts.set(vendor.cloud, await knownAccount(run, vendor));
		} catch (error) {
			const { message } = run.hide(asFailure(error));
			warnings.push(`${vendor.label}: the account could not be read: ${message}.`);
		}
	};
	await Promise.all(vendors.filter(({ cloud }) => clouds.has(cloud)).map(read));
	return { accounts, warnings };
}

/**
 * Fills in the account of instances, see {@link accountsOf}.
 *
 * @param wanted Whether what comes out has the account
 */
export async function withAccounts<Row extends { instance: FleetInstance }>(
	run: FleetRun,
	vendors: readonly FleetVendor[],
	rows: readonly Row[],
	wanted: boolean,
): Promise<{ rows: Row[]; warnings: string[] }> {
	const clouds = new Set(wanted ? rows.map(({ instance }) => instance.cloud) : []);
	const { accounts, warnings } = await accountsOf(run, vendors, clouds);
	const filled = rows.map((row) => {
		const account = accounts.get(row.instance.cloud) ?? null;
		return { ...row, instance: { ...row.instance, account } };
	});
	return { rows: filled, warnings };
}
