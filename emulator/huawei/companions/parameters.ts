import { decodeFields } from '../../core/encoding';
import type { JsonSchema } from '../../core/facts';
import { readText, validateRequest } from '../../core/validation';
import type { RawRequest } from '../../http/request';
import type { Match } from '../requests/routes';

/** Parameters as they were read, or what is wrong with them. */
export type Read = { query: Record<string, unknown>; body: unknown } | { wrong: string };

/** Decodes and validates a request to another service than Kafka. */
export function readCompanion(request: RawRequest, { facts, path }: Match): Read {
	const { query: schema, body: bodySchema } = facts.request.parameters;
	const query = queryOf(request, schema?.properties ?? {});
	if (!query) return { wrong: 'the query is malformed' };
	let body: unknown;
	try {
		const text = request.body.toString('utf8');
		body = text === '' ? undefined : (JSON.parse(text) as unknown);
	} catch {
		return { wrong: 'the body is not JSON' };
	}
	if (bodySchema && body === undefined) return { wrong: 'the body is empty' };
	const problems = validateRequest(facts, { path, query, body });
	if (problems.length === 0) return { query, body: body ?? {} };
	return { wrong: problems.map(({ parameter, text }) => `${parameter} ${text}`).join('; ') };
}

/** A list has its name once for each entry: `id=a&id=b`. */
function queryOf(
	request: RawRequest,
	properties: Record<string, JsonSchema>,
): Record<string, unknown> | null {
	const fields = decodeFields(request.query);
	if (!fields) return null;
	const query: Record<string, unknown> = {};
	for (const [name, text] of fields) {
		const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
		if (schema?.type === 'array') {
			query[name] = [...((query[name] as unknown[]) ?? []), readText(schema.items, text)];
		} else if (name in query) return null;
		else query[name] = readText(schema, text);
	}
	return query;
}
