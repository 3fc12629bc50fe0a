/** Where a secret, or a signature that does not cover the host, may go, whatever URL a request has. */
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { huaweiEndpoint, huaweiIamEndpoint } from '../../../credentials/regions/huawei';
import { ensureSession } from '../../../credentials/session/huawei';
import {
	ALIBABA,
	authenticate,
	HUAWEI,
	HUAWEI_PASSWORD,
	httpRequestNode,
	TENCENT,
} from './support';

const huawei = new ManagedKafkaHuaweiCloudApi();
const alibaba = new ManagedKafkaAlibabaCloudApi();
const tencent = new ManagedKafkaTencentCloudApi();

/** An IAM that lets everybody in. */
const signIn = async (credentials: object, region?: string) =>
	await ensureSession(
		async () =>
			await Promise.resolve({
				statusCode: 201,
				headers: { 'x-subject-token': 'TOKEN' },
				body: { token: { project: { id: 'p' } } },
			}),
		credentials as never,
		region,
	);

describe("Huawei Cloud's token", () => {
	const own = {
		...HUAWEI_PASSWORD,
		endpoint: 'https://dms.{region}.partner.example',
		iamEndpoint: 'https://iam.partner.example:8443',
	};
	const get = async (credentials: typeof own, url: string, headers = {}) => {
		await signIn(credentials);
		await signIn(credentials, 'tr-west-1');
		return await authenticate(huawei, credentials, httpRequestNode('GET', url, { headers }));
	};

	test.each([
		'https://dms.cn-north-4.partner.example/v2/x',
		'https://iam.partner.example:8443/v3/users',
		'https://ecs.cn-north-4.myhuaweicloud.com/v1/x',
		'https://iam.eu-west-101.myhuaweicloud.eu/v3/users',
		'https://vpc.my-kualalumpur-1.myhuaweicloud.com/v1/x',
		'https://eps.myhuaweicloud.com/v1.0/x',
	])('goes to %s', async (url) => {
		expect((await get(own, url)).headers).toMatchObject({ 'X-Auth-Token': 'TOKEN' });
	});

	test('goes to the endpoint of the region that a request is for', async () => {
		const url = 'https://dms.tr-west-1.partner.example/v2/x';
		const { headers } = await get(own, url, { 'X-Region': 'tr-west-1' });
		expect(headers).toMatchObject({ 'X-Auth-Token': 'TOKEN' });
		await expect(get(own, url)).rejects.toThrow('is not sent to dms.tr-west-1.partner.example');
	});

	test.each([
		'https://hook.example/',
		'https://dms.cn-north-4.partner.example.evil.example/',
		'https://evil-myhuaweicloud.com/',
		'https://myhuaweicloud.com.evil.example/',
		'https://dms.cn-north-4.partner.example:8443/',
		'https://ecs.cn-north-4.myhuaweicloud.com:8443/',
		'https://evil.example/.myhuaweicloud.com',
		// A bucket that any customer can have there.
		'https://evil.obs.cn-north-4.myhuaweicloud.com/',
		'https://evil.obs.myhuaweicloud.com/',
		'http://127.0.0.1:9/',
	])('does not go to %s', async (url) => {
		await expect(get(own, url)).rejects.toThrow('The sign-in token is not sent to');
	});

	test.each([{ skipSslCertificateValidation: true }, { rejectUnauthorized: false }])(
		'goes nowhere with %j of a node, as a proxy could read it, but with the switch of the credential',
		async (unchecked) => {
			const request = {
				...httpRequestNode('GET', 'https://ecs.cn-north-4.myhuaweicloud.com/v1/x'),
				...unchecked,
			};
			await signIn(own);
			await expect(authenticate(huawei, own, request)).rejects.toThrow(
				'The sign-in token is not sent to a host whose certificate is not checked',
			);
			const allowed = { ...own, allowUnauthorizedCerts: true };
			const { headers } = await authenticate(huawei, allowed, request);
			expect(headers).toMatchObject({ 'X-Auth-Token': 'TOKEN' });
			const signed = await authenticate(huawei, HUAWEI, request);
			expect(signed.headers).toHaveProperty('Authorization');
		},
	);

	test('is no matter of an access key, whose signature names the host', async () => {
		const signed = await authenticate(huawei, HUAWEI, httpRequestNode('GET', 'https://a.example/'));
		expect(signed.headers).toHaveProperty('Authorization');
	});
});

describe("Alibaba Cloud's signature 1.0", () => {
	const v1 = { ...ALIBABA, signatureVersion: '1.0', endpoint: 'https://kafka.{region}.example' };
	const post = async (url: string) =>
		await authenticate(alibaba, v1, httpRequestNode('POST', url, {}));

	test.each([
		'https://kafka.cn-hangzhou.example/?Action=A&Version=V',
		'https://kafka.cn-beijing.example/?Action=A&Version=V&RegionId=cn-beijing',
		'https://ecs.cn-hangzhou.aliyuncs.com/?Action=A&Version=V',
		'https://sts.aliyuncs.com/?Action=A&Version=V',
		'https://alikafka.vpc-proxy.aliyuncs.com/?Action=A&Version=V',
	])('is made for %s', async (url) => {
		expect((await post(url)).url).toContain('Signature=');
	});

	test.each([
		'https://hook.example/?Action=ReleaseInstance&InstanceId=i',
		'https://evil.example/?RegionId=evil.example',
		'https://kafka.cn-beijing.example/?Action=A',
		'https://evilaliyuncs.com/',
		'https://aliyuncs.com.evil.example/',
		// A function that any customer can run there.
		'https://123456.cn-hangzhou.fc.aliyuncs.com/',
		// A bucket, whose owner reads in its log what it was sent.
		'https://evil.oss-cn-hangzhou.aliyuncs.com/?Action=A',
		'https://evil.oss-accelerate.aliyuncs.com/?Action=A',
		'https://evil.mqtt.aliyuncs.com/?Action=A',
		'http://127.0.0.1:9/',
	])('is not made for %s', async (url) => {
		await expect(post(url)).rejects.toThrow('Signature version 1.0 does not protect the host');
	});

	test('ACS3, which covers the host, is made for any', async () => {
		const signed = await authenticate(
			alibaba,
			ALIBABA,
			httpRequestNode('POST', 'https://hook.example/', {}),
		);
		expect(signed.headers).toHaveProperty('Authorization');
	});
});

describe('without encryption', () => {
	const types = [
		['Huawei Cloud', huawei, HUAWEI],
		['Alibaba Cloud', alibaba, ALIBABA],
		['Tencent Cloud', tencent, TENCENT],
	] as const;
	const named = { 'X-TC-Action': 'A', 'X-TC-Version': '2019-08-19' };
	const request = (url: string) => httpRequestNode('POST', url, { headers: named });

	test.each(types)('%s: no request leaves this machine', async (_, type, credentials) => {
		for (const url of [
			'http://kafka.example/',
			'http://10.0.0.1/',
			'http://localhost.evil.example/',
		])
			await expect(authenticate(type, credentials, request(url))).rejects.toThrow(
				"The URL starts with http://, so that anyone on the network could read passwords and tokens. Use https://, or turn on 'Allow Unencrypted HTTP (Insecure)' in the credential",
			);
		await expect(
			authenticate(
				type,
				{ ...credentials, endpoint: 'http://kafka.example' },
				request('https://a'),
			),
		).rejects.toThrow("'Endpoint' starts with http://");
	});

	test.each(types)('%s: on this machine it may be', async (_, type, credentials) => {
		for (const host of [
			'127.0.0.1:80',
			'127.1',
			'localhost:4510',
			'kafka.localhost',
			'[::1]',
			'LOCALHOST.',
		])
			await expect(
				authenticate(type, credentials, request(`http://${host}/`)),
			).resolves.toBeTruthy();
	});

	test.each([true, 'true'])(
		'with the switch it may be, also as %j',
		async (allowUnencryptedHttp) => {
			for (const [, type, credentials] of types) {
				const own = { ...credentials, endpoint: 'http://kafka.example', allowUnencryptedHttp };
				await expect(
					authenticate(type, own, request('http://kafka.example/')),
				).resolves.toBeTruthy();
			}
		},
	);

	test('a password is not sent to sign in', () => {
		const plain = { ...HUAWEI_PASSWORD, iamEndpoint: 'http://iam.example' };
		expect(() => huaweiIamEndpoint(plain)).toThrow("'IAM Endpoint' starts with http://");
		expect(huaweiEndpoint(plain)).toBe('https://dms.cn-north-4.myhuaweicloud.com');
	});
});
