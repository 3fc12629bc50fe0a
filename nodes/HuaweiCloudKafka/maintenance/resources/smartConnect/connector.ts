import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../../shared/contract/context';
import type { Settled } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { showInstance } from '../../../api/requests';
import { hasConnector } from '../../../completions/connector';

/**
 * Spares a request where Smart Connect is on or off already: what a second one would do is not documented.
 *
 * @param wanted Whether it is to be on
 * @param done What comes out then
 */
export async function settledIf(
	item: OperationContext,
	wanted: boolean,
	done: IDataObject,
): Promise<Settled | void> {
	const record = await item.call(showInstance(item.nodeParameter('instanceId')));
	if (hasConnector(record) !== wanted) return;
	const { connector_id } = record;
	const json = withInstance({ ...done, ...(wanted && { connector_id }), changed: false }, item);
	return { outcomes: [{ json }], isAll: true };
}
