import type { TencentKey } from '../../core/accounts';
import type { OperationFacts } from '../../core/facts';
import { refuse } from '../answers/errors';

/** Ends a request that the policies of its key do not allow. */
export function checkAllowed({ denied = [] }: TencentKey, { request }: OperationFacts): void {
	const { service, action } = request;
	const named = `${service}:${action}`;
	if (!denied.includes(named) && !denied.includes(`${service}:*`)) return;
	refuse(
		'UnauthorizedOperation',
		`You are not authorized to perform operation (${named})\nresource (*) has no permission\n`,
	);
}
