/** Create and Deploy: an order is placed once and stays known, wherever the run breaks off. */
import type { IDataObject, INodeParameters, Logger } from 'n8n-workflow';

import { fault, type FaultRule } from '../../../emulator';
import { chain, node, type NodeSettings } from '../../harness';
import { until } from '../../support/until';
import { openVendor, WAITING, type Cloud } from '../../support/stage';
// After the harness, which gives n8n-core a home of its own.
import { LoadOptionsContext } from 'n8n-core';

const ORDER = 'CreatePostPayInstance';
const START = 'StartInstance';
const LIST = 'GetInstanceList';
const RETRY: NodeSettings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

let cloud: Cloud;

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	for (const instance of cloud.em.alibaba.state.instances) instance.gone = true;
});

const parameters = (
	options: INodeParameters = {},
	more: INodeParameters = {},
): INodeParameters => ({
	billing: '1',
	deployType: '5',
	edition: 'professional',
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskType: '1',
	diskSize: 500,
	partitionNum: 50,
	vpcId: 'vpc-1',
	vSwitchId: 'vsw-1',
	name: 'orders',
	options,
	...more,
});
const go = async (options?: INodeParameters, more?: INodeParameters, settings?: NodeSettings) =>
	await cloud.run('instance/createAndDeploy', parameters(options, more), settings);
const hit = (
	operation: string,
	effect: FaultRule['effect'],
	times: FaultRule['times'] = 1,
	nth = 1,
) => cloud.em.faults.add({ operation, effect, times, nth });
const answer = (status: number, Code: string) => ({
	kind: 'answer' as const,
	status,
	body: { Code, Message: 'as the service says it', RequestId: 'R-1', Success: false },
});
const held = () => cloud.em.alibaba.state.instances;
const only = () => {
	expect(held()).toHaveLength(1);
	return held()[0];
};
const orders = () => cloud.sent(ORDER).length;
const starts = () => cloud.sent(START).length;

describe('all of it', () => {
	test('orders, deploys and gives both IDs', async () => {
		const { items, told } = await go();
		expect(told).toBe('');
		const { id, orderIds } = only();
		expect(items).toEqual([{ OrderId: orderIds[0], InstanceId: id, deploymentStarted: true }]);
		expect(cloud.lines()).toEqual([LIST, ORDER, LIST, START]);
		expect(cloud.body(ORDER)).toEqual({
			PaidType: '1',
			DeployType: '5',
			SpecType: 'professional',
			IoMaxSpec: 'alikafka.hw.2xlarge',
			DiskType: '1',
			DiskSize: '500',
			PartitionNum: '50',
		});
		expect(cloud.body(START)).toEqual({
			InstanceId: id,
			VpcId: 'vpc-1',
			VSwitchId: 'vsw-1',
			DeployModule: 'vpc',
			IsEipInner: 'false',
			Name: 'orders',
		});
	});

	test('waits until it serves', async () => {
		const { items, told } = await go({}, WAITING);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({
			OrderId: only().orderIds[0],
			Name: 'orders',
			status: 'running',
			completed: true,
		});
	});

	test('with internet access and a first user, whose password is in no address', async () => {
		const { told } = await go(
			{
				firstUser: {
					entry: { isSetUserAndPassword: true, username: 'app', password: 'S3cret+&pw' },
				},
			},
			{ deployType: '4', eipMax: 5 },
		);
		expect(told).toBe('');
		expect(cloud.body(ORDER)).toMatchObject({ DeployType: '4', EipMax: '5' });
		expect(cloud.body(START)).toMatchObject({
			DeployModule: 'eip',
			IsEipInner: 'true',
			Username: 'app',
			Password: 'S3cret+&pw',
		});
		const [{ url, body }] = cloud.sent(START);
		expect(decodeURIComponent(url)).not.toContain('S3cret');
		expect(body).toBe('Password=S3cret%2B%26pw');
		expect(only().users).toMatchObject([{ name: 'app', password: 'S3cret+&pw' }]);
	});

	test('a serverless one, and a subscription', async () => {
		const serverlessConfig = {
			entry: { reservedPublishCapacity: 60, reservedSubscribeCapacity: 20 },
		};
		expect((await go({}, { billing: '3', serverlessConfig })).told).toBe('');
		expect(cloud.body(ORDER)).toEqual({
			PaidType: '3',
			DeployType: '5',
			SpecType: 'professional',
			ServerlessConfig: '{"ReservedPublishCapacity":60,"ReservedSubscribeCapacity":20}',
		});
		expect((await go({}, { name: 'other', billing: '0' })).told).toBe('');
		expect(cloud.body('CreatePrePayInstance')).toMatchObject({ PaidType: '0', DiskSize: '500' });
	});
});

describe('before the order', () => {
	test.each([
		['serves', {}, true],
		['is stopped', { phase: 'stopped' }, true],
		['was released', { phase: 'released' }, false],
	])('a name that another one has which %s', async (_, more, isTaken) => {
		const { id } = cloud.em.alibaba.state.seed({ name: 'orders', ...more } as never);
		cloud.em.alibaba.state.rules.uniqueNames = isTaken;
		const { told } = await go();
		cloud.em.alibaba.state.rules.uniqueNames = true;
		expect(orders()).toBe(isTaken ? 0 : 1);
		if (!isTaken) return expect(told).toBe('');
		expect(told).toContain(`'Name' is already the name of instance ${id}`);
		expect(told).toContain('Nothing was ordered');
		expect(told).not.toContain('not known');
	});

	test('no name is no name that is taken', async () => {
		cloud.em.alibaba.state.seed({ name: '' } as never);
		expect((await go({}, { name: '' })).told).toBe('');
	});

	const serverless: INodeParameters = {
		billing: '3',
		serverlessConfig: { entry: { reservedPublishCapacity: 60, reservedSubscribeCapacity: 20 } },
	};

	test.each<[string, INodeParameters, string]>([
		[
			'a user without internet access',
			{ options: { firstUser: { entry: { username: 'app' } } } },
			"'User Name'",
		],
		['an edition that is not for this billing', { edition: 'basic' }, "'Edition'"],
		['no traffic', { ioMaxSpec: '={{ "" }}' }, "'Traffic Specification Name or ID'"],
		['no VPC', { vpcId: '={{ "" }}' }, "'VPC'"],
		['an ID that is no VPC', { vpcId: 'vsw-1' }, "'VPC' has an invalid format"],
		['an ID that is no vSwitch', { vSwitchId: 'vpc-1' }, "It must not start with 'vpc-'"],
		[
			'a version that is for serverless instances',
			{ options: { serviceVersion: '3.3.1' } },
			"'Kafka Version' cannot be '3.3.1' for reserved instances",
		],
		[
			'a version that serverless instances do not have',
			{ ...serverless, options: { serviceVersion: '2.2.0' } },
			"'Kafka Version' cannot be '2.2.0' for serverless instances",
		],
		[
			'an encrypted disk of a serverless instance',
			{ ...serverless, options: { kmsKeyId: 'key-1' } },
			"'KMS Key' is not available for serverless instances",
		],
		[
			'access control in the standard edition',
			{ edition: 'normal', options: { config: { entry: { settings: { enableAcl: true } } } } },
			"'Access Control' is not available for the Standard Edition",
		],
		[
			'a serverless edition for a subscription',
			{ billing: '0', edition: 'basic' },
			"'Edition' cannot be 'basic' for reserved instances",
		],
		['a name that would be cut', { name: 'x'.repeat(65) }, "'Name' has 65"],
		[
			'encryption without access control',
			{ options: { config: { entry: { settings: { enableVpcSaslSsl: true } } } } },
			"'Encrypt VPC Traffic'",
		],
	])('refuses %s', async (_what, more, words) => {
		const { told } = await go({}, more);
		expect(told).toContain(words);
		expect(cloud.lines()).toEqual([]);
	});

	test('a list that cannot be read keeps the order from being placed', async () => {
		hit(LIST, fault.serverError(), 'always');
		expect((await go()).told).toMatch(
			/could not list the existing instances: .* Nothing was ordered\./,
		);
		expect(orders()).toBe(0);
	});

	test('Retry On Fail orders when a list could not be read before', async () => {
		hit(LIST, fault.serverError(), 5);
		expect((await go({}, {}, RETRY)).told).toBe('');
		expect(orders()).toBe(1);
		only();
	});
});

describe('at the order', () => {
	test('throttling is waited out', async () => {
		hit(ORDER, answer(400, 'Throttling.User'), 2);
		expect((await go()).told).toBe('');
		expect(orders()).toBe(3);
		only();
	});

	test('a refusal leaves nothing behind', async () => {
		hit(ORDER, answer(200, 'Order.Insufficient.balance'), 'always');
		const { told } = await go({}, {}, RETRY);
		expect(told).toContain('balance of the account is too low');
		expect(told).not.toContain('billed');
		expect(held()).toEqual([]);
	});

	test.each([
		['the connection is cut', fault.answerLost()],
		['a proxy answers', { ...fault.htmlPage(), after: true }],
		['the answer is empty', { kind: 'empty' as const }],
		['the answer is cut', { kind: 'truncate' as const }],
	])('a lost answer is found again by what is new: %s', async (_what, effect) => {
		cloud.em.alibaba.state.seed({ name: 'waits for long', phase: 'waiting' });
		hit(ORDER, effect as FaultRule['effect']);
		const { items, told } = await go();
		expect(told).toBe('');
		const made = held()[1];
		expect(items).toEqual([{ InstanceId: made.id, recovered: true, deploymentStarted: true }]);
		expect([orders(), starts()]).toEqual([1, 1]);
		expect(held()[0].phase).toBe('waiting');
	});

	test('one of several new instances is not deployed by guess', async () => {
		hit(ORDER, [{ kind: 'delay', ms: 60 }, fault.answerLost()]);
		const running = go({}, {}, RETRY);
		await until('the order', () => orders() > 0);
		const other = cloud.em.alibaba.state.seed({
			name: 'other',
			phase: 'waiting',
			ioMaxSpec: 'alikafka.hw.2xlarge',
			diskSize: 500,
		});
		cloud.em.alibaba.state.durations.instanceListed = 0;
		const { told } = await running;
		cloud.em.alibaba.state.durations.instanceListed = 5_000;
		expect(told).toContain('several instances that are waiting for deployment have appeared');
		for (const { id } of held()) expect(told).toContain(id);
		expect(held()).toHaveLength(2);
		expect(other.phase).toBe('waiting');
		expect([orders(), starts()]).toEqual([1, 0]);
	});

	test('the tags of an order tell its instance from another new one', async () => {
		hit(ORDER, [{ kind: 'delay', ms: 60 }, fault.answerLost()]);
		const tags = { entry: [{ key: 'team', value: 'a' }] };
		const running = go({ tags }, {}, RETRY);
		await until('the order', () => orders() > 0);
		const other = cloud.em.alibaba.state.seed({
			name: 'other',
			phase: 'waiting',
			ioMaxSpec: 'alikafka.hw.2xlarge',
			diskSize: 500,
		});
		cloud.em.alibaba.state.durations.instanceListed = 0;
		const { items } = await running;
		cloud.em.alibaba.state.durations.instanceListed = 5_000;
		const made = held().find(({ id }) => id !== other.id);
		expect(items).toMatchObject([{ InstanceId: made?.id, recovered: true }]);
		expect(other.phase).toBe('waiting');
	});

	test('an order that left no trace is reported, and not placed again by Retry On Fail', async () => {
		hit(ORDER, { kind: 'cut', when: 'before' });
		const { told } = await go({}, {}, RETRY);
		expect(told).toContain('no new instance that is waiting for deployment has appeared');
		expect(told).toContain('was not sent again');
		expect([orders(), starts()]).toEqual([1, 0]);
	});

	test.each(['ONS_SYSTEM_ERROR', 'RemoteCallError', 'BIZ_INSTANCE_CREATE_ORDER_ERROR', 'NEW_CODE'])(
		'%s may have placed it, so that it is not sent again',
		async (code) => {
			hit(ORDER, { ...answer(200, code), after: true });
			const { items } = await go({}, {}, RETRY);
			expect(items).toEqual([{ InstanceId: only().id, recovered: true, deploymentStarted: true }]);
			expect(orders()).toBe(1);
		},
	);

	test('looking for it can fail too', async () => {
		hit(ORDER, fault.answerLost());
		hit(LIST, answer(403, 'Forbidden.RAM'), 'always', 2);
		const { told } = await go({}, {}, RETRY);
		expect(told).toContain('looking for it was not possible either');
		expect([orders(), starts()]).toEqual([1, 0]);
	});
});

describe('after the order', () => {
	const goOn = (told: string) => {
		const { orderIds, id } = only();
		expect(told).toContain(`the order was placed: order ${orderIds[0]} (instance ${id})`);
		expect(told).toContain(`'Order ID to Resume' set to ${orderIds[0]}`);
		return orderIds[0];
	};

	test('a refused deployment names the order, and a second run goes on from it', async () => {
		hit(START, answer(200, 'VpcVSwitch.NotFound'), 'always');
		const { told } = await go();
		expect(told).toContain('the VPC or vSwitch does not exist');
		const orderId = goOn(told);
		cloud.em.faults.clear();
		const { items } = await go({ orderId }, WAITING);
		expect(items[0]).toMatchObject({ OrderId: orderId, InstanceId: only().id, completed: true });
		expect(orders()).toBe(1);
	});

	test('Retry On Fail deploys what was ordered at the first try', async () => {
		hit(START, answer(200, 'Deploy.ResourceNotEnough'), 2);
		const { items, told } = await go({}, {}, RETRY);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ InstanceId: only().id, OrderId: only().orderIds[0] });
		expect([orders(), starts()]).toEqual([1, 3]);
	});

	test('Retry On Fail deploys when the list could not be read after the order', async () => {
		hit(LIST, fault.serverError(), 5, 2);
		const { items, told } = await go({}, {}, RETRY);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ InstanceId: only().id, deploymentStarted: true });
		expect([orders(), starts()]).toEqual([1, 1]);
	});

	test('an item after it knows of the order, and the error is an output with its ID', async () => {
		hit(START, answer(200, 'Deploy.ResourceNotEnough'), 'always');
		const { told } = await cloud.runItems(
			[{ n: 1 }, { n: 2 }],
			'instance/createAndDeploy',
			parameters(),
		);
		expect(told).toContain(only().orderIds[0]);
		expect(orders()).toBe(1);
		cloud.forget();
		only().gone = true;
		hit(START, answer(200, 'Deploy.ResourceNotEnough'), 'always');
		const { items } = await go({}, {}, { onError: 'continueRegularOutput' });
		expect(JSON.stringify(items)).toContain(only().orderIds[0]);
	});

	test.each(['Instance.NotFound', 'AUTH_RESOURCE_OWNER_ERROR', 'VpcVSwitch.NotFound'])(
		'%s is what a new instance says for a moment',
		async (code) => {
			hit(START, answer(200, code), 2);
			expect((await go()).told).toBe('');
			expect([orders(), starts()]).toEqual([1, 3]);
		},
	);

	test('a lost StartInstance that took effect is not sent again', async () => {
		hit(START, fault.answerLost());
		const { items, told } = await go();
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ deploymentStarted: true });
		expect(starts()).toBe(1);
	});

	test('a lost StartInstance without effect can be tried again', async () => {
		hit(START, { kind: 'cut', when: 'before' });
		const { told } = await go();
		expect(told).toContain('is still waiting for deployment');
		const orderId = goOn(told);
		const { items } = await go({ orderId });
		expect(items[0]).toMatchObject({ OrderId: orderId, deploymentStarted: true });
		expect([orders(), starts()]).toEqual([1, 2]);
	});

	test('throttling of StartInstance is waited out', async () => {
		hit(START, answer(200, 'ONS_SYSTEM_FLOW_CONTROL'), 2);
		expect((await go()).told).toBe('');
		expect([orders(), starts()]).toEqual([1, 3]);
	});

	test('a deployment that fails in the end names order and instance', async () => {
		const { told } = await go({}, { name: 'createfail-1', ...WAITING });
		const { orderIds, id } = only();
		expect(told).toContain(
			`Order ${orderIds[0]} (instance ${id}) ended with status deployment failed`,
		);
	});

	test('an order that could not be deployed is named when the wait of an item before ends badly', async () => {
		cloud.em.alibaba.state.plans.push({ name: 'first-one', durations: { deploy: 1e12 } });
		hit(START, answer(200, 'VpcVSwitch.NotFound'), 'always', 2);
		const { told } = await cloud.runItems(
			[{ n: 'first-one' }, { n: 'second-one' }],
			'instance/createAndDeploy',
			parameters({}, { name: '={{ $json.n }}', ...WAITING, waitOptions: { maximumWait: 0 } }),
		);
		expect(held()).toHaveLength(2);
		expect(told).toContain('after 0 minutes');
		for (const { orderIds } of held()) expect(told).toContain(orderIds[0]);
	});

	test('time that runs out names them too, or passes them on', async () => {
		cloud.em.alibaba.state.plans.push({ name: 'orders', durations: { deploy: 1e12 } });
		const wait = { ...WAITING, waitOptions: { maximumWait: 0 } };
		const { told } = await go({}, wait);
		expect(told).toMatch(new RegExp(`Order ${only().orderIds[0]} .* after 0 minutes`));
		const { items } = await go(
			{ orderId: only().orderIds[0] },
			{ ...wait, waitOptions: { maximumWait: 0, whenTimeRunsOut: 'passOn' } },
		);
		cloud.em.alibaba.state.plans.length = 0;
		expect(items[0]).toMatchObject({ OrderId: only().orderIds[0], completed: false });
		expect(orders()).toBe(1);
	});
});

describe('the order ID', () => {
	const stopped = async (what: string, when: () => boolean, more: INodeParameters = {}) => {
		const running = cloud.n8n.run(
			chain(
				node(
					'K',
					'n8n-nodes-managed-kafka.alibabaCloudKafka',
					{ resource: 'instance', operation: 'createAndDeploy', ...parameters({}, more) },
					{ credentials: ['managedKafkaAlibabaCloudApi'] },
				),
			),
		);
		await until(what, when);
		running.cancel();
		const { runData } = await running;
		await running.ended;
		const { message, description } = runData.K?.[0]?.error as never as Record<string, string>;
		return `${message} | ${description}`;
	};

	test('is told when the run is stopped before its answer, which is waited for', async () => {
		hit(ORDER, { kind: 'delay', ms: 60 });
		const told = await stopped('the order', () => orders() > 0);
		expect(told).toContain(`'Order ID to Resume' set to ${only().orderIds[0]}`);
		expect([orders(), starts()]).toEqual([1, 0]);
	});

	test('is told when the run is stopped before the deployment', async () => {
		hit(LIST, { kind: 'delay', ms: 60 }, 1, 2);
		const told = await stopped('the look for the instance', () => cloud.lines().length === 3);
		expect(told).toContain(`'Order ID to Resume' set to ${only().orderIds[0]}`);
		expect([orders(), starts()]).toEqual([1, 0]);
	});

	test('is told when the run is stopped while it waits', async () => {
		cloud.em.alibaba.state.plans.push({ name: 'orders', durations: { deploy: 1e12 } });
		const looks = () => cloud.lines().lastIndexOf(LIST) > 3;
		const told = await stopped('a look at the deployment', looks, WAITING);
		cloud.em.alibaba.state.plans.length = 0;
		expect(told).toContain(`order ${only().orderIds[0]} (instance ${only().id})`);
	});

	test('is in the log at once, and a password never', async () => {
		const log: string[] = [];
		const logger = Reflect.get(LoadOptionsContext.prototype, 'logger', {}) as Logger;
		for (const level of ['error', 'warn', 'info', 'debug'] as const) {
			jest
				.spyOn(logger, level)
				.mockImplementation((...said: unknown[]) => void log.push(JSON.stringify(said)));
		}
		const body = { Code: 'InvalidParameter', Message: 'bad Password S3cret-pw', Success: false };
		hit(START, { kind: 'answer', status: 200, body }, 'always');
		const { told, run } = await go(
			{
				firstUser: {
					entry: {
						isSetUserAndPassword: true,
						username: 'app',
						password: '={{ "S3cret" + "-pw" }}',
					},
				},
			},
			{ deployType: '4', eipMax: 5 },
		);
		jest.restoreAllMocks();
		expect(log.join()).toContain(`order ${only().orderIds[0]} (instance ${only().id}) placed`);
		expect(told).toContain('********');
		expect(told + log.join() + JSON.stringify(run.error)).not.toContain('S3cret-pw');
	});
});

describe('an order to continue', () => {
	test('whose instance shows up later is waited for', async () => {
		const { items } = await cloud.run('instanceMaintenance/createByOrder', {
			deployType: '5',
			diskType: '1',
			diskSize: 500,
			partitionNum: 50,
			options: { ioMaxSpec: 'alikafka.hw.2xlarge' },
		});
		expect(items).toEqual([{ OrderId: only().orderIds[0] }]);
		const { OrderId } = items[0] as { OrderId: string };
		const done = await go({ orderId: OrderId });
		expect(done.items).toEqual([{ OrderId, InstanceId: only().id, deploymentStarted: true }]);
		expect(orders()).toBe(0);
	});

	test('that is deployed already is only waited for', async () => {
		const { orderIds } = cloud.em.alibaba.state.seed({
			name: 'orders',
			vpcId: 'vpc-1',
			vSwitchId: 'vsw-1',
		});
		const { items } = await go({ orderId: orderIds[0] }, WAITING);
		expect(items[0]).toMatchObject({ status: 'running', completed: true });
		expect(cloud.lines().every((line) => line === LIST)).toBe(true);
	});

	test('that nobody knows', async () => {
		const { told } = await go({ orderId: '1' });
		expect(told).toContain('No instance of order 1 was found');
		expect([orders(), starts()]).toEqual([0, 0]);
	});

	test('whose instance is released', async () => {
		const { orderIds } = cloud.em.alibaba.state.seed({ name: 'orders', phase: 'released' });
		const { told } = await go({ orderId: orderIds[0] });
		expect(told).toContain('can no longer be deployed');
	});
});

test.each<[string, IDataObject]>([
	['instanceMaintenance/createByOrder', { partitionNum: 50 }],
	['instance/create', { paidType: '1', ioMaxSpec: 'alikafka.hw.2xlarge', partitionNum: 50 }],
])('%s is not sent again either when its answer is lost', async (operation, more) => {
	const api = operation === 'instance/create' ? ORDER : 'CreatePostPayOrder';
	hit(api, fault.answerLost());
	const { items } = await cloud.run(
		operation,
		{
			deployType: '5',
			specType: 'normal',
			diskType: '1',
			diskSize: 500,
			...(more as INodeParameters),
			options: operation === 'create' ? {} : { ioMaxSpec: 'alikafka.hw.2xlarge' },
		},
		RETRY,
	);
	expect(items).toEqual([{ InstanceId: only().id, recovered: true }]);
	expect(cloud.sent(api)).toBeSent(1);
});
