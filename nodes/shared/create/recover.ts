import type { IDataObject } from 'n8n-workflow';

import { inCloudTime } from '../request/cloudTime';
import { Failure } from '../contract/failure';
import type { Item } from '../run/item';
import { countOf, inUse, listed, searchTimes } from './existing';
import type { Find, Outcome } from '../contract/operation';
import { pause, throwIfCancelled } from '../request/clock';
import type { ApiRequest } from '../contract/vendor';

/** What was known before a create was sent. */
export interface Earlier {
	/** What was there of the name, in whatever state; `undefined` where it was not looked for. */
	found?: IDataObject[];
	/** Whether this process has just made one of the name. */
	made: boolean;
	/** When it was sent, milliseconds since 1970. */
	start: number;
}

/** How far the clocks of n8n and the cloud may be apart, milliseconds; more, and no signature is accepted. */
const CLOCK_DIFFERENCE = 15 * 60_000;

/** How far the clocks of one cloud may be apart, milliseconds; times are in whole seconds, too. */
const CLOUD_DIFFERENCE = 10_000;

/** Whether a match was there before the create; `undefined` where that cannot be told. */
function isOld(item: Item, { madeAt }: Find, json: IDataObject, earlier: Earlier) {
	const { found, made, start } = earlier;
	const time = madeAt?.(json);
	const begin = found ? undefined : inCloudTime(item.place, start);
	const oldest = begin === undefined ? start - CLOCK_DIFFERENCE : begin - CLOUD_DIFFERENCE;
	if (time !== undefined && time < oldest) return true;
	// It was not there when it was looked for.
	if (found) return false;
	return time === undefined || begin === undefined ? undefined : made;
}

/** When a stop leaves it open. */
const UNKNOWN = 'before it was known whether this was created';

/**
 * Looks for what a create whose answer was lost may have made.
 *
 * @param earlier What was known before it was sent
 * @param failure How it was lost
 * @returns What it made, with `created` and `recovered`
 * @throws {Failure} What is known, where that is not certain
 */
export async function recover(
	item: Item,
	find: Find,
	request: ApiRequest,
	earlier: Earlier,
	failure: Failure,
): Promise<Outcome[]> {
	const count = countOf(find, request);
	let fresh: IDataObject[] = [];
	for (const time of [...searchTimes, ...(find.laterLooks ?? [])]) {
		await pause(time, item.signal, UNKNOWN);
		const matches = await lookedUp(item, find, request, failure);
		const old = matches.map((json) => isOld(item, find, json, earlier));
		if (old.includes(true)) throw wasThere(failure, item.about);
		if (old.includes(undefined)) throw untold(failure, item.about);
		const known = new Set(earlier.found?.map((json) => json[find.key]));
		fresh = matches.filter((json) => !known.has(json[find.key]));
		const useful = inUse(find, fresh);
		if (useful.length === count) {
			const ids = useful.map((json) => json[find.key]).join(', ');
			item.note(`${item.operation.action}: the response was lost; found by name as ${ids}`);
			return useful.map((json) => ({
				json: { ...item.simplified(json), created: true, recovered: true },
			}));
		}
		if (useful.length > count) break;
	}
	if (fresh.length > 0) throw unclear(failure, fresh, find, count);
	throw new Failure(failure.kind, `${failure.message}; it was not found by name afterwards`, {
		...failure.details,
		mend: `The request was not sent again${item.about}. Check in the console that the resource does not exist, then run this again, preferably with 'Create If Absent' on.`,
	});
}

/** More or fewer have appeared than were asked for, or what has failed. */
function unclear(
	{ kind, message, details }: Failure,
	fresh: IDataObject[],
	find: Find,
	count: number,
): Failure {
	const ids = fresh.map((json) => json[find.key]).join(', ');
	if (inUse(find, fresh).length === 0) {
		return new Failure(
			kind,
			`${message}; these have appeared, but they have failed or are being deleted: ${ids}`,
			{
				...details,
				mend: 'They may come from this request. Check them in the console and delete them before you run this again.',
			},
		);
	}
	const found =
		fresh.length > count
			? `several with that name have appeared: ${ids}`
			: `of the ${count} requested, these have appeared: ${ids}`;
	return new Failure(kind, `${message}; ${found}`, {
		...details,
		mend:
			count === 1
				? 'One of them may come from this request. Decide which to keep before you run this again.'
				: 'They may come from this request, and more may follow. Decide which to keep before you run this again.',
	});
}

/** A name that was taken before: what this request changed, if anything, cannot be told. */
const wasThere = ({ details }: Failure, about: string) =>
	new Failure('refused', 'one with this name already existed, and the response was lost', {
		...details,
		mend: `The existing one was not changed${about}. Choose another name, or turn 'Create If Absent' on to use the existing one.`,
	});

/** It is there now, and nothing says since when. */
const untold = ({ kind, message, details }: Failure, about: string) =>
	new Failure(
		kind,
		`${message}; what was requested exists, but it is not known whether this request created it`,
		{
			...details,
			mend: `The request was not sent again${about}. The resource may have existed before, with different settings or another password. If it is what you want, continue with it, as 'Create If Absent' does; otherwise, delete it before you run this again.`,
		},
	);

async function lookedUp(item: Item, find: Find, request: ApiRequest, failure: Failure) {
	try {
		return await listed(item, find, request);
	} catch {
		throwIfCancelled(item.signal, UNKNOWN);
		throw notFoundOut(failure, item.about);
	}
}

const notFoundOut = ({ kind, message, details }: Failure, about: string) =>
	new Failure(kind, `${message}; looking it up was not possible either`, {
		...details,
		mend: `Check in the console whether it was created${about} before you run this again.`,
	});
