/** The files of the facts have the form that their README describes, with schemas of JSON Schema 2020-12. */
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

const README = readFileSync(join(__dirname, '../../../emulator/api/README.md'), 'utf8');

/** Names in the first column of the table of members. */
const members = (/\| member \| what \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(README)?.[1] ?? '')
	.split('\n')
	.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));

test.each(VENDORS)('%s has the members of the README', (vendor) => {
	expect(members).toEqual(expect.arrayContaining(['operation', 'request', 'notes']));
	const lacking = loadFacts(vendor).flatMap((facts) =>
		members.filter((name) => !(name in facts)).map((name) => `${facts.operation}: ${name}`),
	);
	expect(lacking).toEqual([]);
});
