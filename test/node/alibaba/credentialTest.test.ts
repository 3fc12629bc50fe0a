/** What the test of a credential tells apart. */
import type { IDataObject } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts, type Accounts } from '../../../emulator';
import { selfSigned } from '../../support/certificates';
import { VENDORS } from '../../support/clouds';
import { openVendor, type Cloud } from '../../support/stage';
import { openTlsFront } from '../../support/tlsFront';

const { credential, data } = VENDORS.alibaba;
const MINUTE = 60_000;
const KEY = "does not recognize this key. Check 'Access Key ID'";
const SECRET = "Check 'Access Key Secret': it does not belong to 'Access Key ID'";
const ROLE = { assumeRole: true, roleArn: EXAMPLE.alibaba.role };

let accounts: Accounts;
let cloud: Cloud;
/** Each test has a session of its own, as sessions outlive a test. */
let count = 0;

beforeEach(async () => {
	count++;
	accounts = exampleAccounts();
	cloud = await openVendor('alibaba', { accounts });
});

const press = async (more: IDataObject = {}) => {
	const session = { roleSessionName: `n8n-test-${count}` };
	return await cloud.n8n.testCredential(credential, data(cloud.em, { ...session, ...more }));
};

/** The operations that arrived. */
const asked = () => cloud.em.requests.map(({ operation }) => operation);

test('a key that is right is one request', async () => {
	expect((await press()).message).toBe('Connection successful!');
	expect(asked()).toEqual(['GetInstanceList']);
});

describe.each(['ACS3-HMAC-SHA256', '1.0'])('signed with %s', (signatureVersion) => {
	test.each<[string, IDataObject, string]>([
		['a key that does not exist', { accessKeyId: 'LTAInobody' }, KEY],
		['a wrong secret', { accessKeySecret: 'wrong' }, SECRET],
		[
			'temporary keys without their token',
			{ ...EXAMPLE.alibaba.temporary, securityToken: '' },
			"'Security Token' is missing, invalid, or expired",
		],
	])('%s, in one request', async (_, more, expected) => {
		const { status, message } = await press({ signatureVersion, ...more });
		expect([status, message]).toEqual(['Error', expect.stringContaining(expected)]);
		expect(asked()).toHaveLength(1);
	});

	test.each([20, -20])('a clock that is off by %i minutes', async (minutes) => {
		cloud.em.faults.add({ times: 'always', effect: { kind: 'skew', ms: minutes * MINUTE } });
		const { status, message } = await press({ signatureVersion });
		expect(status).toBe('Error');
		expect(message).toContain('The clock of the n8n server is off by more than 15 minutes');
		expect(message).toContain('Synchronize it');
	});
});

test('no right for Kafka, and which one is missing', async () => {
	accounts.alibaba.keys = accounts.alibaba.keys.map((key) => ({ ...key, denied: ['alikafka:*'] }));
	const { status, message } = await press();
	expect(status).toBe('Error');
	expect(message).toContain(
		'is not allowed to list Kafka instances. Grant it alikafka:ListInstance',
	);
});

/** Codes and words of the service's list of errors, and of the table that RPC products have in common. */
test.each<[string, number, string, string, string]>([
	[
		'an account of another site',
		400,
		'AUTH_ONS_CHANNEL_INVALID',
		'The channel is invalid. Please check and try again later.',
		'of the international site (alibabacloud.com), and of resellers differ',
	],
	[
		'a region that the endpoint does not serve',
		400,
		'InvalidRegionId',
		'Specified parameter RegionId is not valid.',
		"Check 'Region', or the ID in 'Custom Region', and 'Endpoint'",
	],
	[
		'an endpoint of another service',
		404,
		'InvalidApi.NotFound',
		'Specified api is not found, please check your url and method.',
		"is not ApsaraMQ for Kafka. Check 'Endpoint'",
	],
	[
		'an endpoint of no service',
		404,
		'InvalidProduct.NotFound',
		'Cannot find product according to your specified domain.',
		"is not ApsaraMQ for Kafka. Check 'Endpoint'",
	],
	[
		'an endpoint without encryption',
		400,
		'InvalidProtocol.NeedSsl',
		'Your request is denied as lack of ssl protect.',
		'begins with https://',
	],
	[
		'a key that is disabled',
		400,
		'InvalidAccessKeyId.Inactive',
		'Specified access key is disabled.',
		'This key is disabled. Enable it in the RAM console',
	],
	[
		'a service that is not activated',
		400,
		'AUTH_SERVICE_CHECK_ERROR',
		'The service is not opened. Please check and try again later.',
		'is not activated for the account',
	],
	[
		'too many requests',
		400,
		'Throttling.User',
		'Request was denied due to user flow control.',
		'Wait a minute',
	],
	[
		'a service that is down',
		503,
		'ServiceUnavailable',
		'The request has failed due to a temporary failure of the server.',
		'could not process the request at the moment',
	],
])('%s', async (_, status, Code, Message, expected) => {
	const body = {
		Code,
		HostId: 'alikafka.cn-hangzhou.aliyuncs.com',
		Message,
		Recommend: `https://api.aliyun.com/troubleshoot?q=${Code}&product=alikafka`,
		RequestId: 'F1E0D9C8-0000-4000-8000-000000000000',
	};
	cloud.em.faults.add({ operation: 'GetInstanceList', effect: { kind: 'answer', status, body } });
	const tested = await press();
	expect([tested.status, tested.message]).toEqual(['Error', expect.stringContaining(expected)]);
});

describe('a role', () => {
	test('is one request more', async () => {
		expect((await press(ROLE)).message).toBe('Connection successful!');
		expect(asked()).toEqual(['AssumeRole', 'GetInstanceList']);
	});

	test.each<[string, IDataObject, string, string]>([
		[
			'that does not exist',
			{ roleArn: `${EXAMPLE.alibaba.role}-gone` },
			"The role does not exist. Check 'Role ARN'",
			'code EntityNotExist.Role',
		],
		[
			'that does not trust the key',
			{ externalId: 'of-others' },
			'The role may not be assumed. Grant the RAM user sts:AssumeRole',
			'code NoPermission',
		],
		['of a key that does not exist', { accessKeyId: 'LTAInobody' }, KEY, 'InvalidAccessKeyId'],
		['of a wrong secret', { accessKeySecret: 'wrong' }, SECRET, 'code SignatureDoesNotMatch'],
		[
			'for longer than it allows',
			{ roleDuration: 720 },
			'is longer than the maximum session duration of the role',
			'code InvalidParameter.DurationSeconds',
		],
	])('%s, by what the service says', async (_, more, expected, code) => {
		const { status, message } = await press({ ...ROLE, ...more });
		expect(status).toBe('Error');
		expect(message).toContain(expected);
		expect(message).toContain(code);
		expect(message).not.toContain(EXAMPLE.alibaba.permanent.accessKeySecret);
		expect(asked()).toEqual(['AssumeRole']);
	});

	test('without a right for Kafka is a role to grant it to', async () => {
		const body = { Code: 'NoPermission', Message: 'no', RequestId: 'R' };
		cloud.em.faults.add({
			operation: 'GetInstanceList',
			effect: { kind: 'answer', status: 403, body },
		});
		expect((await press(ROLE)).message).toContain('The RAM user or role is not allowed');
	});

	test('behind a certificate that is not trusted: the service is named, and nothing is sent', async () => {
		const front = await openTlsFront(cloud.em.alibaba.url, selfSigned('127.0.0.1'));
		const { message } = await press({ ...ROLE, stsEndpoint: front.url });
		expect(message).toContain('Alibaba Cloud STS has a certificate that is not trusted');
		expect(message).toContain('NODE_EXTRA_CA_CERTS');
		expect(front).toMatchObject({ connections: 1, received: 0 });
	});
});

test("a certificate that is not trusted is told by n8n's own code, and nothing is sent", async () => {
	const front = await openTlsFront(cloud.em.alibaba.url, selfSigned('127.0.0.1'));
	expect(await press({ endpoint: front.url })).toMatchObject({
		status: 'Error',
		message: 'DEPTH_ZERO_SELF_SIGNED_CERT',
	});
	expect(front).toMatchObject({ connections: 1, received: 0 });
});

test("a region without a host is told by n8n's own code", async () => {
	const endpoint = 'https://alikafka.{region}.invalid';
	const { status, message } = await press({ endpoint, region: 'custom', customRegion: 'xx-gone' });
	// The second one where no name server is reachable.
	expect([status, message]).toEqual(['Error', expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/)]);
});
