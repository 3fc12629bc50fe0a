import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import { isBlank } from '../../shared/contract/field';
import type { ApiRequest } from '../../shared/contract/vendor';

/** What items are put together from, and what single values of a record mean. */

/** Parameters of a request that its answer does not repeat; named, as a request may hold passwords too. */
export const fromRequest = ({ body = {} }: ApiRequest, ...names: string[]): IDataObject =>
	Object.fromEntries(names.map((name) => [name, body[name]]));

/**
 * A whole number of an answer, which may come as digits in a text; `undefined` for anything else. Many
 * fields may be null, and `Number` makes 0 of that, of an empty text and of an empty list.
 */
export function wholeNumber(value: unknown): number | undefined {
	if (typeof value === 'string' && !/^\s*-?\d+\s*$/.test(value)) return undefined;
	const number = typeof value === 'string' ? Number(value) : value;
	return Number.isSafeInteger(number) ? (number as number) : undefined;
}

/**
 * The record that an answer holds, for reads of a single one.
 *
 * @throws {Failure} `broken` where the result is null, which must not pass for a record
 */
export function recordOf(answer: IDataObject): IDataObject {
	if (!('Result' in answer) || !isBlank(answer.Result)) return answer;
	throw new Failure('broken', 'the response contains no result', {
		readOnly: true,
		advice:
			'Check that what you asked for exists, and is in this region. If it is, try again later.',
	});
}

/** An ID or name of an answer; `undefined` where it names nothing. */
export const nameOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** The ID of the task that an operation started, if it started one: 0 cannot be asked for. */
export function taskOf({ FlowId }: IDataObject): { FlowId?: number } {
	const id = wholeNumber(FlowId) ?? 0;
	return id > 0 ? { FlowId: id } : {};
}

/** An answer whose whole result is a number. */
export const resultOf = ({ Result }: IDataObject): IDataObject[string] => Result;

/**
 * A record that was found by its name, as the matches of a create.
 *
 * @param request Names the instance that it is on, which the record does not
 */
export const matchesOf = (record: IDataObject | undefined, request: ApiRequest): IDataObject[] =>
	record ? [{ ...record, ...fromRequest(request, 'InstanceId') }] : [];

/** Larger numbers are milliseconds, from 2001 on; 253402271999, 9999-12-31, is one of seconds that stands for "never". */
const LARGEST_SECONDS = 1_000_000_000_000;

/**
 * A Unix time in seconds; the reference does not say whether the API's are seconds or milliseconds.
 *
 * @returns `undefined` for what is no moment: 0, a year before Christ such as -62170009580, or a text
 *   such as 0000-00-00 00:00:00
 */
export function inSeconds(time: unknown): number | undefined {
	const number = wholeNumber(time) ?? 0;
	if (number <= 0) return undefined;
	return number > LARGEST_SECONDS ? number / 1000 : number;
}

/** A Unix time of an answer in milliseconds; `undefined` where it says no moment. */
export function momentOf(time: unknown): number | undefined {
	const seconds = inSeconds(time);
	return seconds === undefined ? undefined : seconds * 1000;
}

/** An instance, for texts: "instance orders-dev (ID ckafka-8j4ro59xx)". */
export const instanceSubject = ({ InstanceName: name, InstanceId: id }: IDataObject): string =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

/** A route, for texts: "route 81234 of instance ckafka-8j4ro59xx". */
export const routeSubject = ({ RouteId: id, InstanceId: instance }: IDataObject): string =>
	`route ${String(id)} of instance ${String(instance)}`;

/** Whether nothing is on sale in a zone: it may say so although one of its editions has stock. */
export function isSoldOut({ SoldOut, SalesInfo }: IDataObject): boolean {
	const sales = Array.isArray(SalesInfo) ? (SalesInfo as Array<IDataObject | null>) : [];
	return String(SoldOut) === 'true' && !sales.some((sale) => String(sale?.SoldOut) === 'false');
}
