import type { Observation } from '../../shared/contract/completion';

/** What holds for everything whose end its list shows. */

/** Something that is not listed: when new, not for a while; when deleted, no longer. */
export const NOT_LISTED: Observation = { status: 'not visible', kind: 'gone' };

/** The latest of them; whoever judges has at least one. */
export const latest = (sights: Observation[]): Observation => sights[sights.length - 1];

/** Whether the latest look found it ready. */
export const isReady = (sights: Observation[]): boolean => latest(sights).kind === 'ready';

/** Whether it is not listed, or no longer. */
export const isGone = (sights: Observation[]): boolean => latest(sights).kind === 'gone';

/** Whether something that was there went wrong, or is there no longer. */
export const failedOrLost = (sights: Observation[]): boolean =>
	latest(sights).kind === 'failed' ||
	(isGone(sights) && sights.some(({ record }) => record !== undefined));
