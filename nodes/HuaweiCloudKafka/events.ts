import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { regionOf } from '../../credentials/checks';
import type { Connection } from '../shared/call';
import { connect } from '../shared/call';
import type { StatusKind } from '../shared/completion';
import { Failure } from '../shared/failure';
import type { Poller } from '../shared/poll';
import type { Change, EventDetails, Watched } from '../shared/watch';
import { compare, knownFrom, toStored } from '../shared/watch';
import { huawei } from './huawei';
import { instanceStatusKind, taskStatusKind } from './status';
import { findMissing, outOfSight, seeInstances, seeTasks } from './watching';

type Event =
	| 'instanceStatusChanged'
	| 'instanceAppeared'
	| 'instanceDisappeared'
	| 'taskChanged'
	| 'taskFinished';

/** What the user set on the trigger. */
interface Settings {
	events: Event[];
	statuses: string[];
	instanceId: string;
	emitCurrent: boolean;
	nameFilter: string;
	region: string;
}

const INSTANCE_EVENTS = {
	appeared: 'instanceAppeared',
	statusChanged: 'instanceStatusChanged',
	disappeared: 'instanceDisappeared',
} as const;

/** Puts together the poll of a trigger node from its parameters. */
export async function pollerOf(context: IPollFunctions): Promise<Poller> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const credentials = await context.getCredentials('huaweiCloudApi');
	const connection = await connect(context, huawei, options.region as string);
	const settings: Settings = {
		events: context.getNodeParameter('events') as Event[],
		statuses: context.getNodeParameter('statuses', []) as string[],
		instanceId: context.getNodeParameter('instanceId', '', { extractValue: true }) as string,
		emitCurrent: options.emitCurrent === true,
		nameFilter: (options.nameFilter as string) ?? '',
		region: (options.region as string) || regionOf(credentials),
	};
	const { events, instanceId, region } = settings;
	const ofInstances = events.some((event) => event.startsWith('instance'));
	const ofTasks = events.some((event) => event.startsWith('task'));
	if (ofTasks && !instanceId) {
		throw new Failure('notSent', "'Instance' is empty", {
			mend: 'Choose the instance whose background tasks are to be watched.',
		});
	}
	const account = context.getNode().credentials?.huaweiCloudApi?.id ?? '';
	return {
		scope: [account, connection.options.baseURL, region, ofTasks ? instanceId : ''].join('|'),
		poll: async (state) => {
			const instances = ofInstances ? await pollInstances(connection, settings, state) : undefined;
			const tasks = ofTasks ? await pollTasks(connection, settings, state) : undefined;
			return {
				items: [...(instances?.items ?? []), ...(tasks?.items ?? [])],
				state: {
					...(instances && { instances: instances.kept }),
					...(tasks && { tasks: tasks.kept, oldestTask: tasks.oldest }),
				},
			};
		},
		sample: async () => await sample(connection, settings, ofInstances),
	};
}

interface Polled {
	items: IDataObject[];
	kept: IDataObject;
}

const details = (
	{ region }: Settings,
	event: Event,
	instance: { id: string; name: string },
	[previousStatus, status]: [string | null, string | null],
	statusKind: StatusKind,
): EventDetails & IDataObject => ({
	event,
	provider: 'huaweiCloud',
	region,
	instanceId: instance.id,
	instanceName: instance.name,
	previousStatus,
	status,
	statusKind,
	observedAt: new Date().toISOString(),
});

function instanceItem(settings: Settings, change: Change): IDataObject {
	const { id, name, previousStatus, status, record } = change;
	const kind = change.what === 'disappeared' ? 'gone' : instanceStatusKind(status);
	return {
		...details(settings, INSTANCE_EVENTS[change.what], { id, name }, [previousStatus, status], kind),
		instance: record ?? null,
	};
}

function wantsInstance({ events, statuses, nameFilter }: Settings, { what, name, status }: Change) {
	if (!events.includes(INSTANCE_EVENTS[what])) return false;
	if (!name.includes(nameFilter)) return false;
	return what !== 'statusChanged' || statuses.length === 0 || statuses.includes(status as string);
}

async function pollInstances(
	connection: Connection,
	settings: Settings,
	state: IDataObject | undefined,
): Promise<Polled> {
	const known = knownFrom(state?.instances);
	const listed = await seeInstances(connection);
	const { seen, gone } = await findMissing(connection, known, listed);
	const { changes, next } = compare(known, seen, gone);
	const kept = toStored(next);
	if (state?.instances === undefined) {
		return { items: settings.emitCurrent ? currentInstances(settings, listed) : [], kept };
	}
	const wanted = changes.filter((change) => wantsInstance(settings, change));
	return { items: wanted.map((change) => instanceItem(settings, change)), kept };
}

/** What is there, in the shape of the first event that the user chose. */
function currentInstances(settings: Settings, listed: Watched[]): IDataObject[] {
	const event = settings.events.find((one) => one.startsWith('instance')) as Event;
	return listed
		.filter(({ name }) => name.includes(settings.nameFilter))
		.map(({ id, name, status, record }) => ({
			...details(settings, event, { id, name }, [null, status], instanceStatusKind(status)),
			instance: record,
		}));
}

function taskItem(settings: Settings, event: Event, change: Change | Watched): IDataObject {
	const { id, name, status, record } = change;
	const previous = 'previousStatus' in change ? change.previousStatus : null;
	return {
		...details(
			settings,
			event,
			{ id: settings.instanceId, name: '' },
			[previous, status],
			taskStatusKind(status),
		),
		taskId: id,
		taskName: name,
		task: record ?? null,
	};
}

const hasEnded = ({ status }: { status: string | null }) =>
	['ready', 'failed'].includes(taskStatusKind(status));

async function pollTasks(
	connection: Connection,
	settings: Settings,
	state: IDataObject | undefined,
): Promise<Polled & { oldest: string }> {
	const known = knownFrom(state?.tasks);
	const seen = await seeTasks(connection, settings.instanceId);
	const { changes, next } = compare(known, seen, outOfSight(known, seen));
	const kept = toStored(next);
	if (state?.tasks === undefined) return { items: [], kept, oldest: oldestOf(seen) };
	const oldest = String(state.oldestTask ?? '');
	const items = changes
		// A task from before the watched ones comes into sight when the records of newer ones are deleted.
		.filter(({ what, record }) => what !== 'disappeared' && String(record?.created_at) >= oldest)
		.flatMap((change) => {
			const events: Event[] = hasEnded(change) ? ['taskChanged', 'taskFinished'] : ['taskChanged'];
			return events
				.filter((event) => settings.events.includes(event))
				.map((event) => taskItem(settings, event, change));
		});
	return { items, kept, oldest: oldestOf(seen) };
}

/** Start of the oldest watched task, ISO 8601. */
const oldestOf = (seen: Watched[]) => String(seen[0]?.record.created_at ?? '');

/** Up to five examples of what is there now, for "Fetch Test Event". */
async function sample(
	connection: Connection,
	settings: Settings,
	ofInstances: boolean,
): Promise<IDataObject[]> {
	if (ofInstances) return currentInstances(settings, await seeInstances(connection)).slice(0, 5);
	const tasks = (await seeTasks(connection, settings.instanceId)).slice(-5);
	return tasks.map((task) => taskItem(settings, settings.events[0], task));
}
