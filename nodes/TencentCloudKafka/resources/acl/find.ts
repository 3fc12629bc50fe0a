import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../../shared/run/item';
import { readList } from '../../../shared/contract/pages';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { aclPages, listAcls } from '../../api/contents';

/** An ACL as it is listed, without its resource. */
export interface Access {
	Operation: number;
	PermissionType: number;
	Host: string;
	Principal: string;
}

const isSame = (acl: IDataObject, wanted: Access) =>
	acl.Operation === wanted.Operation &&
	acl.PermissionType === wanted.PermissionType &&
	acl.Host === wanted.Host &&
	acl.Principal === wanted.Principal;

/** Several hosts in one text, which are listed as one ACL each. */
const hostsOf = ({ Host }: Access) => Host.split(';').filter((host) => host !== '');

/**
 * Whether all of these ACLs are there, for each of the resources.
 *
 * @param names Topics or groups; none for the cluster
 */
export async function allListed(
	item: Item,
	instanceId: unknown,
	resourceType: unknown,
	names: Array<string | undefined>,
	wanted: Access[],
): Promise<boolean> {
	const page = async (request: ApiRequest) => await item.call(request);
	for (const name of names) {
		const request = listAcls(instanceId, resourceType, name);
		const { rows } = await readList(page, request, aclPages, Infinity);
		const here = rows.filter(({ ResourceName }) => name === undefined || ResourceName === name);
		const isListed = (access: Access) => here.some((acl) => isSame(acl, access));
		const all = wanted.every(
			(access) =>
				isListed(access) || hostsOf(access).every((Host) => isListed({ ...access, Host })),
		);
		if (!all) return false;
	}
	return true;
}
