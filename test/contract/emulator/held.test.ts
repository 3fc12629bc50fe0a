/** Answers that come late on a clock that stands still: only who moves the clock lets them go on. */
import { startEmulator, type Emulator, type FaultEffect } from '../../../emulator';
import { VirtualClock } from '../../../emulator/core/clock';
import { until } from '../../support/until';
import { callHuawei, callTencent, dms, send, type Reply } from './client';

const operation = 'ListInstances';
let emulator: Emulator;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const list = () => callHuawei(emulator, { path: dms('/instances'), query: { engine: 'kafka' } });
const delay = (effect: FaultEffect) => emulator.faults.add({ operation, times: 'always', effect });

/** Waits until so many requests are held back. */
const held = async (count: number) =>
	void (await until(`${count} requests are held back`, () => emulator.held === count));

/** Which of the answers have come, by the time that everything under way has had its turn. */
async function arrived(...replies: Array<Promise<Reply>>): Promise<boolean[]> {
	const done = replies.map(() => false);
	replies.forEach((reply, i) => void reply.then(() => (done[i] = true)));
	// What was let go is under way before the answers to these are.
	const url = `${emulator.huawei.url}/_emulator/clock`;
	for (let n = 0; n < 3; n++) await send({ method: 'GET', url });
	return done;
}

test('a late request goes on once the clock was moved past it, and not before', async () => {
	delay({ kind: 'delay', ms: 60_000 });
	const begin = emulator.clock.now();
	const reply = list();
	await held(1);
	expect(emulator.clock.next).toBe(begin + 60_000);
	emulator.clock.advance(59_999);
	expect(await arrived(reply)).toEqual([false]);
	emulator.clock.advance(1);
	expect((await reply).status).toBe(200);
	expect(emulator.held).toBe(0);
	expect(emulator.clock.next).toBeNull();
});

test('every late request has a time of its own', async () => {
	delay({ kind: 'delay', ms: 1000 });
	const first = list();
	await held(1);
	emulator.clock.advance(600);
	const second = list();
	await held(2);
	emulator.clock.advance(400);
	await held(1);
	expect(await arrived(first, second)).toEqual([true, false]);
	emulator.clock.advance(600);
	await second;
});

test('a request that is carried out at once is held back until its answer may go', async () => {
	const operation = 'BatchRestartOrDeleteInstances';
	emulator.faults.add({ operation, effect: { kind: 'delay', ms: 1000, after: true } });
	const { id } = emulator.huawei.state.seed({ name: 'orders' });
	const body = { action: 'delete', instances: [id] };
	const reply = callHuawei(emulator, { method: 'POST', path: dms('/instances/action'), body });
	await held(1);
	expect(emulator.huawei.state.named('orders')?.status).toBe('DELETING');
	emulator.clock.advance(1000);
	expect((await reply).status).toBe(200);
});

test('the ticks of other requests move it on', async () => {
	delay({ kind: 'delay', ms: 2000 });
	const reply = list();
	await held(1);
	emulator.clock.tick = 1000;
	await callTencent(emulator, { action: 'DescribeInstances' });
	expect(await arrived(reply)).toEqual([false]);
	await callTencent(emulator, { action: 'DescribeInstances' });
	expect((await reply).status).toBe(200);
});

test('a clock that begins to run lets it go on in its time', async () => {
	delay({ kind: 'delay', ms: 60_000 });
	const reply = list();
	await held(1);
	emulator.clock.speed = 10_000;
	expect((await reply).status).toBe(200);
});

test('real time counts where a rule says so', async () => {
	delay({ kind: 'delay', ms: 20, clock: 'real' });
	const reply = list();
	await held(1);
	expect(emulator.clock.next).toBeNull();
	expect((await reply).status).toBe(200);
});

test('closing the emulator ends what is held back without carrying it out', async () => {
	const operation = 'BatchRestartOrDeleteInstances';
	const { id } = emulator.huawei.state.seed({ name: 'orders' });
	emulator.faults.add({ operation, effect: { kind: 'delay', ms: 300 } });
	emulator.faults.add({ operation, nth: 2, effect: { kind: 'delay', ms: 300, clock: 'real' } });
	const remove = () => {
		const body = { action: 'delete', instances: [id] };
		return callHuawei(emulator, { method: 'POST', path: dms('/instances/action'), body });
	};
	const replies = [remove(), remove()].map((reply) =>
		reply.catch((error: NodeJS.ErrnoException) => error.code),
	);
	await held(2);
	await emulator.close();
	expect(await Promise.all(replies)).toEqual(['ECONNRESET', 'ECONNRESET']);
	emulator.clock.advance(300);
	expect(emulator.held).toBe(0);
	expect(emulator.huawei.state.named('orders')?.status).toBe('RUNNING');
});

test('rates are counted on the same clock', async () => {
	await emulator.close();
	emulator = await startEmulator({ speed: 0, rateLimits: true });
	const statuses = async (count: number) => {
		const replies: number[] = [];
		for (let i = 0; i < count; i += 1) replies.push((await list()).status);
		return replies;
	};
	expect((await statuses(21)).filter((status) => status !== 200)).toEqual([429]);
	emulator.clock.advance(100);
	expect(await statuses(3)).toEqual([200, 200, 429]);
});

describe('who waits on a clock', () => {
	test('goes on in the order of time', async () => {
		const clock = new VirtualClock(0);
		const order: string[] = [];
		const waits = [
			clock.wait(300).then(() => order.push('late')),
			clock.wait(100).then(() => order.push('early')),
		];
		clock.advance(1000);
		await Promise.all(waits);
		await expect(clock.wait(Number.NaN)).rejects.toThrow(RangeError);
		expect(order).toEqual(['early', 'late']);
	});

	test('needs no advance on a clock that runs', async () => {
		jest.useFakeTimers({ now: 1_000_000 });
		try {
			const clock = new VirtualClock(60);
			let waited = false;
			const wait = clock.wait(60_000).then(() => (waited = true));
			await jest.advanceTimersByTimeAsync(999);
			expect(waited).toBe(false);
			await jest.advanceTimersByTimeAsync(1);
			await wait;
			expect(waited).toBe(true);
		} finally {
			jest.useRealTimers();
		}
	});
});
