import type { ServedRoom } from '../room';
import { handOver } from './handOver';
import { openMockBroker } from './kcat';
import { signIns } from './signIns';

/** What Get Connection Settings returns, in n8n's own Kafka credential and nodes, against brokers. */
export async function kafka(room: ServedRoom): Promise<void> {
	room.timeline.step("n8n's own Kafka nodes");
	const broker = await openMockBroker();
	try {
		await handOver(room, broker);
	} finally {
		broker.stop();
	}
	await signIns(room);
}
