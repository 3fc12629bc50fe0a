import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import { noList } from '../../../shared/contract/pages';
import type { Outcome } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { noneWithoutResource } from '../../api/acls';
import { ACL_WORDS, aclKey, isSameWord } from '../../api/records';
import { aclPages, userPages } from '../../api/pages';
import { listUsers, readRequest } from '../../api/requests';

/** Everybody. Whether a list for it has the entries of all users, or only those for all, is not documented. */
const EVERYBODY = '*';

const KINDS = Object.keys(ACL_WORDS.AclResourceType);
const PATTERNS = Object.keys(ACL_WORDS.AclResourcePatternType);

/** Filters that older instances pass over, so that they are held against the rows, too. */
const FILTERS = ['AclOperationType', 'AclPermissionType', 'Host'] as const;

const fits =
	(asked: IDataObject) =>
	(row: IDataObject): boolean =>
		FILTERS.every(
			(name) =>
				asked[name] === undefined ||
				row[name] === undefined ||
				(name === 'Host' ? row[name] === asked[name] : isSameWord(row[name], asked[name])),
		);

/** Kinds and names of resources that have entries, as parameters of a list of these. */
async function targetsOf(item: OperationContext, asked: IDataObject): Promise<IDataObject[]> {
	const kinds = asked.AclResourceType === undefined ? KINDS : [asked.AclResourceType];
	if (asked.AclResourceName !== undefined) {
		return kinds.map((AclResourceType) => ({ AclResourceType }));
	}
	const patterns =
		asked.AclResourcePatternType === undefined ? PATTERNS : [asked.AclResourcePatternType];
	const targets: IDataObject[] = [];
	for (const AclResourceType of kinds) {
		for (const AclResourcePatternType of patterns) {
			const kind = { AclResourceType, AclResourcePatternType } as IDataObject;
			const names = await namesOf(item, { InstanceId: asked.InstanceId, ...kind });
			targets.push(...names.map((AclResourceName) => ({ ...kind, AclResourceName })));
		}
	}
	return targets;
}

/**
 * Names of resources; their list has a name in small letters, unlike all others. A success that says null has
 * none; one without the list does not say what there is.
 */
async function namesOf(item: OperationContext, kind: IDataObject): Promise<string[]> {
	const { Data: data } = await item.call(readRequest('DescribeAclResourceName', kind));
	const names = data === null ? null : (data as IDataObject | undefined)?.data;
	if (names === null) return [];
	if (!Array.isArray(names)) throw noList('Data');
	return item.hide(names.map(String));
}

async function usersOf(item: OperationContext, instanceId: unknown): Promise<string[]> {
	const users = item.hide(userPages.rows(await item.call(listUsers(instanceId))));
	return [...new Set(users.map(({ Username: name }) => String(name)))];
}

/** Reads the entries for a resource: of one user, or of all, each where a list for everybody lacks them. */
function reader(item: OperationContext, asked: IDataObject) {
	let users: string[] | undefined;
	let listsAll = asked.Username !== undefined;
	const rowsOf = async (target: IDataObject, Username: string) => {
		const list = readRequest('DescribeAcls', { Username, ...asked, ...target });
		return await noneWithoutResource(async () => aclPages.rows(await item.call(list)));
	};
	return async (target: IDataObject): Promise<IDataObject[]> => {
		const rows = await rowsOf(target, EVERYBODY);
		listsAll ||= rows.some(({ Username: name }) => name !== EVERYBODY);
		if (listsAll) return rows;
		users ??= await usersOf(item, asked.InstanceId);
		for (const user of users) rows.push(...(await rowsOf(target, user)));
		return [...new Map(rows.map((row) => [JSON.stringify(aclKey(row)), row])).values()];
	};
}

/** Reads entries: those of all users and resources that are not narrowed down, resource by resource. */
export async function readAcls(
	item: OperationContext,
	{ body: asked = {} }: ApiRequest,
): Promise<Outcome[]> {
	const most = item.isOn('returnAll') ? Infinity : Number(item.nodeParameter('limit', 50));
	const read = reader(item, asked);
	const found: IDataObject[] = [];
	for (const target of await targetsOf(item, asked)) {
		if (found.length >= most) break;
		found.push(...(await read(target)).filter(fits(asked)));
	}
	return found.map((json) => ({ json }));
}
