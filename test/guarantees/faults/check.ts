import type { VendorName } from '../../support/stage';
import { isFull, turnOf } from '../../support/breadth';
import { scenariosOf, type Scenario } from '../../support/scenarios';
import { DEVIATIONS, TRACELESS } from './deviations';
import { FAULTS, type Fault } from './faults';
import { document, documented, reportOf } from './report';
import { violationsOf } from './rules';
import { matrixOf, type Cell, type Task } from './run';

/** How many faults an operation meets in a run for a pull request; one that is billed meets all. */
const FEW = { read: 2, create: 8, 'other write': 2 };

const kindOf = ({ kind }: Scenario) =>
	kind === 'read' || kind === 'create' ? kind : 'other write';

const isDeviating = (scenario: Scenario, fault: Fault) =>
	DEVIATIONS.some(({ fits }) => fits(scenario, fault));

/** A read has nothing to look up when its answer is lost. */
const faultsFor = (scenario: Scenario) =>
	FAULTS.filter(({ alone }) => !alone || scenario.kind !== 'read');

/** The operations, each with the faults that it meets; those of a kind take turns. */
function tasksOf(scenarios: Scenario[]): Task[] {
	const turns = { read: 0, create: 0, 'other write': 0 };
	return scenarios.flatMap((scenario) => {
		const all = faultsFor(scenario);
		const kind = kindOf(scenario);
		const few = scenario.operation.billed ? all : turnOf(all, turns[kind]++, FEW[kind]);
		return all
			.filter((fault) => few.includes(fault) || isDeviating(scenario, fault))
			.map((fault) => ({ scenario, fault }));
	});
}

/** The tests of a vendor's matrix: a cell for every operation and each fault that it meets. */
export function checkMatrix(vendor: VendorName): void {
	const scenarios = scenariosOf(vendor);
	const tasks = tasksOf(scenarios);
	let cells: Cell[];
	beforeAll(async () => {
		cells = await matrixOf(vendor, tasks);
	}, 300_000);

	test.each(scenarios.map(({ name }) => name))('%s', (name) => {
		const found = cells
			.filter(({ scenario }) => scenario.name === name)
			.flatMap((cell) => violationsOf(cell).map((what) => `${cell.fault.name}: ${what}`));
		expect(found).toEqual([]);
	});

	test('every operation met its faults: at full breadth, all that it can meet', () => {
		expect(cells).toHaveLength(tasks.length);
		if (isFull) {
			expect(cells).toHaveLength(scenarios.flatMap((one) => faultsFor(one)).length);
		}
	});

	test('every fault was met by a read, a create, and another write', () => {
		const met = new Set(cells.map(({ scenario, fault }) => `${kindOf(scenario)} ${fault.name}`));
		const possible = FAULTS.flatMap(({ name, alone }) =>
			['read', 'create', 'other write']
				.filter((kind) => !alone || kind !== 'read')
				.map((kind) => `${kind} ${name}`),
		);
		expect(possible.filter((cell) => !met.has(cell))).toEqual([]);
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
