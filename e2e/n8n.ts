import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Runtime } from './runtime';

/** Milliseconds; a busy machine takes several minutes for what takes seconds otherwise. */
const READY_WITHIN = 600_000;

/** Settings of an n8n that is used on this machine only and asks nobody anything. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_COMMUNITY_PACKAGES_PREVENT_LOADING: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	// n8n's own default; the tests' engine, which a subject may use, is silent.
	N8N_LOG_LEVEL: 'info',
};

export interface N8nSettings {
	/** Where n8n keeps its database, its key and the community nodes. */
	userFolder: string;
	port: number;
	encryptionKey?: string;
	/** Environment variables of n8n. */
	env?: Record<string, string>;
	/** Port at which a debugger can attach to a server process; by default there is none. */
	inspectPort?: number;
}

const environment = (runtime: Runtime, { userFolder, port, encryptionKey, env }: N8nSettings) => ({
	...runtime.env,
	...QUIET,
	N8N_USER_FOLDER: userFolder,
	N8N_PORT: String(port),
	N8N_ENCRYPTION_KEY: encryptionKey ?? 'not-a-secret',
	...env,
});

/** An n8n process. */
export interface N8nProcess {
	readonly url: string;
	readonly child: ChildProcess;
	/** Everything that it printed so far. */
	output(): string;
	/** Ends it the way an administrator does; after half a minute, by force. */
	stop(): Promise<void>;
	/** Ends it at once with all that it started, as a machine does that fails. */
	kill(): Promise<void>;
}

/**
 * Starts an n8n process, such as `start` or `worker`.
 *
 * @param ready Whether it can be used now
 * @throws Error with what it printed, when it ends or is not ready after ten minutes
 */
export async function startN8n(
	runtime: Runtime,
	settings: N8nSettings,
	args = ['start'],
	ready: (n8n: N8nProcess) => Promise<boolean> = isHealthy,
): Promise<N8nProcess> {
	// An argument rather than NODE_OPTIONS, which n8n's task runners would inherit, and with it the port.
	const inspect = settings.inspectPort ? [`--inspect=127.0.0.1:${settings.inspectPort}`] : [];
	const child = spawn(runtime.node, [...inspect, runtime.n8n, ...args], {
		env: environment(runtime, settings),
		stdio: ['ignore', 'pipe', 'pipe'],
		// A process group of its own: n8n starts task runners, which must not outlive it.
		detached: true,
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
	}
	const forced = () => {
		try {
			process.kill(-Number(child.pid), 'SIGKILL');
		} catch {
			// The whole group has ended already.
		}
	};
	process.once('exit', forced);
	const ended = new Promise<void>((done) => child.once('exit', () => done())).then(() => {
		process.off('exit', forced);
		forced();
	});
	const n8n: N8nProcess = {
		url: `http://127.0.0.1:${settings.port}`,
		child,
		output: () => printed,
		stop: async () => {
			child.kill('SIGTERM');
			const force = setTimeout(forced, 30_000);
			await ended;
			clearTimeout(force);
		},
		kill: async () => {
			forced();
			await ended;
		},
	};
	for (const end = Date.now() + READY_WITHIN; ; await sleep(500)) {
		if (child.exitCode !== null || child.signalCode)
			throw new Error(`n8n ${args.join(' ')} ended:\n${printed}`);
		if (await ready(n8n)) return n8n;
		if (Date.now() > end) {
			await n8n.stop();
			throw new Error(`n8n ${args.join(' ')} did not become ready:\n${printed}`);
		}
	}
}

async function isHealthy({ url }: N8nProcess): Promise<boolean> {
	try {
		// The editor answers before the nodes are loaded and the REST API is open.
		const { ok } = await fetch(`${url}/healthz/readiness`);
		return ok && (await fetch(`${url}/rest/settings`)).ok;
	} catch {
		return false;
	}
}

/**
 * Runs a command of n8n's CLI to its end.
 *
 * @returns What it printed to its standard output
 * @throws Error with what it printed, when it does not succeed
 */
export async function n8nCli(
	runtime: Runtime,
	settings: N8nSettings,
	...args: string[]
): Promise<string> {
	const child = spawn(runtime.node, [runtime.n8n, ...args], {
		env: environment(runtime, settings),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let all = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (all += text));
	const code = await new Promise((done) => child.once('close', done));
	if (code !== 0) throw new Error(`n8n ${args.join(' ')} ended with ${String(code)}:\n${all}`);
	return out;
}
