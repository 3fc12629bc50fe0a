/** Writes the manifest and the README of each package of one cloud into `packages/`: `npm run packages`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../root.mjs';
import { pagesOf } from './pages.mjs';
import { PACKAGES } from './table.mjs';

for (const entry of PACKAGES) {
	const folder = join(root, 'packages', entry.folder);
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of Object.entries(await pagesOf(entry))) {
		writeFileSync(join(folder, name), text);
	}
}
