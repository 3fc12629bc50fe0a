import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API } from '../../shared/contract/failure';
import { scopeOf, type VendorRecord } from '../../shared/fleet/record';
import type { Tags } from '../../shared/fleet/words';
import type { Connection } from '../../shared/request/connection';
import { changeTags, showTags } from '../api/requests';
import { callIn } from './inProject';
import { tagsIn } from './normalise';

/** Tags of an instance. DMS for Kafka API Reference 5.9.1 and 5.9.2. */

/** Tags that one request may change. */
const MOST_AT_ONCE = 10;

const entriesOf = (tags: Tags): IDataObject[] =>
	Object.entries(tags).map(([key, value]) => ({ key, value }));

async function change(
	at: Connection,
	one: VendorRecord,
	action: 'create' | 'delete',
	tags: IDataObject[],
): Promise<void> {
	for (let start = 0; start < tags.length; start += MOST_AT_ONCE) {
		const some = tags.slice(start, start + MOST_AT_ONCE);
		await callIn(at, scopeOf(one), changeTags(one.id, action, some));
	}
}

/**
 * The tags as they are now.
 *
 * @throws {Failure}
 */
export async function tagsOf(at: Connection, one: VendorRecord): Promise<Tags | null> {
	return tagsIn((await callIn(at, scopeOf(one), showTags(one.id))).tags);
}

/**
 * The same, but never without an answer. ShowInstance has tags, too, but this is where they are changed: other
 * services of this cloud are known to show a change in the detail only later.
 *
 * @throws {Failure}
 */
export async function newestTags(at: Connection, one: VendorRecord): Promise<Tags> {
	const tags = await tagsOf(at, one);
	if (tags) return tags;
	throw new Failure('broken', 'the response does not contain the tags', {
		readOnly: true,
		advice: NOT_FROM_API,
	});
}

/** Removes tags by key; the service refuses a key that is not there. */
async function removeTags(
	at: Connection,
	one: VendorRecord,
	keys: readonly string[],
): Promise<void> {
	if (keys.length === 0) return;
	const present = (await tagsOf(at, one)) ?? {};
	const found = keys.filter((key) => Object.hasOwn(present, key));
	await change(
		at,
		one,
		'delete',
		found.map((key) => ({ key, value: present[key] })),
	);
}

/**
 * Sets and removes tags; others stay. Whether a tag that is there gets the new value is not documented, see
 * `replaceTags`.
 *
 * @throws {Failure} Also where the instance cannot take another tag
 */
export async function setTags(
	at: Connection,
	one: VendorRecord,
	set: Tags,
	remove: readonly string[],
): Promise<void> {
	await removeTags(at, one, remove);
	await change(at, one, 'create', entriesOf(set));
}

/**
 * Removes tags and adds them again with their new values, as the Terraform provider does. What breaks off in
 * between leaves the instance without them, and so unmarked.
 *
 * @throws {Failure}
 */
export async function replaceTags(at: Connection, one: VendorRecord, set: Tags): Promise<void> {
	await removeTags(at, one, Object.keys(set));
	await change(at, one, 'create', entriesOf(set));
}
