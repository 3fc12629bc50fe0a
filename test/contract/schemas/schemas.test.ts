import { loadOutputSchema } from 'n8n-core';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../harness';
import { outputSchemas } from './outputs';
import { schemaOfAll } from './schemaOf';

const nodes = join(projectRoot, 'nodes');
const written = readdirSync(nodes, { recursive: true, encoding: 'utf8' })
	.filter((path) => /__schema__.*\.json$/.test(path))
	.sort();

describe('The output schemas', () => {
	it('are what the nodes give; if not, run `npm run schemas`', async () => {
		const schemas = await outputSchemas();
		expect(written).toEqual(Object.keys(schemas).sort());
		for (const path of written) {
			expect({ path, ...JSON.parse(readFileSync(join(nodes, path), 'utf8')) }).toEqual({
				path,
				...schemas[path],
			});
		}
	}, 60_000);

	it.each(written)('%s is found by n8n beside the built node', (path) => {
		const [node, inside] = path.split('/__schema__/');
		const [, resource, file] = inside.split('/');
		const where = file ? { resource, operation: file.replace('.json', '') } : {};
		const schema = loadOutputSchema({
			nodeDir: join(projectRoot, 'dist/nodes', node),
			version: 1,
			...where,
			// Of a node without resources, n8n looks for the file only this way.
			versionFallback: !file,
		});
		expect(schema).toMatchObject({ type: 'object', version: 1 });
		expect(Object.keys(schema?.properties as object).length).toBeGreaterThan(0);
	});
});

describe('A schema', () => {
	it('has every name that a value had, and the type that holds all values', () => {
		expect(
			schemaOfAll([
				{ a: 1, list: [] },
				{ a: null, b: [{ c: 1.5 }, { c: 2, d: 'x' }], list: ['y'] },
			]),
		).toEqual({
			type: 'object',
			properties: {
				a: { type: 'integer' },
				b: {
					type: 'array',
					items: {
						type: 'object',
						properties: { c: { type: 'number' }, d: { type: 'string' } },
					},
				},
				list: { type: 'array', items: { type: 'string' } },
			},
		});
	});

	it('is not made of values that do not go together', () => {
		expect(() => schemaOfAll([{ a: 1 }, { a: 'x' }])).toThrow('both integer and string');
	});
});
