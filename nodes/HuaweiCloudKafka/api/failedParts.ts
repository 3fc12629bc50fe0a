import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/request/serviceFailure';

/** A part of a request that did not work, as the answer reports it. */
export interface FailedPart {
	/** Name or ID of what it is about, where the answer says so. */
	name?: string;
	/** The service's own words, or its code. */
	reason?: string;
	code?: string;
}

/** A text of an answer; `undefined` for what says nothing. */
export function textIn(...values: unknown[]): string | undefined {
	const said = values.find((value) => ['string', 'number'].includes(typeof value) && value !== '');
	return said === undefined ? undefined : String(said);
}

const NAMES = [
	...['id', 'name', 'topic', 'group_id', 'group', 'user_name', 'instance_id', 'instance'],
	...['ip', 'broker', 'partition', 'key'],
];

function partOf(entry: unknown): FailedPart {
	if (!isObject(entry)) return { name: textIn(entry) };
	const { error_msg, error_message, message, reason, error_code, code } = entry;
	return {
		name: textIn(...NAMES.map((name) => entry[name])),
		reason: textIn(error_msg, error_message, message, reason),
		code: textIn(error_code, code),
	};
}

/** Words by which the API calls a part or the whole a success; anything else beside them is none. */
const SUCCESSES = new Set(['success', 'succeed', 'succeeded', 'successful', 'true', 'ok']);

/** Whether the API calls a part a success, in whatever form: "success", "SUCCESS", true. */
export const isSuccess = (value: unknown) => SUCCESSES.has(String(value).toLowerCase());

/** Whether a result says of itself that it is not a success. */
function hasFailed(entry: unknown): boolean {
	if (!isObject(entry)) return false;
	return ['success', 'result'].some((name) => name in entry && !isSuccess(entry[name]));
}

/** Lists that hold only failures, as they are called: `failed_topics`, `failed_groups`, `errors`. */
const OF_FAILURES = /^(fail|errors$)/i;

const listOf = (value: unknown): unknown[] =>
	Array.isArray(value)
		? value
		: isObject(value)
			? Object.entries(value).map(([id, reason]) =>
					isObject(reason) ? { id, ...reason } : { id, reason },
				)
			: [];

/**
 * What an answer reports as failed, whatever its status: the API hides failures in successes, as entries
 * of `failed_topics` and its like, as `success: false`, or as a `result` that is no success.
 */
export function failedParts(body: IDataObject): FailedPart[] {
	const entries = Object.entries(body).flatMap(([name, value]) => {
		const isOfFailures = OF_FAILURES.test(name);
		if (!isOfFailures && !Array.isArray(value)) return [];
		return listOf(value).filter((entry) =>
			isOfFailures ? !isObject(entry) || !isSuccess(entry.success) : hasFailed(entry),
		);
	});
	const parts = entries.map(partOf);
	return parts.length === 0 && hasFailed(body) ? [partOf(body)] : parts;
}
