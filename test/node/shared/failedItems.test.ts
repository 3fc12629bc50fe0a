/** With "On Error: Continue" a failure is an item that says all, and that n8n can pair, route, and retry. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { chain, createHarness, node, type NodeSettings, type Outcome } from '../../harness';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf } from '../../support/creates/play';
import { toolCaller } from '../../support/agent';
import { VENDORS } from '../../support/clouds';
import { K, NOWHERE, byId, openVendor, type Cloud, type VendorName } from '../../support/stage';

type OnError = 'continueRegularOutput' | 'continueErrorOutput';
const BOTH: OnError[] = ['continueRegularOutput', 'continueErrorOutput'];
const outputOf = (onError: OnError) => (onError === 'continueErrorOutput' ? 1 : 0);

/** How each cloud refuses a topic, with a code and a request ID. */
const REFUSAL: Record<VendorName, { status: number; body: object; headers?: object }> = {
	huawei: { status: 400, body: { error_code: 'DMS.111400860', error_msg: 'Too many.' } },
	alibaba: {
		status: 400,
		body: { Code: 'BIZ_TOPIC_NUM_EXCEED', Message: 'Too many.', RequestId: 'r-1', Success: false },
	},
	tencent: {
		status: 200,
		body: {
			Response: { Error: { Code: 'LimitExceeded', Message: 'Too many.' }, RequestId: 'r-1' },
		},
	},
};
const CODE = { huawei: 'DMS.111400860', alibaba: 'BIZ_TOPIC_NUM_EXCEED', tencent: 'LimitExceeded' };

/** An instance that does not exist. */
const ELSEWHERE = { huawei: NOWHERE, alibaba: 'alikafka_post-cn-none', tencent: 'ckafka-none1234' };

const VENDOR_NAMES = Object.keys(VENDORS) as VendorName[];

describe.each(VENDOR_NAMES)('%s', (vendor) => {
	const { type, credential } = VENDORS[vendor];
	const kind = KINDS[vendor].find(({ operation }) => operation === 'topic/create') as Kind;
	let cloud: Cloud;
	let home: string;

	beforeEach(async () => {
		cloud = await openVendor(vendor);
		home = homeOf(cloud, vendor, []);
	});

	const refuse = (nth: number) =>
		cloud.em.faults.add({
			operation: kind.api,
			nth,
			effect: { kind: 'answer', ...REFUSAL[vendor] } as never,
		});
	const topic = (): INodeParameters => ({
		resource: 'topic',
		operation: 'create',
		...kind.parameters(home),
	});
	const list = (): INodeParameters => ({
		resource: 'topic',
		operation: 'getAll',
		instanceId: byId('={{ $json.id }}'),
	});

	/** The node between two others; what comes behind each output reads the item in front. */
	async function run(
		parameters: INodeParameters,
		json: INodeExecutionData['json'][],
		settings: NodeSettings,
	): Promise<Outcome> {
		const reads = (name: string) =>
			node(
				name,
				'n8n-nodes-base.set',
				{
					mode: 'raw',
					jsonOutput: '={{ { front: $("Front").item.json.n, told: $json.error, json: $json } }}',
				},
				{ typeVersion: 3.4 },
			);
		const front = node('Front', 'n8n-nodes-base.noOp');
		const workflow = chain(
			front,
			node(K, type, parameters, { credentials: [credential], ...settings }),
		);
		workflow.nodes.push(reads('Good'), reads('Bad'));
		const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
		workflow.connections = { ...workflow.connections, [K]: { main: [to('Good'), to('Bad')] } };
		return await cloud.n8n.run(workflow, { inputItems: json.map((one) => ({ json: one })) });
	}
	const three = ['aaa', 'bbb', 'ccc'].map((n) => ({ n }));

	test.each(BOTH)('%s: a write that is refused', async (onError) => {
		refuse(2);
		const thrown = await cloud.start(topic(), { json: three });
		cloud.forget();
		refuse(2);
		const names = three.map(({ n }) => ({ n: `${n}x`, kept: 1 }));
		const outcome = await run(topic(), names, { onError });
		expect(outcome.error).toBeUndefined();
		const failed = outcome.output(K, outputOf(onError)).filter(({ json }) => json.error);
		// What the node throws without Continue, word by word; the names differ by a letter.
		const words = (text: unknown) => String(text).replace(/(aaa|bbb|ccc)x/g, '$1');
		expect(failed).toEqual([
			{
				json: { n: 'bbbx', kept: 1, error: expect.any(String), details: expect.any(String) },
				pairedItem: { item: 1 },
			},
		]);
		expect(words(failed[0].json.error)).toBe(thrown.error?.message);
		// What other items did, they say themselves.
		const done = / Already done in this run: topic aaa[^.]*\./;
		expect(thrown.error?.description).toMatch(done);
		expect(words(failed[0].json.details)).toBe(String(thrown.error?.description).replace(done, ''));
		expect(failed[0].json.details).toContain(`code ${CODE[vendor]}`);
		if (vendor !== 'huawei') expect(failed[0].json.details).toContain('request ID r-1');
		const behind = outcome.items(onError === 'continueErrorOutput' ? 'Bad' : 'Good');
		expect(behind.filter(({ told }) => told)).toEqual([expect.objectContaining({ front: 'bbbx' })]);
		expect(outcome.items('Good').filter(({ told }) => !told)).toMatchObject([
			{ front: 'aaax' },
			{ front: 'cccx' },
		]);
	});

	test('the error output gets exactly error and details, to which n8n adds the fields of the input', async () => {
		refuse(1);
		const outcome = await run(topic(), [{ n: 'aaa' }], { onError: 'continueErrorOutput' });
		expect(outcome.output(K)).toEqual([]);
		const [{ json }] = outcome.output(K, 1);
		expect(Object.keys(json).sort()).toEqual(['details', 'error', 'n']);
	});

	test.each(BOTH)('%s: a read that fails, and an item that is not sent', async (onError) => {
		const json = [
			{ n: 'a', id: home },
			{ n: 'b', id: ELSEWHERE[vendor] },
			{ n: 'c', id: '' },
		];
		const outcome = await run(list(), json, { onError });
		const failed = outcome.output(K, outputOf(onError)).filter((item) => item.json.error);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(failed.map((item) => item.json.n)).toEqual(['b', 'c']);
		for (const item of failed) expect(item.json.details).not.toBe('');
		expect(failed[1].json.error).toMatch(/^'Instance' .*\[Item 2\]$/);
	});

	test.each(BOTH)('%s with Retry On Fail: tried again, nothing written twice', async (onError) => {
		refuse(1);
		const settings = { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const outcome = await run(topic(), three, settings);
		expect(outcome.items(K)).toHaveLength(3);
		expect(JSON.stringify(outcome.items(K))).not.toContain('"error"');
		expect(outcome.items(K, 1)).toEqual([]);
		expect(cloud.sent(kind.api)).toHaveLength(4);
		const topics = kind.held(cloud.em, home).map(({ name }) => name);
		expect(topics).toEqual(expect.arrayContaining(['aaa', 'bbb', 'ccc']));
	});

	test.each(BOTH)('%s: n8n looks at the first item only, and the order stays', async (onError) => {
		refuse(2);
		const settings = { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const outcome = await run(topic(), three, settings);
		expect(cloud.sent(kind.api)).toHaveLength(3);
		const pairs = outcome.output(K).map(({ pairedItem }) => pairedItem);
		const all = [{ item: 0 }, { item: 1 }, { item: 2 }];
		expect(pairs).toEqual(onError === 'continueErrorOutput' ? [all[0], all[2]] : all);
	});

	test.each(BOTH)('%s: a model reads what went wrong with its tool', async (onError) => {
		refuse(1);
		const tool = cloud.n8n.nodeTypes.getByNameAndVersion(type, 1);
		const n8n = await createHarness({
			credentials: { [credential]: VENDORS[vendor].data(cloud.em) },
			clock: cloud.clock,
			nodes: { 'x.agent': toolCaller(tool, K, { n: 'orders' }) },
		});
		const workflow = chain(node('Agent', 'x.agent'));
		workflow.nodes.push(
			node(K, type, { ...topic(), ...nameOf(topic()) }, { credentials: [credential], onError }),
		);
		const outcome = await n8n.run(workflow);
		const [read, ...more] = JSON.parse(String(outcome.items('Agent')[0].said)) as never[];
		expect(more).toEqual([]);
		expect(read).toEqual({
			error: expect.stringContaining('did not succeed'),
			details: expect.stringContaining(CODE[vendor]),
		});
	});

	/** As a tool in this test, the node has no `$json` for the name of the topic. */
	const nameOf = (parameters: INodeParameters): INodeParameters =>
		Object.fromEntries(
			Object.entries(parameters)
				.filter(([, value]) => value === '={{ $json.n }}')
				.map(([name]) => [name, 'orders']),
		);

	test('a run that is stopped sends nothing more, whatever is to be tried again', async () => {
		const json = three.map(({ n }) => ({ n, id: home }));
		const stop = new AbortController();
		cloud.em.faults.add({
			operation: kind.api,
			effect: { kind: 'delay', ms: 60_000 },
			optional: true,
		});
		const settings: NodeSettings = {
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		};
		const running = cloud.start(topic(), {
			json,
			node: settings,
			signal: stop.signal,
			timeoutMs: 1_000,
		});
		const outcome = await running;
		await running.ended;
		expect(outcome.result.status).toBe('canceled');
		expect(cloud.sent(kind.api).length).toBeLessThanOrEqual(1);
	});
});
