import { asFailure } from '../../shared/contract/failure';
import type { VendorRecord } from '../../shared/fleet/record';
import type { Tags } from '../../shared/fleet/words';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { listAll } from '../../shared/request/readList';
import { isForbidden } from '../api/decode';
import { tagPages } from '../api/pages';
import { listTags } from '../api/requests';
import { instanceResource } from '../api/tags';
import { callerOf } from './caller';
import { normalise } from './normalise';
import { recordOf } from './reading';

/**
 * Sets and removes tags by the Tag service's ModifyResourceTags, which leaves those that are not named.
 *
 * @throws {Failure} Also where the instance has all the tags that it can have
 */
export async function setTags(
	at: Connection,
	{ id }: VendorRecord,
	set: Tags,
	remove: readonly string[],
): Promise<void> {
	const replaced = Object.entries(set).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
	const removed = remove.map((TagKey) => ({ TagKey }));
	if (replaced.length + removed.length === 0) return;
	try {
		await call(at, {
			api: 'ModifyResourceTags',
			effect: 'write',
			method: 'POST',
			path: '/',
			body: {
				Resource: instanceResource(id),
				...(replaced.length > 0 && { ReplaceTags: replaced }),
				...(removed.length > 0 && { DeleteTags: removed }),
			},
		});
	} catch (error) {
		const failure = asFailure(error);
		throw isForbidden(failure)
			? failure.with({ advice: 'Grant the CAM user tag:ModifyResourceTags.' })
			: failure;
	}
}

/** Tags of an instance as CKafka itself shows them, some seconds after a change; `null` where it is not there. */
export async function tagsOf(
	at: Connection,
	{ id, cloud, region, project, projectId }: VendorRecord,
): Promise<Tags | null> {
	const record = await recordOf(at, id);
	if (!record) return null;
	return normalise(record, { cloud, region, project, projectId }, at.clock.now()).tags;
}

/**
 * Tags of an instance as the Tag service has them, where every change of them is made: the vendor's Terraform
 * provider reads them there, as well.
 *
 * @throws {Failure}
 */
export async function newestTags(at: Connection, { id }: VendorRecord): Promise<Tags> {
	const rows = await listAll(callerOf(at), listTags(id), tagPages);
	const own = rows.filter(({ ResourceId }) => ResourceId === id);
	return Object.fromEntries(own.map(({ TagKey, TagValue }) => [String(TagKey), String(TagValue)]));
}
