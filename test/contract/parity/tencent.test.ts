import fc from 'fast-check';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';
import { signTc3 } from '../../../credentials/signing/tencent';
import { toWire } from '../../../credentials/signing/wire';
import { encodePairs } from '../../../credentials/signing/query';
import { jsonObject, key, RUNS, time } from '../../support/generate';

const request = fc.record({
	service: fc.constantFrom('ckafka', 'cls', 'cvm'),
	region: fc.constantFrom('', '.intl', '.ap-shanghai-fsi'),
	contentType: fc.constantFrom('application/json', 'application/json; charset=utf-8'),
	body: jsonObject,
	query: jsonObject,
	secretId: key,
	secretKey: key,
	token: fc.option(key, { nil: undefined }),
	now: time,
});

describe('TC3-HMAC-SHA256', () => {
	it('signs generated POST requests as Sign.sign3 of tencentcloud-sdk-nodejs-common does', () => {
		fc.assert(
			fc.property(request, (r) => {
				const url = `https://${r.service}${r.region}.tencentcloudapi.com/`;
				const wire = toWire(
					{
						url,
						method: 'POST',
						headers: { 'Content-Type': r.contentType },
						body: JSON.stringify(r.body),
					},
					'dotsFrom0',
				);

				const ours = signTc3(wire, r, r.service, r.now);

				expect(ours.Authorization).toBe(
					Sign.sign3({
						method: 'POST',
						url,
						payload: r.body,
						timestamp: r.now.getTime() / 1000,
						service: r.service,
						secretId: r.secretId,
						secretKey: r.secretKey,
						headers: { 'Content-Type': r.contentType },
					} as never),
				);
				expect(ours['X-TC-Token']).toBe(r.token);
			}),
			RUNS,
		);
	});

	it('signs generated GET requests as Sign.sign3 does', () => {
		fc.assert(
			fc.property(request, (r) => {
				const origin = `https://${r.service}${r.region}.tencentcloudapi.com`;
				const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
				const wire = toWire(
					{ url: `${origin}/`, method: 'GET', qs: r.query, headers },
					'dotsFrom0',
				);
				const query = encodePairs(wire.query);

				const ours = signTc3(wire, r, r.service, r.now);

				expect(ours.Authorization).toBe(
					Sign.sign3({
						method: 'GET',
						url: `${origin}${wire.path}${query && `?${query}`}`,
						timestamp: r.now.getTime() / 1000,
						service: r.service,
						secretId: r.secretId,
						secretKey: r.secretKey,
						headers,
					} as never),
				);
			}),
			RUNS,
		);
	});

	// The SDK signs the host name alone, while every HTTP client sends the port with it.
	it('signs the host with its port, where the SDK is wrong', () => {
		const keys = { secretId: 'ID', secretKey: 'KEY' };
		const now = new Date('2024-06-20T00:00:00Z');
		const signatureFor = (url: string) =>
			signTc3(
				toWire(
					{ url, method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
					'dotsFrom0',
				),
				keys,
				'ckafka',
				now,
			).Authorization;

		const withPort = signatureFor('http://127.0.0.1:4510/');

		expect(toWire({ url: 'http://127.0.0.1:4510/' }, 'dotsFrom0').host).toBe('127.0.0.1:4510');
		expect(withPort).not.toBe(signatureFor('http://127.0.0.1/'));
		expect(withPort).not.toBe(
			Sign.sign3({
				method: 'POST',
				url: 'http://127.0.0.1:4510/',
				payload: {},
				timestamp: now.getTime() / 1000,
				service: 'ckafka',
				...keys,
				headers: { 'Content-Type': 'application/json' },
			} as never),
		);
	});
});
