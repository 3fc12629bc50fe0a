import type { INodeProperties } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { BadInput, quoted } from '../../contract/badInput';
import type { Field } from '../../contract/field';
import { isShown, propertyName } from '../../contract/field';
import { byLabel } from '../labels';
import type { Common } from './base';
import { field } from './base';

interface RowsOptions extends Common {
	/** Singular name on the button: "Add Tag". */
	entry: string;
	/** What each row asks for. */
	fields: Field[];
	count?: readonly [number, number];
}

/** The n8n properties of nested fields; only the outermost field is routed. */
const columns = (fields: Field[]): INodeProperties[] =>
	fields.map(({ property }) => {
		const { routing: _, ...column } = property;
		return column;
	});

function toObject(fields: Field[], row: unknown, where: string): Record<string, unknown> {
	if (typeof row !== 'object' || row === null || Array.isArray(row)) {
		throw new BadInput(
			where,
			'contains an entry that is not an object',
			'Provide each entry as an object.',
		);
	}
	const values = row as Record<string, unknown>;
	// Expressions may give rows in the names of the API instead of the ones of the form.
	const given = ({ property, wireName }: Field) => {
		const value = values[property.name] ?? values[wireName];
		return isResourceLocatorValue(value) ? value.value : value;
	};
	const inRow = (name: string) => {
		const sibling = fields.find(({ property }) => property.name === name);
		return sibling ? given(sibling) : values[name];
	};
	const object: Record<string, unknown> = {};
	for (const field of fields) {
		const { property, wireName, serialize } = field;
		if (wireName === BESIDE) {
			Object.assign(object, serialize({ ...values, ...(values[property.name] as object) }));
			continue;
		}
		if (!isShown(field, inRow)) continue;
		const wire = serialize(given(field));
		if (wire !== undefined) object[wireName] = wire;
	}
	return object;
}

/** Instead of a wire name: the values travel beside the row's own ones. */
const BESIDE = '';

/**
 * Optional parameters of a row. n8n gives every column of a row its default, so that a number or a
 * switch among them could not be left out; in this collection it can.
 */
export function extras(fields: Field[], displayName = 'Settings', entry = 'Setting'): Field {
	const options = columns(fields).sort((a, b) => byLabel(a.displayName, b.displayName));
	return {
		...field(
			BESIDE,
			displayName,
			{
				name: propertyName(displayName.toLowerCase().replace(/ /g, '_')),
				placeholder: `Add ${entry}`,
			},
			{ type: 'collection', default: {}, options },
			(value) => value,
		),
		columns: fields,
		serialize: (row) => toObject(fields, row, displayName),
	};
}

/** Rows of a form, or a list that an expression gives; anything else would be lost without a word. */
function entriesOf(label: string, value: unknown): unknown[] {
	const given = Array.isArray(value) ? value : ((value as { entry?: unknown }).entry ?? value);
	if (Array.isArray(given)) return given;
	if (typeof given === 'object' && Object.keys(given as object).length === 0) return [];
	throw new BadInput(label, 'is not a list', 'Provide a list of objects.');
}

/** A list of objects, as a form with one row an entry. */
export function rows(wireName: string, displayName: string, options: RowsOptions): Field {
	const { entry, fields, count } = options;
	const built = field(
		wireName,
		displayName,
		{ placeholder: `Add ${entry}`, ...options },
		{
			type: 'fixedCollection',
			default: {},
			typeOptions: { multipleValues: true },
			options: [{ displayName: entry, name: 'entry', values: columns(fields) }],
		},
		(value) => {
			const given = entriesOf(displayName, value);
			if (given.length === 0 && !options.required) return undefined;
			const [least, most] = count ?? [options.required ? 1 : 0, Infinity];
			if (given.length < least || given.length > most) {
				throw new BadInput(
					displayName,
					`has ${given.length} entries`,
					`Enter at least ${least}${most === Infinity ? '' : ` and at most ${most}`}.`,
				);
			}
			return given.map((row) => toObject(fields, row, displayName));
		},
	);
	return { ...built, columns: fields };
}

const isEmpty = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** One object, as a form that the user opens when it is needed. */
export function record(wireName: string, displayName: string, options: RowsOptions): Field {
	const { entry, fields } = options;
	const built = field(
		wireName,
		displayName,
		{ placeholder: `Add ${entry}`, ...options },
		{
			type: 'fixedCollection',
			default: {},
			options: [{ displayName: entry, name: 'entry', values: columns(fields) }],
		},
		(value) => {
			const given = (value as { entry?: unknown }).entry ?? value;
			// A form that is opened and left empty says nothing, whatever its columns need.
			if (!options.required && isEmpty(given)) return undefined;
			const object = toObject(fields, given, displayName);
			return Object.keys(object).length > 0 ? object : undefined;
		},
	);
	return { ...built, columns: fields };
}

/**
 * Parameters that need each other, as one form in the options, so that none of them is forgotten. On the
 * wire they are what they would be alone.
 *
 * @param name Name of the n8n property; no parameter of the API has it
 */
export function group(name: string, displayName: string, options: RowsOptions): Field {
	return { ...record(name, displayName, options), parts: options.fields };
}

interface PairsOptions extends Common {
	entry: string;
	/** What names an entry, and what it holds. */
	key: Field;
	value: Field;
}

/** One object with names of the user's choice, as a form with one row for each. */
export function pairs(wireName: string, displayName: string, options: PairsOptions): Field {
	const { key, value, ...common } = options;
	const form = rows(wireName, displayName, { ...common, fields: [key, value] });
	const asObject = (given: unknown) => {
		const entries = form.serialize(given) as Array<Record<string, unknown>> | undefined;
		const names = new Set<unknown>();
		for (const { [key.wireName]: name } of entries ?? []) {
			if (names.has(name)) {
				throw new BadInput(displayName, `contains ${quoted(name)} twice`, 'Enter each only once.');
			}
			names.add(name);
		}
		return entries && Object.fromEntries(entries.map((e) => [e[key.wireName], e[value.wireName]]));
	};
	return { ...form, serialize: asObject };
}
