/** How an operation of the node differs from the facts about the vendor's API. */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import type { JsonSchema, OperationFacts } from '../../../emulator/core/facts';
import { closed, UNCHECKED_SCHEMAS, validateRequest } from '../../../emulator/core/validation';
import { propertyName, travelling, type Field } from '../../../nodes/shared/contract/field';
import { effectOf, type Operation } from '../../../nodes/shared/contract/operation';
import type { Further } from './deliberate/deliberate';
import { candidates, holdsFlag, holdsNumber, patternOf, plain } from './samples';
import { isRead, readBack, REST, type Style } from './style';

type Place = 'path' | 'query' | 'body';
type Report = (what: string) => void;

const ajv = new Ajv2020({ ...UNCHECKED_SCHEMAS, strict: false, logger: false });
const compiled = new WeakMap<JsonSchema, ValidateFunction>();
function fits(schema: JsonSchema, value: unknown): boolean {
	const validate = compiled.get(schema) ?? ajv.compile(closed(schema));
	compiled.set(schema, validate);
	return validate(value);
}

const kinds = (schema: JsonSchema) => [schema.type].flat();
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What the node makes of a value, or `refused`. */
const REFUSED = Symbol('refused');
function wire(field: Field, value: unknown): unknown {
	try {
		return field.serialize(value);
	} catch {
		return REFUSED;
	}
}

type Row = Record<string, unknown>;

/** A column of a form; `within` names the collection in which n8n keeps it, see `extras`. */
type Column = INodeProperties & { within?: string };

const columnsOf = ({ options = [] }: INodeProperties): Column[] =>
	(options as INodePropertyCollection[])
		.flatMap(({ values }) => values ?? [])
		.flatMap((column) => {
			if (column.type !== 'collection') return [column];
			const inside = (column.options ?? []) as INodeProperties[];
			return inside.map((one) => ({ ...one, within: column.name }));
		});

/** What the rows of a form are to the API. */
interface Rows {
	/** Of one row. */
	schema: JsonSchema;
	/** The rows of a value as the API takes it. */
	apart: (value: unknown) => Row[];
}

/** Rows are the entries of a list, a single object, or the names and values of a map, see `pairs`. */
function rowsOf(schema: JsonSchema, form: INodeProperties): Rows {
	const { items, additionalProperties: worth } = schema;
	if (typeof worth !== 'object') {
		return { schema: items ?? schema, apart: (value) => [value].flat() as Row[] };
	}
	const [key, value] = columnsOf(form).map(({ name }) => name);
	const properties = { [key]: { type: 'string' }, [value]: worth as JsonSchema };
	return {
		schema: { properties, required: [key, value] },
		apart: (map) => Object.entries(map ?? {}).map(([k, v]) => ({ [key]: k, [value]: v })),
	};
}

/**
 * A column of a form as a field of its own, which goes through the conversion of the whole form.
 *
 * @param others A row as the API takes it, for the other columns
 */
function columnField(
	form: Field,
	{ schema, apart }: Rows,
	column: Column,
	name: string,
	others: Row,
): Field {
	const cells = cellsOf(schema, form.property, others);
	return {
		property: column,
		wireName: name,
		sentIn: form.sentIn,
		required: column.required === true && !column.displayOptions,
		serialize(value) {
			const row = formRow(form.property, { ...cells, [column.name]: value });
			const many = form.property.typeOptions?.multipleValues === true;
			return apart(form.serialize({ entry: many ? [row] : row }))[0]?.[name];
		},
	};
}

/** `VSwitchId` may become `vSwitchId` or `vswitchId`. */
const isNamed = (column: INodeProperties, parameter: string) =>
	propertyName(parameter).toLowerCase() === column.name.toLowerCase();

const memberOf = ({ properties = {} }: JsonSchema, column: INodeProperties) =>
	Object.entries(properties).find(([name]) => isNamed(column, name));

/** A value as n8n's form gives it, for a value as the API takes it. */
export function native(
	schema: JsonSchema,
	property: INodeProperties,
	value: unknown = plain(schema),
): unknown {
	switch (property.type) {
		case 'number':
			return Number(value);
		case 'boolean':
			return [true, 'true', 1, '1'].includes(value as never);
		case 'fixedCollection': {
			const { schema: inner, apart } = rowsOf(schema, property);
			const entry = apart(value).map((row) => formRow(property, cellsOf(inner, property, row)));
			return { entry: property.typeOptions?.multipleValues ? entry : entry[0] };
		}
		case 'multiOptions':
			return [value].flat();
		case 'json':
			return JSON.stringify(value);
		default:
			return Array.isArray(value) ? value.join(', ') : value;
	}
}

/** A row of the API as values of the columns. */
function cellsOf(schema: JsonSchema, form: INodeProperties, row: Row): Row {
	const cells = columnsOf(form).flatMap((column) => {
		const member = memberOf(schema, column);
		if (!member || row[member[0]] === undefined) return [];
		return [[column.name, native(member[1], column, row[member[0]])]];
	});
	return Object.fromEntries(cells);
}

/** Values of the columns as n8n's form gives them. */
function formRow(form: INodeProperties, cells: Row): Row {
	const row: Row = {};
	for (const { name, within } of columnsOf(form)) {
		if (!Object.hasOwn(cells, name)) continue;
		if (within === undefined) row[name] = cells[name];
		else row[within] = { ...(row[within] as Row | undefined), [name]: cells[name] };
	}
	return row;
}

/** A value of the API that the field takes, and what goes on the wire for it. */
function accepted(
	field: Field,
	schema: JsonSchema,
	values: unknown[],
): [unknown, unknown] | undefined {
	const offered = ((field.property.options ?? []) as INodePropertyOptions[]).map(
		({ value }) => value,
	);
	for (const value of [...values, ...offered]) {
		if (!fits(schema, value)) continue;
		const given = schema.contentSchema
			? native(schema.contentSchema, field.property, parsed(value)[0])
			: native(schema, field.property, value);
		const sent = wire(field, given);
		if (sent !== REFUSED && sent !== undefined) return [value, sent];
	}
	return undefined;
}

/** A field whose value travels as JSON in a text, as if the value itself did. */
function unpacked(field: Field): Field {
	return {
		...field,
		serialize(value) {
			const sent = field.serialize(value);
			return sent === undefined ? undefined : (JSON.parse(String(sent)) as unknown);
		},
	};
}

const parsed = (text: unknown): unknown[] => {
	try {
		return [JSON.parse(String(text))];
	} catch {
		return [];
	}
};

/** Holds one field against the schema of its parameter. */
function checkField(report: Report, field: Field, schema: JsonSchema, values: unknown[]): void {
	const { property } = field;
	if (schema.contentSchema) {
		const inner = [...values.flatMap(parsed), plain(schema.contentSchema)];
		const packed = wire(field, native(schema.contentSchema, property, inner[0]));
		const isSent = packed !== REFUSED && packed !== undefined;
		if (isSent && typeof packed !== 'string') return report('is not sent as JSON text');
		return checkField(report, unpacked(field), schema.contentSchema, inner);
	}
	const found = accepted(field, schema, values);
	if (!found) report('takes no valid value');
	else if (!fits(schema, found[1])) report(`is sent as ${JSON.stringify(found[1])}`);
	const basic = wire(field, native(schema, property));
	const fixed = property.type === 'options' && property.options;
	if (found && !fixed && (basic === REFUSED || basic === undefined)) {
		report('is stricter than the facts');
	}
	if (schema.default !== undefined) checkDefault(report, property, schema);
	const number = property.type === 'number' && holdsNumber(schema);
	const worded = number || (property.type === 'boolean' && holdsFlag(schema));
	if (number || kinds(schema).includes('integer')) checkRange(report, field, schema);
	if (kinds(schema).includes('array')) checkCount(report, field, schema);
	if (property.type === 'fixedCollection') {
		return checkForm(report, field, schema, found ? [found[0], ...values] : values);
	}
	if (schema.enum ?? schema.items?.enum) return checkEnum(report, field, schema);
	if (property.type === 'options' && property.options) {
		report('is a choice although the facts list no values');
	} else if (isTextOnly(schema) && !worded) checkText(report, field, schema);
}

const isTextOnly = (schema: JsonSchema) =>
	kinds(schema).includes('string') &&
	kinds(schema).every((kind) => ['string', 'null'].includes(String(kind)));

function checkDefault(report: Report, property: INodeProperties, schema: JsonSchema): void {
	const isCode = typeof property.default === 'boolean' && kinds(schema).includes('integer');
	const given = (isCode ? Number(property.default) : property.default) as unknown;
	if (String(given) !== String(schema.default)) {
		report(`has the default ${JSON.stringify(given)} instead of ${JSON.stringify(schema.default)}`);
	}
}

function checkRange(report: Report, field: Field, { minimum, maximum }: JsonSchema): void {
	const { minValue, maxValue: most } = field.property.typeOptions ?? {};
	// What has a lower bound only is open above.
	const maxValue = most === Infinity || most === Number.MAX_SAFE_INTEGER ? undefined : most;
	if (minValue !== minimum) report(`begins at ${minValue} instead of ${String(minimum)}`);
	if (maxValue !== maximum) report(`ends at ${maxValue} instead of ${String(maximum)}`);
	for (const [bound, step] of [
		[minimum, -1],
		[maximum, 1],
	] as const) {
		if (bound === undefined) continue;
		const number = Number(bound);
		if (wire(field, number) === REFUSED) report(`refuses ${number}`);
		if (wire(field, number + step) !== REFUSED) report(`takes ${number + step}`);
	}
	if (wire(field, 1.5) !== REFUSED) report('takes 1.5');
	if (!same(wire(field, String(minimum ?? 3)), wire(field, Number(minimum ?? 3)))) {
		report('does not take digits as text');
	}
}

function checkCount(report: Report, field: Field, schema: JsonSchema): void {
	const { maxItems, items = {} } = schema;
	if (maxItems === undefined) return;
	const list = (length: number) => {
		const entries = Array.from({ length }, (_, i) => {
			const entry = plain(items);
			return typeof entry === 'string' ? `${entry}${i}` : entry;
		});
		return native(schema, field.property, items.enum ? items.enum.slice(0, length) : entries);
	};
	const most = Number(maxItems);
	if (wire(field, list(most)) === REFUSED) report(`refuses ${most} entries`);
	if (!items.enum && wire(field, list(most + 1)) !== REFUSED) report(`takes ${most + 1} entries`);
}

function checkForm(report: Report, field: Field, schema: JsonSchema, values: unknown[]): void {
	const rows = rowsOf(schema, field.property);
	const { properties = {}, required = [] } = rows.schema;
	const known = [...values, plain(schema)].flatMap((value) => rows.apart(value));
	const columns = columnsOf(field.property);
	for (const column of columns) {
		if (!memberOf(rows.schema, column)) report(`has the invented column ${column.name}`);
	}
	for (const [name, member] of Object.entries(properties)) {
		const inner: Report = (what) => report(`${name} ${what}`);
		const column = columns.find((one) => isNamed(one, name));
		if (!column) {
			inner('is missing');
			continue;
		}
		if (required.includes(name) && column.required !== true) inner('is not required');
		if (!required.includes(name) && column.required) inner('is required');
		const inRows = known.map((row) => row[name]).filter((value) => value !== undefined);
		const cell = columnField(field, rows, column, name, known[0]);
		checkField(inner, cell, member, [...inRows, plain(member)]);
	}
}

function checkEnum(report: Report, field: Field, schema: JsonSchema): void {
	const values = (schema.enum ?? schema.items?.enum ?? []).map(String);
	const { type, options = [], typeOptions = {} } = field.property;
	if (type === 'boolean') {
		const isCode = same([...values].sort(), ['0', '1']);
		if (!isCode && !same([...values].sort(), ['false', 'true'])) report('is a switch');
		for (const [given, code] of [
			[false, '0'],
			[true, '1'],
		] as const) {
			if (isCode && String(wire(field, given)) !== code) report(`is not ${code} when ${given}`);
		}
		return;
	}
	const offered = (options as INodePropertyOptions[]).map(({ value }) => String(value));
	for (const value of values) {
		// A list that is filled from the API offers what the API has just now.
		const offers = typeOptions.loadOptionsMethod
			? wire(field, schema.items ? [value] : value) !== REFUSED
			: offered.includes(value);
		if (!offers) report(`does not offer ${value || 'the empty text'}`);
	}
	for (const value of offered) if (!values.includes(value)) report(`offers the invented ${value}`);
	if (wire(field, schema.items ? ['no-such-value'] : 'no-such-value') !== REFUSED) {
		report('takes a value that is none of its choices');
	}
}

function checkText(report: Report, field: Field, schema: JsonSchema): void {
	// What is longer than the service keeps would have another name than it was given.
	const { pattern, minLength, maxLength = schema['x-truncatedTo'] } = schema;
	if (typeof pattern === 'string') {
		for (const text of patternOf(pattern).good) {
			if (fits(schema, text) && wire(field, text) === REFUSED) report(`refuses "${text}"`);
		}
		for (const text of patternOf(pattern).bad) {
			if (wire(field, text) !== REFUSED) report(`takes "${text}"`);
		}
	}
	// Letters, digits and a sign of each kind, so that no other rule gets in the way.
	const filled = (length: number) => 'Aa1_'.repeat(Math.ceil(length / 4)).slice(0, length);
	if (maxLength !== undefined) {
		const most = Number(maxLength);
		if (fits(schema, filled(most)) && wire(field, filled(most)) === REFUSED) {
			report(`refuses ${most} characters`);
		}
		if (wire(field, filled(most + 1)) !== REFUSED) report(`takes ${most + 1} characters`);
	} else if (pattern === undefined && wire(field, filled(3000)) === REFUSED) {
		report('has a limit or form that the facts do not have');
	}
	const least = Number(minLength ?? 0);
	if (least > 1) {
		if (fits(schema, filled(least)) && wire(field, filled(least)) === REFUSED) {
			report(`refuses ${least} characters`);
		}
		if (wire(field, filled(least - 1)) !== REFUSED) report(`takes ${least - 1} characters`);
	}
}

/** What goes on the wire when every parameter of a place is given. */
type Wire = Row;

function put(target: Wire, name: string, value: unknown): void {
	const steps = name.split('.');
	const last = steps.pop() as string;
	let place = target;
	for (const step of steps) place = (place[step] ??= {}) as Wire;
	place[last] = value;
}

/** Members of a place's schema; an object given by dotted fields counts as its members. */
function flat(
	schema: JsonSchema,
	fields: Field[],
	prefix = '',
): Array<[string, JsonSchema, boolean]> {
	return Object.entries(schema.properties ?? {}).flatMap(([member, inner]) => {
		const name = prefix + member;
		const required = schema.required?.includes(member) === true;
		const dotted = fields.some(({ wireName }) => wireName.startsWith(`${name}.`));
		return dotted
			? flat(inner, fields, `${name}.`)
			: [[name, inner, required] as [string, JsonSchema, boolean]];
	});
}

/** Fields and constants of an operation that go into a place of the facts. */
interface Part {
	fields: Field[];
	fixed: Wire;
}

/** What goes into a place; where all parameters have one, query and body are the same. */
function partOf(operation: Operation, place: Place, style: Style): Part {
	const { fields = [], options = [], constant = {}, pages } = operation;
	const paged = pages ? (pages.at(0, Math.min(pages.size, 1000)) as Wire) : {};
	const shown = travelling([...fields, ...options]);
	if (style.place === undefined) {
		const own = place === 'path' ? {} : (constant[place] as Wire | undefined);
		return {
			fields: shown.filter((field) => field.sentIn === place),
			fixed: { ...own, ...(place === 'query' && paged) },
		};
	}
	if (style.place !== place)
		return {
			fields: shown.filter((field) => field.sentIn === place && place === 'path'),
			fixed: {},
		};
	return {
		fields: shown.filter(({ sentIn: where }) => where === 'query' || where === 'body'),
		fixed: { ...(constant.query as Wire), ...(constant.body as Wire), ...paged },
	};
}

/** A field whose value the vendor reads off a wire that has texts only. */
const readOff = (field: Field, schema: JsonSchema): Field => ({
	...field,
	serialize: (value) => readBack(schema, field.serialize(value)),
});

function checkPlace(
	report: Report,
	place: Place,
	{ fields, fixed: own }: Part,
	literal: Wire,
	facts: OperationFacts,
	style: Style,
): { all: Wire; least: Wire } {
	const schema = facts.request.parameters[place] ?? {};
	const fixed = style.isText ? (readBack(schema, own) as Wire) : own;
	const all: Wire = { ...literal, ...fixed };
	const least: Wire = { ...all };
	const members = flat(schema, fields);
	for (const name of [...fields.map(({ wireName }) => wireName), ...Object.keys(fixed)]) {
		if (!members.some(([known]) => known === name)) report(`${place}.${name}: is invented`);
	}
	for (const [name, member, required] of members) {
		const say: Report = (what) => report(`${place}.${name}: ${what}`);
		const offering = fields.filter(({ wireName }) => wireName === name);
		const elsewhere = Object.hasOwn(all, name) ? 1 : 0;
		if (offering.length + elsewhere === 0) say('is missing');
		if (offering.length + elsewhere > 1) say('is given twice');
		for (const offered of offering) {
			const field = style.isText ? readOff(offered, member) : offered;
			if (required && !field.required) say('is not required');
			if (!required && field.required) say('is required');
			if (required && wire(field, undefined) !== REFUSED) say('may be left out');
			if (required && field.property.required !== true) say('has no mark that it is required');
			const values = candidates(facts, name, member);
			checkField(say, field, member, values);
			const found = accepted(field, member, values);
			if (found) put(all, name, found[1]);
			if (found && required) put(least, name, found[1]);
		}
	}
	return { all, least };
}

/** Path parameters that the node's path holds as a word, such as the engine, and the project's. */
function literalsOf({ request }: Operation, facts: OperationFacts, place: Place): Wire {
	if (place !== 'path') return {};
	const mine = request.path.split('/');
	const pairs = facts.request.path.split('/').map((step, i) => [step, mine[i] ?? ''] as const);
	const names = pairs
		.filter(([step, own]) => /^\{.+\}$/.test(step) && (!/^\{/.test(own) || own === '{project_id}'))
		.map(([step, own]) => [step.slice(1, -1), own]);
	return Object.fromEntries(names);
}

/** The path of the facts with the words that the node has put in. */
const pathOf = (operation: Operation, facts: OperationFacts) =>
	Object.entries(literalsOf(operation, facts, 'path')).reduce(
		(path, [name, value]) => path.replace(`{${name}}`, String(value)),
		facts.request.path,
	);

/** Method, path, and whether the operation may be repeated, which RPC vendors do not tell by the method. */
function checkLine(
	report: Report,
	operation: Operation,
	facts: OperationFacts,
	style: Style,
): void {
	const { method, path } = operation.request;
	if (method !== facts.request.method) report(`method: is ${method}`);
	if (path !== pathOf(operation, facts)) report(`path: is ${path}`);
	const fields = travelling([...(operation.fields ?? []), ...(operation.options ?? [])]);
	for (const { sentIn, wireName } of method === 'GET' && !operation.runSteps ? fields : []) {
		if (sentIn === 'body') report(`body.${wireName}: gets lost, a GET has no body`);
	}
	const effect = effectOf(operation);
	if (style.place && effect !== (isRead(operation.api) ? 'read' : 'write')) {
		report(`effect: is ${effect}`);
	}
}

/** Holds the parameters of one API against its facts. */
function checkParameters(
	report: Report,
	operation: Operation,
	facts: OperationFacts,
	style: Style,
	given: Wire = {},
): void {
	const parts: Partial<Record<Place, { all: Wire; least: Wire }>> = {};
	for (const place of ['path', 'query', 'body'] as const) {
		const known = facts.request.parameters[place]?.properties ?? {};
		const added = Object.entries({ ...style.given, ...given }).filter(([name]) =>
			Object.hasOwn(known, name),
		);
		const literal = {
			...literalsOf(operation, facts, place),
			...(place === style.place && Object.fromEntries(added)),
		};
		parts[place] = checkPlace(
			report,
			place,
			partOf(operation, place, style),
			literal,
			facts,
			style,
		);
	}
	for (const key of ['all', 'least'] as const) {
		const sent = Object.entries(parts)
			.map(([place, part]) => [place, part[key]] as const)
			.filter(([, part]) => Object.keys(part).length > 0);
		for (const problem of validateRequest(facts, Object.fromEntries(sent))) {
			report(`${problem.place}.${problem.parameter}: ${problem.text}`);
		}
	}
}

const parametersOf = ({ request: { parameters } }: OperationFacts): Record<string, JsonSchema> => ({
	...parameters.query?.properties,
	...parameters.body?.properties,
});

const mapFields = (operation: Operation, change: (field: Field) => Field[]): Operation => ({
	...operation,
	fields: travelling(operation.fields ?? []).flatMap(change),
	options: travelling(operation.options ?? []).flatMap(change),
});

/** What an operation calls besides its own API. */
export interface FurtherFacts extends Omit<Further, 'api'> {
	facts: OperationFacts;
}

/**
 * Every difference of an operation, as `place.parameter: what`; of a further API as
 * `Api place.parameter: what`.
 */
export function differences(
	operation: Operation,
	facts: OperationFacts,
	style: Style = REST,
	further: FurtherFacts[] = [],
): string[] {
	const found: string[] = [];
	const report: Report = (what) => found.push(what);
	checkLine(report, operation, facts, style);
	const mine = parametersOf(facts);
	const belongsElsewhere = ({ wireName }: Field) =>
		!Object.hasOwn(mine, wireName) && further.some((one) => takes(one, wireName));
	const own = mapFields(operation, (field) => (belongsElsewhere(field) ? [] : [field]));
	checkParameters(report, own, facts, style);
	for (const { facts: other, given = [] } of further) {
		const theirs = parametersOf(other);
		const filled = given.map((name) => [name, plain(theirs[name])]);
		const called: Operation = mapFields(
			{ ...operation, constant: undefined, pages: undefined },
			(field) =>
				takes({ facts: other, given }, field.wireName) ? [{ ...field, sentIn: 'body' }] : [],
		);
		const inner: Report = (what) => report(`${other.operation} ${what}`);
		checkParameters(inner, called, other, style, Object.fromEntries(filled) as Wire);
	}
	return [...new Set(found)];
}

/** Whether a further API takes a parameter from the fields of the operation. */
const takes = ({ facts, given = [] }: FurtherFacts, parameter: string) =>
	Object.hasOwn(parametersOf(facts), parameter) && !given.includes(parameter);

/** Fields that the vendor never sees, as `none.name`. */
export const local = (
	{ fields = [], options = [] }: Operation,
	further: FurtherFacts[] = [],
): string[] =>
	travelling([...fields, ...options])
		.filter(
			({ sentIn, wireName }) => sentIn === 'none' && !further.some((one) => takes(one, wireName)),
		)
		.map(({ wireName }) => `none.${wireName}: is not sent`);
