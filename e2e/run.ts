import { Timeline } from '../demo/timeline';
import { startEmulator } from '../emulator';
import { agent } from './agent';
import { credentialTests, httpRequests, nodeTypes } from './api';
import { cli, importCredentials } from './cli';
import { editor } from './editor';
import { failed } from './failed';
import { fleet } from './fleet';
import { installPackage, newUserFolder } from './install';
import { kafka } from './kafka';
import { lists } from './lists';
import { startN8n } from './n8n';
import { nodes } from './nodes';
import { freePort } from './ports';
import { report } from './report';
import { Rest } from './rest';
import { restart } from './restart';
import { retry } from './retry';
import { review } from './review';
import { role } from './role';
import type { ServedRoom } from './room';
import { ensureRuntime } from './runtime';
import { shutdown } from './shutdown';
import { Stopwatch } from './stopwatch';
import { trigger } from './trigger';

/** Virtual seconds per real second: creating a Huawei instance takes 10 seconds. */
const SPEED = 60;
/** Requests that are kept, so that none is missing where they are counted. */
const KEPT = 100_000;

const SUBJECTS: Record<string, (room: ServedRoom) => Promise<void>> = {
	nodeTypes,
	credentialTests,
	httpRequests,
	lists,
	trigger,
	failed,
	retry,
	role,
	fleet,
	agent,
	review,
	editor,
	nodes,
	kafka,
};

/** `npm run e2e`: a real n8n with the package, used as people use it; with names, those subjects only. */
async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	const known = ['cli', ...Object.keys(SUBJECTS), 'restart', 'shutdown'];
	const unknown = wanted.filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Error(`No subject ${unknown.join(', ')}: ${known.join(', ')}`);
	const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
	const runtime = await ensureRuntime();
	const userFolder = newUserFolder();
	installPackage(userFolder);
	const emulator = await startEmulator({ speed: SPEED, keepRequests: KEPT });
	const timeline = new Timeline(emulator);
	try {
		const env = {
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			// Seconds that a shutdown leaves to executions, 30 by default.
			N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		};
		const settings = { userFolder, port: await freePort(), env };
		const room = { runtime, settings, emulator, timeline };
		const watch = new Stopwatch(timeline);
		await watch.time(
			'cli',
			async () => await (isWanted('cli') ? cli(room) : importCredentials(room)),
		);
		timeline.step("n8n's server");
		let n8n = await watch.time('start', async () => await startN8n(runtime, settings));
		try {
			timeline.say(`ready after ${timeline.seconds.toFixed(0)} s at ${n8n.url}`);
			const served = { ...room, url: n8n.url, rest: await Rest.open(n8n.url) };
			for (const [name, subject] of Object.entries(SUBJECTS)) {
				if (isWanted(name)) {
					await watch.time(name, async () => await subject(served));
				}
			}
			if (isWanted('restart')) {
				n8n = await watch.time('restart', async () => await restart(served, n8n));
			}
			if (isWanted('shutdown')) {
				await watch.time('shutdown', async () => await shutdown(served, n8n));
			}
		} finally {
			await n8n.stop();
		}
		watch.print();
	} finally {
		timeline.stop();
		await emulator.close();
	}
}

report(main());
