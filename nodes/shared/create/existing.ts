import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../contract/context';
import { Failure, NOT_FROM_API } from '../contract/failure';
import { isId } from '../contract/ids';
import type { FindExisting, Operation } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';
import { forgetListed } from './recentCreates';

/** A create on its way for one item. */
export interface Creation {
	item: OperationContext;
	operation: Operation;
	/** How what it creates is found by name. */
	find: FindExisting;
	request: ApiRequest;
	/** What is created under one key is created one at a time, and remembered together. */
	key: string;
	/** How many the request creates. */
	count: number;
}

export function creationOf(
	item: OperationContext,
	operation: Operation,
	find: FindExisting,
	request: ApiRequest,
): Creation {
	const name = find.named === undefined ? item.identity : String(request.body?.[find.named]);
	const key = [item.addressee, find.key, name].join('|');
	return { item, operation, find, request, key, count: find.count?.(request) ?? 1 };
}

/** Whether what exists is the result: with "Create If Absent", and where a failed execution is retried. */
export const takesExisting = (item: OperationContext): boolean =>
	item.isOn('createIfAbsent') || item.isRetried;

/** Why an existing one comes out although nobody asked for that. */
export const RETRIED =
	'This execution is a retry: the existing resource with this name was used instead of creating another one.';

/** Whether the service refuses a second resource with the same name. */
export const areNamesUnique = ({ find }: Creation): boolean => find.named === undefined;

/**
 * What the list shows with the name, in whatever state.
 *
 * @throws {Failure} Also when one of them has no ID, so that nobody could go on with it
 */
export async function findMatches(creation: Creation): Promise<IDataObject[]> {
	const { item, find, request, key } = creation;
	const rows = await find.matches(item, request);
	if (!rows.every((json) => isId(json[find.key]))) throw withoutId();
	if (remembersUnlisted(creation)) forgetListed(key, rows);
	return rows;
}

/** Whether the service would not refuse a second one that is sent because the first is not listed yet. */
export const remembersUnlisted = (creation: Creation): boolean =>
	!areNamesUnique(creation) || creation.find.overwrites !== undefined;

const withoutId = () =>
	new Failure('broken', 'the list shows one with this name, but not its ID', {
		readOnly: true,
		advice: NOT_FROM_API,
	});

/** What of it has neither failed nor is being deleted. */
export const inUse = ({ find }: Creation, rows: IDataObject[]): IDataObject[] =>
	rows.filter((json) => !find.isOver?.(json));

/** Pauses before each search for what may have been created, milliseconds: lists lag behind. */
export const searchPauses = ({ item: { clock }, find }: Creation): number[] => [
	...clock.times.search,
	...(find.isListedLate ? clock.times.slowSearch : []),
];
