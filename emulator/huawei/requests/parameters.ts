import { decodeFields } from '../../core/encoding';
import { readText, validateRequest } from '../../core/validation';
import type { RawRequest } from '../../http/request';
import { refuse } from '../answers/errors';
import type { OperationRequest } from './context';
import { refuseProblems } from './problems';
import type { Match } from './routes';

/** Decodes and validates; refuses parameters the operation does not have. */
export function readParameters(
	request: RawRequest,
	{ facts, path }: Match,
): Omit<OperationRequest, 'caller'> {
	const schemas = facts.request.parameters;
	const fields = decodeFields(request.query) ?? refuse('DMS.10540014');
	const query: Record<string, unknown> = {};
	for (const [name, text] of fields) {
		if (name in query) refuse('DMS.00400062', `(query parameter ${name} is given twice)`);
		query[name] = readText(schemas.query?.properties?.[name], text);
	}
	const typedPath = Object.fromEntries(
		Object.entries(path).map(([name, text]) => [
			name,
			readText(schemas.path?.properties?.[name], text),
		]),
	);
	const body = readBody(request, schemas.body !== null);
	const problems = validateRequest(facts, { path: typedPath, query, body });
	if (problems.length) refuseProblems(facts.operation, problems);
	return { path, query, body: body ?? {} };
}

function readBody(request: RawRequest, expected: boolean): unknown {
	if (request.body.length === 0) return expected ? refuse('DMS.00400004') : undefined;
	if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) {
		refuse('DMS.00400005', '(Content-Type must be application/json)');
	}
	try {
		return JSON.parse(request.body.toString('utf8')) as unknown;
	} catch {
		return refuse('DMS.00400005');
	}
}
