import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import { listIn } from '../../shared/contract/pages';
import type { Caller } from '../../shared/request/readList';
import { authDomains, callerIdentity } from './requests';

/**
 * The identity by the Security Token Service; nothing where there is none, none is reached from here, or it
 * takes no such credential.
 */
async function bySts(caller: Caller): Promise<IDataObject | undefined> {
	try {
		return await caller.call(callerIdentity());
	} catch (error) {
		const failure = asFailure(error);
		// A wrong key or clock is none for IAM, either.
		const isKnown = failure.details.httpStatus !== 401;
		if (isKnown && ['notSent', 'unreachable', 'refused'].includes(failure.kind)) return undefined;
		throw failure;
	}
}

/**
 * Whose the credential is, with its account in `account_id`. IAM 5, GetCallerIdentity: the user, or the session
 * of an agency; where that does not answer, KeystoneListAuthDomains of IAM, which every site has: the account.
 *
 * @throws {Failure}
 */
export async function identityOf(caller: Caller): Promise<IDataObject> {
	const identity = await bySts(caller);
	if (identity) return identity;
	const [account] = listIn(await caller.call(authDomains()), 'domains');
	return { account_id: account?.id, account_name: account?.name };
}
