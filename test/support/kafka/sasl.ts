import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The server's side of the SASL mechanisms that the clouds have: RFC 4616 (PLAIN) and RFC 5802 (SCRAM). */

/** What a client authenticates with. */
export interface Presented {
	mechanism: string;
	username: string;
	/** Only PLAIN sends it. */
	password?: string;
}

/** One authentication: takes what the client sends, and returns what it is told, or `undefined` at a refusal. */
export interface Conversation {
	presented: Presented;
	take(message: Buffer): Buffer | undefined;
	/** Whether the client has proved who it is. */
	readonly done: boolean;
}

/** Passwords by user name. */
export type Users = Readonly<Record<string, string>>;

function plain(users: Users): Conversation {
	const presented: Presented = { mechanism: 'PLAIN', username: '' };
	let done = false;
	return {
		presented,
		take(message) {
			const [, username, password] = message.toString('utf8').split('\0');
			Object.assign(presented, { username, password });
			done = Object.hasOwn(users, username) && users[username] === password;
			return done ? Buffer.alloc(0) : undefined;
		},
		get done() {
			return done;
		},
	};
}

const ITERATIONS = 4096;

/** `n=user,r=nonce` as its letters and values. */
const attributes = (message: string): Record<string, string> =>
	Object.fromEntries(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));

function scram(mechanism: string, hash: string, size: number, users: Users): Conversation {
	const presented: Presented = { mechanism, username: '' };
	const salt = randomBytes(16);
	let begun: { first: string; challenge: string; nonce: string } | undefined;
	let done = false;
	const mac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();

	const challenge = (message: string) => {
		// The header says that there is no channel binding: "n,,".
		const first = message.replace(/^[^,]*,[^,]*,/, '');
		const { n, r } = attributes(first);
		presented.username = n.replaceAll('=2C', ',').replaceAll('=3D', '=');
		const nonce = r + randomBytes(12).toString('hex');
		begun = { first, nonce, challenge: `r=${nonce},s=${salt.toString('base64')},i=${ITERATIONS}` };
		return Buffer.from(begun.challenge);
	};
	const verify = (message: string, { first, challenge, nonce }: NonNullable<typeof begun>) => {
		const { r, p } = attributes(message);
		const password = users[presented.username];
		if (password === undefined || r !== nonce) return undefined;
		const salted = pbkdf2Sync(password, salt, ITERATIONS, size, hash);
		const signed = [first, challenge, message.slice(0, message.lastIndexOf(',p='))].join(',');
		const clientKey = mac(salted, 'Client Key');
		const signature = mac(createHash(hash).update(clientKey).digest(), signed);
		const proof = Buffer.from(p, 'base64');
		const expected = clientKey.map((byte, at) => byte ^ signature[at]);
		done = proof.length === expected.length && timingSafeEqual(proof, expected);
		if (!done) return undefined;
		return Buffer.from(`v=${mac(mac(salted, 'Server Key'), signed).toString('base64')}`);
	};
	return {
		presented,
		take: (message) =>
			begun ? verify(message.toString('utf8'), begun) : challenge(message.toString('utf8')),
		get done() {
			return done;
		},
	};
}

/** Begins an authentication; `undefined` where the mechanism is none that is known. */
export function beginSasl(mechanism: string, users: Users): Conversation | undefined {
	switch (mechanism) {
		case 'PLAIN':
			return plain(users);
		case 'SCRAM-SHA-256':
			return scram(mechanism, 'sha256', 32, users);
		case 'SCRAM-SHA-512':
			return scram(mechanism, 'sha512', 64, users);
		default:
			return undefined;
	}
}
