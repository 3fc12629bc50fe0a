import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { asFailure, Failure } from '../../shared/contract/failure';
import type { FleetInstance, Scope } from '../../shared/fleet/record';
import { rowOf } from '../../shared/fleet/coverage';
import { scopeKey, scopeOf } from '../../shared/fleet/record';
import type { FleetVendor, NotRead } from '../../shared/fleet/vendor';
import type { Cloud } from '../../shared/fleet/words';
import type { Poller } from '../../shared/trigger/poll';
import { Secrets } from '../../shared/request/secrets';
import { accountsOf } from '../run/accounts';
import { FleetRun } from '../run/fleetRun';
import { cloudTimeOf, readFleet, type Inventory } from '../run/inventory';
import { compareScope, isWanted, missingOf, type Happened } from './compare';
import { eventItem, regionItem } from './items';
import { PolledScopes } from './scopes';
import { triggerSettings, type FleetTriggerSettings } from './settings';
import { countKept, keptFrom, MOST_KEPT, toState, type Kept, type KeptScope } from './state';

/** Polls in a row after which a region that cannot be read is told: one is no news. */
const TOLD_AFTER = 3;

/** Most instances that one poll looks up by themselves, as no list shows them. */
const MOST_LOOKED_UP = 20;

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

/** What one poll does. */
export function fleetPoller(
	context: IPollFunctions,
	clock: Clock,
	vendors: readonly FleetVendor[],
	signal: AbortSignal,
): Poller {
	const settings = checked(() => triggerSettings(context, clock, vendors));
	const run = new FleetRun(context, clock, signal, 0);
	return {
		// Each item is masked where it is made, as every cloud has secrets of its own.
		secrets: new Secrets(),
		// A scope that comes or goes is no reason to forget the others.
		scope: 'fleet',
		async poll(state) {
			const kept = keptFrom(state);
			const polled = new PolledScopes(state, kept, clock);
			const inventory = await readAll(run, settings, polled);
			const missing = new Map<string, ReadonlySet<string>>();
			for (const { scope } of inventory.read) {
				const key = scopeKey(scope);
				const ids = missingOf(kept?.get(key), instancesOf(inventory, scope));
				missing.set(key, await goneOf(run, settings, scope, ids));
			}
			const { items, state: next } = advance(kept, inventory, missing, settings, polled);
			// Where nothing can be read, the list may be of another account.
			for (const cloud of inventory.failed.keys()) polled.forget(cloud);
			await nameAccounts(run, settings, items);
			return run.hide({ items, state: { ...next, ...polled.toState() } });
		},
		async sample() {
			const { instances, read } = await readAll(run, settings);
			const [event] = settings.events;
			const named = instances.filter(({ name }) => name.includes(settings.nameFilter));
			const [scope] = read.map((one) => one.scope);
			if (event.startsWith('region') && scope) {
				return [regionItem(event as 'regionNotReadable', scope, undefined, settings)];
			}
			const examples = named.slice(0, MOST_EXAMPLES).map((instance) => {
				const { id, name, state } = instance;
				const happened = { event, previousState: null, state, instance, id, name, more: {} };
				return run.hide(eventItem(scopeOf(instance), happened as Happened, settings));
			});
			await nameAccounts(run, settings, examples);
			return examples;
		},
	};
}

/** Fills in the account of items that have all fields; only an event costs a request, and only the first one. */
async function nameAccounts(
	run: FleetRun,
	{ fleet }: FleetTriggerSettings,
	items: IDataObject[],
): Promise<void> {
	const open = items.filter((item) => item.account === null);
	const clouds = new Set(open.map(({ cloud }) => cloud as Cloud));
	const { accounts } = await accountsOf(run, fleet.vendors, clouds);
	for (const item of open) item.account = accounts.get(item.cloud as Cloud) ?? null;
}

function checked<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw asFailure(error);
	}
}

/** Reads the fleet; where nothing of it can be read the poll fails, which n8n shows. */
async function readAll(
	run: FleetRun,
	{ fleet }: FleetTriggerSettings,
	polled?: PolledScopes,
): Promise<Inventory> {
	const scopesOf = polled && polled.of.bind(polled);
	const inventory = await readFleet(run, fleet, { details: false, scopesOf });
	const [failure] = inventory.failed.values();
	if (failure && inventory.failed.size === fleet.vendors.length) throw failure;
	// What is set wrongly does not get better by polling again.
	for (const one of inventory.failed.values()) if (one.kind === 'notSent') throw one;
	return inventory;
}

const instancesOf = ({ instances }: Inventory, scope: Scope): FleetInstance[] =>
	instances.filter((one) => scopeKey(scopeOf(one)) === scopeKey(scope));

/** A list can lack a row for a moment, so no end is believed before a look for the instance itself. */
async function goneOf(
	run: FleetRun,
	{ fleet }: FleetTriggerSettings,
	scope: Scope,
	ids: readonly string[],
): Promise<Set<string>> {
	const gone = new Set<string>();
	const vendor = fleet.vendors.find(({ cloud }) => cloud === scope.cloud);
	if (!vendor || ids.length === 0) return gone;
	const at = await run.open(vendor, scope.region);
	for (const id of ids.slice(0, MOST_LOOKED_UP)) {
		try {
			const found = await vendor.read(at, scope, id, { raw: false, now: run.clock.now() });
			if (!found || found.state === 'gone') gone.add(id);
		} catch (error) {
			// It is looked for again at the next poll.
			if (run.signal?.aborted) throw asFailure(error);
		}
	}
	return gone;
}

/** Compares everything with what was kept; each scope goes on by itself. */
export function advance(
	kept: Kept | undefined,
	inventory: Inventory,
	gone: ReadonlyMap<string, ReadonlySet<string>>,
	settings: FleetTriggerSettings,
	polled?: PolledScopes,
): { items: IDataObject[]; state: IDataObject } {
	const next: Kept = new Map();
	const items: IDataObject[] = [];
	const { observedAt, emitCurrent } = settings;
	for (const { scope } of inventory.read) {
		const key = scopeKey(scope);
		const before = kept?.get(key);
		const instances = instancesOf(inventory, scope);
		const [first] = instances;
		const now = (first && cloudTimeOf(inventory, first, observedAt)) ?? observedAt;
		// What is there at a first poll is told only where that is asked for.
		const known = before ?? (!kept && emitCurrent ? EMPTY : undefined);
		const { happened, rows } = compareScope(known, instances, gone.get(key) ?? NONE, settings, now);
		const wanted = happened.filter((one) => isWanted(one, settings));
		items.push(...wanted.map((one) => eventItem(scope, one, settings)));
		if (before?.told && settings.events.includes('regionReadableAgain')) {
			items.push(regionItem('regionReadableAgain', scope, undefined, settings));
		}
		next.set(key, { rows, missed: 0, told: false });
	}
	for (const [key, scope] of kept ?? []) if (polled?.left.has(key)) next.set(key, scope);
	for (const [key, row] of unreadable(kept, inventory, settings, polled)) {
		const before = kept?.get(key) ?? EMPTY;
		const missed = before.missed + 1;
		const isTold = before.told || missed >= TOLD_AFTER;
		if (isTold && !before.told && settings.events.includes('regionNotReadable')) {
			items.push(regionItem('regionNotReadable', placeOf(key), row, settings));
		}
		next.set(key, { rows: before.rows, missed, told: isTold });
	}
	const count = countKept(next);
	if (count > MOST_KEPT) throw tooMany(count);
	return { items, state: toState(next) };
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: KeptScope = { rows: [], missed: 0, told: false };

const tooMany = (count: number) =>
	new Failure(
		'unfinished',
		`there are ${count} instances, more than this trigger can watch (${MOST_KEPT})`,
		{
			advice: 'Choose fewer clouds or regions. Nothing was lost: what was known is still known.',
		},
	);

/** Scopes that could not be read, by key: those with a row, and all that was kept of a cloud that failed. */
function unreadable(
	kept: Kept | undefined,
	{ rows, failed, read }: Inventory,
	{ fleet, observedAt }: FleetTriggerSettings,
	polled?: PolledScopes,
): Map<string, NotRead | undefined> {
	const wasRead = new Set(read.map(({ scope }) => scopeKey(scope)));
	const found = new Map<string, NotRead | undefined>();
	const isOf = (row: NotRead, key: string) => {
		const { cloud, region } = placeOf(key);
		return row.cloud === cloud && row.region === region;
	};
	for (const row of rows.filter(
		({ reason }) => reason !== 'skipped' && reason !== 'missingFromRegion',
	)) {
		const known = [...(kept?.keys() ?? [])].filter((key) => isOf(row, key) && !wasRead.has(key));
		const keys = known.length > 0 ? known : [`${row.cloud}:${row.region}:`];
		for (const key of keys) if (!wasRead.has(key)) found.set(key, row);
	}
	for (const key of kept?.keys() ?? []) {
		const { cloud, region, project } = placeOf(key);
		const isChosen = fleet.vendors.some((vendor) => vendor.cloud === cloud);
		if (isChosen && failed.has(cloud) && !found.has(key)) found.set(key, undefined);
		const vendor = fleet.vendors.find((one) => one.cloud === cloud);
		const choice = vendor && fleet.regionsOf(vendor);
		const isMeant = choice?.mode === 'all' && !choice.exclude.includes(region);
		if (isMeant && !wasRead.has(key) && !found.has(key) && polled?.hasVanished(cloud, key)) {
			const scope = { cloud, region, project, projectId: null };
			found.set(key, rowOf(scope, 'notOpened', VANISHED, observedAt));
		}
	}
	return found;
}

/** A region that goes away takes its instances along without a word of the cloud. */
const VANISHED = 'the cloud does not list this region or project any more';

/** Where a scope is, by its key. */
function placeOf(key: string): Pick<Scope, 'cloud' | 'region' | 'project'> {
	const [cloud, region, project] = key.split(':');
	return { cloud: cloud as Scope['cloud'], region, project: project || null };
}
