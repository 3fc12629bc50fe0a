/**
 * The emulated Tencent Cloud beside the examples that the vendor prints: the same fields, of the same types,
 * null where they are. Each difference is listed with its reason, and one that no longer holds has to go.
 */
import { startEmulator, type Emulator } from '../../../emulator';
import { readFacts } from '../../../emulator/core/facts';
import { operateTencent } from './operateTencent';
import { DIFFERENCES } from './tencentPrintedDifferences';
import { BODIES, seedTencent } from './tencentSeeded';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const { operations } = readFacts<{
	operations: Record<string, Array<{ response: { Response: { [name: string]: Json } } }>>;
}>('tencent', '_examples.json');

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	seedTencent(emulator);
	emulator.tencent.state.flows.push({
		id: 9,
		operation: 'CreateRoute',
		instanceId: 'ckafka-orders',
		region: 'ap-guangzhou',
		status: 0,
		output: 'success',
	});
});
afterEach(() => emulator.close());

const kindOf = (value: Json): string =>
	value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

/** Fields at any depth, by path, with the kinds of values that they have; entries of a list count as one. */
function shapeOf(value: Json, path = '', shape = new Map<string, Set<string>>()) {
	const kinds = shape.get(path) ?? new Set();
	shape.set(path, kinds.add(kindOf(value)));
	if (Array.isArray(value)) for (const entry of value) shapeOf(entry, `${path}[]`, shape);
	else if (typeof value === 'object' && value !== null)
		for (const [name, inner] of Object.entries(value)) shapeOf(inner, `${path}.${name}`, shape);
	return shape;
}

/** What the emulator answers otherwise, a line each. */
function differences(printed: Json, ours: Json): string[] {
	const [theirs, own] = [shapeOf(printed), shapeOf(ours)];
	const words = (kinds: Set<string>) => [...kinds].sort().join(' or ');
	const parentOf = (path: string) => path.replace(/(\[\]|\.[^.[\]]+)$/, '');
	return [...new Set([...theirs.keys(), ...own.keys()])].sort().flatMap((path) => {
		const [one, other] = [theirs.get(path), own.get(path)];
		// What is in nothing is nothing.
		if (!one || !other) {
			const parent = parentOf(path);
			if (path !== '' && (!theirs.has(parent) || !own.has(parent))) return [];
			if (path.endsWith('[]')) return [];
			return [one ? `${path} is missing` : `${path} is not in the example`];
		}
		if (words(one) === words(other)) return [];
		// An example shows one case; the emulator's is another one that occurs, unless it never is the same.
		if ([...other].every((kind) => one.has(kind))) return [];
		return [`${path} is ${words(other)} instead of ${words(one)}`];
	});
}

const cases = Object.entries(operations).flatMap(([api, examples]) =>
	examples.map((example, at) => ({ api, at, example })),
);

test.each(cases)('$api $at is answered as printed', async ({ api, at, example }) => {
	const body = api === 'DescribeTaskStatus' ? { FlowId: 9 } : BODIES[api];
	const Response = (await operateTencent(emulator, api, body)) as Json;
	const found = differences(example.response.Response, Response);
	expect(found).toEqual(Object.keys(DIFFERENCES[`${api} ${at}`] ?? DIFFERENCES[api] ?? {}).sort());
});

test('every list of differences is of an example', () => {
	const names = cases.flatMap(({ api, at }) => [api, `${api} ${at}`]);
	expect(Object.keys(DIFFERENCES).filter((name) => !names.includes(name))).toEqual([]);
});
