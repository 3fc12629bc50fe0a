/** Compiles what Stryker has instrumented into the built package, for the tests through n8n's engine. */
import { transformFileSync } from '@swc/core';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync('nodes', { recursive: true })
	.filter((path) => path.endsWith('.ts'))
	.map((path) => join('nodes', path))
	.filter((path) => readFileSync(path, 'utf8').includes('__stryker__'));

for (const path of sources) {
	const { code } = transformFileSync(path, {
		swcrc: false,
		module: { type: 'commonjs' },
		jsc: {
			target: 'es2022',
			parser: { syntax: 'typescript' },
			transform: { useDefineForClassFields: false },
		},
	});
	writeFileSync(join('dist', path.replace(/\.ts$/, '.js')), code);
}
