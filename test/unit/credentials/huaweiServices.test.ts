import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readFacts } from '../../../emulator/core/facts';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import {
	HUAWEI_REGIONS,
	huaweiEndpoint,
	huaweiIamEndpoint,
} from '../../../credentials/regions/huawei';
import {
	huaweiServiceEndpoint,
	type HuaweiService,
} from '../../../credentials/regions/huaweiServices';
import { authenticate, HUAWEI, httpRequestNode } from './support';

interface Calling {
	calling: {
		endpoint: { rule: string; exceptions?: Record<string, string>; regions_in_sdk?: string[] };
	};
}

/** The hosts of a service as the facts have them. */
function factsOf(operation: string) {
	return readFacts<Calling>('huawei', `companions/${operation}.json`).calling.endpoint;
}

const regions = HUAWEI_REGIONS.map(({ value }) => String(value));

describe('hosts of other services than Kafka', () => {
	test.each<[HuaweiService, string]>([
		['vpc', 'ListVpcs'],
		['vpc', 'ListPublicips'],
		['kms', 'ListKeys'],
		['eps', 'ListEnterpriseProject'],
	])('%s is where the facts of %s say, in every region', (service, operation) => {
		const { rule, exceptions = {} } = factsOf(operation);
		for (const region of regions) {
			const host = exceptions[region] ?? rule.replace('<region>', region);
			expect(huaweiServiceEndpoint({ ...HUAWEI, region }, service)).toBe(`https://${host}`);
			expect(huaweiServiceEndpoint(HUAWEI, service, region)).toBe(`https://${host}`);
		}
	});

	test('the Security Token Service is asked in a region that has one, on the same site', () => {
		const { regions_in_sdk: own = [] } = factsOf('AssumeAgency');
		const without: string[] = [];
		for (const region of regions) {
			let endpoint: string;
			try {
				endpoint = huaweiServiceEndpoint(HUAWEI, 'sts', region);
			} catch {
				without.push(region);
				continue;
			}
			const [, there] = /^https:\/\/sts\.(.+)\.myhuaweicloud\.com$/.exec(endpoint) ?? [];
			expect(own).toContain(there);
			if (own.includes(region)) expect(there).toBe(region);
		}
		expect(without).toEqual(expect.arrayContaining(['eu-west-101', 'ru-moscow-1']));
		expect(own.filter((region) => without.includes(region))).toEqual([]);
		expect(() => huaweiServiceEndpoint(HUAWEI, 'sts', 'eu-west-101')).toThrow(
			'The region eu-west-101 has no Security Token Service (STS)',
		);
	});
});

describe("a custom 'Endpoint'", () => {
	const at = (endpoint: string, service: HuaweiService = 'vpc') =>
		huaweiServiceEndpoint({ ...HUAWEI, endpoint }, service);

	test('with {service} leads to each service, IAM included', () => {
		const endpoint = 'https://{service}.{region}.cloud.example';
		expect(at(endpoint)).toBe('https://vpc.cn-north-4.cloud.example');
		expect(at(endpoint, 'dms')).toBe('https://dms.cn-north-4.cloud.example');
		expect(huaweiEndpoint({ ...HUAWEI, endpoint })).toBe('https://dms.cn-north-4.cloud.example');
		expect(huaweiIamEndpoint({ ...HUAWEI, endpoint })).toBe('https://iam.cn-north-4.cloud.example');
		const iamEndpoint = 'https://login.cloud.example';
		expect(huaweiIamEndpoint({ ...HUAWEI, endpoint, iamEndpoint })).toBe(iamEndpoint);
	});

	test('that begins with the name of Kafka leads to the others in its place', () => {
		expect(at('https://dms.{region}.otc.example')).toBe('https://vpc.cn-north-4.otc.example');
		expect(at('https://dms-ext.otc.example', 'kms')).toBe('https://kms-ext.otc.example');
	});

	test.each(['http://127.0.0.1:4510', 'http://localhost:8080', 'http://[::1]:9000'])(
		'%s serves all',
		(endpoint) => {
			expect(at(endpoint)).toBe(endpoint);
		},
	);

	test('of another form serves Kafka alone, and says how to lead to the others', () => {
		const endpoint = 'https://kafka.internal.example';
		expect(at(endpoint, 'dms')).toBe(endpoint);
		const refusal = expect.objectContaining({
			message: "The credential's 'Endpoint' serves only Kafka, not the service 'vpc'",
			description: expect.stringContaining('https://{service}.{region}.example.com'),
		});
		expect(() => at(endpoint)).toThrow(refusal);
	});
});

describe('a service for the whole account', () => {
	const now = Date.parse('2026-06-01T00:00:00Z');
	const waiting = { monotonic: () => now, sleep: async () => {} };
	const type = new ManagedKafkaHuaweiCloudApi(
		() => now,
		() => new AbortController().signal,
		waiting,
	);
	const URL_OF_EPS = 'https://eps.myhuaweicloud.com/v1.0/enterprise-projects';
	const asked: string[] = [];
	let domains: unknown = [{ id: 'account-1', name: 'example' }];
	const httpRequest = async ({ url }: IHttpRequestOptions) => {
		asked.push(url);
		return await Promise.resolve({ statusCode: 200, headers: {}, body: { domains } });
	};
	const prepare = async (data: ICredentialDataDecryptedObject) =>
		await type.preAuthentication.call({ helpers: { httpRequest } } as never, data);
	const sign = async (data: ICredentialDataDecryptedObject, headers: object) =>
		await authenticate(type, data, httpRequestNode('GET', URL_OF_EPS, { headers }));

	beforeEach(() => void (asked.length = 0));

	test('is told its ID, which IAM is asked for once', async () => {
		const data = { ...HUAWEI };
		const headers = { 'X-Domain-Id': '{domain_id}' };
		await expect(sign(data, headers)).rejects.toMatchObject({ response: { status: 401 } });
		await prepare(data);
		const signed = await sign(data, headers);
		expect(signed.headers['X-Domain-Id']).toBe('account-1');
		expect(signed.headers).not.toHaveProperty('X-Project-Id');
		await sign({ ...HUAWEI }, headers);
		expect(asked).toEqual(['https://iam.cn-north-4.myhuaweicloud.com/v3/auth/domains']);
	});

	test('says so where IAM does not tell the account', async () => {
		domains = [];
		const data = { ...HUAWEI, accessKeyId: 'OTHER' };
		await sign(data, { 'X-Domain-Id': '{domain_id}' }).catch(() => {});
		await expect(prepare(data)).rejects.toThrow('did not tell the ID of the account');
	});

	test('is not asked for where no request names it', async () => {
		await prepare({ ...HUAWEI, accessKeyId: 'ANOTHER' });
		expect(asked).toEqual([]);
	});

	test('may be left to the key alone', async () => {
		const { headers } = await sign({ ...HUAWEI }, { 'X-Domain-Id': '' });
		expect(headers).not.toHaveProperty('X-Domain-Id');
		expect(headers).not.toHaveProperty('X-Project-Id');
	});
});
