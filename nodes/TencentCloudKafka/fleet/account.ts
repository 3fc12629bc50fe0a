import { Failure, NOT_FROM_API, asFailure } from '../../shared/contract/failure';
import type { Open } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import { isForbidden } from '../api/decode';
import { nameOf } from '../api/records';

const noAccount = () =>
	new Failure('broken', 'the response does not name the account', {
		readOnly: true,
		advice: NOT_FROM_API,
	});

/**
 * Number of the main account that the credential leads to, by GetCallerIdentity of the Security Token Service.
 *
 * @throws {Failure}
 */
export async function account(open: Open): Promise<string> {
	const at = await open();
	try {
		const { AccountId } = await call(at, {
			api: 'GetCallerIdentity',
			effect: 'read',
			method: 'POST',
			path: '/',
			body: {},
		});
		const id = nameOf(AccountId);
		if (id !== undefined) return id;
	} catch (error) {
		const failure = asFailure(error);
		throw isForbidden(failure)
			? failure.with({ advice: 'Grant the CAM user sts:GetCallerIdentity.' })
			: failure;
	}
	throw noAccount();
}
