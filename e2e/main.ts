import { join } from 'node:path';

import { startEmulator } from '../emulator';
import { installPackage, newUserFolder } from './install';
import { startN8n } from './n8n';
import { OWNER, Rest } from './rest';
import { ensureRuntime } from './runtime';
import { addCredentials, examples } from './setup';

/** Virtual seconds per real second: creating a Huawei instance takes 10 seconds. */
const SPEED = 60;
const PORT = 5678;
/** Where `N8N_INSPECT=1` lets a debugger attach, which is Node's usual port. */
const INSPECT_PORT = 9229;

/** `npm run n8n`: a real n8n with the package, beside emulated clouds. */
async function main(): Promise<void> {
	// Leaving by `exit` ends an n8n that is still starting; a signal alone would not.
	let stop = (): void => process.exit(1);
	// A terminal and the programs in between may each pass the same Ctrl+C on.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
	const runtime = await ensureRuntime();
	// A new one each time: the emulated clouds forget everything when they stop, and workflows that
	// remember would mislead.
	const userFolder = newUserFolder();
	const installed = installPackage(userFolder);
	const inspectPort = process.env.N8N_INSPECT ? INSPECT_PORT : undefined;
	const emulator = await startEmulator({
		speed: SPEED,
		ports: { huawei: 4510, iam: 4511, alibaba: 4512, tencent: 4513 },
	});
	console.log('Starting n8n (about a minute: it sets up an empty database) ...');
	try {
		const n8n = await startN8n(runtime, { userFolder, port: PORT, inspectPort });
		const stopped = new Promise((done) => n8n.child.once('exit', done));
		stop = () => void n8n.stop();
		const rest = await Rest.open(n8n.url);
		const workflows = examples(await addCredentials(rest, emulator));
		for (const workflow of workflows) await rest.post('/rest/workflows', workflow);
		console.log(`
n8n is ready:  ${n8n.url}
Sign in with   ${OWNER.email}
Password       ${OWNER.password}

The package, credentials for the three emulated clouds, and ${workflows.length} example workflows are installed.
Time in the clouds runs ${SPEED} times as fast as real time. Nothing is kept. Press Ctrl+C to stop.`);
		if (inspectPort) {
			console.log(`
A debugger can attach to port ${inspectPort}. Breakpoints belong in the files that n8n has loaded:
${join(installed, 'dist')}`);
		}
		await stopped;
		console.log('Stopped.');
	} finally {
		await emulator.close();
	}
}

main().catch((error: NodeJS.ErrnoException) => {
	console.error(`n8n could not start: ${error.message}`);
	process.exitCode = 1;
});
