/** Optional fields that narrow what is deleted: an expression that gives nothing must not widen it. */
import type { INodeParameters } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { openStage, scenariosOf, type Scenario, type Stage } from '../../support/scenarios';
import type { VendorName } from '../../support/stage';

const NOTHING = ['={{ $json.nothing }}', '={{ undefined }}', '={{ null }}', '={{ "" }}'];

const optional = (scenario: Scenario) =>
	(scenario.operation.fields ?? []).filter(
		({ property, sentIn }) =>
			!property.required &&
			!property.displayOptions &&
			// A switch that is given nothing is off.
			property.type !== 'boolean' &&
			['query', 'body'].includes(sentIn),
	);

describe.each<VendorName>(['huawei', 'alibaba', 'tencent'])('%s', (vendor) => {
	const cases = scenariosOf(vendor)
		.filter(({ kind }) => kind === 'delete')
		.flatMap((scenario) =>
			optional(scenario).map(({ property: { name } }): [string, string, Scenario] => [
				scenario.name,
				name,
				scenario,
			]),
		);
	let stage: Stage;
	beforeAll(async () => {
		stage = await openStage(vendor);
	});

	test('has deletions with such fields', () => expect(cases.length).toBeGreaterThan(0));

	test.each(cases)('%s with nothing for %s deletes nothing', async (_, name, scenario) => {
		const usual = scenario.parameters[name];
		for (const nothing of NOTHING) {
			const value = isResourceLocatorValue(usual) ? { ...usual, value: nothing } : nothing;
			stage.set(scenario);
			const { told } = await stage.run(scenario, { [name]: value } as INodeParameters);
			expect(told).toMatch(
				/has an expression that returns nothing|is empty|are both empty|has no entries/,
			);
			expect(stage.writes()).toEqual([]);
		}
	});
});
