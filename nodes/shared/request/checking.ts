import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../contract/context';
import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { Lookup } from '../contract/lookup';
import type { ApiRequest } from '../contract/vendor';
import { isForbidden } from './lookUp';
import { listAll } from './readList';

/** Checks before something is bought: each only reads, and gives one item, of one form on every cloud. */

/** What a check found. */
export interface Verdict {
	/** `problem`: the create would not succeed. `warning`: it may not, or that is not known. */
	result: 'ok' | 'warning' | 'problem';
	/** What there is, as a phrase: "17 of 100 instances". */
	found: string;
	/** Full sentences; empty where nothing is to be done. */
	whatToDo: string;
}

/** The item of a check. */
export interface CheckItem extends IDataObject, Verdict {
	/** What was checked: "Subnet". */
	check: string;
}

export const ok = (found: string): Verdict => ({ result: 'ok', found, whatToDo: '' });

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

/** One check. */
export interface Check {
	/** For the item: "Subnet". */
	name: string;
	/** Permission that its reads need. */
	permission: string;
	/** Whether it asks another service, which may not be reachable without harm to the rest. */
	isElsewhere?: boolean;
	/** `undefined` where the new instance has nothing that could be checked. */
	look(read: Reader, body: IDataObject): Promise<Verdict | undefined>;
}

/** Reads for the checks: what several checks or items ask for is asked once. */
export class Reader {
	constructor(readonly item: OperationContext) {}

	/** @throws {Failure} */
	async answer(request: ApiRequest): Promise<IDataObject> {
		return await this.once(request, async () => await this.item.call(request));
	}

	/** All that a lookup lists. */
	async rows(lookup: Lookup, chosen: Record<string, unknown> = {}): Promise<IDataObject[]> {
		const request = lookup.request((name) => chosen[name]);
		return await this.once(request, async () => await listAll(this.item, request, lookup.pages));
	}

	private async once<T>({ api, path, query, body }: ApiRequest, task: () => Promise<T>) {
		const key = JSON.stringify(['check', this.item.addressee, api, path, query, body]);
		return await this.item.oncePerRun(key, task);
	}
}

/** What a read that failed leaves unknown; `undefined` where the failure is one of all. */
function unread({ permission, isElsewhere }: Check, failure: Failure): Verdict | undefined {
	if (isForbidden(failure)) {
		return warning(
			`not checked: the credential has no permission to read it (${permission})`,
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

async function looked(check: Check, read: Reader, body: IDataObject) {
	try {
		return await check.look(read, body);
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
 * @throws {Failure} Kafka's own service cannot be asked
 */
export async function runChecks(
	item: OperationContext,
	checks: readonly Check[],
	body: IDataObject,
): Promise<CheckItem[]> {
	const read = new Reader(item);
	const verdicts = await Promise.all(
		checks.map(async (check) => ({
			check: check.name,
			verdict: await looked(check, read, body),
		})),
	);
	return verdicts.flatMap(({ check, verdict }) => (verdict ? [{ check, ...verdict }] : []));
}
