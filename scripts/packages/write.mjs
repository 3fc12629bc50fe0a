/**
 * Writes the manifest and the README of each package of one cloud into `packages/`: `npm run packages`. With `--check`
 * it only says which of them are out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../root.mjs';
import { pagesOf } from './pages.mjs';
import { PACKAGES } from './table.mjs';

const isCheck = process.argv.includes('--check');
for (const entry of PACKAGES) {
	const folder = join('packages', entry.folder);
	mkdirSync(join(root, folder), { recursive: true });
	for (const [name, text] of Object.entries(await pagesOf(entry))) {
		const file = join(root, folder, name);
		if (!isCheck) writeFileSync(file, text);
		else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
			console.error(`${join(folder, name)} is out of date: run npm run packages`);
			process.exitCode = 1;
		}
	}
}
