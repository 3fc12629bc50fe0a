/** What a host was sent that somebody else named cannot be used at the service. */
import type { IHttpRequestOptions } from 'n8n-workflow';
import { request } from 'node:http';

import { credentialsOf } from '../../../demo/credentials';
import { startEmulator, type Emulator } from '../../../emulator';
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';

let em: Emulator;
beforeAll(async () => {
	em = await startEmulator({ speed: 0, alibaba: { instances: [{ name: 'prod' }] } });
});
afterAll(async () => await em.close());

/** Sends a signed request to the service, as it is but for the host. */
async function replayed(signed: IHttpRequestOptions, service: string) {
	const { pathname, search } = new URL(signed.url);
	const { method, headers, body } = signed;
	return await new Promise<{ status: number; text: string }>((resolve, reject) => {
		const sent = request(
			new URL(pathname + search, service),
			{ method, headers: headers as Record<string, string> },
			(answer) => {
				let text = '';
				answer.on('data', (part) => (text += String(part)));
				answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
			},
		);
		sent.on('error', reject);
		sent.end(body as string | undefined);
	});
}

const elsewhere = 'https://elsewhere.example';

test.each([
	[
		'Huawei Cloud',
		'managedKafkaHuaweiCloudApi',
		new ManagedKafkaHuaweiCloudApi(),
		() => ({ url: `/v2/${em.credentials.huawei.projectId}/instances?engine=kafka` }),
		() => em.huawei.url,
		/APIGW\.0301/,
	],
	[
		'Alibaba Cloud, ACS3',
		'managedKafkaAlibabaCloudApi',
		new ManagedKafkaAlibabaCloudApi(),
		() => ({
			url: `/?Action=GetInstanceList&Version=2019-09-16&RegionId=${em.credentials.alibaba.region}`,
			method: 'POST',
		}),
		() => em.alibaba.url,
		/SignatureDoesNotMatch/,
	],
	[
		'Tencent Cloud',
		'managedKafkaTencentCloudApi',
		new ManagedKafkaTencentCloudApi(),
		() => ({
			url: '/',
			method: 'POST',
			headers: { 'X-TC-Action': 'DescribeInstances', 'X-TC-Version': '2019-08-19' },
			body: {},
		}),
		() => em.tencent.url,
		/AuthFailure\.SignatureFailure/,
	],
] as const)('%s', async (_, name, type, made, service, refusal) => {
	const data = {
		...credentialsOf(em)[name],
		...(name === 'managedKafkaHuaweiCloudApi' && { projectId: em.credentials.huawei.projectId }),
	};
	const authenticate = type.authenticate as (
		data: object,
		options: object,
	) => Promise<IHttpRequestOptions>;
	const asked = { method: 'GET', ...made() };
	const own = await authenticate(data, { ...asked, url: `${service()}${asked.url}` });
	expect((await replayed(own, service())).text).not.toMatch(refusal);
	const other = await authenticate(data, { ...asked, url: `${elsewhere}${asked.url}` });
	expect((await replayed(other, service())).text).toMatch(refusal);
});
