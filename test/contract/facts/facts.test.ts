/** Each vendor's node against the facts about its API, in both directions. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { factsOf, loadCompanions, loadFacts } from '../../../emulator/core/facts';
import type { Operation } from '../../../nodes/shared/contract/operation';
import { differences, local } from '../../support/facts/differences';
import { ACROSS_CLOUDS, FACTS, presentNodes, resourcesOfVendor } from '../../support/facts/vendors';

test('every node with operations is held against facts', () => {
	const folders = readdirSync(join(__dirname, '../../../nodes')).filter(
		(name) => !['shared', ...ACROSS_CLOUDS].includes(name),
	);
	expect(presentNodes().map(({ folder }) => folder)).toEqual(expect.arrayContaining(folders));
});

describe.each(Object.values(FACTS))('the nodes of $vendor', (facts) => {
	const { vendor, style, count, deliberate } = facts;
	const operations = resourcesOfVendor(vendor).flatMap(({ value, operations: list }) =>
		list.map((operation) => ({ name: `${value}/${operation.value}`, operation })),
	);

	const furtherOf = (name: string) =>
		(deliberate.further[name] ?? []).map(({ api, given }) => ({
			facts: factsOf(vendor, api),
			given,
		}));

	const reasonFor = (name: string, difference: string) =>
		[`${name} ${difference}`, `* ${difference}`].find((line) =>
			Object.hasOwn(deliberate.differences, line),
		);

	function found(name: string, operation: Operation) {
		const further = furtherOf(name);
		const facts = factsOf(vendor, operation.api);
		return [...differences(operation, facts, style, further), ...local(operation, further)].map(
			(difference) => ({ difference, reason: reasonFor(name, difference) }),
		);
	}

	test('no two nodes have a resource of one name', () => {
		const names = resourcesOfVendor(vendor).map(({ value }) => value);
		expect([...new Set(names)]).toEqual(names);
	});

	test(`have all ${count} operations of the API, and no other`, () => {
		const further = Object.values(deliberate.further).flat();
		const offered = [
			...operations.map(({ operation }) => operation.api),
			...further.map(({ api }) => api),
		];
		const known = loadFacts(vendor).map(({ operation }) => operation);
		expect(known).toHaveLength(count);
		const others = loadCompanions(vendor).map(({ operation }) => operation);
		const own = [...new Set(offered)].filter((api) => !others.includes(api));
		expect(own.sort()).toEqual([...known].sort());
	});

	test.each(operations)('$name is as the facts say', ({ name, operation }) => {
		const unexplained = found(name, operation).filter(({ reason }) => reason === undefined);
		expect(unexplained.map(({ difference }) => difference)).toEqual([]);
	});

	test('every deliberate difference still is one', () => {
		const used = operations.flatMap(({ name, operation }) =>
			found(name, operation).map(({ reason }) => reason),
		);
		const lines = Object.keys(deliberate.differences);
		expect(lines.filter((line) => !used.includes(line))).toEqual([]);
		const names = operations.map(({ name }) => name);
		expect(Object.keys(deliberate.further).filter((name) => !names.includes(name))).toEqual([]);
	});
});
