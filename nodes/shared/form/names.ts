import { isResourceLocatorValue } from 'n8n-workflow';

import { BadInput } from '../contract/badInput';
import type { Field } from '../contract/field';
import { isExpression } from '../contract/nothing';
import type { FormEntry } from './nothing';
import { columnIn } from './nothing';

/** What is meant by a name: the one that an expression gives, and one that can be read. */

/** What an expression gave, at any depth: a text is one name, whatever commas are in it. */
function single(entry: FormEntry, value: unknown): unknown {
	if (typeof value === 'string') return entry.takesSeveral ? [value] : value;
	return withParts(entry, value, (inner, one) => single(inner, one));
}

/** A form with each of its parts as the function gives it; all else as it is. */
function withParts(
	entry: FormEntry,
	value: unknown,
	part: (inner: FormEntry, one: unknown, name: string) => unknown,
): unknown {
	if (!entry.columns || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((one, index) => part(entry, one, String(index)));
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [
			name,
			part(columnIn(entry, name) ?? entry, one, name),
		]),
	);
}

/**
 * A parameter in which each text of an expression is one name: clients name consumer groups, and Kafka
 * allows commas in their names. Only what is typed is split at its commas.
 *
 * @param written The parameter as it stands in the node, with expressions
 * @param value What it gives
 */
export function asMeant(entry: FormEntry, written: unknown, value: unknown): unknown {
	if (isResourceLocatorValue(written)) return value;
	if (isExpression(written)) return single(entry, value);
	if (typeof written !== 'object' || written === null) return value;
	return withParts(entry, value, (inner, one, name) =>
		asMeant(inner, (written as Record<string, unknown>)[name], one),
	);
}

/** Characters that nobody sees, and blanks that look like the usual one. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

const isNewName = ({ wireName, property }: Field): boolean =>
	property.type === 'string' &&
	!property.typeOptions?.password &&
	!property.typeOptions?.rows &&
	(/name$/i.test(wireName) || /\bName$/.test(property.displayName));

/**
 * Refuses a new name that looks like another one: "orders " beside "orders", as it comes out of a sheet, or
 * an "ü" of two characters beside one of one.
 *
 * @param wire The name as it would be sent
 * @throws {BadInput}
 */
export function refuseUnseen(field: Field, wire: unknown): void {
	if (!isNewName(field)) return;
	const { displayName } = field.property;
	if (typeof wire !== 'string') return;
	if (INVISIBLE.test(wire)) {
		const advice = 'Remove line breaks, tabs, and zero-width or special spaces.';
		throw new BadInput(displayName, 'contains a character that is not visible', advice);
	}
	if (wire.normalize('NFC') !== wire) {
		const advice = 'Write it in the usual way, in an expression with .normalize().';
		throw new BadInput(displayName, 'contains a letter that can be written in two ways', advice);
	}
	if (wire.trim() !== wire) {
		const advice = 'Remove the space, in an expression with .trim().';
		throw new BadInput(displayName, 'begins or ends with a space', advice);
	}
}
