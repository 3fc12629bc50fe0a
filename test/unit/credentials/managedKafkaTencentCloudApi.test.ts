import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { authenticate, declarativeNode, httpRequestNode, TENCENT } from './support';

const sign = async (options: Parameters<typeof authenticate>[2], credentials = {}) =>
	await authenticate(new ManagedKafkaTencentCloudApi(), { ...TENCENT, ...credentials }, options);

const base = 'https://ckafka.tencentcloudapi.com';
const operation = { 'X-TC-Action': 'DescribeInstances', 'X-TC-Version': '2019-08-19' };
const serviceIn = (headers: Record<string, string>) =>
	/Credential=[^/]+\/[^/]+\/([^/]+)\/tc3_request/.exec(headers.Authorization)?.[1];

it("signs a node's operation", async () => {
	const signed = await sign(
		declarativeNode('POST', base, '/', {
			headers: operation,
			body: { Limit: 1, Filter: '订单🚀' },
		}),
	);

	expect(signed).toMatchObject({
		url: `${base}/`,
		qs: undefined,
		baseURL: undefined,
		body: '{"Limit":1,"Filter":"订单🚀"}',
		headers: {
			...operation,
			'Content-Type': 'application/json',
			'X-TC-Region': 'ap-guangzhou',
			'X-TC-Timestamp': expect.stringMatching(/^\d{10}$/),
			Authorization: expect.stringMatching(
				/^TC3-HMAC-SHA256 Credential=EXAMPLE-SECRET-ID\/\d{4}-\d\d-\d\d\/ckafka\/tc3_request, SignedHeaders=content-type;host, Signature=[\da-f]{64}$/,
			),
		},
	});
	expect(signed.headers).not.toHaveProperty('X-TC-Token');
});

it('sends {} where there are no parameters', async () => {
	expect((await sign(declarativeNode('POST', base, '/', { headers: operation }))).body).toBe('{}');
	expect((await sign(httpRequestNode('POST', `${base}/`, { headers: operation }))).body).toBe('{}');
});

it("keeps the caller's region, and adds temporary keys unsigned", async () => {
	const { headers } = await sign(
		declarativeNode('POST', base, '/', { headers: { ...operation, 'x-tc-region': 'ap-tokyo' } }),
		{ token: 'TEMPORARY' },
	);

	expect(headers['x-tc-region']).toBe('ap-tokyo');
	expect(headers).not.toHaveProperty('X-TC-Region');
	expect(headers['X-TC-Token']).toBe('TEMPORARY');
	expect(headers.Authorization).toContain('SignedHeaders=content-type;host,');
});

it('sends the Content-Type in lower case, as Tencent Cloud compares it', async () => {
	const { headers } = await sign(
		httpRequestNode('POST', `${base}/`, {
			headers: { ...operation, 'content-type': 'application/json; charset=UTF-8' },
			body: '{}',
		}),
	);

	expect(headers['Content-Type']).toBe('application/json; charset=utf-8');
	expect(headers).not.toHaveProperty('content-type');
});

it('signs a GET of the HTTP Request node with lists in the query', async () => {
	const signed = await sign(
		httpRequestNode('GET', 'https://cvm.tencentcloudapi.com/', {
			headers: { 'x-tc-action': 'DescribeInstances', 'x-tc-version': '2017-03-12' },
			qs: { InstanceIds: ['ins-1'], Filters: [{ Name: 'zone', Values: ['广州'] }] },
		}),
	);

	expect(signed.url).toBe(
		'https://cvm.tencentcloudapi.com/?Filters.0.Name=zone&Filters.0.Values.0=%E5%B9%BF%E5%B7%9E&InstanceIds.0=ins-1',
	);
	expect(signed).not.toHaveProperty('body');
	expect(signed.headers['Content-Type']).toBe('application/x-www-form-urlencoded');
	expect(serviceIn(signed.headers)).toBe('cvm');
});

describe('the service in the credential scope', () => {
	it.each([
		['the host', 'https://cls.tencentcloudapi.com/', {}, 'cls'],
		['an international host', 'https://cls.intl.tencentcloudapi.com/', {}, 'cls'],
		['a regional host', 'https://ckafka.ap-shanghai-fsi.tencentcloudapi.com/', {}, 'ckafka'],
		[
			'the version, on any other host',
			'http://127.0.0.1:4510/',
			{ 'X-TC-Version': '2020-10-16' },
			'cls',
		],
		['the version, on any other host', 'https://kafka.example.com/', operation, 'ckafka'],
		['the caller', 'https://ckafka.tencentcloudapi.com/', { 'x-tc-service': 'cls' }, 'cls'],
	])('comes from %s (%s)', async (_, uri, headers, service) => {
		const signed = await sign(httpRequestNode('POST', uri, { headers }));

		expect(serviceIn(signed.headers)).toBe(service);
		expect(JSON.stringify(signed.headers)).not.toMatch(/x-tc-service/i);
	});

	it('survives a second signing, when the header of the caller is gone', async () => {
		const first = await sign(
			httpRequestNode('POST', 'https://10.0.0.1/', { headers: { 'X-TC-Service': 'cvm' } }),
		);

		expect(serviceIn((await sign(first)).headers)).toBe('cvm');
	});

	it.each([
		[{}, 'cannot be determined'],
		[{ 'X-TC-Version': '2017-03-12' }, 'cannot be determined'],
		[{ 'X-TC-Service': 'a/b' }, 'does not contain a service name'],
	])('has to be known: %j', async (headers, message) => {
		await expect(sign(httpRequestNode('POST', 'https://10.0.0.1/', { headers }))).rejects.toThrow(
			message,
		);
	});
});

it('signs its own output anew, also on another day', async () => {
	jest.useFakeTimers({ now: new Date('2023-12-31T23:59:59Z') });
	try {
		const options = declarativeNode('POST', base, '/', { headers: operation, body: { a: 1 } });
		const before = structuredClone(options);
		const first = await sign(options, { token: 'T' });
		jest.setSystemTime(new Date('2024-01-01T00:00:00Z'));
		const second = await sign(first, { token: 'T' });

		expect(options).toEqual(before);
		expect(second).toEqual(await sign(options, { token: 'T' }));
		expect(first.headers.Authorization).toContain('/2023-12-31/');
		expect(second.headers.Authorization).toContain('/2024-01-01/');
	} finally {
		jest.useRealTimers();
	}
});

it('refuses multipart data', async () => {
	await expect(
		sign(httpRequestNode('POST', `${base}/`, { headers: operation, formData: { file: 'x' } })),
	).rejects.toThrow('cannot be signed');
});
