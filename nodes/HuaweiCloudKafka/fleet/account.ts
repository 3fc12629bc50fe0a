import { Failure, asFailure } from '../../shared/contract/failure';
import { textIn } from '../../shared/fleet/times';
import type { Open } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { getCallerIdentity } from '../api/requests';
import { accountOf, allProjects } from './projects';

const untold = () =>
	new Failure('refused', 'Huawei Cloud does not tell which account the credential belongs to', {
		advice:
			"Grant the IAM user 'iam:projects:listProjects', or leave out the check of the account.",
	});

/** The account by its projects, which is how clouds without the newer service tell it. */
async function byProjects(at: Connection): Promise<string> {
	const projects = await allProjects(at, await accountOf(at));
	const account = projects.map(({ accountId }) => textIn(accountId)).find((id) => id !== null);
	if (!account) throw untold();
	return account;
}

/**
 * ID of the account: one request to the service that tells whose key it is, else the list of projects, where
 * that service does not exist or takes no sign-in.
 *
 * @throws {Failure}
 */
export async function account(open: Open): Promise<string> {
	const at = await open();
	try {
		const id = textIn((await call(at, getCallerIdentity())).account_id);
		if (id) return id;
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled' || failure.kind === 'throttled') throw failure;
	}
	return await byProjects(at);
}
