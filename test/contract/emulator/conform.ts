import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';

import { factsOf, type FactsVendor } from '../../../emulator/core/facts';
import { closed } from '../../../emulator/core/validation';
import type { Reply } from './client';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);

/** What of a success does not fit the operation's response schema; no field may be invented. */
export function nonconformities(vendor: FactsVendor, operation: string, reply: Reply): string[] {
	const { status, schema } = factsOf(vendor, operation).response;
	if (reply.status !== status) return [`status ${reply.status}: ${reply.text}`];
	if (schema === null) return reply.text === '' ? [] : [`a body: ${reply.text}`];
	const validate = ajv.compile(closed(schema));
	// Where the answer is text, it is the bare word and not JSON.
	if (validate(schema.type === 'string' ? reply.text : reply.body)) return [];
	return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}
