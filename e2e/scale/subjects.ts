import { newInstance } from '../../test/support/given';
import type { N8nProcess } from '../n8n';
import type { ServedRoom } from '../room';
import { until } from '../until';
import { chain, kafkaNode, startingWith, StoredWorkflow, webhook } from '../workflows';
import { begunBy, type Cluster } from './cluster';

const RUNS = 20;
/** Virtual ms after which a new instance is RUNNING for certain. */
const CREATION = 11 * 60_000;

/** A room with n8n in queue mode. */
export interface ScaledRoom extends ServedRoom {
	cluster: Cluster;
	workers: N8nProcess[];
}

/** Parameters of a new instance, named as the webhook's caller wants it. */
export const named = newInstance('={{ $json.body.name }}');

export const post = async (url: string, body: object): Promise<Response> =>
	await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

/** Many simultaneous provisioning workflows: each instance is created once, and both workers take part. */
export async function spread({ rest, url, emulator, workers, timeline }: ScaledRoom) {
	timeline.step(`${RUNS} simultaneous provisioning workflows`);
	const workflow = await StoredWorkflow.add(
		rest,
		startingWith(
			webhook('provision'),
			chain(kafkaNode('Create', 'huaweiCloudKafka', { ...named, createIfAbsent: true })),
		),
	);
	await workflow.activate();
	const names = Array.from({ length: RUNS }, (_, i) => `team-${i}`);
	const start = Date.now();
	const answers = await Promise.all(
		names.map(async (name) => {
			const answer = await post(`${url}/webhook/provision`, { name });
			return ((await answer.json()) as Array<{ instance_id: string }>)[0]?.instance_id;
		}),
	);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	timeline.check(`all responded with an ID, in ${seconds} s`, new Set(answers).size === RUNS);
	const ofName = (name: string) =>
		emulator.huawei.state.instances.filter((one) => one.name === name);
	timeline.check(
		'each instance exists once in the cloud',
		names.every((name, i) => ofName(name).length === 1 && ofName(name)[0].id === answers[i]),
	);
	const shares = workers.map((worker) => begunBy(worker).length);
	timeline.check(
		`the workers executed ${shares.join(' and ')} of them`,
		shares.every((count) => count > 0),
	);
	// The trigger, whose turn is next, would see those change that are still being created.
	emulator.clock.advance(CREATION);
}

/** A worker that dies while it waits for an instance: there is one instance, and no second. */
export async function killedWorker({ rest, url, emulator, workers, timeline }: ScaledRoom) {
	timeline.step('A worker is killed during Wait for Completion');
	const creates = () =>
		emulator.requests.filter((one) => one.operation === 'CreatePostPaidKafkaInstance').length;
	// Ten virtual minutes would be over too soon: the instance is still being created when it ends.
	emulator.clock.speed = 1;
	const begin = webhook('wait');
	begin.parameters.responseMode = 'onReceived';
	const workflow = await StoredWorkflow.add(
		rest,
		startingWith(
			begin,
			chain(
				kafkaNode('Create', 'huaweiCloudKafka', {
					...named,
					createIfAbsent: true,
					waitForCompletion: true,
					waitOptions: { pollInterval: 1 },
				}),
			),
		),
	);
	await workflow.activate();
	const before = creates();
	const name = 'left-alone';
	await post(`${url}/webhook/wait`, { name });
	const instance = await until('the instance is being created', () =>
		emulator.huawei.state.named(name),
	);
	await until('the worker checks its status', () =>
		emulator.requests.some(({ path, operation }) =>
			operation === 'ShowInstance' ? path.includes(instance.id) : false,
		),
	);
	const [{ id }] = await workflow.executions();
	const victim = workers.find((worker) => begunBy(worker).includes(id));
	timeline.check(`a worker executes it, the instance is ${instance.status}`, victim !== undefined);
	await victim?.kill();
	const start = Date.now();
	const seconds = () => ((Date.now() - start) / 1000).toFixed(0);
	timeline.say('SIGKILL');
	const ended = await until(
		'n8n notices it',
		async () => {
			const [execution] = await workflow.executions();
			return !['running', 'new', 'waiting'].includes(execution.status) && execution;
		},
		300,
	);
	const { error } = (await workflow.data(ended)).resultData;
	timeline.say(`after ${seconds()} s its execution is "${ended.status}": ${error?.message ?? ''}`);
	timeline.check('n8n did not run anything again', (await workflow.executions()).length === 1);
	timeline.check('the create request was sent once', creates() === before + 1);
	emulator.clock.advance(CREATION);
	await post(`${url}/webhook/wait`, { name });
	await until('the other worker has finished', async () =>
		(await workflow.executions()).some(({ status }) => status === 'success'),
	);
	timeline.check(
		'on the other worker, Create If Absent continues with the same instance',
		creates() === before + 1 &&
			emulator.huawei.state.instances.filter((one) => one.name === name).length === 1,
	);
}
