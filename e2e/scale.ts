import { Timeline } from '../demo/timeline';
import { startEmulator } from '../emulator';
import { importCredentials } from './cli';
import { report } from './report';
import { Rest } from './rest';
import { ensureRuntime } from './runtime';
import { Cluster } from './scale/cluster';
import { collisions } from './scale/collision';
import { killedWorkers } from './scale/killed';
import { secondMain } from './scale/mains';
import { spread } from './scale/subjects';
import { Stopwatch } from './stopwatch';
import { trigger } from './trigger';

/** `npm run e2e:scale`: n8n in queue mode, with PostgreSQL and Redis; with names, those subjects only. */
async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	const runtime = await ensureRuntime();
	const emulator = await startEmulator({ speed: 60, keepRequests: 100_000 });
	const timeline = new Timeline(emulator);
	const watch = new Stopwatch(timeline);
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
			const subjects = { spread, trigger, secondMain, collisions, killedWorkers };
			for (const [name, subject] of Object.entries(subjects)) {
				if (wanted.length > 0 && !wanted.includes(name)) continue;
				await watch.time(name, async () => await subject(scaled));
			}
		} finally {
			await cluster.stop();
		}
		watch.print();
	} finally {
		timeline.stop();
		await emulator.close();
	}
}

report(main());
