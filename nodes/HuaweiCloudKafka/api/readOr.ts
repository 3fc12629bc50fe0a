import { asFailure } from '../../shared/contract/failure';

/**
 * What a read gives that only helps an operation along: whoever may not read it is not kept from the
 * operation, for which the service itself decides.
 *
 * @throws {Failure} Where no connection comes about, as the operation would meet the same; when stopped
 */
export async function readOr<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
	try {
		return await read();
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled' || failure.kind === 'unreachable') throw failure;
		return otherwise;
	}
}
