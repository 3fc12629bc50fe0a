import alibaba from '../../../../emulator/api/alibaba/_signature.json';
import tencent from '../../../../emulator/api/tencent/_signature.json';
import { signAcs3, signRpcV1 } from '../../../../credentials/signing/alibaba';
import { signHuawei } from '../../../../credentials/signing/huawei';
import { encodePairs } from '../../../../credentials/signing/query';
import { signedService, signTc3 } from '../../../../credentials/signing/tencent';
import { toWire } from '../../../../credentials/signing/wire';

describe("Alibaba Cloud's worked examples", () => {
	const signatureOf = (vector: (typeof alibaba.test_vectors)[number]) => {
		const { Timestamp, SignatureNonce, AccessKeyId, ...own } = vector.parameters;
		const wire = toWire(
			{ url: 'https://alikafka.cn-hangzhou.aliyuncs.com/', method: vector.method, qs: own },
			'dotsFrom1',
		);
		const keys = { accessKeyId: AccessKeyId, accessKeySecret: vector.accessKeySecret };
		return signRpcV1(wire, keys, { now: new Date(Timestamp), nonce: SignatureNonce }).query;
	};

	it.each(alibaba.test_vectors.map((vector) => [vector.name, vector] as const))(
		'%s',
		(_, vector) => {
			const signed = signatureOf(vector);

			const signature = signed.find(([name]) => name === 'Signature')?.[1];
			expect(signature).toBe(vector.signature);
			expect(encodePairs(signed)).toContain(`Signature=${vector.signaturePercentEncoded}`);
			expect(encodePairs(signed.filter(([name]) => name !== 'Signature'))).toBe(
				vector.canonicalizedQueryString,
			);
		},
	);

	// The document computed its value for a GET of another product's DescribeRegions and left it in place.
	it("is not the value printed in the document, which is another request's", () => {
		const { as_printed: printed, correct } = alibaba.worked_example;
		const own = { Format: 'XML', Version: '2014-05-26' };
		const sign = (method: string, Action: string) =>
			signRpcV1(
				toWire({ url: 'https://h.test/', method, qs: { ...own, Action } }, 'dotsFrom1'),
				{ accessKeyId: 'testid', accessKeySecret: 'testsecret' },
				{
					now: new Date('2016-02-23T12:46:24Z'),
					nonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
				},
			).query.find(([name]) => name === 'Signature')?.[1];

		expect(sign('POST', 'GetInstanceList')).toBe(correct.signature);
		expect(sign('GET', 'DescribeRegions')).toBe(printed.signature);
	});
});

describe("Tencent Cloud's worked examples", () => {
	it.each(tencent.testVectors.map((vector) => [vector.name, vector] as const))(
		'%s',
		(_, { input, expected }) => {
			const wire = toWire(
				{
					url: `https://${input.host}/`,
					method: 'POST',
					headers: { 'Content-Type': input.contentType },
					body: input.body,
				},
				'dotsFrom0',
			);
			const keys = { ...input, token: input.token ?? undefined };

			const headers = signTc3(wire, keys, input.service, new Date(input.timestamp * 1000));

			expect(headers.Authorization).toBe(expected.headers.Authorization);
			expect(headers['X-TC-Timestamp']).toBe(expected.headers['X-TC-Timestamp']);
			expect(headers['X-TC-Token']).toBe(input.token ?? undefined);
			expect(signedService(headers)).toBe(input.service);
		},
	);
});

describe('signing twice', () => {
	const now = new Date('2024-06-20T08:00:00Z');

	it('Huawei Cloud: replaces the earlier signature, whatever the case of its headers', () => {
		const wire = toWire({ url: 'https://dms.test/v2/x' }, 'repeat');
		const old = { accessKeyId: 'OLD', secretAccessKey: 'OLD', securityToken: 'OLD' };
		const keys = { accessKeyId: 'AK', secretAccessKey: 'SK' };
		const first = signHuawei(wire, old, new Date(0));
		const lowerCase = Object.fromEntries(
			Object.entries(first).map(([name, value]) => [name.toLowerCase(), value]),
		);

		expect(signHuawei({ ...wire, headers: lowerCase }, keys, now)).toEqual(
			signHuawei(wire, keys, now),
		);
	});

	it('Alibaba Cloud: replaces the earlier signature in headers, query and body', () => {
		const wire = toWire(
			{ url: 'https://a.test/', method: 'POST', qs: { Action: 'A' } },
			'dotsFrom1',
		);
		const old = { accessKeyId: 'OLD', accessKeySecret: 'OLD', securityToken: 'OLD' };
		const keys = { accessKeyId: 'AK', accessKeySecret: 'SK' };
		const moment = { now, nonce: 'n' };
		const before = { now: new Date(0), nonce: 'o' };

		expect(signAcs3({ ...wire, headers: signAcs3(wire, old, before) }, keys, moment)).toEqual(
			signAcs3(wire, keys, moment),
		);
		expect(signRpcV1(signRpcV1(wire, old, before), keys, moment)).toEqual(
			signRpcV1(wire, keys, moment),
		);
	});

	it('Tencent Cloud: replaces the earlier signature', () => {
		const wire = toWire(
			{ url: 'https://c.test/', method: 'POST', headers: { 'Content-Type': 'application/json' } },
			'dotsFrom0',
		);
		const old = { secretId: 'OLD', secretKey: 'OLD', token: 'OLD' };
		const keys = { secretId: 'ID', secretKey: 'KEY' };
		const first = signTc3(wire, old, 'cls', new Date(0));

		expect(signTc3({ ...wire, headers: first }, keys, 'cls', now)).toEqual(
			signTc3(wire, keys, 'cls', now),
		);
	});
});

describe('derived keys of Tencent Cloud', () => {
	it('follow secret, day and service, also after many others pushed them out', () => {
		const wire = toWire({ url: 'https://c.test/', method: 'POST' }, 'dotsFrom0');
		const sign = (secretKey: string, service: string, day: number) =>
			signTc3(wire, { secretId: 'ID', secretKey }, service, new Date(Date.UTC(2024, 0, day)))
				.Authorization;
		const first = sign('KEY', 'ckafka', 1);
		const others = [sign('KEY2', 'ckafka', 1), sign('KEY', 'cls', 1), sign('KEY', 'ckafka', 2)];
		for (let other = 0; other < 80; other++) sign('KEY', `service${other}`, 2);

		expect(sign('KEY', 'ckafka', 1)).toBe(first);
		expect(new Set([first, ...others]).size).toBe(4);
	});
});
