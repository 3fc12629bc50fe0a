/** Wait for Completion of every operation that has it, on a clock that only the test moves. */
import type { IDataObject } from 'n8n-workflow';

import type { Completion, WaitLimits } from '../../../nodes/shared/contract/completion';
import { waitFor } from '../../../nodes/shared/run/waitFor';
import { Failure } from '../../../nodes/shared/contract/failure';
import type { ApiRequest } from '../../../nodes/shared/contract/vendor';
import { presentNodes, resourcesOf } from '../../support/facts/vendors';
import { operationContext } from '../../support/operationContext';
import { VirtualClock } from '../../support/virtualClock';
import { WAYS, type Stage, type Way } from './ways';

const WAITING = presentNodes().flatMap((node) =>
	resourcesOf(node).flatMap(({ value, operations }) =>
		operations.flatMap(({ value: name, completion }) =>
			completion ? [{ vendor: node.vendor, name: `${value}/${name}`, completion }] : [],
		),
	),
);
const CASES = WAITING.flatMap(({ vendor, name, completion }) =>
	(WAYS[vendor][name] ?? []).map((way, n): [string, Completion, Way] => [
		`${vendor} ${name} (${n + 1})`,
		completion,
		way,
	]),
);
const having = (stage: Stage) => CASES.filter(([, , { answers }]) => answers[stage]);

/** What a wait came to. */
interface Ended {
	item?: IDataObject;
	failure?: Failure;
	/** Milliseconds from the start to each look, and to the end. */
	looks: number[];
	took: number;
	/** The stage of the last look. */
	stage: Stage;
}

/** Waits while each look meets the next of these stages, the last one for ever. */
async function wait(
	completion: Completion,
	{ json, answers }: Way,
	stages: Stage[],
	patience: Partial<WaitLimits> = {},
	random?: () => number,
): Promise<Ended> {
	let stage: Stage = answers.before ? 'before' : 'working';
	const clock = new VirtualClock({ random });
	const item = operationContext({
		clock,
		nodeParameter: <T>(name: string) => (name === 'topic' ? json.Topic : 'home') as T,
		call: async ({ api }: ApiRequest) => {
			const answer = answers[stage]?.[api] ?? new Failure('notSent', `${api} is not looked at`);
			if (answer instanceof Failure) throw answer;
			return await Promise.resolve(answer);
		},
	});
	const looks: number[] = [];
	const mark = await completion.mark?.(item);
	const start = clock.passed;
	const watched: Completion = {
		...completion,
		observe: async (...given) => {
			stage = stages[Math.min(looks.length, stages.length - 1)];
			looks.push(clock.passed - start);
			return await completion.observe(...given);
		},
	};
	const usual: WaitLimits = { maximum: 300_000, interval: 10_000, whenTimeRunsOut: 'fail' };
	const end = (what: Pick<Ended, 'item' | 'failure'>): Ended => {
		clock.close();
		return { ...what, looks, took: clock.passed - start, stage };
	};
	try {
		return end({ item: await waitFor(item, watched, json, { ...usual, ...patience }, mark) });
	} catch (failure) {
		return end({ failure: failure as Failure });
	}
}

test('every operation that waits is here', () => {
	const names = (of: string) =>
		WAITING.filter(({ vendor }) => vendor === of).map((one) => one.name);
	for (const vendor of Object.keys(WAYS)) {
		expect(Object.keys(WAYS[vendor]).sort()).toEqual(names(vendor).sort());
	}
});

describe.each(CASES)('%s', (_name, completion, way) => {
	const old: Stage[] = way.answers.before ? ['before', 'before'] : [];
	const stages: Stage[] = [...old, 'working', 'working', 'done'];

	test('ends with the work, not with what was there before it', async () => {
		const { item, failure, stage, looks } = await wait(completion, way, stages);
		expect(failure).toBeUndefined();
		expect(item).toMatchObject({ completed: true });
		expect([stage, looks.length]).toEqual(['done', stages.length + (way.isConfirmed ? 1 : 0)]);
	});

	test('the time runs out: it fails with the ID, or passes on what is there, and not later', async () => {
		const working = [...old, 'working'] as Stage[];
		const failing = await wait(completion, way, working);
		expect(failing.failure).toMatchObject({
			kind: 'unfinished',
			message: expect.stringContaining(way.named),
		});
		expect(failing.took).toBe(300_000);
		const passing = await wait(completion, way, working, { whenTimeRunsOut: 'passOn' });
		expect(passing.item).toMatchObject({ completed: false });
		expect(JSON.stringify(passing.item)).toContain(way.named);
		expect(passing.took).toBe(300_000);
	});

	test('a short time, a long interval and none at all are kept', async () => {
		const short = { maximum: 2_000, interval: 3_600_000 };
		const { failure, took, looks } = await wait(completion, way, ['working'], short);
		expect([failure?.kind, took, looks]).toEqual(['unfinished', 2_000, [2_000]]);
		const none = await wait(completion, way, ['working'], { maximum: 0 });
		expect([none.failure?.kind, none.took, none.looks]).toEqual(['unfinished', 0, [0]]);
	});
});

describe.each(having('before'))('%s', (_name, completion, way) => {
	test('looking every second does not make what was there before the end', async () => {
		const stages: Stage[] = [...Array<Stage>(25).fill('before'), 'working', 'done'];
		const { failure, stage, looks } = await wait(completion, way, stages, { interval: 1_000 });
		expect(failure).toBeUndefined();
		expect([stage, looks.length]).toEqual(['done', stages.length + (way.isConfirmed ? 1 : 0)]);
	});
});

describe.each(having('unheardOf'))('%s', (_name, completion, way) => {
	test('a status that nobody knows is told, and is not the end', async () => {
		const { failure, took } = await wait(completion, way, ['unheardOf']);
		expect(failure?.message).toContain(way.told);
		expect(failure?.message).toContain(way.named);
		expect(took).toBe(300_000);
		const passing = { whenTimeRunsOut: 'passOn' } as const;
		expect((await wait(completion, way, ['unheardOf'], passing)).item).toMatchObject({
			completed: false,
			status: expect.stringContaining(String(way.told)),
		});
		expect((await wait(completion, way, ['working', 'unheardOf', 'done'])).stage).toBe('done');
	});
});

describe.each(having('failed'))('%s', (_name, completion, way) => {
	test('a bad end is told at once, with the ID', async () => {
		const { failure, looks } = await wait(completion, way, ['working', 'failed']);
		expect(failure).toMatchObject({ kind: 'unfinished' });
		expect(failure?.message).toMatch(/ended with status/);
		expect(failure?.message).toContain(way.named);
		expect(looks).toHaveLength(2);
	});
});

describe('how often it is looked', () => {
	test.each(CASES)(
		'%s: first and then every so often, spread by a tenth',
		async (_, completion, way) => {
			const { first, every } = completion;
			const working: Stage[] = ['working', 'working', 'done'];
			for (const [chance, factor] of [
				[0, 0.9],
				[0.5, 1],
				[1, 1.1],
			]) {
				const patience = { maximum: 3_600_000, interval: undefined };
				const { looks } = await wait(completion, way, working, patience, () => chance);
				const [one, two] = looks;
				expect(one).toBeCloseTo(first * 1000 * factor, -1);
				expect(two - one).toBeCloseTo(every * 1000 * factor, -1);
			}
		},
	);

	test.each(WAITING)('$vendor $name: as seldom as the work takes', ({ name, completion }) => {
		const { first, every } = completion;
		const isQuick = /AutoTopic|connectPrometheus|setAutomaticMaintenance/.test(name);
		const isInstance = /nstance/.test(name) && !isQuick;
		expect(first).toBeGreaterThanOrEqual(isInstance ? 5 : 1);
		expect(every).toBeGreaterThanOrEqual(isInstance ? 10 : 3);
		expect(every).toBeLessThanOrEqual(20);
	});
});
