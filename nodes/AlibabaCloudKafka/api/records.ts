import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../shared/contract/operation';
import { singleItem } from '../../shared/contract/operation';
import type { ApiRequest } from '../../shared/contract/vendor';
import { instanceStatus } from './status';

/** What the node gives out: records of the API in a form that every answer has, and the outcomes of changes. */

/** A list that an answer may wrap in an object; `undefined` where there is none. */
export function unwrapped(list: unknown, entry: string): IDataObject[] | undefined {
	if (Array.isArray(list)) return list as IDataObject[];
	const wrapped = (list as IDataObject | null | undefined)?.[entry];
	return Array.isArray(wrapped) ? (wrapped as IDataObject[]) : undefined;
}

/** A record with its tags as a plain list. */
export const withPlainTags = (record: IDataObject): IDataObject =>
	record.Tags === undefined ? record : { ...record, Tags: unwrapped(record.Tags, 'TagVO') ?? [] };

/** An instance with its status in words and its tags as a plain list. */
export function described(record: IDataObject): IDataObject {
	const { status, kind } = instanceStatus(record);
	return { ...withPlainTags(record), status, statusKind: kind };
}

/** `PaidType` of an instance: how it is paid for. */
export const PAID_TYPE = {
	subscription: '0',
	payAsYouGo: '1',
	serverless: '3',
	confluent: '4',
} as const;

/** Settings of an instance or a topic, which travel as JSON in a text; none where it is not that. */
export function settingsIn(text: unknown): IDataObject {
	try {
		return (JSON.parse(String(text)) ?? {}) as IDataObject;
	} catch {
		return {};
	}
}

/** Kafka version of an instance. */
export const versionOf = ({ UpgradeServiceDetailInfo: info }: IDataObject = {}) =>
	(info as IDataObject | null | undefined)?.Current2OpenSourceVersion;

/** When a topic or a group was created, milliseconds since 1970; `undefined` where the list does not say. */
export const createdAt = ({ CreateTime: time }: IDataObject): number | undefined =>
	Number(time) || undefined;

/** A user without the password, which the service gives; the type comes in capitals or without. */
export const withoutPassword = ({ Password: _, ...record }: IDataObject): IDataObject => ({
	...record,
	...(record.Type !== undefined && { Type: String(record.Type).toLowerCase() }),
});

/** What a SASL user is told by; one without a type is a PLAIN one, as the service has it. */
export const userOf = ({ InstanceId, Username, Type }: IDataObject): IDataObject => ({
	InstanceId,
	Username,
	Type: Type ?? 'plain',
});

/** What an access control entry is told by. */
export const ACL_PARTS = [
	'Username',
	'AclResourceType',
	'AclResourceName',
	'AclResourcePatternType',
	'AclOperationType',
] as const;

/** Only these parts of an access control entry, and its instance. */
export const aclOf = (values: IDataObject): IDataObject =>
	Object.fromEntries([...ACL_PARTS, 'InstanceId'].map((name) => [name, values[name]]));

/** "ACL of orders-service to Read Topic orders" */
export const aclText = (acl: IDataObject) =>
	`ACL of ${String(acl.Username)} to ${String(acl.AclOperationType)} ${String(acl.AclResourceType)} ${String(acl.AclResourceName)}`;

/** The order of an answer. Its ID is a number in one operation and text in another. */
export const orderOf = ({ OrderId: id }: IDataObject): { OrderId?: string } =>
	id ? { OrderId: String(id as string) } : {};

/** The instance and other parameters of a request, for answers that do not repeat what they are about. */
export const requestParameters = ({ body = {} }: ApiRequest, ...names: string[]): IDataObject =>
	Object.fromEntries(['InstanceId', ...names].map((name) => [name, body[name]]));

/**
 * What comes out of a change whose answer holds nothing but a request ID.
 *
 * @param done What was done: `{ deleted: true }`
 * @param shown Parameters of the request that tell what it was done to
 */
export const acknowledged =
	(done: IDataObject, ...shown: string[]): NonNullable<Operation['outcome']> =>
	(_answer, request) =>
		singleItem({ ...requestParameters(request, ...shown), ...done });
