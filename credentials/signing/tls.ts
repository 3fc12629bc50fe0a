/** Why no secure connection came about: nothing of the request was taken in by anybody. */
export interface TlsFault {
	/** Said after the host: "has a certificate that has expired". */
	problem: string;
	/** What to do about it, full sentences. */
	advice: string;
}

/** The way out where the certificate of the host is right, but this machine has no reason to trust it. */
const TRUST =
	"Nothing was sent. If the host is the right one, make n8n trust its certificate authority with the environment variable NODE_EXTRA_CA_CERTS, or turn on 'Ignore SSL Issues (Insecure)' in the credential.";

const DATES =
	"Nothing was sent. Check the clock of the n8n server, and have the certificate renewed; until then, you can turn on 'Ignore SSL Issues (Insecure)' in the credential.";

const NAME =
	"Nothing was sent. Enter a host name that the certificate is for, in the credential's 'Endpoint' or 'IAM Endpoint', or turn on 'Ignore SSL Issues (Insecure)' in the credential.";

const untrusted = (why: string): TlsFault => ({
	problem: `has a certificate that is not trusted: ${why}`,
	advice: TRUST,
});

const dated = (problem: string): TlsFault => ({ problem, advice: DATES });

const anotherHost: TlsFault = { problem: 'has a certificate for another host', advice: NAME };

/** Codes of "X509 certificate error codes" in Node's documentation of TLS, and Node's own for the host. */
const CERTIFICATES: Readonly<Record<string, TlsFault>> = {
	DEPTH_ZERO_SELF_SIGNED_CERT: untrusted('it is self-signed'),
	SELF_SIGNED_CERT_IN_CHAIN: untrusted('its certificate authority is unknown'),
	UNABLE_TO_GET_ISSUER_CERT: untrusted('the certificate of its issuer is missing'),
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted('its certificate authority is unknown'),
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted('the certificate of its issuer is missing'),
	CERT_UNTRUSTED: untrusted('its certificate authority is not trusted for servers'),
	CERT_REJECTED: untrusted('its certificate authority rejects this use'),
	INVALID_CA: untrusted('its issuer is not a certificate authority'),
	INVALID_PURPOSE: untrusted('it is not for servers'),
	PATH_LENGTH_EXCEEDED: untrusted('its chain is longer than its authority allows'),
	CERT_CHAIN_TOO_LONG: untrusted('its chain is too long'),
	CERT_REVOKED: untrusted('it was revoked'),
	CERT_SIGNATURE_FAILURE: untrusted('its signature is invalid'),
	UNABLE_TO_DECRYPT_CERT_SIGNATURE: untrusted('its signature is unreadable'),
	UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: untrusted('the key of its issuer is unreadable'),
	UNABLE_TO_GET_CRL: untrusted('the list of revoked certificates is missing'),
	UNABLE_TO_DECRYPT_CRL_SIGNATURE: untrusted('the list of revoked certificates is unreadable'),
	CRL_SIGNATURE_FAILURE: untrusted('the list of revoked certificates has an invalid signature'),
	CRL_NOT_YET_VALID: dated('has a list of revoked certificates that is not valid yet'),
	CRL_HAS_EXPIRED: dated('has a list of revoked certificates that has expired'),
	CERT_HAS_EXPIRED: dated('has a certificate that has expired'),
	CERT_NOT_YET_VALID: dated('has a certificate that is not valid yet'),
	ERROR_IN_CERT_NOT_BEFORE_FIELD: dated('has a certificate with an invalid start date'),
	ERROR_IN_CERT_NOT_AFTER_FIELD: dated('has a certificate with an invalid end date'),
	ERROR_IN_CRL_LAST_UPDATE_FIELD: dated('has a list of revoked certificates without a valid date'),
	ERROR_IN_CRL_NEXT_UPDATE_FIELD: dated('has a list of revoked certificates without a valid date'),
	HOSTNAME_MISMATCH: anotherHost,
	ERR_TLS_CERT_ALTNAME_INVALID: anotherHost,
	ERR_TLS_CERT_ALTNAME_FORMAT: anotherHost,
};

const failed = (why: string, advice: string): TlsFault => ({
	problem: `did not set up a secure connection: ${why}`,
	advice: `Nothing was processed. ${advice}`,
});

const OLD = failed(
	'its TLS version or ciphers do not match those of n8n',
	'Have the host support TLS 1.2 or later with current ciphers.',
);

const OTHER_PROTOCOL = failed(
	'it does not speak TLS',
	"Check scheme and port of the credential's 'Endpoint' or 'IAM Endpoint', and any proxy between this n8n instance and the service.",
);

const CLIENT_CERTIFICATE = failed(
	'it asks for a client certificate',
	'This is not supported; use an endpoint that identifies clients by their keys alone.',
);

const UNKNOWN_NAME = failed(
	'it does not know this host name',
	"Check the host in the credential's 'Endpoint' or 'IAM Endpoint'.",
);

/** What OpenSSL says of a handshake that broke off, in its older and newer words, lower case. */
const HANDSHAKES: ReadonlyArray<readonly [words: RegExp, fault: TlsFault]> = [
	[/wrong version number|unknown protocol|packet length too long|http request/, OTHER_PROTOCOL],
	[/certificate required/, CLIENT_CERTIFICATE],
	[/unrecognized name/, UNKNOWN_NAME],
	[
		/unsupported protocol|no protocols available|alert protocol version|handshake failure|insufficient security|no shared cipher|key too small|md too weak|unsafe legacy renegotiation/,
		OLD,
	],
];

/** What is read of an error of Node; axios keeps its code and words, and has it as the cause. */
export interface NetworkError {
	code?: unknown;
	message?: string;
	syscall?: unknown;
	cause?: unknown;
}

/**
 * Says why no secure connection came about, if that is what an error of Node proves.
 *
 * A certificate is checked before the request is written. A handshake that broke off fails the write of
 * the request that was waiting for it (`EPROTO`); after TLS 1.3 has let the request go, the only words
 * that prove it are those about the client's certificate, which the server checks before it reads on.
 */
export function tlsFault({
	code,
	message = '',
	syscall,
	cause,
}: NetworkError): TlsFault | undefined {
	if (typeof code !== 'string') return undefined;
	if (Object.hasOwn(CERTIFICATES, code)) return CERTIFICATES[code];
	const call = syscall ?? (cause as NetworkError | null | undefined)?.syscall;
	const waiting = code === 'EPROTO' && call === 'write';
	if (!waiting && !/^ERR_SSL_.*CERTIFICATE_REQUIRED$/.test(code)) return undefined;
	const words = message.toLowerCase();
	return HANDSHAKES.find(([known]) => known.test(words))?.[1];
}

/** Whether the other side hung up while the secure connection was being set up, so before the request. */
export const hungUpInHandshake = ({ code, message = '' }: NetworkError): boolean =>
	code === 'ECONNRESET' && message.includes('before secure TLS connection was established');
