/**
 * What n8n sends is what was signed: requests go through n8n's own HTTP helpers, both the present one
 * and the older one of the HTTP Request node, and the signature is recomputed from what arrived.
 */
import { OutboundHttp } from '@n8n/backend-network';
import { Container } from '@n8n/di';
import fc from 'fast-check';
import type { ICredentialType } from 'n8n-workflow';
import { createHash, createHmac } from 'node:crypto';
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { flatParameters, jsonObject, text } from '../../support/generate';
import {
	ALIBABA,
	authenticate,
	declarativeNode,
	HUAWEI,
	httpRequestNode,
	startServer,
	TENCENT,
	type Received,
} from './support';

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data);

/** `name:value` lines of the headers that the signature lists, as they arrived. */
const headerLines = ({ headers }: Received, names: string) =>
	names
		.split(';')
		.map((name) => `${name}:${String(headers[name])}\n`)
		.join('');

const parts = (received: Received, pattern: RegExp): string[] => {
	const match = pattern.exec(String(received.headers.authorization));
	if (!match) throw new Error('The Authorization header has another form');
	return match.slice(1);
};

/** Path and query as they arrived; the signers send the query in the order in which it is signed. */
const target = (received: Received) => {
	const [path, query = ''] = received.target.split('?');
	return { path, query };
};

const verifyHuawei = (received: Received) => {
	const [names, signature] = parts(
		received,
		/^SDK-HMAC-SHA256 Access=\w+, SignedHeaders=(\S+), Signature=(\w+)$/,
	);
	const { path, query } = target(received);
	const canonical = `${received.method}\n${path.replace(/\/?$/, '/')}\n${query}\n${headerLines(received, names)}\n${names}\n${sha256(received.body)}`;
	const date = String(received.headers['x-sdk-date']);
	const expected = hmac(HUAWEI.secretAccessKey, `SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`);
	expect(signature).toBe(expected.digest('hex'));
	expect(names.split(';')).toEqual(
		expect.arrayContaining(['content-type', 'host', 'x-project-id']),
	);
};

const verifyAcs3 = (received: Received) => {
	const [names, signature] = parts(
		received,
		/^ACS3-HMAC-SHA256 Credential=[\w-]+,SignedHeaders=(\S+),Signature=(\w+)$/,
	);
	const { path, query } = target(received);
	const payload = sha256(received.body);
	expect(received.headers['x-acs-content-sha256']).toBe(payload);
	const canonical = `${received.method}\n${path}\n${query}\n${headerLines(received, names)}\n${names}\n${payload}`;
	expect(signature).toBe(
		hmac(ALIBABA.accessKeySecret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest('hex'),
	);
	// n8n may add a Content-Type of its own where there is no body to describe.
	const withType = received.body.length > 0;
	const present = Object.keys(received.headers).filter(
		(name) => /^(x-acs-.*|host)$/.test(name) || (withType && name === 'content-type'),
	);
	expect(names.split(';').filter((name) => withType || name !== 'content-type')).toEqual(
		present.sort(),
	);
};

const encode = (value: string) =>
	encodeURIComponent(value).replace(
		/[!'()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
	);

const verifyV1 = (received: Received) => {
	const query = target(received).query.split('&');
	const form = received.body.length > 0 ? received.body.toString().split('&') : [];
	const signature = query.find((pair) => pair.startsWith('Signature='))?.slice('Signature='.length);
	const decoded = [...query, ...form]
		.filter((pair) => !pair.startsWith('Signature='))
		.map((pair) => pair.split('=').map(decodeURIComponent));
	decoded.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1));
	const canonical = decoded.map((pair) => pair.map(encode).join('=')).join('&');
	const expected = createHmac('sha1', `${ALIBABA.accessKeySecret}&`)
		.update(`${received.method}&%2F&${encode(canonical)}`)
		.digest('base64');
	expect(decodeURIComponent(String(signature))).toBe(expected);
};

const verifyTemporaryV1 = (received: Received) => {
	verifyV1(received);
	expect(received.target).not.toContain('SecurityToken');
	expect(received.body.toString().split('&')).toContain('SecurityToken=TEMPORARY%2B%2F%3D');
};

const verifyTencent = (received: Received) => {
	const [date, service, signature] = parts(
		received,
		/^TC3-HMAC-SHA256 Credential=[\w-]+\/([\d-]+)\/(\w+)\/tc3_request, SignedHeaders=content-type;host, Signature=(\w+)$/,
	);
	const { path, query } = target(received);
	const canonical = `${received.method}\n${path}\n${query}\n${headerLines(received, 'content-type;host')}\ncontent-type;host\n${sha256(received.body)}`;
	const key = ['TC3' + TENCENT.secretKey, date, service, 'tc3_request'].reduce<Buffer | string>(
		(previous, part) => (previous === '' ? part : hmac(previous, part).digest()),
		'',
	);
	const timestamp = String(received.headers['x-tc-timestamp']);
	const stringToSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${sha256(canonical)}`;
	expect(signature).toBe(hmac(key, stringToSign).digest('hex'));
};

const writing = fc.constantFrom('POST', 'PUT', 'DELETE', 'PATCH');
const methods = fc.oneof(fc.constant('GET'), writing);
/** Segments as the node encodes them; a lone dot is resolved by every URL parser. */
const path = fc
	.array(text.filter((segment) => !/^\.{0,2}$/.test(segment)).map(encodeURIComponent), {
		maxLength: 3,
	})
	.map((segments) => `/${segments.join('/')}`);
const bodies = fc.oneof(
	fc.constant({}),
	jsonObject.map((body) => ({ body })),
	fc.array(jsonObject, { maxLength: 2 }).map((body) => ({ body })),
	text.map((body) => ({ body: ` ${body}\n`, headers: { 'content-type': 'application/json' } })),
	text.map((body) => ({ body, headers: { 'content-type': 'text/plain; charset=utf-8' } })),
	fc.uint8Array({ maxLength: 20 }).map((bytes) => ({
		body: Buffer.from(bytes),
		headers: { 'content-type': 'application/octet-stream', 'content-length': bytes.length },
	})),
	flatParameters.map((form) => ({ form })),
	flatParameters.map((body) => ({
		body,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
	})),
);
/** Version 1.0 signs no other bodies. */
const forms = fc.oneof(
	fc.constant({}),
	flatParameters.map((form) => ({ form })),
);

type Case = [
	name: string,
	type: ICredentialType,
	credentials: Record<string, string>,
	verify: (received: Received) => void,
	paths: fc.Arbitrary<string>,
	contents: fc.Arbitrary<object>,
	methods: fc.Arbitrary<string>,
];
const root = fc.constant('/');
const cases: Case[] = [
	[
		'SDK-HMAC-SHA256',
		new ManagedKafkaHuaweiCloudApi(),
		HUAWEI,
		verifyHuawei,
		path,
		bodies,
		methods,
	],
	[
		'ACS3-HMAC-SHA256',
		new ManagedKafkaAlibabaCloudApi(),
		ALIBABA,
		verifyAcs3,
		path,
		bodies,
		methods,
	],
	[
		'version 1.0',
		new ManagedKafkaAlibabaCloudApi(),
		{ ...ALIBABA, signatureVersion: '1.0' },
		verifyV1,
		root,
		forms,
		methods,
	],
	[
		'version 1.0 with temporary keys',
		new ManagedKafkaAlibabaCloudApi(),
		{ ...ALIBABA, signatureVersion: '1.0', securityToken: 'TEMPORARY+/=' },
		verifyTemporaryV1,
		root,
		forms,
		writing,
	],
	[
		'TC3-HMAC-SHA256',
		new ManagedKafkaTencentCloudApi(),
		TENCENT,
		verifyTencent,
		root,
		bodies,
		methods,
	],
];

describe.each(cases)('%s', (_name, type, credentials, verify, paths, contents, verbs) => {
	let server: Awaited<ReturnType<typeof startServer>>;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(async () => {
		await server.stop();
	});

	const http = () => Container.get(OutboundHttp).requests();
	const named = { 'X-TC-Version': '2019-08-19', 'x-acs-action': 'Any' };

	/** Signs twice, as after a 401, and sends; the request has to arrive as it was signed. */
	async function check(
		options: Parameters<typeof authenticate>[2],
		send: (signed: never) => Promise<unknown>,
	) {
		server.received.length = 0;
		// Version 1.0 is for the credential's endpoint only.
		const own = { ...credentials, endpoint: server.origin };
		const again = await authenticate(type, own, await authenticate(type, own, options));
		await send(again as never);
		expect(server.received).toHaveLength(1);
		const [received] = server.received;
		expect(`${server.origin}${received.target}`).toBe(again.url);
		expect(received.body).toEqual(Buffer.from((again.body ?? '') as string));
		verify(received);
	}

	const runs = { seed: 20240620, numRuns: 150 };

	it("arrives as signed through n8n's present helper", async () => {
		const request = fc.record({ method: verbs, path: paths, qs: jsonObject, content: contents });
		await fc.assert(
			fc.asyncProperty(request, async (r) => {
				const { headers, form, ...content } = r.content as Record<string, object>;
				await check(
					declarativeNode(r.method, server.origin, r.path, {
						qs: r.qs,
						...content,
						// The present helper knows forms only as bodies.
						...(form
							? {
									body: form,
									headers: { ...named, 'Content-Type': 'application/x-www-form-urlencoded' },
								}
							: { headers: { ...named, ...headers } }),
					}),
					async (signed) => await http().request(signed),
				);
			}),
			runs,
		);
	});

	it("arrives as signed through the HTTP Request node's helper", async () => {
		const request = fc.record({
			method: verbs,
			path: paths,
			qs: flatParameters,
			arrayFormat: fc.constantFrom('repeat', 'brackets', 'indices', undefined),
			content: contents,
			json: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(request, async (r) => {
				const { headers, ...content } = r.content as Record<string, object>;
				await check(
					httpRequestNode(r.method, `${server.origin}${r.path}?from=url`, {
						qs: r.qs,
						json: r.json,
						headers: { ...named, ...headers },
						...(r.arrayFormat ? { qsStringifyOptions: { arrayFormat: r.arrayFormat } } : {}),
						...content,
					}),
					async (signed) => await http().requestLegacy(signed),
				);
			}),
			runs,
		);
	});
});
