import type { Sight } from '../../shared/contract/completion';

/** What holds for everything whose end its list shows. */

/** Something that is not listed: when new, not for a while; when deleted, no longer. */
export const NOT_LISTED: Sight = { status: 'not visible', kind: 'gone' };

/** The latest of them; whoever judges has at least one. */
export const latest = (sights: Sight[]): Sight => sights[sights.length - 1];

/** Whether the latest look found it ready. */
export const isReady = (sights: Sight[]): boolean => latest(sights).kind === 'ready';

/** Whether it is not listed, or no longer. */
export const isGone = (sights: Sight[]): boolean => latest(sights).kind === 'gone';

/** Whether something that was there went wrong, or is there no longer. */
export const failedOrLost = (sights: Sight[]): boolean =>
	latest(sights).kind === 'failed' ||
	(isGone(sights) && sights.some(({ record }) => record !== undefined));
