import { callsOf, findOperation, plain } from './lookUp';
import { operationsOf, STEPS } from './mapping';
import { PROVIDERS } from './providers';

/** Each resource and data source that a provider registers, with its mapping. */
const rows = PROVIDERS.flatMap(({ vendor, registered, resources, dataSources, waiting }) =>
	[
		[registered.resources, resources] as const,
		[registered.dataSources, dataSources] as const,
	].flatMap(([names, mappings]) =>
		Object.entries(names).map(([name, calls]) => ({
			vendor,
			name,
			calls: calls.map(plain),
			waiting: waiting.map(plain),
			mapping: mappings[name],
		})),
	),
);
const mapped = rows.filter(({ mapping }) => mapping);

describe.each(PROVIDERS)('What the Terraform provider of $title registers', (provider) => {
	const { registered, resources, dataSources } = provider;

	it('is mapped whole, and nothing else is', () => {
		expect(Object.keys(resources).sort()).toEqual(Object.keys(registered.resources).sort());
		expect(Object.keys(dataSources).sort()).toEqual(Object.keys(registered.dataSources).sort());
	});

	it('is as of a dated release', () => {
		expect(registered.version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(registered.released).toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it('is only read by data sources', () => {
		for (const mapping of Object.values(dataSources)) {
			expect(STEPS.filter((step) => mapping[step])).toEqual(mapping.read ? ['read'] : []);
			expect(mapping.importId).toBeUndefined();
		}
	});
});

describe('A mapping from Terraform', () => {
	it.each(mapped)(
		'$name names operations that exist, or says what to use',
		({ vendor, mapping }) => {
			const names = operationsOf(mapping);
			for (const name of names) expect(findOperation(vendor, name).operation.name).toBeTruthy();
			expect(names.length > 0 || mapping.note || mapping.elsewhere).toBeTruthy();
		},
	);

	it.each(mapped)('$name: each operation makes a call that the provider makes', (row) => {
		const { vendor, mapping, calls } = row;
		const operations = STEPS.flatMap((step) => mapping[step] ?? []);
		const others = operations.filter(
			(name) => !callsOf(vendor, name).some((one) => calls.includes(one)),
		);
		expect(others).toEqual([]);
	});

	it.each(mapped)(
		'$name: each call of the provider is made by an operation, or has its place',
		(row) => {
			const { vendor, mapping, calls, waiting } = row;
			const made = operationsOf(mapping).flatMap((name) => callsOf(vendor, name));
			const elsewhere = Object.keys(mapping.elsewhere ?? {}).map(plain);
			const known = new Set([...made, ...elsewhere, ...waiting]);
			expect(calls.filter((call) => !known.has(call))).toEqual([]);
			// What is said to have no operation must be a call of the provider that has none.
			expect(elsewhere.filter((call) => !calls.includes(call) || made.includes(call))).toEqual([]);
		},
	);
});
