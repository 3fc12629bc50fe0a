import { EXAMPLE, fault, startEmulator, type Emulator, type FaultEffect } from '../../../emulator';
import { until } from '../../support/until';
import { callAlibaba, callHuawei, callTencent, dms, type Reply } from './client';

let emulator: Emulator;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
afterEach(() => emulator.faults.clear());

const list = () => callHuawei(emulator, { path: dms('/instances'), query: { engine: 'kafka' } });
const operation = 'ListInstances';
const inject = (effect: FaultEffect | FaultEffect[]) =>
	emulator.faults.add({ vendor: 'huawei', operation, effect });
const code = (reply: Reply) => [reply.status, reply.body?.error_code];

test('throttling, with and without Retry-After', async () => {
	inject(fault.tooManyRequests(3));
	const told = await list();
	expect(code(told)).toEqual([429, 'APIGW.0308']);
	expect(told.headers['retry-after']).toBe('3');
	inject(fault.tooManyRequests());
	expect((await list()).headers['retry-after']).toBeUndefined();
	inject(fault.flowControl());
	expect(code(await list())).toEqual([404, 'DMS.10240407']);
});

test('server errors as JSON and as a page', async () => {
	for (const status of [500, 502, 503]) {
		inject(fault.serverError(status));
		expect(code(await list())).toEqual([status, 'DMS.00500000']);
	}
	inject(fault.htmlPage());
	const page = await list();
	expect([page.status, page.headers['content-type'], page.body]).toEqual([
		502,
		'text/html',
		undefined,
	]);
	expect(page.text).toContain('<h1>502 Bad Gateway</h1>');
});

test('every vendor in its own shape', async () => {
	emulator.faults.add({ effect: fault.tooManyRequests(), times: 2 });
	const query = { RegionId: EXAMPLE.alibaba.region };
	const alibaba = await callAlibaba(emulator, { action: 'GetInstanceList', query });
	expect([alibaba.status, alibaba.body.Code]).toEqual([429, 'Throttling.User']);
	const tencent = await callTencent(emulator, { action: 'DescribeInstances' });
	expect([tencent.status, tencent.body.Response.Error.Code]).toEqual([200, 'RequestLimitExceeded']);
});

test('401 once and for ever', async () => {
	inject(fault.unauthorized());
	expect((await list()).status).toBe(401);
	expect((await list()).status).toBe(200);
	emulator.faults.add({ operation, times: 'always', effect: fault.unauthorized() });
	for (let i = 0; i < 3; i += 1) expect((await list()).status).toBe(401);
});

/** The answer of a list that is held back for so many milliseconds, and not for less. */
async function afterDelay(ms: number) {
	emulator.clock.speed = 0;
	const reply = list();
	await until('the request is held back', () => emulator.held === 1);
	emulator.clock.advance(ms - 1);
	expect(emulator.held).toBe(1);
	emulator.clock.advance(1);
	return await reply;
}

test('a slow answer', async () => {
	inject({ kind: 'delay', ms: 120 });
	expect((await afterDelay(120)).status).toBe(200);
});

describe('a write whose answer is lost', () => {
	const path = dms('/instances/action');
	const remove = () => {
		const { id } = emulator.huawei.state.seed({ name: 'target' });
		const body = { action: 'delete', instances: [id] };
		const sent = callHuawei(emulator, { method: 'POST', path, body });
		return { sent, status: () => emulator.huawei.state.instances.find((i) => i.id === id)?.status };
	};

	test('cut before: nothing happened', async () => {
		emulator.faults.add({ path: '/instances/action', effect: { kind: 'cut', when: 'before' } });
		const { sent, status } = remove();
		await expect(sent).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(status()).toBe('RUNNING');
		expect(emulator.requests.at(-1)).toMatchObject({ status: 0, method: 'POST' });
	});

	test('cut after: it happened', async () => {
		emulator.faults.add({ method: 'post', effect: fault.answerLost() });
		const { sent, status } = remove();
		await expect(sent).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(status()).toBe('DELETING');
	});

	test('an error after: it happened too', async () => {
		const effect = { kind: 'answer', status: 504, after: true } as const;
		emulator.faults.add({ operation: 'BatchRestartOrDeleteInstances', effect });
		const { sent, status } = remove();
		expect((await sent).status).toBe(504);
		expect(status()).toBe('DELETING');
	});
});

test('broken bodies', async () => {
	inject({ kind: 'truncate' });
	await expect(list()).rejects.toMatchObject({ code: 'ERR_BAD_RESPONSE' });
	inject({ kind: 'malformed' });
	const malformed = await list();
	expect([malformed.status, malformed.body]).toEqual([200, undefined]);
	inject({ kind: 'empty' });
	expect(await list()).toMatchObject({ status: 200, text: '' });
});

test('a server whose clock is off', async () => {
	inject({ kind: 'skew', ms: 16 * 60_000 });
	const reply = await list();
	expect(code(reply)).toEqual([401, 'APIGW.0301']);
	expect(reply.body.error_msg).toContain('signature expired');
	expect(Date.parse(String(reply.headers.date)) - Date.now()).toBeGreaterThan(15 * 60_000);
	emulator.faults.add({ vendor: 'tencent', effect: { kind: 'skew', ms: 6 * 60_000 } });
	const tencent = await callTencent(emulator, { action: 'DescribeInstances' });
	expect(tencent.body.Response.Error.Code).toBe('AuthFailure.SignatureExpire');
});

test('hit the nth call, some times, and are counted', async () => {
	const active = emulator.faults.add({ operation, nth: 2, times: 2, effect: fault.serverError() });
	const statuses: number[] = [];
	for (let i = 0; i < 4; i += 1) statuses.push((await list()).status);
	expect(statuses).toEqual([200, 500, 500, 200]);
	expect(active).toMatchObject({ seen: 4, hits: 2 });
	active.remove();
	expect(emulator.faults.list()).toEqual([]);
});

test('several effects at once', async () => {
	inject([{ kind: 'delay', ms: 60 }, fault.serverError(503)]);
	expect((await afterDelay(60)).status).toBe(503);
});

describe('a rule that can hit nothing', () => {
	const effect = fault.serverError();
	const added = (rule: { vendor?: 'huawei' | 'iam'; operation: string }) => () =>
		emulator.faults.add({ ...rule, effect });

	test('is refused, with the names that are nearest', () => {
		expect(added({ operation: 'ListInstancs' })).toThrow(
			/^No vendor has an operation ListInstancs\. The nearest are ListInstances, /,
		);
		expect(added({ vendor: 'huawei', operation: 'DescribeInstances' })).toThrow(
			'huawei has no operation DescribeInstances.',
		);
		expect(added({ vendor: 'iam', operation: 'createToken' })).toThrow(
			'The nearest are CreateToken,',
		);
		expect(added({ vendor: 'azure' as never, operation })).toThrow(
			'There is no vendor azure, only huawei, iam, alibaba, tencent.',
		);
		expect(emulator.faults.list()).toEqual([]);
	});

	test('is refused over HTTP too', async () => {
		const body = JSON.stringify({ operation: 'ListInstancs', effect });
		const url = `${emulator.huawei.url}/_emulator/faults`;
		const reply = await fetch(url, { method: 'POST', body });
		expect(reply.status).toBe(400);
		expect(await reply.text()).toContain('ListInstances');
	});
});

describe('rules that never fired', () => {
	const effect = fault.serverError();

	test('are told, unless they are optional', async () => {
		const fired = emulator.faults.add({ operation, effect });
		const never = { operation: 'ShowInstance', effect };
		const late = { operation, nth: 3, effect };
		emulator.faults.add(never);
		emulator.faults.add(late);
		emulator.faults.add({ operation: 'DeleteInstance', optional: true, effect });
		await list();
		expect(fired.hits).toBe(1);
		expect(emulator.faults.unfired()).toEqual([never, late]);
	});

	test('stay told when they are taken away, until all are cleared', () => {
		const rule = { operation: 'ShowInstance', effect };
		emulator.faults.add(rule).remove();
		expect(emulator.faults.list()).toEqual([]);
		expect(emulator.faults.unfired()).toEqual([rule]);
		emulator.faults.clear();
		expect(emulator.faults.unfired()).toEqual([]);
	});
});
