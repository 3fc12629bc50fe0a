import type { Operation } from '../contract/operation';

/**
 * What to do when the wait for a create ends before it is done: it goes on, and is not to be created again.
 *
 * @returns Full sentences; `undefined` for an operation that creates nothing
 */
export function stillThere({
	kind,
	billed,
	find,
	madeBefore,
}: Pick<Operation, 'kind' | 'billed' | 'find' | 'madeBefore'>): string | undefined {
	if (kind !== 'create') return undefined;
	return [
		billed
			? "It exists and is billed, and the cloud continues to prepare it; do not create another one. Continue with its ID: the operation 'Get' or the trigger node shows when it is ready."
			: 'It exists or is still being created; do not create it again. Read its current state to continue when it is ready.',
		madeBefore?.named &&
			'A retry of this execution waits for it if it has the name that this node gives it.',
		madeBefore && `A retry of this execution does not create another one. ${madeBefore.goOn}`,
		find &&
			"A retry of this execution, or an execution with 'Create If Absent' on, waits for it instead of creating another one.",
		"'Maximum Wait (Minutes)' sets how long such a wait may take.",
	]
		.filter(Boolean)
		.join(' ');
}
