import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
} from 'n8n-workflow';
import type { RequestOptions } from '../../../credentials/signing/wire';

/** Keys that look like real ones and open nothing. */
export const HUAWEI = {
	authentication: 'accessKey',
	accessKeyId: 'EXAMPLEACCESSKEYID00',
	secretAccessKey: 'example-secret-access-key-for-tests',
	securityToken: '',
	region: 'cn-north-4',
	customRegion: '',
	projectId: 'e9993fc787d94b6c886cbaa340f9c0f4',
	endpoint: '',
	iamEndpoint: '',
	assumeRole: '',
	agencyName: 'kafka-operator',
	delegatingAccountName: 'delegating',
	agencyMethod: 'iam',
	agencyUrn: '',
	providerUrn: '',
	idToken: '',
	externalId: '',
	roleSessionName: 'n8n',
	roleDuration: '60',
	sessionToken: '',
};

export const HUAWEI_PASSWORD = {
	...HUAWEI,
	authentication: 'password',
	userName: 'kafka bot',
	password: 'p@ss w0rd, with blanks',
	domainName: 'example-account',
	projectId: '',
};

/** Fields of a role, which these credentials do not assume. */
const NO_ROLE = {
	assumeRole: '',
	roleArn: '',
	roleSessionName: 'n8n',
	roleDuration: '60',
	externalId: '',
	stsEndpoint: '',
	sessionToken: '',
};

export const ALIBABA = {
	accessKeyId: 'EXAMPLE-ACCESS-KEY-ID',
	accessKeySecret: 'example-secret-for-tests',
	securityToken: '',
	region: 'cn-hangzhou',
	customRegion: '',
	endpoint: '',
	organizationId: '',
	resourceGroupId: '',
	signatureVersion: 'ACS3-HMAC-SHA256',
	assumeRoleWith: 'accessKey',
	oidcProviderArn: '',
	oidcToken: '',
	...NO_ROLE,
};

export const TENCENT = {
	assumeRoleWith: 'apiKey',
	oidcProvider: '',
	oidcToken: '',
	secretId: 'EXAMPLE-SECRET-ID',
	secretKey: 'EXAMPLE-SECRET-KEY-FOR-TESTS-ONLY',
	token: '',
	region: 'ap-guangzhou',
	customRegion: '',
	site: 'china',
	endpoint: '',
	...NO_ROLE,
};

/** The options as n8n sends them after `authenticate`. */
export type Signed = RequestOptions &
	Record<string, unknown> & { url: string; headers: Record<string, string> };

/** Calls `authenticate` as n8n does. */
export async function authenticate(
	type: ICredentialType,
	credentials: ICredentialDataDecryptedObject,
	options: RequestOptions & Record<string, unknown>,
): Promise<Signed> {
	if (typeof type.authenticate !== 'function') throw new Error('authenticate is not a function');
	const signed = await type.authenticate(credentials, options as unknown as IHttpRequestOptions);
	return signed as unknown as Signed;
}

/** The options that the HTTP Request node makes for a predefined credential. */
export const httpRequestNode = (
	method: string,
	uri: string,
	more: Record<string, unknown> = {},
): RequestOptions & Record<string, unknown> => {
	const { headers, ...rest } = more;
	return {
		headers: { ...(headers as object), accept: 'application/json,text/*;q=0.99' },
		method,
		uri,
		gzip: true,
		rejectUnauthorized: true,
		followRedirect: true,
		followAllRedirects: true,
		resolveWithFullResponse: true,
		sendCredentialsOnCrossOriginRedirect: false,
		timeout: 300_000,
		json: true,
		...rest,
	};
};

/** The options that a declarative node makes. */
export const declarativeNode = (
	method: string,
	baseURL: string,
	url: string,
	more: Record<string, unknown> = {},
): RequestOptions & Record<string, unknown> => ({
	qs: {},
	body: {},
	headers: {},
	baseURL,
	method,
	url,
	returnFullResponse: true,
	...more,
});

/** A request as it came over the wire. */
export interface Received {
	method: string;
	/** Path and query, unchanged. */
	target: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** A server that keeps what it receives and answers by `answer`. */
export async function startServer(
	answer: (received: Received) => {
		status?: number;
		headers?: Record<string, string>;
		body?: unknown;
	} = () => ({}),
): Promise<{ origin: string; received: Received[]; stop: () => Promise<void> }> {
	const received: Received[] = [];
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url: target = '', headers } = request;
			const one = { method, target, headers, body: Buffer.concat(chunks) };
			received.push(one);
			const { status = 200, headers: extra = {}, body = {} } = answer(one);
			response.writeHead(status, { 'content-type': 'application/json', ...extra });
			response.end(JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		received,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
