import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import { isSameWord } from '../../api/records';
import { knownInstance } from '../../api/requests';
import { nameOf, seriesOf } from '../../api/series';

const isGiven = (value: unknown): boolean => value !== undefined;

/** What of an entry means something else where the service passes over it, by label. */
function told({ AclPermissionType: permission, Host: host, ...body }: IDataObject) {
	if (isGiven(permission) && !isSameWord(permission, 'ALLOW')) return 'Permission';
	if (isGiven(host) && host !== '*') return 'Host';
	return isGiven(body.AclOperationTypes) ? 'Multiple Operations' : undefined;
}

/**
 * Refuses what only serverless instances know. Another one would pass over it: a denial would be made as a
 * grant, and the deletion of a denial would delete the grant.
 *
 * @throws {BadInput}
 */
export async function checkServerlessOnly(
	item: OperationContext,
	body: IDataObject,
): Promise<void> {
	const label = told(body);
	if (label === undefined) return;
	const series = seriesOf(await knownInstance(item, body.InstanceId));
	if (series === undefined || series === 'serverless') return;
	throw new BadInput(
		label,
		`is not available for ${nameOf(series)} instances, which would ignore it`,
		'Remove it, or select a serverless instance.',
	);
}
