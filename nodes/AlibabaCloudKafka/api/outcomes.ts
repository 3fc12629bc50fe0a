import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../shared/contract/operation';
import { one } from '../../shared/contract/operation';

/**
 * What comes out of a change whose answer holds nothing but a request ID.
 *
 * @param done What was done: `{ deleted: true }`
 * @param shown Parameters of the request that tell what it was done to
 */
export const acknowledged =
	(done: IDataObject, ...shown: string[]): NonNullable<Operation['outcome']> =>
	(_answer, { body = {} }) =>
		one({
			InstanceId: body.InstanceId,
			...Object.fromEntries(shown.map((name) => [name, body[name]])),
			...done,
		});
