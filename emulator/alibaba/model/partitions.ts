import { emptyLog, type Message, type PartitionLog } from '../../core/kafkaLog';
import type { Topic } from './contents';

/** Logs of all partitions of a topic, the missing ones added. */
export function logsOf(topic: Topic): PartitionLog[] {
	while (topic.logs.length < topic.partitions) topic.logs.push(emptyLog(topic.createdAt));
	return topic.logs;
}

/** The message before an offset, which was read last. */
export function lastRead(log: PartitionLog, offset: number): Message | undefined {
	return log.messages[Math.min(offset, log.endOffset) - log.startOffset - 1];
}
