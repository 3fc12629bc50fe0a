import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './built';
import { median, rounded } from './measure';
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

const LOADERS: Array<[what: string, loader: string]> = [
	['By the classes', 'PackageDirectoryLoader'],
	['By the files in dist/known and dist/types', 'LazyPackageDirectoryLoader'],
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

/** What a process pays for the package before anybody uses it. */
export function bench(): Table {
	const { folder, remove } = installed();
	const rounds = LOADERS.map((): number[][] => []);
	for (let round = 0; round < ROUNDS; round++) {
		LOADERS.forEach(([, loader], i) => {
			const args = ['--expose-gc', '-e', SCRIPT, loader, folder];
			const output = execFileSync(process.execPath, args, { cwd: root }).toString();
			rounds[i].push(output.split(' ').map(Number));
		});
	}
	remove();
	return {
		title: 'Loading by n8n',
		about: `What n8n's own loader takes for the installed package when n8n starts, in every main, worker, and webhook process. Median of ${ROUNDS} processes each.`,
		columns: ['How', 'modules of the package', 'ms of CPU', 'MB of heap'],
		rows: LOADERS.map(([what], i) => [
			what,
			...[0, 1, 2].map((column) => rounded(median(rounds[i].map((round) => round[column])))),
		]),
		plot: { label: 0, value: 2 },
	};
}
