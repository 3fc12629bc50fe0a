import type { INodeParameters } from 'n8n-workflow';

import type { N8nProcess } from '../n8n';
import type { ServedRoom } from '../room';
import { KAFKA_VENDORS, type Vendor } from '../vendors';
import { CREATION } from '../vendors/vendor';
import { post } from '../webhooks';
import { chain, kafkaNode, startingWith, StoredWorkflow, webhook } from '../workflows';
import { begunBy, type Cluster } from './cluster';

const RUNS = 20;

/** A room with n8n in queue mode. */
export interface ScaledRoom extends ServedRoom {
	cluster: Cluster;
	workers: N8nProcess[];
}

/** The node's parameters for a new instance, named as the webhook's caller wants it. */
export const asAsked = ({ newInstance, ifAbsent }: Vendor): INodeParameters => ({
	...newInstance('={{ $json.body.name }}'),
	...ifAbsent,
});

/** Many simultaneous provisioning workflows: each instance is created once, and both workers take part. */
export async function spread(room: ScaledRoom): Promise<void> {
	for (const vendor of KAFKA_VENDORS) await spreadOver(vendor, room);
	// The trigger, whose turn is next, would see those change that are still being created.
	room.emulator.clock.advance(CREATION);
}

async function spreadOver(
	vendor: Vendor,
	{ rest, url, emulator, workers, timeline }: ScaledRoom,
): Promise<void> {
	timeline.step(`${RUNS} simultaneous provisioning workflows on ${vendor.name}`);
	const path = `provision-${vendor.cloud}`;
	const create = kafkaNode('Create', vendor.node, asAsked(vendor));
	const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(create)));
	await workflow.activate();
	const shares = () => workers.map((worker) => begunBy(worker).length);
	const before = shares();
	const names = Array.from({ length: RUNS }, (_, i) => `team-${i}`);
	const start = Date.now();
	const answers = await Promise.all(
		names.map(async (name) => {
			const answer = await post(`${url}/webhook/${path}`, { name });
			return ((await answer.json()) as Array<Record<string, string>>)[0]?.[vendor.id];
		}),
	);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	timeline.check(`all responded with an ID, in ${seconds} s`, new Set(answers).size === RUNS);
	timeline.check(
		'each instance exists once in the cloud',
		names.every((name, i) => {
			const all = vendor.named(emulator, name);
			return all.length === 1 && all[0].id === answers[i];
		}),
	);
	const taken = shares().map((count, i) => count - before[i]);
	timeline.check(
		`the workers executed ${taken.join(' and ')} of them`,
		taken.every((count) => count > 0),
	);
}
