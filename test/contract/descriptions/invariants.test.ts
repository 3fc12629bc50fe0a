/** What holds for the finished description of every node. */
import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { isSecretName } from '../../../nodes/shared/contract/secretNames';
import { allNodes, choicesOf, everyProperty, type Described } from './nodes';

let nodes: Described[];
beforeAll(async () => {
	nodes = await allNodes();
});

/** Findings of a check over all nodes, each told by node and path. */
function findings(check: (property: INodeProperties, path: string, node: Described) => unknown) {
	return nodes.flatMap((node) =>
		everyProperty(node.properties)
			.filter(({ property, path }) => check(property, path, node))
			.map(({ path }) => `${node.name}: ${path}`),
	);
}

const operationsOf = ({ properties }: Described) =>
	properties.filter(({ name }) => name === 'operation').flatMap(choicesOf);

test('every resource and operation of a node is offered once', () => {
	for (const { properties, resources } of nodes.filter((node) => node.resources.length > 0)) {
		const [resource] = properties;
		const offered = choicesOf(resource).map(({ value }) => value);
		expect([...offered].sort()).toEqual(resources.map(({ value }) => value).sort());
		for (const { value, operations } of resources) {
			const [list, ...more] = properties.filter(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.includes(value),
			);
			expect(more).toEqual([]);
			const values = choicesOf(list).map((choice) => choice.value);
			expect([...values].sort()).toEqual(operations.map((operation) => operation.value).sort());
			expect(values).toContain(list.default);
		}
	}
});

test('every operation has a description and an action of its own, without articles', () => {
	for (const node of nodes) {
		const actions = operationsOf(node).map(({ action }) => action);
		expect(new Set(actions).size).toBe(actions.length);
		for (const { action, description } of operationsOf(node)) {
			expect(action).toMatch(/^[A-Z][^.]*[^. ]$/);
			expect(action).not.toMatch(/\b(a|an|the)\b/i);
			expect(description).toMatch(/^[A-Z].*[^.]$/);
		}
	}
});

/** Names that say it all. */
const SELF_EXPLAINING = ['Resource', 'Operation', 'Description', 'Tags', 'Retention (Hours)'];

test('a model that fills in the fields is told what they are', () => {
	const unclear = findings(({ displayName, description, hint, placeholder, type, options }) => {
		if (description || hint || SELF_EXPLAINING.includes(displayName)) return false;
		if (type === 'notice' || type === 'collection' || (type === 'options' && options)) return false;
		return !placeholder?.startsWith('e.g.');
	});
	expect(unclear).toEqual([]);
});

test('texts are short, in English, and without a period at the end of a single sentence', () => {
	const foreign = /[^ -\u024f\u2010-\u2026\u20ac]/;
	for (const { node } of nodes) expect(JSON.stringify(node.description)).not.toMatch(foreign);
	expect(
		findings(({ description = '' }) => /^[^.]*\.$/.test(description) || description.length > 240),
	).toEqual([]);
});

test('display conditions name values that there are', () => {
	for (const node of nodes) {
		const byName = new Map<string, unknown[]>();
		for (const property of node.properties) {
			const values =
				property.type === 'boolean' ? [true, false] : choicesOf(property).map(({ value }) => value);
			byName.set(property.name, [...(byName.get(property.name) ?? []), ...values]);
		}
		for (const { name, displayOptions } of node.properties) {
			const conditions = { ...displayOptions?.show, ...displayOptions?.hide };
			for (const [other, values = []] of Object.entries(conditions)) {
				for (const value of values) {
					expect({ name, other, known: byName.get(other) }).toMatchObject({
						known: expect.arrayContaining([value]),
					});
				}
			}
		}
	}
});

test('hints are short, and placeholders are examples', () => {
	expect(findings(({ hint = '' }) => hint.length > 120)).toEqual([]);
	const odd = findings(({ type, placeholder }) => {
		if (placeholder === undefined) return false;
		const isForm = ['collection', 'fixedCollection'].includes(type);
		return !placeholder.startsWith(isForm ? 'Add ' : 'e.g. ');
	});
	expect(odd).toEqual([]);
});

const alphabetical = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));

test('collections are sorted', () => {
	const unsorted = findings(({ type, options = [] }) => {
		if (type !== 'collection') return false;
		const names = (options as INodeProperties[]).map(({ displayName }) => displayName);
		return names.join() !== alphabetical(names).join();
	});
	expect(unsorted).toEqual([]);
});

test('drop-downs with five entries and more are sorted, after the choice of nothing and before what is of the past', () => {
	const unsorted = findings((property) => {
		const names = choicesOf(property)
			.filter(({ value }) => value !== '')
			.map(({ name }) => name)
			.filter((name) => !name.endsWith(' (Legacy)'));
		return names.length >= 5 && names.join() !== alphabetical(names).join();
	});
	expect(unsorted).toEqual([]);
});

test('the choices of a drop-down differ, and its default is one of them', () => {
	const wrong = findings((property) => {
		const values = choicesOf(property).map(({ value }) => value);
		if (values.length === 0) return false;
		const defaults = [property.default].flat() as typeof values;
		return new Set(values).size < values.length || defaults.some((one) => !values.includes(one));
	});
	expect(wrong).toEqual([]);
});

test('what is masked is called like a secret, by which it is kept out of errors', () => {
	const misnamed = ({ name, typeOptions }: INodeProperties) =>
		typeOptions?.password && !isSecretName(name);
	expect(findings(misnamed)).toEqual([]);
});

test('secrets are masked', () => {
	// The key of a tag, the key under which a message is sent, the ID of a key and the token of a next
	// page are none.
	const secret = /passw(or)?d|passwrod|secret|(?<!next ?)token|private_?key|access_?key$/i;
	const open = findings(
		({ name, displayName, type, typeOptions }) =>
			type === 'string' &&
			(secret.test(name) || secret.test(displayName)) &&
			typeOptions?.password !== true,
	);
	expect(open).toEqual([]);
	expect(findings(({ typeOptions }) => typeOptions?.password).length).toBeGreaterThan(0);
});

/** Names that n8n itself adds to a node, or reads as settings of it. */
const RESERVED = [
	'requestOptions',
	'pollTimes',
	'descriptionType',
	'toolDescription',
	'__proto__',
	'constructor',
	'notes',
	'credentials',
	'retryOnFail',
	'executeOnce',
	'webhookId',
];

test('no property has a name that n8n uses, or one that no expression can say', () => {
	expect(
		findings(({ name }) => RESERVED.includes(name) || !/^[a-z][A-Za-z0-9]*$/.test(name)),
	).toEqual([]);
});

test('a node stays below 160 top-level properties', () => {
	for (const { properties } of nodes) expect(properties.length).toBeLessThan(160);
});

test('every look-up that a property names is a method of its node', () => {
	const missing = findings(({ typeOptions, modes = [] }, _path, { node }) => {
		const { loadOptionsMethod: load } = typeOptions ?? {};
		const searches = (modes as INodePropertyMode[]).map(
			(mode) => mode.typeOptions?.searchListMethod,
		);
		return (
			(load && !node.methods?.loadOptions?.[load]) ||
			searches.some((search) => search && !node.methods?.listSearch?.[search])
		);
	});
	expect(missing).toEqual([]);
});

test('every look-up of a node is named by one of its properties', () => {
	const unused = nodes.flatMap(({ name, node, properties }) => {
		const every = everyProperty(properties).map(({ property }) => property);
		const loads = every.map(({ typeOptions }) => typeOptions?.loadOptionsMethod);
		const searches = every.flatMap(({ modes = [] }) =>
			(modes as INodePropertyMode[]).map((mode) => mode.typeOptions?.searchListMethod),
		);
		const named = new Set([...loads, ...searches]);
		return Object.values(node.methods ?? {})
			.flatMap((methods) => Object.keys(methods as object))
			.filter((method) => !named.has(method))
			.map((method) => `${name}: ${method}`);
	});
	expect(unused).toEqual([]);
});

test('the list of an Alibaba Cloud instance opens with what makes one that can be used', () => {
	const alibaba = nodes.find(({ name }) => name === 'AlibabaCloudKafka');
	const list = alibaba?.properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes('instance'),
	) as INodeProperties;
	const names = choicesOf(list).map(({ name }) => name);
	expect(names.slice(0, 2)).toEqual(['Check Before Create', 'Create and Deploy']);
	expect(names.filter((name) => name.startsWith('Create'))).toEqual(['Create and Deploy']);
});

test('the name of what is created has one parameter name on every cloud', () => {
	const named = nodes.flatMap(({ resources }) =>
		resources.flatMap(({ value, operations }) =>
			operations
				.filter(({ kind }) => value === 'topic' && kind === 'create')
				.flatMap(({ fields = [] }) =>
					fields.filter(({ property }) => property.displayName === 'Topic Name'),
				),
		),
	);
	expect(named.map(({ property }) => property.name)).toEqual(Array(3).fill('topicName'));
});

test('only outermost properties and options are routed', () => {
	const nested = findings(
		({ routing }, path) =>
			routing !== undefined && path.split('.').length > 1 && !path.startsWith('options.'),
	);
	expect(nested).toEqual([]);
});
