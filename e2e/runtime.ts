import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The n8n that this room runs: the newest whose dependencies npm serves whole. */
export const N8N_VERSION = '2.41.1';

/** n8n 2.x needs it; the package itself does not. */
const NODE_MAJOR = 24;

export const root = resolve(__dirname, '..');
const home = join(root, '.n8n-runtime');

/** Where an n8n is installed, and the Node.js that runs it. */
export interface Runtime {
	node: string;
	/** n8n's own start script. */
	n8n: string;
	/** Environment in which `node` is the right one. */
	env: NodeJS.ProcessEnv;
}

/** Runs a command, its output going to the terminal. */
async function run(command: string, args: string[], cwd: string, env = process.env): Promise<void> {
	await new Promise<void>((done, failed) => {
		spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
			.on('error', failed)
			.on('exit', (code) =>
				code === 0 ? done() : failed(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
			);
	});
}

/** An npm folder of its own, so that n8n's 2,400 packages stay out of this package's. */
function folder(name: string): string {
	const path = join(home, name);
	mkdirSync(path, { recursive: true });
	const manifest = join(path, 'package.json');
	if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
	return path;
}

function versionOf(path: string): string | undefined {
	const manifest = join(path, 'package.json');
	if (!existsSync(manifest)) return undefined;
	return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** A Node.js that n8n accepts: the one that runs this, or one from npm. */
async function nodeRuntime(): Promise<{ node: string; headers?: string }> {
	if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return { node: process.execPath };
	const own = folder('node');
	const node = join(own, 'node_modules/node/bin/node');
	if (!existsSync(node)) {
		console.log(
			`n8n needs Node.js ${NODE_MAJOR}; this is ${process.version}. Getting one from npm ...`,
		);
		await run(
			'npm',
			['install', '--no-audit', '--no-fund', '--loglevel=error', `node@${NODE_MAJOR}`],
			own,
		);
	}
	const headers = join(
		own,
		'node_modules/node/node_modules',
		`node-${process.platform}-${process.arch}`,
	);
	return { node, headers: existsSync(headers) ? headers : undefined };
}

/** Whether the native module for n8n's own database loads in this Node.js. */
const hasSqlite = (node: string, path: string): boolean =>
	spawnSync(node, ['-e', 'require("sqlite3")'], { cwd: path, stdio: 'ignore' }).status === 0;

/**
 * The pinned n8n, which is installed into an ignored folder the first time: 2,400 packages, 2.9 GB,
 * 6 minutes on two cores with sqlite3 being compiled.
 */
export async function ensureRuntime(): Promise<Runtime> {
	const { node, headers } = await nodeRuntime();
	const env = { ...process.env, PATH: `${join(node, '..')}:${process.env.PATH ?? ''}` };
	const own = folder('n8n');
	const installed = join(own, 'node_modules/n8n');
	if (versionOf(installed) !== N8N_VERSION) {
		console.log(
			`Installing n8n ${N8N_VERSION} into .n8n-runtime (once, several minutes, 3 GB) ...`,
		);
		const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
		await run('npm', ['install', '--ignore-scripts', ...quiet, `n8n@${N8N_VERSION}`], own, env);
	}
	if (!hasSqlite(node, own)) {
		console.log('Compiling sqlite3 for it (once, a few minutes) ...');
		const from = headers ? [`--nodedir=${headers}`] : [];
		await run(
			'npm',
			['rebuild', 'sqlite3', '--build-from-source', '--loglevel=error', ...from],
			own,
			env,
		);
	}
	return { node, n8n: join(installed, 'bin/n8n'), env };
}
