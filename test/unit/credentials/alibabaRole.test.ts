import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { alibabaStsEndpoint } from '../../../credentials/regions/alibaba';
import { alibabaRoles } from '../../../credentials/session/alibaba';
import { endSessionAt } from '../../../credentials/session/kept';
import { ALIBABA, authenticate, httpRequestNode } from './support';

const MINUTE = 60_000;
const ARN = 'acs:ram::1234567890123456:role/kafka-operator';

/** One role for each test, as what is fetched outlives a test. */
let count = 0;
let credentials: ICredentialDataDecryptedObject;
let now = Date.parse('2026-06-01T00:00:00Z');
const asked: IHttpRequestOptions[] = [];
let answer: () => unknown;

const granted = (minutes: number, ahead = 0) => ({
	statusCode: 200,
	headers: {},
	body: {
		RequestId: 'R',
		Credentials: {
			AccessKeyId: `STS.${asked.length}`,
			AccessKeySecret: `secret-${asked.length}`,
			SecurityToken: `token-${asked.length}`,
			Expiration: new Date(now + ahead + minutes * MINUTE).toISOString(),
		},
	},
});

const refused = (statusCode: number, Code: string, Message = 'no') => ({
	statusCode,
	headers: {},
	body: { Code, Message, RequestId: 'R-1' },
});

const waiting = { monotonic: () => now, sleep: async (duration: number) => void (now += duration) };
const type = new ManagedKafkaAlibabaCloudApi(
	() => now,
	() => new AbortController().signal,
	waiting,
);

const helpers = {
	helpers: {
		httpRequest: async (options: IHttpRequestOptions) => {
			asked.push(options);
			await new Promise(setImmediate);
			return answer();
		},
	},
};

/** n8n makes an object of credential data for each request. */
const read = () => ({ ...credentials });
const prepare = async (data = read()) => await type.preAuthentication.call(helpers as never, data);
const sign = async (data = read()) =>
	await authenticate(type, data, httpRequestNode('POST', 'https://ecs.aliyuncs.com/?Action=A'));
const signed = async (data = read()) => {
	await prepare(data);
	return (await sign(data)).headers['x-acs-accesskey-id'];
};

beforeEach(() => {
	count++;
	asked.length = 0;
	answer = () => granted(60);
	credentials = { ...ALIBABA, assumeRole: true, roleArn: `${ARN}-${count}`, roleDuration: 60 };
});

test('signs with the keys of the role, and gives n8n nothing to store', async () => {
	const data = read();
	expect(await prepare(data)).toEqual({});
	const { headers } = await sign(data);
	expect(headers).toMatchObject({
		'x-acs-accesskey-id': 'STS.1',
		'x-acs-security-token': 'token-1',
	});
	expect(headers.Authorization).toContain('Credential=STS.1,');
	expect(data).toEqual(credentials);
	expect(asked).toHaveLength(1);
});

test('asks as the credentials SDK of the vendor does', async () => {
	credentials = { ...credentials, signatureVersion: '1.0', externalId: 'partner/1' };
	await prepare();
	const [{ method, url, body }] = asked;
	const query = new URL(url).searchParams;
	const form = new URLSearchParams(String(body));
	expect(method).toBe('POST');
	expect(new URL(url).origin).toBe('https://sts.aliyuncs.com');
	expect(Object.fromEntries(form)).toEqual({
		RoleArn: `${ARN}-${count}`,
		RoleSessionName: 'n8n',
		DurationSeconds: '3600',
		ExternalId: 'partner/1',
	});
	// The string to sign, as ram_role_arn.ts of @alicloud/credentials makes it.
	const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, escapeOf);
	const all = [...query, ...form].filter(([name]) => name !== 'Signature');
	const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1));
	const text = sorted.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
	const signature = createHmac('sha1', `${ALIBABA.accessKeySecret}&`)
		.update(`POST&${encode('/')}&${encode(text)}`)
		.digest('base64');
	expect(query.get('Signature')).toBe(signature);
	expect(query.get('Version')).toBe('2015-04-01');
});

const escapeOf = (one: string) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`;

test('fetches once for all that start at the same moment, in any region', async () => {
	const ids = await Promise.all(
		Array.from({ length: 20 }, async (_, index) =>
			signed({ ...read(), region: index % 2 ? 'cn-beijing' : 'cn-hangzhou' }),
		),
	);
	expect(new Set(ids)).toEqual(new Set(['STS.1']));
	expect(asked).toHaveLength(1);
});

test('renews five minutes before the end, not earlier', async () => {
	await signed();
	now += 55 * MINUTE - 1;
	expect(await signed()).toBe('STS.1');
	now += 1;
	expect(await signed()).toBe('STS.2');
});

test.each([
	['ahead', 20],
	['behind', -20],
])('a cloud whose clock is %s does not make keys last longer than asked for', async (_, off) => {
	answer = () => granted(60, off * MINUTE);
	await signed();
	now += 56 * MINUTE;
	expect(await signed()).toBe('STS.2');
});

test('after a 401, for which n8n asks with the same data, the refused keys are not used again', async () => {
	const [first, second] = [read(), read()];
	expect([await signed(first), await signed(second)]).toEqual(['STS.1', 'STS.1']);
	expect(await signed(first)).toBe('STS.2');
	// Refused later, the same old keys do not cost the new ones.
	expect(await signed(second)).toBe('STS.2');
	expect(asked).toHaveLength(2);
});

test('two roles of one key have keys of their own; the key has its own without a role', async () => {
	expect(await signed()).toBe('STS.1');
	credentials.roleArn = `${ARN}-other-${count}`;
	expect(await signed()).toBe('STS.2');
	credentials.assumeRole = false;
	expect(await signed()).toBeUndefined();
	expect(asked).toHaveLength(2);
});

test('without fetched keys, authenticate asks n8n to prepare and sends nothing', async () => {
	const error = await sign().catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({ response: { status: 401 } });
	expect(asked).toEqual([]);
});

test('who began a fetch and is stopped does not stop the others', async () => {
	const stop = new AbortController();
	const mine = read();
	endSessionAt(mine, stop.signal);
	const requests: Array<() => void> = [];
	const held = {
		helpers: {
			httpRequest: async ({ abortSignal }: { abortSignal: AbortSignal }) =>
				await new Promise((resolve, reject) => {
					requests.push(() => resolve(granted(60)));
					abortSignal.addEventListener('abort', () => reject({ code: 'ERR_CANCELED' }));
				}),
		},
	};
	const first = type.preAuthentication.call(held as never, mine);
	const second = type.preAuthentication.call(held as never, read());
	await new Promise(setImmediate);
	expect(requests).toHaveLength(1);
	stop.abort();
	await expect(first).rejects.toThrow('did not respond in time');
	await new Promise(setImmediate);
	requests[1]();
	await expect(second).resolves.toEqual({});
});

test.each([
	[403, 'NoPermission', 'The role may not be assumed'],
	[404, 'EntityNotExist.Role', 'The role does not exist'],
	[400, 'InvalidParameter.DurationSeconds', "'Session Duration (Minutes)' is longer"],
	[404, 'InvalidAccessKeyId.NotFound', 'does not recognize this key'],
	[400, 'SignatureDoesNotMatch', "Check 'Access Key Secret'"],
	[400, 'InvalidTimeStamp.Expired', 'The clock of the n8n server'],
	[500, 'InternalError', "Check 'Role ARN' and 'STS Endpoint'"],
])('tells a refusal %i %s', async (status, code, text) => {
	answer = () => refused(status, code, `no: ${ALIBABA.accessKeySecret}`);
	const error: Error = await prepare().then(
		() => new Error('no error'),
		(thrown: Error) => thrown,
	);
	expect(error.message).toContain(text);
	expect(error.message).toContain(`code ${code}`);
	expect(error.message).not.toContain(ALIBABA.accessKeySecret);
});

test.each([
	['roleArn', 'kafka-operator', 'Role ARN'],
	['roleArn', '', 'Role ARN'],
	['roleSessionName', 'with blanks', 'Role Session Name'],
	['roleDuration', 5, 'Session Duration (Minutes)'],
	['roleDuration', null, 'Session Duration (Minutes)'],
	['externalId', '?', 'External ID'],
	['stsEndpoint', 'sts.example', 'STS Endpoint'],
])('refuses %s %j before anything is sent', async (field, value, label) => {
	await expect(prepare({ ...read(), [field]: value } as never)).rejects.toThrow(`'${label}'`);
	await expect(sign({ ...read(), [field]: value } as never)).rejects.toThrow(`'${label}'`);
	expect(asked).toEqual([]);
});

test.each([
	['', '', 'https://sts.aliyuncs.com'],
	['https://alikafka-vpc.{region}.aliyuncs.com', '', 'https://sts-vpc.cn-hangzhou.aliyuncs.com'],
	['https://alikafka.cloud.example', '', 'https://sts.cloud.example'],
	['https://{service}.cloud.example', '', 'https://sts.cloud.example'],
	['https://10.0.0.1:8080', '', 'https://10.0.0.1:8080'],
	['https://kafka.example', 'https://sts.{region}.example', 'https://sts.cn-hangzhou.example'],
])('with the endpoint "%s" and "%s" it asks %s', (endpoint, stsEndpoint, expected) => {
	expect(alibabaStsEndpoint({ ...credentials, endpoint, stsEndpoint })).toBe(expected);
});

test('obeys the domain restriction of the credential', async () => {
	const data = {
		...read(),
		allowedHttpRequestDomains: 'domains',
		allowedDomains: 'alikafka.cn-hangzhou.aliyuncs.com',
	};
	await expect(prepare(data)).rejects.toThrow('does not allow requests to sts.aliyuncs.com');
	expect(asked).toEqual([]);
});

test('knows what it has signed with, to mask it', async () => {
	const data = read();
	await signed(data);
	expect(JSON.stringify(alibabaRoles.sentWith(data))).toContain('"accessKeySecret":"secret-1"');
});

test('hides a token that STS repeats as it stands in the text to sign', async () => {
	const securityToken = 'CAIS/token+of=temporary/keys==';
	const twice = encodeURIComponent(encodeURIComponent(securityToken));
	const echo = `server string to sign is:POST&%2F&SecurityToken%3D${twice}`;
	answer = () => refused(400, 'SignatureDoesNotMatch', echo);
	const data = { ...read(), securityToken, signatureVersion: '1.0' };
	const error = await prepare(data).catch((thrown: Error) => thrown);
	expect(error).toMatchObject({ message: expect.stringContaining('SecurityToken%3D********"') });
});
