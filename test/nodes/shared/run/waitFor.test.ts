import type {
	Completion,
	WaitLimits,
	Observation,
} from '../../../../nodes/shared/contract/completion';
import { lookTimes, waitFor } from '../../../../nodes/shared/contract/completion';
import { Failure } from '../../../../nodes/shared/contract/failure';
import type { Item } from '../../../../nodes/shared/run/item';
import { pause } from '../../../../nodes/shared/request/clock';

const notes: string[] = [];
const item = (signal?: AbortSignal): Item =>
	({
		signal,
		until: (earlier: AbortSignal) => item(earlier),
		vendor: { name: 'Some Cloud' },
		note: (text: string) => void notes.push(text),
		simplified: (json: object) => json,
	}) as unknown as Item;

/** Looks that go by in order; the last one stays. A failure is thrown. */
function looks(sights: Array<Observation | Failure>, more: Partial<Completion> = {}) {
	let index = 0;
	const look = jest.fn(async () => {
		const sight = sights[Math.min(index++, sights.length - 1)];
		if (sight instanceof Failure) throw sight;
		return await Promise.resolve(sight);
	});
	const completion: Completion = {
		first: 0.002,
		every: 0.002,
		observe,
		isReached: (seen) => seen.at(-1)?.kind === 'ready',
		subject: ({ id }) => `thing ${String(id)}`,
		...more,
	};
	return { look, completion };
}
const pending: Observation = { status: 'MAKING', kind: 'pending' };
const ready: Observation = { status: 'THERE', kind: 'ready', record: { address: 'x' } };
const failed: Observation = { status: 'BROKEN', kind: 'failed', record: { reason: 'no room' } };
const patience: WaitLimits = { maximum: 5000, interval: 1, whenTimeRunsOut: 'fail' };

beforeEach(() => void (notes.length = 0));

test('ends when it is reached, with what was seen last', async () => {
	const { look, completion } = looks([pending, pending, ready]);
	expect(await waitFor(item(), completion, { id: 7, kept: true }, patience)).toEqual({
		id: 7,
		kept: true,
		address: 'x',
		status: 'THERE',
		completed: true,
	});
	expect(look).toHaveBeenCalledTimes(3);
	expect(notes).toEqual(['thing 7 is MAKING', 'thing 7 is THERE']);
});

test('a status that nobody knows is waited through', async () => {
	const { completion } = looks([{ status: 'NEW', kind: 'unknown' }, ready]);
	expect((await waitFor(item(), completion, { id: 7 }, patience)).completed).toBe(true);
});

test('a bad end names the ID and the reason', async () => {
	const { completion } = looks([pending, failed]);
	await expect(waitFor(item(), completion, { id: 7 }, patience)).rejects.toMatchObject({
		kind: 'unfinished',
		message: 'Thing 7 ended with status BROKEN',
		details: { vendorMessage: 'no room', advice: expect.stringContaining('Some Cloud console') },
	});
});

test('what counts as hopeless is up to the operation', async () => {
	const { completion } = looks([failed, ready], { isHopeless: () => false });
	expect((await waitFor(item(), completion, { id: 7 }, patience)).completed).toBe(true);
});

test('time runs out: fail, or pass on what was seen', async () => {
	const short = { ...patience, maximum: 20 };
	await expect(
		waitFor(item(), looks([pending]).completion, { id: 7 }, short),
	).rejects.toMatchObject({
		kind: 'unfinished',
		message: 'Thing 7 is MAKING after 0 minutes',
	});
	const passing = { ...short, whenTimeRunsOut: 'passOn' as const };
	expect(await waitFor(item(), looks([pending]).completion, { id: 7 }, passing)).toEqual({
		id: 7,
		status: 'MAKING',
		completed: false,
	});
});

test('a time that is no whole number of milliseconds is waited for like any other', async () => {
	const { completion } = looks([pending, ready]);
	const some = { ...patience, maximum: (50 / 7) * 1000 };
	expect((await waitFor(item(), completion, { id: 7 }, some)).completed).toBe(true);
});

test('with no time at all it looks once', async () => {
	const { look, completion } = looks([ready]);
	expect(
		(await waitFor(item(), completion, { id: 7 }, { ...patience, maximum: 0 })).completed,
	).toBe(true);
	expect(look).toHaveBeenCalledTimes(1);
});

test.each(['throttled', 'unreachable', 'busy', 'broken', 'lost'] as const)(
	'%s costs a look',
	async (kind) => {
		const { completion } = looks([new Failure(kind, 'x'), ready]);
		expect((await waitFor(item(), completion, { id: 7 }, patience)).completed).toBe(true);
	},
);

test('what stays the same is held once, however often it is seen', async () => {
	const held: Observation[][] = [];
	const look = async () => await Promise.resolve({ ...pending, record: { size: [1, 2] } });
	const { completion } = looks([], {
		observe,
		isReached: (seen) => {
			held.push([...seen]);
			return seen.length === 5;
		},
	});
	await waitFor(item(), completion, { id: 7 }, patience);
	expect(held.at(-1)).toHaveLength(5);
	expect(new Set(held.at(-1)?.map(({ record }) => record)).size).toBe(1);
});

test('faults to the end: nothing was seen, and that is said', async () => {
	const { completion } = looks([new Failure('broken', 'x')]);
	await expect(
		waitFor(item(), completion, { id: 7 }, { ...patience, maximum: 10 }),
	).rejects.toThrow('Thing 7 is not visible yet after');
});

test('a refusal ends it, with the ID', async () => {
	const { completion } = looks([new Failure('refused', 'not allowed', { code: 'C' })]);
	await expect(waitFor(item(), completion, { id: 7 }, patience)).rejects.toMatchObject({
		kind: 'unfinished',
		message: 'Waiting for thing 7 ended: not allowed',
		details: { code: 'C' },
	});
});

test('a stop ends it soon, with the ID', async () => {
	const stop = new AbortController();
	const { look, completion } = looks([pending]);
	const waiting = waitFor(
		item(stop.signal),
		completion,
		{ id: 7 },
		{ ...patience, interval: 60_000 },
	);
	stop.abort();
	await expect(waiting).rejects.toMatchObject({
		kind: 'cancelled',
		message: expect.stringContaining('thing 7'),
	});
	expect(look).not.toHaveBeenCalled();
});

test('what was there before is looked at at once', async () => {
	const { completion } = looks([ready], { first: 3600 });
	const waited = await waitFor(
		item(),
		completion,
		{ id: 7, created: false },
		{ ...patience, interval: undefined },
	);
	expect(waited.completed).toBe(true);
});

test('looks at least as often as the completion needs, whatever the user chose', async () => {
	const { completion, look } = looks([pending, ready], { longest: 0.002 });
	await waitFor(item(), completion, { id: 1 }, { ...patience, interval: 60_000 });
	expect(look).toHaveBeenCalledTimes(2);
});

describe('a look that takes too long', () => {
	const usual = { ...lookTimes };
	afterEach(() => void Object.assign(lookTimes, usual));
	const hanging = async () => await new Promise<Observation>(() => undefined);

	test('is given up when the time is over, so that the wait is not longer than asked', async () => {
		Object.assign(lookTimes, { afterEnd: 20 });
		const { completion } = looks([pending]);
		await expect(
			waitFor(item(), { ...completion, look: hanging }, { id: 7 }, { ...patience, maximum: 10 }),
		).rejects.toThrow('Thing 7 is not visible yet after 0 minutes');
	});

	test('costs only that look', async () => {
		Object.assign(lookTimes, { longest: 20 });
		const { completion, look } = looks([ready]);
		let first = true;
		const slowOnce: Completion['observe'] = async (...given) => {
			if (!first) return await completion.observe(...given);
			first = false;
			return await hanging();
		};
		const waited = await waitFor(item(), { ...completion, look: slowOnce }, { id: 7 }, patience);
		expect(waited.completed).toBe(true);
		expect(look).toHaveBeenCalledTimes(1);
	});

	test('sends nothing more: its retries end with it', async () => {
		Object.assign(lookTimes, { afterEnd: 20 });
		const ends: boolean[] = [];
		const retrying: Completion['observe'] = async ({ signal }) => {
			try {
				await pause(60_000, signal);
				return ready;
			} finally {
				ends.push(signal?.aborted === true);
			}
		};
		const { completion } = looks([]);
		const short = { ...patience, maximum: 10, whenTimeRunsOut: 'passOn' as const };
		expect(await waitFor(item(), { ...completion, look: retrying }, { id: 7 }, short)).toEqual({
			id: 7,
			status: 'unknown',
			completed: false,
		});
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(ends).toEqual([true]);
	});
});

test('a stop during a look says the same as one between two looks', async () => {
	const { completion } = looks([new Failure('cancelled', 'The execution was stopped')]);
	await expect(waitFor(item(), completion, { id: 1 }, patience)).rejects.toThrow(
		'The execution was stopped while waiting for thing 1',
	);
});
