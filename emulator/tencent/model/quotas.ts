import type { Instance } from './instance';

/** Consumer groups an instance may have. */
export const GROUP_QUOTA = 300;

/** IPs the white list of a topic may hold. */
export const WHITE_LIST_QUOTA = 512;

/** Partitions in use. */
export function usedPartitions(instance: Instance): number {
	return instance.topics.reduce((sum, topic) => sum + topic.partitions, 0);
}
