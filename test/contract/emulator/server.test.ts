import { createConnection } from 'node:net';

import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { VirtualClock } from '../../../emulator/core/clock';
import { callAlibaba, callHuawei, callTencent, dms, send } from './client';

const started: Emulator[] = [];
async function start(options?: Parameters<typeof startEmulator>[0]): Promise<Emulator> {
	const emulator = await startEmulator(options);
	started.push(emulator);
	return emulator;
}
afterEach(async () => {
	jest.restoreAllMocks();
	for (const emulator of started.splice(0)) await emulator.close();
});

const list = (emulator: Emulator) =>
	callHuawei(emulator, { path: dms('/instances'), query: { engine: 'kafka' } });

test('requests are recorded as received, the newest ones', async () => {
	const emulator = await start({ keepRequests: 2 });
	for (let i = 0; i < 2; i += 1) await list(emulator);
	const body = { action: 'restart', instances: ['Ä'] };
	const path = dms('/instances/action');
	await callHuawei(emulator, { method: 'POST', path, body, headers: { 'X-Test': 'A' } });
	expect(emulator.requests).toHaveLength(2);
	expect(emulator.requests[1]).toMatchObject({
		vendor: 'huawei',
		operation: 'BatchRestartOrDeleteInstances',
		method: 'POST',
		url: path,
		body: JSON.stringify(body),
		rawBody: Buffer.from(JSON.stringify(body)),
		headers: { 'x-test': 'A' },
		status: 200,
	});
	expect(emulator.requests[1].rawHeaders).toContainEqual(['X-Test', 'A']);
	expect(emulator.requests[0].url).toBe(`${path.replace('/action', '')}?engine=kafka`);
});

test('two emulators share nothing, and the same seed gives the same IDs', async () => {
	const [one, two] = [await start({ seed: 'x' }), await start({ seed: 'x' })];
	const { id } = one.huawei.state.seed({ name: 'mine' });
	expect((await list(two)).body.instance_num).toBe(0);
	expect(two.huawei.state.seed({ name: 'mine' }).id).toBe(id);
});

test('initial instances, durations and rules are options', async () => {
	const emulator = await start({
		speed: 0,
		huawei: {
			instances: [
				{ name: 'creating', status: 'CREATING' },
				{ name: 'far', region: 'eu-west-101' },
			],
			durations: { create: 1000 },
		},
	});
	expect((await list(emulator)).body.instances).toMatchObject([{ status: 'CREATING' }]);
	emulator.clock.advance(1000);
	expect(emulator.huawei.state.named('creating')?.status).toBe('RUNNING');
});

test('close drops connections that are open', async () => {
	const emulator = await start();
	const socket = createConnection(Number(new URL(emulator.huawei.url).port), '127.0.0.1');
	await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
	const dropped = new Promise<void>((resolve) => socket.once('close', () => resolve()));
	await emulator.close();
	await dropped;
	await expect(list(emulator)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a port in use is an error, and nothing stays open', async () => {
	const emulator = await start();
	const port = Number(new URL(emulator.tencent.url).port);
	await expect(startEmulator({ ports: { tencent: port } })).rejects.toMatchObject({
		code: 'EADDRINUSE',
	});
});

describe('rate limits', () => {
	test('are off unless asked for', async () => {
		const emulator = await start();
		const replies = await Promise.all(Array.from({ length: 30 }, () => list(emulator)));
		expect(replies.every((reply) => reply.status === 200)).toBe(true);
	});

	test('answer in the vendor’s own way', async () => {
		const emulator = await start({ rateLimits: true });
		// All in one moment, however long the machine takes for them.
		jest.spyOn(Date, 'now').mockReturnValue(Date.now());
		const flood = async <T>(send: () => Promise<T>) =>
			(await Promise.all(Array.from({ length: 30 }, send))) as T[];
		const huawei = (await flood(() => list(emulator))).find((reply) => reply.status === 429);
		expect(huawei?.body.error_code).toBe('APIGW.0308');
		// Answers that people have posted name the rule, and no Retry-After.
		expect(huawei?.headers['retry-after']).toBeUndefined();
		expect(huawei?.body.error_msg).toMatch(/limit:\d+,\s?time:\d+/);

		const query = { RegionId: EXAMPLE.alibaba.region };
		const alibaba = await flood(() =>
			callAlibaba(emulator, { action: 'GetAllInstanceIdList', query }),
		);
		const refused = alibaba.find((reply) => reply.status === 400);
		expect(refused?.body.Code).toBe('Throttling.User');
		expect(Number(refused?.headers['x-acs-retry-after'])).toBeGreaterThan(0);

		const tencent = await flood(() => callTencent(emulator, { action: 'DescribeInstances' }));
		const codes = tencent.map((reply) => reply.body.Response.Error?.Code);
		expect(codes).toContain('RequestLimitExceeded');
	});
});

describe('admin paths', () => {
	const admin = (emulator: Emulator, method: string, path: string, body?: unknown) =>
		send({
			method,
			url: `${emulator.huawei.url}/_emulator/${path}`,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});

	test('set faults, clock and plans', async () => {
		const emulator = await start();
		const effect = { kind: 'answer', status: 503 };
		const added = await admin(emulator, 'POST', 'faults', { operation: 'ListInstances', effect });
		expect(added.body).toMatchObject([{ rule: { effect }, seen: 0, hits: 0 }]);
		expect((await list(emulator)).status).toBe(503);
		expect((await admin(emulator, 'GET', 'faults')).body).toMatchObject([{ seen: 1, hits: 1 }]);
		expect((await admin(emulator, 'DELETE', 'faults')).body).toEqual([]);

		await admin(emulator, 'POST', 'clock', { speed: 0 });
		const before = (await admin(emulator, 'GET', 'clock')).body.now;
		const after = (await admin(emulator, 'POST', 'clock', { advance: 600 })).body.now;
		expect(Date.parse(after) - Date.parse(before)).toBe(600_000);

		await admin(emulator, 'POST', 'plans', { name: 'doomed', createFails: true });
		expect(emulator.huawei.state.plans).toEqual([{ name: 'doomed', createFails: true }]);
	});

	test('show state and requests, without passwords', async () => {
		const emulator = await start();
		const users = [{ name: 'reader', password: 'Secret-123' }];
		emulator.huawei.state.seed({ name: 'mine', sslEnable: true, users });
		await list(emulator);
		const state = await admin(emulator, 'GET', 'state');
		expect(state.body.huawei.instances).toMatchObject([{ name: 'mine', status: 'RUNNING' }]);
		expect(state.text).not.toContain('Secret-123');
		const requests = (await admin(emulator, 'GET', 'requests')).body;
		expect(requests).toMatchObject([{ operation: 'ListInstances', status: 200 }]);
	});

	test('say what is wrong', async () => {
		const emulator = await start();
		expect((await admin(emulator, 'GET', 'nothing')).status).toBe(404);
		expect((await admin(emulator, 'POST', 'clock', { speed: -1 })).status).toBe(400);
		const kinds = await admin(emulator, 'POST', 'faults', { effect: { kind: 'explode' } });
		expect(kinds.body.error).toContain('truncate');
	});
});

test('a tick passes before each request, and nothing else moves the clock then', async () => {
	const emulator = await startEmulator({ speed: 0, tick: 1000 });
	const begin = emulator.clock.now();
	await fetch(emulator.huawei.url);
	await fetch(emulator.tencent.url);
	emulator.clock.tick = 0;
	await fetch(emulator.tencent.url);
	expect(emulator.requests.map(({ virtualTime }) => virtualTime - begin)).toEqual([
		1000, 2000, 2000,
	]);
	await emulator.close();
});

test('the clock runs at its speed', () => {
	jest.useFakeTimers({ now: 1_000_000 });
	try {
		const clock = new VirtualClock(60);
		jest.advanceTimersByTime(1000);
		expect(clock.now()).toBe(1_060_000);
		clock.speed = 1;
		jest.advanceTimersByTime(1000);
		clock.advance(500);
		expect(clock.now()).toBe(1_061_500);
		expect(() => clock.advance(-1)).toThrow(RangeError);
		expect(() => new VirtualClock(Number.NaN)).toThrow(RangeError);
	} finally {
		jest.useRealTimers();
	}
});
