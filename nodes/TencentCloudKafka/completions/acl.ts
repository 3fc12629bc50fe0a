import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import type { Access } from '../api/acls';
import { allListed } from '../api/acls';
import { appears, disappears } from './observations';

/** When ACLs are created and deleted: by their list, which lags behind. */

const subject: Completion['subject'] = ({
	Principal: user,
	ResourceName: name,
	ResourceNames: all,
}) => `ACL of ${String(user)} on ${String(name || (all ?? 'the cluster'))}`;

/** The resources of an ACL; none for the cluster, whose name is sent empty. */
const resourcesOf = ({ ResourceName, ResourceNames }: IDataObject) =>
	(ResourceNames ?? [ResourceName || undefined]) as Array<string | undefined>;

const isListed: Parameters<typeof appears>[0] = async (item, json) =>
	await allListed(item, json.InstanceId, json.ResourceType, resourcesOf(json), [
		json as unknown as Access,
	]);

export const aclListed: Completion = appears(isListed, subject);

export const aclGone: Completion = disappears(isListed, subject);
