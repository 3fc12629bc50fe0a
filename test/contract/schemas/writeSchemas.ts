/** Writes the output schemas of the nodes: `npm run schemas`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { outputSchemas } from './outputs';

const nodes = join(__dirname, '../../../nodes');

async function write(): Promise<void> {
	const schemas = Object.entries(await outputSchemas());
	for (const [path] of schemas) {
		rmSync(join(nodes, path.split('/__schema__/')[0], '__schema__'), {
			recursive: true,
			force: true,
		});
	}
	for (const [path, schema] of schemas) {
		mkdirSync(dirname(join(nodes, path)), { recursive: true });
		const options = await resolveConfig(join(nodes, path));
		const text = await format(JSON.stringify(schema, null, 2), { ...options, parser: 'json' });
		writeFileSync(join(nodes, path), text);
	}
	console.log(`${schemas.length} schemas written`);
}

void write();
