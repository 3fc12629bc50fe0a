import type { Observation } from '../../shared/contract/completion';
import { latest } from '../../shared/contract/completion';

/** What holds for everything whose end its list shows. */

/** Something that is not listed: when new, not for a while; when deleted, no longer. */
export const NOT_LISTED: Observation = { status: 'not visible', kind: 'gone' };

/** Whether it is not listed, or no longer. */
export const isGone = (observations: Observation[]): boolean =>
	latest(observations).kind === 'gone';

/** Whether something that was there went wrong, or is there no longer. */
export const failedOrLost = (observations: Observation[]): boolean =>
	latest(observations).kind === 'failed' ||
	(isGone(observations) && observations.some(({ record }) => record !== undefined));
