import type { Observation } from '../../shared/contract/completion';

/** The latest of what was seen; a completion is asked only when there is one. */
export const last = (sights: Observation[]): Observation => sights[sights.length - 1];
