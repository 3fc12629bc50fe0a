import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { authenticate, HUAWEI, HUAWEI_PASSWORD, httpRequestNode } from './support';

const now = Date.parse('2026-06-01T00:00:00Z');
const waiting = { monotonic: () => now, sleep: async () => {} };
const type = new ManagedKafkaHuaweiCloudApi(
	() => now,
	() => new AbortController().signal,
	waiting,
);
const keys = (id: string) => ({
	access: `HST${id}`,
	secret: `secret-${id}`,
	securitytoken: `token-${id}`,
	expires_at: new Date(now + 3_600_000).toISOString().replace('Z', '000Z'),
});
const PROJECTS = { projects: [{ name: 'cn-north-4', id: 'project-of-the-agency' }] };

let count = 0;
let credentials: ICredentialDataDecryptedObject;
let status: number;
/** What IAM says to a look-up with the keys of the agency, where it does not accept them. */
let refusedWith: ((request: IHttpRequestOptions) => object) | undefined;
const asked: IHttpRequestOptions[] = [];
const helpers = {
	helpers: {
		httpRequest: async (options: IHttpRequestOptions) => {
			asked.push(options);
			const granting = options.method === 'POST';
			const grants = asked.filter(({ method }) => method === 'POST').length;
			const body = granting ? { credential: keys(`${count}-${grants}`) } : PROJECTS;
			if (!granting) return refusedWith?.(options) ?? { statusCode: 200, headers: {}, body };
			const error = { error: { code: status, message: `no: ${HUAWEI.secretAccessKey}` } };
			return { statusCode: status, headers: {}, body: status === 201 ? body : error };
		},
	},
};
const prepare = async (data: ICredentialDataDecryptedObject) =>
	await type.preAuthentication.call(helpers as never, data);
const sign = async (data: ICredentialDataDecryptedObject) =>
	await authenticate(
		type,
		data,
		httpRequestNode('GET', 'https://dms.cn-north-4.myhuaweicloud.com/v2/{project_id}/instances'),
	);

beforeEach(() => {
	count++;
	asked.length = 0;
	status = 201;
	refusedWith = undefined;
	const names = { agencyName: `kafka-${count}`, delegatingAccountName: 'delegating' };
	credentials = { ...HUAWEI, projectId: '', assumeRole: true, roleDuration: 60, ...names };
});

test('asks IAM, signed as the official SDK signs', async () => {
	await prepare({ ...credentials });
	const [{ url, body, headers = {}, method = 'POST' }] = asked;
	expect(url).toBe('https://iam.cn-north-4.myhuaweicloud.com/v3.0/OS-CREDENTIAL/securitytokens');
	expect(JSON.parse(String(body))).toEqual({
		auth: {
			identity: {
				methods: ['assume_role'],
				assume_role: {
					agency_name: `kafka-${count}`,
					domain_name: 'delegating',
					duration_seconds: 3600,
					session_user: { name: 'n8n' },
				},
			},
		},
	});
	const signed = AKSKSigner.sign(
		{
			endpoint: url,
			method,
			headers: { 'content-type': 'application/json', 'X-Sdk-Date': headers['X-Sdk-Date'] },
			queryParams: {},
			data: JSON.parse(String(body)) as object,
		} as never,
		{ getAk: () => HUAWEI.accessKeyId, getSk: () => HUAWEI.secretAccessKey } as never,
	) as Record<string, string>;
	const signature = (text: unknown) => /Signature=(\w+)$/.exec(String(text))?.[1];
	expect(signature(headers.Authorization)).toBe(signature(signed.Authorization));
});

test('the project is that of the agency, looked up with its keys, and nothing is stored', async () => {
	const data = { ...credentials };
	expect(await prepare(data)).toEqual({});
	expect(asked[1].headers).toMatchObject({ 'X-Security-Token': `token-${count}-1` });
	const { url, headers } = await sign(data);
	expect(url).toContain('/v2/project-of-the-agency/');
	expect(headers['X-Security-Token']).toBe(`token-${count}-1`);
	expect(headers.Authorization).toContain(`Access=HST${count}-1,`);
	expect(data).toEqual(credentials);
});

test('a session that n8n had stored before is not used, nor replaced', async () => {
	const data = { ...credentials, sessionToken: '{"id":"x","token":"old"}' };
	await expect(sign(data)).rejects.toMatchObject({ response: { status: 401 } });
	expect(await prepare(data)).toEqual({});
	const { headers } = await sign(data);
	expect(headers['X-Auth-Token']).toBeUndefined();
	expect(headers['X-Security-Token']).toBe(`token-${count}-1`);
	// After a 401 n8n asks with the same data.
	expect(await prepare(data)).toEqual({});
	expect((await sign(data)).headers['X-Security-Token']).toBe(`token-${count}-2`);
});

test('a login takes on no agency', async () => {
	const projectId = HUAWEI.projectId;
	const data = { ...HUAWEI_PASSWORD, projectId, assumeRole: true };
	await expect(sign(data)).rejects.toThrow('There is no valid token');
	expect(asked).toEqual([]);
});

test.each([
	[400, "Check 'Agency Name', 'Delegating Account Name'"],
	[401, 'did not accept'],
	[403, 'The agency may not be assumed'],
	[404, 'The agency does not exist'],
])('tells a refusal with HTTP %i', async (code, text) => {
	status = code;
	const error: Error = await prepare({ ...credentials }).then(
		() => new Error('no error'),
		(thrown: Error) => thrown,
	);
	expect(error.message).toContain(text);
	expect(error.message).not.toContain(HUAWEI.secretAccessKey);
});

test.each([
	['agencyName', 'Agency Name'],
	['delegatingAccountName', 'Delegating Account Name'],
	['roleSessionName', 'Role Session Name'],
])('refuses an empty %s before anything is sent', async (field, label) => {
	await expect(prepare({ ...credentials, [field]: '' })).rejects.toThrow(`'${label}' is empty`);
	expect(asked).toEqual([]);
});

test.each([
	['the project', {}, '/v3/projects'],
	['the account', { 'X-Domain-Id': '{domain_id}' }, '/v3/auth/domains'],
])('no keys of the agency come out where %s is refused to them', async (_, headers, path) => {
	// The gateway repeats the headers that it got: APIGW.0301, verify aksk signature fail.
	refusedWith = ({ headers: got = {} }) => ({
		statusCode: 401,
		headers: {},
		body: {
			error_code: 'APIGW.0301',
			error_msg: `canonicalRequest:x-security-token:${String(got['X-Security-Token'])}|`,
		},
	});
	const data = { ...credentials };
	const url = 'https://eps.myhuaweicloud.com/v1.0/enterprise-projects';
	// What it names is asked for before the next try.
	await authenticate(type, data, httpRequestNode('GET', url, { headers })).catch(() => undefined);
	const error = await prepare(data).catch((thrown: Error) => thrown);
	expect(asked.at(-1)?.url).toContain(path);
	expect(asked.at(-1)?.headers).toMatchObject({ 'X-Security-Token': `token-${count}-1` });
	expect(error).toMatchObject({ message: expect.stringContaining('x-security-token:********|') });
	expect((error as Error).message).not.toContain(`token-${count}-1`);
});
