import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** X.509 certificates made at run time, so that none in the repository can expire. */

/** Key and certificate of a server, as PEM. */
export interface ServerIdentity {
	key: string;
	cert: string;
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const set = (...parts: Buffer[]) => der(0x31, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const integer = (value: number) => der(0x02, Buffer.from([value]));
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);

/** ecdsa-with-SHA256 */
const ALGORITHM = sequence(oid('2a8648ce3d040302'));

const commonName = (name: string) =>
	sequence(set(sequence(oid('550403'), der(0x0c, Buffer.from(name)))));

/** GeneralizedTime, to the second. */
const time = (moment: Date) =>
	der(0x18, Buffer.from(moment.toISOString().replace(/[-:T]|\.\d+/g, '')));

const extension = (type: string, content: Buffer) =>
	der(0xa3, sequence(sequence(oid(type), der(0x04, content))));

/** The extension that says for which hosts it is; an address is four bytes, a name is text. */
function subjectAltName(host: string): Buffer {
	const address = /^\d+(\.\d+){3}$/.test(host);
	const entry = address
		? der(0x87, Buffer.from(host.split('.').map(Number)))
		: der(0x82, Buffer.from(host));
	return extension('551d11', sequence(entry));
}

/** The extension that says that it may sign others. */
const basicConstraints = () => extension('551d13', sequence(der(0x01, Buffer.from([0xff]))));

interface Request {
	/** Host name or IPv4 address. */
	host: string;
	/** By default valid from yesterday until tomorrow. */
	from?: Date;
	to?: Date;
	/** Who signs it; by default the server itself. */
	issuer?: { name: string; key: KeyObject };
	/** Whether it is that of an authority, which signs others, and not of a host. */
	signsOthers?: boolean;
}

const DAY = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

function certificate(request: Request): ServerIdentity & { privateKey: KeyObject } {
	const { host, from = inDays(-1), to = inDays(1), issuer, signsOthers } = request;
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const content = sequence(
		der(0xa0, integer(2)),
		integer(1),
		ALGORITHM,
		commonName(issuer?.name ?? host),
		sequence(time(from), time(to)),
		commonName(host),
		publicKey.export({ type: 'spki', format: 'der' }),
		signsOthers ? basicConstraints() : subjectAltName(host),
	);
	const signature = sign('sha256', content, issuer?.key ?? privateKey);
	const whole = sequence(content, ALGORITHM, bits(signature));
	return {
		privateKey,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
	};
}

/** A certificate that nobody but the server itself has signed. */
export const selfSigned = (host: string): ServerIdentity => certificate({ host });

/** One that was valid until yesterday. */
export const expired = (host: string): ServerIdentity =>
	certificate({ host, from: inDays(-30), to: inDays(-1) });

/** One that is valid from tomorrow on. */
export const notYetValid = (host: string): ServerIdentity =>
	certificate({ host, from: inDays(1), to: inDays(30) });

/** One of an authority that nobody knows. */
export const ofUnknownAuthority = (host: string): ServerIdentity =>
	certificate({
		host,
		issuer: {
			name: 'Unknown Authority',
			key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
		},
	});

/** An authority of one's own. */
export interface Authority {
	/** Its certificate, as PEM, for those who are to trust it. */
	cert: string;
	/** A certificate that it has signed, for a host or for a client's name. */
	sign: (host: string) => ServerIdentity;
}

/** Makes an authority. */
export function authority(name: string): Authority {
	const { cert, privateKey } = certificate({ host: name, signsOthers: true });
	return { cert, sign: (host) => certificate({ host, issuer: { name, key: privateKey } }) };
}
