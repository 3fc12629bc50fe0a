import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Connection } from '../../shared/request/call';
import { connect } from '../../shared/request/call';
import { asFailure } from '../../shared/contract/failure';
import type { InstancesKept, InstancesPolled } from '../../shared/trigger/instanceEvents';
import { INSTANCE_EVENTS, InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { Poller } from '../../shared/trigger/poll';
import { alibaba } from '../vendor';
import type { TopicsKept } from './topics';
import { pollTopics, sampleTopics, showsTopics } from './topics';
import type { Settings } from './settings';
import { settingsOf } from './settings';
import { instanceView } from './instances';

const instances = new InstanceEvents(instanceView);

const watchesInstances = ({ events }: Settings) =>
	events.some((event) => INSTANCE_EVENTS.includes(event));

/**
 * Puts together the poll of a trigger node from its parameters. Instances and topics each have a
 * state of their own, so that choosing another event does not make the known ones look new.
 */
export async function pollerOf(context: IPollFunctions, signal?: AbortSignal): Promise<Poller> {
	const settings = await settingsOf(context);
	const connection = { ...(await connect(context, alibaba, settings.otherRegion)), signal };
	return {
		secrets: connection.secrets,
		scope: [settings.account, connection.options.baseURL, settings.region].join('|'),
		poll: async (state) => await poll(connection, settings, state ?? {}),
		sample: async () => [
			...(watchesInstances(settings) ? await instances.sample(connection, settings) : []),
			...(settings.topicEvents.length > 0 ? await sampleTopics(connection, settings) : []),
		],
	};
}

async function poll(
	connection: Connection,
	settings: Settings,
	state: IDataObject,
): ReturnType<Poller['poll']> {
	const seen = watchesInstances(settings)
		? await instances.poll(connection, settings, state.instances as InstancesKept | undefined)
		: undefined;
	const topics =
		settings.topicEvents.length > 0
			? await topicsOf(connection, settings, state.topics as TopicsKept | undefined, seen)
			: undefined;
	return {
		items: [...(seen?.items ?? []), ...(topics?.items ?? [])],
		state: {
			...(seen && { instances: seen.kept }),
			...(topics?.kept && { topics: topics.kept }),
		},
	};
}

/** An instance that is deleted or at rest shows no topics, which must not hold up other instances. */
async function topicsOf(
	connection: Connection,
	settings: Settings,
	stored: TopicsKept | undefined,
	seen: InstancesPolled | undefined,
): ReturnType<typeof pollTopics> {
	const instance = seen?.seen.find(({ id }) => id === settings.instanceId);
	const wasDeleted = seen && !instance && stored?.of === settings.instanceId;
	if (wasDeleted || (instance && !showsTopics(instance))) return { items: [], kept: stored };
	try {
		return await pollTopics(connection, settings, stored, instance);
	} catch (error) {
		const failure = asFailure(error);
		const isServing = !instance || instanceView.kind(instance.status) === 'ready';
		if (failure.kind === 'refused' && !isServing) return { items: [], kept: stored };
		throw failure;
	}
}
