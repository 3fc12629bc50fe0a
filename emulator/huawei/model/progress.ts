import { clampOffset } from '../../core/kafkaLog';
import type { Group, Member } from './contents';
import type { Instance } from './instance';
import { logsOf } from './partitions';

/** How far a group is in a partition. */
export interface Progress {
	topic: string;
	partition: number;
	current: number;
	start: number;
	end: number;
	lag: number;
	/** The consumer the partition is assigned to. */
	consumer: Member | undefined;
}

/** A group's progress in every partition it has an offset for, by topic and partition. */
export function progressOf(instance: Instance, group: Group): Progress[] {
	const entries = group.offsets.flatMap(({ topic: name, partition, offset }) => {
		const topic = instance.topics.find((candidate) => candidate.name === name);
		const log = topic && logsOf(instance, topic)[partition];
		if (!log) return [];
		return {
			topic: name,
			partition,
			current: offset,
			start: log.startOffset,
			end: log.endOffset,
			lag: log.endOffset - clampOffset(log, offset),
			consumer: consumerOf(group, name, partition),
		};
	});
	return entries.sort((a, b) => {
		return a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1;
	});
}

function consumerOf(group: Group, topic: string, partition: number): Member | undefined {
	return group.members.find((member) =>
		member.assignment.some((a) => a.topic === topic && a.partitions.includes(partition)),
	);
}

/** Whether a consumer of the group reads the topic. */
export function subscribes(group: Group, topic: string): boolean {
	return group.members.some((member) => member.assignment.some((a) => a.topic === topic));
}

/** ID of the broker that coordinates a group. */
export function coordinatorOf(instance: Instance, group: Group): number {
	return instance.groups.indexOf(group) % instance.brokerNum;
}
