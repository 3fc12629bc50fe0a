import { searchTimes } from './create';
import { Failure, asFailure } from './failure';
import type { Item } from './item';
import type { Find, Outcome } from './operation';
import { subjectOf } from './operation';
import { pause, throwIfCancelled } from './pause';
import type { ApiRequest } from './vendor';

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
	const own = made.map(({ json }) => json[key]);
	const what = made.map(({ json }) => subjectOf(item.operation, json, request)).join(', ');
	const moment = `while looking whether ${what} is the only one of its name`;
	for (const time of [...searchTimes, ...(find.laterLooks ?? [])]) {
		await pause(time, item.signal, moment);
		const listed = await idsOf(item, find, request, moment);
		const others = listed.filter((id) => !own.includes(id));
		if (others.length > 0) throw doubled(what, others.join(', '));
		if (own.every((id) => listed.includes(id))) return;
	}
	item.note(`${what}: whether it is the only one of its name could not be seen`);
}

/** None where they cannot be read: what was created is no failure for that. */
async function idsOf(item: Item, find: Find, request: ApiRequest, moment: string) {
	try {
		return (await find.matches(item, request)).map((json) => json[find.key]);
	} catch (error) {
		throwIfCancelled(item.signal, moment);
		item.note(`${item.operation.action}: ${asFailure(error).message} ${moment}`);
		return [];
	}
}

const doubled = (own: string, others: string) =>
	new Failure(
		'unfinished',
		`Created ${own}, but more of that name appeared at the same time: ${others}`,
		{
			mend: "All of them are paid for. Decide which to keep and delete the rest; then run this again with 'Create If Absent' on, which takes what is left.",
		},
	);
