import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../contract/context';
import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { ApiRequest } from '../contract/vendor';
import { isForbidden } from './lookUp';

/** Checks before something is bought: each only reads, and gives one item. */

/** What a check found. */
export interface Verdict {
	result: 'ok' | 'warning' | 'problem';
	/** What there is, as a phrase: "17 of 100 instances". */
	found: string;
	/** Full sentences; absent where all is well. */
	whatToDo?: string;
}

/** Reads for a check; what several of them ask for is asked once. */
export type Read = (request: ApiRequest) => Promise<IDataObject>;

/** One check. */
export interface Check {
	/** For the item: "Subnet". */
	name: string;
	/** Permission that its reads need. */
	permission: string;
	/** Whether it asks another service, which may not be reachable without harm to the rest. */
	isElsewhere?: boolean;
	/** `undefined` where there is nothing to check. */
	look(read: Read, body: IDataObject, item: OperationContext): Promise<Verdict | undefined>;
}

export const ok = (found: string): Verdict => ({ result: 'ok', found });

export const warning = (found: string, whatToDo: string): Verdict => ({
	result: 'warning',
	found,
	whatToDo,
});

export const problem = (found: string, whatToDo: string): Verdict => ({
	result: 'problem',
	found,
	whatToDo,
});

/** What a read that failed leaves unknown; `undefined` where the failure is one of all. */
function unread({ permission, isElsewhere }: Check, failure: Failure): Verdict | undefined {
	if (isForbidden(failure)) {
		return warning(
			`not checked: the credential has no permission for it (${permission})`,
			`Grant it ${permission}, or check this in the console.`,
		);
	}
	if (!isElsewhere || !['notSent', 'refused', 'unreachable'].includes(failure.kind)) {
		return undefined;
	}
	const { message, details } = failure;
	return warning(
		`not checked: ${message[0].toLowerCase()}${message.slice(1)}`,
		details.advice ?? 'Check this in the console.',
	);
}

async function looked(check: Check, read: Read, body: IDataObject, item: OperationContext) {
	try {
		return await check.look(read, body, item);
	} catch (error) {
		const failure = asFailure(error);
		const verdict = unread(check, failure);
		if (verdict) return verdict;
		throw failure;
	}
}

/**
 * Runs checks, an item each, in their order.
 *
 * @param body What the purchase would send
 * @throws {Failure} The service cannot be asked at all
 */
export async function runChecks(
	item: OperationContext,
	checks: readonly Check[],
	body: IDataObject,
): Promise<IDataObject[]> {
	const asked = new Map<string, Promise<IDataObject>>();
	const read: Read = async (request) => {
		const key = JSON.stringify(request);
		const answer = asked.get(key) ?? item.call(request);
		asked.set(key, answer);
		return await answer;
	};
	const verdicts = await Promise.all(
		checks.map(async (check) => ({
			check: check.name,
			verdict: await looked(check, read, body, item),
		})),
	);
	return verdicts.flatMap(({ check, verdict }) => (verdict ? [{ check, ...verdict }] : []));
}
