import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { signHuawei } from '../../../credentials/signing/huawei';
import { toWire } from '../../../credentials/signing/wire';
import { flatParameters, jsonObject, key, plainSegment, RUNS, time } from '../../support/generate';

const request = fc.record({
	method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
	segments: fc.array(plainSegment, { maxLength: 5 }),
	query: flatParameters,
	body: fc.option(jsonObject, { nil: undefined }),
	projectId: fc.stringMatching(/^[0-9a-f]{32}$/),
	accessKeyId: key,
	secretAccessKey: key,
	securityToken: fc.option(key, { nil: undefined }),
	now: time,
});

describe('SDK-HMAC-SHA256', () => {
	it('signs generated requests as AKSKSigner of huaweicloud-sdk-core does', () => {
		fc.assert(
			fc.property(request, (r) => {
				const body = r.method === 'GET' ? undefined : r.body;
				const url = `https://dms.cn-north-4.myhuaweicloud.com/${r.segments.join('/')}`;
				const headers = { 'Content-Type': 'application/json', 'X-Project-Id': r.projectId };
				const wire = toWire(
					{
						url,
						method: r.method,
						qs: r.query,
						headers,
						body: body === undefined ? undefined : JSON.stringify(body),
					},
					'repeat',
				);

				const ours = signHuawei(wire, r, r.now);

				const theirs = AKSKSigner.sign(
					{
						endpoint: url,
						method: r.method,
						queryParams: structuredClone(r.query),
						headers: {
							...headers,
							'X-Sdk-Date': ours['X-Sdk-Date'],
							...(r.securityToken ? { 'X-Security-Token': r.securityToken } : {}),
						},
						data: body,
					} as never,
					{ getAk: () => r.accessKeyId, getSk: () => r.secretAccessKey } as never,
				) as Record<string, string>;
				expect(ours.Authorization).toBe(theirs.Authorization);
			}),
			RUNS,
		);
	});

	// The SDK for Node.js encodes the path a second time; the Go SDK and the gateway do it once.
	it('encodes the path once, where the SDK is wrong', () => {
		const wire = toWire(
			{
				url: `https://dms.example.com/v2/${encodeURIComponent('my group/订单')}/a:b`,
				method: 'GET',
			},
			'repeat',
		);

		const headers = signHuawei(
			wire,
			{ accessKeyId: 'AK', secretAccessKey: 'SK' },
			new Date('2024-06-20T08:00:00Z'),
		);

		expect(wire.path).toBe('/v2/my%20group%2F%E8%AE%A2%E5%8D%95/a%3Ab');
		const canonical = [
			'GET',
			'/v2/my%20group%2F%E8%AE%A2%E5%8D%95/a%3Ab/',
			'',
			'host:dms.example.com',
			'x-sdk-date:20240620T080000Z',
			'',
			'host;x-sdk-date',
			createHash('sha256').digest('hex'),
		].join('\n');
		const stringToSign = `SDK-HMAC-SHA256\n20240620T080000Z\n${createHash('sha256').update(canonical).digest('hex')}`;
		const signature = createHmac('sha256', 'SK').update(stringToSign).digest('hex');
		expect(headers.Authorization).toBe(
			`SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${signature}`,
		);
	});
});
