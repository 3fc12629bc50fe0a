import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../contract/context';
import { asFailure } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';

/**
 * Sends the request of a write, and sends it again as long as the operation says so.
 *
 * @throws {Failure}
 */
export async function callAgain(
	item: OperationContext,
	{ again }: Operation,
	request: ApiRequest,
): Promise<IDataObject> {
	const start = item.clock.monotonic();
	for (let count = 1; ; count++) {
		try {
			return await item.call(request);
		} catch (error) {
			const failure = asFailure(error);
			const elapsed = item.clock.monotonic() - start;
			const after = await again?.(item, request, failure, { count, elapsed });
			if (after === undefined) throw failure;
			item.note(`${item.action}: ${failure.message}; it is sent again${item.about}`);
			await item.pause(after, `while waiting to send this again${item.about}`);
		}
	}
}
