/**
 * Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32), for a clock: what
 * waits is spread as in reality, without a plan that could shrink.
 */
export function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
