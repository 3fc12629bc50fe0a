import type { Instance } from './instance';

/** Partitions of all topics. */
export function usedPartitions(instance: Instance): number {
	return instance.topics.reduce((sum, topic) => sum + topic.partitions, 0);
}

/** Partitions an instance may have; what is given with every instance is read off an example. */
export function partitionQuota(instance: Instance): number {
	return 1000 + instance.partitionNum;
}

/** Consumer groups an instance may have; read off an example. */
export function groupQuota(instance: Instance): number {
	return 2 * instance.topicQuota;
}
