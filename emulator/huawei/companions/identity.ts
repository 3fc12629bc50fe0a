import { json } from '../../http/answer';
import type { Handler } from '../requests/context';

/** Whose keys these are (IAM 5). Facts: companions/GetCallerIdentity.json. */
export const GetCallerIdentity: Handler = ({ caller }, { state }) => {
	const { domainId } = state.accounts;
	return json(200, {
		account_id: domainId,
		principal_urn: `iam::${domainId}:user:${caller.name}`,
		principal_id: '0760a9e2e60026664f1fc0031f9f205e',
	});
};
