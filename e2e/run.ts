import { Timeline } from '../demo/timeline';
import { startEmulator } from '../emulator';
import { agent } from './agent';
import { credentialTests, httpRequests, nodeTypes } from './api';
import { cli } from './cli';
import { editor } from './editor';
import { failed } from './failed';
import { installPackage, newUserFolder } from './install';
import { kafka } from './kafka';
import { startN8n } from './n8n';
import { nodes } from './nodes';
import { freePort } from './ports';
import { report } from './report';
import { Rest } from './rest';
import { retry } from './retry';
import { review } from './review';
import type { ServedRoom } from './room';
import { ensureRuntime } from './runtime';
import { shutdown } from './shutdown';
import { trigger } from './trigger';

/** Virtual seconds per real second: creating a Huawei instance takes 10 seconds. */
const SPEED = 60;

const SUBJECTS: Array<(room: ServedRoom) => Promise<void>> = [
	nodeTypes,
	credentialTests,
	httpRequests,
	trigger,
	failed,
	retry,
	agent,
	review,
	editor,
	nodes,
	kafka,
];

/** `npm run e2e`: a real n8n with the package, used as people use it. */
async function main(): Promise<void> {
	const runtime = await ensureRuntime();
	const userFolder = newUserFolder();
	installPackage(userFolder);
	const emulator = await startEmulator({ speed: SPEED });
	const timeline = new Timeline(emulator);
	try {
		const env = {
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			// Seconds that a shutdown leaves to executions, 30 by default.
			N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		};
		const settings = { userFolder, port: await freePort(), env };
		const room = { runtime, settings, emulator, timeline };
		await cli(room);
		timeline.step("n8n's server");
		const n8n = await startN8n(runtime, settings);
		try {
			timeline.say(`ready after ${timeline.seconds.toFixed(0)} s at ${n8n.url}`);
			const served = { ...room, url: n8n.url, rest: await Rest.open(n8n.url) };
			for (const subject of SUBJECTS) await subject(served);
			await shutdown(served, n8n);
		} finally {
			await n8n.stop();
		}
		console.log(`\n${timeline.checks} checks passed in ${timeline.seconds.toFixed(0)} s`);
	} finally {
		timeline.stop();
		await emulator.close();
	}
}

report(main());
