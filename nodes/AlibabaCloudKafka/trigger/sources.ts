import { asFailure } from '../../shared/contract/failure';
import type { Connection } from '../../shared/request/connection';
import type { InstancesPolled } from '../../shared/trigger/instanceEvents';
import { InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { WatchedSources } from '../../shared/trigger/poller';
import { alibaba } from '../vendor';
import { instanceView } from './instances';
import type { Settings } from './settings';
import { settingsOf } from './settings';
import type { TopicsKept } from './topics';
import { isTopicsKept, pollTopics, sampleTopics, showsTopics } from './topics';

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

const instances = new InstanceEvents(instanceView);

/** What the trigger watches: instances, and the topics of one of them. */
export const sources: WatchedSources<Settings, TopicsKept> = {
	vendor: alibaba,
	settings: settingsOf,
	instances: () => instances,
	second: {
		name: 'topics',
		isWatched: ({ topicEvents }) => topicEvents.length > 0,
		isKept: isTopicsKept,
		poll: topicsOf,
		sample: sampleTopics,
	},
};
