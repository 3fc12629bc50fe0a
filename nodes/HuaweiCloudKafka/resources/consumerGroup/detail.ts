import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import { Failure, NOT_FROM_API } from '../../../shared/contract/failure';
import type { Outcome } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { isObject } from '../../../shared/request/serviceFailure';
import { isDead } from './existing';

/**
 * The group of an answer.
 *
 * @throws {Failure} There is none: of one that was deleted, the state is DEAD
 */
export function groupIn(
	{ group }: IDataObject,
	_sent: ApiRequest,
	item: OperationContext,
): Outcome[] {
	if (!isObject(group)) throw noGroup();
	if (!isDead(group)) return singleItem(group);
	throw new Failure(
		'refused',
		`consumer group ${String(item.nodeParameter('group'))} does not exist, or no longer`,
		{
			readOnly: true,
			vendorMessage: 'state DEAD',
			advice: 'Check the name of the consumer group; names are case-sensitive.',
		},
	);
}

const noGroup = () =>
	new Failure('broken', 'the response does not contain the consumer group', {
		readOnly: true,
		advice: NOT_FROM_API,
	});
