/** Every operation succeeds on the seeded cloud: the ground on which tests about failures stand. */
import { openStage, scenariosOf, type Stage } from '../support/scenarios';
import { OVERRIDES } from '../support/scenarios/overrides';

describe.each(['huawei', 'alibaba', 'tencent'] as const)('%s', (vendor) => {
	const scenarios = scenariosOf(vendor);
	let stage: Stage;
	beforeAll(async () => {
		stage = await openStage(vendor);
	});
	afterAll(async () => await stage.close());

	test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
		'%s',
		async (_, scenario) => {
			stage.set(scenario);
			const { items, told } = await stage.run(scenario);
			expect(told).toBe('');
			expect(items.length).toBeGreaterThan(0);
			expect(stage.cloud.sent(scenario.api).length).toBeGreaterThan(0);
			expect(stage.writes()).toEqual(scenario.writes);
		},
	);

	test('overrides are for operations that are there', () => {
		const names = scenarios.map(({ name }) => name);
		expect(Object.keys(OVERRIDES[vendor]).filter((name) => !names.includes(name))).toEqual([]);
	});
});
