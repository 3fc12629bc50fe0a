import { chain, kafkaNode, startingWith, StoredWorkflow, webhook } from '../workflows';
import { named, post, type ScaledRoom } from './subjects';

const PAIRS = 5;

/**
 * The same name, asked for twice at the same moment. On one worker the second run waits for the first;
 * two workers do not know of each other and both create, which at least one of them has to report.
 */
export async function collisions({ rest, url, emulator, timeline }: ScaledRoom): Promise<void> {
	timeline.step(`${PAIRS} names, each requested twice simultaneously`);
	const slow = emulator.faults.add({
		operation: 'CreatePostPaidKafkaInstance',
		times: 'always',
		effect: { kind: 'delay', ms: 2000 },
	});
	const create = kafkaNode('Create', 'huaweiCloudKafka', { ...named, createIfAbsent: true });
	const workflow = await StoredWorkflow.add(rest, startingWith(webhook('collide'), chain(create)));
	await workflow.activate();
	const names = Array.from({ length: PAIRS }, (_, i) => `pair-${i}`);
	await Promise.all(
		[...names, ...names].map(async (name) => await post(`${url}/webhook/collide`, { name })),
	);
	slow.remove();
	const errors: string[] = [];
	for (const execution of await workflow.executions()) {
		const { error } = (await workflow.data(execution)).resultData;
		if (error) errors.push(error.message);
	}
	const made = names.map((name) =>
		emulator.huawei.state.instances.filter((one) => one.name === name).map(({ id }) => id),
	);
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
