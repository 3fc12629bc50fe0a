import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { Connection } from '../request/connection';

/** What became of reading one of two sources. */
export interface Half<T> {
	outcome?: T;
	failure?: Failure;
}

/**
 * Reads one of two sources; whatever is wrong with it, the other one still tells what happens.
 *
 * @param late Ends the reading when it takes too long
 */
export async function half<T>(read: () => Promise<T>, late?: AbortSignal): Promise<Half<T>> {
	try {
		return { outcome: await read() };
	} catch (error) {
		const failure = asFailure(error);
		return { failure: late?.aborted && failure.kind === 'cancelled' ? tooSlow(failure) : failure };
	}
}

const tooSlow = (failure: Failure) =>
	failure.with({
		kind: 'lost',
		message: 'the list of instances did not come in time',
		advice:
			'Nothing of it was lost: the next poll reads it again. Check how quickly the service responds.',
	});

/** Where items of the other source come out, n8n shows no error. */
export const warn = ({ context, secrets }: Connection, message: string) =>
	context.logger.warn(
		secrets.hide(
			`${context.getNode().name}: a part of what is watched could not be read: ${message}`,
		),
	);
