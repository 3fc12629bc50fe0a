import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../../shared/contract/vendor';
import { noSuchInstance } from '../../api/decode';
import { instancesOf } from '../../api/pages';

/**
 * The one instance that a list was asked for.
 *
 * @throws {Failure} It is not there
 */
export function onlyInstance(answer: IDataObject, { body = {} }: ApiRequest): IDataObject {
	const [id] = body.InstanceId as string[];
	const found = instancesOf(answer).find(({ InstanceId }) => InstanceId === id);
	if (found) return found;
	throw noSuchInstance(id);
}
