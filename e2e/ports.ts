import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to connections and to servers without a port of their own. */
const FIRST = 20_000;
const LAST = 30_000;

const isFree = async (port: number): Promise<boolean> =>
	await new Promise((done) => {
		const server = createServer();
		server.once('error', () => done(false));
		server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
	});

/** A port that is free now, and that nobody gets by chance later. */
export async function freePort(): Promise<number> {
	for (let tries = 0; tries < 100; tries += 1) {
		const port = randomInt(FIRST, LAST);
		if (await isFree(port)) return port;
	}
	throw new Error(`No free port between ${FIRST} and ${LAST}`);
}
