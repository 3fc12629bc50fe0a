/** What is to be told of a stop, by its signal. */
const told = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Tells of a stop. A hundred items that wait for their turn have one signal, and of as many listeners Node.js would
 * warn as of a leak: so the signal has one for all of them.
 *
 * @param leave Called at once when the signal comes
 * @returns Ends it
 */
export function atStop(signal: AbortSignal | undefined, leave: () => void): () => void {
	if (!signal) return () => undefined;
	const others = told.get(signal);
	const all = others ?? new Set();
	if (!others) {
		told.set(signal, all);
		signal.addEventListener('abort', () => all.forEach((one) => one()));
	}
	all.add(leave);
	return () => all.delete(leave);
}
