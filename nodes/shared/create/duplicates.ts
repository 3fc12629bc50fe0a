import type { IDataObject } from 'n8n-workflow';

import { Failure, asFailure } from '../contract/failure';
import type { Item } from '../run/item';
import { inUse, listed, searchTimes } from './existing';
import type { Find, Outcome } from '../contract/operation';
import { subjectOf } from '../contract/operation';
import { pause, throwIfCancelled } from '../request/clock';
import type { ApiRequest } from '../contract/vendor';

/**
 * Looks whether "Create If Absent" made something beside another of its name. Two n8n processes that
 * look at the same time both find nothing, and where names are not unique both create; no vendor
 * offers anything that does both at once. Once its own is listed, the one that looks last sees both.
 *
 * @param outcomes What this item's create gave
 * @throws {Failure} `unfinished`, naming all of them, or `cancelled`
 */
export async function throwIfDoubled(
	item: Item,
	find: Find,
	request: ApiRequest,
	outcomes: Outcome[],
): Promise<void> {
	const { key } = find;
	const made = outcomes.filter(({ json, failed }) => !failed && json.created === true);
	if (made.length === 0) return;
	const idsOf = (rows: IDataObject[]) => rows.map((json) => json[key]);
	const own = idsOf(made.map(({ json }) => json));
	const what = made.map(({ json }) => subjectOf(item.operation, json, request)).join(', ');
	const moment = `while checking whether ${what} is the only one with its name`;
	// What was found again for a lost answer may be the other's, and its own be listed later.
	const wasLost = made.some(({ json }) => json.recovered);
	let isListed = false;
	for (const time of [...searchTimes, ...(find.laterLooks ?? [])]) {
		await pause(time, item.signal, moment);
		const rows = await matchesOf(item, find, request, moment);
		const others = idsOf(inUse(find, rows)).filter((id) => !own.includes(id));
		if (others.length > 0) throw doubled(what, others.join(', '));
		const ids = idsOf(rows);
		isListed = own.every((id) => ids.includes(id));
		if (isListed && !wasLost) return;
	}
	if (!isListed) item.note(`${what}: could not check whether it is the only one with its name`);
}

/** None where they cannot be read: what was created is no failure for that. */
async function matchesOf(item: Item, find: Find, request: ApiRequest, moment: string) {
	try {
		return await listed(item, find, request);
	} catch (error) {
		throwIfCancelled(item.signal, moment);
		item.note(`${item.operation.action}: ${asFailure(error).message} ${moment}`);
		return [];
	}
}

const doubled = (own: string, others: string) =>
	new Failure(
		'unfinished',
		`Created ${own}, but others with the same name appeared at the same time: ${others}`,
		{
			mend: "All of them are billed. Decide which one to keep and delete the others; then run this again with 'Create If Absent' on, which uses the one that is left.",
		},
	);
