import type { Group } from '../model/contents';

/** Stable with consumers, Empty without. */
export function stateOf(group: Group): 'Stable' | 'Empty' {
	return group.members.length ? 'Stable' : 'Empty';
}

/**
 * The group as DescribeGroupInfo and DescribeTopicSubscribeGroup print it.
 *
 * @param prefix Of the members' hosts: a slash in the former
 */
export function groupRecord(group: Group, prefix = ''): Record<string, unknown> {
	const members = group.members.map((member) => ({
		MemberId: member.id,
		ClientId: member.clientId,
		ClientHost: prefix + member.host,
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
		ProtocolType: members.length ? 'consumer' : '',
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
