import type { JsonSchema, OperationFacts } from '../../../emulator/core/facts';

/** Any place of a list by one name: `body.tags.#.key`. */
export const anyNumber = (place: string) => place.replace(/\.\d+(?=\.|$)/g, '.#');

/** Name of the parameter at a place of a request: `.tags.0.key`. */
const parameterAt = (place: string) =>
	place.replace(/^(query|form|body)(?=\.)/, '').replace(/\.JSON(?=\.|$)/, '');

/** A parameter that the facts have, by its name: `.tags.#.key`. */
type Named = [name: string, schema: JsonSchema];

/** Every value that a schema has a place for, and every list. */
function namedIn(schema: JsonSchema, name: string): Named[] {
	const { properties, items, contentSchema } = schema;
	if (contentSchema) return namedIn(contentSchema, name);
	if (items) return [[name, schema], ...namedIn(items, `${name}.#`)];
	if (!properties) return [[name, schema]];
	return Object.entries(properties).flatMap(([member, one]) => namedIn(one, `${name}.${member}`));
}

export function namedOf({ request: { parameters } }: OperationFacts): Named[] {
	const { query, body } = parameters;
	return [query, body].flatMap((schema) => (schema ? namedIn(schema, '') : []));
}

/** `tags`, `tags.#`, `tags.#.key` of the last one. */
export const prefixesOf = (name: string) =>
	name.split('.').map((_, i, steps) => steps.slice(0, i + 1).join('.'));

/** Names of all parameters of an operation and of everything within them: `tags`, `tags.#`, `tags.#.key`. */
export function parametersOf({ request: { parameters } }: OperationFacts): string[] {
	const { path, query, body } = parameters;
	return [path, query, body].flatMap((schema) =>
		schema ? namedIn(schema, '').flatMap(([name]) => prefixesOf(name.slice(1))) : [],
	);
}

/** What the requests of an operation have carried. */
export class Sent {
	/** Values by place, with the numbers of lists in it. */
	private readonly values = new Map<string, Set<string>>();

	add(wire: Map<string, string>): void {
		for (const [place, value] of wire) {
			const name = parameterAt(place);
			this.values.set(name, (this.values.get(name) ?? new Set()).add(value));
		}
	}

	private of(wanted: string): string[] {
		return [...this.values].flatMap(([name, values]) =>
			anyNumber(name) === wanted ? [...values] : [],
		);
	}

	/** Whether a parameter, or something within it, was sent at all. */
	has(wanted: string): boolean {
		return [...this.values.keys()].some((name) => `${anyNumber(name)}.`.startsWith(`${wanted}.`));
	}

	private hasSecondEntry(wanted: string): boolean {
		const numbers = [...this.values.keys()].map((name) => {
			const steps = name.split('.');
			const length = wanted.split('.').length;
			return anyNumber(steps.slice(0, length).join('.')) === wanted ? steps[length] : undefined;
		});
		return new Set(numbers.filter((number) => /^\d+$/.test(number ?? ''))).size > 1;
	}

	/** Kinds of values that a list or a switch has to be sent with and was not. */
	lacks([name, schema]: Named): string[] {
		if (schema.items) {
			return Number(schema.maxItems ?? 2) < 2 || this.hasSecondEntry(name) ? [] : ['several'];
		}
		if (![schema.type].flat().includes('boolean')) return [];
		const sent = this.of(name);
		return ['true', 'false'].filter((one) => !sent.includes(one) && !sent.includes(`"${one}"`));
	}
}
