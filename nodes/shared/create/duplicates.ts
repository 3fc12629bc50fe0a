import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../contract/context';
import { Failure, asFailure } from '../contract/failure';
import type { FindExisting, Operation, Outcome } from '../contract/operation';
import { subjectOf } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';
import type { Creation } from './existing';
import { creationOf, findMatches, inUse, searchPauses } from './existing';

/**
 * Checks whether "Create If Absent" created something beside another one with its name. Two n8n processes
 * that look at the same time both find nothing, and where names are not unique both create; no service
 * offers anything that does both at once. Once its own is listed, the one that looks last sees both.
 *
 * @param outcomes What this item's create gave
 * @throws {Failure} `unfinished`, naming all of them, or `cancelled`
 */
export async function throwIfDuplicated(
	item: OperationContext,
	operation: Operation,
	find: FindExisting,
	request: ApiRequest,
	outcomes: Outcome[],
): Promise<void> {
	const { key } = find;
	const created = outcomes.filter(({ json, failed }) => !failed && json.created === true);
	if (created.length === 0) return;
	const creation = creationOf(item, operation, find, request);
	const idsOf = (rows: IDataObject[]) => rows.map((json) => json[key]);
	const own = idsOf(created.map(({ json }) => json));
	const what = created.map(({ json }) => subjectOf(operation, json, request)).join(', ');
	const moment = `while checking whether ${what} is the only one with its name`;
	// What was found again for a lost response may be the other's, and its own be listed later.
	const wasLost = created.some(({ json }) => json.recovered);
	let isListed = false;
	for (const duration of searchPauses(creation)) {
		await item.pause(duration, moment);
		const rows = await matchesOf(creation, moment);
		const others = idsOf(inUse(creation, rows)).filter((id) => !own.includes(id));
		if (others.length > 0) throw duplicated(what, others.join(', '), operation.billed);
		const ids = idsOf(rows);
		isListed = own.every((id) => ids.includes(id));
		if (isListed && !wasLost) return;
	}
	if (!isListed) item.note(`${what}: could not check whether it is the only one with its name`);
}

/** None where they cannot be read: what was created is no failure for that. */
async function matchesOf(creation: Creation, moment: string): Promise<IDataObject[]> {
	const { item } = creation;
	try {
		return await findMatches(creation);
	} catch (error) {
		item.throwIfCancelled(moment);
		item.note(`${item.action}: ${asFailure(error).message} ${moment}`);
		return [];
	}
}

const duplicated = (own: string, others: string, billed = false) =>
	new Failure(
		'unfinished',
		`Created ${own}, but others with the same name appeared at the same time: ${others}`,
		{
			advice: `${billed ? 'All of them are billed' : 'All of them exist'}. Decide which one to keep and delete the others; then run this again with 'Create If Absent' on, which uses the one that is left.`,
		},
	);
