/** Writes that must happen once, however n8n runs the node, and be named whatever becomes of it. */
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { chain, createHarness, node } from '../../harness';
import { agentDescription, toolCaller } from '../../support/agent';
import { until } from '../../support/until';
import { VENDORS } from '../../support/clouds';
import { K, byId, newInstance, openCloud, told, type Cloud } from '../../support/stage';
// After the harness, which gives n8n-core a home of its own.
import { SupplyDataContext } from 'n8n-core';

const CREATE = 'CreatePostPaidKafkaInstance';
let s: Cloud;

beforeEach(
	async () => void (s = await openCloud({ instances: [{ name: 'orders', sslEnable: true }] })),
);

test('a create that is still under way is not sent again by Retry On Fail', async () => {
	s.em.faults.add({ operation: CREATE, times: 'always', effect: { kind: 'delay', ms: 600 } });
	const name = '={{ $json.n === "bad" ? $("Nowhere").item.json.x : $json.n }}';
	const batching = { batching: { batch: { batchSize: 1, batchInterval: 1 } } };
	const running = s.start(
		{ ...newInstance(name), requestOptions: batching },
		{
			json: [{ n: 'first-one' }, { n: 'bad' }],
			node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		},
	);
	await until('the create', () => s.sent(CREATE).length > 0);
	// Its answer comes after all tries.
	s.clock.auto = false;
	const run = await running;
	expect(s.em.held).toBe(1);
	s.clock.auto = true;
	await s.clock.sleep(60 * 60_000);
	expect(run.result.status).toBe('error');
	expect(s.sent(CREATE)).toBeSent(1);
});

test('what another item is just creating is named when a wait ends badly', async () => {
	s.em.faults.add({ operation: CREATE, nth: 2, effect: { kind: 'delay', ms: 400 } });
	const run = await s.start(
		{
			...newInstance('={{ $json.n }}'),
			waitForCompletion: true,
			waitOptions: { maximumWait: 0 },
		},
		{ json: [{ n: 'first-one' }, { n: 'second-one' }] },
	);
	for (const name of ['first-one', 'second-one']) {
		expect(told(run.error)).toContain(s.em.huawei.state.named(name)?.id);
	}
});

/** An agent that calls the node as its tool twice, in the context that n8n makes for each call. */
const agentOf = (kafka: INodeType, results: unknown[]) => ({
	description: agentDescription,
	async execute(this: IExecuteFunctions) {
		const own = this as unknown as ConstructorParameters<typeof SupplyDataContext> & {
			[name: string]: never;
		};
		for (const [call, topic] of ['topic-a', 'topic-b'].entries()) {
			const context = new SupplyDataContext(
				own.workflow,
				(own.workflow as { getNode(name: string): never }).getNode(K),
				own.additionalData,
				own.mode,
				own.runExecutionData,
				call,
				own.connectionInputData,
				{},
				'ai_tool' as never,
				own.executeData,
				[],
			);
			const json = { topic };
			Object.assign(context, {
				inputData: { ai_tool: [[{ json }]] },
				connectionInputData: [{ json }],
			});
			const [items] = (await kafka.execute?.call(context as never)) as [Array<{ json: unknown }>];
			results.push(...items.map((item) => item.json));
		}
		return [[{ json: {} }]];
	},
});

test.each([1, 2])(
	'each call as a tool does its own work, with %d items in the agent',
	async (count) => {
		const id = s.em.huawei.state.named('orders')?.id ?? '';
		const results: unknown[] = [];
		const agent = agentOf(
			s.n8n.nodeTypes.getByNameAndVersion(VENDORS.huawei.type, 1) as INodeType,
			results,
		);
		const n8n = await createHarness({
			credentials: { managedKafkaHuaweiCloudApi: VENDORS.huawei.data(s.em) },
			clock: s.clock,
			nodes: { 'x.agent': agent as never },
		});
		const workflow = chain(node('Agent', 'x.agent'));
		const parameters = {
			resource: 'topic',
			operation: 'create',
			instanceId: byId(id),
			topicName: '={{ $json.topic }}',
		};
		workflow.nodes.push(
			node(K, VENDORS.huawei.type, parameters, { credentials: ['managedKafkaHuaweiCloudApi'] }),
		);
		await n8n.run(workflow, { inputItems: Array.from({ length: count }, () => ({ json: {} })) });
		expect(results).toMatchObject([
			{ name: 'topic-a', created: true },
			{ name: 'topic-b', created: true },
		]);
		expect(s.em.huawei.state.named('orders')?.topics.map(({ name }) => name)).toEqual([
			'topic-a',
			'topic-b',
		]);
	},
);

test('as a tool too, Retry On Fail does not send again what may have happened', async () => {
	s.em.faults.add({ operation: CREATE, times: 'always', effect: { kind: 'cut', when: 'before' } });
	const type = s.n8n.nodeTypes.getByNameAndVersion(VENDORS.huawei.type, 1);
	const agent = toolCaller(type, K, { name: 'orders' });
	const n8n = await createHarness({
		credentials: { managedKafkaHuaweiCloudApi: VENDORS.huawei.data(s.em) },
		clock: s.clock,
		nodes: { 'x.agent': agent as never },
	});
	const workflow = chain(node('Agent', 'x.agent'));
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	workflow.nodes.push(
		node(K, VENDORS.huawei.type, newInstance('as-a-tool'), {
			credentials: ['managedKafkaHuaweiCloudApi'],
			...settings,
		}),
	);
	const run = await n8n.run(workflow, { inputItems: [{ json: {} }] });
	expect(run.items('Agent')[0].said).toContain('not found by name afterwards');
	expect(s.sent(CREATE)).toBeSent(1);
});

test.each(['Cana"ry-pass-1', 'Canary/pass+1'])(
	'%s does not come out, however it is repeated',
	async (secret) => {
		const id = s.em.huawei.state.named('orders')?.id ?? '';
		const error_msg = `${JSON.stringify({ secret })} ${encodeURIComponent(secret)}`;
		s.em.faults.add({
			operation: 'CreateInstanceUser',
			effect: { kind: 'answer', status: 400, body: { error_code: secret, error_msg } },
		});
		const run = await s.start(
			{
				resource: 'user',
				operation: 'create',
				instanceId: byId(id),
				userName: 'orders-service',
				userPasswd: '={{ $json.secret }}',
			},
			{ json: [{ secret }] },
		);
		expect(told(run.error)).toContain('********');
		expect(told(run.error) + JSON.stringify(run.error)).not.toMatch(/ry-pass-1|pass\+1|pass%2B1/);
	},
);
