import type { Group } from './contents';
import type { Instance } from './instance';

/** Whether a consumer of the group reads the topic, or it has offsets there. */
export function subscribes(group: Group, topic: string): boolean {
	const read = group.members.some((m) => m.assignment.some((a) => a.topic === topic));
	return read || group.offsets.some((offset) => offset.topic === topic);
}

/** Names of the topics a group reads or has offsets in. */
export function topicsOfGroup(instance: Instance, group: Group): string[] {
	return instance.topics.map(({ name }) => name).filter((name) => subscribes(group, name));
}
