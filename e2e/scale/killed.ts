import type { IRunExecutionData } from 'n8n-workflow';

import type { RecordedRequest } from '../../emulator';
import { until } from '../until';
import { KAFKA_VENDORS, type Vendor } from '../vendors';
import { CREATION } from '../vendors/vendor';
import { post } from '../webhooks';
import {
	chain,
	fleetNode,
	isOver,
	itemsOf,
	kafkaNode,
	runOnce,
	startingWith,
	StoredWorkflow,
	webhookAtOnce,
	type Execution,
} from '../workflows';
import { asAsked, type ScaledRoom } from './subjects';

/** Longer than any test: the request that is held back is on its way when the worker dies. */
const HELD = 3_600_000;
const DUE = 3;
const TAGS = { env: 'killed', 'fleet-delete-after': '2020-01-01' };

/** A workflow that a worker has begun, and dies with. */
interface Victim {
	what: string;
	workflow: StoredWorkflow;
	/** Starts it once more. */
	start(): Promise<void>;
	/** Checks what has become of it. */
	check(again: Execution): Promise<void>;
	/** Whether n8n's Retry starts it anew, instead of its webhook. */
	byRetry?: boolean;
}

/** Workers that die in the middle of writes: nothing is lost, nothing is there twice, and a second run finishes. */
export async function killedWorkers(room: ScaledRoom): Promise<void> {
	const { emulator, cluster, workers, timeline } = room;
	timeline.step('All workers are killed in the middle of creates, waits, and deletions');
	// Ten virtual minutes would be over too soon: what is being created still is when they die.
	emulator.clock.speed = 1;
	const victims: Victim[] = [];
	const from = emulator.requests.length;
	for (const vendor of KAFKA_VENDORS) {
		victims.push(await unanswered(vendor, room), await waiting(vendor, room));
	}
	victims.push(await deleting(room));
	await Promise.all(workers.map(async (worker) => await worker.kill()));
	const start = Date.now();
	timeline.say(`SIGKILL to ${workers.length} workers with ${victims.length} executions`);
	await cluster.worker('worker-3');
	const ended = await until(
		'n8n notices all of them',
		async () => {
			const all = await Promise.all(victims.map(({ workflow }) => workflow.executions()));
			return all.every((one) => one.every(isOver)) && all;
		},
		300,
	);
	const seconds = ((Date.now() - start) / 1000).toFixed(0);
	const { error } = (await victims[0].workflow.data(ended[0][0])).resultData;
	timeline.say(`after ${seconds} s they are "${ended[0][0].status}": ${error?.message ?? ''}`);
	timeline.check(
		'n8n did not run anything again',
		ended.every(({ length }) => length === 1),
	);
	emulator.clock.advance(CREATION);
	for (const [i, victim] of victims.entries()) {
		const [{ id }] = ended[i];
		timeline.say(`${victim.what}, once more${victim.byRetry ? ' by Retry' : ''}`);
		if (victim.byRetry)
			await room.rest.post(`/rest/executions/${id}/retry`, { loadWorkflow: false });
		else await victim.start();
		const again = await until('it ends', async () =>
			(await victim.workflow.executions()).find((one) => one.id !== id && isOver(one)),
		);
		await victim.check(again);
	}
	for (const vendor of KAFKA_VENDORS) {
		const sent = emulator.requests.slice(from).filter(isCreate(vendor)).length;
		timeline.check(`${vendor.name} was asked for two instances, and never again`, sent === 2);
	}
}

const isCreate =
	({ cloud, operations }: Vendor) =>
	({ vendor, operation }: RecordedRequest): boolean =>
		vendor === cloud && operation === operations.create;

/** Starts a create, of which nobody is told how it ends. */
async function started(
	vendor: Vendor,
	room: ScaledRoom,
	kind: string,
	more: Record<string, unknown>,
): Promise<Pick<Victim, 'workflow' | 'start'>> {
	const { rest, url, emulator } = room;
	const path = `${kind}-${vendor.cloud}`;
	const create = kafkaNode('Create', vendor.node, { ...asAsked(vendor), ...(more as object) });
	const workflow = await StoredWorkflow.add(rest, startingWith(webhookAtOnce(path), chain(create)));
	await workflow.activate();
	const from = emulator.requests.length;
	const start = async () => void (await post(`${url}/webhook/${path}`, { name: path }));
	await start();
	await until('the create request is sent', () =>
		emulator.requests.slice(from).some(isCreate(vendor)),
	);
	return { workflow, start };
}

/** What a second run says: the same instance, in its item or in its error. */
async function tells(workflow: StoredWorkflow, again: Execution): Promise<string> {
	const { error, runData } = (await workflow.data(again)).resultData;
	if (error) return `${error.message} ${error.description ?? ''}`;
	return JSON.stringify(runData.Create?.[0]?.data?.main[0]?.map(({ json }) => json));
}

/** n8n has lost what the execution had before it, so its Retry runs no node, and counts as done all the same. */
async function retriesNothing(
	vendor: Vendor,
	id: string,
	room: ScaledRoom,
	retry: IRunExecutionData,
): Promise<void> {
	const { timeline } = room;
	const { runData } = retry.resultData;
	timeline.check("n8n's Retry runs no node", Object.keys(runData).length === 0);
	const all = { resource: 'instance', operation: 'getAll', returnAll: true };
	const listed = await runOnce(room, `list-${vendor.cloud}`, kafkaNode('List', vendor.node, all));
	const found = itemsOf(listed, 'List').filter((one) => one[vendor.id] === id);
	timeline.check(`Get Many has the order: ${JSON.stringify(found).slice(0, 200)}`, !!found[0]);
}

/** The create was carried out, and the worker dies before it is told. */
async function unanswered(vendor: Vendor, room: ScaledRoom): Promise<Victim> {
	const { emulator, timeline } = room;
	emulator.faults.add({
		vendor: vendor.cloud,
		operation: vendor.operations.create,
		effect: { kind: 'delay', ms: HELD, after: true },
	});
	const known = vendor.standing(emulator);
	const { workflow, start } = await started(vendor, room, 'unheard', {});
	const made = () => vendor.standing(emulator).filter((id) => !known.includes(id));
	const [id] = await until('the cloud has it', () => made().length > 0 && made());
	return {
		what: `${vendor.name}: a create without an answer`,
		workflow,
		start,
		// An order has no name yet, and so no Create If Absent: to start it again would be a second one.
		byRetry: !vendor.ifAbsent.createIfAbsent,
		async check(again) {
			if (!vendor.ifAbsent.createIfAbsent)
				return await retriesNothing(vendor, id, room, await workflow.data(again));
			const told = await tells(workflow, again);
			timeline.check(`it finds ${id}: ${told.slice(0, 200)}`, told.includes(id));
		},
	};
}

/** The worker dies while it waits for an instance. */
async function waiting(vendor: Vendor, room: ScaledRoom): Promise<Victim> {
	const { emulator, timeline } = room;
	const name = `left-${vendor.cloud}`;
	const from = emulator.requests.length;
	const { workflow, start } = await started(vendor, room, 'left', {
		waitForCompletion: true,
		waitOptions: { pollInterval: 1 },
	});
	const [{ id }] = await until('the instance has its name', () => {
		const all = vendor.named(emulator, name);
		return all.length > 0 && all;
	});
	await until('the worker checks its status', () =>
		emulator.requests
			.slice(from)
			.some(
				({ vendor: at, operation }) => at === vendor.cloud && operation === vendor.operations.look,
			),
	);
	return {
		what: `${vendor.name}: Wait for Completion`,
		workflow,
		start,
		async check(again) {
			const told = await tells(workflow, again);
			timeline.check(`it names ${id}: ${told.slice(0, 200)}`, told.includes(id));
			timeline.check('the cloud has it once', vendor.named(emulator, name).length === 1);
		},
	};
}

/** The worker dies between two deletions of Kafka Fleet, in each cloud. */
async function deleting(room: ScaledRoom): Promise<Victim> {
	const { rest, url, emulator, timeline } = room;
	const standing = () => KAFKA_VENDORS.flatMap((vendor) => vendor.standing(emulator));
	const kept = standing();
	for (const vendor of KAFKA_VENDORS) {
		for (let i = 0; i < DUE; i += 1) vendor.seedTagged(emulator, `killed-${i}`, TAGS, 60);
		emulator.faults.add({
			vendor: vendor.cloud,
			operation: vendor.operations.remove,
			nth: 2,
			effect: { kind: 'delay', ms: HELD },
		});
	}
	const node = fleetNode('Fleet', 'cleanUp/deleteMarked', {
		...{ dryRun: false, scope: 'mustHaveTag', scopeTag: 'env=killed' },
		...{ mostDeletions: DUE * KAFKA_VENDORS.length, deleteOptions: { mostPercent: 100 } },
	});
	const workflow = await StoredWorkflow.add(
		rest,
		startingWith(webhookAtOnce('killed-fleet'), chain(node)),
	);
	await workflow.activate();
	const start = async () => void (await post(`${url}/webhook/killed-fleet`));
	await start();
	const removals = ({ cloud, operations }: Vendor) =>
		emulator.requests.filter((one) => one.vendor === cloud && one.operation === operations.remove);
	await until('each cloud is asked for its second deletion', () =>
		KAFKA_VENDORS.every((vendor) => removals(vendor).length === 2),
	);
	return {
		what: 'Kafka Fleet: between two deletions',
		workflow,
		start,
		check(again) {
			timeline.check(
				`the second run is a ${again.status}: what is due is deleted, and nothing else`,
				again.status === 'success' && standing().join() === kept.join(),
			);
			timeline.check(
				'each was deleted once',
				KAFKA_VENDORS.every(
					(vendor) => removals(vendor).filter(({ status }) => status !== 0).length === DUE,
				),
			);
			return Promise.resolve();
		},
	};
}
