import type { IDataObject } from 'n8n-workflow';

import { noList } from '../../shared/contract/pages';
import { BARE_LIST } from './decode';
import { textIn } from './failedParts';

/**
 * The checks of an answer, which is a bare list; a table of the reference shows a single one instead.
 *
 * @throws {Failure} There is none: nothing was checked, which must not look as if all was well
 */
export function checksIn(body: IDataObject): IDataObject[] {
	const list = body[BARE_LIST];
	if (Array.isArray(list)) return list as IDataObject[];
	if (textIn(body.name) !== undefined) return [body];
	throw noList('checks');
}
