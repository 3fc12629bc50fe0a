import { emptyLog } from '../../core/kafkaLog';
import type { Topic } from './contents';

/** Gives a topic that many partitions, the new ones empty. */
export function setPartitions(topic: Topic, partitions: number): void {
	topic.partitions = partitions;
	while (topic.logs.length < partitions) topic.logs.push(emptyLog(topic.createdAt));
}
