import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { BadInput, missing, quoted } from '../../contract/badInput';
import type { Field } from '../../contract/field';
import { isBlank } from '../../contract/field';
import { byLabel } from '../labels';
import type { Common, Shape } from './base';
import { field } from './base';
import type { TextRules } from './scalars';
import { checkedInteger, checkedText } from './scalars';

interface ChoiceOptions extends Common {
	/** Wire value -> readable name, in the order shown. */
	values?: Record<string, string>;
	/** Method of `methods.loadOptions` that gives the entries, and what they depend on. */
	load?: { method: string; dependsOn?: string[] };
	default?: string;
	/** The API wants a whole number: a code instead of a word. */
	asNumber?: boolean;
	/**
	 * Whether `values` are only those known today: what else an expression gives is passed on. A known one
	 * may be spelled in any case.
	 */
	open?: boolean;
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

function allowed(label: string, value: unknown, { values, open }: ChoiceOptions): string {
	const chosen = checkedText(label, value, {});
	if (values && open) return spelled(chosen, values);
	if (values && !Object.hasOwn(values, chosen)) {
		throw new BadInput(
			label,
			`cannot be ${quoted(chosen)}`,
			`Use one of: ${Object.keys(values).join(', ')}.`,
		);
	}
	return chosen;
}

/** A value as the API spells it, where it is a known one. */
const spelled = (chosen: string, values: Record<string, string>): string =>
	Object.keys(values).find((known) => known.toLowerCase() === chosen.toLowerCase()) ?? chosen;

const coded = (label: string, value: string, { asNumber }: ChoiceOptions) =>
	asNumber ? checkedInteger(label, value) : value;

/** One of several values, as a drop-down. */
export function choice(wireName: string, displayName: string, options: ChoiceOptions): Field {
	const first = Object.keys(options.values ?? {})[0] ?? '';
	return field(
		wireName,
		displayName,
		options.load ? { description: FROM_API, ...options } : options,
		{ type: 'options', default: options.default ?? first, ...listing(options) },
		(value) => coded(displayName, allowed(displayName, value, options), options),
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
		throw new BadInput(
			label,
			'contains an empty entry',
			'Check the expression that returns the list.',
		);
	}
	const entries = given.map((one) =>
		values ? allowed(label, one, options) : checkedText(label, one, entry),
	);
	if (count && (entries.length < count[0] || entries.length > count[1])) {
		throw new BadInput(
			label,
			`has ${entries.length} entries`,
			`Enter ${count[0]} to ${count[1]} entries.`,
		);
	}
	return entries.map((one) => coded(label, one, options));
}

/** Entries, or nothing when there is none and none is needed. */
function someEntries(label: string, value: unknown, options: ListOptions, advice: string) {
	if (toList(value).length > 0) return toEntries(label, value, options);
	if (!options.required) return undefined;
	throw new BadInput(label, 'has no entries', advice);
}

/** Several values out of a list, as a multi-select. */
export function choices(wireName: string, displayName: string, options: ListOptions): Field {
	const built = field(
		wireName,
		displayName,
		options.load ? { description: MANY_FROM_API, ...options } : options,
		{ type: 'multiOptions', default: [], ...listing(options) },
		(value) => someEntries(displayName, value, options, 'Select at least one.'),
	);
	return { ...built, takesSeveral: true };
}

/** Several texts, entered with commas between them or given as a list by an expression. */
export function list(wireName: string, displayName: string, options: ListOptions = {}): Field {
	const shape: Shape = { type: 'string', default: '' };
	const built = field(wireName, displayName, options, shape, (value) =>
		someEntries(displayName, value, options, 'Enter at least one.'),
	);
	return { ...built, takesSeveral: true };
}

/** The same for what travels as one text: `a, b` goes out as `a,b`. */
export function joined(wireName: string, displayName: string, options: ListOptions = {}): Field {
	const built = list(wireName, displayName, options);
	return {
		...built,
		serialize: (value, zone) => (built.serialize(value, zone) as string[] | undefined)?.join(','),
	};
}

interface IntegersOptions extends Common {
	/** Smallest and largest value of an entry. */
	range?: readonly [number, number];
}

/** Several whole numbers, entered with commas between them or given as a list by an expression. */
export function integers(
	wireName: string,
	displayName: string,
	options: IntegersOptions = {},
): Field {
	const shape: Shape = { type: 'string', default: '' };
	return field(wireName, displayName, options, shape, (value) => {
		const numbers = toList(value).map((one) => checkedInteger(displayName, one, options.range));
		if (numbers.length === 0 && options.required) throw missing(displayName);
		return numbers.length > 0 ? numbers : undefined;
	});
}
