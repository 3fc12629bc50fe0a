import { decodeFields, type Field } from '../../core/encoding';
import type { JsonSchema, OperationFacts } from '../../core/facts';
import { readText, validateRequest } from '../../core/validation';
import type { RawRequest } from '../../http/request';
import type { Reject } from '../answers/errors';
import { rejectProblems } from './problems';

/** Parameters of the RPC envelope, no operation's own. */
export const ENVELOPE = [
	'Action',
	'Version',
	'Format',
	'AccessKeyId',
	'Signature',
	'SignatureMethod',
	'SignatureVersion',
	'SignatureNonce',
	'Timestamp',
	'SecurityToken',
];

const FORM = 'application/x-www-form-urlencoded';

/** All parameters, of the query and of a form body; null when one is malformed or of another kind. */
export function fieldsOf(request: RawRequest): Field[] | null {
	const isForm = (request.header('content-type') ?? '').startsWith(FORM);
	if (!isForm && request.body.length) return null;
	const query = decodeFields(request.query);
	const body = isForm ? decodeFields(request.body.toString('utf8')) : [];
	return query && body ? [...query, ...body] : null;
}

/** The value of a parameter; undefined when it was not sent. */
export function fieldOf(fields: readonly Field[], name: string): string | undefined {
	return fields.find(([key]) => key === name)?.[1];
}

/** Decodes and validates an operation's own parameters; refuses any it does not have. */
export function readParameters(
	fields: readonly Field[],
	facts: OperationFacts,
	reject: Reject,
): Record<string, unknown> {
	const own = fields.filter(([name]) => !ENVELOPE.includes(name));
	const query = unflatten(own, facts.request.parameters.query ?? {});
	const problems = validateRequest(facts, { query });
	if (problems.length) rejectProblems(problems, reject);
	return query;
}

/**
 * Rebuilds an operation's parameters from the flat wire form: `Tag.1.Key` becomes
 * `{ Tag: [{ Key }] }` where the schema has a list, numbers and booleans are read from text. What
 * fits nothing keeps its flat name and is refused by the validation.
 */
export function unflatten(fields: readonly Field[], schema: JsonSchema): Record<string, unknown> {
	const result: Record<string, unknown> = {};
	for (const [name, text] of fields) {
		if (!place(result, name.split('.'), text, schema)) result[name] = text;
	}
	return result;
}

/** Puts one value at its place; false when the schema has no such place. */
function place(
	target: Record<string, unknown>,
	steps: string[],
	text: string,
	schema: JsonSchema,
): boolean {
	const [step, ...rest] = steps;
	if (!schema.properties || !Object.hasOwn(schema.properties, step)) return false;
	const member = schema.properties[step];
	if (member.type === 'array' && member.items) {
		target[step] ??= [];
		return placeItem(target[step] as unknown[], rest, text, member.items);
	}
	if (member.type === 'object') {
		target[step] ??= {};
		return place(target[step] as Record<string, unknown>, rest, text, member);
	}
	if (rest.length) return false;
	target[step] = readText(member, text);
	return true;
}

/** Items are numbered from 1 without gaps; they may come in any order. */
function placeItem(list: unknown[], steps: string[], text: string, items: JsonSchema): boolean {
	const [number, ...rest] = steps;
	if (!/^[1-9]\d{0,3}$/.test(number ?? '')) return false;
	const index = Number(number) - 1;
	if (items.type === 'object') {
		list[index] ??= {};
		return place(list[index] as Record<string, unknown>, rest, text, items);
	}
	if (rest.length) return false;
	list[index] = readText(items, text);
	return true;
}
