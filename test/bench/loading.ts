import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { median, type Row } from './row';

const root = resolve(__dirname, '../..');
const fromRoot = createRequire(resolve(root, 'package.json'));
const rounds = 9;

/** Requires a module in a process of its own and prints milliseconds and growth of memory in MB. */
const script = `
	require('n8n-workflow');
	const memory = () => process.memoryUsage().rss / 1e6;
	const [before, start] = [memory(), process.hrtime.bigint()];
	require(process.argv[1]);
	console.log(Number(process.hrtime.bigint() - start) / 1e6, memory() - before);
`;

function load(target: string): { ms: number; megabytes: number } {
	const output = execFileSync(process.execPath, ['-e', script, target], { cwd: root });
	const [ms, megabytes] = output.toString().split(' ').map(Number);
	return { ms, megabytes };
}

/** Cold start of the package in a process that has n8n-workflow already, and what n8n hands to the editor. */
export function bench(): Row[] {
	const { n8n } = fromRoot('./package.json');
	const modules = ['dist/index.js', ...n8n.nodes].map((path) => resolve(root, path));
	// Interleaved, so that a busy moment of the machine does not hit one module alone.
	const samples = modules.map((): Array<ReturnType<typeof load>> => []);
	for (let round = 0; round < rounds; round++) {
		modules.forEach((module, i) => samples[i].push(load(module)));
	}
	const starts = modules.flatMap((module, i) => {
		const name = module.slice(root.length + 1);
		const note = `median of ${rounds} processes`;
		return [
			{ name: `require ${name}`, value: median(samples[i].map(({ ms }) => ms)), unit: 'ms', note },
			{
				name: `memory of ${name}`,
				value: median(samples[i].map(({ megabytes }) => megabytes)),
				unit: 'MB',
				note,
			},
		];
	});
	return [...starts, ...n8n.nodes.flatMap(descriptionSize)];
}

function descriptionSize(path: string): Row[] {
	const [NodeClass] = Object.values(fromRoot(`./${path}`)) as Array<
		new () => { description: { displayName: string; properties: unknown[] } }
	>;
	const { description } = new NodeClass();
	return [
		{
			name: `description of ${description.displayName}`,
			value: JSON.stringify(description).length / 1024,
			unit: 'KiB',
			note: `${description.properties.length} top-level properties`,
		},
	];
}
