import type { Failure } from '../../shared/contract/failure';
import type { VendorRecord } from '../../shared/fleet/record';
import type { Tags } from '../../shared/fleet/words';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { listAll } from '../../shared/request/readList';
import { tagPages } from '../api/pages';
import { findInstance, readRequest, writeRequest } from '../api/requests';
import { callerOf } from './list';
import { tagsIn } from './normalise';

/** Tags of an instance. A tag that is there already gets the new value (AliKafka API Reference, TagResources). */

const INSTANCE = 'INSTANCE';

/**
 * Removes and sets tags, in this order: an instance has room for 20.
 *
 * @throws {Failure}
 */
export async function setTags(
	at: Connection,
	{ id }: VendorRecord,
	set: Tags,
	remove: readonly string[],
): Promise<void> {
	const of = { ResourceType: INSTANCE, ResourceId: [id] };
	// Without keys the request would mean something else.
	if (remove.length > 0)
		await call(at, writeRequest('UntagResources', { ...of, TagKey: [...remove] }));
	const tags = Object.entries(set).map(([Key, Value]) => ({ Key, Value }));
	if (tags.length > 0) await call(at, writeRequest('TagResources', { ...of, Tag: tags }));
}

/** That no more resources may have this tag; how many that are no page says (AliKafka, TagResources). */
export const isTagFull = ({ details }: Failure): boolean =>
	details.code === 'BIZ_TAG_RESOURCE_NUM_EXCEED';

/** Tags of an instance as the list has them now; `null` where it does not say. */
export async function tagsOf(at: Connection, { id }: VendorRecord): Promise<Tags | null> {
	const record = await findInstance(callerOf(at), id);
	return record ? tagsIn(record) : null;
}

/**
 * Tags of an instance by ListTagResources, where the vendor's Terraform provider reads them, as well, and not
 * in the list of instances.
 *
 * @throws {Failure}
 */
export async function newestTags(at: Connection, { id }: VendorRecord): Promise<Tags> {
	const request = readRequest('ListTagResources', { ResourceType: INSTANCE, ResourceId: [id] });
	const rows = await listAll(callerOf(at), request, tagPages);
	const own = rows.filter(({ ResourceId }) => ResourceId === id);
	return Object.fromEntries(
		own.map(({ TagKey, TagValue }) => [String(TagKey), String(TagValue ?? '')]),
	);
}
