import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { detailsOf } from '../../shared/trigger/settings';
import type { Watched } from '../../shared/trigger/compare';
import { instanceStatusKind, topicStatus } from '../api/status';
import type { Settings, TopicEvent } from './settings';
import { readInstance, readTopics } from './instances';

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

/** What is kept of the topics of an instance; the names, as the event of a deletion has to tell them. */
export interface TopicsKept extends IDataObject {
	of: string;
	names: string[];
}

/** Whether what was stored is of that form. */
export function isTopicsKept(stored: unknown): stored is TopicsKept {
	const { of, names } = (stored ?? {}) as Partial<TopicsKept>;
	const areNames = Array.isArray(names) && names.every((name) => typeof name === 'string');
	return typeof of === 'string' && areNames;
}

/** A difference between two polls; the record of a topic that is there. */
interface TopicChange {
	event: TopicEvent;
	name: string;
	record?: IDataObject;
}

/**
 * Whether the list of topics tells what there is. That of an instance which is at rest or being worked
 * on may be refused, or empty; its topics are compared when it serves again.
 */
export const showsTopics = ({ status }: Watched): boolean =>
	!['idle', 'gone', 'pending'].includes(instanceStatusKind(status));

/** A topic that is being deleted stays listed for a while, without a status. */
const isBeingDeleted = ({ Status: status }: IDataObject) => status === undefined || status === null;

function itemOf(settings: Settings, instance: Watched, change: TopicChange): IDataObject {
	const { event, name, record } = change;
	const { status, kind } = record ? topicStatus(record) : { status: null, kind: 'gone' as const };
	return {
		...detailsOf(settings, {
			event,
			instanceId: instance.id,
			instanceName: instance.name,
			previousStatus: null,
			status,
			statusKind: kind,
		}),
		topicName: name,
		topic: record ?? null,
	};
}

const namesIn = (records: IDataObject[]) => new Set(records.map(({ Topic: name }) => String(name)));

/** What is different from the names that were kept, and the names to keep. */
async function changesOf(
	connection: Connection,
	instanceId: string,
	before: ReadonlySet<string>,
): Promise<{ changes: TopicChange[]; names: string[] }> {
	const listed = await readTopics(connection, instanceId);
	const present = namesIn(listed);
	const missing = [...before].filter((name) => !present.has(name));
	// Pages are numbered: one topic can slip through between two of them while others come and go.
	const again = missing.length > 0 ? namesIn(await readTopics(connection, instanceId)) : present;
	const deleted = missing.filter((name) => !again.has(name));
	const fresh = listed.filter((record) => !isBeingDeleted(record) && !before.has(nameOf(record)));
	const gone = new Set(deleted);
	return {
		changes: [
			...fresh.map((record) => ({ event: 'topicCreated' as const, name: nameOf(record), record })),
			...deleted.map((name) => ({ event: 'topicDeleted' as const, name })),
		],
		names: [...[...before].filter((name) => !gone.has(name)), ...fresh.map(nameOf)],
	};
}

const nameOf = ({ Topic: name }: IDataObject) => String(name);

/**
 * @param stored What an earlier poll kept; without it, or of another instance, this poll only takes
 * note of what is there
 * @param known The instance, where this poll has seen it already; otherwise it is looked up at the
 * first poll and when something changed
 * @returns `kept` is `stored` while the instance shows no topics
 * @throws {Failure}
 */
export async function pollTopics(
	connection: Connection,
	settings: Settings,
	stored: TopicsKept | undefined,
	known: Watched | undefined,
): Promise<{ items: IDataObject[]; kept?: TopicsKept }> {
	const { instanceId, topicEvents, emitCurrent } = settings;
	const before = stored?.of === instanceId ? stored : undefined;
	const { changes, names } = await changesOf(connection, instanceId, new Set(before?.names));
	const kept = { of: instanceId, names };
	if (before && changes.length === 0) return { items: [], kept };
	const instance = known ?? (await readInstance(connection, instanceId));
	if (!showsTopics(instance)) return { items: [], kept: stored };
	const shown = before || emitCurrent ? changes : [];
	return {
		items: shown
			.filter(({ event }) => topicEvents.includes(event))
			.map((change) => itemOf(settings, instance, change)),
		kept,
	};
}

/** Examples out of the topics that are there. */
export async function sampleTopics(
	connection: Connection,
	settings: Settings,
): Promise<IDataObject[]> {
	const { instanceId, topicEvents } = settings;
	const [event] = topicEvents;
	const listed = await readTopics(connection, instanceId, MOST_EXAMPLES);
	const instance = await readInstance(connection, instanceId);
	return listed.map((record) =>
		itemOf(settings, instance, {
			event,
			name: nameOf(record),
			...(event === 'topicCreated' && { record }),
		}),
	);
}
