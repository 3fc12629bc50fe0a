import type { OperationKind } from '../../nodes/shared/contract/operation';
import type { Facts } from './facts';
import { operationWords, wordsOf } from './naming';

/** Verbs of the node and of the APIs that only read. */
const READS: ReadonlySet<string> = new Set([
	...['check', 'describe', 'estimate', 'fetch', 'find', 'get', 'inquire', 'list', 'query'],
	...['search', 'show', 'validate'],
]);
const CREATES: ReadonlySet<string> = new Set(['create']);
const DELETES: ReadonlySet<string> = new Set(['delete', 'release', 'remove']);

const verbOfApi = (api: string) =>
	wordsOf(api).find((word) => !['batch', 'v', '1'].includes(word)) ?? '';

/** The kind of an operation, and how sure it is. */
export interface Kind {
	kind: OperationKind;
	/** Why somebody has to look at it. */
	doubt?: string;
}

/**
 * What an operation does to the cloud, as its names have it. A create makes something that did not
 * exist, so that both names have to say so; what else writes is a change.
 */
export function kindOf({ operation: api, request }: Facts, operation: string): Kind {
	const { verb } = operationWords(operation);
	const apiVerb = verbOfApi(api);
	if (READS.has(verb)) {
		const isSure = request.method === 'GET' || READS.has(apiVerb);
		return { kind: 'read', ...(!isSure && { doubt: `${api} by ${request.method} only reads` }) };
	}
	if (request.method === 'GET') {
		return { kind: 'read', doubt: `'${operation}' only reads, as a GET should` };
	}
	if (CREATES.has(verb)) {
		if (CREATES.has(apiVerb)) return { kind: 'create' };
		return { kind: 'create', doubt: `${api} makes something that did not exist` };
	}
	if (DELETES.has(verb)) {
		const isSure = request.method === 'DELETE' || DELETES.has(apiVerb);
		return { kind: 'delete', ...(!isSure && { doubt: `${api} takes something away` }) };
	}
	const doubtful = request.method === 'DELETE' || DELETES.has(apiVerb) || CREATES.has(apiVerb);
	return {
		kind: 'change',
		...(doubtful && { doubt: `${api} only changes what exists, and stays a change` }),
	};
}
