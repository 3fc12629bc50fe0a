import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from '../../shared/contract/completion';

/** What a status is called, and what it means to someone who waits. */
export type StatusText = readonly [word: string, kind: StatusKind];

/**
 * `ServiceStatus` of an instance. Source: AliKafka API Reference, GetInstanceList, for 0, 1 and 5; the
 * vendor's later page and the Terraform provider for the others. A stopped instance reads 15, as one that
 * was released or has expired does (acceptance test of the Terraform provider's alikafka_instance_v2).
 */
export const SERVICE_STATUSES: Readonly<Record<string, StatusText>> = {
	'0': ['waiting for deployment', 'idle'],
	'1': ['deploying', 'pending'],
	'2': ['initializing', 'pending'],
	'3': ['starting', 'pending'],
	'5': ['running', 'ready'],
	'6': ['migrating', 'pending'],
	'7': ['waiting for upgrade', 'pending'],
	'8': ['upgrading', 'pending'],
	'9': ['waiting for change', 'pending'],
	'10': ['released', 'gone'],
	'11': ['changing', 'pending'],
	'15': ['out of service', 'idle'],
	'30': ['scaling', 'pending'],
	'-1': ['unknown', 'unknown'],
	'101': ['deployment failed', 'failed'],
	'102': ['upgrade failed', 'failed'],
};

/**
 * `ViewInstanceStatusCode`, which newer answers have beside `ServiceStatus` and which gives the same
 * numbers other meanings. Source: the vendor's later page of GetInstanceList.
 */
export const VIEW_STATUSES: Readonly<Record<string, StatusText>> = {
	'0': ['waiting for deployment', 'idle'],
	'1': ['deploying', 'pending'],
	'2': ['running', 'ready'],
	'3': ['stopped', 'idle'],
	'4': ['about to expire', 'ready'],
	'5': ['expired', 'idle'],
	'6': ['released', 'gone'],
	'7': ['upgrading', 'pending'],
	'8': ['migrating', 'pending'],
	'21': ['stopping', 'pending'],
	'22': ['starting', 'pending'],
	'23': ['releasing', 'pending'],
	'30': ['scaling', 'pending'],
	'101': ['deployment failed', 'failed'],
	'102': ['upgrade failed', 'failed'],
	'103': ['migration failed', 'failed'],
};

const SOURCES = [
	['ViewInstanceStatusCode', VIEW_STATUSES],
	['ServiceStatus', SERVICE_STATUSES],
] as const;

const isSet = (value: unknown) => value !== undefined && value !== null && value !== '';

/**
 * Status of an instance from both fields. The newer one says more; but an instance only counts as
 * ready when neither says anything else. A number that no document lists is reported as it is.
 */
export function instanceStatus(record: IDataObject): { status: string; kind: StatusKind } {
	const seen = SOURCES.filter(([name]) => isSet(record[name])).map(([name, table]): StatusText => {
		const code = String(record[name]);
		return Object.hasOwn(table, code) ? table[code] : [`${name} ${code}`, 'unknown'];
	});
	const [status, kind] = seen.find(([, found]) => found !== 'ready') ??
		seen[0] ?? ['unknown', 'unknown'];
	return { status, kind };
}

/** Kind of each word; a word means the same in both tables. */
const KINDS: ReadonlyMap<string, StatusKind> = new Map(
	SOURCES.flatMap(([, table]) => Object.values(table)),
);

/** Every word that the status of an instance can be, sorted. */
export const STATUS_WORDS: readonly string[] = [...KINDS.keys()].sort();

/** Kind of a status as {@link instanceStatus} gives it. */
export const instanceStatusKind = (status: unknown): StatusKind =>
	KINDS.get(String(status)) ?? 'unknown';

/** `Status` of a topic. AliKafka API Reference, GetTopicList: 0 is in service. */
export function topicStatus({ Status: code }: IDataObject): { status: string; kind: StatusKind } {
	return String(code) === '0'
		? { status: 'in service', kind: 'ready' }
		: { status: `Status ${String(code)}`, kind: 'unknown' };
}

/** Whether an instance was certainly released or has expired, after which it can be deleted. */
export const isReleased = ({ ViewInstanceStatusCode: view, ServiceStatus: service }: IDataObject) =>
	String(service) === '10' || ['5', '6'].includes(String(view));

/**
 * Whether an instance is out of service without a word on why: answers without the newer status say the
 * same of one that is stopped, and goes on being billed, as of one that was released or has expired.
 */
export const isOutOfService = ({
	ViewInstanceStatusCode: view,
	ServiceStatus: service,
}: IDataObject) => !isSet(view) && String(service) === '15';

/** Whether an instance was bought but not deployed. */
export const waitsForDeployment = (record: IDataObject): boolean =>
	instanceStatus(record).status === SERVICE_STATUSES['0'][0];
