import { readFileSync } from 'node:fs';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';

import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { tencentStsEndpoint } from '../../../credentials/regions/tencent';
import { authenticate, httpRequestNode, TENCENT } from './support';

const ARN = 'qcs::cam::uin/100000000001:roleName/kafka-operator';
const now = Date.parse('2026-06-01T00:00:00Z');
const waiting = { monotonic: () => now, sleep: async () => {} };
const type = new ManagedKafkaTencentCloudApi(
	() => now,
	() => new AbortController().signal,
	waiting,
);
const granted = {
	Credentials: { Token: 'token-1', TmpSecretId: 'AKID-1', TmpSecretKey: 'key-1' },
	ExpiredTime: now / 1000 + 3600,
	RequestId: 'R',
};

let count = 0;
let credentials: ICredentialDataDecryptedObject;
let answer: object;
const asked: IHttpRequestOptions[] = [];
const helpers = {
	helpers: {
		httpRequest: async (options: IHttpRequestOptions) => {
			asked.push(options);
			return { statusCode: 200, headers: {}, body: { Response: answer } };
		},
	},
};
const prepare = async (data = { ...credentials }) =>
	await type.preAuthentication.call(helpers as never, data);

beforeEach(() => {
	count++;
	asked.length = 0;
	answer = granted;
	credentials = { ...TENCENT, assumeRole: true, roleArn: `${ARN}-${count}`, roleDuration: 60 };
});

test('signs with the keys of the role, and gives n8n nothing to store', async () => {
	const data = { ...credentials };
	expect(await prepare(data)).toEqual({});
	const request = httpRequestNode('POST', 'https://cvm.tencentcloudapi.com/', { body: '{}' });
	const { headers } = await authenticate(type, data, request);
	expect(headers['X-TC-Token']).toBe('token-1');
	expect(headers.Authorization).toContain('Credential=AKID-1/');
	expect(data).toEqual(credentials);
});

test('asks STS, signed as the official SDK signs', async () => {
	await prepare({ ...credentials, externalId: 'partner/1' });
	const [{ url, body, headers = {} }] = asked;
	expect(url).toBe('https://sts.tencentcloudapi.com/');
	expect(JSON.parse(String(body))).toEqual({
		RoleArn: `${ARN}-${count}`,
		RoleSessionName: 'n8n',
		DurationSeconds: 3600,
		ExternalId: 'partner/1',
	});
	expect(headers).toMatchObject({ 'X-TC-Action': 'AssumeRole', 'X-TC-Version': '2018-08-13' });
	const expected = Sign.sign3({
		method: 'POST',
		url,
		payload: Buffer.from(String(body)),
		timestamp: now / 1000,
		service: 'sts',
		secretId: TENCENT.secretId,
		secretKey: TENCENT.secretKey,
		multipart: false,
		boundary: '',
		headers: { 'Content-Type': 'application/json' },
	});
	expect(headers.Authorization).toBe(expected);
});

test('with a token instead of a key, asks without a signature, and gives n8n nothing to store', async () => {
	const token = { assumeRoleWith: 'oidc', oidcProvider: 'login', oidcToken: 'eyJ-1' };
	const data = { ...credentials, secretId: '', secretKey: '', ...token };
	expect(await prepare(data)).toEqual({});
	const [{ url, headers = {}, body }] = asked;
	expect(url).toBe('https://sts.tencentcloudapi.com/');
	expect(headers.Authorization).toBe('SKIP');
	expect(JSON.stringify(headers)).not.toContain('eyJ-1');
	expect(JSON.parse(String(body))).toMatchObject({
		ProviderId: 'login',
		WebIdentityToken: 'eyJ-1',
	});
	const request = httpRequestNode('POST', 'https://cvm.tencentcloudapi.com/', { body: '{}' });
	expect((await authenticate(type, data, request)).headers['X-TC-Token']).toBe('token-1');
	// The keys belong to the token: another one has to be exchanged first.
	const other = { ...data, oidcToken: 'eyJ-2' };
	await expect(authenticate(type, other, request)).rejects.toThrow('no valid temporary keys');
});

test('names operation, version and parameters as the credential of the official SDK does', () => {
	const sdk = 'tencentcloud-sdk-nodejs-common/tencentcloud/common/credential';
	const source = readFileSync(require.resolve(sdk), 'utf8');
	expect(source).toContain('"AssumeRole"');
	expect(source).toContain('2018-08-13');
	for (const name of ['TmpSecretId', 'TmpSecretKey', 'Token', 'ExpiredTime']) {
		expect(source).toContain(name);
	}
});

test.each([
	['ResourceNotFound.RoleNotFound', 'The role does not exist'],
	['UnauthorizedOperation', 'The role may not be assumed'],
	['InvalidParameter.OverTimeError', "'Session Duration (Minutes)' is longer"],
	['AuthFailure.SecretIdNotFound', 'does not recognize this key'],
	['AuthFailure.SignatureFailure', "Check 'Secret Key'"],
	['AuthFailure.SignatureExpire', 'The clock of the n8n server'],
	['Whatever', "Check 'Role ARN', 'Site', and 'STS Endpoint'"],
])('tells a refusal %s', async (Code, text) => {
	answer = { Error: { Code, Message: `no: ${TENCENT.secretKey}` }, RequestId: 'R-1' };
	const error: Error = await prepare().then(
		() => new Error('no error'),
		(thrown: Error) => thrown,
	);
	expect(error.message).toContain(text);
	expect(error.message).toContain('request ID R-1');
	expect(error.message).not.toContain(TENCENT.secretKey);
	// Words for which n8n would replace the whole message.
	expect(error.message).not.toMatch(/ENOTFOUND|EACCES|EPERM/i);
});

test.each([
	[{}, 'https://sts.tencentcloudapi.com'],
	[{ site: 'international' }, 'https://sts.intl.tencentcloudapi.com'],
	[{ region: 'ap-shanghai-fsi' }, 'https://sts.ap-shanghai-fsi.tencentcloudapi.com'],
	[
		{ endpoint: 'https://ckafka.internal.tencentcloudapi.com' },
		'https://sts.internal.tencentcloudapi.com',
	],
	[
		{ endpoint: 'https://{service}.{region}.cloud.example' },
		'https://sts.ap-guangzhou.cloud.example',
	],
	[{ endpoint: 'https://10.0.0.1:8080' }, 'https://10.0.0.1:8080'],
	[{ stsEndpoint: 'https://sts.{region}.example' }, 'https://sts.ap-guangzhou.example'],
])('with %j it asks %s', (more, expected) => {
	expect(tencentStsEndpoint({ ...credentials, ...more })).toBe(expected);
});
