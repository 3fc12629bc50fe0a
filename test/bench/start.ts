import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { listed, root } from './built';
import { inTurns, rounded } from './measure';
import { needSdks, SDK_CLIENTS, sdksFolder } from './peers';
import type { Table } from './table';

const ROUNDS = 9;

/** Requires modules in a process that has what n8n has anyway; prints milliseconds and MB of memory. */
const SCRIPT = `
	require('n8n-workflow');
	const modules = process.argv.slice(1);
	gc();
	const [before, start] = [process.memoryUsage().rss, process.hrtime.bigint()];
	modules.forEach((module) => require(module));
	const took = Number(process.hrtime.bigint() - start) / 1e6;
	gc();
	console.log(took, (process.memoryUsage().rss - before) / 1e6);
`;

/** Cold start: what n8n loads at its start, beside the clients that a script would load. */
export async function bench(): Promise<Table> {
	needSdks();
	const fromSdks = createRequire(resolve(sdksFolder, 'package.json'));
	const subjects: Array<[name: string, modules: string[]]> = [
		[
			`This package: ${listed.nodes.length} nodes, ${listed.credentials.length} credentials`,
			[...listed.nodes, ...listed.credentials].map((path) => resolve(root, path)),
		],
		...SDK_CLIENTS.map((name): [string, string[]] => [name, [fromSdks.resolve(name)]]),
	];
	const memory = subjects.map((): number[] => []);
	const times = await inTurns(
		ROUNDS,
		subjects.map(([, modules], i) => () => {
			const args = ['--expose-gc', '-e', SCRIPT, ...modules];
			const output = execFileSync(process.execPath, args, { cwd: root }).toString();
			const [ms, megabytes] = output.split(' ').map(Number);
			memory[i].push(megabytes);
			return ms;
		}),
	);
	const megabytes = await inTurns(
		1,
		memory.map((samples) => () => samples.sort((a, b) => a - b)[samples.length >> 1]),
	);
	const lightest = Math.min(...times.slice(1));
	return {
		title: 'Cold start',
		about: `Time and growth of memory while the modules are required in a process of their own that has loaded n8n-workflow, as n8n has. Median of ${ROUNDS} processes each.`,
		columns: ['Module', 'ms', 'MB', 'share of the lightest SDK'],
		rows: subjects.map(([name], i) => [
			name,
			rounded(times[i]),
			rounded(megabytes[i]),
			rounded(times[i] / lightest),
		]),
		goal: 'Under a tenth of the time of the lightest SDK client.',
		notes: [
			'Most of what is left is Node.js finding, reading and compiling one small file after another: bundled into one file, the package takes a little over half of the time. The Kafka client of Tencent Cloud is six files over a shared core; those of the other two are hundreds.',
		],
		plot: { label: 0, value: 1 },
	};
}
