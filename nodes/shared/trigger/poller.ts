import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { Vendor } from '../contract/vendor';
import type { Connection } from '../request/connection';
import { connect } from '../request/connection';
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
	 * @returns `kept` is absent where there is nothing to keep
	 */
	poll(
		connection: Connection,
		settings: Settings,
		stored: Kept | undefined,
		instances: InstancesPolled | undefined,
	): Promise<{ items: IDataObject[]; kept?: Kept }>;
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
}

const watchesInstances = ({ events }: TriggerSettings) =>
	events.some((event) => INSTANCE_EVENTS.includes(event));

/**
 * The `poll` of a trigger node, put together from its parameters. Instances and the second source each
 * have a state of their own, so that choosing another event does not make the known ones look new.
 */
export function pollOf<Settings extends TriggerSettings, Kept extends IDataObject>(
	sources: WatchedSources<Settings, Kept>,
	clock: Clock,
): (this: IPollFunctions) => Promise<INodeExecutionData[][] | null> {
	return async function (this: IPollFunctions) {
		return await runPoll(this, clock, async (signal) => {
			const settings = await sources.settings(this, clock);
			const connection = await connect(this, sources.vendor, clock, settings.otherRegion);
			return pollerOf(sources, settings, { ...connection, signal });
		});
	};
}

/**
 * Reads one of two sources. Where it is refused from now on, such as by a permission that was taken away,
 * the other one still tells what happens; where it was never read, the settings are wrong.
 *
 * @param kept What an earlier poll kept of it
 */
async function half<T>(
	read: () => Promise<T>,
	kept: unknown,
): Promise<{ outcome?: T; failure?: Failure }> {
	try {
		return { outcome: await read() };
	} catch (error) {
		const failure = asFailure(error);
		if (kept === undefined || failure.kind !== 'refused') throw failure;
		return { failure };
	}
}

/** Nothing is emitted for it, and a poll that fails would tell nothing of the other source. */
const warn = ({ context, secrets }: Connection, message: string) =>
	context.logger.warn(
		secrets.hide(
			`${context.getNode().name}: a part of what is watched could not be read: ${message}`,
		),
	);

function pollerOf<Settings extends TriggerSettings, Kept extends IDataObject>(
	{ instances, second }: WatchedSources<Settings, Kept>,
	settings: Settings,
	connection: Connection,
): Poller {
	const watched = watchesInstances(settings) ? instances(settings) : undefined;
	const other = second.isWatched(settings) ? second : undefined;
	return {
		secrets: connection.secrets,
		scope: [settings.account, connection.options.baseURL, settings.region].join('|'),
		async poll(state = {}) {
			const known = instancesKept(state.instances);
			const stored = second.isKept(state[second.name]) ? state[second.name] : undefined;
			const seen = await half(async () => await watched?.poll(connection, settings, known), known);
			const polled = await half(
				async () =>
					await other?.poll(connection, settings, stored as Kept | undefined, seen.outcome),
				stored,
			);
			const failures = [seen.failure, polled.failure].flatMap((failure) => failure ?? []);
			// Of the half that is left nothing would be told either.
			if (failures.length > 0 && (!watched || !other || failures.length === 2)) throw failures[0];
			for (const { message } of failures) warn(connection, message);
			return {
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
