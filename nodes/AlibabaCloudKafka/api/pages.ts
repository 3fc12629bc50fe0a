import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { countIn, noList } from '../../shared/contract/pages';
import { ACL_PARTS, unwrapped, withPlainTags, withoutPassword } from './records';

/** How each list of the API is read. Most come whole in one answer. */

/**
 * Rows of a list in an answer: `{"InstanceList": {"InstanceVO": [...]}}`, or the bare list that the
 * reference prints.
 *
 * @throws {Failure} `broken` when the list is not there: taken for empty, it would say that nothing is left
 */
export const rowsOf =
	(list: string, entry: string) =>
	(body: IDataObject): IDataObject[] => {
		const found = unwrapped(body[list], entry);
		if (found) return found;
		throw noList(list);
	};

/** A list that comes whole in one answer. */
export const wholeList = (list: string, entry: string, key: string | readonly string[]): Pages => ({
	rows: rowsOf(list, entry),
	total: (body) => rowsOf(list, entry)(body).length,
	at: () => ({}),
	size: Infinity,
	key,
});

export const instancePages = wholeList('InstanceList', 'InstanceVO', 'InstanceId');

export const instancesOf = rowsOf('InstanceList', 'InstanceVO');

const topicsOf = rowsOf('TopicList', 'TopicVO');

/**
 * Pages are numbered from 1, and both numbers are sent as text. How large a page may be is not stated;
 * the Terraform provider reads 50 at a time.
 */
export const topicPages: Pages = {
	rows: (body) => topicsOf(body).map(withPlainTags),
	total: ({ Total }) => countIn(Total),
	at: (offset, size) => ({ CurrentPage: String(offset / size + 1), PageSize: String(size) }),
	size: 50,
	numbered: true,
	key: 'Topic',
};

const groupsOf = rowsOf('ConsumerList', 'ConsumerVO');

/**
 * The reference gives all groups at once, the newer SDK pages of 10. The first answer tells: only one
 * that holds fewer groups than it counts leaves some for further pages.
 */
export const groupPages: Pages = {
	rows: (body) => groupsOf(body).map(withPlainTags),
	total: (body) => {
		const total = Number(body.Total ?? 0);
		return groupsOf(body).length < total ? total : 0;
	},
	at: (offset, size) =>
		offset === 0 ? {} : { CurrentPage: String(offset / size + 1), PageSize: String(size) },
	size: 10,
	numbered: true,
	key: 'ConsumerId',
};

const usersOf = rowsOf('SaslUserList', 'SaslUserVO');

export const userPages: Pages = {
	...wholeList('SaslUserList', 'SaslUserVO', ['Username', 'Type', 'Mechanism']),
	rows: (body) => usersOf(body).map(withoutPassword),
};

export const aclPages = wholeList('KafkaAclList', 'KafkaAclVO', [
	...ACL_PARTS,
	'AclPermissionType',
	'Host',
]);

export const messagePages = wholeList('MessageList', 'MessageVO', ['Topic', 'Partition', 'Offset']);

/** The pages of a list of tags follow a token; their size is the service's. */
export const tagPages: Pages = {
	rows: rowsOf('TagResources', 'TagResource'),
	at: () => ({}),
	next: ({ NextToken }) => (NextToken ? { NextToken } : undefined),
	size: Infinity,
	key: ['ResourceId', 'TagKey'],
};
