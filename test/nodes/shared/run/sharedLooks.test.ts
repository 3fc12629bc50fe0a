import type { IDataObject } from 'n8n-workflow';

import type {
	Completion,
	WaitLimits,
	Observation,
} from '../../../../nodes/shared/contract/completion';
import { waitFor } from '../../../../nodes/shared/run/waitFor';
import { Failure } from '../../../../nodes/shared/contract/failure';
import type { Item } from '../../../../nodes/shared/run/item';

/** Many items that wait for things which one list shows. */

const itemAt = (place: string): Item =>
	({
		place,
		until: () => itemAt(place),
		vendor: { name: 'Some Cloud' },
		note: () => undefined,
		simplified: (json: object) => json,
	}) as unknown as Item;
const patience: WaitLimits = { maximum: 20_000, interval: 20, whenTimeRunsOut: 'fail' };

/** Things that are ready at their fourth look or later. */
function cloud(read?: () => Promise<Map<unknown, Observation>>) {
	const start = Date.now();
	const calls = { list: 0, alone: 0 };
	const now = (id: unknown): Observation =>
		Date.now() - start > 120
			? { status: 'THERE', kind: 'ready', record: { whole: id as string } }
			: { status: 'MAKING', kind: 'pending' };
	const completion: Completion = {
		first: 0.02,
		every: 0.02,
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
	const wait = async (count: number, place = 'here', first = 0, patient = patience) =>
		await Promise.all(
			Array.from(
				{ length: count },
				async (_, n) => await waitFor(itemAt(place), completion, { id: first + n }, patient),
			),
		);
	return { calls, wait };
}

test('share the reads of the list, and look at each thing itself before they believe its end', async () => {
	const { calls, wait } = cloud();
	const done = await wait(100);
	expect(done.map(({ id, whole, completed }) => [id, whole, completed])).toEqual(
		Array.from({ length: 100 }, (_, id) => [id, id, true]),
	);
	expect(calls.alone).toBe(100);
	expect(calls.list).toBeGreaterThan(0);
	expect(calls.list).toBeLessThan(30);
});

test('a few are looked at one by one', async () => {
	const { calls, wait } = cloud();
	await wait(2);
	expect(calls.list).toBe(0);
});

test('other accounts and regions do not count', async () => {
	const { calls, wait } = cloud();
	await Promise.all([wait(2, 'here'), wait(2, 'there')]);
	expect(calls.list).toBe(0);
});

test('what is not listed is looked at by itself', async () => {
	const { calls, wait } = cloud(async () => await Promise.resolve(new Map()));
	const done = await wait(5);
	expect(done.every(({ completed }) => completed)).toBe(true);
	expect(calls.alone).toBeGreaterThan(5);
});

test.each([
	['is forbidden', 'refused'],
	['belonged to an execution that was stopped', 'cancelled'],
] as const)('a list that %s is done without', async (_, kind) => {
	const { wait } = cloud(async () => await Promise.reject(new Failure(kind, 'no')));
	expect((await wait(5)).every(({ completed }) => completed)).toBe(true);
});

test('a list that breaks down costs a look, and nothing is looked at alone in its place', async () => {
	const { calls, wait } = cloud(async () => await Promise.reject(new Failure('broken', 'no')));
	await expect(wait(5, 'here', 0, { ...patience, maximum: 60 })).rejects.toThrow(
		/is not visible yet after/,
	);
	expect(calls.alone).toBe(0);
});

test('however seldom the user wants to look, a read of the list does not serve for long', async () => {
	jest.useFakeTimers();
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
	const { calls, wait } = cloud();
	const hourly = { ...patience, interval: 400 };
	const early = wait(3, 'here', 0, hourly);
	await jest.advanceTimersByTimeAsync(100);
	const late = wait(3, 'here', 3, hourly);
	await jest.advanceTimersByTimeAsync(400);
	expect((await Promise.all([early, late])).flat()).toHaveLength(6);
	expect(calls.list).toBe(2);
	jest.useRealTimers();
	jest.restoreAllMocks();
});
