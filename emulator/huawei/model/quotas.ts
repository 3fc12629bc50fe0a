import { productOf } from './catalogue';
import type { Instance } from './instance';
import { v1ProductOf } from './legacyCatalogue';

/** Largest partition count of one topic. */
export const MAX_PARTITIONS_PER_TOPIC = 200;

/** Largest partition count all topics of an instance may have together. */
export function partitionQuota(instance: Instance): number {
	const perBroker = productOf(instance.productId)?.partitionsPerBroker ?? 0;
	return v1ProductOf(instance.productId)?.partitions ?? perBroker * instance.brokerNum;
}

/** Partitions in use. */
export function usedPartitions(instance: Instance): number {
	return instance.topics.reduce((sum, topic) => sum + topic.partition, 0);
}
