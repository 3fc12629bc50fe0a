import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import {
	callAlibaba,
	callTencent,
	send,
	signAlibaba,
	signTencent,
	type AlibabaCall,
	type TencentCall,
} from './client';
import { nonconformities } from './conform';

let emulator: Emulator;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());

describe('Alibaba Cloud', () => {
	const call = (over: Partial<AlibabaCall> = {}) =>
		callAlibaba(emulator, {
			action: 'GetInstanceList',
			query: { RegionId: 'cn-hangzhou' },
			...over,
		});

	beforeAll(() => {
		const { state } = emulator.alibaba;
		for (const [i, Key] of ['env', 'team'].entries()) {
			const id = `alikafka_post-cn-00000000${i}`;
			const tags = [{ Key, Value: 'test' }];
			state.seed({ id, name: `kafka-${i}`, orderId: `order-${i}`, tags });
		}
	});

	test('lists instances in the wrapped form, by permanent and temporary key', async () => {
		const reply = await call();
		expect(nonconformities('alibaba', 'GetInstanceList', reply)).toEqual([]);
		expect(reply.body.InstanceList.InstanceVO).toHaveLength(2);
		expect((await call({ key: EXAMPLE.alibaba.temporary })).body.Success).toBe(true);
	});

	test.each<[Record<string, string>, string[]]>([
		[{ 'InstanceId.1': 'alikafka_post-cn-000000001' }, ['kafka-1']],
		[{ OrderId: 'order-0' }, ['kafka-0']],
		[{ 'Tag.1.Key': 'env', 'Tag.1.Value': '' }, ['kafka-0']],
		[{ 'Tag.1.Key': 'env', 'Tag.2.Key': 'team' }, []],
	])('filters by %j', async (filter, expected) => {
		const reply = await call({ query: { RegionId: 'cn-hangzhou', ...filter } });
		const names = reply.body.InstanceList.InstanceVO.map((i: { Name: string }) => i.Name);
		expect(names).toEqual(expected);
	});

	test.each<[string, Partial<AlibabaCall>, number, string]>([
		[
			'an unknown key',
			{ key: { accessKeyId: 'x', accessKeySecret: 'y' } },
			404,
			'InvalidAccessKeyId.NotFound',
		],
		[
			'a wrong secret',
			{ key: { ...EXAMPLE.alibaba.permanent, accessKeySecret: 'y' } },
			400,
			'SignatureDoesNotMatch',
		],
		[
			'a wrong STS token',
			{ key: { ...EXAMPLE.alibaba.temporary, securityToken: 'y' } },
			400,
			'InvalidSecurityToken.MismatchWithAccessKey',
		],
		[
			'no STS token',
			{ key: { ...EXAMPLE.alibaba.temporary, securityToken: undefined } },
			400,
			'MissingSecurityToken',
		],
		[
			'an old date',
			{ headers: { 'x-acs-date': '2020-01-01T00:00:00Z' } },
			400,
			'InvalidTimeStamp.Expired',
		],
		['a malformed date', { headers: { 'x-acs-date': 'today' } }, 400, 'InvalidTimeStamp.Format'],
		['an unknown action', { action: 'Explode' }, 404, 'InvalidAction.NotFound'],
		['an unknown version', { headers: { 'x-acs-version': '2013-05-26' } }, 400, 'InvalidVersion'],
		['no region', { query: {} }, 400, 'MissingRegionId'],
		['an invented parameter', { query: { RegionId: 'r', Page: '1' } }, 400, 'InvalidParameter'],
		[
			'a list with a gap',
			{ query: { RegionId: 'r', 'InstanceId.2': 'a' } },
			400,
			'InvalidParameter',
		],
	])('%s is refused', async (_what, over, status, expected) => {
		const { body, ...reply } = await call(over);
		expect([reply.status, body.Code]).toEqual([status, expected]);
		expect(body).toMatchObject({ Message: expect.any(String), RequestId: expect.any(String) });
		expect(body.HostId).toBe('127.0.0.1');
	});

	test('a nonce is good for one request', async () => {
		const query = { RegionId: 'cn-hangzhou' };
		const signed = signAlibaba(emulator.alibaba.url, { action: 'GetInstanceList', query });
		expect((await send(signed)).status).toBe(200);
		expect((await send(signed)).body.Code).toBe('SignatureNonceUsed');
	});

	test('RPC requests without Format=JSON are answered in XML', async () => {
		const url = `${emulator.alibaba.url}/?Action=GetInstanceList&Version=2019-09-16`;
		const reply = await send({ method: 'GET', url });
		expect(reply.headers['content-type']).toContain('text/xml');
		expect(reply.text).toContain('<Error><RequestId>');
		expect(reply.text).toContain('<Code>IncompleteSignature</Code>');
	});
});

describe('Tencent Cloud', () => {
	const call = (over: Partial<TencentCall> = {}) =>
		callTencent(emulator, { action: 'DescribeInstances', ...over });

	beforeAll(() => {
		const { state } = emulator.tencent;
		for (const [i, region] of ['ap-guangzhou', 'ap-guangzhou', 'ap-shanghai'].entries()) {
			state.seed({ region, id: `ckafka-${i}`, name: `kafka-${i}` });
		}
	});

	test('lists the instances of a region, paged', async () => {
		const reply = await call({ body: { Limit: 1, Offset: 1 } });
		expect(nonconformities('tencent', 'DescribeInstances', reply)).toEqual([]);
		const { InstanceList, TotalCount } = reply.body.Response.Result;
		expect([InstanceList, TotalCount]).toEqual([
			[{ InstanceId: 'ckafka-0', InstanceName: 'kafka-0', Status: 1, IfCommunity: false }],
			2,
		]);
		const found = await call({ body: { SearchWord: 'kafka-0', Status: [1] } });
		expect(found.body.Response.Result.TotalCount).toBe(1);
		const none = await call({ body: { Status: [2] }, key: EXAMPLE.tencent.temporary });
		expect(none.body.Response.Result).toEqual({ InstanceList: [], TotalCount: 0 });
	});

	test('lists regions', async () => {
		const reply = await call({ action: 'DescribeRegion' });
		expect(nonconformities('tencent', 'DescribeRegion', reply)).toEqual([]);
		const codes = reply.body.Response.Result.map((r: { RegionCodeV3: string }) => r.RegionCodeV3);
		expect(codes).toContain('ap-guangzhou');
	});

	test.each([
		[{ KafkaType: 0, KafkaInstance: 'ckafka-0' }, 0],
		[{ KafkaType: 0, KafkaInstance: 'ckafka-9' }, -8],
		[{ KafkaType: 1, ServerAddr: '10.0.0.1:9092' }, 0],
		[{ KafkaType: 1, ServerAddr: '10.0.0.1' }, -10],
		[{ KafkaType: 1, ServerAddr: '10.0.0.1:abc' }, -11],
		[{ KafkaType: 1, ServerAddr: 'unreachable:9092' }, -1],
	])('CLS checks %j: %i', async (body, Status) => {
		emulator.tencent.state.reachability.set('unreachable:9092', -1);
		const reply = await call({ action: 'CheckRechargeKafkaServer', service: 'cls', body });
		expect(nonconformities('tencent', 'CheckRechargeKafkaServer', reply)).toEqual([]);
		expect(reply.body.Response.Status).toBe(Status);
	});

	const { permanent, temporary } = EXAMPLE.tencent;
	const cls = { action: 'CheckRechargeKafkaServer', service: 'cls' } as const;
	test.each<[string, Partial<TencentCall>, string]>([
		[
			'an unknown secret',
			{ key: { secretId: 'x', secretKey: 'y' } },
			'AuthFailure.SecretIdNotFound',
		],
		['a wrong secret', { key: { ...permanent, secretKey: 'y' } }, 'AuthFailure.SignatureFailure'],
		['a wrong token', { key: { ...temporary, token: 'y' } }, 'AuthFailure.TokenFailure'],
		['an old timestamp', { timestamp: 1_700_000_000 }, 'AuthFailure.SignatureExpire'],
		[
			'the scope of another service',
			{ service: 'cls', version: '2019-08-19' },
			'AuthFailure.InvalidAuthorization',
		],
		['an unknown action', { action: 'Explode' }, 'InvalidAction'],
		['another version', { version: '2018-01-01' }, 'NoSuchVersion'],
		['a strange region', { region: 'Nowhere' }, 'UnsupportedRegion'],
		['an invented parameter', { body: { Page: 1 } }, 'UnknownParameter'],
		['a text for a number', { body: { Limit: '1' } }, 'InvalidParameter'],
		['a value out of range', { body: { Limit: 101 } }, 'InvalidParameterValue'],
		['a parameter missing', { ...cls, body: {} }, 'MissingParameter'],
		['a parameter missing for the kind', { ...cls, body: { KafkaType: 1 } }, 'MissingParameter'],
	])('%s is refused', async (_what, over, expected) => {
		const reply = await call(over);
		expect(reply.status).toBe(200);
		expect(reply.body.Response).toMatchObject({
			Error: { Code: expected, Message: expect.any(String) },
			RequestId: expect.any(String),
		});
	});

	test('the host is signed as sent, with its port', async () => {
		const signed = signTencent(emulator.tencent.url, { action: 'DescribeInstances' });
		const Host = new URL(emulator.tencent.url).host;
		const reply = await send({ ...signed, headers: { ...signed.headers, Host } });
		expect(reply.body.Response.Error.Code).toBe('AuthFailure.SignatureFailure');
	});
});
