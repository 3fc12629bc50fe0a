import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** An n8n, and what it needs. */
interface Release {
	version: string;
	/** Majors of Node.js that it runs in; the last is what npm is asked for where none of them is here. */
	node: number[];
	/** Packages that npm takes in another version than n8n asks for. */
	overrides?: Record<string, string>;
}

/** The newest n8n whose dependencies npm serves whole. */
const CURRENT: Release = { version: '2.41.1', node: [24] };

/**
 * The oldest n8n that npm serves with what the package needs: n8n-workflow has `NodeConnectionTypes`
 * since 1.83. It wants an xlsx from another site than npm; only the spreadsheet nodes use that.
 */
const OLDEST: Release = { version: '1.85.3', node: [20, 22], overrides: { xlsx: '0.18.5' } };

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
function folder(name: string, overrides: Release['overrides'] = {}): string {
	const path = join(home, name);
	mkdirSync(path, { recursive: true });
	const manifest = join(path, 'package.json');
	const content = JSON.stringify({ private: true, overrides });
	if (!existsSync(manifest)) writeFileSync(manifest, `${content}\n`);
	return path;
}

function versionOf(path: string): string | undefined {
	const manifest = join(path, 'package.json');
	if (!existsSync(manifest)) return undefined;
	return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** A Node.js that this n8n accepts: the one that runs this, or one from npm. */
async function nodeRuntime({
	version,
	node: majors,
}: Release): Promise<{ node: string; headers?: string }> {
	const here = Number(process.versions.node.split('.')[0]);
	if (majors.includes(here)) return { node: process.execPath };
	const major = majors[majors.length - 1];
	const own = folder(`node-${major}`);
	const node = join(own, 'node_modules/node/bin/node');
	if (!existsSync(node)) {
		console.log(
			`n8n ${version} needs Node.js ${major}; this is ${process.version}. Installing it from npm ...`,
		);
		await run(
			'npm',
			// Its own script links the binary; npm hands the project's `ignore-scripts` on to this npm.
			[
				...['install', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'],
				`node@${major}`,
			],
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

/** Installs an n8n into an ignored folder, the first time; sqlite3 is not compiled yet. */
async function install(release: Release, name: string): Promise<Runtime & { headers?: string }> {
	const { version, overrides } = release;
	const { node, headers } = await nodeRuntime(release);
	const env = { ...process.env, PATH: `${join(node, '..')}:${process.env.PATH ?? ''}` };
	const own = folder(name, overrides);
	const installed = join(own, 'node_modules/n8n');
	if (versionOf(installed) !== version) {
		console.log(`Installing n8n ${version} into .n8n-runtime (once, several minutes, 3 GB) ...`);
		const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
		await run('npm', ['install', '--ignore-scripts', ...quiet, `n8n@${version}`], own, env);
	}
	return { node, n8n: join(installed, 'bin/n8n'), env, headers };
}

/** The oldest n8n that the package runs in, 1.3 GB. It has no sqlite3 and needs a PostgreSQL. */
export const ensureOldest = async (): Promise<Runtime> =>
	await install(OLDEST, `n8n-${OLDEST.version}`);

/**
 * The pinned n8n, which is installed the first time: 2,400 packages, 2.9 GB, 6 minutes on two cores
 * with sqlite3 being compiled.
 */
export async function ensureRuntime(): Promise<Runtime> {
	const { node, n8n, env, headers } = await install(CURRENT, 'n8n');
	const own = join(home, 'n8n');
	if (!hasSqlite(node, own)) {
		console.log('Compiling sqlite3 (once, a few minutes) ...');
		const from = headers ? [`--nodedir=${headers}`] : [];
		await run(
			'npm',
			[
				...['rebuild', 'sqlite3', '--ignore-scripts=false', '--build-from-source'],
				...['--loglevel=error', ...from],
			],
			own,
			env,
		);
	}
	return { node, n8n, env };
}
