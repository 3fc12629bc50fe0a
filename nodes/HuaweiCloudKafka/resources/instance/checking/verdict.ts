import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../../shared/contract/context';
import type { Failure } from '../../../../shared/contract/failure';
import { asFailure } from '../../../../shared/contract/failure';
import type { Lookup } from '../../../../shared/contract/lookup';
import type { Outcome } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { isForbidden } from '../../../../shared/request/lookUp';
import { listAll } from '../../../../shared/request/readList';

/** What one check before a create found. */
export interface Verdict {
	result: 'ok' | 'warning' | 'problem';
	/** What there is, as a phrase: "17 of 100 instances". */
	found: string;
	/** Full sentences; nothing where all is well. */
	whatToDo?: string;
}

/** One check before a create, which only reads. */
export interface Check {
	/** For the item: "Subnet". */
	name: string;
	/** Permission that its reads need. */
	permission: string;
	/** `undefined` where the new instance has nothing that could be checked. */
	look(read: Reader, body: IDataObject): Promise<Verdict | undefined>;
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

/** Whether a read that failed says nothing of the instance: it may not be read, or not from here. */
const saysNothing = (failure: Failure, isOfKafka: boolean): boolean =>
	isForbidden(failure) ||
	(!isOfKafka && ['notSent', 'refused', 'unreachable'].includes(failure.kind));

/** What could not be checked is a warning: the create itself may need no such permission. */
function unchecked({ permission }: Check, failure: Failure): Verdict {
	const { message, details } = failure;
	if (isForbidden(failure)) {
		return warning(
			`not checked: the credential has no permission to read it (${permission})`,
			`Grant it ${permission}, or check this in the console.`,
		);
	}
	return warning(`not checked: ${message}`, details.advice ?? 'Check this in the console.');
}

/**
 * One item of a check.
 *
 * @throws {Failure} Kafka's own API cannot be read
 */
export async function checked(check: Check, read: Reader, body: IDataObject): Promise<Outcome[]> {
	let verdict: Verdict | undefined;
	try {
		verdict = await check.look(read, body);
	} catch (error) {
		const failure = asFailure(error);
		if (!saysNothing(failure, check.permission.startsWith('dms:'))) throw failure;
		verdict = unchecked(check, failure);
	}
	if (!verdict) return [];
	const { result, found, whatToDo = '' } = verdict;
	return [{ json: { check: check.name, result, found, whatToDo } }];
}
