import type { Group, Instance, Topic } from './instance';
import { lastRead, logsOf } from './partitions';

/** Whether a group has read a topic or reads it. */
export function readsTopic(group: Group, topic: string): boolean {
	return group.topics.includes(topic) || group.offsets.some((offset) => offset.topic === topic);
}

/** Sets the offset of a partition. */
export function commit(group: Group, topic: string, partition: number, offset: number): void {
	const known = group.offsets.find((o) => o.topic === topic && o.partition === partition);
	if (known) known.offset = offset;
	else group.offsets.push({ topic, partition, offset });
}

/** Topics a group has read or reads that exist. */
export function topicsOf(instance: Instance, group: Group): Topic[] {
	return instance.topics.filter((topic) => !topic.deleting && readsTopic(group, topic.name));
}

/** A group's progress in a topic, as GetConsumerProgress prints it. */
export function progressIn(instance: Instance, group: Group, topic: Topic) {
	const logs = logsOf(topic);
	// The service does not know the times of local topics and serverless instances.
	const timed = !topic.local && instance.paidType !== 3;
	const partitions = group.offsets
		.filter((offset) => offset.topic === topic.name && offset.partition < logs.length)
		.sort((a, b) => a.partition - b.partition)
		.map(({ partition, offset }) => ({
			Partition: partition,
			BrokerOffset: logs[partition].messages.length,
			ConsumerOffset: offset,
			LastTimestamp: timed ? (lastRead(logs[partition], offset)?.timestamp ?? 0) : -1,
		}));
	return {
		Topic: topic.name,
		TotalDiff: partitions.reduce((sum, p) => sum + p.BrokerOffset - p.ConsumerOffset, 0),
		LastTimestamp: Math.max(timed ? 0 : -1, ...partitions.map((p) => p.LastTimestamp)),
		OffsetList: { OffsetList: partitions },
	};
}
