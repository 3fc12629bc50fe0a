import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/request/serviceFailure';

/**
 * What the trigger keeps between two polls, small and bounded: rows are lists, as an object would lose their
 * order, and could take an ID for one of its own members.
 */

/** ID, state, name, and what was told of thresholds, such as `due;limit`. */
export type KeptRow = [id: string, state: string, name: string, told: string];

/** What is kept of one region or project. */
export interface KeptScope {
	rows: KeptRow[];
	/** Polls in a row in which it could not be read. */
	missed: number;
	/** Whether that was told. */
	told: boolean;
}

/** What is kept altogether, by the key of a scope. */
export type Kept = Map<string, KeptScope>;

/** Most instances that are kept; more would not be stored well by n8n. */
export const MOST_KEPT = 5_000;

const isRow = (row: unknown): row is KeptRow =>
	Array.isArray(row) && row.length === 4 && row.every((part) => typeof part === 'string');

const isScope = (value: unknown): value is KeptScope =>
	isObject(value) &&
	Array.isArray(value.rows) &&
	value.rows.every(isRow) &&
	typeof value.missed === 'number' &&
	typeof value.told === 'boolean';

/** What an earlier poll kept; a scope of another form counts as new. */
export function keptFrom(state: IDataObject | undefined): Kept | undefined {
	if (!Array.isArray(state?.scopes)) return undefined;
	const kept: Kept = new Map();
	for (const entry of state.scopes as unknown[]) {
		if (!Array.isArray(entry)) continue;
		const [key, scope] = entry as [unknown, unknown];
		if (typeof key === 'string' && isScope(scope)) kept.set(key, scope);
	}
	return kept;
}

/** The form in which n8n stores it. */
export const toState = (kept: Kept): IDataObject => ({
	scopes: [...kept].map(([key, scope]) => [key, scope]) as never,
});

/** How many instances are kept. */
export const countKept = (kept: Kept): number =>
	[...kept.values()].reduce((count, { rows }) => count + rows.length, 0);
