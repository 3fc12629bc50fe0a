import type { Group, Topic } from './contents';
import type { Instance } from './instance';

/** Whether a group has read a topic or reads it. */
export function readsTopic(group: Group, topic: string): boolean {
	return group.topics.includes(topic) || group.offsets.some((offset) => offset.topic === topic);
}

/** Topics a group has read or reads that exist. */
export function topicsOf(instance: Instance, group: Group): Topic[] {
	return instance.topics.filter((topic) => !topic.deleting && readsTopic(group, topic.name));
}
