import type { Deliberate } from './deliberate';

/** Where the Tencent Cloud node differs from the facts on purpose, and why. */
export const tencent: Deliberate = {
	further: {},
	differences: {},
};
