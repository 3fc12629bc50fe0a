import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../shared/call';
import type { Change, Watched } from '../shared/watch';
import { compare, knownFrom, toStored } from '../shared/watch';
import { detailsOf } from './eventDetails';
import { instanceStatusKind } from './status';
import type { InstanceEvent, Settings } from './triggerSettings';
import { findMissing, seeInstances, someInstances } from './watching';

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

const EVENTS = {
	appeared: 'instanceAppeared',
	statusChanged: 'instanceStatusChanged',
	disappeared: 'instanceDisappeared',
} as const satisfies Record<Change['what'], InstanceEvent>;

function itemOf(
	settings: Settings,
	event: InstanceEvent,
	change: Omit<Change, 'what'>,
): IDataObject {
	const { id, name, previousStatus, status, record } = change;
	const statusKind = event === 'instanceDisappeared' ? 'gone' : instanceStatusKind(status);
	return {
		...detailsOf(settings, {
			event,
			instanceId: id,
			instanceName: name,
			previousStatus,
			status,
			statusKind,
		}),
		instance: record ?? null,
	};
}

const hasStatus = ({ statuses }: Settings, status: string | null) =>
	statuses.length === 0 || statuses.includes(String(status));

function isWanted(settings: Settings, { what, name, status }: Change): boolean {
	if (!settings.instanceEvents.includes(EVENTS[what])) return false;
	if (!name.includes(settings.nameFilter)) return false;
	return what !== 'statusChanged' || hasStatus(settings, status);
}

/** What is there, as items of an event which says that something is there. */
function current(settings: Settings, listed: Watched[]): IDataObject[] {
	const { instanceEvents, nameFilter } = settings;
	const appeared = instanceEvents.includes('instanceAppeared');
	if (!appeared && !instanceEvents.includes('instanceStatusChanged')) return [];
	return listed
		.filter(
			({ name, status }) => name.includes(nameFilter) && (appeared || hasStatus(settings, status)),
		)
		.map((one) =>
			itemOf(settings, appeared ? 'instanceAppeared' : 'instanceStatusChanged', {
				...one,
				previousStatus: null,
			}),
		);
}

/** Instances at one poll. */
export interface InstancesPolled {
	items: IDataObject[];
	kept: string[][];
	seen: Watched[];
}

/**
 * @param stored What an earlier poll kept; without it this poll only takes note of what is there
 * @throws {Failure}
 */
export async function pollInstances(
	connection: Connection,
	settings: Settings,
	stored: unknown,
): Promise<InstancesPolled> {
	const known = knownFrom(stored);
	const listed = await seeInstances(connection);
	const { seen, gone } = await findMissing(connection, known, listed);
	const { changes, next } = compare(known, seen, gone);
	const kept = toStored(next);
	if (stored === undefined) {
		return { items: settings.emitCurrent ? current(settings, listed) : [], kept, seen };
	}
	const items = changes
		.filter((change) => isWanted(settings, change))
		.map((change) => itemOf(settings, EVENTS[change.what], change));
	return { items, kept, seen };
}

/** Examples out of what is there now, preferably of the statuses that the user chose. */
export async function sampleInstances(
	connection: Connection,
	settings: Settings,
): Promise<IDataObject[]> {
	const all = await someInstances(connection, settings.nameFilter);
	const named = all.filter(({ name }) => name.includes(settings.nameFilter));
	const fitting = named.filter(({ status }) => hasStatus(settings, status));
	const [event] = settings.instanceEvents;
	return (fitting.length > 0 ? fitting : named).slice(0, MOST_EXAMPLES).map((one) =>
		event === 'instanceDisappeared'
			? itemOf(settings, event, {
					...one,
					previousStatus: one.status,
					status: null,
					record: undefined,
				})
			: itemOf(settings, event, { ...one, previousStatus: null }),
	);
}
