/** Every schema of the facts is one of JSON Schema 2020-12; the emulator takes them as they are. */
import Ajv2020 from 'ajv/dist/2020';

import { loadFacts, type JsonSchema } from '../../../emulator/core/facts';

const VENDORS = ['huawei', 'alibaba', 'tencent'] as const;

const ajv = new Ajv2020({ strict: false, logger: false });

const wrong = (schema: JsonSchema | null, where: string) =>
	schema === null || ajv.validateSchema(schema) ? [] : [`${where}: ${ajv.errorsText()}`];

test('the check refuses what is no schema', () => {
	expect(wrong({ type: 'integre' }, 'limit')).toEqual([expect.stringMatching(/^limit: .*type/)]);
});

test.each(VENDORS)('%s', (vendor) => {
	const found = loadFacts(vendor).flatMap(({ operation, request, response }) => [
		...Object.entries(request.parameters).flatMap(([place, schema]) =>
			wrong(schema, `${operation} ${place}`),
		),
		...wrong(response.schema, `${operation} response`),
	]);
	expect(found).toEqual([]);
});
