import OpenApiUtil from '@alicloud/openapi-util';
import { OpenApiUtil as OpenApiCore } from '@alicloud/openapi-core';
import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { signAcs3, signRpcV1 } from '../../../credentials/signing/alibaba';
import { encodePairs, type Pair } from '../../../credentials/signing/query';
import { formPairs, toWire } from '../../../credentials/signing/wire';
import {
	jsonObject,
	key,
	parameterName,
	plainlyNamedObject,
	plainSegment,
	RUNS,
	scalar,
	text,
	time,
} from '../../support/generate';

const signing = {
	accessKeyId: key,
	accessKeySecret: key,
	securityToken: fc.option(key, { nil: undefined }),
	now: time,
	nonce: fc.uuid(),
};
/** Version 1.0 has no place for a security token in a request without a body. */
const permanent = { ...signing, securityToken: fc.constant(undefined) };
const host = 'alikafka.cn-hangzhou.aliyuncs.com';
const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');
const valueOf = (pairs: Pair[], wanted: string) => pairs.find(([name]) => name === wanted)?.[1];

describe('ACS3-HMAC-SHA256', () => {
	const rpc = fc.record({ ...signing, query: plainlyNamedObject, action: plainSegment });

	it.each([
		['openapi-core', OpenApiCore],
		['openapi-util', OpenApiUtil],
	])('signs generated RPC requests as %s does', (_name, sdk) => {
		fc.assert(
			fc.property(rpc, (r) => {
				const headers = { 'x-acs-action': r.action, 'x-acs-version': '2019-09-16' };
				const wire = toWire(
					{ url: `https://${host}/`, method: 'POST', qs: r.query, headers },
					'dotsFrom1',
				);

				const ours = signAcs3(wire, r, r);

				const { Authorization, ...signed } = ours;
				const theirs = sdk.getAuthorization(
					{
						method: 'POST',
						pathname: '/',
						query: sdk.query(r.query),
						headers: { host, ...signed },
					} as never,
					'ACS3-HMAC-SHA256',
					sha256(''),
					r.accessKeyId,
					r.accessKeySecret,
				);
				expect(Authorization).toBe(theirs);
			}),
			RUNS,
		);
	});

	const roa = fc.record({
		...signing,
		method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
		segments: fc.array(
			fc.oneof(
				plainSegment,
				text.filter((t) => !/^\.{0,2}$/.test(t)),
			),
			{
				minLength: 1,
				maxLength: 4,
			},
		),
		query: plainlyNamedObject,
		body: jsonObject,
	});

	it('signs generated ROA requests with a JSON body as openapi-core does', () => {
		fc.assert(
			fc.property(roa, (r) => {
				const path = OpenApiUtil.getEncodePath(
					`/${r.segments.map((s) => s.replace(/\//g, '-')).join('/')}`,
				);
				const wire = toWire(
					{
						url: `https://cs.cn-beijing.aliyuncs.com${path}`,
						method: r.method,
						qs: r.query,
						headers: { 'x-acs-action': 'Any', 'Content-Type': 'application/json' },
						body: JSON.stringify(r.body),
					},
					'dotsFrom1',
				);

				const { Authorization, ...signed } = signAcs3(wire, r, r);

				expect(wire.path).toBe(path);
				expect(Authorization).toBe(
					OpenApiCore.getAuthorization(
						{
							method: r.method,
							pathname: path,
							query: OpenApiCore.query(r.query),
							headers: { host: 'cs.cn-beijing.aliyuncs.com', ...signed },
						} as never,
						'ACS3-HMAC-SHA256',
						sha256(r.method === 'GET' ? '' : JSON.stringify(r.body)),
						r.accessKeyId,
						r.accessKeySecret,
					),
				);
			}),
			RUNS,
		);
	});

	// The SDKs leave parameter names as they are, against the documented rule and their own version 1.0.
	it('encodes parameter names too, where the SDKs are wrong', () => {
		const keys = { accessKeyId: 'AK', accessKeySecret: 'SK' };
		const moment = { now: new Date('2024-06-20T08:00:00Z'), nonce: 'n' };
		const wire = toWire({ url: `https://${host}/`, method: 'GET', qs: { 标签: '1' } }, 'dotsFrom1');

		const { Authorization, ...signed } = signAcs3(wire, keys, moment);

		const canonical = [
			'GET',
			'/',
			'%E6%A0%87%E7%AD%BE=1',
			`host:${host}`,
			`x-acs-content-sha256:${sha256('')}`,
			'x-acs-date:2024-06-20T08:00:00Z',
			'x-acs-signature-nonce:n',
			'',
			'host;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce',
			sha256(''),
		].join('\n');
		const signature = createHmac('sha256', 'SK')
			.update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
			.digest('hex');
		expect(Authorization).toBe(
			`ACS3-HMAC-SHA256 Credential=AK,SignedHeaders=host;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce,Signature=${signature}`,
		);
		expect(Authorization).not.toBe(
			OpenApiCore.getAuthorization(
				{
					method: 'GET',
					pathname: '/',
					query: { 标签: '1' },
					headers: { host, ...signed },
				} as never,
				'ACS3-HMAC-SHA256',
				sha256(''),
				'AK',
				'SK',
			),
		);
	});
});

describe('signature version 1.0', () => {
	const common = (r: {
		accessKeyId: string;
		securityToken?: string;
		now: Date;
		nonce: string;
	}) => ({
		AccessKeyId: r.accessKeyId,
		...(r.securityToken ? { SecurityToken: r.securityToken } : {}),
		SignatureMethod: 'HMAC-SHA1',
		SignatureNonce: r.nonce,
		SignatureVersion: '1.0',
		Timestamp: r.now.toISOString().replace(/\.\d+/, ''),
	});

	it('signs generated requests, in query and form, as openapi-core does', () => {
		const request = fc.oneof(
			fc.record({
				...permanent,
				method: fc.constant('GET'),
				query: jsonObject,
				form: fc.constant({}),
			}),
			fc.record({ ...signing, method: fc.constant('POST'), query: jsonObject, form: jsonObject }),
		);
		fc.assert(
			fc.property(request, (r) => {
				const query = Object.fromEntries(
					Object.entries(r.query).filter(([name]) => !(name in r.form)),
				);
				const wire = toWire(
					{
						url: `https://${host}/`,
						method: r.method,
						qs: query,
						body: r.form,
						headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
					},
					'dotsFrom1',
				);

				const signed = signRpcV1(wire, r, r);

				expect(valueOf(signed.query, 'Signature')).toBe(
					OpenApiCore.getRPCSignature(
						{ ...OpenApiCore.query({ ...query, ...r.form }), ...common(r) },
						r.method,
						r.accessKeySecret,
					),
				);
			}),
			RUNS,
		);
	});

	it('sends the parameters that pop-core sends', async () => {
		let sent = '';
		jest.doMock('httpx', () => ({
			// It sends the parameters of a GET in the query and those of a POST in a form.
			request: async (url: string, { data }: { data?: string }) => {
				sent = data ?? new URL(url).search.slice(1);
				return { req: { getHeaders: () => ({}) } };
			},
			read: async () => '{}',
		}));
		const { RPCClient } = jest.requireActual('@alicloud/pop-core');
		const list = fc.array(
			fc.oneof(scalar, fc.dictionary(parameterName, scalar, { maxKeys: 2, noNullPrototype: true })),
			{ maxLength: 3 },
		);
		const query = fc.dictionary(parameterName, fc.oneof(scalar, list), {
			maxKeys: 5,
			noNullPrototype: true,
		});
		const request = fc.oneof(
			fc.record({ ...permanent, query, method: fc.constant('GET') }),
			fc.record({ ...signing, query, method: fc.constant('POST') }),
		);
		jest.useFakeTimers();
		try {
			await fc.assert(
				fc.asyncProperty(request, async (r) => {
					jest.setSystemTime(r.now);
					const client = new RPCClient({
						endpoint: `https://${host}`,
						apiVersion: '2019-09-16',
						accessKeyId: r.accessKeyId,
						accessKeySecret: r.accessKeySecret,
						securityToken: r.securityToken,
					});
					await client.request(
						'GetInstanceList',
						{ ...r.query, SignatureNonce: r.nonce },
						{ method: r.method, formatParams: false },
					);
					const wire = toWire(
						{
							url: `https://${host}/`,
							method: r.method,
							qs: {
								Action: 'GetInstanceList',
								Version: '2019-09-16',
								Format: 'JSON',
								...r.query,
							},
						},
						'dotsFrom1',
					);

					const ours = signRpcV1(wire, r, r);

					const pairs = [...ours.query, ...formPairs(ours)];
					expect(encodePairs(pairs).split('&').sort()).toEqual(sent.split('&').sort());
					expect(valueOf(ours.query, 'SecurityToken')).toBeUndefined();
					expect(valueOf(formPairs(ours), 'SecurityToken')).toBe(r.securityToken);
				}),
				RUNS,
			);
		} finally {
			jest.useRealTimers();
		}
	});
});
