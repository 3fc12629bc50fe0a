/** How a poll deals with n8n: time, failures, overlap, state. */
import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import { runPoll, type Poller } from '../../../../../nodes/shared/trigger/poll';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { fakeContext } from '../../../../support/fakeContext';
import { VirtualClock } from '../../../../support/virtualClock';

let clock: VirtualClock;
beforeEach(() => void (clock = new VirtualClock()));
afterEach(() => clock.close());

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
])(
	'a poll with %s kept goes on from that, and keeps what it saw',
	async (_what, data: IDataObject, state) => {
		const items = await runPoll(contextOf({ data }), clock, async () => poller());
		expect(items).toEqual([[{ json: { state } }]]);
		expect(data).toEqual({ v: 1, scope: 'here', state: { count: 1 } });
	},
);

test('a poll with nothing to emit starts no execution, but keeps what it saw', async () => {
	const data = kept();
	const quiet = poller({ poll: async () => ({ items: [], state: { count: 5 } }) });
	expect(await runPoll(contextOf({ data }), clock, async () => quiet)).toBeNull();
	expect(data.state).toEqual({ count: 5 });
});

test('a manual poll gives examples and leaves what is kept alone', async () => {
	const data = kept();
	const context = contextOf({ data, mode: 'manual' });
	expect(await runPoll(context, clock, async () => poller())).toEqual([
		[{ json: { sample: true } }],
	]);
	expect(data).toEqual(kept());
});

test('a poll that cannot read says so and keeps nothing, and the next one runs', async () => {
	const data = kept();
	const context = contextOf({ data });
	const advice = 'Do this.';
	const broken = poller({
		poll: async () => await Promise.reject(new Failure('broken', 'The list is torn', { advice })),
	});
	await expect(runPoll(context, clock, async () => broken)).rejects.toMatchObject({
		message: 'Poll did not succeed: the list is torn',
		description: advice,
	});
	expect(data).toEqual(kept());
	expect(await runPoll(context, clock, async () => poller())).not.toBeNull();
});

describe('a poll under way', () => {
	test('holds back the next one of the same trigger, but no other trigger and no manual test', async () => {
		let finish = () => undefined as void;
		const waiting = new Promise<void>((resolve) => (finish = resolve));
		const slow = poller({
			poll: async () => {
				await waiting;
				return { items: [{ slow: true }], state: {} };
			},
		});
		const data = {};
		const first = runPoll(contextOf({ data }), clock, async () => slow);
		expect(await runPoll(contextOf({ data }), clock, async () => poller())).toBeNull();
		expect(
			await runPoll(contextOf({ nodeId: 'other' }), clock, async () => poller()),
		).not.toBeNull();
		const manual = contextOf({ data, mode: 'manual' });
		expect(await runPoll(manual, clock, async () => poller())).not.toBeNull();
		finish();
		expect(await first).toEqual([[{ json: { slow: true } }]]);
		expect(await runPoll(contextOf({ data }), clock, async () => poller())).not.toBeNull();
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
		const old = runPoll(contextOf({ data }), clock, async () => slow);
		const read = kept();
		const items = await runPoll(contextOf({ data: read }), clock, async () => poller());
		expect(items).toEqual([[{ json: { state: { count: 0 } } }]]);
		finish();
		await old;
		expect(read.state).toEqual({ count: 1 });
	});
});

describe('the time of a poll', () => {
	const { poll: usual } = TIMES;

	/** A poll whose service answers only when it is told to. */
	const slow = (data: IDataObject, budget?: number) => {
		let answer = () => undefined as void;
		const answered = new Promise<void>((resolve) => (answer = resolve));
		let signal: AbortSignal | undefined;
		const poll = runPoll(contextOf({ data, budget }), clock, async (ends) => {
			signal = ends.signal;
			return poller({
				poll: async () => {
					await answered;
					return { items: [{ late: true }], state: { count: 9 } };
				},
			});
		});
		return { poll, answer: () => answer(), isEnded: () => signal?.aborted };
	};

	test.each([
		[25_000, 20_000],
		[36_001, 28_800],
		[undefined, usual * 0.8],
	])(
		'of which n8n says %p ms ends after %d ms, and keeps nothing afterwards',
		async (budget, end) => {
			const data = kept();
			const { poll, answer, isEnded } = slow(data, budget);
			clock.advance(end - 1);
			expect(isEnded()).toBe(false);
			clock.advance(1);
			await expect(poll).rejects.toMatchObject({
				message: `Poll did not succeed: it took longer than ${Math.round(end / 1000)} s`,
				description: expect.stringContaining('Nothing was emitted or lost'),
			});
			expect(isEnded()).toBe(true);
			answer();
			await new Promise(setImmediate);
			expect(data).toEqual(kept());
			expect(await runPoll(contextOf({ data }), clock, async () => poller())).not.toBeNull();
		},
	);

	test('may be used up to its end', async () => {
		const { poll, answer } = slow(kept(), 25_000);
		clock.advance(19_999);
		answer();
		expect(await poll).toEqual([[{ json: { late: true } }]]);
	});
});
