import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { sha256Hex } from '../signing/encoding';
import type { Caller, HttpRequest, Service } from './ask';
import { sharedByCopies } from './copies';
import { Sessions, type Session, type SessionTime } from './kept';
import { SessionMissing } from './missing';

type Credentials = ICredentialDataDecryptedObject;

/** Temporary keys of a role. */
export interface RoleSession<K> extends Session {
	keys: K;
}

/** What a vendor grants. */
export interface Grant<K> {
	keys: K;
	/** By the vendor's clock, milliseconds since 1970; not a number where it does not say. */
	expiresAt: number;
	/** As asked for, seconds. */
	duration: number;
}

/** How a vendor grants temporary keys of a role. */
export interface Granter<K> {
	/** Of what all copies of this code keep together: "roles of STS". */
	name: string;
	service: Service;
	/** Whether a credential assumes a role. */
	assumes(credentials: Credentials): boolean;
	/**
	 * All in a credential that the keys depend on.
	 *
	 * @throws UserError naming a bad field
	 */
	dependsOn(credentials: Credentials): unknown;
	/** @throws UserError for a role that may not be assumed, OperationalError if the service cannot be reached */
	grant(caller: Caller, now: () => number): Promise<Grant<K>>;
}

/** Keys this close to their end are renewed first, so that they do not end under way, milliseconds. */
const RENEW_BEFORE = 5 * 60_000;

/**
 * Temporary keys of the roles that a vendor's credentials assume. They are kept in memory only: n8n gets
 * nothing to store.
 */
export class Roles<K> {
	private readonly sessions: Sessions<RoleSession<K>>;

	/** What requests were signed with, by object of credential data: n8n makes one for each request. */
	private readonly used: WeakMap<Credentials, Array<RoleSession<K>>>;

	constructor(private readonly granter: Granter<K>) {
		const { name, service } = granter;
		this.sessions = new Sessions(name, service, RENEW_BEFORE);
		this.used = sharedByCopies(`${name}, used`, () => new WeakMap());
	}

	/**
	 * The keys with which a request is signed now; nothing where the credential assumes no role.
	 *
	 * @param now Unix time in milliseconds
	 * @throws UserError for bad fields, or if they have to be fetched first
	 */
	keysFor(credentials: Credentials, now: number): K | undefined {
		if (!this.granter.assumes(credentials)) return undefined;
		const session = this.known(this.idOf(credentials), now);
		if (!session) {
			throw new SessionMissing(
				'There are no valid temporary keys of the role. Test the credential again',
			);
		}
		this.used.set(credentials, [...(this.used.get(credentials) ?? []), session]);
		return session.keys;
	}

	/**
	 * Fetches the keys of the role, unless they are known; nothing where the credential assumes none. n8n
	 * asks before each request, and after a 401 once more with the same object of credential data: then
	 * the keys that were refused are not used again.
	 *
	 * @returns The keys with which to sign
	 * @throws UserError for bad fields or a role that may not be assumed, OperationalError if the service
	 *   cannot be reached
	 */
	async ensure(
		httpRequest: HttpRequest,
		credentials: Credentials,
		time: SessionTime,
	): Promise<K | undefined> {
		if (!this.granter.assumes(credentials)) return undefined;
		this.refuse(credentials);
		const id = this.idOf(credentials);
		const known = this.known(id, time.now());
		if (known) return known.keys;
		const { keys } = await this.sessions.fetchOnce(credentials, id, time, async (end) => {
			const caller = { httpRequest, credentials, waiting: time.waiting, end };
			const { keys: granted, expiresAt, duration } = await this.granter.grant(caller, time.now);
			const fetchedAt = time.now();
			const asked = fetchedAt + duration * 1000;
			return {
				id,
				keys: granted,
				fetchedAt,
				// This clock may be behind, which would make them seem to last longer, or ahead: a refusal will tell.
				expiresAt: expiresAt > fetchedAt ? Math.min(expiresAt, asked) : asked,
			};
		});
		return keys;
	}

	/**
	 * Forgets the keys with which a request was last signed, as the service has refused them. Others may
	 * have done so before: then the newer ones stay.
	 *
	 * @returns Whether it was signed with keys of a role
	 */
	refuse(credentials: Credentials): boolean {
		const last = this.used.get(credentials)?.at(-1);
		if (last) this.sessions.forget(last);
		return last !== undefined;
	}

	/** The keys that requests carried with this object of credential data, refused ones too. */
	sentWith(credentials: Credentials): object[] {
		return this.used.get(credentials) ?? [];
	}

	private idOf(credentials: Credentials): string {
		return sha256Hex(JSON.stringify(this.granter.dependsOn(credentials)));
	}

	private known(id: string, now: number): RoleSession<K> | undefined {
		const session = this.sessions.find(id);
		return session && this.sessions.isFresh(session, now) ? session : undefined;
	}
}
