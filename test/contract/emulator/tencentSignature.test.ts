import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';
import fc from 'fast-check';

import vectors from '../../../emulator/api/tencent/_signature.json';
import { RawRequest } from '../../../emulator/http/request';
import { verifySignature } from '../../../emulator/tencent/auth/signature';
import { alteration } from './alteration';

const KEYS = [
	{ secretId: 'AKIDone', secretKey: 'secret one' },
	{ secretId: 'AKIDtwo', secretKey: 'secret/two+', token: 'token-of-two' },
];
const SETTINGS = { seed: 20261122, numRuns: 300 };

interface Parts {
	service: 'ckafka' | 'cls';
	body: Buffer;
	contentType: string;
	timestamp: number;
	key: (typeof KEYS)[number];
}

function sign({ service, body, contentType, timestamp, key }: Parts): RawRequest {
	const host = `${service}.ap-guangzhou.tencentcloudapi.com`;
	const authorization = Sign.sign3({
		method: 'POST',
		url: `https://${host}/`,
		payload: body,
		timestamp,
		service,
		secretId: key.secretId,
		secretKey: key.secretKey,
		multipart: false,
		boundary: '',
		headers: { 'Content-Type': contentType },
	});
	const headers: Array<[string, string]> = [
		['Host', host],
		['Content-Type', contentType],
		['X-TC-Timestamp', String(timestamp)],
		['Authorization', authorization],
	];
	if (key.token) headers.push(['X-TC-Token', key.token]);
	return new RawRequest('POST', '/', headers, body);
}

const parts: fc.Arbitrary<Parts> = fc.record({
	service: fc.constantFrom('ckafka', 'cls'),
	body: fc.object({ maxDepth: 2 }).map((value) => Buffer.from(JSON.stringify(value))),
	contentType: fc.constantFrom('application/json', 'application/json; charset=utf-8'),
	timestamp: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
	key: fc.constantFrom(...KEYS),
});

test('what the official SDK signs is accepted', () => {
	fc.assert(
		fc.property(parts, fc.integer({ min: -300, max: 300 }), (given, skew) => {
			const serverTime = (given.timestamp + skew) * 1000;
			const verdict = verifySignature(sign(given), given.service, KEYS, serverTime);
			expect(verdict).toEqual({ key: given.key });
		}),
		SETTINGS,
	);
});

test('no changed byte is accepted', () => {
	fc.assert(
		fc.property(parts, fc.infiniteStream(fc.nat()), (given, numbers) => {
			const changed = alteration(sign(given), numbers);
			fc.pre(changed !== null);
			const verdict = verifySignature(changed, given.service, KEYS, given.timestamp * 1000);
			expect(verdict).toHaveProperty('code');
		}),
		{ ...SETTINGS, numRuns: 500 },
	);
});

test.each(vectors.testVectors)('test vector: $name', ({ input, expected }) => {
	const { secretId, secretKey, token } = input;
	const key = { secretId, secretKey, ...(token ? { token } : {}) };
	const headers = Object.entries(expected.headers);
	const request = new RawRequest('POST', '/', headers, Buffer.from(input.body));
	const serverTime = input.timestamp * 1000;
	expect(verifySignature(request, input.service, [key], serverTime)).toEqual({ key });
});

describe('what is signed but not let in', () => {
	const timestamp = 1_800_000_000;
	const given: Parts = {
		service: 'ckafka',
		body: Buffer.from('{}'),
		contentType: 'application/json',
		timestamp,
		key: KEYS[0],
	};
	const check = (over: Partial<Parts>, service: string, serverTime = timestamp * 1000) =>
		verifySignature(sign({ ...given, ...over }), service, KEYS, serverTime);

	test('a timestamp more than five minutes off', () => {
		const code = 'AuthFailure.SignatureExpire';
		expect(check({}, 'ckafka', (timestamp + 301) * 1000)).toMatchObject({ code });
		expect(check({}, 'ckafka', (timestamp - 301) * 1000)).toMatchObject({ code });
	});

	test('a scope of another service', () => {
		expect(check({}, 'cls')).toMatchObject({ code: 'AuthFailure.InvalidAuthorization' });
	});

	test('a key nobody knows', () => {
		const key = { secretId: 'AKIDnone', secretKey: 'x' };
		expect(check({ key }, 'ckafka')).toMatchObject({ code: 'AuthFailure.SecretIdNotFound' });
	});

	test('a temporary key without its token', () => {
		const key = { secretId: KEYS[1].secretId, secretKey: KEYS[1].secretKey };
		expect(check({ key }, 'ckafka')).toMatchObject({ code: 'AuthFailure.TokenFailure' });
	});
});
