import { Failure } from '../../shared/contract/failure';
import { textIn } from '../../shared/fleet/times';
import type { Open } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import { identityOf } from '../api/identity';

const untold = () =>
	new Failure('broken', 'Huawei Cloud does not tell which account the credential belongs to', {
		readOnly: true,
		advice: "Try again later, or leave out 'Only in Accounts' and 'Never in Accounts'.",
	});

/**
 * ID of the account: one request to the service that tells whose key it is, or one to IAM, where that service
 * does not exist or takes no sign-in.
 *
 * @throws {Failure}
 */
export async function account(open: Open): Promise<string> {
	const at = await open();
	const identity = await identityOf({ call: async (request) => await call(at, request) });
	const id = textIn(identity.account_id);
	if (id === null) throw untold();
	return id;
}
