import type { Observation } from '../../shared/contract/completion';

/** What completions ask of what was seen so far; while they are asked, there is always something. */

export const last = (sights: Observation[]): Observation => sights[sights.length - 1];

/** Whether what is waited for serves. */
export const isReady = (sights: Observation[]): boolean => last(sights).kind === 'ready';
