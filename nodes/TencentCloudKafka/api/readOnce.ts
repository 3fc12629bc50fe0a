import { asFailure } from '../../shared/contract/failure';
import type { Connection } from '../../shared/request/connection';

/**
 * Keeps what is read once for a connection: names of zones, dimensions of a metric. Copies of a connection that end at
 * other signals share it.
 *
 * @returns Gives what was kept under a key, or reads it; a failure is kept too, but not that somebody stopped waiting
 */
export function readOnce<T>() {
	const kept = new WeakMap<object, Map<string, Promise<T>>>();
	return async ({ secrets }: Connection, key: string, read: () => Promise<T>): Promise<T> => {
		// The one member that all copies have in common.
		const here = kept.get(secrets) ?? new Map<string, Promise<T>>();
		kept.set(secrets, here);
		const reading = here.get(key) ?? read();
		here.set(key, reading);
		try {
			return await reading;
		} catch (error) {
			const failure = asFailure(error);
			if (failure.kind === 'cancelled' && here.get(key) === reading) here.delete(key);
			throw failure;
		}
	};
}
