import type { Message, PartitionLog, Topic } from './instance';

/** A message to be written. */
export interface NewMessage {
	/** Default 0. */
	partition?: number;
	key?: string;
	value: string;
	/** Virtual ms since the epoch; now without. */
	timestamp?: number;
}

/** Logs of all partitions of a topic, the missing ones added. */
export function logsOf(topic: Topic): PartitionLog[] {
	while (topic.logs.length < topic.partitions) {
		topic.logs.push({ updatedAt: topic.createdAt, messages: [] });
	}
	return topic.logs;
}

/** Writes a message; its partition must exist. */
export function produce(topic: Topic, message: NewMessage, now: number): void {
	const { partition = 0, key = '', value, timestamp = now } = message;
	const log = logsOf(topic)[partition];
	log.messages.push({ key, value, timestamp });
	log.updatedAt = timestamp;
}

/** Offset of the first message of a time or later; the end when there is none. */
export function offsetAt(log: PartitionLog, timestamp: number): number {
	const index = log.messages.findIndex((message) => message.timestamp >= timestamp);
	return index < 0 ? log.messages.length : index;
}

/** The message before an offset, which was read last. */
export function lastRead(log: PartitionLog, offset: number): Message | undefined {
	return log.messages[Math.min(offset, log.messages.length) - 1];
}
