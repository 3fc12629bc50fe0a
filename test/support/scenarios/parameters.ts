import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { factsOf, type JsonSchema, type OperationFacts } from '../../../emulator/core/facts';
import type { Field } from '../../../nodes/shared/contract/field';
import type { Operation } from '../../../nodes/shared/contract/operation';
import type { VendorName } from '../stage';
import { native } from '../facts/differences';
import { candidates } from '../facts/samples';
import { ENTITIES } from './seeds';

/** What the facts know of a parameter, wherever it travels. */
function schemaOf({ request }: OperationFacts, parameter: string): JsonSchema {
	for (const place of ['body', 'query', 'path'] as const) {
		const found = parameter
			.split('.')
			.reduce<
				JsonSchema | undefined
			>((schema, step) => schema?.properties?.[step], request.parameters[place] ?? undefined);
		if (found) return found;
	}
	return {};
}

/** IDs of things of other services, one of which a field with a list takes; any other text would be a name. */
const SOME_IDS = [
	'0d0466b0-e727-4d9c-b35d-f84bb474a37f',
	...['vpc-emulator1', 'vsw-emulator1', 'subnet-emulator1', 'sg-emulator1', 'rg-emulator1'],
	...['key-emulator1', 'cluster-emulator1', 'datahub-emulator1', 'Emu1Ator'],
];

/** What a form gives, as text: of a list the entry, of several the first. */
function chosen(value: unknown): string {
	const [first] = [isResourceLocatorValue(value) ? value.value : value].flat();
	return String(first);
}

/** The likeliest value of a field that the node itself takes, as its form gives it. */
export function sampleOf(field: Field, facts: OperationFacts) {
	const { wireName, property, serialize, lookup } = field;
	const schema = schemaOf(facts, wireName);
	const values = [...candidates(facts, wireName, schema), ...(lookup ? SOME_IDS : [])];
	const given = values.map((value) => native(schema, property, value));
	return given.find((value) => {
		try {
			if (lookup && !lookup.isId.test(chosen(value))) return false;
			return serialize(value) !== undefined;
		} catch {
			return false;
		}
	});
}

const isShown = ({ displayOptions }: INodeProperties, parameters: INodeParameters): boolean =>
	Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		(values as unknown[]).includes(parameters[name]),
	);

/**
 * Parameters with which an operation is likely to succeed: things that are there by the names that
 * fields have for them, values that the vendor's documents show for whatever else has to be given,
 * and n8n's defaults for the rest.
 *
 * @param given Values that stand already
 */
export function parametersOf(
	vendor: VendorName,
	{ api, fields = [] }: Operation,
	given: INodeParameters,
): INodeParameters {
	const facts = factsOf(vendor, api);
	const parameters: INodeParameters = { ...given };
	for (const field of fields) {
		const { name, type, required, default: usual } = field.property;
		if (Object.hasOwn(parameters, name) || !isShown(field.property, parameters)) continue;
		const entity = ENTITIES[vendor][name];
		const fromFacts = type !== 'options' || usual === '';
		if (entity !== undefined) parameters[name] = entity;
		else if (required && fromFacts) parameters[name] = sampleOf(field, facts) as string;
		else parameters[name] = usual as string;
	}
	return parameters;
}
