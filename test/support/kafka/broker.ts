import { randomInt } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

import { beginSasl, type Conversation, type Presented, type Users } from './sasl';
import * as wire from './wire';

/** Who may use a listener, and how. */
export interface Security {
	/** Certificate and key, and what is asked of clients; without it, the listener speaks plain text. */
	tls?: TlsOptions;
	/** Without it, everybody is let in. */
	sasl?: { mechanisms: readonly string[]; users: Users };
}

/** A listener of a broker that lets clients in as far as the list of topics. It holds no messages. */
export interface Listener {
	/** Everyone who tried to authenticate. */
	readonly presented: Presented[];
	/** Client IDs of those who were let in and asked for topics. */
	readonly served: string[];
	/** Common names of the clients' certificates; empty where none was asked for. */
	readonly certificates: string[];
	close(): Promise<void>;
}

const API = { metadata: 3, saslHandshake: 17, apiVersions: 18, saslAuthenticate: 36 } as const;

/** Oldest and newest version of each request; clients settle for the newest that both have. */
const VERSIONS: ReadonlyArray<[api: number, from: number, to: number]> = [
	[API.metadata, 0, 1],
	[API.saslHandshake, 0, 1],
	[API.apiVersions, 0, 2],
	[API.saslAuthenticate, 0, 1],
];

const NONE = 0;
const UNSUPPORTED_SASL_MECHANISM = 33;
const ILLEGAL_SASL_STATE = 34;
const SASL_AUTHENTICATION_FAILED = 58;

/** An address of this machine that no other test uses; only Linux and Windows have more than one. */
export const ownAddress = (): string =>
	process.platform === 'darwin'
		? '127.0.0.1'
		: `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;

/**
 * Listens as a broker does.
 *
 * @param advertised Host that the list of brokers names, by default the address
 * @param topics Names of the topics that it lists
 */
export async function listenAsBroker(
	{ address, port, advertised = address }: { address: string; port: number; advertised?: string },
	{ tls, sasl }: Security,
	topics: readonly string[],
): Promise<Listener> {
	const presented: Presented[] = [];
	const served: string[] = [];
	const certificates: string[] = [];
	const sockets = new Set<Socket>();

	/** Answers one request; `undefined` drops the connection, as brokers do with what is out of order. */
	const answering = () => {
		let conversation: Conversation | undefined;
		const handshake = (request: wire.Request) => {
			const mechanism = request.body.string();
			const known = sasl?.mechanisms.includes(mechanism);
			conversation = known ? beginSasl(mechanism, sasl?.users ?? {}) : undefined;
			if (conversation) presented.push(conversation.presented);
			const error = !sasl ? ILLEGAL_SASL_STATE : known ? NONE : UNSUPPORTED_SASL_MECHANISM;
			const names = (sasl?.mechanisms ?? []).map((name) => wire.string(name));
			return wire.response(request, wire.int16(error), wire.array(names));
		};
		const authenticate = (request: wire.Request) => {
			const told = conversation?.take(request.body.blob());
			const text = told ? null : 'Authentication failed: Invalid username or password';
			return wire.response(
				request,
				wire.int16(told ? NONE : SASL_AUTHENTICATION_FAILED),
				wire.string(text),
				wire.blob(told ?? Buffer.alloc(0)),
				...(request.version > 0 ? [wire.int64(0)] : []),
			);
		};
		const metadata = (request: wire.Request) => {
			served.push(request.clientId);
			const [rack, controller, internal] =
				request.version > 0
					? [[wire.string(null)], [wire.int32(1)], [wire.bool(false)]]
					: [[], [], []];
			const broker = [wire.int32(1), wire.string(advertised), wire.int32(port), ...rack];
			const topic = (name: string) =>
				Buffer.concat([wire.int16(NONE), wire.string(name), ...internal, wire.array([])]);
			return wire.response(
				request,
				wire.array([Buffer.concat(broker)]),
				...controller,
				wire.array(topics.map(topic)),
			);
		};
		return (request: wire.Request): Buffer | undefined => {
			switch (request.api) {
				case API.apiVersions: {
					const versions = VERSIONS.map((entry) => Buffer.concat(entry.map(wire.int16)));
					const throttle = request.version > 0 ? [wire.int32(0)] : [];
					return wire.response(request, wire.int16(NONE), wire.array(versions), ...throttle);
				}
				case API.saslHandshake:
					return handshake(request);
				case API.saslAuthenticate:
					return authenticate(request);
				case API.metadata:
					return sasl && !conversation?.done ? undefined : metadata(request);
				default:
					return undefined;
			}
		};
	};

	const serve = (socket: Socket) => {
		const requests = new wire.Requests();
		const answer = answering();
		socket.on('data', (chunk: Buffer) => {
			try {
				for (const request of requests.in(chunk)) {
					const answered = answer(request);
					if (!answered) return void socket.destroy();
					socket.write(answered);
				}
			} catch {
				socket.destroy();
			}
		});
	};
	const server: Server = tls
		? createTlsServer(tls, (socket) => {
				const { subject } = socket.getPeerCertificate() ?? {};
				if (subject) certificates.push(subject.CN);
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
		presented,
		served,
		certificates,
		async close() {
			sockets.forEach((socket) => socket.destroy());
			await new Promise((closed) => server.close(closed));
		},
	};
}
