import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Field } from '../contract/field';
import { isBlank } from '../contract/field';
import type { Chosen } from '../contract/lookup';
import type { Operation } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';
import type { Caller } from '../request/readList';
import { lookUp } from '../request/lookUp';
import { put, take } from './dotted';
import type { Parameters } from './item';

/** Mode of a resource locator as it stands in the node. */
const modeIn = (written: unknown): string | undefined =>
	isResourceLocatorValue(written) ? written.mode : undefined;

/**
 * Puts IDs in the place of names, where a field takes either: a workflow can name its network as people do.
 * Happens before anything is written.
 *
 * @param written The parameters of the node as they stand in it
 * @param once Reads what several items ask for only once
 * @throws {BadInput, Failure} A name fits none, or several
 */
export async function replaceNames(
	caller: Caller,
	{ fields = [], options = [] }: Operation,
	request: ApiRequest,
	parameterOf: Parameters,
	written: INodeParameters,
	once: <T>(key: string, task: () => Promise<T>) => Promise<T>,
): Promise<void> {
	const ids = new Map<string, unknown>();
	const inOptions = (parameterOf('options') ?? {}) as IDataObject;
	const chosen: Chosen = (name) => {
		if (ids.has(name)) return ids.get(name);
		const value = name.startsWith('options.') ? inOptions[name.slice(8)] : parameterOf(name);
		const given = isResourceLocatorValue(value) ? value.value : value;
		return isBlank(given) ? undefined : given;
	};
	const writtenOptions = (written.options ?? {}) as INodeParameters;
	const replace = async (field: Field, name: string, mode: string | undefined) => {
		const { lookup, sentIn, wireName, property } = field;
		const target = sentIn === 'query' ? request.query : request.body;
		const wire = target && take(target, wireName);
		if (!lookup || !target || wire === undefined) return;
		const idOf = async (value: string) => {
			const within = (lookup.within ?? []).map((one) => chosen(one.name));
			const key = JSON.stringify(['lookUp', lookup.what, value, mode, within]);
			const asked = { label: property.displayName, value, mode };
			return await once(key, async () => await lookUp(caller, lookup, asked, chosen));
		};
		const id = Array.isArray(wire)
			? await Promise.all(wire.map(async (one) => await idOf(String(one))))
			: await idOf(String(wire));
		put(target, wireName, id);
		ids.set(name, id);
	};
	// One after another: a subnet is looked for in the VPC.
	for (const field of fields) {
		await replace(field, field.property.name, modeIn(written[field.property.name]));
	}
	for (const field of options) {
		const { name } = field.property;
		await replace(field, `options.${name}`, modeIn(writtenOptions[name]));
	}
}
