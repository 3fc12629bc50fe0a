import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { BadInput } from '../contract/badInput';
import type { Field } from '../contract/field';
import { isBlank } from '../contract/field';
import type { Chosen } from '../contract/lookup';
import type { Operation } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';
import type { Caller } from '../request/readList';
import { lookUp } from '../request/lookUp';
import { put, take } from './dotted';
import type { Parameters } from './item';
import { unfitName } from './unfitNames';

/** Mode of a resource locator as it stands in the node. */
const modeIn = (written: unknown): string | undefined =>
	isResourceLocatorValue(written) ? written.mode : undefined;

/** Keeps that a name fits none or several apart from a list that could not be read. */
const unfitOnly = async (error: Error) =>
	await (error instanceof BadInput ? error : Promise.reject(error));

/**
 * Puts IDs in the place of names, where a field takes either: a workflow can name its network as people do.
 * Happens before anything is written.
 *
 * @param written The parameters of the node as they stand in it
 * @param once Reads what several items ask for only once
 * @returns What to say of names that fit none or several, whose parameters are not sent; only for an operation
 *   that tells of them
 * @throws {BadInput, Failure} A name fits none, or several
 */
export async function replaceNames(
	caller: Caller,
	{ fields = [], options = [], tellsNames = false }: Operation,
	request: ApiRequest,
	parameterOf: Parameters,
	written: INodeParameters,
	once: <T>(key: string, task: () => Promise<T>) => Promise<T>,
): Promise<IDataObject[]> {
	const unfit: IDataObject[] = [];
	const found = new Map<string, unknown>();
	const inOptions = (parameterOf('options') ?? {}) as IDataObject;
	const chosen: Chosen = (name) => {
		if (found.has(name)) return found.get(name);
		const value = name.startsWith('options.') ? inOptions[name.slice(8)] : parameterOf(name);
		const given = isResourceLocatorValue(value) ? value.value : value;
		return isBlank(given) ? undefined : given;
	};
	const writtenOptions = (written.options ?? {}) as INodeParameters;
	const replaceIn = async (field: Field, name: string, mode: string | undefined) => {
		const { lookup, sentIn, wireName, property } = field;
		const target = sentIn === 'query' ? request.query : request.body;
		const wire = target && take(target, wireName);
		if (!lookup || !target || wire === undefined) return;
		const idOf = async (value: string) => {
			const within = (lookup.within ?? []).map((one) => chosen(one.name));
			const key = JSON.stringify(['lookUp', wireName, value, mode, within]);
			const asked = { label: property.displayName, value, mode };
			// As an outcome: what fails in a shared task is no longer told apart by its class.
			const outcome = await once(
				key,
				async () => await lookUp(caller, lookup, asked, chosen).catch(unfitOnly),
			);
			if (outcome instanceof BadInput) throw outcome;
			return outcome;
		};
		// Several may travel as one text.
		const isText = !Array.isArray(wire) && field.takesSeveral;
		const several = isText ? String(wire).split(',') : Array.isArray(wire) ? wire : undefined;
		const ids = several && (await Promise.all(several.map(async (one) => await idOf(String(one)))));
		const id = ids ? (isText ? ids.join(',') : ids) : await idOf(String(wire));
		put(target, wireName, id);
		found.set(name, id);
	};
	const replace: typeof replaceIn = async (field, name, mode) => {
		if (!tellsNames) return await replaceIn(field, name, mode);
		try {
			await replaceIn(field, name, mode);
		} catch (error) {
			unfit.push(unfitName(field.property.displayName, error));
			put(
				(field.sentIn === 'query' ? request.query : request.body) ?? {},
				field.wireName,
				undefined,
			);
			found.set(name, undefined);
		}
	};
	// One after another: a subnet is looked for in the VPC.
	for (const field of fields) {
		await replace(field, field.property.name, modeIn(written[field.property.name]));
	}
	for (const field of options) {
		const { name } = field.property;
		const given = writtenOptions[name];
		await replace(field, `options.${name}`, modeIn(given));
		// A form that only holds parameters together.
		const { entry } = (given ?? {}) as { entry?: INodeParameters };
		for (const part of field.parts ?? []) {
			const within = part.property.name;
			await replace(part, `options.${name}.${within}`, modeIn(entry?.[within]));
		}
	}
	return unfit;
}
