/** Whether tests take their time: `BREADTH=full`, as at night. */
export const isFull = process.env.BREADTH === 'full';

/** How many random plans a test plays: few for a pull request, many at full breadth. */
export const breadth = (quickCount: number, fullCount: number): number =>
	isFull ? fullCount : quickCount;

/**
 * Some of the cases that could be tried with each of many, such as operations: the first of them gets the first cases,
 * the next one those after them, so that every run tries the same, and together they get every case. At full breadth
 * each gets all.
 *
 * @param turn Whose turn it is: 0 for the first, 1 for the next one
 * @param quickCount How many cases one gets for a pull request
 */
export function turnOf<T>(cases: readonly T[], turn: number, quickCount: number): T[] {
	if (isFull || quickCount >= cases.length) return [...cases];
	const first = (turn * quickCount) % cases.length;
	return cases.filter((_, n) => (n - first + cases.length) % cases.length < quickCount);
}

/** Of what costs much every so many: everything at full breadth, and the first one always. */
export const everyNth = <T>(all: readonly T[], nth: number): T[] =>
	all.filter((_, index) => isFull || index % nth === 0);
