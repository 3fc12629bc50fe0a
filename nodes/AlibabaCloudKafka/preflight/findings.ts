import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import type { Lookup } from '../../shared/contract/lookup';
import { isForbidden } from '../../shared/request/lookUp';

/** What checks before an order find. */
export interface Finding extends IDataObject {
	/** What was checked. */
	check: string;
	/** `problem`: the order or the deployment would not succeed. `warning`: it may not, or that is not known. */
	result: 'ok' | 'warning' | 'problem';
	/** What is there, in words. */
	found: string;
	/** Full sentences; empty where nothing is to be done. */
	whatToDo: string;
}

export const ok = (check: string, found: string): Finding => ({
	check,
	result: 'ok',
	found,
	whatToDo: '',
});

export const warning = (check: string, found: string, whatToDo: string): Finding => ({
	check,
	result: 'warning',
	found,
	whatToDo,
});

export const problem = (check: string, found: string, whatToDo: string): Finding => ({
	check,
	result: 'problem',
	found,
	whatToDo,
});

/**
 * A check that could not be made, which says nothing about what it was to find.
 *
 * @throws {Failure} The execution was stopped
 */
export function unchecked(check: string, { plural, permission }: Lookup, error: unknown): Finding {
	const failure = asFailure(error);
	if (failure.kind === 'cancelled') throw failure;
	if (isForbidden(failure)) {
		return warning(
			check,
			`Not checked: the credential has no permission to list ${plural} (${permission})`,
			`Grant it ${permission} to check this. The order does not need it.`,
		);
	}
	const { advice = 'Check it in the console.' } = failure.details;
	return warning(check, `Not checked: ${failure.message}`, advice);
}
