/** Where a request of each service goes: lists in the editor and triggers ask several with one connection. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { tencentEndpoint, type TencentService } from '../../../../credentials/regions/tencent';
import { call } from '../../../../nodes/shared/request/call';
import { systemClock } from '../../../../nodes/shared/request/clock';
import { connect } from '../../../../nodes/shared/request/connection';
import { listInstances, listRegions } from '../../../../nodes/TencentCloudKafka/api/requests';
import { listLogImports } from '../../../../nodes/TencentCloudKafka/api/logImports';
import { tencent } from '../../../../nodes/TencentCloudKafka/vendor';
import type { ApiRequest } from '../../../../nodes/shared/contract/vendor';
import { fakeContext } from '../../../support/fakeContext';

const tags: ApiRequest = {
	api: 'DescribeResourceTagsByResourceIds',
	effect: 'read',
	method: 'POST',
	path: '/',
	body: { ServiceType: 'ckafka', ResourcePrefix: 'ckafkaId', ResourceIds: ['ckafka-1'] },
};

async function sentTo(...requests: ApiRequest[]): Promise<IHttpRequestOptions[]> {
	const sent: IHttpRequestOptions[] = [];
	const context = fakeContext({
		parameters: {},
		answer: (request) => {
			sent.push(request);
			return { body: { Response: { TotalCount: 0, RequestId: 'r' } } };
		},
	});
	const connection = await connect(context, tencent, systemClock);
	for (const request of requests) await call(connection, request);
	return sent;
}

const networks: ApiRequest = { ...tags, api: 'DescribeVpcs', body: {} };
const identity: ApiRequest = { ...networks, api: 'GetCallerIdentity' };
const metrics: ApiRequest = { ...networks, api: 'GetMonitorData' };

const linesOf = (sent: IHttpRequestOptions[]) =>
	sent.map(({ baseURL, headers = {} }) => [baseURL, headers['X-TC-Version']]);

test('each request goes to the host of its own service, and the next one back', async () => {
	const sent = await sentTo(listInstances(), listLogImports('log-1'), tags, listRegions());
	expect(linesOf(sent)).toEqual([
		['https://ckafka.tencentcloudapi.com', '2019-08-19'],
		['https://cls.tencentcloudapi.com', '2020-10-16'],
		['https://tag.tencentcloudapi.com', '2018-08-13'],
		['https://ckafka.tencentcloudapi.com', '2019-08-19'],
	]);
});

test('so do the services beside Kafka, whose names the signature is told', async () => {
	const sent = await sentTo(networks, identity, metrics);
	expect(linesOf(sent)).toEqual([
		['https://vpc.tencentcloudapi.com', '2017-03-12'],
		['https://sts.tencentcloudapi.com', '2018-08-13'],
		['https://monitor.tencentcloudapi.com', '2018-07-24'],
	]);
	const services = sent.map(({ headers = {} }) => headers['X-TC-Service']);
	expect(services).toEqual(['vpc', 'sts', 'monitor']);
});

describe('with an endpoint of its own', () => {
	const at = (endpoint: string, service: TencentService, more: object = {}) =>
		tencentEndpoint({ region: 'ap-guangzhou', site: 'china', endpoint, ...more }, service);

	test.each([
		['https://{service}.{region}.cloud.example', 'vpc', 'https://vpc.ap-guangzhou.cloud.example'],
		[
			'https://ckafka.internal.tencentcloudapi.com',
			'tag',
			'https://tag.internal.tencentcloudapi.com',
		],
		[
			'https://ckafka.internal.tencentcloudapi.com',
			'cls',
			'https://cls.internal.tencentcloudapi.com',
		],
		['http://127.0.0.1:4510', 'vpc', 'http://127.0.0.1:4510'],
		['https://kafka.cloud.example', 'ckafka', 'https://kafka.cloud.example'],
		['https://kafka.cloud.example', 'cls', 'https://kafka.cloud.example'],
	] as const)('%s: %s is asked at %s', (endpoint, service, expected) => {
		expect(at(endpoint, service)).toBe(expected);
	});

	test.each(['vpc', 'tag', 'monitor'] as const)(
		'that is only for Kafka, %s is not asked',
		(service) => {
			expect(() => at('https://kafka.cloud.example', service)).toThrow(
				"Put {service} into 'Endpoint' where the name of the service belongs",
			);
		},
	);

	test('STS has a field of its own, also for who asks whom a key belongs to', () => {
		expect(at('https://kafka.cloud.example', 'sts', { stsEndpoint: 'https://sts.example' })).toBe(
			'https://sts.example',
		);
	});
});

test('what the Tag service is asked for has the region of the connection', async () => {
	const [{ body }] = await sentTo(tags);
	expect(body).toMatchObject({ ResourceRegion: 'cn-north-4' });
	const change = { ...tags, api: 'ModifyResourceTags', effect: 'read' } as ApiRequest;
	const Resource = 'qcs::ckafka::uin/:ckafkaId/ckafka-1';
	const [named] = await sentTo({ ...change, body: { Resource } });
	expect(named.body).toEqual({ Resource: 'qcs::ckafka:cn-north-4:uin/:ckafkaId/ckafka-1' });
});
