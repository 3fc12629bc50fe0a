import { execFileSync, spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../ports';
import { until } from '../until';

/** Where Debian has PostgreSQL's programs, which are not in the path. */
const POSTGRES = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';

/** A server of this machine, in a folder that its starter removes. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: there, the account of its Debian package is used. */
function account(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** Starts a program and waits for it to be ready. */
async function serve(
	command: string,
	args: string[],
	options: SpawnOptions,
	port: number,
	isReady: () => boolean,
): Promise<Service> {
	const child = spawn(command, args, { ...options, stdio: 'ignore' });
	const ended = new Promise((done) => child.once('exit', done).once('error', done));
	const kill = () => void child.kill('SIGKILL');
	process.once('exit', kill);
	const stop = async () => {
		// To PostgreSQL it means: end the connections that are open, then end.
		child.kill('SIGINT');
		await ended;
		process.off('exit', kill);
	};
	try {
		await until(`${command} is ready`, isReady, 30);
	} catch (error) {
		await stop();
		throw error;
	}
	return { port, stop };
}

/** A PostgreSQL with an empty database `postgres` for the user `n8n`, who needs no password. */
export async function startPostgres(home: string): Promise<Service> {
	if (!existsSync(POSTGRES)) {
		throw new Error(`PostgreSQL is not in ${POSTGRES}: apt-get install postgresql redis-server`);
	}
	const as = account();
	const folder = join(home, 'postgres');
	mkdirSync(folder);
	if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
	const data = join(folder, 'data');
	const options = { cwd: folder, ...as };
	execFileSync(
		join(POSTGRES, 'initdb'),
		['-D', data, '-U', 'n8n', '--auth=trust', '--encoding=UTF8', '--no-sync'],
		{ ...options, stdio: 'ignore' },
	);
	const port = await freePort();
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
	return await serve(
		join(POSTGRES, 'postgres'),
		['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		options,
		port,
		() =>
			spawnSync(join(POSTGRES, 'pg_isready'), ['-h', '127.0.0.1', '-p', `${port}`]).status === 0,
	);
}

/** A Redis that keeps nothing. */
export async function startRedis(home: string): Promise<Service> {
	const port = await freePort();
	return await serve(
		'redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', home],
		{},
		port,
		() =>
			spawnSync('redis-cli', ['-p', `${port}`, 'ping'])
				.stdout?.toString()
				.trim() === 'PONG',
	);
}

/** Settings of an n8n that keeps its data there. */
export const databaseOf = ({ port }: Service): Record<string, string> => ({
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(port),
	DB_POSTGRESDB_DATABASE: 'postgres',
	DB_POSTGRESDB_USER: 'n8n',
});
