import { beginSasl, type Conversation, type Presented, type Users } from './sasl';
import * as wire from './wire';

/** What a broker answers on one connection, as far as the list of topics. It holds no messages. */

/** Who is let in; without it, everybody is. */
export interface Sasl {
	mechanisms: readonly string[];
	users: Users;
}

/** What a broker tells of itself, and keeps of its clients. */
export interface Broker {
	sasl?: Sasl;
	/** Address by which clients find it, in the list of brokers. */
	host: string;
	port: number;
	topics: readonly string[];
	/** Everyone who tried to authenticate. */
	presented: Presented[];
	/** Client IDs of those who were let in and asked for topics. */
	served: string[];
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

function apiVersions(request: wire.Request): Buffer {
	const versions = VERSIONS.map((entry) => Buffer.concat(entry.map(wire.int16)));
	const throttle = request.version > 0 ? [wire.int32(0)] : [];
	return wire.response(request, wire.int16(NONE), wire.array(versions), ...throttle);
}

function metadata(request: wire.Request, { host, port, topics }: Broker): Buffer {
	const since1 = (field: Buffer) => (request.version > 0 ? [field] : []);
	const broker = [wire.int32(1), wire.string(host), wire.int32(port)];
	const topic = (name: string) =>
		Buffer.concat([
			...[wire.int16(NONE), wire.string(name), ...since1(wire.bool(false))],
			wire.array([]),
		]);
	return wire.response(
		request,
		wire.array([Buffer.concat([...broker, ...since1(wire.string(null))])]),
		...since1(wire.int32(1)),
		wire.array(topics.map(topic)),
	);
}

/** One client's connection. */
export class Session {
	private conversation?: Conversation;

	constructor(private readonly broker: Broker) {}

	/** The answer; `undefined` drops the connection, as brokers do with what is out of order. */
	answer(request: wire.Request): Buffer | undefined {
		switch (request.api) {
			case API.apiVersions:
				return apiVersions(request);
			case API.saslHandshake:
				return this.handshake(request);
			case API.saslAuthenticate:
				return this.authenticate(request);
			case API.metadata:
				return this.listTopics(request);
			default:
				return undefined;
		}
	}

	private handshake(request: wire.Request): Buffer {
		const { sasl, presented } = this.broker;
		const mechanism = request.body.string();
		const known = sasl?.mechanisms.includes(mechanism);
		this.conversation = known ? beginSasl(mechanism, sasl?.users ?? {}) : undefined;
		if (this.conversation) presented.push(this.conversation.presented);
		const error = !sasl ? ILLEGAL_SASL_STATE : known ? NONE : UNSUPPORTED_SASL_MECHANISM;
		const names = (sasl?.mechanisms ?? []).map((name) => wire.string(name));
		return wire.response(request, wire.int16(error), wire.array(names));
	}

	private authenticate(request: wire.Request): Buffer {
		const told = this.conversation?.take(request.body.blob());
		return wire.response(
			request,
			wire.int16(told ? NONE : SASL_AUTHENTICATION_FAILED),
			wire.string(told ? null : 'Authentication failed: Invalid username or password'),
			wire.blob(told ?? Buffer.alloc(0)),
			...(request.version > 0 ? [wire.int64(0)] : []),
		);
	}

	private listTopics(request: wire.Request): Buffer | undefined {
		const { sasl, served } = this.broker;
		if (sasl && !this.conversation?.done) return undefined;
		served.push(request.clientId);
		return metadata(request, this.broker);
	}
}
