import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { headerOf } from '../../../credentials/signing/headers';
import { ALIBABA, authenticate, declarativeNode, httpRequestNode } from './support';

const sign = async (options: Parameters<typeof authenticate>[2], credentials = {}) =>
	await authenticate(new ManagedKafkaAlibabaCloudApi(), { ...ALIBABA, ...credentials }, options);

const base = 'https://alikafka.cn-hangzhou.aliyuncs.com';
const operation = { Action: 'GetTopicList', Version: '2019-09-16' };
const v1 = { signatureVersion: '1.0' };
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('ACS3-HMAC-SHA256', () => {
	it("signs a node's operation: names in headers, parameters flattened in the query, no body", async () => {
		const signed = await sign(
			declarativeNode('POST', base, '/', {
				qs: {
					...operation,
					RegionId: 'cn-hangzhou',
					Tag: [{ Key: '环境', Value: "it's" }],
					None: undefined,
				},
			}),
		);

		expect(signed.url).toBe(
			`${base}/?RegionId=cn-hangzhou&Tag.1.Key=%E7%8E%AF%E5%A2%83&Tag.1.Value=it%27s`,
		);
		expect(signed).not.toHaveProperty('body');
		expect(signed.qs).toBeUndefined();
		expect(signed.baseURL).toBeUndefined();
		expect(signed.headers).toMatchObject({
			Accept: 'application/json',
			'x-acs-action': 'GetTopicList',
			'x-acs-version': '2019-09-16',
			'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
			'x-acs-date': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
			'x-acs-signature-nonce': expect.stringMatching(/^[\da-f-]{36}$/),
			Authorization: expect.stringMatching(
				/^ACS3-HMAC-SHA256 Credential=EXAMPLE-ACCESS-KEY-ID,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=[\da-f]{64}$/,
			),
		});
		expect(signed.headers).not.toHaveProperty('x-acs-security-token');
	});

	it('takes the operation from headers too, and leaves parameters of these names alone then', async () => {
		const signed = await sign(
			httpRequestNode('POST', `${base}/?Version=mine`, {
				headers: { 'x-acs-action': 'GetTopicList', 'X-Acs-Version': '2019-09-16' },
			}),
		);

		expect(signed.url).toBe(`${base}/?Version=mine`);
		expect(signed.headers['X-Acs-Version']).toBe('2019-09-16');
	});

	it('refuses an operation name that no header can carry', async () => {
		await expect(
			sign(declarativeNode('POST', base, '/', { qs: { Action: '列表' } })),
		).rejects.toThrow("'x-acs-action'");
	});

	it('adds temporary keys to what is signed', async () => {
		const { headers } = await sign(declarativeNode('POST', base, '/', { qs: operation }), {
			securityToken: 'TEMPORARY',
		});

		expect(headers['x-acs-security-token']).toBe('TEMPORARY');
		expect(headers['x-acs-accesskey-id']).toBe(ALIBABA.accessKeyId);
		expect(headers.Authorization).toContain('x-acs-accesskey-id;');
		expect(headers.Authorization).toContain('x-acs-security-token;');
	});

	it('signs ROA APIs and form bodies from the HTTP Request node', async () => {
		const roa = await sign(
			httpRequestNode('PUT', 'https://cs.cn-beijing.aliyuncs.com/clusters/a%20b', {
				body: { 名: '值' },
				headers: { 'x-acs-action': 'ModifyCluster', 'x-acs-version': '2015-12-15' },
			}),
		);
		const form = await sign(
			httpRequestNode('POST', 'https://ecs.aliyuncs.com/', {
				form: { InstanceId: ['i-1', 'i-2'] },
				qs: { Action: 'StopInstances', Version: '2014-05-26' },
			}),
		);

		expect(roa.url).toBe('https://cs.cn-beijing.aliyuncs.com/clusters/a%20b');
		expect(roa.body).toBe('{"名":"值"}');
		expect(roa.headers.Authorization).toContain('SignedHeaders=content-type;host;');
		expect(form.body).toBe('InstanceId.1=i-1&InstanceId.2=i-2');
		expect(form.headers['Content-Type']).toBe('application/x-www-form-urlencoded');
		expect(form).not.toHaveProperty('form');
		expect(form).not.toHaveProperty('uri');
	});
});

// terraform-provider-alibabacloudstack sends these to the private cloud.
describe('a private cloud', () => {
	const stack = {
		endpoint: 'https://kafka.openapi.region-1.stack.example',
		organizationId: '12',
		resourceGroupId: '34',
	};
	const request = () =>
		declarativeNode('POST', stack.endpoint, '/', {
			qs: { ...operation, RegionId: 'region-1' },
		});

	it('gets its headers, which are signed', async () => {
		const { headers } = await sign(request(), stack);
		expect(headers).toMatchObject({
			'x-acs-organizationid': '12',
			'x-acs-resourcegroupid': '34',
			'x-acs-regionid': 'region-1',
			'x-acs-asapi-product': 'alikafka',
		});
		expect(headers.Authorization).toContain('x-acs-organizationid;');
		expect((await sign(request(), { ...stack, ...v1 })).headers).toMatchObject({
			'x-acs-organizationid': '12',
		});
	});

	it('is one only where the credential says so', async () => {
		const names = async (more: object) => Object.keys((await sign(request(), more)).headers);
		const none = ['x-acs-organizationid', 'x-acs-regionid', 'x-acs-asapi-product'];
		for (const more of [{}, { endpoint: stack.endpoint }, { ...stack, endpoint: '' }]) {
			for (const name of none) expect(await names(more)).not.toContain(name);
		}
		expect(await names({ ...stack, resourceGroupId: '' })).not.toContain('x-acs-resourcegroupid');
	});

	it('leaves what a request says itself, and refuses what no header can carry', async () => {
		const own = { ...request(), headers: { 'X-Acs-OrganizationId': '99' } } as never;
		const { headers } = await sign(own, stack);
		expect(headerOf(headers, 'x-acs-organizationid')).toBe('99');
		await expect(sign(request(), { ...stack, organizationId: 'a b' })).rejects.toThrow(
			"'Organization ID' contains a space",
		);
	});
});

describe('signature version 1.0', () => {
	it('puts the operation and the signature into the query', async () => {
		const signed = await sign(
			declarativeNode('POST', base, '/', {
				headers: { 'x-acs-action': 'GetTopicList', 'x-acs-version': '2019-09-16' },
				qs: { InstanceId: 'alikafka 1' },
			}),
			v1,
		);

		expect(queryOf(signed.url)).toEqual({
			...operation,
			InstanceId: 'alikafka 1',
			Format: 'JSON',
			AccessKeyId: ALIBABA.accessKeyId,
			SignatureMethod: 'HMAC-SHA1',
			SignatureVersion: '1.0',
			SignatureNonce: expect.any(String),
			Timestamp: expect.stringMatching(/Z$/),
			Signature: expect.stringMatching(/^[\w+/]{27}=$/),
		});
		expect(signed.headers).toEqual({});
		expect(signed).not.toHaveProperty('body');
	});

	it("keeps the caller's Format and a form body", async () => {
		const signed = await sign(
			httpRequestNode('POST', `${base}/`, { form: { ...operation, Format: 'XML' } }),
			v1,
		);

		expect(queryOf(signed.url)).not.toHaveProperty('Format');
		expect(queryOf(signed.url)).not.toHaveProperty('Action');
		expect(signed.body).toBe('Action=GetTopicList&Version=2019-09-16&Format=XML');
	});

	describe('with temporary keys', () => {
		const temporary = { ...v1, securityToken: 'TEMPORARY+/=' };
		const pair = 'SecurityToken=TEMPORARY%2B%2F%3D';
		const FORM = 'application/x-www-form-urlencoded';

		it.each([
			['no body', declarativeNode('POST', base, '/', { qs: operation }), pair, FORM],
			[
				'a form',
				httpRequestNode('POST', `${base}/`, { qs: operation, form: { Topic: ['a b', 'c'] } }),
				`Topic.1=a%20b&Topic.2=c&${pair}`,
				FORM,
			],
			[
				'a form with a token and signature of its own',
				declarativeNode('PUT', base, '/', {
					headers: { 'content-type': `${FORM}; charset=utf-8` },
					body: `Topic=a+b&SecurityToken=OLD&Signature=x%3D&Timestamp=1`,
				}),
				`Topic=a%20b&${pair}`,
				`${FORM}; charset=utf-8`,
			],
			[
				'a token in the query',
				declarativeNode('DELETE', base, '/?SecurityToken=OLD', { qs: operation }),
				pair,
				FORM,
			],
			[
				'the type of another body and none',
				declarativeNode('POST', base, '/', { headers: { 'content-type': 'application/json' } }),
				pair,
				FORM,
			],
		])('the token is in the body: %s', async (_, options, body, type) => {
			const first = await sign(options, temporary);
			// As after a 401.
			const second = await sign(first, temporary);

			for (const signed of [first, second]) {
				expect(decodeURIComponent(signed.url)).not.toMatch(/SecurityToken|TEMPORARY|OLD/);
				expect(signed.body).toBe(body);
				expect(Object.keys(signed.headers).map((name) => name.toLowerCase())).toEqual(
					'form' in options || 'uri' in options ? ['accept', 'content-type'] : ['content-type'],
				);
				expect(headerOf(signed.headers, 'Content-Type')).toBe(type);
			}
			expect(queryOf(second.url).Signature).not.toBe(queryOf(first.url).Signature);
		});

		it('goes from the body when the keys no longer are temporary', async () => {
			const first = await sign(declarativeNode('POST', base, '/', { qs: operation }), temporary);
			const second = await sign(first, v1);

			expect(second).not.toHaveProperty('body');
			expect(second.headers).toEqual({});
		});

		it.each(['GET', 'HEAD', 'OPTIONS'])('refuses %s, whose place is the URL', async (method) => {
			const options = httpRequestNode(method, `${base}/`, { qs: operation });

			await expect(sign(options, temporary)).rejects.toThrow(
				`A ${method} request has no body to carry the security token of temporary keys, and secrets do not belong in the URL. Select ACS3-HMAC-SHA256 as 'Signature Version' in the credential, or send the request with POST`,
			);
		});
	});

	it.each([
		['another path', httpRequestNode('GET', `${base}/clusters`), "path '/'"],
		['a JSON body', httpRequestNode('POST', `${base}/`, { body: { a: 1 } }), 'only form bodies'],
	])('refuses %s', async (_, options, message) => {
		await expect(sign(options, v1)).rejects.toThrow(message);
	});
});

describe('in either version', () => {
	it.each(['ACS3-HMAC-SHA256', '1.0'])('%s signs its own output anew', async (signatureVersion) => {
		const credentials = { signatureVersion };
		const options = declarativeNode('POST', base, '/', { qs: { ...operation, B: '1', A: ['x'] } });
		const before = structuredClone(options);
		const first = await sign(options, credentials);
		const second = await sign(first, credentials);
		const changing = /Signature|SignatureNonce|Timestamp/;
		const stable = (url: string) =>
			Object.entries(queryOf(url)).filter(([name]) => !changing.test(name));

		expect(options).toEqual(before);
		expect(stable(second.url)).toEqual(stable(first.url));
		expect(Object.keys(queryOf(second.url))).toEqual(Object.keys(queryOf(first.url)));
		expect(Object.keys(second.headers).sort()).toEqual(Object.keys(first.headers).sort());
		const proof = (signed: typeof first) =>
			signed.headers.Authorization ?? queryOf(signed.url).Signature;
		expect(proof(second)).not.toBe(proof(first));
	});

	it('refuses multipart data', async () => {
		await expect(
			sign(httpRequestNode('POST', `${base}/`, { formData: { file: 'x' } })),
		).rejects.toThrow('cannot be signed');
	});
});
