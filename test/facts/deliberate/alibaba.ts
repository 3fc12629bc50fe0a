import type { Deliberate } from './deliberate';

/** Where the Alibaba Cloud node differs from the facts on purpose, and why. */
export const alibaba: Deliberate = {
	further: {},
	differences: {},
};
