import type { INodeParameters } from 'n8n-workflow';

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { credentialsOf } from '../../../demo/credentials';
import { startEmulator, type Emulator } from '../../../emulator';
import { createHarness, type Harness } from '../../harness';
import { closeAtEnd } from '../../support/closing';

/** Codes with which the clouds say that a signature is not right. */
const NOT_ACCEPTED = /APIGW\.0301|SignatureDoesNotMatch|IncompleteSignature|AuthFailure/;

const list = (...pairs: Array<[string, string]>) => ({
	parameters: pairs.map(([name, value]) => ({ name, value })),
});
const query = (...pairs: Array<[string, string]>) => ({
	sendQuery: true,
	queryParameters: list(...pairs),
});
const headers = (...pairs: Array<[string, string]>) => ({
	sendHeaders: true,
	headerParameters: list(...pairs),
});
const json = (body: string) => ({
	sendBody: true,
	specifyBody: 'json',
	jsonBody: body,
});
const form = (...pairs: Array<[string, string]>) => ({
	sendBody: true,
	contentType: 'form-urlencoded',
	bodyParameters: list(...pairs),
});
const raw = (contentType: string, body: string) => ({
	sendBody: true,
	contentType: 'raw',
	rawContentType: contentType,
	body,
});
const wholeAnswer = { response: { response: { neverError: true, fullResponse: true } } };

let emulator: Emulator;
let harness: Harness;

beforeAll(async () => {
	emulator = await startEmulator();
	harness = await createHarness({ credentials: credentialsOf(emulator) });
});

afterAll(async () => await emulator.close());

async function answerTo(credential: string, parameters: INodeParameters): Promise<string> {
	const { options = {} } = parameters as { options?: INodeParameters };
	const run = await harness.httpRequest(credential, {
		...parameters,
		options: { ...wholeAnswer, ...options },
	});
	expect(run.error).toBeUndefined();
	return JSON.stringify(run.items('HTTP')[0]);
}

const last = () => emulator.requests[emulator.requests.length - 1];

type Case = [what: string, credential: string, parameters: () => INodeParameters, sent: RegExp];

const projects = '/v2/{project_id}';
const tencent = (action: string, version: string) =>
	headers(['X-TC-Action', action], ['X-TC-Version', version]);

const cases: Case[] = [
	[
		'Huawei: query list, text in Chinese, reserved characters',
		'managedKafkaHuaweiCloudApi',
		() => ({
			url: `${emulator.huawei.url}${projects}/instances`,
			...query(['engine', 'kafka'], ['name', '消息 *队列*'], ['name', "b'(1)!~+/"]),
			options: { queryParameterArrays: 'repeat' },
		}),
		/name=%E6%B6%88%E6%81%AF%20%2A/,
	],
	[
		'Huawei: JSON body',
		'managedKafkaHuaweiCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.huawei.url}${projects}/kafka/instances`,
			...json('{"name":"消息 😀","list":["a b",{"c":""}]}'),
		}),
		/消息 😀/,
	],
	[
		'Huawei: form body',
		'managedKafkaHuaweiCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.huawei.url}${projects}/instances/action`,
			...form(['a', 'b c'], ['ü', '*']),
		}),
		/a=b(%20|\+)c/,
	],
	[
		'Huawei: raw body',
		'managedKafkaHuaweiCloudApi',
		() => ({
			method: 'PUT',
			url: `${emulator.huawei.url}${projects}/instances/x`,
			...raw('text/plain', ' <raw> "text" '),
		}),
		/<raw> "text"/,
	],
	[
		'Alibaba: query with lists',
		'managedKafkaAlibabaCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.alibaba.url}/`,
			...query(
				['Action', 'GetInstanceList'],
				['Version', '2019-09-16'],
				['RegionId', 'cn-hangzhou'],
				['InstanceId.1', 'a b*c'],
				['InstanceId.2', '中文'],
			),
		}),
		/InstanceId\.2=%E4%B8%AD/,
	],
	[
		'Alibaba: form body',
		'managedKafkaAlibabaCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.alibaba.url}/`,
			...query(['Action', 'GetInstanceList'], ['Version', '2019-09-16']),
			...form(['RegionId', 'cn-hangzhou'], ['OrderId', 'a b*c']),
		}),
		/OrderId=a(%20|\+)b/,
	],
	[
		'Alibaba: JSON body',
		'managedKafkaAlibabaCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.alibaba.url}/`,
			...query(
				['Action', 'GetInstanceList'],
				['Version', '2019-09-16'],
				['RegionId', 'cn-hangzhou'],
			),
			...json('{"a":["é",1]}'),
		}),
		/é/,
	],
	[
		'Tencent: JSON body of CKafka',
		'managedKafkaTencentCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.tencent.url}/`,
			...tencent('DescribeInstances', '2019-08-19'),
			...json('{"SearchWord":"消息 😀","Limit":10}'),
		}),
		/消息 😀/,
	],
	[
		'Tencent: raw body of CLS',
		'managedKafkaTencentCloudApi',
		() => ({
			method: 'POST',
			url: `${emulator.tencent.url}/`,
			...tencent('CheckRechargeKafkaServer', '2020-10-16'),
			...raw('application/json', '{"KafkaType":0,"KafkaInstance":"ckafka-1"}'),
		}),
		/ckafka-1/,
	],
];

describe('The HTTP Request node with a credential of this package', () => {
	it.each(cases)(
		'%s: the cloud accepts the signature',
		async (_what, credential, parameters, sent) => {
			const answer = await answerTo(credential, parameters());
			expect(answer).not.toMatch(NOT_ACCEPTED);
			expect(last().status).toBeGreaterThan(0);
			expect(last().url + last().body).toMatch(sent);
		},
	);

	it('signs with the older RPC signature of Alibaba Cloud too', async () => {
		harness.credentials.managedKafkaAlibabaCloudApi.signatureVersion = '1.0';
		for (const [, credential, parameters] of cases.filter(([what]) =>
			/Alibaba: (query|form)/.test(what),
		)) {
			expect(await answerTo(credential, parameters())).not.toMatch(NOT_ACCEPTED);
			expect(last().url + last().body).toContain('Signature=');
		}
		harness.credentials.managedKafkaAlibabaCloudApi.signatureVersion = 'ACS3-HMAC-SHA256';
	});

	it.each([
		['managedKafkaHuaweiCloudApi', { authentication: 'password' }, 0],
		['managedKafkaHuaweiCloudApi', {}, 1],
		['managedKafkaAlibabaCloudApi', { signatureVersion: '1.0' }, 5],
		['managedKafkaAlibabaCloudApi', {}, 5],
		['managedKafkaTencentCloudApi', {}, 7],
	])('%s %p: what is signed or holds a token goes to no other host', async (type, more, index) => {
		const visited: string[] = [];
		const other = createServer((request, response) => {
			visited.push(JSON.stringify(request.headers));
			response.end('{}');
		}).listen(0, '127.0.0.1');
		closeAtEnd(async () => await Promise.resolve(void other.close()));
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		for (const status of [302, 307]) {
			const headers = { location: `http://127.0.0.1:${port}/` };
			const path = type === 'managedKafkaHuaweiCloudApi' ? '/v2/' : '/';
			emulator.faults.add({ path, effect: { kind: 'answer', status, headers, body: 'elsewhere' } });
			const { huawei } = emulator.credentials;
			const right = harness.credentials[type];
			harness.credentials[type] = { ...right, ...huawei.user, ...more };
			const answer = await answerTo(type, cases[index][2]());
			harness.credentials[type] = right;
			expect(answer).toContain(`"statusCode":${status}`);
		}
		expect(visited).toEqual([]);
	});

	it.each([
		['managedKafkaHuaweiCloudApi', 'secretAccessKey', 0],
		['managedKafkaAlibabaCloudApi', 'accessKeySecret', 4],
		['managedKafkaTencentCloudApi', 'secretKey', 7],
	])('a wrong secret is refused: %s', async (credential, field, index) => {
		const right = harness.credentials[credential][field];
		harness.credentials[credential][field] = 'not-the-secret';
		const [, , parameters] = cases[index];
		const run = await harness.httpRequest(credential, {
			...parameters(),
			options: wholeAnswer,
		});
		harness.credentials[credential][field] = right;
		const said = JSON.stringify([run.items('HTTP'), run.error]);
		expect(said).toMatch(/APIGW\.0301|SignatureDoesNotMatch|AuthFailure|did not accept/);
		expect(said).not.toContain('not-the-secret');
	});
});
