import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const REQUIRED = /\brequire\("(\.{1,2}\/[^"]+)"\)/g;
const ICON = /'file:((?:\.\.\/)+[\w/.-]+\.svg)'/g;

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, path]) => path);

/** The file that Node.js takes for a path without extension. */
function fileOf(folder, path) {
	const found = [`${path}.js`, `${path}/index.js`].find((one) => existsSync(join(folder, one)));
	if (!found) throw new Error(`${path} is required, but not there`);
	return found;
}

/** What n8n reads from beside a node: its codex, and the schemas of its output. */
function besideNode(folder, path) {
	const codex = path.replace(/\.js$/, '.json');
	const schemas = `${posix.dirname(path)}/__schema__`;
	return [
		...(existsSync(join(folder, codex)) ? [codex] : []),
		...(existsSync(join(folder, schemas))
			? readdirSync(join(folder, schemas), { recursive: true, withFileTypes: true })
					.filter((one) => one.isFile())
					.map((one) => join(one.parentPath ?? one.path, one.name).slice(folder.length + 1))
			: []),
	];
}

/**
 * All files that classes come to: what they require, their icons, and what n8n reads from beside them.
 *
 * @param folder Of the built package
 * @param classes Their files, from there
 */
export function closureOf(folder, classes) {
	const files = new Set();
	const add = (path) => {
		if (files.has(path)) return;
		files.add(path);
		const text = readFileSync(join(folder, path), 'utf8');
		const here = posix.dirname(path);
		for (const other of matches(text, REQUIRED)) add(fileOf(folder, posix.join(here, other)));
		for (const icon of matches(text, ICON)) files.add(posix.join(here, icon));
	};
	for (const path of classes) {
		add(path);
		if (path.endsWith('.node.js')) {
			for (const other of besideNode(folder, path)) files.add(other);
		}
	}
	return [...files].sort();
}
