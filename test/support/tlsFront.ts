import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

import type { ServerIdentity } from './certificates';
import { closeAtEnd } from './closing';

/** A secure way to a server that has none. */
export interface TlsFront {
	url: string;
	/** TCP connections that came in, whatever became of them. */
	readonly connections: number;
	/** Bytes of requests that came in, after decryption. */
	readonly received: number;
}

/**
 * Listens with a certificate, and passes on what it decrypts.
 *
 * @param target Address to pass it on to: `http://127.0.0.1:1234`
 */
export const openTlsFront = async (
	target: string,
	identity: ServerIdentity,
	options: TlsOptions = {},
): Promise<TlsFront> => {
	const server = createTlsServer({ ...identity, ...options });
	server.on('tlsClientError', () => {});
	return await listen(server, 'secureConnection', target);
};

/** The same without TLS: whoever begins with a secure connection is not understood. */
export const openPlainFront = async (target: string): Promise<TlsFront> =>
	await listen(createServer(), 'connection', target);

async function listen(server: Server, ready: string, target: string): Promise<TlsFront> {
	const { hostname, port } = new URL(target);
	const sockets = new Set<Socket>();
	const count = { connections: 0, received: 0 };
	server.on('connection', (socket: Socket) => {
		count.connections++;
		sockets.add(socket);
		socket.on('error', () => {});
	});
	server.on(ready, (incoming: Socket) => {
		const onward = connect(Number(port), hostname);
		sockets.add(onward);
		incoming.on('data', ({ length }) => (count.received += length));
		for (const [from, to] of [
			[incoming, onward],
			[onward, incoming],
		]) {
			from.on('error', () => to.destroy());
			from.on('close', () => to.destroy());
			from.pipe(to);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closeAtEnd(async () => {
		sockets.forEach((socket) => socket.destroy());
		await new Promise((resolve) => server.close(resolve));
	});
	return {
		url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
		get connections() {
			return count.connections;
		},
		get received() {
			return count.received;
		},
	};
}
