import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../request/connection';
import type { StatusKind } from '../contract/completion';
import { detailsOf, statusKey, type TriggerSettings } from './settings';
import type { Change, Known, Watched } from './compare';
import { areRows, compare, knownFrom, toStored } from './compare';

/** What became of instances that are missing from the list. */
export interface Found {
	/** All that are there, the listed ones among them. */
	seen: Watched[];
	/** IDs of what is known for certain to be gone. */
	gone: Set<string>;
}

/** How a vendor's instances are seen by its trigger. */
export interface InstanceView {
	/**
	 * Every instance of the account and region.
	 *
	 * @throws {Failure} Also when the list is not a true picture of what there is
	 */
	all(connection: Connection): Promise<Watched[]>;
	/** Some instances for an example, where that costs less than all. */
	some?(connection: Connection, name: string): Promise<Watched[]>;
	/**
	 * Looks up instances that the list no longer has, where a list hides some that still exist. By
	 * default the list is read once more, and what is not in that either is gone.
	 */
	findMissing?(connection: Connection, known: Known, listed: Watched[]): Promise<Found>;
	/** A record as items show it, by default as it is; most records are never shown. */
	shown?(record: IDataObject): IDataObject;
	kind(status: unknown): StatusKind;
	/** What an instance usually was before it was ready, and before it was anything else; for examples. */
	readonly earlier: Readonly<Record<'ready' | 'other', string>>;
	/** When an instance expires, milliseconds since 1970; undefined when it does not. */
	expiresAt?(record: IDataObject): number | undefined;
}

const CHANGES = {
	appeared: 'instanceAppeared',
	statusChanged: 'instanceStatusChanged',
	disappeared: 'instanceDisappeared',
} as const satisfies Record<Change['what'], string>;

const EXPIRING = 'instanceExpiring';

/** Events that every cloud has. */
export const CHANGE_EVENTS: readonly string[] = Object.values(CHANGES);

/** Events for which the list of instances has to be read. */
export const INSTANCE_EVENTS: readonly string[] = [...CHANGE_EVENTS, EXPIRING];

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

const DAY = 86_400_000;

/** What is kept of the instances between two polls. */
export interface InstancesKept extends IDataObject {
	known: string[][];
	/** Of what was reported as expiring: ID, moment of expiry and threshold in days. */
	expiring?: string[][];
}

/** What an earlier poll kept; nothing where it is not of that form. */
export function instancesKept(stored: unknown): InstancesKept | undefined {
	const { known, expiring } = (stored ?? {}) as Partial<InstancesKept>;
	const isKept = areRows(known) && (expiring === undefined || areRows(expiring));
	return isKept ? (stored as InstancesKept) : undefined;
}

/** Instances at one poll. */
export interface InstancesPolled {
	items: IDataObject[];
	kept: InstancesKept;
	seen: Watched[];
}

const hasStatus = ({ statuses }: TriggerSettings, status: string | null) =>
	statuses.length === 0 || statuses.includes(statusKey(status));

/** The events of a vendor's instances. */
export class InstanceEvents {
	constructor(private readonly view: InstanceView) {}

	/**
	 * @param stored What an earlier poll kept; without it this poll only takes note of what is there
	 * @throws {Failure}
	 */
	async poll(
		connection: Connection,
		settings: TriggerSettings,
		stored: InstancesKept | undefined,
	): Promise<InstancesPolled> {
		const known = knownFrom(stored?.known);
		const listed = await this.view.all(connection);
		const { seen, gone } = await this.found(connection, known, listed);
		const { changes, next } = compare(known, seen, gone);
		const expiring = this.expiring(settings, seen, stored?.expiring ?? []);
		const changed = stored
			? changes
					.filter((change) => isWanted(settings, change))
					.map((change) => this.item(settings, CHANGES[change.what], change))
			: this.current(settings, listed);
		return {
			items: [...changed, ...expiring.items],
			kept: {
				known: toStored(next),
				...(expiring.kept.length > 0 && { expiring: expiring.kept }),
			},
			seen,
		};
	}

	/** A list can lack a row for a moment, so no end is believed before a second look. */
	private async found(connection: Connection, known: Known, listed: Watched[]): Promise<Found> {
		if (this.view.findMissing) return await this.view.findMissing(connection, known, listed);
		const missing = missingFrom(listed, known);
		if (missing.length === 0) return { seen: listed, gone: new Set() };
		const again = new Map((await this.view.all(connection)).map((one) => [one.id, one]));
		return {
			seen: [...listed, ...missing.flatMap((id) => again.get(id) ?? [])],
			gone: new Set(missing.filter((id) => !again.has(id))),
		};
	}

	/** Examples out of what is there now, preferably of the statuses that the user chose. */
	async sample(connection: Connection, settings: TriggerSettings): Promise<IDataObject[]> {
		const { nameFilter } = settings;
		const all = await (this.view.some?.(connection, nameFilter) ?? this.view.all(connection));
		const named = all.filter(({ name }) => name.includes(nameFilter));
		const event = settings.events.find((one) => INSTANCE_EVENTS.includes(one)) ?? '';
		const fitting =
			event === EXPIRING
				? this.byExpiry(named)
				: named.filter(({ status }) => hasStatus(settings, status));
		return (fitting.length > 0 ? fitting : named).slice(0, MOST_EXAMPLES).map((one) => {
			if (event === CHANGES.disappeared) {
				const { id, name, status } = one;
				return this.item(settings, event, { id, name, previousStatus: status, status: null });
			}
			if (event === EXPIRING) return this.expiryItem(settings, one);
			const previousStatus = event === CHANGES.statusChanged ? this.earlierThan(one) : null;
			return this.item(settings, event, { ...one, previousStatus });
		});
	}

	/** A status that can have come before; with none, a condition on it could not be built from an example. */
	private earlierThan({ status }: Watched): string {
		const { ready, other } = this.view.earlier;
		return this.view.kind(status) === 'ready' ? ready : other;
	}

	/** Those that expire, the next one first. */
	private byExpiry(all: Watched[]): Watched[] {
		return all
			.map((one) => ({ one, at: this.view.expiresAt?.(one.record) ?? NaN }))
			.filter(({ at }) => !Number.isNaN(at))
			.sort((a, b) => a.at - b.at)
			.map(({ one }) => one);
	}

	/** At a first poll: what is there, as items of an event which says that something is there. */
	private current(settings: TriggerSettings, listed: Watched[]): IDataObject[] {
		const { emitCurrent, events, nameFilter } = settings;
		const appeared = events.includes(CHANGES.appeared);
		if (!emitCurrent || (!appeared && !events.includes(CHANGES.statusChanged))) return [];
		return listed
			.filter(
				({ name, status }) =>
					name.includes(nameFilter) && (appeared || hasStatus(settings, status)),
			)
			.map((one) =>
				this.item(settings, appeared ? CHANGES.appeared : CHANGES.statusChanged, {
					...one,
					previousStatus: null,
				}),
			);
	}

	/**
	 * What expires soon and was not reported yet, the first poll included: nothing would ever tell of
	 * what was within the time already. A renewed instance is reported again before its next expiry.
	 */
	private expiring(settings: TriggerSettings, seen: Watched[], reported: string[][]) {
		if (!settings.events.includes(EXPIRING)) return { items: [], kept: reported };
		const before = new Set(reported.map((row) => row.join()));
		const soon = seen.flatMap((one) => {
			const at = this.view.expiresAt?.(one.record);
			const days = settings.expiryDays;
			if (at === undefined || at - settings.observedAt > days * DAY) return [];
			if (this.view.kind(one.status) === 'gone') return [];
			const row = [one.id, String(at), String(days)];
			const wasEmitted = before.has(row.join());
			// One that was told stays so while it has another name or the filter is another one.
			return wasEmitted || one.name.includes(settings.nameFilter) ? [{ one, row, wasEmitted }] : [];
		});
		return {
			items: soon
				.filter(({ wasEmitted }) => !wasEmitted)
				.map(({ one }) => this.expiryItem(settings, one)),
			kept: soon.map(({ row }) => row),
		};
	}

	private expiryItem(settings: TriggerSettings, one: Watched): IDataObject {
		const at = this.view.expiresAt?.(one.record);
		return {
			...this.item(settings, EXPIRING, { ...one, previousStatus: one.status }),
			expiresAt: at === undefined ? null : new Date(at).toISOString(),
			daysLeft: at === undefined ? null : Math.round(((at - settings.observedAt) / DAY) * 10) / 10,
		};
	}

	private item(
		settings: TriggerSettings,
		event: string,
		{ id, name, previousStatus, status, record }: Omit<Change, 'what'>,
	): IDataObject {
		return {
			...detailsOf(settings, {
				event,
				instanceId: id,
				instanceName: name,
				previousStatus,
				status,
				statusKind: event === CHANGES.disappeared ? 'gone' : this.view.kind(status),
			}),
			instance: record ? (this.view.shown?.(record) ?? record) : null,
		};
	}
}

/** IDs of what is known and not listed, what was not seen for longest first. */
export function missingFrom(listed: Watched[], known: Known): string[] {
	const present = new Set(listed.map(({ id }) => id));
	return [...known.keys()].filter((id) => !present.has(id));
}

function isWanted(settings: TriggerSettings, { what, name, status }: Change): boolean {
	if (!settings.events.includes(CHANGES[what])) return false;
	if (!name.includes(settings.nameFilter)) return false;
	return what !== 'statusChanged' || hasStatus(settings, status);
}
