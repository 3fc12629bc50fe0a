import type { JsonSchema } from '../../../emulator/core/facts';
import { raw } from '../code/code';
import { singularOf, titled, wordsOf } from '../naming';
import type { Parameter } from '../parameters';
import { isType, membersOf } from '../parameters';
import type { FieldCode, Made, Making } from './making';
import { builder, named } from './making';
import { called } from './presentation';
import { countOf } from './rules';

/** Fields with a form of their own: objects and lists of them. */

const isTexts = ({ items = {} }: JsonSchema) => !items.enum && !items.properties;

/** Texts and lists of texts can be left empty in a row; numbers and switches cannot. */
const canBeEmpty = (schema: JsonSchema): boolean =>
	!schema.enum && (isType(schema, 'string') || (isType(schema, 'array') && isTexts(schema)));

const examplesIn = (examples: unknown[], name: string): unknown[] =>
	examples
		.flatMap((one) => (Array.isArray(one) ? (one as unknown[]) : [one]))
		.map((one) => (one as Record<string, unknown> | null)?.[name])
		.filter((one) => one !== undefined);

const singularLabel = (label: string) => titled(singularOf(wordsOf(label)));

/** The columns of a form; what is optional and cannot be empty goes into a collection. */
function columnsOf({ context, parameter }: Making, row: JsonSchema) {
	const members = membersOf(row, parameter.place, (name) => examplesIn(parameter.examples, name));
	const isShown = ({ required, schema }: Parameter) => required || canBeEmpty(schema);
	const written = (list: Parameter[]): FieldCode[] =>
		list.map((one) => context.write(one, 'column'));
	const shown = written(members.filter(isShown));
	const extra = written(members.filter((one) => !isShown(one)));
	const collection = extra.map(({ text }) => text).join(', ');
	return {
		fields: [
			...shown.map(({ text }) => raw(text)),
			...(extra.length > 0 ? [raw(`extras([${collection}])`)] : []),
		],
		imports: [
			...[...shown, ...extra].flatMap(({ imports }) => imports),
			...(extra.length > 0 ? [builder('extras')] : []),
		],
	};
}

/** A list of objects as rows, or an object as one. */
export function form(making: Making): Made {
	const { schema, options, parameter, label } = making;
	const isList = isType(schema, 'array');
	const row = isList ? (schema.items ?? {}) : schema;
	if (!row.properties) return pairs(making, row);
	const { fields, imports } = columnsOf(making, row);
	const entry = isList ? singularLabel(label) : 'Settings';
	const count = isList ? countOf(schema, parameter.required) : undefined;
	const made = { ...making, options: { ...options, entry, count, fields } };
	return called(isList ? 'rows' : 'record', 'fixedCollection', made, imports);
}

/** An object with names of the user's choice. */
function pairs(making: Making, { additionalProperties: worth }: JsonSchema): Made {
	const { options, label, context } = making;
	if (typeof worth !== 'object') {
		context.draft.checks.push(`The facts do not say what ${named(making)} contains.`);
	}
	const made: Making = {
		...making,
		options: {
			...options,
			entry: singularLabel(label),
			key: raw("text('key', 'Key', { required: true, placeholder: 'e.g. name' })"),
			value: raw("text('value', 'Value', { required: true, placeholder: 'e.g. value' })"),
		},
	};
	return called('pairs', 'fixedCollection', made, [builder('text')]);
}
