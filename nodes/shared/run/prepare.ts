import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { BadInput, missing } from '../contract/badInput';
import { Failure } from '../contract/failure';
import type { Field, SentIn } from '../contract/field';
import { isShown, travelling } from '../contract/field';
import type { Operation } from '../contract/operation';
import { effectOf } from '../contract/operation';
import { checkNodeOptions } from '../form/nodeOptions';
import type { ApiRequest } from '../contract/vendor';

/** What n8n's routing has put together for an item. */
interface Routed {
	url?: string;
	qs?: IDataObject;
	body?: unknown;
}

/** Takes a dotted name out, and the objects that are empty without it. */
function drop(target: IDataObject, [step, ...rest]: string[]): void {
	const inner = (target[step] ?? {}) as IDataObject;
	if (rest.length > 0) drop(inner, rest);
	if (rest.length === 0 || Object.keys(inner).length === 0) delete target[step];
}

/** Sets a value at a dotted name; `undefined` takes the name out. */
function put(target: IDataObject, name: string, value: unknown): void {
	const steps = name.split('.');
	if (value === undefined) return drop(target, steps);
	const last = steps.pop() as string;
	let cursor = target;
	for (const step of steps) {
		cursor[step] ??= {};
		cursor = cursor[step] as IDataObject;
	}
	cursor[last] = value as IDataObject;
}

/** A copy of lists and plain objects; a date in them stays the object that it is. */
function cloned(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(cloned);
	if (typeof value !== 'object' || value === null) return value;
	const prototype = Object.getPrototypeOf(value) as object | null;
	if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cloned(one)]));
}

/** Reads a dotted name. */
function take(source: IDataObject, name: string): unknown {
	return name
		.split('.')
		.reduce<unknown>((value, step) => (value as IDataObject | undefined)?.[step], source);
}

/** A request that can be sent, and what steers the node without being sent. */
export interface Prepared {
	request: ApiRequest;
	/** Values of the fields with place `none`, by name. */
	local: Record<string, unknown>;
	/** Values of masked fields, which must not come out again. */
	secrets: string[];
}

/** A form that holds parameters together leaves its own name, and they take theirs. */
function unfold(
	{ wireName, parts, serialize }: Field,
	target: IDataObject,
	zone?: string,
): unknown {
	const given = take(target, wireName);
	if (given === undefined || !parts) return undefined;
	const values = serialize(given, zone) as IDataObject | undefined;
	put(target, wireName, undefined);
	for (const [name, value] of Object.entries(values ?? {})) put(target, name, value);
	return values;
}

/** An option that is there but gives nothing, as an expression may, would silently widen the target. */
function refuseBlank({ property, mayBeBlank }: Field, wire: unknown): void {
	if (wire !== undefined || mayBeBlank || property.displayOptions) return;
	throw new BadInput(property.displayName, 'is empty', 'Enter a value, or remove the option.');
}

function convert({ wireName, serialize }: Field, target: IDataObject, zone?: string): void {
	const value = serialize(take(target, wireName), zone);
	// An optional parameter that was not added is not there; it must not leave an empty object.
	if (value !== undefined || take(target, wireName) !== undefined) put(target, wireName, value);
}

/** Whether an expression stands in a field. */
function isExpression(written: unknown): boolean {
	const text = isResourceLocatorValue(written) ? written.value : written;
	return typeof text === 'string' && text.startsWith('=');
}

/**
 * The same for a field that is shown: it has a value where one is required, and where an expression
 * stands in it, which may give nothing. Left out, that would widen what the request is for. An empty
 * text leaves a field out, but not from what is deleted.
 */
function convertShown(
	field: Field,
	target: IDataObject,
	parameterOf: (name: string) => unknown,
	mustHave: (name: string) => boolean,
	zone?: string,
): void {
	convert(field, target, zone);
	if (take(target, field.wireName) !== undefined) return;
	const { required, displayName, name } = field.property;
	const isNothing = (parameterOf(name) ?? null) === null;
	if (required || field.neededIfShown) throw missing(displayName);
	if (isNothing || (!field.mayBeBlank && mustHave(name))) {
		throw new BadInput(
			displayName,
			'has an expression that returns nothing',
			'Check the expression, or clear the field.',
		);
	}
}

/**
 * Turns what n8n's routing built from the parameters into the request as the API wants it: types as
 * on the wire, lists and objects for forms, nothing for what was not set.
 *
 * @param written The parameters of the node as they stand in it, with expressions
 * @param zone Time zone of the workflow
 * @throws {Failure} `notSent`, when a parameter cannot be sent
 */
export function prepare(
	operation: Operation,
	common: Field[],
	{ url = '', qs = {}, body = {} }: Routed,
	parameterOf: (name: string) => unknown,
	written: INodeParameters = {},
	zone?: string,
): Prepared {
	const { api, request, fields = [], check } = operation;
	const options = [...(operation.options ?? []), ...common];
	const query = { ...qs };
	const content = cloned(body) as IDataObject;
	const local: Record<string, unknown> = {};
	const mustHave = (name: string) => operation.kind === 'delete' && isExpression(written[name]);
	try {
		for (const { sentIn, property, serialize } of fields) {
			if (sentIn === 'path') serialize(parameterOf(property.name));
		}
		const targets: Partial<Record<SentIn, IDataObject>> = { query, body: content };
		for (const field of fields) {
			const target = targets[field.sentIn];
			if (target && isShown(field, parameterOf))
				convertShown(field, target, parameterOf, mustHave, zone);
			else if (target && take(target, field.wireName) !== undefined)
				put(target, field.wireName, undefined);
		}
		const chosen = (parameterOf('options') ?? {}) as IDataObject;
		for (const field of options) {
			const { sentIn, wireName, property, serialize } = field;
			const target = targets[sentIn];
			if (target && field.parts) {
				const values = unfold(field, target, zone);
				if (Object.hasOwn(chosen, property.name)) refuseBlank(field, values);
				continue;
			}
			if (target) convert(field, target, zone);
			if (!Object.hasOwn(chosen, property.name)) continue;
			if (!target) local[wireName] = serialize(chosen[property.name], zone);
			refuseBlank(field, target ? take(target, wireName) : local[wireName]);
		}
		const prepared: ApiRequest = {
			api,
			effect: effectOf(operation),
			method: request.method,
			path: url,
			query,
			body: request.method === 'GET' || Object.keys(content).length === 0 ? undefined : content,
		};
		check?.(prepared, parameterOf);
		checkNodeOptions(operation, parameterOf);
		return { request: prepared, local, secrets: secretsIn([...fields, ...options], content) };
	} catch (error) {
		throw notSent(error as Error);
	}
}

function secretsIn(fields: Field[], body: IDataObject): string[] {
	return travelling(fields)
		.filter(({ property }) => property.typeOptions?.password)
		.map(({ wireName }) => take(body, wireName))
		.filter((value): value is string => typeof value === 'string' && value !== '');
}

const notSent = (error: Error) =>
	new Failure('notSent', error.message, {
		advice: error instanceof BadInput ? error.advice : undefined,
	});
