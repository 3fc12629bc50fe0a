/** Many items that wait for things which one list shows. */
import type { IDataObject } from 'n8n-workflow';

import type {
	Completion,
	WaitLimits,
	Observation,
} from '../../../../../nodes/shared/contract/completion';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { observing } from '../../../../../nodes/shared/run/sharedObservations';
import { waitFor } from '../../../../../nodes/shared/run/waitFor';
import { operationContext } from '../../../../support/operationContext';
import { randomOf } from '../../../../support/random';
import { VirtualClock } from '../../../../support/virtualClock';

const SECOND = 1_000;

let clock: VirtualClock;
beforeEach(() => {
	const random = randomOf(1);
	// In thousandths: with some other numbers two of five items are the last to wait, and share no list.
	clock = new VirtualClock({ random: () => Math.floor(random() * 1_000) / 1_000 });
});
afterEach(() => clock.close());

const limits: WaitLimits = {
	maximum: 3_600 * SECOND,
	interval: 20 * SECOND,
	whenTimeRunsOut: 'fail',
};

/** Things that are ready after two minutes. */
function cloud(read?: () => Promise<Map<unknown, Observation>>) {
	const calls = { list: 0, alone: 0 };
	const now = (id: unknown): Observation =>
		clock.passed > 120 * SECOND
			? { status: 'THERE', kind: 'ready', record: { whole: id as string } }
			: { status: 'MAKING', kind: 'pending' };
	const completion: Completion = {
		first: 20,
		every: 20,
		observe: async (_item, { id }) => {
			calls.alone++;
			return await Promise.resolve(now(id));
		},
		batchRead: {
			what: 'things',
			read: async () => {
				calls.list++;
				const all = Array.from({ length: 100 }, (_, id): [unknown, Observation] => {
					const { status, kind } = now(id);
					return [id, { status, kind, record: { short: true } }];
				});
				return await (read?.() ?? Promise.resolve(new Map(all)));
			},
			id: ({ id }: IDataObject) => id,
		},
		isReached: (seen) => seen.at(-1)?.kind === 'ready',
		subject: ({ id }) => `thing ${String(id)}`,
	};
	const wait = async (count: number, addressee = 'here', first = 0, chosen = limits) =>
		await Promise.all(
			Array.from({ length: count }, async (_, n) => {
				const item = operationContext({ clock, addressee });
				return await waitFor(item, completion, { id: first + n }, chosen);
			}),
		);
	return { calls, wait, completion };
}

test('many waiting items share the reads of the list, and each checks its own thing before it believes the end', async () => {
	const { calls, wait } = cloud();
	const done = await wait(100);
	expect(done.map(({ id, whole, completed }) => [id, whole, completed])).toEqual(
		Array.from({ length: 100 }, (_, id) => [id, id, true]),
	);
	expect(calls.alone).toBe(100);
	expect(calls.list).toBeGreaterThan(0);
	expect(calls.list).toBeLessThan(30);
});

test('a few waiting items check their things one by one', async () => {
	const { calls, wait } = cloud();
	await wait(2);
	expect(calls.list).toBe(0);
});

test('items that wait in another account or region do not count', async () => {
	const { calls, wait } = cloud();
	await Promise.all([wait(2, 'here'), wait(2, 'there')]);
	expect(calls.list).toBe(0);
});

test('a thing that is not listed is checked by itself', async () => {
	const { calls, wait } = cloud(async () => await Promise.resolve(new Map()));
	const done = await wait(5);
	expect(done.every(({ completed }) => completed)).toBe(true);
	expect(calls.alone).toBeGreaterThan(5);
});

test.each([
	['is forbidden', 'refused'],
	['belonged to an execution that was stopped', 'cancelled'],
	['could not be asked for', 'notSent'],
] as const)('waiting goes on without a list that %s', async (_, kind) => {
	const { wait } = cloud(async () => await Promise.reject(new Failure(kind, 'no')));
	expect((await wait(5)).every(({ completed }) => completed)).toBe(true);
});

test('a list that breaks down costs a check, and nothing is checked by itself in its place', async () => {
	const { calls, wait } = cloud(async () => await Promise.reject(new Failure('broken', 'no')));
	const short = { ...limits, maximum: 60 * SECOND };
	await expect(wait(5, 'here', 0, short)).rejects.toThrow(/is not visible yet after 1 minute/);
	// Those that go on waiting while the first one is over.
	await clock.sleep(3_600 * SECOND);
	expect(calls.alone).toBe(0);
});

test('a read of the list does not serve for long, however seldom the user wants to check', async () => {
	clock.close();
	clock = new VirtualClock();
	const { calls, wait } = cloud();
	const seldom = { ...limits, interval: 400 * SECOND };
	const early = wait(3, 'here', 0, seldom);
	await clock.sleep(100 * SECOND);
	const late = wait(3, 'here', 3, seldom);
	expect((await Promise.all([early, late])).flat()).toHaveLength(6);
	expect(calls.list).toBe(2);
	expect(clock.passed).toBe(500 * SECOND);
});

test('who begins to wait counts together with those who still do, after others have ended', async () => {
	const { calls, completion } = cloud();
	const item = operationContext({ clock, addressee: 'counted' });
	const begin = () => observing(item, completion, { id: 1 }, undefined, SECOND, () => false);
	const [, , third] = [begin(), begin(), begin()];
	third.end();
	await begin().observe(item);
	expect(calls).toEqual({ list: 1, alone: 0 });
});
