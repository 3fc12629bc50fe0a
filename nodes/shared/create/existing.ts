import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../run/item';
import { forgetListed } from './recentCreates';
import type { Find } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';

/** Looks for a create whose answer was lost, milliseconds after the loss: lists lag behind. */
export const searchTimes = [1_000, 3_000, 8_000];

/** Under which what was made of a name is kept in mind. */
export function keyOf(item: Item, find: Find, { body }: ApiRequest): string {
	const name = find.named === undefined ? item.about : String(body?.[find.named]);
	return [item.place, find.key, name].join('|');
}

/** What the list shows of the name, in whatever state. */
export async function listed(item: Item, find: Find, request: ApiRequest): Promise<IDataObject[]> {
	const rows = await find.matches(item, request);
	if (find.named !== undefined) forgetListed(keyOf(item, find, request), rows);
	return rows;
}

/** What of it is not failed or on its way out. */
export const inUse = ({ isOver }: Find, rows: IDataObject[]): IDataObject[] =>
	rows.filter((json) => !isOver?.(json));

/** How many a request makes. */
export const countOf = ({ count }: Find, request: ApiRequest): number => count?.(request) ?? 1;
