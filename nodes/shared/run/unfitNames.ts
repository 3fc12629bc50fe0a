import { BadInput } from '../contract/badInput';
import { asFailure } from '../contract/failure';
import type { CheckItem } from '../request/checking';

/**
 * What a check before a purchase finds where a name cannot be put in the place of an ID: none or several
 * have it, which is a problem, or the list cannot be read, which says nothing.
 *
 * @param check Display name of the field
 * @throws {Failure} The execution was stopped
 */
export function unfitName(check: string, error: unknown): CheckItem {
	const failure = asFailure(error);
	if (failure.kind === 'cancelled') throw failure;
	return {
		check,
		result: error instanceof BadInput ? 'problem' : 'warning',
		found: failure.message,
		whatToDo: failure.details.advice ?? 'Check it in the console.',
	};
}
