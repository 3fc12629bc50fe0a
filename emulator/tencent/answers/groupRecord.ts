import type { Group, Instance } from '../model/instance';

/** Stable with consumers, Empty without. */
export function stateOf(group: Group): 'Stable' | 'Empty' {
	return group.members.length ? 'Stable' : 'Empty';
}

/** Whether a consumer of the group reads the topic, or it has offsets there. */
export function subscribes(group: Group, topic: string): boolean {
	const read = group.members.some((m) => m.assignment.some((a) => a.topic === topic));
	return read || group.offsets.some((offset) => offset.topic === topic);
}

/** Names of the topics a group reads or has offsets in. */
export function topicsOfGroup(instance: Instance, group: Group): string[] {
	return instance.topics.map(({ name }) => name).filter((name) => subscribes(group, name));
}

/** The group as DescribeGroupInfo and DescribeTopicSubscribeGroup print it. */
export function groupRecord(group: Group): Record<string, unknown> {
	const members = group.members.map((member) => ({
		MemberId: member.id,
		ClientId: member.clientId,
		ClientHost: member.host,
		Assignment: {
			Version: 0,
			Topics: member.assignment.map(({ topic, partitions }) => ({
				Topic: topic,
				Partitions: partitions,
			})),
		},
	}));
	return {
		ErrorCode: '0',
		State: stateOf(group),
		ProtocolType: 'consumer',
		Protocol: members.length ? 'range' : '',
		Members: members,
		Group: group.name,
	};
}

/** What is said of a group that does not exist. */
export function deadGroup(name: string): Record<string, unknown> {
	const nothing = { ProtocolType: '', Protocol: '', Members: [] };
	return { ErrorCode: '0', State: 'Dead', ...nothing, Group: name };
}
