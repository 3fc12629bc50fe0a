import { refuse } from '../answers/errors';
import type { Group, ReplicatedLog, Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { listed } from '../model/listing';
import { logsOf } from '../model/partitions';

/** The topic of a name; ends the request when there is none. */
export function topicOf(instance: Instance, name: string): Topic {
	const topic = instance.topics.find((candidate) => candidate.name === name);
	return topic ?? refuse('DMS.00400975', `Topic ${name} does not exist.`);
}

/** Topics that lists show by now, by name. */
export function listedTopics(instance: Instance, now: number): Topic[] {
	return listed(instance, 'topics', now).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The log of a partition given as number or text; ends the request when there is none. */
export function logOf(instance: Instance, topic: Topic, partition: string | number): ReplicatedLog {
	const log = /^\d+$/.test(String(partition)) ? logsOf(instance, topic)[Number(partition)] : null;
	return log ?? refuse('DMS.00400062', `Topic ${topic.name} has no partition ${partition}.`);
}

/** The consumer group of a name; ends the request when there is none. */
export function groupOf(instance: Instance, name: string): Group {
	return instance.groups.find((group) => group.name === name) ?? refuse('DMS.111400864', name);
}
