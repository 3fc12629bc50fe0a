import { loadCompanions, loadFacts, type OperationFacts } from '../../core/facts';
import type { RawRequest } from '../../http/request';
import { refuse, refuseMissing } from '../answers/errors';
import { withAllowances } from './allowances';

/** Two services may have an action of one name, which their versions tell apart. */
const operations = new Map<string, OperationFacts[]>();
for (const facts of [...loadFacts('tencent'), ...loadCompanions('tencent')].map(withAllowances)) {
	const action = String(facts.request.action);
	operations.set(action, [...(operations.get(action) ?? []), facts]);
}

/** The operation of an action; where several have it, that of the version. */
function factsFor(action: string, request: RawRequest): OperationFacts | undefined {
	const all = operations.get(action) ?? [];
	const version = request.header('x-tc-version');
	return all.find((facts) => facts.request.version === version) ?? all[0];
}

/** The operation a request names; null when it names none. */
export function operationOf(request: RawRequest): string | null {
	const action = request.header('x-tc-action');
	return (action !== undefined && factsFor(action, request)?.operation) || null;
}

/** Finds the operation of a request; ends the request when there is none. */
export function findRoute(request: RawRequest): OperationFacts {
	const action = request.header('x-tc-action') || refuseMissing('Action');
	if (request.method !== 'POST' || request.path !== '/') {
		refuse('UnsupportedProtocol', 'Only POST / is supported.');
	}
	const facts = factsFor(action, request);
	if (!facts) refuse('InvalidAction', `The request action=\`${action}\` is invalid.`);
	const { version } = facts.request;
	if (request.header('x-tc-version') !== version) {
		refuse('NoSuchVersion', `The version of \`${action}\` is ${version}.`);
	}
	return facts;
}
