import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Timeline } from '../demo/timeline';
import { startEmulator } from '../emulator';
import { cli } from './cli';
import { installPackage } from './install';
import { freePort } from './ports';
import { report } from './report';
import { ensureOldest } from './runtime';
import { databaseOf, startPostgres } from './scale/services';

/** `npm run e2e:oldest`: the oldest n8n that the package runs in, by its command line. */
async function main(): Promise<void> {
	const runtime = await ensureOldest();
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-'));
	// The account of PostgreSQL has to get through to its folder.
	chmodSync(home, 0o755);
	const emulator = await startEmulator({ speed: 60 });
	const timeline = new Timeline(emulator);
	try {
		const userFolder = join(home, 'user');
		mkdirSync(userFolder);
		installPackage(userFolder);
		const postgres = await startPostgres(home);
		try {
			const settings = { userFolder, port: await freePort(), env: databaseOf(postgres) };
			await cli({ runtime, settings, emulator, timeline });
		} finally {
			await postgres.stop();
		}
		console.log(`\n${timeline.checks} checks passed in ${timeline.seconds.toFixed(0)} s`);
	} finally {
		timeline.stop();
		await emulator.close();
		rmSync(home, { recursive: true, force: true });
	}
}

report(main());
