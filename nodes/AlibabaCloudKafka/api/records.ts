import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/contract/field';
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

/** Name of an instance; `undefined` while it has none, when the list gives its ID for it. */
export const instanceNameOf = ({ Name, InstanceId }: IDataObject): string | undefined =>
	isBlank(Name) || Name === InstanceId ? undefined : String(Name);

/** When a topic or a group was created, milliseconds since 1970; `undefined` where the list does not say. */
export const createdAt = ({ CreateTime: time }: IDataObject): number | undefined =>
	Number(time) || undefined;

/** A word of the cloud as it is compared: answers write TRANSACTIONAL_ID what requests write TransactionalId. */
const bare = (word: unknown) =>
	String(word ?? '')
		.replace(/[_\s-]/g, '')
		.toLowerCase();

/** Whether two words of the cloud mean the same, whatever their case and underscores. */
export const isSameWord = (a: unknown, b: unknown): boolean => bare(a) === bare(b);

/** A word as requests write it, where it is one of these; any other as it is. */
export const spelled = (word: unknown, words: readonly string[]): unknown =>
	words.includes(word as string) ? word : (words.find((one) => isSameWord(one, word)) ?? word);

/** Kinds of SASL users, as requests write them. */
export const USER_TYPES = { plain: 'PLAIN', scram: 'SCRAM', LDAP: 'LDAP (Confluent Only)' };

/** A user without the password, which the service gives; the type comes in capitals or without. */
export const withoutPassword = ({ Password: _, ...record }: IDataObject): IDataObject => ({
	...record,
	...((record.Type ?? undefined) !== undefined && {
		Type: spelled(record.Type, Object.keys(USER_TYPES)) as string,
	}),
});

/** What a SASL user is told by; one without a type is a PLAIN one, as the service has it. */
export const userOf = ({ InstanceId, Username, Type, Mechanism }: IDataObject): IDataObject => ({
	InstanceId,
	Username,
	Type: Type ?? 'plain',
	...((Mechanism ?? '') !== '' && { Mechanism }),
});

/** Whether a SASL user has the name, type, and mechanism of a wanted one, as far as both say one. */
export function isSameUser(record: IDataObject, wanted: IDataObject): boolean {
	const { Username: name, Type: type, Mechanism: mechanism } = userOf(wanted);
	return (
		record.Username === name &&
		isSameWord(userOf(record).Type, type) &&
		(isBlank(mechanism) || isBlank(record.Mechanism) || isSameWord(record.Mechanism, mechanism))
	);
}

/** Of the parts of an access control entry, those that are words of the cloud. */
export const ACL_WORDS = {
	AclResourceType: {
		Topic: 'Topic',
		Group: 'Consumer Group',
		Cluster: 'Cluster',
		TransactionalId: 'Transactional ID',
	},
	AclResourcePatternType: {
		LITERAL: 'Literal (Exact Name)',
		PREFIXED: 'Prefixed (Names Starting With This)',
	},
	AclOperationType: {
		Describe: 'Describe (Transactional ID)',
		DESCRIBE_CONFIGS: 'Describe Configs (Serverless)',
		IdempotentWrite: 'Idempotent Write (Cluster)',
		IDEMPOTENT_WRITE: 'Idempotent Write (Serverless)',
		Read: 'Read',
		Write: 'Write',
	},
	AclPermissionType: { ALLOW: 'Allow', DENY: 'Deny' },
} as const;

/** What an access control entry is told by; the last two only where an entry has them. */
export const ACL_PARTS = [
	'Username',
	'AclResourceType',
	'AclResourceName',
	'AclResourcePatternType',
	'AclOperationType',
] as const;
const ACL_EXTRAS = ['AclPermissionType', 'Host'] as const;

/** The operations that an entry names: several in one request on serverless instances. */
export const aclOperations = ({
	AclOperationTypes: several,
	AclOperationType: one,
}: IDataObject) => (isBlank(several) ? [one] : String(several).split(','));

/** Only these parts of an access control entry, and its instance. */
export const aclOf = (values: IDataObject): IDataObject =>
	Object.fromEntries(
		[...ACL_PARTS, 'AclOperationTypes', ...ACL_EXTRAS, 'InstanceId']
			.filter((name) => !isBlank(values[name]))
			.map((name) => [name, values[name]]),
	);

/** What an entry that says nothing of it is: it allows something, and from everywhere. */
const USUAL: Readonly<Record<string, string>> = { AclPermissionType: 'ALLOW', Host: '*' };

const isSamePart = (name: string, a: unknown, b: unknown): boolean =>
	Object.hasOwn(ACL_WORDS, name) ? isSameWord(a, b) : a === b;

const partOf = (acl: IDataObject, name: string) => (isBlank(acl[name]) ? USUAL[name] : acl[name]);

/**
 * Whether an access control entry is about the same as a wanted one: who may, or may not, do what with what.
 * A wanted one may name several operations.
 */
export const isAbout = (acl: IDataObject, wanted: IDataObject): boolean =>
	ACL_PARTS.every((name) =>
		name === 'AclOperationType'
			? aclOperations(wanted).some((one) => isSamePart(name, acl[name], one))
			: isSamePart(name, acl[name], wanted[name]),
	);

/** Whether two access control entries are one: a refusal is no grant, nor is a grant for another host. */
export const isSameAcl = (a: IDataObject, b: IDataObject): boolean =>
	isAbout(a, b) && ACL_EXTRAS.every((name) => isSamePart(name, partOf(a, name), partOf(b, name)));

/** What tells an access control entry apart, spelled in one way. */
export const aclKey = (acl: IDataObject): IDataObject =>
	Object.fromEntries(
		['InstanceId', ...ACL_PARTS, ...ACL_EXTRAS].map((name) => {
			const part = partOf(acl, name);
			return [name, Object.hasOwn(ACL_WORDS, name) ? bare(part) : part];
		}),
	);

/** "ACL of orders-service to Read Topic orders" */
export const aclText = (acl: IDataObject) =>
	`${isSameWord(acl.AclPermissionType, 'DENY') ? 'denying ' : ''}ACL of ${String(acl.Username)} to ${aclOperations(acl).map(String).join(', ')} ${String(acl.AclResourceType)} ${String(acl.AclResourceName)}`;

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
