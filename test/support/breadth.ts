/** Whether tests take their time: `BREADTH=full`, as at night. */
export const isFull = process.env.BREADTH === 'full';

/** How many random plans a test plays: few for a pull request, many at full breadth. */
export const breadth = (quickCount: number, fullCount: number): number =>
	isFull ? fullCount : quickCount;
