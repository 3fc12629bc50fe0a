import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { Vendor } from '../contract/vendor';
import { refuseNothing } from '../form/nothing';
import type { Connection } from '../request/connection';
import { connect } from '../request/connection';
import { half, warn } from './half';
import type { InstanceEvents, InstancesPolled } from './instanceEvents';
import { INSTANCE_EVENTS, instancesKept } from './instanceEvents';
import type { Poller } from './poll';
import { runPoll } from './poll';
import type { TriggerSettings } from './settings';

/** What a trigger watches beside instances, such as the tasks or topics of one of them. */
export interface SecondSource<Settings, Kept extends IDataObject> {
	/** Member of the state that holds what is kept of it. */
	name: string;
	isWatched(settings: Settings): boolean;
	/** Whether what was stored is of the form in which this source keeps it. */
	isKept(stored: unknown): stored is Kept;
	/**
	 * @param stored What an earlier poll kept
	 * @param instances What this poll has seen of the instances, where it watches them
	 * @returns `kept` is absent where there is nothing to keep; `failure` is of a part that could not be read
	 */
	poll(
		connection: Connection,
		settings: Settings,
		stored: Kept | undefined,
		instances: InstancesPolled | undefined,
	): Promise<{ items: IDataObject[]; kept?: Kept; failure?: Failure }>;
	/** Examples of what is there now. */
	sample(connection: Connection, settings: Settings): Promise<IDataObject[]>;
}

/** What a vendor's trigger watches. */
export interface WatchedSources<Settings extends TriggerSettings, Kept extends IDataObject> {
	vendor: Vendor;
	/** Reads and checks the parameters of the trigger. */
	settings(context: IPollFunctions, clock: Clock): Promise<Settings>;
	/** The events of instances, by the list that fits what is watched. */
	instances(settings: Settings): InstanceEvents;
	second: SecondSource<Settings, Kept>;
	/** Parameters in which an empty list means something, so that `settings` checks them by itself. */
	readAlone?: readonly string[];
}

const watchesInstances = ({ events }: TriggerSettings) =>
	events.some((event) => INSTANCE_EVENTS.includes(event));

/**
 * The `poll` of a trigger node, put together from its parameters. Instances and the second source each
 * have a state of their own, so that choosing another event does not make the known ones look new.
 *
 * @param properties The parameters of the node
 */
export function pollOf<Settings extends TriggerSettings, Kept extends IDataObject>(
	sources: WatchedSources<Settings, Kept>,
	clock: Clock,
	properties: readonly INodeProperties[],
): (this: IPollFunctions) => Promise<INodeExecutionData[][] | null> {
	const { readAlone = [] } = sources;
	// What is not shown is not in the node either.
	const entries = properties
		.filter(({ name }) => !readAlone.includes(name))
		.map(({ displayOptions: _, ...property }) => ({ property }));
	return async function (this: IPollFunctions) {
		return await runPoll(this, clock, async ({ signal, first }) => {
			refuseBadInput(() => refuseNothing(entries, this.getNode().parameters, parametersOf(this)));
			const settings = await sources.settings(this, clock);
			const { otherRegion } = settings;
			const connection = await connect(this, sources.vendor, clock, otherRegion, signal);
			return pollerOf(sources, settings, connection, first);
		});
	};
}

const parametersOf = (context: IPollFunctions) => (name: string) => {
	const value = context.getNodeParameter(name, '') as unknown;
	return isResourceLocatorValue(value) ? value.value : value;
};

function refuseBadInput(check: () => void): void {
	try {
		check();
	} catch (error) {
		throw asFailure(error);
	}
}

function pollerOf<Settings extends TriggerSettings, Kept extends IDataObject>(
	{ instances, second }: WatchedSources<Settings, Kept>,
	settings: Settings,
	connection: Connection,
	first: AbortSignal,
): Poller {
	const watched = watchesInstances(settings) ? instances(settings) : undefined;
	const other = second.isWatched(settings) ? second : undefined;
	return {
		secrets: connection.secrets,
		scope: [settings.account, connection.options.baseURL, settings.region].join('|'),
		async poll(state = {}) {
			const known = instancesKept(state.instances);
			const stored = second.isKept(state[second.name]) ? state[second.name] : undefined;
			// Alone it has all the time.
			const hurried = other ? { ...connection, signal: first } : connection;
			const seen = await half(async () => await watched?.poll(hurried, settings, known), first);
			const polled = await half(
				async () =>
					await other?.poll(connection, settings, stored as Kept | undefined, seen.outcome),
			);
			const failures = [seen.failure, polled.failure].flatMap((failure) => failure ?? []);
			const isFirst = known === undefined && stored === undefined;
			// Of what was never read the settings are wrong, and with one half that is all there is.
			if (failures.length > 0 && (isFirst || !watched || !other || failures.length === 2)) {
				throw failures[0];
			}
			for (const { message } of failures) warn(connection, message);
			return {
				failure: failures[0] ?? polled.outcome?.failure,
				items: [...(seen.outcome?.items ?? []), ...(polled.outcome?.items ?? [])],
				state: {
					...(seen.failure && { instances: known }),
					...(seen.outcome && { instances: seen.outcome.kept }),
					...(polled.failure && { [second.name]: stored }),
					...(polled.outcome?.kept && { [second.name]: polled.outcome.kept }),
				},
			};
		},
		sample: async () => [
			...((await watched?.sample(connection, settings)) ?? []),
			...((await other?.sample(connection, settings)) ?? []),
		],
	};
}
