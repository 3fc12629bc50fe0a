/** The order of the writes of one run, and what is kept over its tries: nothing is written twice. */
import type { IExecuteSingleFunctions, INode } from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { FailureKind } from '../../../../../nodes/shared/contract/failure';
import { Run, type WriteResult } from '../../../../../nodes/shared/run/run';
import { someNode } from '../../../../support/someNode';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock();
afterAll(() => clock.close());

interface Surroundings {
	/** Input items of the node. */
	size?: number;
	/** Milliseconds between batches. */
	interval?: number;
	/** What is set in the place of that. */
	requestOptions?: object;
	/** Arguments of an agent that uses the node as its tool. */
	tool?: object;
	node?: Partial<INode>;
	data?: object;
}

/** What n8n hands to every item of one execution. */
function executionOf({ size = 1, interval, tool, node, data, requestOptions }: Surroundings = {}) {
	const own = { ...someNode, ...node };
	const execution = data ?? {
		node: tool ? { ...own, name: 'Agent' } : own,
		data: { main: [Array.from({ length: size }, () => ({ json: {} }))] },
	};
	const batch = interval === undefined ? {} : { batching: { batch: { batchInterval: interval } } };
	const options = requestOptions ?? batch;
	const context = {
		getExecuteData: () => execution,
		getInputData: () => ({ json: tool }),
		getNodeParameter: (name: string) => (name === 'requestOptions' ? options : undefined),
	};
	return () => Run.of(context as unknown as IExecuteSingleFunctions, own);
}

const failing = (kind: FailureKind, message = `it was ${kind}`) => new Failure(kind, message);
const done = (...subjects: string[]): WriteResult => ({ outcomes: [], subjects });
const turn = { clock, continues: false, looksFirst: false };

/** Writes an item and says what became of it: its subjects, or the failure. */
const write = async (
	run: Run,
	index: number,
	task: () => Promise<WriteResult> = async () => await Promise.resolve(done(`thing ${index}`)),
	{ signal, ...more }: Partial<typeof turn> & { signal?: AbortSignal } = {},
) =>
	await run.write(index, task, { ...turn, signal, ...more }).then(
		({ subjects }) => subjects.join(),
		(failure: unknown) => failure as Failure,
	);

/** Whether a promise is still open when all that can go on has gone on. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
	let open = true;
	const settled = () => void (open = false);
	promise.then(settled, settled);
	for (let count = 0; count < 20; count++) await clock.sleep(0);
	return open;
}

/** A task whose end a test decides. */
function held() {
	let end: (result: WriteResult) => void = () => undefined;
	let fail: (failure: Failure) => void = () => undefined;
	const result = new Promise<WriteResult>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	const task = jest.fn(async () => await result);
	return { task, end: (...subjects: string[]) => end(done(...subjects)), fail };
}

describe('which run an item belongs to', () => {
	test('is that of its execution', () => {
		const of = executionOf();
		expect(of()).toBe(of());
		expect(executionOf()()).not.toBe(of());
	});

	test.each([{}, { main: [] }, { main: [null] }, undefined])(
		'of one without input, %j, does not wait for items that nobody knows of',
		async (data) => {
			const run = executionOf({ data: { node: someNode, data } })();
			run.enter(0);
			expect(await write(run, 0)).toBe('thing 0');
		},
	);

	test('as a tool, each call is its own, though the agent has one execution', () => {
		const data = { node: { ...someNode, name: 'Agent' }, data: {} };
		const [first, second] = [{ name: 'a' }, { name: 'a' }];
		const of = (tool: object) => executionOf({ data, tool })();
		expect(of(first)).toBe(of(first));
		expect(of(first)).not.toBe(of(second));
	});
});

describe('writes', () => {
	test('go out one after another, in the order of the items', async () => {
		const run = executionOf({ size: 2 })();
		const [first, second] = [held(), held()];
		run.enter(0);
		const one = write(run, 0, first.task);
		run.enter(1);
		const two = write(run, 1, second.task);
		expect(await isOpen(one)).toBe(true);
		expect([first.task, second.task].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
		first.end('a');
		second.end('b');
		expect(await Promise.all([one, two])).toEqual(['a', 'b']);
	});

	test('are held back until every item has entered', async () => {
		const run = executionOf({ size: 2 })();
		const task = jest.fn(async () => await Promise.resolve(done('a')));
		run.enter(0);
		expect(await isOpen(write(run, 0, task))).toBe(true);
		expect(task).not.toHaveBeenCalled();
	});

	test.each([
		['the node goes on after failures', { size: 2 }, { continues: true }],
		['n8n waits between the items', { size: 2, interval: 1 }, {}],
		['only the first item is to be executed', { size: 2, node: { executeOnce: true } }, {}],
		['it is a tool, whose items nobody knows', { size: 2, tool: {} }, {}],
	])('do not wait for further items where %s', async (_, surroundings, more) => {
		const run = executionOf(surroundings)();
		run.enter(0);
		expect(await write(run, 0, undefined, more)).toBe('thing 0');
	});

	test('wait for all where batches are not set', async () => {
		const run = executionOf({ size: 2, requestOptions: { batching: {} } })();
		run.enter(0);
		expect(await isOpen(write(run, 0))).toBe(true);
	});

	test.each([undefined, 0])('wait for all where batches have no pause: %s', async (interval) => {
		const run = executionOf({ size: 2, interval })();
		run.enter(0);
		expect(await isOpen(write(run, 0))).toBe(true);
	});

	test('are held back until all items are prepared', async () => {
		const run = executionOf({ size: 2 })();
		let prepare: () => void = () => undefined;
		run.enter(0);
		const first = write(run, 0);
		run.enter(1);
		const prepared = run.prepared(1, new Promise<void>((resolve) => void (prepare = resolve)));
		expect(await isOpen(first)).toBe(true);
		prepare();
		await prepared;
		expect(await first).toBe('thing 0');
	});

	test('do not go out where an item cannot be prepared', async () => {
		const run = executionOf({ size: 2 })();
		run.enter(0);
		const first = write(run, 0);
		run.enter(1);
		const refused = run.prepared(1, Promise.reject(failing('notSent')));
		await expect(refused).rejects.toThrow('it was notSent');
		expect(await first).toMatchObject({ kind: 'notSent', itemIndex: 1 });
	});

	test('of an execution that is stopped do not go out', async () => {
		const run = executionOf()();
		const task = jest.fn();
		run.enter(0);
		const failure = await write(run, 0, task, { signal: AbortSignal.abort() });
		expect(failure).toMatchObject({ kind: 'cancelled' });
		expect(task).not.toHaveBeenCalled();
	});

	test('of a try that n8n has given up do not go out', async () => {
		const run = executionOf({ size: 1 })();
		const task = jest.fn();
		run.enter(0);
		const given = write(run, 0, task);
		run.enter(0);
		expect(await isOpen(given)).toBe(true);
		expect(task).not.toHaveBeenCalled();
	});
});

describe('preparations', () => {
	test('end in the order of the items', async () => {
		const run = executionOf({ size: 2 })();
		let prepare: () => void = () => undefined;
		run.enter(0);
		const first = run.prepared(0, new Promise<void>((resolve) => void (prepare = resolve)));
		run.enter(1);
		const second = run.prepared(1, Promise.resolve('b'));
		expect(await isOpen(second)).toBe(true);
		prepare();
		await first;
		expect(await second).toBe('b');
	});

	test('the first that fails is the one that the others name', async () => {
		const run = executionOf({ size: 3 })();
		for (const index of [0, 1, 2]) run.enter(index);
		const first = run.prepared(0, Promise.reject(failing('refused', 'the first')));
		const second = run.prepared(1, Promise.reject(failing('refused', 'the second')));
		await Promise.allSettled([first, second]);
		expect(await write(run, 2)).toMatchObject({
			kind: 'notSent',
			message: 'Not sent because item 0 did not succeed: the first',
		});
	});
});

describe('after a write that did not succeed', () => {
	const two = async (continues: boolean) => {
		const run = executionOf({ size: 2 })();
		run.enter(0);
		const first = write(run, 0, async () => await Promise.reject(failing('refused')), {
			continues,
		});
		run.enter(1);
		const second = write(run, 1, undefined, { continues });
		return [await first, await second];
	};

	test('no further one goes out', async () => {
		const [, second] = await two(false);
		expect(second).toMatchObject({ kind: 'notSent' });
		expect((second as Failure).message).toContain('item 0');
		expect((second as Failure).details.advice).toContain("'On Error'");
	});

	test('the others go out where the node is set to continue', async () => {
		expect((await two(true))[1]).toBe('thing 1');
	});
});

describe('a later try of the node', () => {
	/** Two tries of one item: what the second one gave, and how often was written. */
	const tried = async (kind: FailureKind | undefined, looksFirst = false) => {
		const run = executionOf()();
		const task = jest.fn(async () => await Promise.resolve(done('again')));
		if (kind) task.mockRejectedValueOnce(failing(kind));
		run.enter(0);
		await write(run, 0, task, { looksFirst });
		run.enter(0);
		const second = await write(run, 0, task, { looksFirst });
		return [second, task.mock.calls.length];
	};

	test('does not repeat what was written', async () => {
		expect(await tried(undefined)).toEqual(['again', 1]);
	});

	test.each(['lost', 'broken'] as const)('does not repeat what was %s', async (kind) => {
		expect(await tried(kind)).toEqual([expect.objectContaining({ kind }), 1]);
	});

	test('repeats what had no effect', async () => {
		expect(await tried('refused')).toEqual(['again', 2]);
	});

	test('repeats what looks first whether it was done', async () => {
		expect(await tried('lost', true)).toEqual(['again', 2]);
	});

	test('joins the write that is still under way', async () => {
		const run = executionOf()();
		const { task, end } = held();
		run.enter(0);
		const first = write(run, 0, task);
		expect(await isOpen(first)).toBe(true);
		run.enter(0);
		const second = write(run, 0, task);
		end('a');
		expect(await Promise.all([first, second])).toEqual(['a', 'a']);
		expect(task).toHaveBeenCalledTimes(1);
	});

	test('has no failure of the earlier one, nor what that one waited for', async () => {
		const run = executionOf({ size: 2 })();
		run.enter(0);
		run.enter(1);
		run.stop(0, failing('refused'));
		void run.prepared(1, new Promise(() => undefined));
		run.enter(0);
		const first = write(run, 0);
		run.enter(1);
		expect(await first).toBe('thing 0');
	});

	test('waits again for all items', async () => {
		const run = executionOf({ size: 2 })();
		run.enter(0);
		run.enter(1);
		run.enter(0);
		expect(await isOpen(write(run, 0))).toBe(true);
	});

	test('is not held up by a write of the earlier one', async () => {
		const run = executionOf({ size: 2 })();
		run.enter(0);
		run.enter(1);
		const first = write(run, 0, held().task);
		expect(await isOpen(first)).toBe(true);
		run.enter(0);
		run.enter(1);
		expect(await write(run, 1)).toBe('thing 1');
	});
});

test('a text says which item it is about only where there are several', () => {
	const several = (size: number, entered: number[], tool?: object) => {
		const run = executionOf({ size, tool })();
		for (const index of entered) run.enter(index);
		return run.hasSeveral;
	};
	expect(several(1, [0])).toBe(false);
	expect(several(2, [0])).toBe(true);
	expect(several(0, [0], {})).toBe(false);
	expect(several(0, [0, 1], {})).toBe(true);
});

describe('what was written so far', () => {
	test('is named for the others, and of a batch for the item itself', async () => {
		const run = executionOf({ size: 2 })();
		run.enter(0);
		const first = write(run, 0, async () => await Promise.resolve(done('a')));
		run.enter(1);
		await write(run, 1, async () => await Promise.resolve(done('b', 'c')));
		await first;
		expect(run.subjects(0)).toEqual(['b', 'c']);
		expect(run.subjects(1)).toEqual(['a', 'b', 'c']);
		expect(run.subjects(2)).toEqual(['a', 'b', 'c']);
	});

	test('finished steps of what did not succeed are named, except by the item itself', async () => {
		const run = executionOf()();
		await run.once(
			0,
			'order',
			async () => await Promise.resolve(1),
			(id) => `order ${id} placed`,
		);
		void run.once(0, 'open', async () => await new Promise<number>(() => undefined), String);
		expect(run.subjects(1)).toEqual(['order 1 placed']);
		expect(run.subjects(0)).toEqual([]);
	});
});

describe('what may have taken effect', () => {
	test('is named by the others, and by later tries', () => {
		const run = executionOf({ size: 2 })();
		run.leaveOpen(0, 'Create thing a');
		expect(run.leftOpen()).toEqual(['Create thing a']);
		expect(run.leftOpen(1)).toEqual(['Create thing a']);
		expect(run.leftOpen(0)).toEqual([]);
		expect(run.openOf(0)).toEqual(['Create thing a']);
		expect(run.openOf(1)).toHaveLength(0);
	});

	test('is open no more when the write has succeeded after all', async () => {
		const run = executionOf()();
		run.enter(0);
		run.leaveOpen(0, 'Create thing a');
		await write(run, 0);
		expect(run.leftOpen()).toEqual([]);
	});
});

describe('a step that must not happen twice', () => {
	const subject = (made: string) => `${made} made`;

	test('gives a later try what it gave', async () => {
		const run = executionOf()();
		const task = jest.fn().mockResolvedValue('a');
		expect(await run.once(0, 'order', task, subject)).toBe('a');
		expect(await run.once(0, 'order', task, subject)).toBe('a');
		expect(task).toHaveBeenCalledTimes(1);
	});

	test('is one of its item and of its name', async () => {
		const run = executionOf()();
		const task = jest.fn().mockResolvedValue('a');
		for (const [index, name] of [
			[0, 'a'],
			[1, 'a'],
			[0, 'b'],
		] as const)
			await run.once(index, name, task, subject);
		expect(task).toHaveBeenCalledTimes(3);
	});

	test.each([
		['lost', 1],
		['broken', 1],
		['refused', 2],
	] as const)('and was %s is carried out %s time(s)', async (kind, times) => {
		const run = executionOf()();
		const task = jest.fn().mockResolvedValue('a').mockRejectedValueOnce(failing(kind));
		await expect(run.once(0, 'order', task, subject)).rejects.toMatchObject({ kind });
		await run.once(0, 'order', task, subject).catch(() => undefined);
		expect(task).toHaveBeenCalledTimes(times);
	});

	test('fails with a failure whatever was thrown, of which nothing is known', async () => {
		const run = executionOf()();
		const task = async () => await Promise.reject(new TypeError('x'));
		await expect(run.once(0, 'order', task, subject)).rejects.toMatchObject({ kind: 'lost' });
	});
});

describe('a finding of the run', () => {
	test('is asked for once, by all items and tries', async () => {
		const run = executionOf()();
		const task = jest.fn().mockResolvedValue(1);
		expect(await Promise.all([run.oncePerRun('a', task), run.oncePerRun('a', task)])).toEqual([
			1, 1,
		]);
		run.enter(0);
		run.enter(0);
		expect(await run.oncePerRun('a', task)).toBe(1);
		expect(task).toHaveBeenCalledTimes(1);
		await run.oncePerRun('b', task);
		expect(task).toHaveBeenCalledTimes(2);
	});

	test('that failed is asked for again', async () => {
		const run = executionOf()();
		const task = jest.fn().mockResolvedValue(1).mockRejectedValueOnce(new Error('no'));
		await expect(run.oncePerRun('a', task)).rejects.toBeInstanceOf(Failure);
		expect(await run.oncePerRun('a', task)).toBe(1);
	});
});

test('it is quiet when no write is under way any more', async () => {
	const run = executionOf()();
	const { task, fail } = held();
	run.enter(0);
	const writing = write(run, 0, task);
	const quiet = run.quiet();
	expect(await isOpen(quiet)).toBe(true);
	fail(failing('refused'));
	await writing;
	await expect(quiet).resolves.toBeUndefined();
});
