import type { Field } from '../../core/encoding';
import { loadCompanions, loadFacts, type OperationFacts } from '../../core/facts';
import type { RawRequest } from '../../http/request';
import type { Reject } from '../answers/errors';
import { fieldOf, fieldsOf } from './parameters';

/** Operations by what names them, Kafka's and those of the services beside it. */
const operations = new Map(
	[...loadFacts('alibaba'), ...loadCompanions('alibaba')].map((facts) => [facts.operation, facts]),
);

const versions = new Set([...operations.values()].map(({ request }) => request.version));

/** The action a request names, whether it is known or not. */
function actionOf(request: RawRequest, fields: readonly Field[] | null): string | undefined {
	return request.header('x-acs-action') ?? fieldOf(fields ?? [], 'Action');
}

/** The operation a request names; null when it names none. */
export function operationOf(request: RawRequest): string | null {
	const action = actionOf(request, fieldsOf(request));
	return action !== undefined && operations.has(action) ? action : null;
}

/**
 * Finds the operation of a request; ends the request when there is none.
 * @param fields all parameters, of query and form body
 */
export function findRoute(
	request: RawRequest,
	fields: readonly Field[],
	reject: Reject,
): OperationFacts {
	const version = request.header('x-acs-version') ?? fieldOf(fields, 'Version');
	if (version === undefined || !versions.has(version)) {
		reject(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
	}
	const action = actionOf(request, fields);
	const named = action === undefined ? undefined : operations.get(action);
	const facts = named?.request.version === version ? named : undefined;
	const text = 'Specified api is not found, please check your url and method.';
	return facts ?? reject(404, 'InvalidAction.NotFound', text);
}
