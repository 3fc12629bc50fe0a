import { refuse } from '../answers/errors';
import type { Group, Topic } from '../model/contents';
import type { Instance } from '../model/instance';

/** The topic of a name; ends the request when there is none or it is being deleted. */
export function topicOf(instance: Instance, name: string): Topic {
	const topic = instance.topics.find((candidate) => candidate.name === name);
	return topic && !topic.deleting ? topic : refuse('BIZ_TOPIC_NOT_FOUND', name);
}

/** The consumer group of a name; ends the request when there is none. */
export function groupOf(instance: Instance, name: string): Group {
	const group = instance.groups.find((candidate) => candidate.name === name);
	return group ?? refuse('BIZ_SUBSCRIPTION_NOT_FOUND', name);
}
