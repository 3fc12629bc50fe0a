import type { OperationKind } from '../../nodes/shared/contract/operation';
import { UsageError } from './arguments';
import type { Facts } from './facts';
import { operationWords, wordsOf } from './naming';

/** Verbs of the node and of the APIs, by what they do to the cloud. */
const VERBS: Readonly<Record<OperationKind, readonly string[]>> = {
	read: [
		...['check', 'describe', 'estimate', 'fetch', 'find', 'get', 'inquire', 'list', 'query'],
		...['search', 'show', 'validate'],
	],
	create: ['create'],
	change: [
		...['add', 'associate', 'authorize', 'cancel', 'change', 'close', 'convert', 'disable'],
		...['disassociate', 'downgrade', 'enable', 'grant', 'modify', 'move', 'open', 'pause'],
		...['reassign', 'rename', 'renew', 'reopen', 'reset', 'resize', 'restart', 'restore'],
		...['resume', 'revoke', 'send', 'set', 'start', 'stop', 'tag', 'untag', 'update', 'upgrade'],
	],
	delete: ['delete', 'release', 'remove'],
};

/** Words before the verb. */
const BEFORE: ReadonlySet<string> = new Set(['batch', 'v', '1']);

/** What a verb does; `undefined` for one that is not known. */
const kindOfVerb = (verb: string): OperationKind | undefined =>
	(Object.keys(VERBS) as OperationKind[]).find((kind) => VERBS[kind].includes(verb));

const verbIn = (words: string[]) => words.find((word) => !BEFORE.has(word)) ?? '';

/** The kind of an operation, and how sure it is. */
export interface Kind {
	kind: OperationKind;
	/** Why somebody has to look at it. */
	doubt?: string;
}

/**
 * A read is repeated and never waits for its turn, so that taking a write for one does harm: where the
 * names contradict each other about that, neither is believed.
 *
 * @throws {UsageError}
 */
function checkAgreement(operation: string, api: string, own?: string, ofApi?: string): void {
	if (!own || !ofApi || (own === 'read') === (ofApi === 'read')) return;
	const [first, second] = own === 'read' ? ['reads', 'writes'] : ['writes', 'reads'];
	throw new UsageError(
		`By its name '${operation}' ${first}, and ${api} ${second}. Give the name of another API operation, or the kind with --kind.`,
	);
}

/**
 * What an operation does to the cloud, as its names have it. A create makes something that did not
 * exist, so that both names have to say so; what else writes is a change.
 *
 * @throws {UsageError} The names contradict each other
 */
export function kindOf({ operation: api, request }: Facts, operation: string): Kind {
	const { verb, rest } = operationWords(operation);
	const own = kindOfVerb(verbIn([verb, ...rest]));
	const ofApi = kindOfVerb(verbIn(wordsOf(api)));
	checkAgreement(operation, api, own, ofApi);
	if (own === 'read') {
		const isSure = request.method === 'GET' || ofApi === 'read';
		return { kind: 'read', ...(!isSure && { doubt: `${api} by ${request.method} only reads` }) };
	}
	if (request.method === 'GET') {
		return { kind: 'read', doubt: `'${operation}' only reads, as a GET should` };
	}
	if (own === 'create') {
		// Some APIs call it creating a task when they only turn something on.
		const isSure = ofApi === 'create' && !api.endsWith('Task');
		return {
			kind: 'create',
			...(!isSure && { doubt: `${api} makes something that did not exist` }),
		};
	}
	if (own === 'delete') {
		const isSure = request.method === 'DELETE' || ofApi === 'delete';
		return { kind: 'delete', ...(!isSure && { doubt: `${api} takes something away` }) };
	}
	if (ofApi === 'read') return { kind: 'read', doubt: `'${operation}' only reads` };
	const isSure = ofApi === 'change' && own === 'change' && request.method !== 'DELETE';
	return {
		kind: 'change',
		...(!isSure && { doubt: `${api} only changes what exists` }),
	};
}
