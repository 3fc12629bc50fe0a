import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { listAll } from '../../shared/request/readList';
import { aclPages } from './pages';
import { listAcls } from './requests';

/** An ACL as it is listed, without its resource. */
export interface Access {
	Operation: number;
	PermissionType: number;
	Host: string;
	Principal: string;
}

/** What an ACL is for where the list has null (page 597/35369, "Acl"). */
const FOR_ALL = { Host: '*', Principal: 'User:*' };

const isSame = (acl: IDataObject, wanted: Access) =>
	acl.Operation === wanted.Operation &&
	acl.PermissionType === wanted.PermissionType &&
	(acl.Host ?? FOR_ALL.Host) === wanted.Host &&
	(acl.Principal ?? FOR_ALL.Principal) === wanted.Principal;

/** Several hosts in one text, which are listed as one ACL each. */
const hostsOf = ({ Host }: Access) => Host.split(';').filter((host) => host !== '');

/**
 * Whether all of these ACLs are there, for each of the resources.
 *
 * @param names Topics or groups; none for the cluster
 */
export async function allListed(
	item: OperationContext,
	instanceId: unknown,
	resourceType: unknown,
	names: Array<string | undefined>,
	wanted: Access[],
): Promise<boolean> {
	for (const name of names) {
		const acls = await listAll(item, listAcls(instanceId, resourceType, name), aclPages);
		const here = acls.filter(({ ResourceName }) => name === undefined || ResourceName === name);
		const isListed = (access: Access) => here.some((acl) => isSame(acl, access));
		const all = wanted.every(
			(access) =>
				isListed(access) || hostsOf(access).every((Host) => isListed({ ...access, Host })),
		);
		if (!all) return false;
	}
	return true;
}
