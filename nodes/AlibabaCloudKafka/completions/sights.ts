import type { Sight } from '../../shared/contract/completion';

/** What completions ask of what was seen so far; while they are asked, there is always something. */

export const last = (sights: Sight[]): Sight => sights[sights.length - 1];

/** Whether what is waited for serves. */
export const isReady = (sights: Sight[]): boolean => last(sights).kind === 'ready';
