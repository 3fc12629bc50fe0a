/**
 * n8n's "Retry" of a failed execution runs the node again in mode `retry`, with nothing remembered: what
 * it creates may be there already, and is not bought a second time. Every create of the nodes is here.
 */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { toolCaller } from '../../support/agent';
import { VENDORS } from '../../support/clouds';
import { K, byId, openVendor, told, type Cloud, type VendorName } from '../../support/stage';
import { openStage, scenariosOf, type Scenario, type Stage } from '../../support/scenarios';
import {
	chain,
	createHarness,
	node as nodeOf,
	type NodeSettings,
	type RunOptions,
} from '../../harness';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf } from '../../support/creates/play';

/** Creates that cannot add anything when they are carried out twice, with the reason. */
const HARMLESS: Record<VendorName, Record<string, string>> = {
	huawei: {
		'topicQuota/create': 'a topic has one quota, which is not billed',
		'userQuota/create': 'a user or client has one quota, which is not billed',
	},
	alibaba: {},
	tencent: {},
};

const minutes = (count: number) => count * 60_000;

describe.each(Object.keys(VENDORS) as VendorName[])('%s', (vendor) => {
	const creates = scenariosOf(vendor).filter(({ kind }) => kind === 'create');
	const named = creates.filter(({ operation }) => operation.find);
	const nameless = creates.filter(({ operation }) => operation.madeBefore);
	const cases = (scenarios: Scenario[]) => scenarios.map((one) => [one.name, one] as const);
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage(vendor, { speed: 1 });
	});
	afterAll(async () => await stage.close());

	async function run(
		{ name, parameters }: Scenario,
		mode: RunOptions['mode'],
		{
			more = {},
			json = [{ n: 1 }],
			node,
		}: { more?: INodeParameters; json?: IDataObject[]; node?: NodeSettings } = {},
	) {
		const [resource, operation] = name.split('/');
		const given = { resource, operation, ...parameters, ...more };
		const outcome = await stage.cloud.start(given, { mode, json, node });
		stage.cloud.clock.advance(minutes(3));
		return { items: outcome.error ? [] : outcome.items(K), told: told(outcome.error), outcome };
	}
	/** Of what was made; the older orders give only the order. */
	function idOf({ OrderId, InstanceId, RouteId }: IDataObject): string {
		if (RouteId !== undefined || InstanceId !== undefined) return String(RouteId ?? InstanceId);
		const { instances } = stage.cloud.em.alibaba.state;
		return (
			instances.find(({ orderIds }) => orderIds.includes(String(OrderId)))?.id ?? 'no instance'
		);
	}
	const sent = ({ api }: Scenario) => stage.cloud.sent(api);

	test('no create is forgotten', () => {
		const harmless = Object.keys(HARMLESS[vendor]);
		const held = creates
			.filter(({ operation: { find, madeBefore } }) => find ?? madeBefore)
			.map(({ name }) => name);
		expect([...held, ...harmless].sort()).toEqual(creates.map(({ name }) => name).sort());
	});

	test.each(cases(named))('%s: what exists comes out, and why', async (_, scenario) => {
		stage.set(scenario);
		const first = await run(scenario, 'trigger');
		expect(first.told).toBe('');
		const again = await run(scenario, 'retry');
		expect(again.told).toBe('');
		expect(sent(scenario)).toBeSent(1);
		expect(again.items).toEqual(
			again.items.map(() =>
				expect.objectContaining({
					created: false,
					note: expect.stringContaining('This execution is a retry'),
				}),
			),
		);
		const asked = await run(scenario, 'retry', { more: { createIfAbsent: true } });
		expect(asked.items[0]).toMatchObject({ created: false });
		expect(asked.items[0]).not.toHaveProperty('note');
		expect(sent(scenario)).toBeSent(1);
	});

	test.each(cases(named))('%s: what does not exist is created', async (_, scenario) => {
		for (const createIfAbsent of [false, true]) {
			stage.set(scenario);
			const { items, told: error } = await run(scenario, 'retry', { more: { createIfAbsent } });
			expect(error).toBe('');
			expect(items[0]).toMatchObject({ created: true });
			expect(items[0]).not.toHaveProperty('note');
			expect(sent(scenario)).toBeSent(1);
		}
	});

	const harmless = creates.filter(({ name }) => name in HARMLESS[vendor]);
	if (harmless.length > 0) {
		test.each(cases(harmless))('%s: the service refuses a second one', async (_, scenario) => {
			stage.set(scenario);
			expect((await run(scenario, 'trigger')).told).toBe('');
			expect((await run(scenario, 'retry')).told).toMatch(/already|exist/i);
		});
	}

	if (nameless.length > 0) {
		test.each(cases(nameless))(
			'%s: what may be it is named, and how to go on',
			async (_, scenario) => {
				stage.set(scenario);
				const first = await run(scenario, 'trigger');
				expect(first.told).toBe('');
				const { items, told: error } = await run(scenario, 'retry', { json: [{ n: 1 }, { n: 2 }] });
				expect(items).toEqual([]);
				expect(sent(scenario)).toBeSent(1);
				expect(error).toContain(
					'this execution is a retry, and what it asks for may already exist',
				);
				expect(error).toContain(idOf(first.items[0]));
				expect(error).toContain('Nothing was created. To continue with');
			},
		);

		test.each(cases(nameless))(
			'%s: nothing is created where that cannot be read',
			async (_, scenario) => {
				stage.set(scenario);
				stage.cloud.em.faults.add({
					operation: vendor === 'alibaba' ? 'GetInstanceList' : 'DescribeRoute',
					times: 'always',
					effect: { kind: 'malformed' },
				});
				const { told: error } = await run(scenario, 'retry');
				expect(sent(scenario)).toEqual([]);
				expect(error).toContain('it could not be checked what already exists');
				expect(error).toContain('Nothing was created.');
			},
		);
	}
});

/** How each cloud refuses a create for want of balance, after which nothing has happened. */
const REFUSAL: Record<VendorName, object> = {
	huawei: { status: 400, body: { error_code: 'DMS.00500987', error_msg: 'No money.' } },
	alibaba: {
		status: 400,
		body: { Code: 'NO_MONEY', Message: 'No money.', RequestId: 'r-1', Success: false },
	},
	tencent: {
		status: 200,
		body: {
			Response: { Error: { Code: 'LimitExceeded', Message: 'No money.' }, RequestId: 'r-1' },
		},
	},
};

const kinds = Object.values(KINDS).flat();
const label = (all: Kind[]) =>
	all.map((kind) => [`${kind.vendor} ${kind.operation}`, kind] as const);
const isOrder = ({ vendor, operation }: Kind) =>
	vendor === 'alibaba' && /^instance(Maintenance)?\//.test(operation);
const NAMES = ['first-one', 'second-one', 'third-one'];
const ITEMS = NAMES.map((n) => ({ n }));

/** A cloud of its own for one kind of create, in a process that remembers nothing. */
async function opened({ vendor, operation, parameters }: Kind) {
	const cloud = await openVendor(vendor, { speed: 1, times: { listingLag: -1 } });
	// Beside an instance for others, an order could be taken for it.
	const home = /^instance(Maintenance)?\//.test(operation)
		? ''
		: homeOf(cloud, vendor, operation.startsWith('acl') ? NAMES : []);
	const [resource, name] = operation.split('/');
	const given = { resource, operation: name, ...parameters(home) };
	const run = async (
		mode: RunOptions['mode'],
		more: INodeParameters = {},
		options: Parameters<Cloud['start']>[1] = {},
	) => {
		const outcome = await cloud.start({ ...given, ...more }, { mode, json: ITEMS, ...options });
		cloud.clock.advance(minutes(3));
		return { items: outcome.error ? [] : outcome.items(K), told: told(outcome.error), outcome };
	};
	return { cloud, home, given, run };
}

/** Without the name that only a deployment has, so that all are alike. */
const unnamed = ({ operation }: Kind): INodeParameters =>
	operation === 'instance/createAndDeploy' ? { name: '' } : {};

const refuseThird = (cloud: Cloud, { api, vendor }: Kind) =>
	cloud.em.faults.add({
		operation: api,
		nth: 3,
		effect: { kind: 'answer', ...REFUSAL[vendor] } as never,
	});

describe.each(label(kinds.filter((kind) => !isOrder(kind))))('%s', (_, kind) => {
	test.each([false, true])(
		'of three items one failed: only that one is sent again; Create If Absent: %s',
		async (createIfAbsent) => {
			const { cloud, home, run } = await opened(kind);
			refuseThird(cloud, kind);
			const first = await run('trigger', { createIfAbsent });
			expect(first.told).toContain('[Item 2]');
			expect(cloud.sent(kind.api)).toBeSent(3);
			const { items, told: error } = await run('retry', { createIfAbsent });
			expect(error).toBe('');
			expect(items.filter(({ created }) => created === false).length).toBeGreaterThanOrEqual(2);
			expect(items.at(-1)).toMatchObject({ created: true });
			expect(cloud.sent(kind.api)).toBeSent(4);
			const names = kind.held(cloud.em, home).map(({ name }) => name);
			for (const { n } of ITEMS) expect(names).toContain(n);
		},
	);
});

describe.each(label(kinds.filter(isOrder)))('%s', (_, kind) => {
	test('of three items one failed: none is ordered again', async () => {
		const { cloud, run } = await opened(kind);
		refuseThird(cloud, kind);
		const more = unnamed(kind);
		const first = await run('trigger', more);
		expect(first.told).toContain('[Item 2]');
		expect(cloud.sent(kind.api)).toBeSent(3);
		const { told: error } = await run('retry', more);
		for (const { key } of kind.held(cloud.em, '')) expect(error).toContain(key);
		const onError = 'continueRegularOutput';
		const { items } = await run('retry', more, { node: { onError } });
		for (const item of items) expect(item.error).toContain('may already exist');
		expect(cloud.sent(kind.api)).toBeSent(3);
	});

	test('what the retry itself orders is not what it finds', async () => {
		const { cloud, run } = await opened(kind);
		const { told: error } = await run('retry');
		expect(error).toBe('');
		expect(cloud.sent(kind.api)).toBeSent(3);
	});

	test('what is older than a day, or bought otherwise, is another', async () => {
		const { cloud, run } = await opened(kind);
		const more = unnamed(kind);
		await run('trigger', more, { json: [ITEMS[0]] });
		await run('retry', { ...more, diskSize: 900 }, { json: [ITEMS[0]] });
		expect(cloud.sent(kind.api)).toBeSent(2);
		cloud.clock.advance(minutes(25 * 60));
		const { told: error } = await run('retry', more, { json: [ITEMS[0]] });
		expect(error).toBe('');
		expect(cloud.sent(kind.api)).toBeSent(3);
	});
});

const createAndDeploy = KINDS.alibaba.find(
	({ operation }) => operation === 'instance/createAndDeploy',
) as Kind;

test('of three orders that are deployed under other names, the one that failed is placed', async () => {
	const kind = createAndDeploy;
	const { cloud, run } = await opened(kind);
	refuseThird(cloud, kind);
	await run('trigger');
	const { items, told: error } = await run('retry');
	expect(error).toBe('');
	const [first, second] = kind.held(cloud.em, '');
	const note = expect.stringContaining('This execution is a retry') as string;
	const isThere = { created: false, note };
	expect(items).toMatchObject([
		{ InstanceId: first.key, Name: 'first-one', ...isThere },
		{ InstanceId: second.key, Name: 'second-one', ...isThere },
		{ deploymentStarted: true },
	]);
	expect(cloud.sent(kind.api)).toBeSent(4);
});

describe('an order whose instance has its name already, in a retry', () => {
	const json = [ITEMS[0]];

	test.each([
		['bought otherwise', { deployType: '4' }],
		['in another VPC', { vpcId: 'vpc-2' }],
	])('%s: refused, as the name is taken, before anything is ordered', async (_, more) => {
		const { cloud, run } = await opened(createAndDeploy);
		await run('trigger', {}, { json });
		const { told: error } = await run('retry', more, { json });
		const [{ key }] = createAndDeploy.held(cloud.em, '');
		expect(error).toContain(`may already exist: instance ${key}`);
		expect(cloud.sent(createAndDeploy.api)).toBeSent(1);
	});

	test('older than a day, and enlarged since: it is the result', async () => {
		const { cloud, run } = await opened(createAndDeploy);
		await run('trigger', {}, { json });
		cloud.clock.advance(minutes(25 * 60));
		const { items } = await run('retry', { diskSize: 900 }, { json });
		expect(items).toMatchObject([{ created: false, status: 'running' }]);
		expect(cloud.sent(createAndDeploy.api)).toBeSent(1);
	});

	test('stopped: it is named, and not taken for one that serves', async () => {
		const { cloud, run } = await opened(createAndDeploy);
		await run('trigger', {}, { json });
		cloud.clock.advance(minutes(60));
		const [{ key }] = createAndDeploy.held(cloud.em, '');
		await cloud.run('instance/stop', { instanceId: byId(key) });
		cloud.clock.advance(minutes(60));
		const { told: error } = await run('retry', {}, { json });
		expect(error).toContain(`instance ${key} (stopped)`);
		expect(cloud.sent(createAndDeploy.api)).toBeSent(1);
	});

	test('several times: all are named', async () => {
		const { cloud, run } = await opened(createAndDeploy);
		for (const _ of ITEMS) cloud.em.alibaba.state.seed({ name: 'twin' });
		const { told: error } = await run('retry', { name: 'twin' }, { json });
		for (const { key } of createAndDeploy.held(cloud.em, '')) expect(error).toContain(key);
		expect(cloud.sent(createAndDeploy.api)).toEqual([]);
	});
});

test('a serverless instance that could not be named is not bought once more', async () => {
	const { cloud, run } = await opened(createAndDeploy);
	const json = [ITEMS[0]];
	const serverless = {
		billing: '3',
		serverlessConfig: { entry: { reservedPublishCapacity: 60, reservedSubscribeCapacity: 20 } },
	};
	cloud.em.faults.add({
		operation: 'ModifyInstanceName',
		effect: { kind: 'answer', ...REFUSAL.alibaba } as never,
	});
	const first = await run('trigger', serverless, { json });
	expect(first.told).toContain('could not be named');
	const { told: error } = await run('retry', serverless, { json });
	const [{ key }] = createAndDeploy.held(cloud.em, '');
	expect(error).toContain(`may already exist: instance ${key}`);
	expect(cloud.sent(createAndDeploy.api)).toBeSent(1);
});

test('Order ID to Resume goes on with the order in a retry, too', async () => {
	const kind = createAndDeploy;
	const { cloud, run } = await opened(kind);
	const json = [ITEMS[0]];
	cloud.em.faults.add({
		operation: 'StartInstance',
		effect: { kind: 'answer', ...REFUSAL.alibaba } as never,
	});
	expect((await run('trigger', {}, { json })).told).toContain('Order ID to Resume');
	const [{ key, alsoKnownAs }] = kind.held(cloud.em, '');
	expect((await run('retry', {}, { json })).told).toContain(`instance ${key}`);
	const options = { name: 'first-one', orderId: String(alsoKnownAs?.[0]) };
	const { items, told: error } = await run('retry', { options }, { json });
	expect(error).toBe('');
	expect(items).toMatchObject([{ InstanceId: key, deploymentStarted: true }]);
	expect(cloud.sent(kind.api)).toBeSent(1);
});

const billed = kinds.filter(({ operation, waits }) => operation.startsWith('instance/') && waits);

test.each(label(billed))(
	'%s: after a wait that ran out, a retry goes on with what is there',
	async (_, kind) => {
		const { cloud, run } = await opened(kind);
		const json = [ITEMS[0]];
		const waiting = { waitForCompletion: true, waitOptions: { maximumWait: 0 } };
		const first = await run('trigger', waiting, { json });
		const [made] = kind.held(cloud.em, '');
		expect(first.told).toContain(made.key);
		expect(first.told).toMatch(/exists/);
		expect(first.told).not.toMatch(/run (this|it) again/);
		const { items, told: error } = await run('retry', { waitForCompletion: true }, { json });
		expect(cloud.sent(kind.api)).toBeSent(1);
		expect(error).toBe('');
		expect(items).toMatchObject([{ created: false, completed: true }]);
	},
);

test('a subscription that the failed execution has renewed is not paid for once more', async () => {
	const cloud = await openVendor('tencent');
	const { id } = cloud.em.tencent.state.seed({ name: 'orders', prePaid: true });
	const renewal = {
		resource: 'instance',
		operation: 'renew',
		instanceId: byId(id),
		months: 3,
	};
	expect((await cloud.start(renewal, { mode: 'trigger' })).items(K)).toHaveLength(1);
	const { error } = await cloud.start(renewal, { mode: 'retry' });
	expect(told(error)).toMatch(/may already have been renewed .* start a new execution/);
	expect(cloud.sent('RenewCkafkaInstance')).toBeSent(1);
});

describe('where the mode is not the node’s own', () => {
	const kind = KINDS.huawei[0];
	const json = [ITEMS[0]];

	test('in a sub-workflow of a retried execution, whose own mode is integrated', async () => {
		const { cloud, run } = await opened(kind);
		await run('trigger', {}, { json });
		const { items } = await run('integrated', {}, { json, rootMode: 'retry' });
		expect(items).toMatchObject([{ created: false }]);
		expect(cloud.sent(kind.api)).toBeSent(1);
	});

	test('as a tool of an agent in a retried execution', async () => {
		const { cloud, run, given } = await opened(kind);
		await run('trigger', {}, { json });
		const { type, credential, data } = VENDORS.huawei;
		const n8n = await createHarness({
			credentials: { [credential]: data(cloud.em) },
			clock: cloud.clock,
			nodes: {
				'x.agent': toolCaller(cloud.n8n.nodeTypes.getByNameAndVersion(type, 1), K, { n: 'x' }),
			},
		});
		const workflow = chain(nodeOf('Agent', 'x.agent'));
		const parameters = { ...given, name: ITEMS[0].n };
		workflow.nodes.push(nodeOf(K, type, parameters, { credentials: [credential] }));
		const outcome = await n8n.run(workflow, { mode: 'retry' });
		expect(outcome.items('Agent')[0].said).toContain('This execution is a retry');
		expect(cloud.sent(kind.api)).toBeSent(1);
	});
});
