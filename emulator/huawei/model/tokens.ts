import { createHash } from 'node:crypto';

import type { HuaweiProject, HuaweiUser } from '../../core/accounts';
import { DAY, type VirtualClock } from '../../core/clock';

/** Life of an IAM token in (virtual) milliseconds. */
const TOKEN_LIFE = DAY;

/** A token that was given out. */
export interface IssuedToken {
	value: string;
	user: HuaweiUser;
	/** Null for a token of the whole account. */
	project: HuaweiProject | null;
	issuedAt: number;
	expiresAt: number;
}

/** The IAM tokens in circulation; they expire by the virtual clock. */
export class Tokens {
	private readonly issued = new Map<string, IssuedToken>();

	constructor(private readonly clock: VirtualClock) {}

	issue(user: HuaweiUser, project: HuaweiProject | null): IssuedToken {
		const issuedAt = this.clock.now();
		const seed = `${user.userName}/${project?.id}/${this.issued.size}`;
		const digest = createHash('sha512').update(seed).digest('base64').replaceAll('/', '-');
		const token: IssuedToken = {
			// Real tokens are long texts that begin so.
			value: `MIIEmulator${digest.repeat(3)}`,
			user,
			project,
			issuedAt,
			expiresAt: issuedAt + TOKEN_LIFE,
		};
		this.issued.set(token.value, token);
		return token;
	}

	/** The token of this value, or why it is not accepted. */
	find(value: string): IssuedToken | 'unknown' | 'expired' {
		const token = this.issued.get(value);
		if (!token) return 'unknown';
		return token.expiresAt > this.clock.now() ? token : 'expired';
	}

	/** Makes all tokens invalid, as after a change of the user's password. */
	revokeAll(): void {
		this.issued.clear();
	}
}
