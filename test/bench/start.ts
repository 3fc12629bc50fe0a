import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { listed, root } from './built';
import { inTurns, median, rounded } from './measure';
import { needSdks, SDK_CLIENTS, sdksFolder } from './peers';
import type { Table } from './table';

const ROUNDS = 9;

const NOTES = [
	"The goal is out of reach: even the same number of empty files takes longer than a tenth of the lightest SDK. The profile of the rest is flat. Three quarters of it is Node.js, which resolves, reads, and compiles the files, with or without their comments; the rest is the fields of about two hundred operations and the nodes' descriptions.",
	'Bundled by esbuild into one file with an entry for each node and credential, the package took 56% of the CPU time (52 instead of 93 ms), about as long as the lightest SDK. With only the operations of each cloud bundled, it took 87%. The package is nevertheless published as individual files. They can be read next to their source, with their comments, and most of the test suites run exactly the files that are published. The cost is about 40 ms, and only in a process that uses the nodes: n8n knows them by the files that it loads instead.',
];

/**
 * Requires modules in a process that has what n8n has anyway, and makes an instance of each node and
 * credential, as n8n does; prints the files read, milliseconds and MB of heap.
 */
const SCRIPT = `
	require('n8n-workflow');
	const modules = process.argv.slice(1);
	const files = () => Object.keys(require.cache).length;
	gc();
	const [had, before, start] = [files(), process.memoryUsage().heapUsed, process.hrtime.bigint()];
	for (const module of modules) {
		const exported = require(module);
		const name = /([^/]+)\\.(node|credentials)\\.js$/.exec(module);
		if (name) new exported[name[1]]();
	}
	const took = Number(process.hrtime.bigint() - start) / 1e6;
	gc();
	console.log(files() - had, took, (process.memoryUsage().heapUsed - before) / 1e6);
`;

interface Start {
	files: number;
	ms: number;
	megabytes: number;
}

function startOf(modules: string[]): Start {
	const args = ['--expose-gc', '-e', SCRIPT, ...modules];
	const output = execFileSync(process.execPath, args, { cwd: root }).toString();
	const [files, ms, megabytes] = output.split(' ').map(Number);
	return { files, ms, megabytes };
}

/** Empty modules in a new folder. */
function emptyModules(count: number): { folder: string; modules: string[] } {
	const folder = mkdtempSync(join(tmpdir(), 'empty-modules-'));
	const modules = Array.from({ length: count }, (_, i) => join(folder, `${i}.js`));
	for (const module of modules) writeFileSync(module, '');
	return { folder, modules };
}

/** Cold start: what n8n loads at its start, beside the clients that a script would load. */
export async function bench(): Promise<Table> {
	needSdks();
	const fromSdks = createRequire(resolve(sdksFolder, 'package.json'));
	const own = [...listed.nodes, ...listed.credentials].map((path) => resolve(root, path));
	const empty = emptyModules(startOf(own).files);
	const subjects: Array<[name: string, modules: string[]]> = [
		[`This package: ${listed.nodes.length} nodes, ${listed.credentials.length} credentials`, own],
		['The same number of empty files (Node.js alone)', empty.modules],
		...SDK_CLIENTS.map((name): [string, string[]] => [name, [fromSdks.resolve(name)]]),
	];
	const starts = subjects.map((): Start[] => []);
	const times = await inTurns(
		ROUNDS,
		subjects.map(([, modules], i) => () => {
			const start = startOf(modules);
			starts[i].push(start);
			return start.ms;
		}),
	);
	rmSync(empty.folder, { recursive: true });
	const lightest = Math.min(...times.slice(-SDK_CLIENTS.length));
	return {
		title: 'Cold start',
		about: `Time and heap growth while the modules are loaded and the nodes and credentials are instantiated, in a separate process that has loaded n8n-workflow, as n8n has. n8n does this once, when it starts; for the SDKs, no client is created. Median of ${ROUNDS} processes each.`,
		columns: ['Module', 'files', 'ms', 'MB', 'share of the lightest SDK'],
		rows: subjects.map(([name], i) => [
			name,
			starts[i][0].files,
			rounded(times[i]),
			rounded(median(starts[i].map(({ megabytes }) => megabytes))),
			rounded(times[i] / lightest),
		]),
		goal: 'Less than a tenth of the time of the lightest SDK client.',
		notes: NOTES,
		plot: { label: 0, value: 2 },
	};
}
