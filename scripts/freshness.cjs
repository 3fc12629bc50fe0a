const { existsSync } = require('node:fs');
const { readdir, stat } = require('node:fs/promises');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');

/** Everything that the built package is made of. */
const sources = ['credentials', 'nodes', 'icons', 'index.ts', 'tsconfig.json', 'gulpfile.js'];

/** Newest modification under a path; folders count, so that a removed file is noticed as well. */
async function modified(path) {
	const info = await stat(path);
	if (!info.isDirectory()) return info.mtimeMs;
	const inside = (await readdir(path)).map((name) => modified(join(path, name)));
	return Math.max(info.mtimeMs, ...(await Promise.all(inside)));
}

/** Whether `dist` was built from the sources as they are now. */
exports.isFresh = async () => {
	const dist = join(root, 'dist');
	if (!existsSync(join(dist, 'index.js'))) return false;
	const changed = await Promise.all(sources.map((source) => modified(join(root, source))));
	return (await stat(dist)).mtimeMs > Math.max(...changed);
};
