/** The Huawei Cloud node against the facts about the API, in both directions. */
import { factsOf, loadFacts } from '../../emulator/facts';
import { resources } from '../../nodes/HuaweiCloudKafka/resources';
import { DELIBERATE } from './deliberate';
import { differences, local } from './differences';

const operations = resources.flatMap(({ value, operations: list }) =>
	list.map((operation) => ({ name: `${value}/${operation.value}`, operation })),
);
const known = loadFacts('huawei').map(({ operation }) => operation);

const deliberate = (name: string, difference: string) =>
	[`${name} ${difference}`, `* ${difference}`].find((line) => Object.hasOwn(DELIBERATE, line));

const found = (name: string, operation: (typeof operations)[0]['operation']) =>
	[...differences(operation, factsOf('huawei', operation.api)), ...local(operation)].map(
		(difference) => ({ difference, reason: deliberate(name, difference) }),
	);

test('the node has all 90 operations of the API, and no other', () => {
	const offered = new Set(operations.map(({ operation }) => operation.api));
	expect(known).toHaveLength(90);
	expect([...offered].sort()).toEqual([...known].sort());
});

test.each(operations)('$name is as the facts say', ({ name, operation }) => {
	const unexplained = found(name, operation).filter(({ reason }) => reason === undefined);
	expect(unexplained.map(({ difference }) => difference)).toEqual([]);
});

test('every deliberate difference still is one', () => {
	const used = operations.flatMap(({ name, operation }) =>
		found(name, operation).map(({ reason }) => reason),
	);
	expect(Object.keys(DELIBERATE).filter((line) => !used.includes(line))).toEqual([]);
});
