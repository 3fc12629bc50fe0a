import type { Completion } from '../../shared/contract/completion';
import { showTopic } from '../api/requests';
import { latest } from '../../shared/contract/completion';

interface Placement {
	partition: number;
	replicas: unknown[];
}

const counted = (count: number) => (count === 1 ? '1 partition' : `${count} partitions`);

const numbers = (entries: unknown[]) =>
	entries
		.map(Number)
		.sort((a, b) => a - b)
		.join();

/** Replicas on their new brokers: no task tells, so the topic itself is looked at. */
export const replicasPlaced: Completion = {
	first: 5,
	every: 10,
	observe: async (item, { topic, partitions: wanted }) => {
		const detail = await item.call(showTopic(item.nodeParameter('instanceId'), topic));
		const present = (detail.partitions ?? []) as unknown as Placement[];
		const moving = (wanted as unknown as Placement[]).filter(({ partition, replicas }) => {
			const found = present.find((one) => one.partition === partition);
			const placed = (found?.replicas ?? []) as Array<{ broker: number; in_sync: boolean }>;
			const inPlace = numbers(placed.map(({ broker }) => broker)) === numbers(replicas);
			return !inPlace || !placed.every(({ in_sync }) => in_sync);
		});
		return moving.length > 0
			? { status: `waiting for ${counted(moving.length)}`, kind: 'pending' }
			: { status: 'in sync', kind: 'ready' };
	},
	isReached: (observations) => latest(observations).kind === 'ready',
	subject: ({ topic }) => `reassignment of topic ${String(topic)}`,
};
