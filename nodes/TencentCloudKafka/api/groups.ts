import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { asFailure } from '../../shared/contract/failure';
import { nameOf } from './records';
import { showGroups } from './requests';

/** State of a consumer group, such as Empty or Stable; `undefined` where it cannot be read. */
export async function stateOfGroup(
	item: OperationContext,
	instanceId: unknown,
	group: unknown,
): Promise<string | undefined> {
	try {
		const { Result } = await item.call(showGroups(instanceId, [String(group)]));
		const [found] = Array.isArray(Result) ? (Result as Array<IDataObject | null>) : [];
		return nameOf(found?.State);
	} catch (error) {
		if (asFailure(error).kind === 'cancelled') throw asFailure(error);
		return undefined;
	}
}
