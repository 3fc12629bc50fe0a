import type { AlibabaKey } from '../../core/accounts';
import type { OperationFacts } from '../../core/facts';
import { AnswerError } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import { gatewayError } from '../answers/errors';

/** The RAM action of an operation, where the facts say it with the operation. */
const actionOf = ({ permission, request }: OperationFacts): string =>
	/^[a-z]+:\w+/i.exec(permission ?? '')?.[0] ?? `${request.service}:${request.action}`;

/** Ends a request that the policies of its key do not allow, with 403 and the name of the action. */
export function checkAllowed(
	{ denied = [] }: AlibabaKey,
	facts: OperationFacts,
	request: RawRequest,
): void {
	const action = actionOf(facts);
	if (!denied.includes(action) && !denied.includes(`${action.split(':')[0]}:*`)) return;
	const text =
		"User not authorized to operate on the specified resource, or this API doesn't support RAM.";
	const answer = gatewayError(403, 'Forbidden.RAM', text, request);
	const AccessDeniedDetail = { AuthAction: action, NoPermissionType: 'ImplicitDeny' };
	const body = { ...(JSON.parse(answer.body) as object), AccessDeniedDetail };
	throw new AnswerError({ ...answer, body: JSON.stringify(body) });
}
