import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { authenticate, declarativeNode, HUAWEI, httpRequestNode } from './support';

const sign = async (options: Parameters<typeof authenticate>[2], credentials = {}) =>
	await authenticate(new ManagedKafkaHuaweiCloudApi(), { ...HUAWEI, ...credentials }, options);

const base = 'https://dms.cn-north-4.myhuaweicloud.com';
const project = HUAWEI.projectId;

describe('with an access key', () => {
	it("signs a node's operation and puts the project ID in", async () => {
		const signed = await sign(
			declarativeNode('POST', base, '/v2/{project_id}/instances/action', {
				qs: { engine: 'kafka', tag: ['b', '订单'] },
				body: { action: 'restart', instances: ['i-1'] },
			}),
		);

		expect(signed).toMatchObject({
			url: `${base}/v2/${project}/instances/action?engine=kafka&tag=b&tag=%E8%AE%A2%E5%8D%95`,
			qs: undefined,
			baseURL: undefined,
			body: '{"action":"restart","instances":["i-1"]}',
			headers: {
				'Content-Type': 'application/json',
				'X-Project-Id': project,
				'X-Sdk-Date': expect.stringMatching(/^\d{8}T\d{6}Z$/),
				Authorization: expect.stringMatching(
					/^SDK-HMAC-SHA256 Access=EXAMPLEACCESSKEYID00, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=[\da-f]{64}$/,
				),
			},
		});
		expect(signed.headers).not.toHaveProperty('X-Security-Token');
	});

	it.each(['{project_id}', '%7Bproject_id%7D'])(
		'knows the placeholder as %s, as a whole segment only',
		async (segment) => {
			const { url } = await sign(
				httpRequestNode('GET', `${base}/v2/kafka/${segment}/x-${segment}`),
			);

			expect(url).toBe(`${base}/v2/kafka/${project}/x-%7Bproject_id%7D`);
		},
	);

	it('adds temporary keys to what is signed', async () => {
		const { headers } = await sign(httpRequestNode('GET', `${base}/v2/x`), {
			securityToken: 'TEMPORARY',
		});

		expect(headers['X-Security-Token']).toBe('TEMPORARY');
		expect(headers.Authorization).toContain('x-sdk-date;x-security-token,');
	});

	it('leaves the project or domain to a caller who names one', async () => {
		const own = await sign(
			httpRequestNode('GET', `${base}/x`, { headers: { 'x-project-id': 'p' } }),
		);
		const global = await sign(
			httpRequestNode('GET', 'https://iam.myhuaweicloud.com/v3/users', {
				headers: { 'x-domain-id': 'd' },
			}),
		);

		expect(own.headers['x-project-id']).toBe('p');
		expect(own.headers).not.toHaveProperty('X-Project-Id');
		expect(global.headers).not.toHaveProperty('X-Project-Id');
		expect(global.headers.Authorization).toContain('x-domain-id;');
	});

	it("signs the HTTP Request node's forms, texts and bytes", async () => {
		const obs = 'https://cts.cn-north-4.myhuaweicloud.com/v1.0/x';
		const form = await sign(httpRequestNode('POST', obs, { form: { a: ['1', '2'], b: 'c d' } }));
		const text = await sign(
			httpRequestNode('PUT', obs, { body: ' raw ', headers: { 'content-type': 'text/plain' } }),
		);
		const bytes = await sign(
			httpRequestNode('PUT', obs, {
				body: Buffer.from([1, 2]),
				headers: { 'content-length': 2, 'content-type': 'image/png' },
			}),
		);

		expect(form.body).toBe('a=1&a=2&b=c%20d');
		expect(form.headers['Content-Type']).toBe('application/x-www-form-urlencoded');
		expect(text.body).toBe(' raw ');
		expect(bytes.body).toEqual(Buffer.from([1, 2]));
		expect(bytes.headers).not.toHaveProperty('content-length');
	});

	it('signs multipart data without its bytes', async () => {
		const { headers, formData } = await sign(
			httpRequestNode('POST', `${base}/x`, { formData: { file: 'x' } }),
		);

		expect(headers['X-Sdk-Content-Sha256']).toBe('UNSIGNED-PAYLOAD');
		expect(headers.Authorization).toContain(
			'SignedHeaders=host;x-project-id;x-sdk-content-sha256;x-sdk-date,',
		);
		expect(headers).not.toHaveProperty('Content-Type');
		expect(formData).toEqual({ file: 'x' });
	});

	it('signs its own output anew', async () => {
		jest.useFakeTimers({ now: new Date('2024-06-20T08:00:00Z') });
		try {
			const options = declarativeNode('PUT', base, '/v2/{project_id}/x', {
				headers: { 'X-Region': 'cn-north-4' },
				qs: { b: '1', a: ['y', 'x'] },
				body: { a: '中' },
			});
			const before = structuredClone(options);
			const first = await sign(options, { securityToken: 'T' });
			jest.advanceTimersByTime(1000);
			const second = await sign(first, { securityToken: 'T' });

			expect(options).toEqual(before);
			expect(second).toEqual(await sign(options, { securityToken: 'T' }));
			expect(second.headers.Authorization).not.toBe(first.headers.Authorization);
			expect(second.headers['X-Region']).toBe('cn-north-4');
			expect(second.headers.Authorization).not.toContain('x-region');
		} finally {
			jest.useRealTimers();
		}
	});
});
