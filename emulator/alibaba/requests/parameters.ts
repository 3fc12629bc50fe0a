import type { Field } from '../../core/encoding';
import type { JsonSchema } from '../../core/facts';
import { readText } from '../../core/validation';

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
