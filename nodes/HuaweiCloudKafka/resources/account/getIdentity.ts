import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import { asFailure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { get, singleItem } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { callerIdentity } from '../../api/requests';

/**
 * The identity by the Security Token Service; nothing where there is none, none is reached from here, or it
 * takes no such credential.
 */
async function bySts(item: OperationContext): Promise<IDataObject | undefined> {
	try {
		return await item.call(callerIdentity());
	} catch (error) {
		const failure = asFailure(error);
		if (['notSent', 'unreachable', 'refused'].includes(failure.kind)) return undefined;
		throw failure;
	}
}

/**
 * Tells whose the credential is. IAM 5, GetCallerIdentity: the user, or the session of an agency; where that
 * does not answer, KeystoneListAuthDomains of IAM, which every site has: the account.
 */
export const getIdentity: Operation = {
	value: 'getIdentity',
	name: 'Get Identity',
	action: 'Get identity of account',
	description:
		'Get the account that the credential belongs to, and in most regions the user or agency session that signs requests',
	api: 'KeystoneListAuthDomains',
	request: get('/v3/auth/domains'),
	kind: 'read',
	runSteps: async (item, request) => {
		const identity = await bySts(item);
		if (identity) return singleItem(identity);
		const [account] = listIn(await item.call(request), 'domains');
		return singleItem({ account_id: account?.id, account_name: account?.name });
	},
};
