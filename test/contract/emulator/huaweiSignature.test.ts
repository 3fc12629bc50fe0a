import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import fc from 'fast-check';

import { RawRequest } from '../../../emulator/http/request';
import { verifySignature } from '../../../emulator/huawei/auth/signature';
import { alteration } from './alteration';

const KEYS = [
	{ accessKey: 'AKONE', secretKey: 'secret one' },
	{ accessKey: 'AKTWO', secretKey: 'secret/two+', securityToken: 'token-of-two' },
];
const NOW = Date.UTC(2026, 10, 22, 10, 0, 0);
const SETTINGS = { seed: 20261122, numRuns: 300 };

/** The JavaScript SDK's signer with the path encoded once, as the Go SDK and the gateway do. */
class OnceEncodingSigner extends AKSKSigner {
	protected static override CanonicalURI(uri?: string): string | undefined {
		return super.CanonicalURI(decodeURIComponent(uri ?? ''));
	}
}

interface Parts {
	method: string;
	segments: string[];
	query: Record<string, string[]>;
	headers: Record<string, string>;
	body: unknown;
	key: (typeof KEYS)[number];
	date: string;
}

function sign(parts: Parts, signer: typeof AKSKSigner = AKSKSigner): RawRequest {
	const path = `/${parts.segments.map(encodeURIComponent).join('/')}`;
	const target = Object.entries(parts.query)
		.flatMap(([name, values]) => values.map((value) => [name, value]))
		.map((field) => field.map(encodeURIComponent).join('='))
		.join('&');
	const headers: Record<string, string> = { ...parts.headers, 'X-Sdk-Date': parts.date };
	if (parts.body !== undefined) headers['content-type'] = 'application/json';
	if (parts.key.securityToken) headers['X-Security-Token'] = parts.key.securityToken;
	const signed = signer.sign(
		{
			endpoint: `https://dms.cn-north-4.myhuaweicloud.com${path}`,
			method: parts.method,
			headers,
			queryParams: structuredClone(parts.query),
			data: parts.body,
		} as never,
		{ getAk: () => parts.key.accessKey, getSk: () => parts.key.secretKey } as never,
	) as Record<string, string>;
	const body = Buffer.from(parts.body === undefined ? '' : JSON.stringify(parts.body));
	const url = target ? `${path}?${target}` : path;
	return new RawRequest(parts.method, url, Object.entries(signed), body);
}

const word = (chars: string, minLength = 1) =>
	fc.string({ unit: fc.constantFrom(...chars), minLength, maxLength: 8 });
const plain = 'abcXYZ019-_.~';
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const parts = (segment: fc.Arbitrary<string>): fc.Arbitrary<Parts> =>
	fc.record({
		method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
		segments: fc.array(segment, { minLength: 1, maxLength: 5 }),
		query: fc.dictionary(
			text.filter((name) => name !== '__proto__'),
			fc.array(text, { minLength: 1, maxLength: 3 }),
			{ maxKeys: 4, noNullPrototype: true },
		),
		headers: fc.dictionary(
			word('abcdefgh0123').map((name) => `X-${name}`),
			word('abc ,;=XYZ').map((value) => value.trim()),
			{ maxKeys: 3, noNullPrototype: true },
		),
		body: fc.option(fc.object({ maxDepth: 2 }), { nil: undefined }),
		key: fc.constantFrom(...KEYS),
		date: fc.constantFrom('20261122T100000Z', '20261122T094500Z', '20261122T101500Z'),
	});

const plainParts = parts(word(plain));
const verify = (request: RawRequest, now = NOW) => verifySignature(request, KEYS, now);

test('what the official SDK signs is accepted', () => {
	fc.assert(
		fc.property(plainParts, (given) => {
			expect(verify(sign(given))).toEqual({ key: given.key });
		}),
		SETTINGS,
	);
});

test('a path with escapes is canonicalised once', () => {
	// The SDKs split the decoded path, so an escaped slash is left out.
	const escaped = parts(text.filter((segment) => segment !== '' && !segment.includes('/')));
	fc.assert(
		fc.property(escaped, (given) => {
			expect(verify(sign(given, OnceEncodingSigner))).toEqual({ key: given.key });
		}),
		SETTINGS,
	);
	const group: Parts = {
		method: 'GET',
		segments: ['v2', 'my group'],
		query: {},
		headers: {},
		body: undefined,
		key: KEYS[0],
		date: '20261122T100000Z',
	};
	expect(verify(sign(group))).toHaveProperty('refused');
});

test('no changed byte is accepted', () => {
	fc.assert(
		fc.property(plainParts, fc.infiniteStream(fc.nat()), (given, numbers) => {
			const changed = alteration(sign(given), numbers);
			fc.pre(changed !== null);
			expect(verify(changed)).toHaveProperty('refused');
		}),
		{ ...SETTINGS, numRuns: 500 },
	);
});

test('the date may be 15 minutes off', () => {
	const request = sign({
		method: 'GET',
		segments: ['v2'],
		query: {},
		headers: {},
		body: undefined,
		key: KEYS[0],
		date: '20261122T100000Z',
	});
	expect(verify(request, NOW + 15 * 60_000)).toHaveProperty('key');
	const late = verify(request, NOW + 15 * 60_000 + 1000);
	expect(late).toHaveProperty('refused', expect.stringContaining('signature expired'));
	expect(verify(request, NOW - 15 * 60_000 - 1000)).toHaveProperty('refused');
});

test('the refusal echoes the canonical request with bars for line feeds', () => {
	const request = sign({
		method: 'DELETE',
		segments: ['v2', 'p', 'instances', 'i'],
		query: { b: ['2'], a: ['1 2'] },
		headers: { 'X-Project-Id': 'p' },
		body: undefined,
		key: KEYS[0],
		date: '20261122T100000Z',
	});
	const forged = new RawRequest('PUT', request.target, request.headers, request.body);
	expect(verify(forged)).toEqual({
		refused:
			'verify aksk signature fail, canonicalRequest:PUT|/v2/p/instances/i/|a=1%202&b=2|' +
			'host:dms.cn-north-4.myhuaweicloud.com|x-project-id:p|x-sdk-date:20261122T100000Z||' +
			'host;x-project-id;x-sdk-date|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
	});
});
