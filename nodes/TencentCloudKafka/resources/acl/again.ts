import type { Operation } from '../../../shared/contract/operation';

/** Tries altogether, and milliseconds between two (terraform-provider-tencentcloud #4385). */
const MOST_TRIES = 5;
const PAUSE = 5_000;

/**
 * While the instance changes or is busy, ACLs are refused by a code that leaves their effect open. An ACL
 * that exists already stays as it is, so that sending it once more does no harm.
 */
export const whileBusy: Operation['again'] = async (_item, _request, { details }, { count }) =>
	details.code === 'FailedOperation' && count < MOST_TRIES ? PAUSE : undefined;
