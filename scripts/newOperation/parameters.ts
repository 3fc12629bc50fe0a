import type { JsonSchema } from '../../emulator/core/facts';
import type { Facts } from './facts';

export type Place = 'path' | 'query' | 'body';

/** A parameter of the API operation. */
export interface Parameter {
	wireName: string;
	/** Where the reference has it. */
	place: Place;
	schema: JsonSchema;
	required: boolean;
	/** Values in the documents' examples. */
	examples: unknown[];
}

const PLACES: readonly Place[] = ['path', 'query', 'body'];

function examplesOf(facts: Facts, place: Place, name: string): unknown[] {
	return facts.examples
		.map(({ request }) => request?.[place])
		.filter((part) => part && Object.hasOwn(part, name))
		.map((part) => (part as Record<string, unknown>)[name]);
}

/** The members of an object of the reference, in its order. */
export function membersOf(
	{ properties = {}, required = [] }: JsonSchema,
	place: Place,
	examplesFor: (name: string) => unknown[],
): Parameter[] {
	return Object.entries(properties).map(([wireName, schema]) => ({
		wireName,
		place,
		schema,
		required: required.includes(wireName),
		examples: examplesFor(wireName),
	}));
}

/** All parameters in the reference's order; those of the path as they stand there. */
export function parametersOf(facts: Facts): Parameter[] {
	const { path, parameters } = facts.request;
	const order = (name: string) => path.indexOf(`{${name}}`);
	return PLACES.flatMap((place) => {
		const schema = parameters[place];
		if (!schema) return [];
		const found = membersOf(schema, place, (name) => examplesOf(facts, place, name));
		if (place !== 'path') return found;
		return found.sort((a, b) => order(a.wireName) - order(b.wireName));
	});
}

/** Members of a schema at any depth, with their descriptions. */
const describedIn = (name: string, schema: JsonSchema): Array<[string, string]> => [
	[name, String(schema.description ?? '')],
	...[schema, schema.items ?? {}, schema.contentSchema ?? {}].flatMap(({ properties = {} }) =>
		Object.entries(properties).flatMap(([inner, one]) => describedIn(inner, one)),
	),
];

/** A name that is no plain word: `task_name`, `RuleName`. */
const isCoined = (name: string) => /_|[a-z][A-Z]/.test(name);

/** Wire names that descriptions of parameters mention, which a form has labels for. */
export function wireNamesIn(parameters: Parameter[]): string[] {
	const all = parameters.flatMap(({ wireName, schema }) => describedIn(wireName, schema));
	const words = new Set(all.flatMap(([, text]) => text.match(/\w+/g) ?? []));
	return [...new Set(all.map(([name]) => name))].filter(
		(name) => isCoined(name) && words.has(name),
	);
}

/** The types of a schema but null; a vendor may take two, of which the first is the API's own. */
export const typesOf = ({ type }: JsonSchema): string[] =>
	[type].flat().filter((one): one is string => one !== undefined && one !== 'null');

export const isType = (schema: JsonSchema, type: string): boolean => typesOf(schema).includes(type);

/** The only value that a parameter can have, if there is only one. */
export const onlyValue = ({ enum: values }: JsonSchema): unknown =>
	values?.length === 1 ? values[0] : undefined;
