import { Timeline } from '../demo/timeline';
import { startEmulator } from '../emulator';
import { importCredentials } from './cli';
import { report } from './report';
import { Rest } from './rest';
import { ensureRuntime } from './runtime';
import { Cluster } from './scale/cluster';
import { collisions } from './scale/collision';
import { secondMain } from './scale/mains';
import { killedWorker, spread } from './scale/subjects';
import { trigger } from './trigger';

/** `npm run e2e:scale`: n8n in queue mode, one main and two workers, with PostgreSQL and Redis. */
async function main(): Promise<void> {
	const runtime = await ensureRuntime();
	const emulator = await startEmulator({ speed: 60 });
	const timeline = new Timeline(emulator);
	try {
		timeline.step('PostgreSQL, Redis, one main and two workers');
		const cluster = await Cluster.start(runtime);
		try {
			const settings = await cluster.settings('main');
			const room = { runtime, settings, emulator, timeline };
			await importCredentials(room);
			const n8n = await cluster.main(settings);
			timeline.say(`the main is ready after ${timeline.seconds.toFixed(0)} s`);
			const workers = await Promise.all(['worker-1', 'worker-2'].map((one) => cluster.worker(one)));
			timeline.say(`so are the workers after ${timeline.seconds.toFixed(0)} s`);
			const rest = await Rest.open(n8n.url);
			const scaled = { ...room, url: n8n.url, rest, cluster, workers };
			await spread(scaled);
			await trigger(scaled);
			await secondMain(scaled);
			await collisions(scaled);
			await killedWorker(scaled);
		} finally {
			await cluster.stop();
		}
		console.log(`\n${timeline.checks} checks passed in ${timeline.seconds.toFixed(0)} s`);
	} finally {
		timeline.stop();
		await emulator.close();
	}
}

report(main());
