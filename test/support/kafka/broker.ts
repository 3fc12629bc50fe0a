import { randomInt } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

import type { Presented } from './sasl';
import { Session, type Broker, type Sasl } from './session';
import { Requests } from './wire';

/** Where a broker listens, and whom it lets in. */
export interface BrokerOptions {
	address: string;
	port: number;
	/** Host that the list of brokers names, by default the address. */
	advertised?: string;
	topics?: readonly string[];
	/** Certificate and key, and what is asked of clients; without it, the broker speaks plain text. */
	tls?: TlsOptions;
	sasl?: Sasl;
}

/** A broker to connect to. */
export interface OpenBroker {
	/** Everyone who tried to authenticate. */
	readonly presented: Presented[];
	/** Client IDs of those who were let in and asked for topics. */
	readonly served: string[];
	/** Common names of the clients' certificates, where they are asked for. */
	readonly certificates: string[];
	close(): Promise<void>;
}

/** An address of this machine that no other test uses; macOS has only one. */
export const ownAddress = (): string =>
	process.platform === 'darwin'
		? '127.0.0.1'
		: `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;

/** Opens a broker that speaks TLS and SASL, and lists topics. */
export async function openBroker(options: BrokerOptions): Promise<OpenBroker> {
	const { address, port, advertised: host = address, topics = [], tls, sasl } = options;
	const broker: Broker = { sasl, host, port, topics, presented: [], served: [] };
	const certificates: string[] = [];
	const sockets = new Set<Socket>();
	const serve = (socket: Socket) => {
		const requests = new Requests();
		const session = new Session(broker);
		socket.on('data', (chunk: Buffer) => {
			try {
				for (const request of requests.in(chunk)) {
					const answer = session.answer(request);
					if (!answer) return void socket.destroy();
					socket.write(answer);
				}
			} catch {
				socket.destroy();
			}
		});
		socket.on('error', () => {});
	};
	const server = tls
		? createTlsServer(tls, (socket) => {
				if (tls.requestCert) certificates.push(String(socket.getPeerCertificate().subject.CN));
				serve(socket);
			})
		: createServer(serve);
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
	});
	server.on('tlsClientError', (_error, socket) => socket.destroy());
	await new Promise<void>((done, failed) => {
		server.once('error', failed).listen(port, address, done);
	});
	return {
		presented: broker.presented,
		served: broker.served,
		certificates,
		async close() {
			sockets.forEach((socket) => socket.destroy());
			await new Promise((closed) => server.close(closed));
		},
	};
}
