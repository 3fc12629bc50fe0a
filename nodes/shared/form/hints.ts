import type { NodeHint } from 'n8n-workflow';

import type { Operation, Resource } from '../contract/operation';

/**
 * A hint that the form shows for some of the operations, before the node runs.
 *
 * @param applies Which operations, by what they declare: never by their names
 */
export function operationHint(
	resources: Resource[],
	applies: (operation: Operation) => boolean,
	hint: Pick<NodeHint, 'message' | 'type'>,
): NodeHint {
	const names = resources.flatMap(({ value, operations }) =>
		operations.filter(applies).map((operation) => `${value}/${operation.value}`),
	);
	return {
		...hint,
		location: 'ndv',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${JSON.stringify(names)}.includes($parameter["resource"] + "/" + $parameter["operation"]) }}`,
	};
}

/** Operations that buy something which is billed from then on. */
export const isBilled = ({ billed }: Operation): boolean => billed === true;

/** Operations after which something no longer exists. */
export const isDeletion = ({ kind }: Operation): boolean => kind === 'delete';
