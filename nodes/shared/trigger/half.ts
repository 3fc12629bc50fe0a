import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { Connection } from '../request/connection';

/**
 * Reads one of two sources. Where it is refused from now on, such as by a permission that was taken away,
 * the other one still tells what happens; where it was never read, the settings are wrong.
 *
 * @param kept What an earlier poll kept of it
 */
export async function half<T>(
	read: () => Promise<T>,
	kept: unknown,
): Promise<{ outcome?: T; failure?: Failure }> {
	try {
		return { outcome: await read() };
	} catch (error) {
		const failure = asFailure(error);
		if (kept === undefined || failure.kind !== 'refused') throw failure;
		return { failure };
	}
}

/** Where items of the other source come out, n8n shows no error. */
export const warn = ({ context, secrets }: Connection, message: string) =>
	context.logger.warn(
		secrets.hide(
			`${context.getNode().name}: a part of what is watched could not be read: ${message}`,
		),
	);
