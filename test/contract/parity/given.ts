import type { INodeParameters } from 'n8n-workflow';

import { factsOf, type OperationFacts } from '../../../emulator/core/facts';
import type { Field } from '../../../nodes/shared/contract/field';
import type { Scenario } from '../../support/scenarios';
import { sampleOf } from '../../support/scenarios/parameters';
import { changesOf, type Change } from './values';
import { VARIANTS } from './variants';

/** Parameters for a call of a scenario, and what they have of their own. */
export interface Given {
	parameters: INodeParameters;
	/** What is other than usual, if one value is. */
	change?: Omit<Change, 'value'>;
	/** Whether the node may refuse them, as an option that goes with others only. */
	perhaps: boolean;
}

/** The likeliest value of an option; one that holds several parameters has one of each. */
const sampleOfOption = (option: Field, facts: OperationFacts): unknown =>
	option.parts
		? {
				entry: Object.fromEntries(
					option.parts.map((part) => [part.property.name, sampleOf(part, facts)]),
				),
			}
		: sampleOf(option, facts);

/** Every value of the form and of the options in `base` changed, one at a time. */
function* changed({ vendor, operation }: Scenario, base: INodeParameters): Generator<Given> {
	const facts = factsOf(vendor, operation.api);
	for (const { sentIn, property } of operation.fields ?? []) {
		const now = base[property.name];
		if (sentIn === 'none' || now === undefined) continue;
		for (const { value, ...change } of changesOf(property, now)) {
			const parameters = { ...base, [property.name]: value as string };
			yield { parameters, change, perhaps: true };
		}
	}
	const chosen = (base.options ?? {}) as INodeParameters;
	for (const option of operation.options ?? []) {
		const { name } = option.property;
		if (option.sentIn === 'none') continue;
		const now = chosen[name] ?? sampleOfOption(option, facts);
		for (const { value, ...change } of changesOf(option.property, now, `options.${name}`)) {
			const options = { ...chosen, [name]: value as string };
			yield { parameters: { ...base, options }, change, perhaps: true };
		}
	}
}

/**
 * Parameters for every call of a scenario: as it is, the sets of `variants.ts`, with each option, and each of the sets
 * with every value changed.
 */
export function* givenFor(scenario: Scenario): Generator<Given> {
	const { vendor, name, operation, parameters } = scenario;
	const facts = factsOf(vendor, scenario.api);
	const sets = [{}, ...(VARIANTS[vendor][name] ?? [])].map((more) => ({ ...parameters, ...more }));
	for (const one of sets) yield { parameters: one, perhaps: false };
	for (const option of operation.options ?? []) {
		const options = {
			...(parameters.options as INodeParameters | undefined),
			[option.property.name]: sampleOfOption(option, facts) as string,
		};
		yield { parameters: { ...parameters, options }, perhaps: true };
	}
	for (const one of sets) yield* changed(scenario, one);
}
