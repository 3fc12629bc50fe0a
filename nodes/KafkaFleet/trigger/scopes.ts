import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { asFailure } from '../../shared/contract/failure';
import type { Scope } from '../../shared/fleet/record';
import { scopeKey } from '../../shared/fleet/record';
import type { FleetVendor, Open, RegionChoice, Scopes } from '../../shared/fleet/vendor';
import { DAY, HOUR } from '../../shared/fleet/times';
import { isObject } from '../../shared/request/serviceFailure';
import type { Kept } from './state';

/** The list of a cloud's regions, which polls share. */
interface ListedScopes {
	/** Unix time, milliseconds. */
	at: number;
	/** What was left out of it by the user. */
	exclude: string;
	scopes: Scope[];
}

/** Which regions a poll with all regions reads: lists are kept, and of many regions only those in use are read. */
export class PolledScopes {
	/** Keys of what this poll does not read, as the cloud says that it holds nothing. */
	readonly left = new Set<string>();
	/** Keys of all that there is, by cloud, where it was found out. */
	private readonly all = new Map<string, ReadonlySet<string>>();
	private readonly lists: Map<string, ListedScopes>;

	/** @param state What an earlier poll kept in `listed` */
	constructor(
		state: IDataObject | undefined,
		private readonly kept: Kept | undefined,
		private readonly clock: Clock,
	) {
		this.lists = listsFrom(state?.listed);
	}

	/** The regions to read now, in an order that no slow one has to itself. */
	async of(vendor: FleetVendor, open: Open, choice: RegionChoice): Promise<Scopes> {
		const found = await this.found(vendor, open, choice);
		return { ...found, scopes: this.shuffled(found.scopes) };
	}

	/** Whether a region was there before, and the list of the cloud does not name it any more. */
	hasVanished(cloud: string, key: string): boolean {
		const all = this.all.get(cloud);
		return all !== undefined && !all.has(key);
	}

	/** Has the regions of a cloud listed anew at the next poll. */
	forget(cloud: string): void {
		this.lists.delete(cloud);
	}

	/** What the next poll needs. */
	toState(): IDataObject {
		return { listed: [...this.lists] as never };
	}

	private async found(vendor: FleetVendor, open: Open, choice: RegionChoice): Promise<Scopes> {
		const now = this.clock.now();
		if (choice.mode !== 'all') return await vendor.scopes(open, choice, now);
		const known = this.lists.get(vendor.cloud);
		const exclude = choice.exclude.join();
		const longest = vendor.regionsInUse ? HOUR : DAY;
		const isFresh = known?.exclude === exclude && Math.abs(now - known.at) < longest;
		const scopes = isFresh ? await this.inUse(vendor, open, known.scopes, choice) : undefined;
		if (known && scopes) {
			this.all.set(vendor.cloud, keysOf(known.scopes, []));
			return { scopes, rows: [], warnings: [] };
		}
		const found = await vendor.scopes(open, choice, now);
		this.all.set(vendor.cloud, keysOf(found.scopes, found.rows));
		// What is known to be unreadable is told by a row each time.
		const isWhole = found.rows.every(({ reason }) => reason === 'skipped');
		if (isWhole && found.warnings.length === 0) {
			this.lists.set(vendor.cloud, { at: now, exclude, scopes: found.scopes });
		}
		return found;
	}

	/** Of the regions those that hold instances, did so, or could not be read; `undefined` where all are to be read. */
	private async inUse(
		vendor: FleetVendor,
		open: Open,
		scopes: Scope[],
		{ exclude }: RegionChoice,
	): Promise<Scope[] | undefined> {
		const regions = await regionsInUse(vendor, open);
		if (!regions) return vendor.regionsInUse ? undefined : scopes;
		const isNew = (region: string) => !scopes.some((scope) => scope.region === region);
		if (regions.some((region) => isNew(region) && !exclude.includes(region))) return undefined;
		const isRead = (scope: Scope) => {
			const before = this.kept?.get(scopeKey(scope));
			const isOpen = !before || before.rows.length > 0 || before.missed > 0;
			return isOpen || regions.includes(scope.region);
		};
		for (const scope of scopes) if (!isRead(scope)) this.left.add(scopeKey(scope));
		return scopes.filter(isRead);
	}

	private shuffled(scopes: readonly Scope[]): Scope[] {
		const mixed = [...scopes];
		for (let last = mixed.length - 1; last > 0; last--) {
			const other = Math.floor(this.clock.random() * (last + 1));
			[mixed[last], mixed[other]] = [mixed[other], mixed[last]];
		}
		return mixed;
	}
}

async function regionsInUse(vendor: FleetVendor, open: Open): Promise<string[] | undefined> {
	try {
		return await vendor.regionsInUse?.(open);
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		return undefined;
	}
}

/** Keys of what can be read, and of what is known to be there. */
const keysOf = (scopes: readonly Scope[], rows: Scopes['rows']): ReadonlySet<string> =>
	new Set([
		...scopes.map(scopeKey),
		...rows.map(({ cloud, region }) => scopeKey({ cloud, region, project: null, projectId: null })),
	]);

const isScope = (value: unknown): value is Scope =>
	isObject(value) && typeof value.cloud === 'string' && typeof value.region === 'string';

function listsFrom(value: unknown): Map<string, ListedScopes> {
	const lists = new Map<string, ListedScopes>();
	for (const entry of Array.isArray(value) ? (value as unknown[]) : []) {
		if (!Array.isArray(entry)) continue;
		const [cloud, list] = entry as [unknown, unknown];
		const isList =
			isObject(list) &&
			typeof list.at === 'number' &&
			typeof list.exclude === 'string' &&
			Array.isArray(list.scopes) &&
			list.scopes.every(isScope);
		if (typeof cloud === 'string' && isList) lists.set(cloud, list as unknown as ListedScopes);
	}
	return lists;
}
