/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		chance: (share: number) => next() < share,
		of: <T>(list: T[]) => list[below(list.length)],
	};
}

export type Random = ReturnType<typeof randomOf>;

/**
 * Seeds of the random histories of a test: the first ones, or what `TRIGGER_SEED` and `TRIGGER_RUNS`
 * say, which is how one that failed is repeated.
 *
 * @param usual How many there are without them
 */
export function seedsOf(usual: number): { seeds: number[]; isUsual: boolean } {
	const { TRIGGER_RUNS: runs = usual, TRIGGER_SEED: first = 1 } = process.env;
	const seeds = Array.from({ length: Number(runs) }, (_, index) => Number(first) + index);
	return { seeds, isUsual: !process.env.TRIGGER_RUNS && !process.env.TRIGGER_SEED };
}
