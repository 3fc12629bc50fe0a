import { KAFKA_VENDORS, type Vendor } from '../vendors';
import { post } from '../webhooks';
import { chain, kafkaNode, startingWith, StoredWorkflow, webhook } from '../workflows';
import { asAsked, type ScaledRoom } from './subjects';

const PAIRS = 5;

/**
 * The same name, asked for twice at the same moment. On one worker the second run waits for the first;
 * two workers do not know of each other and both create, which at least one of them has to report.
 * An order of Alibaba Cloud has no name that it could be looked for by, and no Create If Absent.
 */
export async function collisions(room: ScaledRoom): Promise<void> {
	for (const vendor of KAFKA_VENDORS) {
		if (vendor.ifAbsent.createIfAbsent) await collide(vendor, room);
	}
}

async function collide(vendor: Vendor, { rest, url, emulator, timeline }: ScaledRoom) {
	timeline.step(`${PAIRS} names on ${vendor.name}, each requested twice simultaneously`);
	const slow = emulator.faults.add({
		vendor: vendor.cloud,
		operation: vendor.operations.create,
		times: 'always',
		effect: { kind: 'delay', ms: 2000 },
	});
	const path = `collide-${vendor.cloud}`;
	const create = kafkaNode('Create', vendor.node, asAsked(vendor));
	const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(create)));
	await workflow.activate();
	const names = Array.from({ length: PAIRS }, (_, i) => `pair-${i}`);
	await Promise.all(
		[...names, ...names].map(async (name) => await post(`${url}/webhook/${path}`, { name })),
	);
	slow.remove();
	const errors: string[] = [];
	for (const execution of await workflow.executions()) {
		const { error } = (await workflow.data(execution)).resultData;
		if (error) errors.push(error.message);
	}
	const made = names.map((name) => vendor.named(emulator, name).map(({ id }) => id));
	const doubled = made.filter((ids) => ids.length > 1);
	timeline.say(`${doubled.length} of them were created twice, ${errors.length} executions failed`);
	timeline.check(
		'each name that was created twice is reported, with both IDs',
		doubled.every((ids) => errors.some((text) => ids.every((id) => text.includes(id)))),
	);
	timeline.check(
		'every other name was created once',
		made.every(({ length }) => length === 1 || length === 2),
	);
}
