/** A message a partition holds. */
export interface Message {
	offset: number;
	key: string | null;
	value: string;
	/** Virtual ms since the epoch. */
	timestamp: number;
}

/** What a partition holds. Offsets count from the start of the partition's life. */
export interface PartitionLog {
	/** First offset still held. */
	startOffset: number;
	/** Offset the next message gets. */
	endOffset: number;
	/** Virtual ms since the epoch. */
	updatedAt: number;
	/** Messages still held, by offset. */
	messages: Message[];
}

/** A message to be written. */
export interface NewMessage {
	/** Without one the key decides, or the partition that holds the least. */
	partition?: number;
	key?: string;
	value: string;
	/** Virtual ms since the epoch; now without. */
	timestamp?: number;
}

/** How far a consumer group has read a partition. */
export interface CommittedOffset {
	topic: string;
	partition: number;
	/** Offset of the message to be read next. */
	offset: number;
}

/** A partition nothing was written to, made at a (virtual) time. */
export function emptyLog(createdAt: number): PartitionLog {
	return { startOffset: 0, endOffset: 0, updatedAt: createdAt, messages: [] };
}

/** Writes a message to one of a topic's logs; the partition given must exist. */
export function produce(logs: PartitionLog[], message: NewMessage, now: number): void {
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

/** Offset of the first message of a time or later; the end when there is none. */
export function offsetAt(log: PartitionLog, timestamp: number): number {
	return log.messages.find((m) => m.timestamp >= timestamp)?.offset ?? log.endOffset;
}

/** The offset moved into what the log holds: its first one up to the one after its last. */
export function clampOffset(log: PartitionLog, offset: number): number {
	return Math.min(Math.max(offset, log.startOffset), log.endOffset);
}

/** Messages of an offset and later. */
export function messagesFrom(log: PartitionLog, offset: number): Message[] {
	return log.messages.filter((message) => message.offset >= offset);
}

/** What a group has committed for a partition. */
export function committed(
	group: { offsets: CommittedOffset[] },
	topic: string,
	partition: number,
): CommittedOffset | undefined {
	return group.offsets.find((o) => o.topic === topic && o.partition === partition);
}

/** Sets a group's offset of a partition. */
export function commit(
	group: { offsets: CommittedOffset[] },
	topic: string,
	partition: number,
	offset: number,
): void {
	const known = committed(group, topic, partition);
	if (known) known.offset = offset;
	else group.offsets.push({ topic, partition, offset });
}

/** Takes the offsets of a topic that is gone from all groups. */
export function forgetTopic(groups: Array<{ offsets: CommittedOffset[] }>, topic: string): void {
	for (const group of groups) {
		group.offsets = group.offsets.filter((offset) => offset.topic !== topic);
	}
}
