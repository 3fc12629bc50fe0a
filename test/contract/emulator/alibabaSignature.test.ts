import { randomUUID } from 'node:crypto';

import OpenApiCore from '@alicloud/openapi-core/dist/utils';
import OpenApiUtil from '@alicloud/openapi-util';
import RpcClient from '@alicloud/pop-core';
import fc from 'fast-check';

import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { verifyAcs3 } from '../../../emulator/alibaba/auth/acs3';
import { verifyRpc } from '../../../emulator/alibaba/auth/rpc';
import type { Field } from '../../../emulator/core/encoding';
import { RawRequest } from '../../../emulator/http/request';
import vectors from '../../../emulator/api/alibaba/_signature.json';
import { alteration } from './alteration';

const KEYS = [
	{ accessKeyId: 'LTAIone', accessKeySecret: 'secret one' },
	{ accessKeyId: 'STS.two', accessKeySecret: 'secret/two+', securityToken: 'token+of/two=' },
];
const SETTINGS = { seed: 20261122, numRuns: 300 };

interface Parts {
	method: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	body: string;
	key: (typeof KEYS)[number];
}

/** Both official helper libraries sign ACS3; `core` is the newer one. */
function sign(parts: Parts, library: 'core' | 'util'): RawRequest {
	const hash =
		library === 'core'
			? OpenApiCore.hash(Buffer.from(parts.body), 'ACS3-HMAC-SHA256').toString('hex')
			: OpenApiUtil.hexEncode(OpenApiUtil.hash(Buffer.from(parts.body), 'ACS3-HMAC-SHA256'));
	const headers: Record<string, string> = {
		host: 'alikafka.cn-hangzhou.aliyuncs.com',
		'x-acs-action': 'GetInstanceList',
		'x-acs-version': '2019-09-16',
		'x-acs-date': '2026-11-22T10:00:00Z',
		'x-acs-signature-nonce': randomUUID(),
		'x-acs-content-sha256': hash,
		...parts.headers,
	};
	if (parts.body) headers['content-type'] = 'application/x-www-form-urlencoded';
	if (parts.key.securityToken) headers['x-acs-security-token'] = parts.key.securityToken;
	const { accessKeyId, accessKeySecret } = parts.key;
	const request = { pathname: '/', method: parts.method, query: parts.query, headers };
	const signer = library === 'core' ? OpenApiCore : OpenApiUtil;
	headers.Authorization = signer.getAuthorization(
		request as never,
		'ACS3-HMAC-SHA256',
		hash,
		accessKeyId,
		accessKeySecret,
	);
	const fields = Object.entries(parts.query).map((f) => f.map(encodeURIComponent).join('='));
	const target = fields.length ? `/?${fields.join('&')}` : '/';
	return new RawRequest(parts.method, target, Object.entries(headers), Buffer.from(parts.body));
}

const word = (chars: string, maxLength = 8) =>
	fc.string({ unit: fc.constantFrom(...chars), minLength: 1, maxLength });
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
// The libraries put parameter names into the canonical query unencoded: unreserved ones only.
const query = fc.dictionary(word('ABCabc.123'), text, { maxKeys: 6, noNullPrototype: true });
const parts: fc.Arbitrary<Parts> = fc.record({
	method: fc.constantFrom('POST', 'GET'),
	query,
	headers: fc.dictionary(
		word('abc123').map((name) => `x-acs-x${name}`),
		word('abc ,;=XYZ').map((value) => value.trim()),
		{ maxKeys: 3, noNullPrototype: true },
	),
	body: fc.constantFrom('', 'InstanceId=a', 'Name=%E5%90%8D&B=1'),
	key: fc.constantFrom(...KEYS),
});

describe('ACS3', () => {
	test.each(['core', 'util'] as const)('what openapi-%s signs is accepted', (library) => {
		fc.assert(
			fc.property(parts, (given) => {
				expect(verifyAcs3(sign(given, library), KEYS)).toMatchObject({
					key: given.key,
					token: given.key.securityToken,
				});
			}),
			SETTINGS,
		);
	});

	test('no changed byte is accepted', () => {
		fc.assert(
			fc.property(parts, fc.infiniteStream(fc.nat()), (given, numbers) => {
				const changed = alteration(sign(given, 'core'), numbers);
				fc.pre(changed !== null);
				expect(verifyAcs3(changed, KEYS)).toHaveProperty('refused');
			}),
			{ ...SETTINGS, numRuns: 500 },
		);
	});

	test('an x-acs header that is not signed is refused', () => {
		const given = { method: 'POST', query: {}, headers: {}, body: '', key: KEYS[0] };
		const signed = sign(given, 'core');
		const added = [...signed.headers, ['x-acs-extra', '1'] as const];
		expect(verifyAcs3(new RawRequest('POST', '/', added, signed.body), KEYS)).toEqual({
			refused: 'IncompleteSignature',
			text: 'x-acs-extra is not signed.',
		});
	});
});

const envelope = (key: (typeof KEYS)[number]) => ({
	Action: 'GetInstanceList',
	Version: '2019-09-16',
	Format: 'JSON',
	AccessKeyId: key.accessKeyId,
	SignatureMethod: 'HMAC-SHA1',
	SignatureVersion: '1.0',
	SignatureNonce: 'nonce',
	Timestamp: '2026-11-22T10:00:00Z',
	...(key.securityToken ? { SecurityToken: key.securityToken } : {}),
});

describe('RPC 1.0', () => {
	test('what the official libraries sign is accepted, and no change of it', () => {
		const run = (own: Record<string, string>, key: (typeof KEYS)[number], pick: number) => {
			const params: Record<string, string> = { ...own, ...envelope(key) };
			const signature = OpenApiUtil.getRPCSignature(params, 'POST', key.accessKeySecret);
			const core = OpenApiCore.getRPCSignature(params, 'POST', key.accessKeySecret);
			expect(core).toBe(signature);
			const fields: Field[] = Object.entries({ ...params, Signature: signature });
			expect(verifyRpc('POST', fields, KEYS)).toMatchObject({ key });
			expect(verifyRpc('GET', fields, KEYS)).toHaveProperty('refused');
			const changed = fields.map(
				([name, value], i): Field =>
					i === pick % fields.length ? [name, `${value}x`] : [name, value],
			);
			expect(verifyRpc('POST', changed, KEYS)).toHaveProperty('refused');
		};
		fc.assert(fc.property(query, fc.constantFrom(...KEYS), fc.nat(), run), SETTINGS);
	});

	test.each(vectors.test_vectors)('test vector: $name', ({ method, parameters, signature }) => {
		const key = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
		const fields = Object.entries({ ...parameters, Signature: signature }) as Field[];
		expect(verifyRpc(method, fields, [key])).toMatchObject({ key });
	});
});

describe('over HTTP', () => {
	let emulator: Emulator;
	beforeAll(async () => void (emulator = await startEmulator()));
	afterAll(() => emulator.close());

	test.each(['GET', 'POST'] as const)(
		'the official RPC client gets an answer by %s',
		async (method) => {
			const client = new RpcClient({
				...EXAMPLE.alibaba.temporary,
				endpoint: emulator.alibaba.url,
				apiVersion: '2019-09-16',
				opts: { agent: false as never },
			});
			const params = { RegionId: 'cn-hangzhou', Tag: [{ Key: "a b+*~'é", Value: '' }] };
			const answer = await client.request('GetInstanceList', params, { method });
			expect(answer).toMatchObject({ Code: 200, Success: true, InstanceList: { InstanceVO: [] } });
		},
	);
});
