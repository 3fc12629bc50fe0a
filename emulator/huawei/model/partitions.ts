import type { Instance, Message, PartitionLog, Topic } from './instance';

/** A message to be written. */
export interface NewMessage {
	/** Without one the key decides, or the partition that holds the least. */
	partition?: number;
	key?: string;
	value: string;
	/** Virtual ms since the epoch; now without. */
	timestamp?: number;
}

/** Brokers of a partition when nothing else is said: one after the other, round the given ones. */
export function spread(brokers: number[], partition: number, replication: number): number[] {
	return Array.from({ length: replication }, (_, i) => brokers[(partition + i) % brokers.length]);
}

/** IDs of an instance's brokers. */
export function brokerIds(instance: Instance): number[] {
	return instance.brokerIps.map((_, id) => id);
}

/** Logs of all partitions of a topic, the missing ones added, spread over all brokers. */
export function logsOf(instance: Instance, topic: Topic): PartitionLog[] {
	while (topic.logs.length < topic.partition) {
		const replicas = spread(brokerIds(instance), topic.logs.length, topic.replication);
		topic.logs.push(emptyLog(replicas, topic.createdAt));
	}
	return topic.logs;
}

export function emptyLog(replicas: number[], updatedAt: number): PartitionLog {
	return { replicas, startOffset: 0, endOffset: 0, updatedAt, messages: [] };
}

/** Writes a message; the partition given must exist. */
export function produce(instance: Instance, topic: Topic, message: NewMessage, now: number): void {
	const logs = logsOf(instance, topic);
	const { key, value, timestamp = now } = message;
	const log = logs[message.partition ?? partitionFor(logs, key)];
	log.messages.push({ offset: log.endOffset, key: key ?? null, value, timestamp });
	log.endOffset += 1;
	log.updatedAt = timestamp;
}

function partitionFor(logs: PartitionLog[], key: string | undefined): number {
	if (key !== undefined) {
		return Buffer.from(key).reduce((sum, byte) => sum + byte, 0) % logs.length;
	}
	const ends = logs.map((log) => log.endOffset);
	return ends.indexOf(Math.min(...ends));
}

/** Bytes of a message's content. */
export function sizeOf(message: Message): number {
	return Buffer.byteLength(message.value);
}

/** Bytes a log holds. */
export function logSize(log: PartitionLog): number {
	return log.messages.reduce((sum, message) => sum + sizeOf(message), 0);
}

/** The offset moved into what the log holds: its first one up to the one after its last. */
export function clampOffset(log: PartitionLog, offset: number): number {
	return Math.min(Math.max(offset, log.startOffset), log.endOffset);
}

/** Offset of the first message of a time or later; the end when there is none. */
export function offsetAt(log: PartitionLog, timestamp: number): number {
	return log.messages.find((m) => m.timestamp >= timestamp)?.offset ?? log.endOffset;
}
