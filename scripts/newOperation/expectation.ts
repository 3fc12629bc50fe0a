import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/contract/badInput';
import type { OperationContext } from '../../nodes/shared/contract/context';
import type { Field } from '../../nodes/shared/contract/field';
import type { Operation } from '../../nodes/shared/contract/operation';
import type { ApiRequest } from '../../nodes/shared/contract/vendor';
import { LIMIT } from '../../nodes/shared/form/nodeOptions';
import { regionOption } from '../../nodes/shared/form/regionOption';
import { native } from '../../test/support/facts/differences';
import { candidates } from '../../test/support/facts/samples';
import type { Parameter } from './parameters';
import { INSTANCE_ID } from './vendors/content';
import type { Draft, Row, Sent, VendorProfile } from './vendors/vendor';

/** What a test of the operation gives and expects, found by running the operation's own code. */

/** A value as the form has it, and what goes on the wire for it. */
interface Given {
	field: Field;
	value: unknown;
	wire: unknown;
}

/** Rows that a list returns by default. */
const DEFAULT_LIMIT = 50;

const parsed = (text: unknown): unknown => {
	try {
		return JSON.parse(String(text)) as unknown;
	} catch {
		return undefined;
	}
};

/** The value of a parameter as n8n's form gives it. */
function formValue({ schema }: Parameter, property: INodeProperties, value: unknown): unknown {
	const { contentSchema } = schema;
	return contentSchema
		? native(contentSchema, property, parsed(value))
		: native(schema, property, value);
}

function valuesFor({ facts, checks }: Draft, { wireName, schema }: Parameter): unknown[] {
	try {
		// The documents print placeholders in paths.
		return candidates(facts, wireName, schema).filter((value) => !/^\{\w+\}$/.test(String(value)));
	} catch (error) {
		checks.push(`${(error as Error).message}: add some to test/support/facts/samples.ts.`);
		return [];
	}
}

/** The likeliest value that the field takes. */
function givenFor(
	profile: VendorProfile,
	draft: Draft,
	field: Field,
	parameter: Parameter,
): Given | undefined {
	const isInstance = parameter.wireName === profile.instance && parameter.required;
	if (isInstance) return { field, value: INSTANCE_ID, wire: INSTANCE_ID };
	const isLocator = field.property.type === 'resourceLocator';
	for (const value of valuesFor(draft, parameter)) {
		const given = isLocator ? value : formValue(parameter, field.property, value);
		try {
			const wire = field.serialize(given);
			if (wire !== undefined) return { field, value: given, wire };
		} catch {
			// Another value may do.
		}
	}
	return undefined;
}

/** Everything that a test of the operation is made of. */
export interface Expectation {
	fields: Given[];
	options: Given[];
	sent: Sent;
	items: Row[];
	/** A parameter that is refused: where it stands, its value, and what the error says. */
	refused: { property: INodeProperties; value: unknown; isOption: boolean; error: string };
}

function sentBy(operation: Operation, given: Given[]): Sent {
	const { constant = {}, pages } = operation;
	const sent: Sent = { path: {}, query: { ...constant.query }, body: { ...constant.body } };
	for (const { field, value, wire } of given) {
		if (field.sentIn === 'path') sent.path[field.wireName] = value;
		else if (field.sentIn !== 'none') sent[field.sentIn][field.wireName] = wire;
	}
	if (pages) {
		const asked = pages.at(0, Math.min(pages.size, DEFAULT_LIMIT));
		Object.assign(sent[pages.sentIn ?? 'query'], asked);
	}
	return sent;
}

/** The items that come out for the handler's answer. */
function itemsOf(operation: Operation, answer: Row, sent: Sent, given: Given[]): Row[] {
	const { pages, outcome } = operation;
	if (pages) return pages.rows(answer as IDataObject).slice(0, DEFAULT_LIMIT);
	if (!outcome) return [answer];
	const request = { body: sent.body, query: sent.query, path: '' } as unknown as ApiRequest;
	const valueOf = (name: string) => {
		const found = given.find(({ field }) => field.property.name === name);
		if (!found)
			throw new Error(`The outcome asks for '${name}', which the operation does not have`);
		return found.value;
	};
	const item = { nodeParameter: valueOf, isOn: () => true } as unknown as OperationContext;
	return outcome(answer as IDataObject, request, item).map(({ json }) => json);
}

/** What is wrong with a value, in the words of the error; `undefined` where it is taken. */
function errorOf(field: Field, value: unknown): string | undefined {
	try {
		field.serialize(value);
		return undefined;
	} catch (error) {
		return error instanceof BadInput ? error.message : undefined;
	}
}

/** Values that a field may refuse, the most telling first. */
function badValues({ property }: Field): unknown[] {
	const { minValue, maxValue } = property.typeOptions ?? {};
	switch (property.type) {
		case 'number':
			return [
				...(Number.isSafeInteger(maxValue) && maxValue !== Number.MAX_SAFE_INTEGER
					? [Number(maxValue) + 1]
					: []),
				...(minValue === undefined ? [] : [Number(minValue) - 1]),
				1.5,
			];
		case 'options':
			return property.options ? ['no-such-value'] : [''];
		case 'string':
			return ['no such\u0007value', 'x'.repeat(300), ''];
		case 'resourceLocator':
			return [''];
		default:
			return [];
	}
}

/** How telling it is that a field refuses something: rules of its own before a missing value. */
const TELLING: readonly string[] = ['number', 'options', 'string', 'resourceLocator'];

/** An expression without a value, since n8n itself lets nothing run whose required field is empty. */
const NOTHING = "={{ '' }}";

/** The option that every operation has. */
const REGION = regionOption('');

function refusedBy({ pages, fields = [], options = [] }: Operation): Expectation['refused'] {
	const rank = ({ field: { property } }: { field: Field }) => TELLING.indexOf(property.type);
	const own = [
		...fields.map((field) => ({ field, isOption: false })),
		...options.map((field) => ({ field, isOption: true })),
	]
		.filter((one) => rank(one) >= 0 && !one.field.property.typeOptions?.password)
		.sort((a, b) => rank(a) - rank(b))
		.flatMap((one) => badValues(one.field).map((value) => ({ ...one, value })));
	const every = [
		...own,
		...(pages ? [{ field: LIMIT, isOption: false, value: 0 }] : []),
		{ field: REGION, isOption: true, value: 'no region' },
	];
	const [found] = every.flatMap(({ field, isOption, value }) => {
		const error = errorOf(field, value);
		const { property } = field;
		const given = value === '' && property.required ? NOTHING : value;
		return error === undefined ? [] : [{ property, value: given, isOption, error }];
	});
	return found;
}

/** Whether the documents' first example has a parameter; all count where there is none. */
function isInExample({ facts: { examples } }: Draft, { wireName, place }: Parameter): boolean {
	if (examples.length === 0) return true;
	return Object.hasOwn(examples[0].request?.[place] ?? {}, wireName);
}

/** Runs the operation in mind, without a network. */
export function expectationOf(
	profile: VendorProfile,
	draft: Draft,
	operation: Operation,
	parameters: { fields: Parameter[]; options: Parameter[] },
): Expectation {
	const all = (fields: Field[] = [], from: Parameter[]) =>
		fields.flatMap((field, i) => givenFor(profile, draft, field, from[i]) ?? []);
	const fields = all(operation.fields, parameters.fields);
	const shown = new Set(
		parameters.options.filter((one) => isInExample(draft, one)).map(({ wireName }) => wireName),
	);
	const options = all(operation.options, parameters.options).filter(({ field }) =>
		shown.has(field.wireName),
	);
	const sent = sentBy(operation, [...fields, ...options]);
	return {
		fields,
		options,
		sent,
		items: itemsOf(operation, profile.decoded(draft), sent, [...fields, ...options]),
		refused: refusedBy(operation),
	};
}
