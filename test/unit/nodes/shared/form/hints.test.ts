import { Workflow, type INode, type INodeParameters, type NodeHint } from 'n8n-workflow';

import type {
	Operation,
	OperationKind,
	Resource,
} from '../../../../../nodes/shared/contract/operation';
import { post } from '../../../../../nodes/shared/contract/operation';
import { isBilled, isDeletion, operationHint } from '../../../../../nodes/shared/form/hints';
import { descriptionOf, presentNodes, resourcesOf } from '../../../../support/facts/vendors';
import { someNode } from '../../../../support/someNode';

const operation = (
	value: string,
	kind: OperationKind,
	more: Partial<Operation> = {},
): Operation => ({
	value,
	kind,
	name: value,
	action: value,
	description: value,
	api: value,
	request: post('/'),
	...more,
});

const resources: Resource[] = [
	{
		value: 'topic',
		name: 'Topic',
		operations: [operation('create', 'create'), operation('remove', 'delete')],
	},
	{
		value: 'instance',
		name: 'Instance',
		// A name proves nothing: only what is declared counts.
		operations: [
			operation('create', 'create', { billed: true }),
			operation('delete', 'change'),
			operation('get', 'read'),
		],
	},
];

/** Whether the form shows a hint for what is selected in it. */
function isShown({ displayCondition = '' }: NodeHint, parameters: INodeParameters): unknown {
	const node: INode = { ...someNode, parameters };
	const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) };
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as never,
	});
	workflow.nodes[node.name].parameters = parameters;
	return workflow.expression.getParameterValue(
		displayCondition,
		null,
		0,
		0,
		node.name,
		[],
		'manual',
		{},
	);
}

describe('a hint for some operations', () => {
	const hint = operationHint(resources, isDeletion, { message: 'Gone.', type: 'warning' });

	test('stands in the form before the node runs, with its message and type', () => {
		expect(hint).toMatchObject({
			message: 'Gone.',
			type: 'warning',
			location: 'ndv',
			whenToDisplay: 'beforeExecution',
		});
	});

	test.each([
		['topic', 'remove', true],
		['topic', 'create', false],
		['instance', 'remove', false],
		['instance', 'delete', false],
		['instance', 'get', false],
	])('is shown for %s/%s: %s', (resource, name, expected) => {
		expect(isShown(hint, { resource, operation: name })).toBe(expected);
	});

	test('of what is billed is shown for what says so, not for every create', () => {
		const billed = operationHint(resources, isBilled, { message: 'Billed.' });
		expect(isShown(billed, { resource: 'instance', operation: 'create' })).toBe(true);
		expect(isShown(billed, { resource: 'topic', operation: 'create' })).toBe(false);
	});

	test('for no operation at all is never shown', () => {
		const never = operationHint(resources, () => false, { message: 'Never.' });
		expect(isShown(never, { resource: 'topic', operation: 'create' })).toBe(false);
	});
});

describe.each(presentNodes())('the form of $title', (own) => {
	const description = descriptionOf(own);
	const operations = resourcesOf(own).flatMap(({ value, operations: list }) =>
		list.map((one) => [`${value}/${one.value}`, value, one] as const),
	);

	test.each(operations)('warns before %s if it deletes or buys something', (_, resource, one) => {
		const shown = (description.hints ?? []).filter(
			(hint) => isShown(hint, { resource, operation: one.value }) === true,
		);
		const deletes = shown.some(({ message }) => message.includes('cannot be undone'));
		const buys = shown.some(({ message }) => message.includes('billed'));
		expect({ deletes, buys }).toEqual({ deletes: isDeletion(one), buys: isBilled(one) });
	});
});
