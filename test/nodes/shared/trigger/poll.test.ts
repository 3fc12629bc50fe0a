/** How a poll deals with n8n: time, failures, overlap, state. */
import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../nodes/shared/contract/failure';
import { runPoll, type Poller } from '../../../../nodes/shared/trigger/poll';
import { Secrets } from '../../../../nodes/shared/request/secrets';
import { fakeContext } from '../../../support/fakeContext';

const never = async () => await new Promise<never>(() => undefined);
const contextOf = (more: Partial<Parameters<typeof fakeContext>[0]> = {}) =>
	fakeContext({ answer: never, parameters: {}, ...more });

const poller = (more: Partial<Poller> = {}): Poller => ({
	poll: async (state) => ({ items: [{ state: state ?? null }], state: { count: 1 } }),
	sample: async () => [{ sample: true }],
	scope: 'here',
	secrets: new Secrets(),
	...more,
});

const kept = (scope = 'here', v = 1): IDataObject => ({ v, scope, state: { count: 0 } });

test.each([
	['nothing', {}, null],
	['the state of the same scope', kept(), { count: 0 }],
	['the state of another scope', kept('there'), null],
	['a state of another form', kept('here', 2), null],
])('with %s kept', async (_what, data: IDataObject, state) => {
	const items = await runPoll(contextOf({ data }), async () => poller());
	expect(items).toEqual([[{ json: { state } }]]);
	expect(data).toEqual({ v: 1, scope: 'here', state: { count: 1 } });
});

test('nothing to emit is no execution, but kept', async () => {
	const data = kept();
	const quiet = poller({ poll: async () => ({ items: [], state: { count: 5 } }) });
	expect(await runPoll(contextOf({ data }), async () => quiet)).toBeNull();
	expect(data.state).toEqual({ count: 5 });
});

test('a manual poll gives the sample and leaves what is kept alone', async () => {
	const data = kept();
	const context = contextOf({ data, mode: 'manual' });
	expect(await runPoll(context, async () => poller())).toEqual([[{ json: { sample: true } }]]);
	expect(data).toEqual(kept());
});

test('a poll that cannot read says so, and the next one runs', async () => {
	const data = kept();
	const context = contextOf({ data });
	const advice = 'Do this.';
	const broken = poller({
		poll: async () => await Promise.reject(new Failure('broken', 'The list is torn', { advice })),
	});
	await expect(runPoll(context, async () => broken)).rejects.toMatchObject({
		message: 'Poll did not succeed: the list is torn',
		description: advice,
	});
	expect(data).toEqual(kept());
	expect(await runPoll(context, async () => poller())).not.toBeNull();
});

describe('overlap', () => {
	test('holds back the same trigger only, and not its manual test', async () => {
		let finish = () => undefined as void;
		const waiting = new Promise<void>((resolve) => (finish = resolve));
		const slow = poller({
			poll: async () => {
				await waiting;
				return { items: [{ slow: true }], state: {} };
			},
		});
		const data = {};
		const first = runPoll(contextOf({ data }), async () => slow);
		expect(await runPoll(contextOf({ data }), async () => poller())).toBeNull();
		expect(await runPoll(contextOf({ nodeId: 'other' }), async () => poller())).not.toBeNull();
		const manual = contextOf({ data, mode: 'manual' });
		expect(await runPoll(manual, async () => poller())).not.toBeNull();
		finish();
		expect(await first).toEqual([[{ json: { slow: true } }]]);
		expect(await runPoll(contextOf({ data }), async () => poller())).not.toBeNull();
	});

	test('does not hold back the first poll of a workflow that is activated anew', async () => {
		const data = kept();
		let finish = () => undefined as void;
		const waiting = new Promise<void>((resolve) => (finish = resolve));
		const slow = poller({
			poll: async () => {
				await waiting;
				return { items: [{ slow: true }], state: { count: 7 } };
			},
		});
		const old = runPoll(contextOf({ data }), async () => slow);
		const read = kept();
		const items = await runPoll(contextOf({ data: read }), async () => poller());
		expect(items).toEqual([[{ json: { state: { count: 0 } } }]]);
		finish();
		await old;
		expect(read.state).toEqual({ count: 1 });
	});
});

describe('time', () => {
	test('a budget of which the share is no whole number of milliseconds is one like any other', async () => {
		const items = await runPoll(contextOf({ budget: 36_001 }), async () => poller());
		expect(items).toEqual([[{ json: { state: null } }]]);
	});

	test('a poll ends within what n8n gives it, and keeps nothing afterwards', async () => {
		const data = kept();
		let late = () => undefined as void;
		const slow = poller({
			poll: async () => {
				await new Promise<void>((resolve) => (late = resolve));
				return { items: [{ late: true }], state: { count: 9 } };
			},
		});
		let signal: AbortSignal | undefined;
		const poll = runPoll(contextOf({ data, budget: 25 }), async (given) => {
			signal = given;
			return slow;
		});
		// Keeps the process alive, which the time-out of a signal does not.
		const alive = setInterval(() => undefined, 1000);
		await expect(poll).rejects.toThrow('Poll did not succeed: it took longer than');
		clearInterval(alive);
		expect(signal?.aborted).toBe(true);
		late();
		await new Promise(setImmediate);
		expect(data).toEqual(kept());
		expect(await runPoll(contextOf({ data }), async () => poller())).not.toBeNull();
	});
});
