import type { Accounts, HuaweiProject } from '../../core/accounts';
import type { RawRequest } from '../../http/request';
import { refuse, refuseAuthentication } from '../answers/errors';
import type { IssuedToken, Tokens } from '../model/tokens';
import { verifySignature } from './signature';

/** Who sent a request. */
export interface Caller {
	/** Access key or user name; rate limits count by it. */
	name: string;
	token: IssuedToken | null;
	/** Project of the token, or the one named by X-Project-Id. */
	project: HuaweiProject | null;
	/** X-Project-Id as sent. */
	projectHeader: string | undefined;
}

/**
 * Checks token or signature; ends the request with 401 when neither holds.
 * @param serverTime ms since the epoch, for the date of the signature
 */
export function authenticate(
	request: RawRequest,
	accounts: Accounts['huawei'],
	tokens: Tokens,
	serverTime: number,
): Caller {
	const projectHeader = request.header('x-project-id');
	const named = accounts.projects.find((project) => project.id === projectHeader) ?? null;
	const value = request.header('x-auth-token');
	if (value !== undefined) {
		const token = tokens.find(value);
		if (token === 'unknown') refuseAuthentication('decrypt token fail');
		if (token === 'expired') refuseAuthentication('token expires');
		return { name: token.user.userName, token, project: token.project, projectHeader };
	}
	if (request.header('authorization') === undefined) {
		refuseAuthentication('x-auth-token not found');
	}
	const verdict = verifySignature(request, accounts.keys, serverTime);
	if ('refused' in verdict) refuseAuthentication(verdict.refused);
	return { name: verdict.key.accessKey, token: null, project: named, projectHeader };
}

/** The project a path names; ends the request when the caller may not use it. */
export function authorizeProject(
	projectId: string,
	caller: Caller,
	accounts: Accounts['huawei'],
): HuaweiProject {
	if (!/^[0-9a-f]{32}$/.test(projectId)) refuse('DMS.00400002');
	if (caller.token && caller.token.project?.id !== projectId) refuse('DMS.10240104');
	const named = caller.projectHeader ?? projectId;
	const project = accounts.projects.find((candidate) => candidate.id === projectId);
	// A recording of huaweicloud/cloud-custodian of 2025-04.
	if (!caller.token && (named !== projectId || !project)) refuseAuthentication('Unauthorized');
	if (named !== projectId) refuse('DMS.10240104');
	return project ?? refuse('DMS.00403007');
}
