import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import { BadInput } from '../contract/badInput';
import { Failure, asFailure } from '../contract/failure';
import type { Vendor } from '../contract/vendor';
import { refuseNothing } from '../form/nothing';
import type { Connection } from '../request/connection';
import { connect } from '../request/connection';
import type { InstanceEvents, InstancesKept, InstancesPolled } from './instanceEvents';
import { INSTANCE_EVENTS } from './instanceEvents';
import type { Poller } from './poll';
import { runPoll } from './poll';
import type { TriggerSettings } from './settings';

/** What a trigger watches beside instances, such as the tasks or topics of one of them. */
export interface SecondSource<Settings, Kept extends IDataObject> {
	/** Member of the state that holds what is kept of it. */
	name: string;
	isWatched(settings: Settings): boolean;
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
		return await runPoll(this, clock, async (signal) => {
			refuseBadInput(() => refuseNothing(entries, this.getNode().parameters, parametersOf(this)));
			const settings = await sources.settings(this, clock);
			const connection = await connect(this, sources.vendor, clock, settings.otherRegion);
			return pollerOf(sources, settings, { ...connection, signal });
		});
	};
}

/** What one half of a poll came to. */
async function half<T>(poll: () => Promise<T>): Promise<{ result?: T; failure?: Failure }> {
	try {
		return { result: await poll() };
	} catch (error) {
		return { failure: asFailure(error) };
	}
}

/** Items come out, so n8n shows no error; the next poll without any does. */
function note({ context, secrets }: Connection, { message }: Failure): void {
	context.logger.warn(
		`${context.getNode().name}: part of the poll did not succeed: ${secrets.hide(message)}`,
	);
}

const parametersOf = (context: IPollFunctions) => (name: string) => {
	const value = context.getNodeParameter(name, '') as unknown;
	return isResourceLocatorValue(value) ? value.value : value;
};

function refuseBadInput(check: () => void): void {
	try {
		check();
	} catch (error) {
		throw refusalOf(error);
	}
}

const refusalOf = (error: unknown): Failure =>
	error instanceof BadInput
		? new Failure('notSent', error.message, { advice: error.advice })
		: asFailure(error);

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
		async poll(before) {
			const state = before ?? {};
			const { instances: known } = state as { instances?: InstancesKept };
			const stored = state[second.name] as Kept | undefined;
			const seen = await half(async () => await watched?.poll(connection, settings, known));
			const polled = await half(
				async () => await other?.poll(connection, settings, stored, seen.result),
			);
			const items = [...(seen.result?.items ?? []), ...(polled.result?.items ?? [])];
			const failure = seen.failure ?? polled.failure;
			// What may not be read will not be readable at the next poll either, and must not hold up what is.
			const passes = failure?.kind === 'refused' && before !== undefined && items.length > 0;
			if (failure && !passes) throw failure;
			if (failure) note(connection, failure);
			const instancesKept = seen.failure ? known : seen.result?.kept;
			const kept = polled.failure ? stored : polled.result?.kept;
			return {
				items,
				state: {
					...(instancesKept && { instances: instancesKept }),
					...(kept && { [second.name]: kept }),
				},
			};
		},
		sample: async () => [
			...((await watched?.sample(connection, settings)) ?? []),
			...((await other?.sample(connection, settings)) ?? []),
		],
	};
}
