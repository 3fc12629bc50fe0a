import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import { noList } from '../../../shared/contract/pages';
import type { Outcome } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
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

/** Names of resources that have entries; the list is wrapped in small letters, unlike all others. */
async function namesOf(item: OperationContext, filter: IDataObject): Promise<string[]> {
	const { Data: data } = await item.call(readRequest('DescribeAclResourceName', filter));
	const { data: names } = (data ?? {}) as IDataObject;
	if (!Array.isArray(names)) throw noList('Data');
	return names.map(String);
}

async function usersOf(item: OperationContext, instanceId: unknown): Promise<string[]> {
	const users = userPages.rows(await item.call(listUsers(instanceId)));
	return [...new Set(users.map(({ Username: name }) => String(name)))];
}

/** Reads the entries for one resource, of all users. */
function reader(item: OperationContext, asked: IDataObject) {
	let users: string[] | undefined;
	let listsAll = false;
	const rowsOf = async (filter: IDataObject, Username: string) =>
		aclPages.rows(await item.call(readRequest('DescribeAcls', { ...asked, ...filter, Username })));
	return async (filter: IDataObject): Promise<IDataObject[]> => {
		const rows = await rowsOf(filter, EVERYBODY);
		listsAll ||= rows.some(({ Username: name }) => name !== EVERYBODY);
		if (listsAll) return rows;
		users ??= await usersOf(item, asked.InstanceId);
		for (const user of users) rows.push(...(await rowsOf(filter, user)));
		return [...new Map(rows.map((row) => [JSON.stringify(aclKey(row)), row])).values()];
	};
}

/** Reads the entries of one user and resource, or of all: kind by kind, pattern by pattern, name by name. */
export async function readAcls(
	item: OperationContext,
	{ body = {}, ...request }: ApiRequest,
): Promise<Outcome[]> {
	const asked = body;
	const most = item.isOn('returnAll') ? Infinity : Number(item.nodeParameter('limit', 50));
	if (item.nodeParameter('aclScope') !== 'all') {
		const rows = aclPages.rows(await item.call({ ...request, body }));
		return rows.filter(fits(asked)).map((json) => ({ json }));
	}
	const found: IDataObject[] = [];
	const read = reader(item, asked);
	const patterns = asked.AclResourcePatternType ? [asked.AclResourcePatternType] : PATTERNS;
	for (const AclResourceType of KINDS) {
		for (const AclResourcePatternType of patterns) {
			const kind = { AclResourceType, AclResourcePatternType };
			if (found.length >= most) break;
			for (const name of await namesOf(item, { InstanceId: asked.InstanceId, ...kind })) {
				if (found.length >= most) break;
				const rows = await read({ ...kind, AclResourceName: name });
				found.push(...rows.filter(fits(asked)));
			}
		}
	}
	return found.map((json) => ({ json }));
}
