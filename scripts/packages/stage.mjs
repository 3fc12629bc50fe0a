import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { root } from '../root.mjs';
import { closureOf } from './closure.mjs';
import { manifestOf } from './manifest.mjs';

/** n8n finds the codex of a node by the name of its package. */
function withPackageName(text, name) {
	const codex = JSON.parse(text);
	const [, node] = codex.node.split('.');
	return `${JSON.stringify({ ...codex, node: `${name}.${node}` }, null, '\t')}\n`;
}

/** Puts the package of one cloud into a folder, which it makes, as far as npm would pack it, out of what is built. */
export function stage(entry, folder) {
	const manifest = manifestOf(entry);
	const { credentials, nodes } = manifest.n8n;
	for (const path of closureOf(root.replace(/\/$/, ''), [...credentials, ...nodes])) {
		const target = join(folder, path);
		mkdirSync(dirname(target), { recursive: true });
		if (!path.endsWith('.node.json')) copyFileSync(join(root, path), target);
		else
			writeFileSync(target, withPackageName(readFileSync(join(root, path), 'utf8'), manifest.name));
	}
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
	copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
	copyFileSync(join(root, 'packages', entry.folder, 'README.md'), join(folder, 'README.md'));
}
