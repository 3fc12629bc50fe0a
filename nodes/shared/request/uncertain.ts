import type { Failure } from '../contract/failure';

/**
 * A failure of a write after which it is not known what happened, with what to do about that.
 *
 * @param about What the request was about: " (Topic: orders)"
 * @returns Any other failure as it is
 */
export const uncertain = (failure: Failure, about: string): Failure =>
	failure.mayHaveHappened
		? failure.with({
				advice: `It is not known whether the request took effect${about}. Check the current state before you run this again.`,
			})
		: failure;
