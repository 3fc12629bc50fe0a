import type { INodeProperties } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { BadInput, missing } from '../contract/badInput';
import type { Field } from '../contract/field';
import { isShown } from '../contract/field';
import { isExpression, isNothing, isPlain } from '../contract/nothing';

/**
 * The one rule for an expression that gives nothing: it is refused by the name of its field before
 * anything is sent. Taken for "not set", it would switch a guard off, widen what a request is for, or buy
 * a default. Only what the user left blank is not set.
 */

/** A parameter of a form, and those inside it. */
export interface FormEntry extends Partial<
	Pick<Field, 'wireName' | 'neededIfShown' | 'mayBeBlank' | 'takesSeveral' | 'columns'>
> {
	readonly property: INodeProperties;
}

/** The entries inside one: columns of rows, or options of a collection. */
function columnsOf({ columns, property }: FormEntry): readonly FormEntry[] {
	if (columns) return columns;
	const inner = (property.options ?? []) as Array<INodeProperties & { values?: INodeProperties[] }>;
	if (property.type === 'collection') return inner.map((one) => ({ property: one }));
	if (property.type !== 'fixedCollection') return [];
	return inner.flatMap(({ values = [] }) => values).map((one) => ({ property: one }));
}

/** A column by the name of its node parameter or, as expressions may give it, of the API. */
export const columnIn = (entry: FormEntry, name: string): FormEntry | undefined =>
	columnsOf(entry).find(({ property, wireName }) => property.name === name || wireName === name);

const memberOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

/** The column of a row with this name, unless it is not shown for what others of the row hold. */
function shownIn(entry: FormEntry, row: unknown, name: string): FormEntry | undefined {
	const column = columnIn(entry, name);
	const sibling = (other: string) =>
		memberOf(row, other) ?? memberOf(row, columnIn(entry, other)?.wireName ?? other);
	return column && isShown(column, sibling) ? column : undefined;
}

function returnsNothing({ property, neededIfShown }: FormEntry, isOption: boolean) {
	const { displayName, required } = property;
	if (required || neededIfShown) return missing(displayName);
	return isOption
		? new BadInput(displayName, 'is empty', 'Check the expression, or remove the option.')
		: new BadInput(
				displayName,
				'has an expression that returns nothing',
				'Check the expression, or clear the field.',
			);
}

const hasEmptyEntry = ({ property: { displayName } }: FormEntry) =>
	new BadInput(
		displayName,
		'contains an empty entry',
		'Check the expression that returns the list.',
	);

/** A form may also be given as JSON in a text. */
function contentOf(entry: FormEntry, value: unknown): unknown {
	if (typeof value !== 'string' || columnsOf(entry).length === 0) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/** Checks what an expression gave, at any depth. */
function checkGiven(entry: FormEntry, value: unknown, isOption: boolean): void {
	if (value === '' && entry.mayBeBlank === true) return;
	if (isNothing(value)) throw returnsNothing(entry, isOption);
	const content = contentOf(entry, value);
	if (typeof content !== 'object' || content === null) return;
	if (Array.isArray(content)) {
		if (content.some(isNothing)) throw hasEmptyEntry(entry);
		for (const one of content) checkGiven(entry, one, isOption);
		return;
	}
	if (!isPlain(content)) return;
	for (const [name, member] of Object.entries(content)) {
		const column = shownIn(entry, content, name);
		if (column) checkGiven(column, member, false);
		// The form's own shape: rows are in a member of that name.
		else if (name === 'entry') checkGiven(entry, member, isOption);
	}
}

/** Checks whatever in a parameter is an expression. */
function check(entry: FormEntry, written: unknown, value: unknown, isOption = false): void {
	if (isResourceLocatorValue(written)) {
		return check(entry, written.value, isResourceLocatorValue(value) ? value.value : value);
	}
	if (isExpression(written)) return checkGiven(entry, value, isOption);
	if (typeof written !== 'object' || written === null) return;
	for (const [name, one] of Object.entries(written)) {
		const column = shownIn(entry, value, name);
		if (column) check(column, one, memberOf(value, name), entry.property.type === 'collection');
		else if (!columnIn(entry, name)) check(entry, one, memberOf(value, name), isOption);
	}
}

/**
 * Refuses an expression that gives nothing, in whatever is shown.
 *
 * @param written The parameters as they stand in the node, with expressions
 * @param parameterOf What they give
 * @throws {BadInput}
 */
export function refuseNothing(
	entries: readonly FormEntry[],
	written: Readonly<Record<string, unknown>>,
	parameterOf: (name: string) => unknown,
): void {
	for (const entry of entries) {
		const { name } = entry.property;
		if (!Object.hasOwn(written, name) || !isShown(entry, parameterOf)) continue;
		check(entry, written[name], parameterOf(name));
	}
}
