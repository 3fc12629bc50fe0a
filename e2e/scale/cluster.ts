import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installPackage } from '../install';
import { startN8n, type N8nProcess, type N8nSettings } from '../n8n';
import { freePort } from '../ports';
import type { Runtime } from '../runtime';
import { databaseOf, startPostgres, startRedis, type Service } from './services';

/** n8n in queue mode: processes that share a PostgreSQL and a Redis. */
export class Cluster {
	private readonly processes: N8nProcess[] = [];

	private constructor(
		private readonly runtime: Runtime,
		private readonly home: string,
		private readonly services: Service[],
		private readonly env: Record<string, string>,
	) {}

	static async start(runtime: Runtime): Promise<Cluster> {
		const home = mkdtempSync(join(tmpdir(), 'managed-kafka-'));
		// The account of PostgreSQL has to get through to its folder.
		chmodSync(home, 0o755);
		const services: Service[] = [];
		try {
			services.push(await startPostgres(home));
			services.push(await startRedis(home));
		} catch (error) {
			for (const service of services) await service.stop();
			rmSync(home, { recursive: true, force: true });
			throw error;
		}
		const [postgres, redis] = services;
		return new Cluster(runtime, home, services, {
			EXECUTIONS_MODE: 'queue',
			...databaseOf(postgres),
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
		});
	}

	/** Settings of a further process, which has the package installed like every one needs it. */
	async settings(name: string, env: Record<string, string> = {}): Promise<N8nSettings> {
		const userFolder = join(this.home, name);
		mkdirSync(userFolder, { recursive: true });
		installPackage(userFolder);
		const broker = { N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
		return { userFolder, port: await freePort(), env: { ...this.env, ...broker, ...env } };
	}

	/** Starts a main process: editor, webhooks and triggers. */
	async main(settings: N8nSettings): Promise<N8nProcess> {
		return this.keep(await startN8n(this.runtime, settings));
	}

	/** Starts a worker: it executes what the queue has. */
	async worker(name: string): Promise<N8nProcess> {
		const port = await freePort();
		const settings = await this.settings(name, {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
		});
		const isReady = async () =>
			await fetch(`http://127.0.0.1:${port}/healthz/readiness`).then(
				({ ok }) => ok,
				() => false,
			);
		return this.keep(
			await startN8n(this.runtime, settings, ['worker', '--concurrency=5'], isReady),
		);
	}

	private keep(process: N8nProcess): N8nProcess {
		this.processes.push(process);
		return process;
	}

	/** Ends every process, then what they share. */
	async stop(): Promise<void> {
		await Promise.all(this.processes.map(async (process) => await process.stop()));
		for (const service of this.services) await service.stop();
		rmSync(this.home, { recursive: true, force: true });
	}
}

/** IDs of the executions that a worker has begun, by what it printed. */
export const begunBy = (worker: N8nProcess): string[] =>
	[...worker.output().matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
