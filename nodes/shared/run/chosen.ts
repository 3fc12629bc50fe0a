import type { INodeParameters } from 'n8n-workflow';

import { Failure } from '../contract/failure';
import { isExpression } from '../contract/nothing';
import type { Operation, Resource } from '../contract/operation';

/** Operations by "resource/operation". */
export type Operations = ReadonlyMap<string, Operation>;

/** All operations of a node's resources. */
export const operationsOf = (resources: Resource[]): Operations =>
	new Map(
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [`${value}/${operation.value}`, operation] as const),
		),
	);

/** Whether something is computed: n8n has taken the equals sign away where a field takes no expression. */
const isComputed = (value: unknown) => isExpression(value) || String(value).includes('{{');

/**
 * The operation that a node is set to. The editor offers those that there are, and no expression. A workflow that was
 * written by a program may have others: n8n then makes a request without a method, an address, or a field.
 *
 * @param written The parameters as they stand in the node
 * @throws {Failure} `notSent`
 */
export function chosenOperation(
	operations: Operations,
	{ resource, operation }: INodeParameters,
): Operation {
	if (isComputed(resource) || isComputed(operation)) {
		const field = isComputed(resource) ? 'Resource' : 'Operation';
		throw new Failure('notSent', `'${field}' is an expression, with which n8n sends no fields`, {
			advice:
				'Select a fixed value. To choose between operations, use one node for each, behind a Switch node.',
		});
	}
	const chosen = operations.get(`${String(resource)}/${String(operation)}`);
	if (chosen) return chosen;
	// n8n drops the operation of a resource that there is not.
	const missing = operation === undefined ? '' : ` operation '${String(operation)}' for the`;
	throw new Failure('notSent', `this node has no${missing} resource '${String(resource)}'`, {
		advice:
			"Select 'Resource' and 'Operation' again. Operations that are not everyday work are in other nodes of this package.",
	});
}
