import { emptyLog, type Message, type PartitionLog } from '../../core/kafkaLog';
import type { ReplicatedLog, Topic } from './contents';
import type { Instance } from './instance';

/** Brokers of a partition when nothing else is said: one after the other, round the given ones. */
export function spread(brokers: number[], partition: number, replication: number): number[] {
	return Array.from({ length: replication }, (_, i) => brokers[(partition + i) % brokers.length]);
}

/** IDs of an instance's brokers. */
export function brokerIds(instance: Instance): number[] {
	return instance.brokerIps.map((_, id) => id);
}

/** Logs of all partitions of a topic, the missing ones added, spread over all brokers. */
export function logsOf(instance: Instance, topic: Topic): ReplicatedLog[] {
	while (topic.logs.length < topic.partition) {
		const replicas = spread(brokerIds(instance), topic.logs.length, topic.replication);
		topic.logs.push({ ...emptyLog(topic.createdAt), replicas });
	}
	return topic.logs;
}

/** Bytes of a message's content. */
export function sizeOf(message: Message): number {
	return Buffer.byteLength(message.value);
}

/** Bytes a log holds. */
export function logSize(log: PartitionLog): number {
	return log.messages.reduce((sum, message) => sum + sizeOf(message), 0);
}
