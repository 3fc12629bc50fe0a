import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../contract/field';
import type { Operation, Resource } from '../contract/operation';
import { effectOf } from '../contract/operation';
import { byLabel } from './labels';

const RETURN_ALL: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	default: 50,
	typeOptions: { minValue: 1 },
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const CREATE_IF_ABSENT: INodeProperties = {
	displayName: 'Create If Absent',
	name: 'createIfAbsent',
	type: 'boolean',
	default: false,
	description:
		'Whether to return the existing resource with this exact name instead of creating another one, so that running the workflow twice is safe',
};

const WAIT: INodeProperties = {
	displayName: 'Wait for Completion',
	name: 'waitForCompletion',
	type: 'boolean',
	default: false,
	description:
		'Whether to wait until the cloud has finished the operation, which can take many minutes',
	hint: 'For long waits, use a separate workflow with the trigger node: it does not keep an execution running',
};

const WAIT_OPTIONS: INodeProperties = {
	displayName: 'Wait Options',
	name: 'waitOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { waitForCompletion: [true] } },
	options: [
		{
			displayName: 'Maximum Wait (Minutes)',
			name: 'maximumWait',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description: 'Maximum time to wait',
		},
		{
			displayName: 'On Timeout',
			name: 'whenTimeRunsOut',
			type: 'options',
			options: [
				{ name: 'Fail', value: 'fail', description: 'Stop with an error that contains the ID' },
				{
					name: 'Continue',
					value: 'passOn',
					description: "Continue with the last known state and 'completed' set to false",
				},
			],
			default: 'fail',
		},
		{
			displayName: 'Poll Interval (Seconds)',
			name: 'pollInterval',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 15,
			description:
				'Time between status checks; by default, it depends on how long the operation usually takes',
		},
	],
};

/** For what cannot be had without waiting. */
const { displayOptions: _, ...WAIT_OPTIONS_ALWAYS } = WAIT_OPTIONS;

/** The top-level properties of one operation, in the order in which the user sees them. */
function propertiesOf(operation: Operation, common: Field[]): INodeProperties[] {
	const { fields = [], options = [], find, simple, pages, completion } = operation;
	const properties = fields.map(({ property }) => property);
	if (find) properties.push(CREATE_IF_ABSENT);
	if (pages) properties.push(RETURN_ALL, LIMIT);
	if (simple && effectOf(operation) === 'read') properties.push(SIMPLIFY);
	if (completion?.always) properties.push(WAIT_OPTIONS_ALWAYS);
	else if (completion) properties.push(WAIT, WAIT_OPTIONS);
	const collected = [...options, ...common]
		.map(({ property }) => property)
		.sort((a, b) => byLabel(a.displayName, b.displayName));
	properties.push({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: collected,
	});
	return properties;
}

/** A path as n8n's routing wants it: each parameter percent-encoded, `{project_id}` left alone. */
function urlOf({ request, fields = [] }: Operation): string {
	const names = new Map(
		fields
			.filter(({ place }) => place === 'path')
			.map(({ parameter, property }) => [parameter, property.name]),
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
				...(request.baseURL && { baseURL: request.baseURL }),
				...(constant?.query && { qs: constant.query }),
				...(constant?.body && { body: constant.body }),
			},
			send: { paginate: true },
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
		options: operations.map(operationOption).sort(byName),
		default: firstOperation,
	};
}

const byName = (a: { name: string }, b: { name: string }) => byLabel(a.name, b.name);

/** Which operations of which resources show a property. */
type Uses = Map<string, Set<string>>;

interface Place {
	resources: string[];
	operations: Set<string>;
}

/**
 * The places of a shared property as n8n's display options can say them: `resource` and `operation`
 * are two independent conditions, each combination of which shows the property. Resources go
 * together as long as that adds no operation which does not have the property.
 */
function displays(uses: Uses, all: Uses): Array<Record<string, string[]>> {
	const operationsOf = (resource: string) => all.get(resource) ?? new Set<string>();
	const fits = ({ resources, operations }: Place) =>
		resources.every((resource) =>
			[...operationsOf(resource)].every(
				(operation) => !operations.has(operation) || uses.get(resource)?.has(operation),
			),
		);
	const places: Place[] = [];
	for (const [resource, operations] of uses) {
		const together = places
			.map((place) => ({
				place,
				resources: [...place.resources, resource],
				operations: new Set([...place.operations, ...operations]),
			}))
			.find(fits);
		if (together) {
			together.place.resources = together.resources;
			together.place.operations = together.operations;
		} else places.push({ resources: [resource], operations });
	}
	return places.map(({ resources, operations }) => {
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
 */
export function assemble(resources: Resource[], common: Field[] = []): INodeProperties[] {
	const all = new Map(
		resources.map(({ value, operations }) => [value, new Set(operations.map((one) => one.value))]),
	);
	const shared = new Map<string, { property: INodeProperties; uses: Uses }>();
	for (const { value: resource, operations } of resources) {
		for (const operation of operations) {
			for (const property of propertiesOf(operation, common)) {
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

/** Locators before everything else, switches and options after the operation's own fields. */
function inOrder<T extends { property: INodeProperties }>(entries: T[]): T[] {
	const last = [CREATE_IF_ABSENT, RETURN_ALL, LIMIT, SIMPLIFY, WAIT, WAIT_OPTIONS].map(
		({ name }) => name,
	);
	const rank = ({ property: { type, name } }: T) => {
		if (type === 'resourceLocator') return 0;
		if (name === 'options') return last.length + 2;
		return last.includes(name) ? last.indexOf(name) + 2 : 1;
	};
	return entries
		.map((entry, index) => ({ entry, index }))
		.sort((a, b) => rank(a.entry) - rank(b.entry) || a.index - b.index)
		.map(({ entry }) => entry);
}
