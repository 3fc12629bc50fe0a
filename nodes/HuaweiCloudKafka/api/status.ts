import type { StatusKind } from '../../shared/contract/completion';

/**
 * Statuses of an instance. Source: DMS for Kafka API Reference, table 8-2; the ones from FREEZING on
 * are only in the official SDK, RECYCLE comes with the recycle bin.
 */
export const INSTANCE_STATUSES = {
	CREATING: 'pending',
	CREATEFAILED: 'failed',
	RUNNING: 'ready',
	ERROR: 'failed',
	STARTING: 'pending',
	RESTARTING: 'pending',
	EXTENDING: 'pending',
	EXTENDEDFAILED: 'failed',
	DELETING: 'pending',
	FREEZING: 'pending',
	FROZEN: 'failed',
	SHRINKING: 'pending',
	CONFIGURING: 'pending',
	ROLLBACK: 'pending',
	ROLLBACKFAILED: 'failed',
	VOLUMETYPECHANGING: 'pending',
	// Only the Terraform provider knows it: Smart Connect is being switched off.
	CONNECTOR_DELETING: 'pending',
	// At rest until it is restored or deleted for good, and its storage goes on being billed.
	RECYCLE: 'idle',
} as const satisfies Readonly<Record<string, StatusKind>>;

/** Readable names of the statuses of an instance, in their order; only V1 has DELETED. */
const STATUS_NAMES: Readonly<Record<keyof typeof INSTANCE_STATUSES | 'DELETED', string>> = {
	CONFIGURING: 'Configuring',
	CREATING: 'Creating',
	CREATEFAILED: 'Creation Failed',
	DELETED: 'Deleted',
	DELETING: 'Deleting',
	CONNECTOR_DELETING: 'Disabling Smart Connect',
	ERROR: 'Error',
	EXTENDING: 'Extending',
	EXTENDEDFAILED: 'Extension Failed',
	FREEZING: 'Freezing',
	FROZEN: 'Frozen',
	RECYCLE: 'In Recycle Bin',
	RESTARTING: 'Restarting',
	ROLLBACK: 'Rollback',
	ROLLBACKFAILED: 'Rollback Failed',
	RUNNING: 'Running',
	SHRINKING: 'Shrinking',
	STARTING: 'Starting',
	VOLUMETYPECHANGING: 'Volume Type Changing',
};

/** A status of an instance within a text: "creation failed". */
export const statusText = (status: unknown): string => {
	const found = Object.entries(STATUS_NAMES).find(([name]) => name === status);
	return (found?.[1] ?? String(status ?? 'unknown')).toLowerCase();
};

/** Some of the statuses with their readable names, in the order of the names. */
export const namedStatuses = (statuses: readonly string[]): Record<string, string> =>
	Object.fromEntries(Object.entries(STATUS_NAMES).filter(([status]) => statuses.includes(status)));

/** Statuses of a background task. Source: reference page ListBackgroundTasks of 2026-01-30. */
export const TASK_STATUSES: Readonly<Record<string, StatusKind>> = {
	CREATED: 'pending',
	EXECUTING: 'pending',
	SUCCESS: 'ready',
	FAILED: 'failed',
	DELETED: 'failed',
	CANCELLED: 'failed',
};

/** Statuses of a Smart Connect task. Source: official SDK; CREATING: Terraform provider of 2026-08. */
export const CONNECTOR_TASK_STATUSES: Readonly<Record<string, StatusKind>> = {
	CREATING: 'pending',
	WAITING: 'idle',
	RUNNING: 'ready',
	PAUSED: 'idle',
	RESTARTING: 'pending',
};

/** Statuses of a diagnosis. Source: official SDK; the Terraform provider waits for `finished`. */
export const REPORT_STATUSES: Readonly<Record<string, StatusKind>> = {
	DIAGNOSING: 'pending',
	FINISHED: 'ready',
	NORMAL: 'ready',
	ABNORMAL: 'ready',
	FAILED: 'failed',
	DELETED: 'gone',
};

/** Whether an instance with this status lies in the recycle bin. */
export const isRecycled = (status: unknown): boolean =>
	String(status ?? '').toUpperCase() === 'RECYCLE';

const kindIn = (table: Readonly<Record<string, StatusKind>>, status: unknown): StatusKind => {
	const name = String(status ?? '').toUpperCase();
	return Object.hasOwn(table, name) ? table[name] : 'unknown';
};

/** Kind of an instance's status; one that no document lists is `unknown`, never taken for ready. */
export const instanceStatusKind = (status: unknown): StatusKind =>
	kindIn(INSTANCE_STATUSES, status);

/** Kind of a background task's status. */
export const taskStatusKind = (status: unknown): StatusKind => kindIn(TASK_STATUSES, status);

/** Kind of a Smart Connect task's status; none of a failure is documented. */
export const connectorTaskStatusKind = (status: unknown): StatusKind =>
	kindIn(CONNECTOR_TASK_STATUSES, status);

/** Kind of a diagnosis' status. */
export const reportStatusKind = (status: unknown): StatusKind => kindIn(REPORT_STATUSES, status);
