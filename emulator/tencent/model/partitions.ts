import type { Message, PartitionLog, Topic } from './instance';

/** A message to be written. */
export interface NewMessage {
	/** Without one the key decides, or the partition that holds the least. */
	partition?: number;
	key?: string;
	value: string;
	/** Virtual ms since the epoch; now without. */
	timestamp?: number;
}

/** Writes a message; the partition given must exist. */
export function produce(topic: Topic, message: NewMessage, now: number): void {
	const { key, value, timestamp = now } = message;
	const log = topic.logs[message.partition ?? partitionFor(topic.logs, key)];
	log.messages.push({ offset: log.endOffset, key: key ?? null, value, timestamp });
	log.endOffset += 1;
}

function partitionFor(logs: PartitionLog[], key: string | undefined): number {
	if (key !== undefined) {
		return Buffer.from(key).reduce((sum, byte) => sum + byte, 0) % logs.length;
	}
	const ends = logs.map((log) => log.endOffset);
	return ends.indexOf(Math.min(...ends));
}

/** Offset of the first message of a time or later; the end when there is none. */
export function offsetAt(log: PartitionLog, timestamp: number): number {
	return log.messages.find((m) => m.timestamp >= timestamp)?.offset ?? log.endOffset;
}

/** Messages of an offset and later. */
export function messagesFrom(log: PartitionLog, offset: number): Message[] {
	return log.messages.filter((message) => message.offset >= offset);
}
