import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './built';
import { median, rounded } from './measure';
import { needSdks, SDK_CLIENTS, sdksFolder } from './peers';
import type { Table } from './table';

const ROUNDS = 8;

/** Loads the package by one of n8n's loaders; prints modules of ours, milliseconds of CPU and MB of heap. */
const SCRIPT = `
	const [loaderName, folder] = process.argv.slice(1);
	process.env.N8N_LOG_LEVEL = 'silent';
	const core = require('n8n-core');
	(async () => {
		gc();
		const [before, start] = [process.memoryUsage().heapUsed, process.cpuUsage()];
		const loader = new core[loaderName](folder);
		await loader.loadAll();
		if (loaderName.startsWith('Lazy') !== !!loader.isLazyLoaded) throw new Error('not loaded as asked');
		// As n8n does at its start, which then hands out the types from a file of its own.
		loader.releaseTypes();
		const { user, system } = process.cpuUsage(start);
		gc();
		const own = Object.keys(require.cache).filter((file) => file.startsWith(folder)).length;
		console.log(own, (user + system) / 1e3, (process.memoryUsage().heapUsed - before) / 1e6);
		process.exit();
	})();
`;

/** Requires a module in a process that has loaded what n8n's loader is part of; prints the same. */
const SDK_SCRIPT = `
	const [module] = process.argv.slice(1);
	process.env.N8N_LOG_LEVEL = 'silent';
	require('n8n-core');
	gc();
	const had = Object.keys(require.cache).length;
	const [before, start] = [process.memoryUsage().heapUsed, process.cpuUsage()];
	require(module);
	const { user, system } = process.cpuUsage(start);
	gc();
	const own = Object.keys(require.cache).length - had;
	console.log(own, (user + system) / 1e3, (process.memoryUsage().heapUsed - before) / 1e6);
	process.exit();
`;

const LOADERS: Array<[what: string, loader: string]> = [
	[
		'This package, as n8n loads it: by the files in dist/known and dist/types',
		'LazyPackageDirectoryLoader',
	],
	['This package, if those files were missing: by the classes', 'PackageDirectoryLoader'],
];

/** The published package, where npm would install it. @returns Its folder, and how to remove it */
function installed(): { folder: string; remove: () => void } {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-bench-'));
	const folder = join(home, 'node_modules/n8n-nodes-managed-kafka');
	mkdirSync(folder, { recursive: true });
	const args = [join(root, 'scripts/pack.mjs'), home];
	const file = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
	execFileSync('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
	for (const name of ['n8n-workflow', 'luxon']) {
		symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
	}
	return { folder, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** What a process pays for the package before anybody uses it, beside the SDKs' clients; all in turns. */
export function bench(): Table {
	needSdks();
	const fromSdks = createRequire(join(sdksFolder, 'package.json'));
	const { folder, remove } = installed();
	const subjects = [
		...LOADERS.map(([name, loader]) => ({ name, args: [SCRIPT, loader, folder] })),
		...SDK_CLIENTS.map((name) => ({ name, args: [SDK_SCRIPT, fromSdks.resolve(name)] })),
	];
	const rounds = subjects.map((): number[][] => []);
	for (let round = 0; round < ROUNDS; round++) {
		subjects.forEach(({ args }, i) => {
			const command = ['--expose-gc', '-e', ...args];
			const output = execFileSync(process.execPath, command, { cwd: root }).toString();
			rounds[i].push(output.split(' ').map(Number));
		});
	}
	remove();
	return {
		title: 'Loading by n8n',
		about: `What n8n's own loader takes for the installed package when n8n starts, in every main, worker, and webhook process, in comparison with requiring the client of an SDK. Median of ${ROUNDS} processes each, in turns.`,
		goal: "Less CPU time and memory than the lightest SDK's client.",
		columns: ['What', 'modules', 'ms of CPU', 'MB of heap'],
		rows: subjects.map(({ name }, i) => [
			name,
			...[0, 1, 2].map((column) => rounded(median(rounds[i].map((round) => round[column])))),
		]),
		meaning:
			'Installing the package does not slow down the start of n8n, and costs next to no memory until a workflow uses it.',
		plot: { label: 0, value: 2 },
	};
}
