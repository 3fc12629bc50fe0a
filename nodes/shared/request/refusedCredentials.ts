import { Failure } from '../contract/failure';

/**
 * Credentials that a cloud has rejected in this run. A few rejections in a row may lock an access key for everybody who
 * uses it (at one of the clouds, five; FAQ of its API Gateway), so the first request of a credential goes alone, and
 * what it is told holds for all items.
 */
export class RefusedCredentials {
	/** What became of the first request of a credential, `undefined` where it was not rejected. */
	private readonly first = new Map<string, Promise<Failure | undefined>>();

	/**
	 * Sends a request, unless the credential has been rejected.
	 *
	 * @param who The credential, and the place to which it leads
	 * @throws {Failure} What `send` throws; `notSent` after a rejection
	 */
	async unlessRefused<T>(who: string, send: () => Promise<T>): Promise<T> {
		const first = this.first.get(who);
		const earlier = first && (await first);
		if (earlier) throw notSent(earlier);
		const sent = send();
		const told = sent.then(() => undefined, refusalIn);
		// The first one notes at once that it is under way; of a later one, only a rejection counts.
		if (!first) this.first.set(who, told);
		else void told.then((refusal) => refusal && this.first.set(who, told));
		return await sent;
	}
}

const refusalIn = (error: unknown): Failure | undefined =>
	error instanceof Failure && error.details.isUnauthorized ? error : undefined;

const notSent = (failure: Failure): Failure =>
	failure.with({
		kind: 'notSent',
		message: `${failure.message} at an earlier item, so nothing was sent`,
	});
