import type { VendorName } from '../../support/stage';
import { isFull } from '../../support/breadth';
import { sampled, scenariosOf, type Scenario } from '../../support/scenarios';
import { DEVIATIONS, TRACELESS } from './deviations';
import { FAULTS } from './faults';
import { document, documented, reportOf } from './report';
import { violationsOf } from './rules';
import { matrixOf, type Cell } from './run';

/** The tests of a vendor's matrix: a cell for every operation and fault. */
export function checkMatrix(vendor: VendorName): void {
	const isDeviating = (scenario: Scenario) =>
		DEVIATIONS.some(({ fits }) => FAULTS.some((fault) => fits(scenario, fault)));
	const scenarios = sampled(
		scenariosOf(vendor),
		(one) => one.kind === 'create' || Boolean(one.operation.billed) || isDeviating(one),
	);
	let cells: Cell[];
	beforeAll(async () => {
		cells = await matrixOf(vendor, scenarios);
	}, 300_000);

	test.each(scenarios.map(({ name }) => name))('%s', (name) => {
		const found = cells
			.filter(({ scenario }) => scenario.name === name)
			.flatMap((cell) => violationsOf(cell).map((what) => `${cell.fault.name}: ${what}`));
		expect(found).toEqual([]);
	});

	test('every operation met every fault that it can meet', () => {
		const reads = scenarios.filter(({ kind }) => kind === 'read').length;
		const alone = FAULTS.filter((fault) => fault.alone).length;
		expect(cells).toHaveLength(scenarios.length * FAULTS.length - reads * alone);
	});

	test('every write leaves something without faults', () => {
		const traceless = cells.filter(
			({ scenario, usual }) => scenario.kind !== 'read' && usual.before === usual.after,
		);
		const names = new Set(traceless.map(({ scenario }) => scenario.name));
		expect([...names].filter((name) => !TRACELESS.includes(name))).toEqual([]);
	});

	test('every deviation is needed', () => {
		const fitting = DEVIATIONS.filter((deviation) =>
			cells.some(({ scenario, fault }) => deviation.fits(scenario, fault)),
		);
		const own = DEVIATIONS.filter((one) => one.vendor === vendor);
		expect(fitting).toEqual(own);
	});

	// They are those of all operations.
	if (!isFull) return;
	test('docs/reliability.md has the counts', () => {
		const report = reportOf(cells);
		if (process.env.RENEW) document(vendor, report);
		expect(documented(vendor)).toBe(report);
	});
}
