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
	"All classes are never needed at once: n8n knows the nodes by the files that it loads instead (see the table of loading), and loads a class when a workflow uses it. Three quarters of the time is Node.js, which resolves, reads, and compiles the files; the rest is the fields of about three hundred operations and the nodes' descriptions.",
	'Bundled into one file, the package would take about half of the CPU time. It is nevertheless published as individual files: they can be read next to their source, with their comments, and most of the test suites run exactly the files that are published.',
];

/**
 * Requires modules in a process that has what n8n has anyway, and makes an instance of each node and
 * credential, as n8n does; prints the files read, milliseconds of CPU and MB of heap.
 */
const SCRIPT = `
	require('n8n-workflow');
	const modules = process.argv.slice(1);
	const files = () => Object.keys(require.cache).length;
	gc();
	const [had, before, start] = [files(), process.memoryUsage().heapUsed, process.cpuUsage()];
	for (const module of modules) {
		const exported = require(module);
		const name = /([^/]+)\\.(node|credentials)\\.js$/.exec(module);
		if (name) new exported[name[1]]();
	}
	const { user, system } = process.cpuUsage(start);
	const took = (user + system) / 1e3;
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

/** All that the package has, beside the clients that a script would load. */
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
		title: 'Loading every class',
		about: `CPU time and heap growth while the modules of all nodes and credentials are loaded and instantiated, in a separate process that has loaded n8n-workflow, as n8n has. For the SDKs, no client is created. Median of ${ROUNDS} processes each.`,
		columns: ['Module', 'files', 'ms of CPU', 'MB of heap', 'times the lightest SDK'],
		rows: subjects.map(([name], i) => [
			name,
			starts[i][0].files,
			rounded(times[i]),
			rounded(median(starts[i].map(({ megabytes }) => megabytes))),
			rounded(times[i] / lightest),
		]),
		meaning:
			'A process that runs workflows with every node of this package, and all three clouds, pays this once; a process that uses the nodes of one cloud loads the files of that cloud and the shared ones only.',
		notes: NOTES,
		plot: { label: 0, value: 2 },
	};
}
