import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../contract/field';
import type { Operation, Resource } from '../contract/operation';
import { byLabel } from './labels';
import {
	CREATE_IF_ABSENT,
	LIMIT,
	RETURN_ALL,
	SIMPLIFY,
	WAIT,
	WAIT_OPTIONS,
	nodeOptionsOf,
} from './nodeOptions';
import type { NoticeTexts } from './notices';
import { noticesOf } from './notices';

/** The collection of an operation's optional parameters, without them. */
export const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
};

/** The top-level properties of one operation, in the order in which the user sees them. */
function propertiesOf(
	operation: Operation,
	common: Field[],
	notices?: NoticeTexts,
): INodeProperties[] {
	const { fields = [], options = [] } = operation;
	const properties = [
		...(notices ? noticesOf(operation, notices) : []),
		...fields.map(({ property }) => property),
		...nodeOptionsOf(operation),
	];
	const collected = [...options, ...common]
		.map(({ property }) => property)
		.sort((a, b) => byLabel(a.displayName, b.displayName));
	properties.push({ ...OPTIONS, options: collected });
	return properties;
}

/** A path as n8n's routing wants it: each parameter percent-encoded, `{project_id}` left alone. */
function urlOf({ request, fields = [] }: Operation): string {
	const names = new Map(
		fields
			.filter(({ sentIn }) => sentIn === 'path')
			.map(({ wireName, property }) => [wireName, property.name]),
	);
	if (names.size === 0) return request.path;
	const path = request.path.replace(/\{(\w+)\}/g, (placeholder, parameter: string) => {
		const name = names.get(parameter);
		return name ? `{{ encodeURIComponent($parameter["${name}"]) }}` : placeholder;
	});
	return `=${path}`;
}

function operationOption(operation: Operation): INodePropertyOptions {
	const { value, name, action, description, request, constant } = operation;
	return {
		name,
		value,
		action,
		description,
		routing: {
			request: {
				method: request.method,
				url: urlOf(operation),
				...(constant?.query && { qs: constant.query }),
				...(constant?.body && { body: constant.body }),
			},
		},
	};
}

function operationProperty({ value, operations }: Resource): INodeProperties {
	const [{ value: firstOperation }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: [...operations].sort(byUse).map(operationOption),
		default: firstOperation,
	};
}

/** In the order of their names, those that a newer one has taken the place of behind the others. */
const byUse = (a: Operation, b: Operation) =>
	Number(a.superseded ?? false) - Number(b.superseded ?? false) || byName(a, b);

const byName = (a: { name: string }, b: { name: string }) => byLabel(a.name, b.name);

/** Which operations of which resources show a property. */
type Uses = Map<string, Set<string>>;

/** Display conditions that show one property. */
interface DisplayGroup {
	resources: string[];
	operations: Set<string>;
}

/**
 * Where a shared property is shown, as n8n's display options can say it: `resource` and `operation`
 * are two independent conditions, each combination of which shows the property. Resources go
 * together as long as that adds no operation which does not have the property.
 */
function displays(uses: Uses, all: Uses): Array<Record<string, string[]>> {
	const operationsOf = (resource: string) => all.get(resource) ?? new Set<string>();
	const fits = ({ resources, operations }: DisplayGroup) =>
		resources.every((resource) =>
			[...operationsOf(resource)].every(
				(operation) => !operations.has(operation) || uses.get(resource)?.has(operation),
			),
		);
	const groups: DisplayGroup[] = [];
	for (const [resource, operations] of uses) {
		const together = groups
			.map((group) => ({
				group,
				resources: [...group.resources, resource],
				operations: new Set([...group.operations, ...operations]),
			}))
			.find(fits);
		if (together) {
			together.group.resources = together.resources;
			together.group.operations = together.operations;
		} else groups.push({ resources: [resource], operations });
	}
	return groups.map(({ resources, operations }) => {
		const everywhere = resources.every((resource) =>
			[...operationsOf(resource)].every((operation) => operations.has(operation)),
		);
		return { resource: resources, ...(!everywhere && { operation: [...operations].sort() }) };
	});
}

/**
 * The properties of a declarative node. One property serves every operation that has it, because
 * n8n walks all top-level properties twice for each item.
 *
 * @param common Fields that every operation has in its options, such as the region
 * @param notices What warnings in the form say; without them there are none
 */
export function assemble(
	resources: Resource[],
	common: Field[] = [],
	notices?: NoticeTexts,
): INodeProperties[] {
	const all = new Map(
		resources.map(({ value, operations }) => [value, new Set(operations.map((one) => one.value))]),
	);
	const shared = new Map<string, { property: INodeProperties; uses: Uses }>();
	for (const { value: resource, operations } of resources) {
		for (const operation of operations) {
			for (const property of propertiesOf(operation, common, notices)) {
				const key = JSON.stringify(property);
				const entry = shared.get(key) ?? { property, uses: new Map() as Uses };
				shared.set(key, entry);
				entry.uses.set(resource, (entry.uses.get(resource) ?? new Set()).add(operation.value));
			}
		}
	}
	const [{ value: firstResource }] = resources;
	const properties: INodeProperties[] = [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
			default: firstResource,
			// Here, so that the node's own send function also gets what no operation fits.
			routing: { send: { paginate: true } },
		},
		...resources.map(operationProperty),
	];
	for (const { property, uses } of inOrder([...shared.values()])) {
		for (const show of displays(uses, all)) {
			const displayOptions: IDisplayOptions = {
				...property.displayOptions,
				show: { ...show, ...property.displayOptions?.show },
			};
			properties.push({ ...property, displayOptions });
		}
	}
	return properties;
}

/** Whether a property says what an operation works on: a network to create something in takes a name, too. */
const isSubject = ({ type, modes }: INodeProperties): boolean =>
	type === 'resourceLocator' && modes?.length === 2;

/** What an operation works on before everything else, then warnings, switches and options after the operation's own fields. */
function inOrder<T extends { property: INodeProperties }>(entries: T[]): T[] {
	const last = [
		...[CREATE_IF_ABSENT, RETURN_ALL, LIMIT, SIMPLIFY, WAIT].map(({ property }) => property.name),
		WAIT_OPTIONS.name,
	];
	const rank = ({ property }: T) => {
		const { type, name } = property;
		if (isSubject(property)) return 0;
		if (type === 'notice') return 0.5;
		if (name === 'options') return last.length + 2;
		return last.includes(name) ? last.indexOf(name) + 2 : 1;
	};
	return entries
		.map((entry, index) => ({ entry, index }))
		.sort((a, b) => rank(a.entry) - rank(b.entry) || a.index - b.index)
		.map(({ entry }) => entry);
}
