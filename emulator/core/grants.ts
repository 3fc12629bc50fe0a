import { randomBytes } from 'node:crypto';

import type { Role } from './accounts';

/** Why a role is not granted. */
export type Denial = 'unknown' | 'untrusted' | 'tooLong';

/** What a caller asks for. */
export interface RoleRequest {
	name: string;
	/** ID of the key that signed. */
	caller: string;
	externalId?: string;
	/** Seconds. */
	duration: number;
}

/** Parts of a temporary key. */
export interface TemporaryKey {
	id: string;
	secret: string;
	token: string;
	/** Unix time in milliseconds. */
	expiresAt: number;
}

const text = (bytes: number) => randomBytes(bytes).toString('base64url');

/**
 * Checks whether a role may be assumed, and makes a temporary key if so. A role that does not trust the
 * caller, or wants another external ID, is denied in the same way.
 *
 * @param now Unix time in milliseconds
 */
export function grantRole(
	roles: readonly Role[],
	{ name, caller, externalId, duration }: RoleRequest,
	now: number,
): TemporaryKey | Denial {
	const role = roles.find((candidate) => candidate.name === name);
	if (!role) return 'unknown';
	if (!role.trusts.includes(caller) || role.externalId !== externalId) return 'untrusted';
	if (duration > role.longest) return 'tooLong';
	return {
		id: text(12).replace(/[-_]/g, 'x'),
		secret: text(24),
		token: text(96),
		expiresAt: now + duration * 1000,
	};
}

/** Temporary keys that are still known: those that ended long ago are forgotten. */
export const stillKnown = <K extends { expiresAt?: number }>(
	keys: readonly K[],
	now: number,
): K[] => keys.filter(({ expiresAt = Infinity }) => now < expiresAt + 24 * 3_600_000);
