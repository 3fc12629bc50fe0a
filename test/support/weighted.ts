import fc from 'fast-check';

/** Arbitraries of what happens now and then; the simplest case is that it does not. */

/** The rare one with a probability from 0 to 1, else the usual one, which it shrinks to. */
export const rarely = <T>(
	share: number,
	rare: fc.Arbitrary<T>,
	usual: fc.Arbitrary<T>,
): fc.Arbitrary<T> => {
	const weight = Math.round(share * 100);
	return fc.oneof(
		{ withCrossShrink: true },
		{ weight: 100 - weight, arbitrary: usual },
		{ weight, arbitrary: rare },
	);
};

/** Something with a probability from 0 to 1, else undefined. */
export const perhaps = <T>(share: number, some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
	rarely<T | undefined>(share, some, fc.constant(undefined));

/** True with a probability from 0 to 1. */
export const chance = (share: number): fc.Arbitrary<boolean> =>
	rarely(share, fc.constant(true), fc.constant(false));

/** A whole number from 0 up to, but without, `limit`. */
export const below = (limit: number): fc.Arbitrary<number> => fc.nat(limit - 1);
