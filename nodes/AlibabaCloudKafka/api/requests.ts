import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import type { Item } from '../../shared/run/item';
import type { RequestLine } from '../../shared/contract/operation';
import { post } from '../../shared/contract/operation';
import type { Pages } from '../../shared/contract/pages';
import { countIn, noList, readList } from '../../shared/contract/pages';
import type { Effect } from '../../shared/request/retry';
import type { ApiRequest } from '../../shared/contract/vendor';
import { isGone } from './decode';

/** Requests that operations, look-ups and the trigger have in common. */

/** What every operation of the API is on the wire; the operation itself is named by `api`. */
const LINE = post('/');

const request = (api: string, effect: Effect, body: IDataObject): ApiRequest => ({
	api,
	effect,
	...LINE,
	body,
});

/** A request that only reads. */
export const reading = (api: string, body: IDataObject = {}): ApiRequest =>
	request(api, 'read', body);

/** A request that changes something. */
export const writing = (api: string, body: IDataObject = {}): ApiRequest =>
	request(api, 'write', body);

/** The lines of an operation that only reads: RPC sends everything with POST. */
export const reads = (api: string): { api: string; request: RequestLine; effect: Effect } => ({
	api,
	request: LINE,
	effect: 'read',
});

/** The lines of an operation that changes something. */
export const writes = (api: string): { api: string; request: RequestLine; effect: Effect } => ({
	api,
	request: LINE,
	effect: 'write',
});

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

/** A list that an answer may wrap in an object; `undefined` where there is none. */
export function unwrapped(list: unknown, entry: string): IDataObject[] | undefined {
	if (Array.isArray(list)) return list as IDataObject[];
	const wrapped = (list as IDataObject | null | undefined)?.[entry];
	return Array.isArray(wrapped) ? (wrapped as IDataObject[]) : undefined;
}

/** A list that comes whole in one answer. */
export const wholeList = (list: string, entry: string, key: string | readonly string[]): Pages => ({
	rows: rowsOf(list, entry),
	total: (body) => rowsOf(list, entry)(body).length,
	at: () => ({}),
	size: Infinity,
	key,
});

export const listInstances = (filter: IDataObject = {}): ApiRequest =>
	reading('GetInstanceList', filter);

/** The answer has no pages: every match comes at once. */
export const instancePages = wholeList('InstanceList', 'InstanceVO', 'InstanceId');

export const instancesOf = rowsOf('InstanceList', 'InstanceVO');

/** One instance, or `undefined` when it is not listed (any more). */
export async function findInstance(item: Item, id: unknown): Promise<IDataObject | undefined> {
	try {
		const found = instancesOf(await item.call(listInstances({ InstanceId: [String(id)] })));
		return found.find(({ InstanceId }) => InstanceId === id);
	} catch (error) {
		if (isGone(error)) return undefined;
		throw asFailure(error);
	}
}

export const listTopics = (instanceId: unknown): ApiRequest =>
	reading('GetTopicList', { InstanceId: String(instanceId) });

const withPlainTags = (record: IDataObject): IDataObject =>
	record.Tags === undefined ? record : { ...record, Tags: unwrapped(record.Tags, 'TagVO') ?? [] };

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

const allRows = async (item: Item, list: ApiRequest, pages: Pages): Promise<IDataObject[]> =>
	(await readList(async (page) => await item.call(page), list, pages, Infinity)).rows;

/** The topic of this exact name, as a list of one or none. */
export async function topicsNamed(item: Item, instanceId: unknown, name: unknown) {
	const filtered = reading('GetTopicList', { InstanceId: String(instanceId), Topic: String(name) });
	const found = await allRows(item, filtered, topicPages);
	return found.filter(({ Topic }) => Topic === name);
}

export const listGroups = (instanceId: unknown): ApiRequest =>
	reading('GetConsumerList', { InstanceId: String(instanceId) });

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

/** The consumer group of this exact name, as a list of one or none. */
export async function groupsNamed(item: Item, instanceId: unknown, name: unknown) {
	const filtered = reading('GetConsumerList', {
		InstanceId: String(instanceId),
		ConsumerId: String(name),
	});
	const found = await allRows(item, filtered, groupPages);
	return found.filter(({ ConsumerId }) => ConsumerId === name);
}

export const listUsers = (instanceId: unknown): ApiRequest =>
	reading('DescribeSaslUsers', { InstanceId: String(instanceId) });

const usersOf = rowsOf('SaslUserList', 'SaslUserVO');

/** A user without the password, which the service gives; the type comes in capitals or without. */
const withoutPassword = ({ Password: _, ...record }: IDataObject): IDataObject => ({
	...record,
	...(record.Type !== undefined && { Type: String(record.Type).toLowerCase() }),
});

export const userPages: Pages = {
	...wholeList('SaslUserList', 'SaslUserVO', ['Username', 'Type']),
	rows: (body) => usersOf(body).map(withoutPassword),
};

/** The SASL user of this exact name and type, as a list of one or none. */
export async function usersNamed(item: Item, instanceId: unknown, name: unknown, type: unknown) {
	const found = await allRows(item, listUsers(instanceId), userPages);
	return found
		.filter(({ Username, Type = 'plain' }) => Username === name && Type === type)
		.map((record) => ({ ...record, InstanceId: instanceId as string }));
}

/** What an access control entry is told by. */
const ACL_PARTS = [
	'Username',
	'AclResourceType',
	'AclResourceName',
	'AclResourcePatternType',
	'AclOperationType',
] as const;

/** Only these parts of an access control entry, and its instance. */
export const aclOf = (values: IDataObject): IDataObject =>
	Object.fromEntries([...ACL_PARTS, 'InstanceId'].map((name) => [name, values[name]]));

export const aclPages = wholeList('KafkaAclList', 'KafkaAclVO', ACL_PARTS);

/** The entry with these parts, as a list of one or none. */
export async function aclsLike(item: Item, wanted: IDataObject) {
	const { AclOperationType: _, ...filter } = aclOf(wanted);
	const found = await allRows(item, reading('DescribeAcls', filter), aclPages);
	return found
		.filter((record) => ACL_PARTS.every((part) => record[part] === wanted[part]))
		.map((record) => ({ ...record, InstanceId: wanted.InstanceId }));
}
