import addFormats from 'ajv-formats';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

import { factsOf, type FactsVendor, type JsonSchema } from '../../../emulator/core/facts';
import { closed, UNCHECKED_SCHEMAS } from '../../../emulator/core/validation';
import type { Reply } from './client';

const ajv = new Ajv2020({ ...UNCHECKED_SCHEMAS, strict: false, allErrors: true });
addFormats(ajv);

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** What of a success does not fit the operation's response schema; no field may be invented. */
export function nonconformities(vendor: FactsVendor, operation: string, reply: Reply): string[] {
	const { status, schema } = factsOf(vendor, operation).response;
	if (reply.status !== status) return [`status ${reply.status}: ${reply.text}`];
	if (schema === null) return reply.text === '' ? [] : [`a body: ${reply.text}`];
	const validate = compiled.get(schema) ?? ajv.compile(closed(schema));
	compiled.set(schema, validate);
	// Where the answer is text, it is the bare word and not JSON.
	if (validate(schema.type === 'string' ? reply.text : reply.body)) return [];
	return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}
