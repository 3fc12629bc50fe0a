/**
 * Does something with each of a list, a few at a time and in order.
 *
 * @param width Most at once
 * @returns What it gave, in the order of the list; throws only what `work` throws
 */
export async function atOnce<T, R>(
	list: readonly T[],
	width: number,
	work: (one: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = new Array<R>(list.length);
	let next = 0;
	const worker = async () => {
		while (next < list.length) {
			const index = next++;
			results[index] = await work(list[index]);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
	return results;
}
