import { startEmulator, type Emulator } from '../../../emulator';
import { loadCompanions, loadFacts, readFacts } from '../../../emulator/core/facts';
import { COMPANIONS } from '../../../emulator/tencent/companions';
import { HANDLERS } from '../../../emulator/tencent/operations';
import { dataHubId } from '../../../emulator/tencent/answers/topicRecord';
import { operateTencent } from './operateTencent';
import { BODIES, seedTencent } from './tencentSeeded';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	seedTencent(emulator);
});
afterEach(() => emulator.close());

/** Held against what the emulator answers in a test of their own. */
const { operations: PRINTED } = readFacts<{ operations: Record<string, unknown> }>(
	'tencent',
	'_examples.json',
);

const examples = loadFacts('tencent').flatMap((facts) =>
	facts.examples
		.filter((example) => !('made' in example) && !Object.hasOwn(PRINTED, facts.operation))
		.map((example) => ({ title: example.title, facts, example })),
);

/** Operations that a log topic takes only once. */
const ONCE = ['ClsCreateConsumer', 'OpenKafkaConsumer'];

/** The same with every value but the structure and what is fixed left out. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (value === null || typeof value !== 'object') return typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, shapeOf(v)]));
}

test.each(examples)(
	'$title: the answer has the form of the example',
	async ({ facts, example }) => {
		// What the documents create in one example exists in others.
		if (ONCE.includes(facts.operation)) emulator.tencent.state.logs.clear();
		const Response = await operateTencent(emulator, facts.operation, example.request.body ?? {});
		expect(shapeOf({ Response })).toEqual(shapeOf(example.response));
	},
);

const operations = loadFacts('tencent').map((facts) => facts.operation);

test.each(operations.filter((name) => name !== 'DescribeTaskStatus'))(
	'%s is carried out, and its answer conforms',
	async (operation) => {
		const Response = await operateTencent(emulator, operation, BODIES[operation]);
		expect(Response.Error).toBeUndefined();
		expect(Response.Result?.ReturnCode ?? '0').toMatch(/^(0|ok)$/i);
	},
);

test.each(
	Object.keys(BODIES).filter((name) => !/^(Describe|Inquire|Fetch|Check|Preview)/.test(name)),
)('%s is carried out also when its answer is lost', async (operation) => {
	const { state } = emulator.tencent;
	const held = () => JSON.stringify([state.instances, state.logs, state.connectors.tasks]);
	const before = held();
	emulator.faults.add({ operation, effect: { kind: 'cut', when: 'after' } });
	await expect(operateTencent(emulator, operation, BODIES[operation])).rejects.toThrow();
	emulator.clock.advance(20 * 60_000);
	expect(held() === before).toBe(false);
});

test('every operation has a handler', () => {
	const companions = loadCompanions('tencent').map((facts) => facts.operation);
	const handled = Object.keys({ ...HANDLERS, ...COMPANIONS });
	expect(handled.sort()).toEqual([...operations, ...companions].sort());
});

test('the access ID of a topic follows from its ID', () => {
	const [topic] = emulator.tencent.state.named('orders')?.topics ?? [];
	expect(dataHubId(topic)).toBe('datahub-orders');
});
