import addFormats from 'ajv-formats';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';

import type { JsonSchema, OperationFacts } from './facts';

export type Place = 'path' | 'query' | 'body';

/** One reason why a request does not fit the facts. */
export interface Problem {
	place: Place;
	/** Parameter as the API names it, nested ones as `topics[0].name`; empty for the whole body. */
	parameter: string;
	kind: 'missing' | 'unknown' | 'type' | 'value';
	/** What is wrong, to be read after the parameter's name. */
	text: string;
}

/** The decoded parts of a request; a part the operation does not have may be absent. */
export interface RequestParts {
	path?: unknown;
	query?: unknown;
	body?: unknown;
}

/** Spares ajv what checks the schemas themselves, which takes longer than to load the emulator; a test does it. */
export const UNCHECKED_SCHEMAS = { meta: false, validateSchema: false } as const;

const ajv = new Ajv2020({ ...UNCHECKED_SCHEMAS, strict: false, allErrors: true, verbose: true });
addFormats(ajv);

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * Holds a request against the operation's schemas: required parameters, types as on the wire,
 * ranges, enums; a parameter the operation does not know is a problem too.
 */
export function validateRequest(facts: OperationFacts, parts: RequestParts): Problem[] {
	const problems: Problem[] = [];
	for (const place of ['path', 'query', 'body'] as const) {
		const schema = facts.request.parameters[place];
		const value = parts[place];
		if (schema) problems.push(...check(schema, place, value ?? {}));
		else problems.push(...unexpected(place, value));
	}
	return problems;
}

function unexpected(place: Place, value: unknown): Problem[] {
	if (value === undefined || value === null) return [];
	const names = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [''];
	if (place === 'body') {
		return [{ place, parameter: names[0] ?? '', kind: 'unknown', text: 'no body is expected' }];
	}
	return names.map((parameter) => unknownParameter(place, parameter));
}

function unknownParameter(place: Place, parameter: string): Problem {
	return { place, parameter, kind: 'unknown', text: 'is not a parameter of this operation' };
}

function check(schema: JsonSchema, place: Place, value: unknown): Problem[] {
	let validate = compiled.get(schema);
	if (!validate) {
		validate = ajv.compile(closed(schema));
		compiled.set(schema, validate);
	}
	const problems = validate(value) ? [] : (validate.errors ?? []).map((e) => problem(e, place));
	return [...problems, ...embeddedJson(schema, place, value)];
}

/** The schema with unknown members refused in every object whose members are listed. */
export function closed(schema: JsonSchema): JsonSchema {
	const copy: JsonSchema = { ...schema };
	if (schema.properties) {
		copy.properties = Object.fromEntries(
			Object.entries(schema.properties).map(([name, member]) => [name, closed(member)]),
		);
		copy.additionalProperties ??= false;
	}
	if (schema.items) copy.items = closed(schema.items);
	return copy;
}

function problem(error: ErrorObject, place: Place): Problem {
	const parent = parameterName(error.instancePath);
	const member = (name: string) => (parent ? `${parent}.${name}` : name);
	switch (error.keyword) {
		case 'required':
			return {
				place,
				parameter: member(String(error.params.missingProperty)),
				kind: 'missing',
				text: 'is mandatory',
			};
		case 'additionalProperties':
			return unknownParameter(place, member(String(error.params.additionalProperty)));
		case 'type':
			return { place, parameter: parent, kind: 'type', text: error.message ?? 'has a wrong type' };
		default: {
			const allowed = Array.isArray(error.schema) ? `: ${error.schema.join(', ')}` : '';
			return { place, parameter: parent, kind: 'value', text: `${error.message}${allowed}` };
		}
	}
}

/** `/topics/0/name` as `topics[0].name`. */
function parameterName(pointer: string): string {
	const steps = pointer.split('/').slice(1);
	const names = steps.map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));
	return names.map((s, i) => (/^\d+$/.test(s) ? `[${s}]` : i ? `.${s}` : s)).join('');
}

/** Text parameters that carry JSON (contentSchema) are held against that schema, left open. */
function embeddedJson(schema: JsonSchema, place: Place, value: unknown): Problem[] {
	const problems: Problem[] = [];
	for (const [parameter, member] of Object.entries(schema.properties ?? {})) {
		const text = (value as Record<string, unknown> | null)?.[parameter];
		if (!member.contentSchema || typeof text !== 'string') continue;
		try {
			const validate = ajv.compile(member.contentSchema);
			if (validate(JSON.parse(text))) continue;
			const inner = ajv.errorsText(validate.errors, { dataVar: 'it' });
			problems.push({ place, parameter, kind: 'value', text: `holds wrong JSON: ${inner}` });
		} catch {
			problems.push({ place, parameter, kind: 'value', text: 'must be JSON text' });
		}
	}
	return problems;
}

/**
 * Reads a parameter sent as text (path, query, form) as the type its schema has: `3` becomes 3 for
 * an integer, `true` becomes true for a boolean. Text that does not fit stays text, which the
 * validation then refuses.
 */
export function readText(schema: JsonSchema | undefined, text: string): unknown {
	const types = schema?.type === undefined ? [] : [schema.type].flat();
	if (types.includes('integer') && /^-?\d+$/.test(text)) return Number(text);
	if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
	if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
	return text;
}
