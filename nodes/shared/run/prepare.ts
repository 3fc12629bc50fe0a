import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { BadInput, missing } from '../contract/badInput';
import { Failure } from '../contract/failure';
import type { Field, SentIn } from '../contract/field';
import { isShown, travelling } from '../contract/field';
import type { Operation } from '../contract/operation';
import { effectOf } from '../contract/operation';
import { OPTIONS } from '../form/assemble';
import { checkNodeOptions, nodeOptionsOf } from '../form/nodeOptions';
import { asMeant, refuseUnseen } from '../form/names';
import { REQUEST_OPTIONS, checkRequestOptions } from '../form/requestOptions';
import type { FormEntry } from '../form/nothing';
import { refuseNothing } from '../form/nothing';
import type { ApiRequest } from '../contract/vendor';
import { put, take } from './dotted';
import type { Parameters } from './item';

/** What n8n's routing has put together for an item. */
interface Routed {
	qs?: IDataObject;
	body?: unknown;
}

/** A copy of lists and plain objects; a date in them stays the object that it is. */
function cloned(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(cloned);
	if (value === undefined || value === null) return value;
	const prototype = Object.getPrototypeOf(value) as object | null;
	if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cloned(one)]));
}

/** A request that can be sent, and what steers the node without being sent. */
export interface Prepared {
	request: ApiRequest;
	/** Values of the fields with place `none`, by name. */
	local: Record<string, unknown>;
	/** Values of masked fields, which must not come out again. */
	secrets: string[];
}

/** An option that is there but gives nothing would silently widen the target. */
function refuseBlank({ property, mayBeBlank }: Field, wire: unknown): void {
	if (wire !== undefined || mayBeBlank || property.displayOptions) return;
	throw new BadInput(property.displayName, 'is empty', 'Enter a value, or remove the option.');
}

/** Puts what a field gives where it travels; a form that holds parameters together leaves none of its own. */
function place(field: Field, target: IDataObject, wire: unknown): void {
	put(target, field.wireName, field.parts ? undefined : wire);
	if (!field.parts) return;
	for (const [name, value] of Object.entries((wire ?? {}) as IDataObject)) put(target, name, value);
}

/** What a field gives that is shown: something where a value is required. */
function shownValue(field: Field, value: unknown, zone?: string): unknown {
	const wire = field.serialize(value, zone);
	const { required, displayName } = field.property;
	const isNeeded = required || field.neededIfShown || field.sentIn === 'path';
	if (wire === undefined && isNeeded) throw missing(displayName);
	return wire;
}

/** The path with its parameters, each encoded; `{project_id}` is filled in by the credential. */
function pathOf({ request, fields = [] }: Operation, parameterOf: Parameters): string {
	const inPath = new Map(
		fields.filter(({ sentIn }) => sentIn === 'path').map((field) => [field.wireName, field]),
	);
	return request.path.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
		const field = inPath.get(name);
		if (!field) return placeholder;
		const text = String(shownValue(field, parameterOf(field.property.name)));
		if (/\p{Surrogate}/u.test(text)) throw halved(field.property.displayName);
		return encodeURIComponent(text);
	});
}

const halved = (label: string) =>
	new BadInput(label, 'contains half a character', 'Check where the text was cut.');

/** What of a form an operation has, for the rule on expressions that give nothing. */
function formOf(operation: Operation, common: Field[]): FormEntry[] {
	const { fields = [], options = [] } = operation;
	return [
		...fields,
		...nodeOptionsOf(operation).map((property) => ({ property })),
		{ property: OPTIONS, columns: [...options, ...common] },
		REQUEST_OPTIONS,
	];
}

/**
 * Turns the parameters into the request as the API wants it: types as on the wire, lists and objects for
 * forms, nothing for what was not set.
 *
 * @param routed What n8n's routing built, which holds what is always the same
 * @param parameterOf The parameters, each with the one value that it has for this item
 * @param written The parameters of the node as they stand in it, with expressions
 * @param zone Time zone of the workflow
 * @throws {Failure} `notSent`, when a parameter cannot be sent
 */
export function prepare(
	operation: Operation,
	common: Field[],
	{ qs = {}, body = {} }: Routed,
	parameterOf: Parameters,
	written: INodeParameters = {},
	zone?: string,
): Prepared {
	const { api, request, fields = [], check } = operation;
	const options = [...(operation.options ?? []), ...common];
	const query = { ...qs };
	const content = cloned(body) as IDataObject;
	const local: Record<string, unknown> = {};
	const effect = effectOf(operation);
	// What exists must be deletable whatever it is called.
	const makesNames = operation.kind === 'create' || operation.kind === 'change';
	const writtenOptions = (written.options ?? {}) as Record<string, unknown>;
	const targets: Partial<Record<SentIn, IDataObject>> = { query, body: content };
	try {
		refuseNothing(formOf(operation, common), written, parameterOf);
		const path = pathOf(operation, parameterOf);
		const chosen = (parameterOf('options') ?? {}) as IDataObject;
		// n8n sends what an expression should have hidden, and each expression once more evaluated.
		for (const { sentIn, wireName } of [...fields, ...options]) {
			const target = targets[sentIn];
			if (target) put(target, wireName, undefined);
		}
		for (const field of fields) {
			const target = targets[field.sentIn];
			if (!target || !isShown(field, parameterOf)) continue;
			const { name } = field.property;
			const value = asMeant(field, written[name], parameterOf(name));
			const wire = shownValue(field, value, zone);
			if (makesNames) refuseUnseen(field, wire);
			if (wire !== undefined) place(field, target, wire);
		}
		for (const field of options) {
			const { sentIn, wireName, property } = field;
			if (!Object.hasOwn(chosen, property.name)) continue;
			const given = chosen[property.name] as unknown;
			const value = isResourceLocatorValue(given) ? given.value : given;
			const wire = field.serialize(asMeant(field, writtenOptions[property.name], value), zone);
			refuseBlank(field, wire);
			if (makesNames) refuseUnseen(field, wire);
			const target = targets[sentIn];
			if (!target) local[wireName] = wire;
			else if (wire !== undefined) place(field, target, wire);
		}
		const prepared: ApiRequest = {
			api,
			effect,
			method: request.method,
			path,
			query,
			body: request.method === 'GET' || Object.keys(content).length === 0 ? undefined : content,
		};
		check?.(prepared, parameterOf);
		for (const field of fields) {
			if (field.sentIn !== 'none' || !isShown(field, parameterOf)) continue;
			shownValue(field, parameterOf(field.property.name), zone);
		}
		checkNodeOptions(operation, parameterOf);
		checkRequestOptions(parameterOf);
		return { request: prepared, local, secrets: secretsIn([...fields, ...options], content) };
	} catch (error) {
		throw notSent(error as Error);
	}
}

function secretsIn(fields: Field[], body: IDataObject): string[] {
	return travelling(fields)
		.filter(({ property }) => property.typeOptions?.password)
		.map(({ wireName }) => take(body, wireName))
		.filter((value) => typeof value === 'string');
}

const notSent = (error: Error) =>
	new Failure('notSent', error.message, {
		advice: error instanceof BadInput ? error.advice : undefined,
	});
