import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import type { Caller } from '../../shared/request/readList';
import { listMatching } from '../../shared/request/readList';
import { aclPages } from './pages';
import { aclOf, aclOperations, isAbout, isSameAcl, isSameWord } from './records';
import { readRequest } from './requests';

/** Access control entries, as operations and completions look for them. */

/** The access control entries about the same as one, whatever they say of it and for which host. */
export async function aclsAbout(caller: Caller, wanted: IDataObject): Promise<IDataObject[]> {
	const {
		AclOperationType: _,
		AclOperationTypes: __,
		AclPermissionType: ___,
		Host: ____,
		...filter
	} = aclOf(wanted);
	const isMeant = (record: IDataObject) => isAbout(record, wanted);
	return (await listMatching(caller, readRequest('DescribeAcls', filter), aclPages, isMeant)).map(
		(record) => ({ ...record, InstanceId: wanted.InstanceId }),
	);
}

/** The access control entries with these parts: one for each operation that is there. */
export const aclsLike = async (caller: Caller, wanted: IDataObject): Promise<IDataObject[]> =>
	(await aclsAbout(caller, wanted)).filter((record) => isSameAcl(record, wanted));

/** The same, but none while one of several operations is missing. */
export async function aclsComplete(caller: Caller, wanted: IDataObject): Promise<IDataObject[]> {
	const found = await aclsLike(caller, wanted);
	const isThere = (one: unknown) =>
		found.some(({ AclOperationType }) => isSameWord(AclOperationType, one));
	return aclOperations(wanted).every(isThere) ? found : [];
}

/** What a list of entries says of a topic or a consumer group that does not exist (any more). */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
	'BIZ_SUBSCRIPTION_NOT_FOUND',
	'BIZ_TOPIC_NOT_FOUND',
	'Group.NotFound',
	'Topic.NotFound',
]);

/**
 * Entries; none where the service has no such topic or consumer group, as the resource and the data source of
 * terraform-provider-alicloud take it. Names of deleted ones, and those of entries for what is still to come,
 * must not fail what is read besides them.
 */
export async function noneWithoutResource(
	look: () => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	try {
		return await look();
	} catch (error) {
		const failure = asFailure(error);
		if (WITHOUT_RESOURCE.has(failure.details.code ?? '')) return [];
		throw failure;
	}
}
