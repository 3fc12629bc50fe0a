const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { cp, readdir, rename, rm, utimes } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, src } = require('gulp');

const { isFresh } = require('./scripts/freshness.cjs');

/** What the compiler has made so far: it goes on from there, and makes anew only what has changed. */
const cache = 'node_modules/.cache/build';

/** Compiles into the cache; tsc itself shows the errors. */
const compile = () =>
	new Promise((resolve, reject) => {
		const tsc = [require.resolve('typescript/bin/tsc'), '--incremental', '--outDir', cache];
		tsc.push('--tsBuildInfoFile', `${cache}/.tsbuildinfo`);
		spawn(process.execPath, tsc, { stdio: 'inherit' })
			.on('error', reject)
			.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build has errors'))));
	});

/** Takes out of the cache what was made of a source that is gone. */
async function prune() {
	const made = await readdir(cache, { recursive: true });
	const isOrphan = (file) => /\.js$/.test(file) && !existsSync(file.replace(/\.js$/, '.ts'));
	const bases = made.filter(isOrphan).map((file) => file.replace(/\.js$/, ''));
	const orphans = bases.flatMap((base) => ['.js', '.js.map', '.d.ts'].map((end) => base + end));
	await Promise.all(orphans.map((file) => rm(join(cache, file), { force: true })));
}

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
		await compile();
		await prune();
		await cp(cache, folder, { recursive: true, filter: (path) => !path.endsWith('.tsbuildinfo') });
		await copy(folder);
		await utimes(folder, started, started);
		await rm('dist', { recursive: true, force: true });
		await rename(folder, 'dist');
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Removes what was built. */
exports.clean = () =>
	Promise.all(['dist', cache].map((folder) => rm(folder, { recursive: true, force: true })));

/** Builds unless nothing has changed since the last build. */
exports.build = async () => {
	if (!(await isFresh())) await fresh();
};

exports.default = exports.build;
