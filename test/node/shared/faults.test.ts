/** What goes wrong between here and the cloud, and what the user is told. */
import type { INodeParameters } from 'n8n-workflow';

import { fault, type FaultEffect } from '../../../emulator';
import { until } from '../../support/until';
import { VENDORS } from '../../support/clouds';
import { K, byId, newInstance, newTopic, openCloud, told, type Cloud } from '../../support/stage';

let s: Cloud;
let id: string;

beforeEach(async () => {
	s = await openCloud({ instances: [{ name: 'orders', sslEnable: true }] });
	id = s.em.huawei.state.named('orders')?.id ?? '';
});

const CREATE = 'CreatePostPaidKafkaInstance';
const getAll: INodeParameters = { resource: 'instance', operation: 'getAll' };
const named = (name: string) => s.em.huawei.state.instances.filter((one) => one.name === name);
const topics = () => s.em.huawei.state.named('orders')?.topics.map(({ name }) => name);

/** How a success can come back unreadable although the operation was carried out. */
const UNREADABLE: Array<[string, FaultEffect]> = [
	['a lost answer', fault.answerLost()],
	['a 500 after it was carried out', { kind: 'answer', status: 500, after: true }],
	[
		'a 504 of a proxy after it was carried out',
		{ ...fault.htmlPage(504), after: true } as FaultEffect,
	],
	[
		'an HTML page with status 200',
		{ kind: 'answer', status: 200, body: '<html>hello</html>', after: true },
	],
	['a truncated answer', { kind: 'truncate' }],
	['malformed JSON', { kind: 'malformed' }],
	['a list instead of an object', { kind: 'answer', status: 200, body: [], after: true }],
	['an empty answer', { kind: 'empty' }],
];

describe('a create that was carried out, but whose answer cannot be read', () => {
	test.each(UNREADABLE)('%s: the instance is found again', async (_, effect) => {
		s.em.faults.add({ operation: CREATE, effect });
		const run = await s.start(newInstance('orders-dev'));
		const [made, ...others] = named('orders-dev');
		expect(others).toEqual([]);
		expect(s.sent(CREATE)).toBeSent(1);
		expect(run.items(K)).toEqual([
			expect.objectContaining({ instance_id: made.id, created: true, recovered: true }),
		]);
	});

	test.each(UNREADABLE)('%s: the topic is found again', async (_, effect) => {
		s.em.faults.add({ operation: 'CreateInstanceTopic', effect });
		const run = await s.start(newTopic(id, 'aaa'));
		expect(topics()).toEqual(['aaa']);
		expect(s.sent('CreateInstanceTopic')).toBeSent(1);
		expect(run.items(K)).toEqual([
			expect.objectContaining({ name: 'aaa', instance_id: id, created: true, recovered: true }),
		]);
	});

	test('a user is found again', async () => {
		s.em.faults.add({ operation: 'CreateInstanceUser', effect: fault.answerLost() });
		const run = await s.start({
			resource: 'user',
			operation: 'create',
			instanceId: byId(id),
			userName: 'orders-service',
			userPasswd: 'Canary-pass-1',
		});
		expect(run.items(K)).toEqual([
			expect.objectContaining({ user_name: 'orders-service', instance_id: id, recovered: true }),
		]);
		expect(s.sent('CreateInstanceUser')).toBeSent(1);
	});

	test('an older instance of the same name is not taken for it', async () => {
		const older = s.em.huawei.state.seed({ name: 'orders-dev' });
		s.em.faults.add({ operation: CREATE, effect: fault.answerLost() });
		const run = await s.start(newInstance('orders-dev'));
		const made = named('orders-dev').find((one) => one.id !== older.id);
		expect(run.items(K)[0].instance_id).toBe(made?.id);
	});

	test('the items after it go on', async () => {
		s.em.faults.add({ operation: 'CreateInstanceTopic', effect: fault.answerLost() });
		const run = await s.start(newTopic(id, '={{ $json.n }}'), {
			json: [{ n: 'aaa' }, { n: 'bbb' }],
		});
		expect(run.items(K).map(({ name }) => name)).toEqual(['aaa', 'bbb']);
	});
});

describe('a create of which nothing is there afterwards', () => {
	test.each<[string, FaultEffect]>([
		['a cut connection', { kind: 'cut', when: 'before' }],
		['a 503', fault.serverError(503)],
		['an HTML page', fault.htmlPage(502)],
	])('%s: says that it was not sent again, and what to do', async (_, effect) => {
		s.em.faults.add({ operation: CREATE, effect });
		const run = await s.start(newInstance('orders-dev'));
		expect(s.sent(CREATE)).toBeSent(1);
		expect(named('orders-dev')).toEqual([]);
		expect(run.error?.message).toMatch(
			/^Create instance did not succeed: .*not found by name afterwards$/,
		);
		expect(run.error?.description).toMatch(
			/^The request was not sent again \(Name: orders-dev\)\..*'Create If Absent' on\./,
		);
	});

	test('several new ones of that name are left to the user', async () => {
		s.em.faults.add({ operation: CREATE, effect: { kind: 'cut', when: 'before' } });
		s.em.faults.add({
			operation: 'ListInstances',
			nth: 1,
			effect: { kind: 'answer', status: 200, body: { instance_num: 0, instances: [] } },
		});
		const ids = [1, 2].map(() => s.em.huawei.state.seed({ name: 'orders-dev' }).id);
		const run = await s.start(newInstance('orders-dev'));
		for (const one of ids) expect(run.error?.message).toContain(one);
		expect(run.error?.description).toContain('Decide which to keep');
	});

	test('when it cannot be looked up either, the console is the way', async () => {
		s.em.faults.add({ operation: CREATE, effect: fault.answerLost() });
		s.em.faults.add({
			operation: 'ListInstances',
			nth: 2,
			times: 'always',
			effect: fault.serverError(503),
		});
		const run = await s.start(newInstance('orders-dev'));
		expect(told(run.error)).toMatch(
			/looking it up was not possible either \| Check in the console/,
		);
		expect(s.sent(CREATE)).toBeSent(1);
	});

	test('Retry On Fail does not create a second one', async () => {
		s.em.faults.add({ operation: CREATE, effect: fault.answerLost() });
		s.em.faults.add({
			operation: 'ListInstances',
			nth: 2,
			times: 5,
			effect: fault.serverError(503),
		});
		const run = await s.start(
			{ ...newInstance('orders-dev'), createIfAbsent: true },
			{ node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
		);
		expect(named('orders-dev')).toHaveLength(1);
		expect(run.items(K)[0]).toMatchObject({
			instance_id: named('orders-dev')[0].id,
			created: false,
		});
	});
});

test('another write with a lost answer is not sent again', async () => {
	s.em.faults.add({ operation: 'DeleteInstance', effect: fault.answerLost() });
	const run = await s.start({ resource: 'instance', operation: 'delete', instanceId: byId(id) });
	expect(s.sent('DeleteInstance')).toBeSent(1);
	expect(told(run.error)).toMatch(
		/no response came back.*\| It is not known whether the request took effect/,
	);
});

describe('turned away before anything happened', () => {
	const REFUSALS: Array<[string, FaultEffect]> = [
		['429', fault.tooManyRequests()],
		['flow control with 404', fault.flowControl()],
		[
			'busy with other work',
			{ kind: 'answer', status: 400, body: { error_code: 'DMS.00400026', error_msg: 'x' } },
		],
	];

	test.each(REFUSALS)('%s: reads and writes are sent again', async (_, effect) => {
		s.em.faults.add({ operation: 'ListInstances', times: 2, effect });
		s.em.faults.add({ operation: 'CreateInstanceTopic', times: 2, effect });
		expect((await s.start(getAll)).items(K)).toHaveLength(1);
		expect((await s.start(newTopic(id, 'aaa'))).items(K)).toEqual([
			{ name: 'aaa', instance_id: id, created: true },
		]);
		expect(s.sent('CreateInstanceTopic')).toBeSent(3);
	});

	test.each(REFUSALS)('%s: after five times it is an error', async (_, effect) => {
		s.em.faults.add({ operation: 'CreateInstanceTopic', times: 'always', effect });
		const run = await s.start(newTopic(id, 'aaa'));
		expect(s.sent('CreateInstanceTopic')).toBeSent(5);
		expect(run.error?.description).toMatch(/Service response: code /);
	});

	test('the wait that the service asks for is kept', async () => {
		s.em.faults.add({ operation: 'CreateInstanceTopic', effect: fault.tooManyRequests(1) });
		await s.start(newTopic(id, 'aaa'));
		const [first, second] = s.sent('CreateInstanceTopic').map(({ time }) => time);
		expect(second - first).toBe(1000);
	});

	test('a wait that is too long is reported instead', async () => {
		s.em.faults.add({ operation: 'ListInstances', effect: fault.tooManyRequests(3600) });
		const run = await s.start(getAll);
		expect(s.sent('ListInstances')).toBeSent(1);
		expect(run.error).toBeDefined();
	});

	test('a refusal is not sent again', async () => {
		s.em.faults.add({
			operation: 'ListInstances',
			effect: {
				kind: 'answer',
				status: 403,
				body: { error_code: 'DMS.00403003', error_msg: 'no' },
			},
		});
		const run = await s.start(getAll);
		expect(s.sent('ListInstances')).toBeSent(1);
		expect(run.error?.description).toContain('DMS.00403003');
	});
});

describe('a read', () => {
	const LISTLESS: FaultEffect = { kind: 'answer', status: 200, body: { instance_num: 1 } };
	const BROKEN: Array<[string, FaultEffect]> = [
		['a cut connection', { kind: 'cut', when: 'before' }],
		['a 500', fault.serverError(500)],
		['an HTML page', fault.htmlPage(502)],
		['an HTML page with status 200', { kind: 'answer', status: 200, body: '<html></html>' }],
		['a truncated answer', { kind: 'truncate' }],
		['malformed JSON', { kind: 'malformed' }],
		['an empty answer', { kind: 'empty' }],
		['an answer without its list', LISTLESS],
	];

	test.each(BROKEN.slice(0, -1))('%s: is sent again', async (_, effect) => {
		s.em.faults.add({ operation: 'ListInstances', times: 2, effect });
		expect((await s.start(getAll)).items(K)).toHaveLength(1);
	});

	test.each(BROKEN)('%s, every time: is an error and never an empty list', async (_, effect) => {
		s.em.faults.add({ operation: 'ListInstances', times: 'always', effect });
		const run = await s.start(getAll);
		expect(s.sent('ListInstances')).toBeSent(effect === LISTLESS ? 1 : 5);
		expect(run.error?.message).toMatch(/^Get many instances did not succeed: \S/);
		expect(told(run.error)).toMatch(/ \| .*(Try again later|Contact support|proxy)/);
		expect(told(run.error)).not.toMatch(/undefined|\[object|<html/);
	});

	test('that takes too long is sent again', async () => {
		s.em.faults.add({
			operation: 'ListInstances',
			effect: { kind: 'delay', ms: 90_000 },
		});
		const run = await s.start({ ...getAll, requestOptions: { timeout: 60_000 } });
		expect(run.items(K)).toHaveLength(1);
	});
});

describe('the connection', () => {
	test('refused: says which host, and where it is set', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em, {
			endpoint: 'http://127.0.0.1:1',
		});
		const run = await s.start(newTopic(id, 'aaa'));
		expect(told(run.error)).toMatch(
			/^Create topic did not succeed: 127\.0\.0\.1:1 is unreachable: the service refused the connection \| Check the credential's 'Region'.*: ECONNREFUSED\.$/,
		);
	});

	test('an unknown host', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em, {
			endpoint: 'https://dms.invalid',
		});
		const run = await s.start(getAll);
		expect(run.error?.message).toMatch(/dms\.invalid is unreachable: the host name/);
	});
});

describe('401', () => {
	test('once: sent again with a fresh signature', async () => {
		s.em.faults.add({ operation: 'CreateInstanceTopic', effect: fault.unauthorized() });
		expect((await s.start(newTopic(id, 'aaa'))).items(K)).toHaveLength(1);
		expect(topics()).toEqual(['aaa']);
	});

	test('for ever: a hint and no more than two requests', async () => {
		s.em.faults.add({ times: 'always', effect: fault.unauthorized() });
		const run = await s.start(getAll);
		expect(s.sent('ListInstances')).toBeSent(2);
		expect(run.error?.message).toBe(
			'Get many instances did not succeed: Huawei Cloud did not accept the credential',
		);
		expect(run.error?.description).toContain('code APIGW.0301');
	});

	test('a wrong secret key: the hint names the fields', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em, {
			secretAccessKey: 'wrong-secret',
		});
		const run = await s.start(getAll);
		expect(run.error?.description).toMatch(
			/^Check the credential's 'Access Key ID' and 'Secret Access Key'/,
		);
		expect(run.error?.description).not.toContain('canonicalRequest');
	});

	test('an unknown access key', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em, {
			accessKeyId: 'UNKNOWNKEY0000000000',
		});
		expect((await s.start(getAll)).error?.description).toContain("'Access Key ID'");
	});

	test('a clock that is off', async () => {
		s.em.faults.add({ times: 'always', effect: { kind: 'skew', ms: 20 * 60_000 } });
		expect((await s.start(getAll)).error?.description).toContain('clock');
	});
});

describe('stopping the execution', () => {
	const errorOf = async (running: ReturnType<Cloud['start']>) => {
		const { runData } = await running;
		await running.ended;
		return runData[K]?.[0]?.error;
	};

	test('while it waits between two tries sends nothing more', async () => {
		s.em.faults.add({
			operation: 'CreateInstanceTopic',
			times: 'always',
			effect: fault.tooManyRequests(30),
		});
		const running = s.start(newTopic(id, '={{ $json.n }}'), { json: [{ n: 'aaa' }, { n: 'bbb' }] });
		await until('the first create', () => s.sent('CreateInstanceTopic').length > 0);
		running.cancel();
		await errorOf(running);
		expect(s.sent('CreateInstanceTopic')).toBeSent(1);
		expect(topics()).toEqual([]);
	});

	test('while the first item is sent lets no other out', async () => {
		s.em.faults.add({
			operation: 'CreateInstanceTopic',
			effect: { kind: 'delay', ms: 150 },
		});
		const running = s.start(newTopic(id, '={{ $json.n }}'), { json: [{ n: 'aaa' }, { n: 'bbb' }] });
		await until('the first create', () => s.sent('CreateInstanceTopic').length > 0);
		running.cancel();
		await errorOf(running);
		expect(s.sent('CreateInstanceTopic')).toBeSent(1);
	});

	test('while a create is under way lets its answer come, and keeps what was made', async () => {
		s.em.faults.add({ operation: CREATE, effect: { kind: 'delay', ms: 150 } });
		const running = s.start(newInstance('orders-dev'));
		await until('the create', () => s.sent(CREATE).length > 0);
		running.cancel();
		await running.ended;
		await until('the instance', () => named('orders-dev').length > 0);
		const { runData } = await running;
		await until('the output of the node', () => runData[K]?.[0] !== undefined);
		expect(JSON.stringify(runData[K][0].data)).toContain(named('orders-dev')[0].id);
		expect(s.em.requests.at(-1)?.operation).toBe(CREATE);
	});

	test('while it waits for completion ends with the ID', async () => {
		const waitOptions = { pollInterval: 10 };
		const running = s.start({ ...newInstance('orders-dev'), waitForCompletion: true, waitOptions });
		await until('two looks', () => s.sent('ShowInstance').length > 1);
		running.cancel();
		const error = await errorOf(running);
		expect(error?.message).toContain(
			`while waiting for instance orders-dev (ID ${named('orders-dev')[0].id})`,
		);
		const sent = s.em.requests.length;
		await s.clock.sleep(60 * 60_000);
		expect(s.em.requests).toHaveLength(sent);
	});
});

describe('what a lost answer must not be taken for', () => {
	const old = 24 * 60 * 60_000;

	test('a topic that was there long before is not reported as created', async () => {
		await s.start(newTopic(id, 'aaa'));
		const [topic] = s.em.huawei.state.named('orders')?.topics ?? [];
		topic.createdAt -= old;
		s.em.faults.add({ operation: 'CreateInstanceTopic', effect: { kind: 'cut', when: 'before' } });
		const run = await s.start(newTopic(id, 'aaa'));
		expect(told(run.error)).toContain('one with this name already existed');
		expect(run.items(K)).toEqual([]);
	});

	test('a user that was there long before is not reported as created', async () => {
		const user: INodeParameters = {
			resource: 'user',
			operation: 'create',
			instanceId: byId(id),
			userName: 'orders-service',
			userPasswd: 'Abcdef12!',
		};
		await s.start(user);
		const [made] =
			s.em.huawei.state.named('orders')?.users.filter(({ name }) => name === 'orders-service') ??
			[];
		made.createdAt -= old;
		s.em.faults.add({ operation: 'CreateInstanceUser', effect: { kind: 'cut', when: 'before' } });
		const run = await s.start(user);
		expect(told(run.error)).toContain('one with this name already existed');
	});
});

test('a password that the cloud repeats in its refusal does not come out', async () => {
	const body = { error_code: 'X.1', error_msg: 'user_passwd Canary-12345 is too weak' };
	s.em.faults.add({
		operation: 'CreateInstanceUser',
		effect: { kind: 'answer', status: 400, body },
	});
	const run = await s.start(
		{
			resource: 'user',
			operation: 'create',
			instanceId: byId(id),
			userName: 'orders-service',
			userPasswd: '={{ $json.secret }}',
		},
		{ json: [{ secret: 'Canary-12345' }] },
	);
	expect(told(run.error)).toContain('is too weak');
	expect(JSON.stringify([run.error, run.error?.message, run.error?.description])).not.toContain(
		'Canary',
	);
});

describe('permissions of topics', () => {
	const policies = { entry: [{ userName: 'reader', accessPolicy: 'all' }] };
	const set: INodeParameters = {
		resource: 'permission',
		operation: 'set',
		topics: { entry: [{ name: 'aaa', policies }] },
	};
	const answering = (body: object) =>
		s.em.faults.add({
			operation: 'UpdateTopicAccessPolicy',
			effect: { kind: 'answer', status: 200, body },
		});

	test('that were not set inside a success are a failure which names the topic', async () => {
		answering({ job_id: 'job-1', failed_topics: ['aaa'] });
		const run = await s.start({ ...set, instanceId: byId(id) });
		expect(told(run.error)).toMatch(/permissions of a topic were not set: aaa .*job-1/);
	});

	test('whose background task is not named are waited for by the instance itself', async () => {
		answering({ accepted: true });
		const run = await s.start({ ...set, instanceId: byId(id), waitForCompletion: true });
		expect(run.items(K)).toMatchObject([{ completed: true }]);
		expect(s.sent('ShowInstance').length).toBeGreaterThanOrEqual(2);
	});
});
