import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../contract/failure';
import type { Outcome } from '../contract/operation';
import type { ClockReading } from '../request/cloudTime';
import { inCloudTime } from '../request/cloudTime';
import type { Creation } from './existing';
import { areNamesUnique, findMatches, inUse, searchPauses } from './existing';

/** What was known before a create was sent. */
export interface Earlier {
	/** What existed with the name, in whatever state; `undefined` where it was not looked for. */
	found?: IDataObject[];
	/** Whether this process has just created one with the name. */
	created: boolean;
	/** When it was sent. */
	start: ClockReading;
}

/** How far the clocks of n8n and the cloud may be apart, milliseconds; more, and no signature is accepted. */
const CLOCK_DIFFERENCE = 15 * 60_000;

/** How far the clocks of one cloud may be apart, milliseconds; times are in whole seconds, too. */
const CLOUD_DIFFERENCE = 10_000;

/** Whether a match existed before the create; `undefined` where that is not known. */
function isOld(creation: Creation, json: IDataObject, earlier: Earlier) {
	const { item, find } = creation;
	const { found, created, start } = earlier;
	const time = find.createdAt?.(json);
	const begin = found ? undefined : inCloudTime(item.addressee, start);
	const oldest = begin === undefined ? start.now - CLOCK_DIFFERENCE : begin - CLOUD_DIFFERENCE;
	if ((time ?? Infinity) < oldest) return true;
	// It did not exist when it was looked for, or this process had created it and the list was late.
	if (found) return created && areNamesUnique(creation);
	return time === undefined || begin === undefined ? undefined : created;
}

/** When a stop leaves it open. */
const UNKNOWN = 'before it was known whether this was created';

/**
 * Looks for what a create whose response was lost may have created.
 *
 * @param earlier What was known before it was sent
 * @param failure How it was lost
 * @returns What it created, with `created` and `recovered`
 * @throws {Failure} What is known, where that is not certain
 */
export async function recover(
	creation: Creation,
	earlier: Earlier,
	failure: Failure,
): Promise<Outcome[]> {
	const { item, find, count } = creation;
	let fresh: IDataObject[] = [];
	for (const duration of searchPauses(creation)) {
		await item.pause(duration, UNKNOWN);
		const matches = await searched(creation, failure);
		const old = matches.map((json) => isOld(creation, json, earlier));
		if (old.includes(true)) throw existedBefore(failure, item.about);
		if (old.includes(undefined)) throw unknownOrigin(failure, item.about);
		const known = new Set(earlier.found?.map((json) => json[find.key]));
		fresh = matches.filter((json) => !known.has(json[find.key]));
		const useful = inUse(creation, fresh);
		if (useful.length > count) break;
		if (useful.length === count) {
			const ids = useful.map((json) => json[find.key]).join(', ');
			item.note(`${item.action}: the response was lost; found by name as ${ids}`);
			return useful.map((json) => ({
				json: { ...item.simplified(json), created: true, recovered: true },
			}));
		}
	}
	if (fresh.length > 0) throw unclear(creation, failure, fresh);
	throw notFound(failure, item.about, find.isRepeatable === true);
}

/** @param isRepeatable Whether another one would be no second one */
const notFound = (failure: Failure, about: string, isRepeatable: boolean) =>
	failure.with({
		message: `${failure.message}; it was not found by name afterwards`,
		advice: isRepeatable
			? `The service was asked and does not list it${about}. You can run this again: an identical one changes nothing.`
			: `The request was not sent again${about}. Check in the console that the resource does not exist, then run this again, preferably with 'Create If Absent' on.`,
	});

/** More or fewer have appeared than were asked for, or what has failed. */
function unclear(creation: Creation, failure: Failure, fresh: IDataObject[]): Failure {
	const { find, count } = creation;
	const { message } = failure;
	const ids = fresh.map((json) => json[find.key]).join(', ');
	if (inUse(creation, fresh).length === 0) {
		return failure.with({
			message: `${message}; these have appeared, but they have failed or are being deleted: ${ids}`,
			advice:
				'They may come from this request. Check them in the console and delete them before you run this again.',
		});
	}
	const found =
		fresh.length > count
			? `several with that name have appeared: ${ids}`
			: `of the ${count} requested, these have appeared: ${ids}`;
	return failure.with({
		message: `${message}; ${found}`,
		advice:
			count === 1
				? 'One of them may come from this request. Decide which to keep before you run this again.'
				: 'They may come from this request, and more may follow. Decide which to keep before you run this again.',
	});
}

/** A name that was taken before: it is not known what this request changed, if anything. */
const existedBefore = (failure: Failure, about: string) =>
	failure.with({
		kind: 'refused',
		message: 'one with this name already existed, and the response was lost',
		advice: `The existing one was not changed${about}. Choose another name, or turn 'Create If Absent' on to use the existing one.`,
	});

/** It exists now, and nothing says since when. */
const unknownOrigin = (failure: Failure, about: string) =>
	failure.with({
		message: `${failure.message}; what was requested exists, but it is not known whether this request created it`,
		advice: `The request was not sent again${about}. The resource may have existed before, with different settings or another password. If it is what you want, continue with it, as 'Create If Absent' does; otherwise, delete it before you run this again.`,
	});

async function searched(creation: Creation, failure: Failure): Promise<IDataObject[]> {
	const { item } = creation;
	try {
		return await findMatches(creation);
	} catch {
		item.throwIfCancelled(UNKNOWN);
		throw notFoundOut(failure, item.about);
	}
}

const notFoundOut = (failure: Failure, about: string) =>
	failure.with({
		message: `${failure.message}; looking it up was not possible either`,
		advice: `Check in the console whether it was created${about} before you run this again.`,
	});
