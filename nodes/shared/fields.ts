import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { BadInput, missing, quoted } from './badInput';
import type { Field, Place } from './field';
import { isBlank, propertyName } from './field';
import { byLabel } from './order';

/** What every builder takes. Texts follow n8n's UX rules: Title Case names, no closing period. */
interface Common {
	/** Name of the n8n property; by default the wire name in camel case. */
	name?: string;
	required?: boolean;
	/** Where it travels; by default in the body, see {@link inQuery} and {@link inPath}. */
	place?: Place;
	description?: string;
	hint?: string;
	placeholder?: string;
	/** Shown only where these parameters have these values. */
	show?: Record<string, Array<string | number | boolean>>;
}

type Shape = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;

function field(
	parameter: string,
	displayName: string,
	common: Common,
	shape: Shape,
	convert: (value: unknown) => unknown,
): Field {
	const { place = 'body', required = false, show } = common;
	const property: INodeProperties = {
		displayName,
		name: common.name ?? propertyName(parameter),
		...shape,
	};
	if (required) property.required = true;
	for (const key of ['description', 'hint', 'placeholder'] as const) {
		if (common[key] !== undefined) property[key] = common[key];
	}
	if (show) property.displayOptions = { show };
	if (place === 'body' || place === 'query') {
		property.routing = { send: { type: place, property: parameter } };
	}
	return {
		property,
		parameter,
		place,
		required: required && !show,
		toWire(value) {
			if (!isBlank(value)) return convert(value);
			if (required && !show) throw missing(displayName);
			return undefined;
		},
	};
}

interface TextRules {
	/** Fewest and most characters. */
	length?: readonly [number, number];
	/** What the text has to look like, and how to say so: [/^[a-z]+$/, 'may hold lower-case letters only']. */
	pattern?: readonly [RegExp, string];
}

function checkedText(label: string, value: unknown, { length, pattern }: TextRules): string {
	if (typeof value === 'object') {
		throw new BadInput(label, 'is not text', 'Give a single text, not a list or an object.');
	}
	const text = String(value);
	if (length && (text.length < length[0] || text.length > length[1])) {
		throw new BadInput(
			label,
			`has ${text.length} characters`,
			`Give it ${length[0]} to ${length[1]} characters.`,
		);
	}
	if (pattern && !pattern[0].test(text)) {
		throw new BadInput(label, 'has a form that is not accepted', `It ${pattern[1]}.`);
	}
	return text;
}

interface TextOptions extends Common, TextRules {
	default?: string;
	/** Sends an empty text too, where that means something (it clears a description). */
	sendBlank?: boolean;
	rows?: number;
	loadOptions?: string;
}

/** A text. */
export function text(parameter: string, displayName: string, options: TextOptions = {}): Field {
	const shape: Shape = { type: 'string', default: options.default ?? '' };
	if (options.rows) shape.typeOptions = { rows: options.rows };
	const built = field(parameter, displayName, options, shape, (value) =>
		checkedText(displayName, value, options),
	);
	if (!options.sendBlank) return built;
	return { ...built, toWire: (value) => (value === '' ? '' : built.toWire(value)) };
}

/** A text that n8n masks and that never shows up in an output or an error. */
export function secret(parameter: string, displayName: string, options: TextOptions = {}): Field {
	return field(
		parameter,
		displayName,
		options,
		{ type: 'string', default: '', typeOptions: { password: true } },
		(value) => checkedText(displayName, value, options),
	);
}

interface IntegerOptions extends Common {
	/** Smallest and largest value, both allowed; infinite for none. */
	range?: readonly [number, number];
	default?: number;
	/** The API wants the digits as text. */
	asText?: boolean;
}

function within([least, most]: readonly [number, number]): string {
	if (least === -Infinity) return `up to ${most}`;
	return most === Infinity ? `from ${least} on` : `from ${least} to ${most}`;
}

function checkedInteger(label: string, value: unknown, range?: readonly [number, number]): number {
	const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
	if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
		throw new BadInput(label, 'is not a whole number', 'Give digits only, without unit.');
	}
	if (range && (number < range[0] || number > range[1])) {
		throw new BadInput(label, `is ${number}`, `Give a number ${within(range)}.`);
	}
	return number;
}

/** A whole number; digits in a text, as expressions give them, count as one. */
export function integer(
	parameter: string,
	displayName: string,
	options: IntegerOptions = {},
): Field {
	const { range, asText } = options;
	const shape: Shape = { type: 'number', default: options.default ?? range?.[0] ?? 0 };
	if (range) {
		const [minValue, maxValue] = range;
		shape.typeOptions = {
			...(minValue !== -Infinity && { minValue }),
			...(maxValue !== Infinity && { maxValue }),
		};
	}
	return field(parameter, displayName, options, shape, (value) => {
		const number = checkedInteger(displayName, value, range);
		return asText ? String(number) : number;
	});
}

/** Reads yes and no the way expressions give them. */
function toBoolean(label: string, value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw new BadInput(label, 'is neither true nor false', 'Give true or false.');
}

/** A switch. Its description starts with "Whether". On the wire it may be text or 0 and 1. */
export function flag(
	parameter: string,
	displayName: string,
	description: string,
	options: Common & { default?: boolean; asText?: boolean; asNumber?: boolean } = {},
): Field {
	return field(
		parameter,
		displayName,
		{ ...options, description },
		{ type: 'boolean', default: options.default ?? false },
		(value) => {
			const boolean = toBoolean(displayName, value);
			if (options.asNumber) return Number(boolean);
			return options.asText ? String(boolean) : boolean;
		},
	);
}

interface ChoiceOptions extends Common {
	/** Wire value -> readable name, in the order shown. */
	values?: Record<string, string>;
	/** Method of `methods.loadOptions` that gives the entries, and what they depend on. */
	load?: { method: string; dependsOn?: string[] };
	default?: string;
	/** The API wants a whole number: a code instead of a word. */
	asNumber?: boolean;
}

/** Entries of a drop-down; codes stand in an object by their number, whatever order they were given in. */
function optionsOf({ values = {}, asNumber }: ChoiceOptions): INodePropertyOptions[] {
	const entries = Object.entries(values).map(([value, name]) => ({ name, value }));
	return asNumber ? entries.sort((a, b) => byLabel(a.name, b.name)) : entries;
}

function listing(options: ChoiceOptions): Partial<INodeProperties> {
	const { load } = options;
	if (!load) return { options: optionsOf(options) };
	return {
		typeOptions: { loadOptionsMethod: load.method, loadOptionsDependsOn: load.dependsOn },
	};
}

/** What n8n's linter wants below every drop-down that is filled from the API. */
const FROM_API =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
const MANY_FROM_API =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

function allowed(label: string, value: unknown, values?: Record<string, string>): string {
	const chosen = checkedText(label, value, {});
	if (values && !Object.hasOwn(values, chosen)) {
		throw new BadInput(
			label,
			`cannot be ${quoted(chosen)}`,
			`Give one of: ${Object.keys(values).join(', ')}.`,
		);
	}
	return chosen;
}

const coded = (label: string, value: string, { asNumber }: ChoiceOptions) =>
	asNumber ? checkedInteger(label, value) : value;

/** One of several values, as a drop-down. */
export function choice(parameter: string, displayName: string, options: ChoiceOptions): Field {
	const first = Object.keys(options.values ?? {})[0] ?? '';
	return field(
		parameter,
		displayName,
		options.load ? { description: FROM_API, ...options } : options,
		{ type: 'options', default: options.default ?? first, ...listing(options) },
		(value) => coded(displayName, allowed(displayName, value, options.values), options),
	);
}

/** Splits "a, b" and passes lists on, as expressions give either. */
function toList(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'object') return [value];
	return String(value)
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

interface ListOptions extends ChoiceOptions {
	/** Fewest and most entries. */
	count?: readonly [number, number];
	entry?: TextRules;
}

function toEntries(label: string, value: unknown, options: ListOptions): Array<string | number> {
	const { count, entry = {}, values } = options;
	const given = toList(value);
	if (given.some(isBlank)) {
		throw new BadInput(label, 'has an empty entry', 'Check the expression that gives the list.');
	}
	const entries = given.map((one) =>
		values ? allowed(label, one, values) : checkedText(label, one, entry),
	);
	if (count && (entries.length < count[0] || entries.length > count[1])) {
		throw new BadInput(
			label,
			`has ${entries.length} entries`,
			`Give it ${count[0]} to ${count[1]} entries.`,
		);
	}
	return entries.map((one) => coded(label, one, options));
}

/** Entries, or nothing when there is none and none is needed. */
function someEntries(label: string, value: unknown, options: ListOptions, mend: string) {
	if (toList(value).length > 0) return toEntries(label, value, options);
	if (!options.required) return undefined;
	throw new BadInput(label, 'has no entry', mend);
}

/** Several values out of a list, as a multi-select. */
export function choices(parameter: string, displayName: string, options: ListOptions): Field {
	return field(
		parameter,
		displayName,
		options.load ? { description: MANY_FROM_API, ...options } : options,
		{ type: 'multiOptions', default: [], ...listing(options) },
		(value) => someEntries(displayName, value, options, 'Choose at least one.'),
	);
}

/** Several texts, entered with commas between them or given as a list by an expression. */
export function list(parameter: string, displayName: string, options: ListOptions = {}): Field {
	return field(parameter, displayName, options, { type: 'string', default: '' }, (value) =>
		someEntries(displayName, value, options, 'Give at least one.'),
	);
}

interface IntegersOptions extends Common {
	/** Smallest and largest value of an entry. */
	range?: readonly [number, number];
}

/** Several whole numbers, entered with commas between them or given as a list by an expression. */
export function integers(
	parameter: string,
	displayName: string,
	options: IntegersOptions = {},
): Field {
	const shape: Shape = { type: 'string', default: '' };
	return field(parameter, displayName, options, shape, (value) => {
		const numbers = toList(value).map((one) => checkedInteger(displayName, one, options.range));
		if (numbers.length === 0 && options.required) throw missing(displayName);
		return numbers.length > 0 ? numbers : undefined;
	});
}

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
			'has an entry that is not an object',
			'Give each entry as an object.',
		);
	}
	const values = row as Record<string, unknown>;
	// Expressions may give rows in the names of the API instead of the ones of the form.
	const given = ({ property, parameter }: Field) => values[property.name] ?? values[parameter];
	const sibling = (name: string) => fields.find(({ property }) => property.name === name);
	const object: Record<string, unknown> = {};
	for (const field of fields) {
		const { property, parameter, toWire } = field;
		if (parameter === BESIDE) {
			Object.assign(object, toWire({ ...values, ...(values[property.name] as object) }));
			continue;
		}
		const isShown = Object.entries(property.displayOptions?.show ?? {}).every(([name, wanted]) => {
			const other = sibling(name);
			return (wanted as unknown[])
				.map(String)
				.includes(String(other ? given(other) : values[name]));
		});
		if (!isShown) continue;
		const wire = toWire(given(field));
		if (wire !== undefined) object[parameter] = wire;
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
		toWire: (row) => toObject(fields, row, displayName),
	};
}

/** Rows of a form, or a list that an expression gives; anything else would be lost without a word. */
function entriesOf(label: string, value: unknown): unknown[] {
	const given = Array.isArray(value) ? value : ((value as { entry?: unknown }).entry ?? value);
	if (Array.isArray(given)) return given;
	if (typeof given === 'object' && Object.keys(given as object).length === 0) return [];
	throw new BadInput(label, 'is not a list', 'Give a list of objects.');
}

/** A list of objects, as a form with one row an entry. */
export function rows(parameter: string, displayName: string, options: RowsOptions): Field {
	const { entry, fields, count } = options;
	return field(
		parameter,
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
					`Give it at least ${least}${most === Infinity ? '' : ` and at most ${most}`}.`,
				);
			}
			return given.map((row) => toObject(fields, row, displayName));
		},
	);
}

/** One object, as a form that the user opens when it is needed. */
export function record(parameter: string, displayName: string, options: RowsOptions): Field {
	const { entry, fields } = options;
	return field(
		parameter,
		displayName,
		{ placeholder: `Add ${entry}`, ...options },
		{
			type: 'fixedCollection',
			default: {},
			options: [{ displayName: entry, name: 'entry', values: columns(fields) }],
		},
		(value) => {
			const given = (value as { entry?: unknown }).entry ?? value;
			const object = toObject(fields, given, displayName);
			return Object.keys(object).length > 0 ? object : undefined;
		},
	);
}

interface PairsOptions extends Common {
	entry: string;
	/** What names an entry, and what it holds. */
	key: Field;
	value: Field;
}

/** One object with names of the user's choice, as a form with one row for each. */
export function pairs(parameter: string, displayName: string, options: PairsOptions): Field {
	const { key, value, ...common } = options;
	const form = rows(parameter, displayName, { ...common, fields: [key, value] });
	const asObject = (given: unknown) => {
		const entries = form.toWire(given) as Array<Record<string, unknown>> | undefined;
		const names = new Set<unknown>();
		for (const { [key.parameter]: name } of entries ?? []) {
			if (names.has(name)) {
				throw new BadInput(displayName, `has ${quoted(name)} twice`, 'Give each of them once.');
			}
			names.add(name);
		}
		return (
			entries && Object.fromEntries(entries.map((e) => [e[key.parameter], e[value.parameter]]))
		);
	};
	return { ...form, toWire: asObject };
}

interface LocatorOptions extends Common, TextRules {
	/** Method of `methods.listSearch` behind "From List". */
	search: string;
	/** What the manual mode is called: "By ID" or "By Name". */
	by: 'ID' | 'Name';
	/** Property's `typeOptions.loadOptionsDependsOn`: a topic's list depends on the instance. */
	dependsOn?: string[];
}

/** One existing thing, chosen from a searched list or given by ID or name. */
export function locator(parameter: string, displayName: string, options: LocatorOptions): Field {
	const { search, by, placeholder, dependsOn, ...common } = options;
	const shape: Shape = {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select ${/^[AEIOU]/.test(displayName) ? 'an' : 'a'} ${displayName}...`,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: `By ${by}`, name: by.toLowerCase(), type: 'string', placeholder },
		],
	};
	if (dependsOn) shape.typeOptions = { loadOptionsDependsOn: dependsOn };
	return field(parameter, displayName, common, shape, (value) => {
		const chosen = checkedText(displayName, value, options);
		// A URL parser would resolve these two away and so reach another address.
		if (common.place === 'path' && (chosen === '.' || chosen === '..')) {
			throw new BadInput(
				displayName,
				`cannot be '${chosen}'`,
				`Give the ${by} of an existing one.`,
			);
		}
		return chosen;
	});
}
