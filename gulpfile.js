const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { readdir, rename, rm, stat, utimes } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, src } = require('gulp');

/** Everything that the built package is made of. */
const sources = ['credentials', 'nodes', 'icons', 'index.ts', 'tsconfig.json', 'gulpfile.js'];

/** Newest modification under a path; folders count, so that a removed file is noticed as well. */
async function modified(path) {
	const info = await stat(path);
	if (!info.isDirectory()) return info.mtimeMs;
	const inside = (await readdir(path)).map((name) => modified(join(path, name)));
	return Math.max(info.mtimeMs, ...(await Promise.all(inside)));
}

/** Compiles into a folder; tsc itself shows the errors. */
const compile = (folder) =>
	new Promise((resolve, reject) => {
		const tsc = [require.resolve('typescript/bin/tsc'), '--outDir', folder];
		spawn(process.execPath, tsc, { stdio: 'inherit' })
			.on('error', reject)
			.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build has errors'))));
	});

/** n8n reads icons, codex files and output schemas from beside the compiled classes. */
const copy = (folder) =>
	new Promise((resolve, reject) => {
		src(['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
			base: '.',
			encoding: false,
		})
			.on('error', reject)
			.pipe(dest(folder))
			.on('error', reject)
			.on('finish', resolve);
	});

/** Builds beside `dist` and swaps at the end: a failed build, or one under way, disturbs nobody who uses `dist`. */
async function fresh() {
	const started = new Date();
	const folder = `dist.${process.pid}`;
	try {
		await compile(folder);
		await copy(folder);
		await utimes(folder, started, started);
		await rm('dist', { recursive: true, force: true });
		await rename(folder, 'dist');
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Removes what was built. */
exports.clean = () => rm('dist', { recursive: true, force: true });

/** Builds unless nothing has changed since the last build. */
exports.build = async () => {
	const changed = Math.max(...(await Promise.all(sources.map(modified))));
	if (!existsSync('dist') || (await stat('dist')).mtimeMs <= changed) await fresh();
};

exports.default = exports.build;
