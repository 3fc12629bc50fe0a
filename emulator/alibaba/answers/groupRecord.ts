import type { Group, Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import type { Rules } from '../model/options';
import { lastRead, logsOf } from '../model/partitions';
import { wrapped } from './lists';

/** The group as GetConsumerList prints it. */
export function groupRecord(
	instance: Instance,
	group: Group,
	rules: Rules,
): Record<string, unknown> {
	return {
		ConsumerId: group.name,
		InstanceId: instance.id,
		RegionId: instance.region,
		Remark: group.remark,
		Tags: wrapped(rules, 'TagVO', group.tags),
	};
}

/** Who reads a partition. */
const member = ({ name, memberIp = '192.168.0.20' }: Group) => ({
	ClientId: `${name}-1`,
	ClientIp: memberIp,
	MemberId: `${name}-1-00000000`,
});

/** A group's progress in a topic, as GetConsumerProgress prints it. */
export function progressRecord(instance: Instance, group: Group, topic: Topic, hidden = false) {
	const logs = logsOf(topic);
	// The service does not know the times of local topics and serverless instances.
	const timed = !topic.local && instance.paidType !== 3 && !hidden;
	const partitions = group.offsets
		.filter((offset) => offset.topic === topic.name && offset.partition < logs.length)
		.sort((a, b) => a.partition - b.partition)
		.map(({ partition, offset }) => ({
			Partition: partition,
			BrokerOffset: logs[partition].endOffset,
			ConsumerOffset: offset,
			Accumulate: logs[partition].endOffset - offset,
			...(group.active && member(group)),
			LastTimestamp: timed ? (lastRead(logs[partition], offset)?.timestamp ?? 0) : -1,
		}));
	return {
		Topic: topic.name,
		TotalDiff: partitions.reduce((sum, p) => sum + p.BrokerOffset - p.ConsumerOffset, 0),
		LastTimestamp: Math.max(timed ? 0 : -1, ...partitions.map((p) => p.LastTimestamp)),
		OffsetList: { OffsetList: partitions },
	};
}
