/** Order and deployment in one: whatever goes wrong after the order names it, and how to go on. */
import type { IDataObject } from 'n8n-workflow';

import { createAndDeploy } from '../../../../../nodes/AlibabaCloudKafka/resources/instance/createAndDeploy';
import { ordering } from '../../../../../nodes/AlibabaCloudKafka/resources/instance/ordering';
import { Shop, failing, orderRequest, running, thrownBy, waiting } from './shop';

const ORDER = 'CreatePostPayInstance';
const START = 'StartInstance';
const RENAME = 'ModifyInstanceName';
const PURCHASE = { DeployType: '5', PaidType: '1', SpecType: 'normal', DiskSize: 500 };
const DEPLOYMENT = { Name: 'orders', VpcId: 'v1', VSwitchId: 's1' };

const scene = (replies: Shop['replies'] = {}, lists: Shop['lists'] = [[]]) =>
	Object.assign(new Shop(), {
		lists,
		replies: { [ORDER]: [{ Data: { OrderId: 'o1', InstanceId: 'i1' } }], ...replies },
	}) as Shop;
const run = async (shop: Shop, body: IDataObject = {}) =>
	await createAndDeploy.runSteps!(shop.item, orderRequest({ ...PURCHASE, ...DEPLOYMENT, ...body }));
const check = (body: IDataObject) =>
	createAndDeploy.check!(orderRequest({ ...PURCHASE, ...DEPLOYMENT, ...body }), () => undefined);

describe('an order', () => {
	test('is placed with what is bought, and deployed with the rest', async () => {
		const shop = scene();
		expect(await run(shop)).toEqual([
			{ json: { OrderId: 'o1', InstanceId: 'i1', deploymentStarted: true } },
		]);
		expect(shop.bodies(ORDER)).toEqual([PURCHASE]);
		expect(shop.bodies(START)).toEqual([
			{ InstanceId: 'i1', ...DEPLOYMENT, DeployModule: 'vpc', IsEipInner: false },
		]);
		expect(shop.bodies(RENAME)).toEqual([]);
	});

	test('is a step that no later try repeats', async () => {
		const shop = scene();
		await run(shop);
		expect(shop.steps).toEqual(['order: order o1 (instance i1) placed']);
	});

	test('of a subscription goes to another operation', async () => {
		const shop = scene({ CreatePrePayInstance: [{ OrderId: 'o2', Data: { InstanceId: 'i2' } }] });
		await run(shop, { PaidType: '0' });
		expect(shop.bodies('CreatePrePayInstance')).toHaveLength(1);
		expect(shop.bodies(ORDER)).toEqual([]);
	});

	test('that is answered without an instance is deployed as soon as the list shows one', async () => {
		const shop = scene({ [ORDER]: [{ OrderId: 'o1' }] });
		shop.narrowed = [[], [], [waiting('i3', { DeployType: 5 })]];
		expect(await run(shop)).toMatchObject([{ json: { OrderId: 'o1', InstanceId: 'i3' } }]);
		expect(shop.bodies(START)).toHaveLength(1);
	});

	test('with access from the internet is deployed so', async () => {
		const shop = scene();
		await run(shop, { DeployType: 4 });
		expect(shop.bodies(START)[0]).toMatchObject({ DeployModule: 'eip', IsEipInner: true });
	});

	test('of a serverless instance is named after its deployment', async () => {
		const shop = scene();
		await run(shop, { PaidType: '3' });
		expect(shop.bodies(START)[0]).not.toHaveProperty('Name');
		expect(shop.bodies(RENAME)).toEqual([{ InstanceId: 'i1', InstanceName: 'orders' }]);
	});

	test('of a serverless instance without a name is not named', async () => {
		const shop = scene();
		await run(shop, { PaidType: '3', Name: undefined });
		expect(shop.bodies(RENAME)).toEqual([]);
	});

	test('that gives only its number is deployed when its instance is listed', async () => {
		const shop = scene({ [ORDER]: [{ OrderId: 'o1' }] });
		shop.narrowed = [[waiting('i1', { DeployType: 4 })], [waiting('i1')]];
		expect((await run(shop))[0].json).toMatchObject({ OrderId: 'o1', InstanceId: 'i1' });
		// What the list says of the network is what was bought.
		expect(shop.bodies(START)[0]).toMatchObject({ DeployModule: 'eip' });
	});
});

describe('what goes wrong after the order', () => {
	test('names the order, that it is billed, and how to go on', async () => {
		const shop = scene({ [START]: [failing('refused', { advice: 'Check it.' })] });
		const failure = await thrownBy(run(shop));
		expect(failure.message).toBe('it was refused; the order was placed: order o1 (instance i1)');
		expect(failure.details.advice).toBe(
			"Check it. The ordered instance is billed. To continue, run this again with 'Order ID to Resume' set to o1.",
		);
	});

	test('names the instance of a serverless order, which is not found by its number', async () => {
		const shop = scene({ [START]: [failing('refused')] });
		const failure = await thrownBy(run(shop, { PaidType: '3' }));
		expect(failure.details.advice).toContain("deploy instance i1 with the operation 'Deploy'");
	});

	test('without an instance says where its ID is', async () => {
		const shop = scene({ [ORDER]: [{ OrderId: 'o1' }] });
		const failure = await thrownBy(run(shop, { PaidType: '3' }));
		expect(shop.bodies('GetInstanceList')).toHaveLength(2);
		expect(failure.details.advice).toContain('whose ID the console shows');
	});

	test('before the order names none', async () => {
		const failure = await thrownBy(run(scene({ [ORDER]: [failing('refused')] })));
		expect(failure.message).toBe('it was refused');
	});

	test('of an order to resume does not say that it was placed', async () => {
		const failure = await thrownBy(run(scene(), { OrderId: 'o9' }));
		expect(failure.message).toMatch(/; the order to resume is order o9$/);
		expect(failure.details.advice).not.toContain('billed');
		expect(failure.details.advice).not.toContain('false');
	});
});

describe('an order to resume', () => {
	const resume = async (row: IDataObject, body: IDataObject = {}) => {
		const shop = scene();
		shop.narrowed = [[row]];
		return { shop, outcomes: await run(shop, { OrderId: 7, ...body }) };
	};

	test('is not placed again, and its instance is deployed', async () => {
		const { shop, outcomes } = await resume(waiting('i7'));
		expect(outcomes).toEqual([
			{ json: { OrderId: '7', InstanceId: 'i7', deploymentStarted: true } },
		]);
		expect(shop.bodies(ORDER)).toEqual([]);
		expect(shop.bodies(START)[0]).toMatchObject({ InstanceId: 'i7', DeployModule: 'vpc' });
		expect(shop.steps).toEqual([]);
	});

	test('that has served says so', async () => {
		const { shop, outcomes } = await resume(running('i7'));
		expect(outcomes).toEqual([
			{
				json: {
					OrderId: '7',
					InstanceId: 'i7',
					deploymentStarted: false,
					alreadyDeployed: true,
				},
			},
		]);
		expect(shop.bodies(START)).toEqual([]);
	});

	test.each([
		['billing', { PaidType: 0 }],
		['network', { DeployType: 4 }],
	])('that has served with another %s is not what the node asks for', async (_, more) => {
		const failure = await thrownBy(resume(running('i7', more)));
		expect(failure.kind).toBe('unfinished');
		expect(failure.message).toContain('Instance i7 was bought with another billing or network');
		expect(failure.details.advice).toContain('Its order has served.');
	});

	test('is deployed although what was bought differs, as the instance waits for it', async () => {
		const { outcomes } = await resume(waiting('i7', { PaidType: 0 }));
		expect(outcomes[0].json.deploymentStarted).toBe(true);
	});
});

test('an order of this run that somebody else deployed is its own all the same', async () => {
	const shop = scene({}, [[], [running('i1')]]);
	expect((await run(shop))[0].json).toEqual({
		OrderId: 'o1',
		InstanceId: 'i1',
		deploymentStarted: true,
	});
});

describe('before anything is ordered', () => {
	const SERVERLESS = { PaidType: '3', SpecType: 'normal', ServerlessConfig: '{}' };

	test.each([
		['a version of another series', { ServiceVersion: '3.3.1' }, "'Kafka Version'"],
		['a key for a serverless instance', { ...SERVERLESS, KMSKeyId: 'k' }, "'KMS Key'"],
		[
			'access control for the Standard Edition',
			{ Config: JSON.stringify({ 'enable.acl': 'true' }) },
			"'Access Control'",
		],
		[
			'settings of serverless instances',
			{ Config: JSON.stringify({ 'num.partitions': '3' }) },
			'Default Partitions',
		],
	])('%s is refused', (_, body, told) => {
		expect(() => check(body)).toThrow(told);
	});

	test.each([
		['nothing special', {}],
		['a version of its own', { ServiceVersion: '2.6.2' }],
		['a serverless instance', SERVERLESS],
		[
			'access control for a serverless instance',
			{ ...SERVERLESS, Config: JSON.stringify({ 'enable.acl': 'true' }) },
		],
		['a key for a reserved instance', { KMSKeyId: 'k' }],
		[
			'access control for a Professional Edition',
			{ SpecType: 'professional', Config: JSON.stringify({ 'enable.acl': 'true' }) },
		],
		['no access control', { Config: JSON.stringify({ 'enable.acl': 'false' }) }],
	])('%s passes', (_, body) => {
		expect(() => check(body)).not.toThrow();
	});
});

test('it is billed, can be found in a retry, and can be waited for', () => {
	expect(createAndDeploy).toMatchObject({
		kind: 'create',
		api: ORDER,
		billed: true,
		completion: expect.any(Object) as object,
	});
	expect(createAndDeploy.madeBefore?.goOn).toContain("'Order ID to Resume'");
	expect(ordering.madeBefore?.goOn).toContain("'Deploy'");
});

test('an order alone is placed once, and comes out as it is', async () => {
	const shop = scene();
	expect(await ordering.runSteps!(shop.item, orderRequest(PURCHASE))).toEqual([
		{ json: { OrderId: 'o1', InstanceId: 'i1' } },
	]);
	expect(shop.steps).toEqual(['order: order o1 (instance i1) placed']);
	expect(shop.bodies(START)).toEqual([]);
});
