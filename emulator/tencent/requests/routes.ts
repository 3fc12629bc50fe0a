import { loadFacts, type OperationFacts } from '../../core/facts';
import type { RawRequest } from '../../http/request';
import { refuse, refuseMissing } from '../answers/errors';
import { withAllowances } from './allowances';

const operations = new Map(
	loadFacts('tencent').map((facts) => [facts.operation, withAllowances(facts)]),
);

/** The operation a request names; null when it names none. */
export function operationOf(request: RawRequest): string | null {
	const action = request.header('x-tc-action');
	return action !== undefined && operations.has(action) ? action : null;
}

/** Finds the operation of a request; ends the request when there is none. */
export function findRoute(request: RawRequest): OperationFacts {
	const action = request.header('x-tc-action') || refuseMissing('Action');
	if (request.method !== 'POST' || request.path !== '/') {
		refuse('UnsupportedProtocol', 'Only POST / is supported.');
	}
	const facts = operations.get(action);
	if (!facts) refuse('InvalidAction', `The request action=\`${action}\` is invalid.`);
	const { version } = facts.request;
	if (request.header('x-tc-version') !== version) {
		refuse('NoSuchVersion', `The version of \`${action}\` is ${version}.`);
	}
	return facts;
}
