import { asFailure } from '../../shared/contract/failure';
import type { Lookup } from '../../shared/contract/lookup';
import type { CheckItem, Verdict } from '../../shared/request/checking';
import * as checking from '../../shared/request/checking';
import { isForbidden } from '../../shared/request/lookUp';

/** What checks before an order find: some of them several things. */
export type Finding = CheckItem;

const finding =
	<Given extends unknown[]>(verdict: (...given: Given) => Verdict) =>
	(check: string, ...given: Given): Finding => ({ check, ...verdict(...given) });

export const ok = finding(checking.ok);
export const warning = finding(checking.warning);
export const problem = finding(checking.problem);

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
