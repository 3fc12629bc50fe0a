import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from '../../shared/contract/completion';
import type { Connection } from '../../shared/request/connection';
import type { Change, Watched } from '../../shared/trigger/compare';
import { compare, knownFrom, toStored } from '../../shared/trigger/compare';
import { detailsOf } from '../../shared/trigger/settings';
import type { Status } from '../api/status';
import type { Settings } from './watched';

/** Things of a list whose statuses the trigger watches: connector tasks, and imports of logs. */
export interface ListedView {
	/** Event of any other status, and of what is there no longer. */
	changed: string;
	/** Event of a status that is a failure. */
	failed: string;
	statuses: ReadonlyMap<string, Status>;
	/** Everything that is there now. */
	all(connection: Connection, settings: Settings): Promise<Watched[]>;
	/** Whether something that was known belongs to what is watched now. */
	isWatched(id: string, settings: Settings): boolean;
	/** What an item says of it besides its status. */
	about(id: string, name: string, record?: IDataObject): IDataObject;
}

/** What is kept of it: ID, status, and name. */
export type ListedKept = string[][];

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

export const watches = ({ changed, failed }: ListedView, { events }: Settings): boolean =>
	events.includes(changed) || events.includes(failed);

function kindIn({ statuses }: ListedView, status: string | null): StatusKind {
	if (status === null) return 'gone';
	return [...statuses.values()].find(({ name }) => name === status)?.kind ?? 'unknown';
}

const itemOf = (
	view: ListedView,
	settings: Settings,
	event: string,
	{ id, name, previousStatus, status, record }: Omit<Change, 'what'>,
): IDataObject => ({
	...detailsOf(settings, {
		event,
		instanceId: null,
		instanceName: null,
		previousStatus,
		status,
		statusKind: kindIn(view, status),
	}),
	...view.about(id, name, record),
});

/** The events of a change; what is new has not changed, but may have failed. */
function eventsOf(view: ListedView, { events }: Settings, change: Change, isFirst: boolean) {
	const hasChanged = change.what !== 'appeared' || isFirst;
	return [
		...(hasChanged ? [view.changed] : []),
		...(kindIn(view, change.status) === 'failed' ? [view.failed] : []),
	].filter((event) => events.includes(event));
}

/**
 * One look at a list. One that lacks a row is read again, as a list can lack one for a moment.
 *
 * @param stored What an earlier poll kept; without it this poll only takes note of what is there, unless the
 *   current state is wanted
 * @throws {Failure}
 */
export async function pollListed(
	view: ListedView,
	connection: Connection,
	settings: Settings,
	stored: ListedKept | undefined,
): Promise<{ items: IDataObject[]; kept: ListedKept }> {
	const rows = stored?.filter(([id]) => view.isWatched(id, settings));
	const known = knownFrom(rows);
	const listed = await view.all(connection, settings);
	const isIn = (all: Watched[], id: string) => all.some((one) => one.id === id);
	const missing = [...known.keys()].filter((id) => !isIn(listed, id));
	const again = missing.length > 0 ? await view.all(connection, settings) : [];
	const seen = [...listed, ...again.filter(({ id }) => missing.includes(id))];
	const { changes, next } = compare(known, seen, new Set(missing.filter((id) => !isIn(again, id))));
	const told = stored || settings.emitCurrent ? changes : [];
	return {
		items: told.flatMap((change) =>
			eventsOf(view, settings, change, !stored).map((event) =>
				itemOf(view, settings, event, change),
			),
		),
		kept: toStored(next),
	};
}

/** Examples out of what is there now, preferably of a failure where that is watched alone. */
export async function sampleListed(
	view: ListedView,
	connection: Connection,
	settings: Settings,
): Promise<IDataObject[]> {
	const all = await view.all(connection, settings);
	const event = settings.events.includes(view.changed) ? view.changed : view.failed;
	const failed = all.filter(({ status }) => kindIn(view, status) === 'failed');
	const fitting = event === view.failed && failed.length > 0 ? failed : all;
	return fitting
		.slice(0, MOST_EXAMPLES)
		.map((one) =>
			itemOf(view, settings, event, { ...one, previousStatus: before(view, one.status) }),
		);
}

/** A status that something can have had before, so that a condition can be built from an example. */
const before = ({ statuses }: ListedView, status: string): string | null =>
	[...statuses.values()].find(
		({ name, kind }) => name !== status && (kind === 'ready' || kind === 'idle'),
	)?.name ?? null;
