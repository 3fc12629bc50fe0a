/** The Test button of each credential, through n8n-core and against a server with the vendors' answers. */
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import tencentErrors from '../../../emulator/api/tencent/_errors.json';
import { ALIBABA, HUAWEI, HUAWEI_PASSWORD, startServer, TENCENT, type Received } from './support';
import { pressTest as run } from './testButton';

type Answer = ReturnType<NonNullable<Parameters<typeof startServer>[0]>>;

let answer: (received: Received) => Answer;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
	server = await startServer((received) => answer(received));
});
afterAll(async () => {
	await server.stop();
});
beforeEach(() => {
	server.received.length = 0;
});

const OK = { status: 'OK', message: 'Connection successful!' };
const page = () => ({ body: '<html>a proxy</html>' });

describe('Huawei Cloud', () => {
	const data = () => ({ ...HUAWEI, endpoint: server.origin, iamEndpoint: server.origin });
	const instances = { body: { instances: [], instance_num: 0 } };

	it('lists one Kafka instance', async () => {
		answer = () => instances;

		expect(await run(new ManagedKafkaHuaweiCloudApi(), data())).toMatchObject(OK);
		expect(server.received.map(({ method, target }) => `${method} ${target}`)).toEqual([
			`GET /v2/${HUAWEI.projectId}/instances?engine=kafka&limit=1`,
		]);
	});

	it('looks the project up first if there is none', async () => {
		answer = ({ target }) =>
			target.startsWith('/v3/projects')
				? { body: { projects: [{ name: 'cn-north-4', id: 'looked-up' }] } }
				: instances;

		const { stored, ...result } = await run(new ManagedKafkaHuaweiCloudApi(), {
			...data(),
			projectId: '',
		});

		expect(result).toEqual(OK);
		expect(server.received.map(({ target }) => target)).toEqual([
			'/v3/projects',
			'/v2/looked-up/instances?engine=kafka&limit=1',
		]);
		expect(JSON.parse(String(stored.sessionToken))).toMatchObject({ projectId: 'looked-up' });
	});

	it('logs in with a password, and once more if the token is refused', async () => {
		let logins = 0;
		answer = ({ method, headers }) => {
			if (method === 'POST') {
				logins++;
				return {
					status: 201,
					headers: { 'x-subject-token': `TOKEN-${logins}` },
					body: { token: { project: { id: 'p' }, expires_at: '2999-01-01T00:00:00.000000Z' } },
				};
			}
			return headers['x-auth-token'] === 'TOKEN-2'
				? instances
				: { status: 401, body: { error_code: 'DMS.10240102' } };
		};

		const { stored, ...result } = await run(new ManagedKafkaHuaweiCloudApi(), {
			...HUAWEI_PASSWORD,
			endpoint: server.origin,
			iamEndpoint: server.origin,
		});

		expect(result).toEqual(OK);
		expect(logins).toBe(2);
		expect(JSON.parse(String(stored.sessionToken))).toMatchObject({ token: 'TOKEN-2' });
	});

	it.each([
		[
			"a project that is not the account's",
			{ status: 401, body: { error_code: 'APIGW.0301' } },
			"is not a project of this key's account",
		],
		['no permission', { status: 403, body: { error_code: 'DMS.00403003' } }, 'dms:instance:list'],
		['a read-only account', { status: 403, body: { error_code: 'DMS.00403002' } }, 'is read-only'],
		['throttling', { status: 429, body: { error_code: 'APIGW.0308' } }, 'Wait a minute'],
		['an unknown code', { status: 400, body: { error_code: 'DMS.99999999' } }, "Check 'Region'"],
		['an unavailable service', { status: 503, body: {} }, "Check 'Region'"],
		['another service', page(), "Check 'Region'"],
	])('fails on %s', async (_, response, message) => {
		answer = () => response;

		expect(await run(new ManagedKafkaHuaweiCloudApi(), data())).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	it('shows what IAM or a field is about', async () => {
		answer = () => ({ status: 401, body: { error: { code: 401 } } });
		const { message } = await run(new ManagedKafkaHuaweiCloudApi(), {
			...data(),
			projectId: '',
			accessKeyId: 'OTHER',
		});
		const { message: field } = await run(new ManagedKafkaHuaweiCloudApi(), {
			...data(),
			secretAccessKey: 'a b',
		});

		expect(message).toContain("IAM did not accept 'Access Key ID'");
		expect(field).toContain("'Secret Access Key' contains a space");
	});
});

describe('Alibaba Cloud', () => {
	const data = (more = {}) => ({ ...ALIBABA, endpoint: server.origin, ...more });

	it.each(['ACS3-HMAC-SHA256', '1.0'])(
		'lists the instances of the region with %s',
		async (signatureVersion) => {
			answer = () => ({ body: { Code: 200, Success: true, InstanceList: {} } });

			expect(
				await run(new ManagedKafkaAlibabaCloudApi(), data({ signatureVersion })),
			).toMatchObject(OK);
			const [{ method, target, headers }] = server.received;
			const query = new URL(target, server.origin).searchParams;
			expect(method).toBe('POST');
			expect(query.get('RegionId')).toBe('cn-hangzhou');
			expect(query.get('Action') ?? headers['x-acs-action']).toBe('GetInstanceList');
		},
	);

	it.each([
		[404, 'InvalidAccessKeyId.NotFound', "'Access Key ID'"],
		[400, 'InvalidAccessKeyId.Inactive', 'disabled'],
		[400, 'SignatureDoesNotMatch', "'Access Key Secret'"],
		[400, 'InvalidTimeStamp.Expired', 'clock'],
		[400, 'InvalidSecurityToken.Expired', "'Security Token'"],
		[403, 'Forbidden.RAM', 'alikafka:ListInstance'],
		[200, 'AUTH_SIGNATURE_CHECK_ERROR', "'Access Key Secret'"],
		[200, 'NoPermission', 'alikafka:ListInstance'],
		[503, 'Throttling.User', 'Wait a minute'],
		[400, 'Some.Other', "Check 'Region'"],
	])('fails on HTTP %i with %s', async (status, Code, message) => {
		answer = () => ({ status, body: { Code, Message: 'm', RequestId: 'r' } });

		expect(await run(new ManagedKafkaAlibabaCloudApi(), data())).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	it.each([[{ body: { Code: 500, Success: false } }], [page()], [{ status: 502 }]])(
		'fails on %j',
		async (response) => {
			answer = () => response;

			expect(await run(new ManagedKafkaAlibabaCloudApi(), data())).toMatchObject({
				status: 'Error',
			});
		},
	);
});

describe('Tencent Cloud', () => {
	const data = () => ({ ...TENCENT, endpoint: server.origin });
	const failure = (Code: string) => ({
		body: { Response: { Error: { Code, Message: 'm' }, RequestId: 'r' } },
	});

	it('lists one Kafka instance of the region', async () => {
		answer = () => ({ body: { Response: { Result: { InstanceList: [] }, RequestId: 'r' } } });

		expect(await run(new ManagedKafkaTencentCloudApi(), data())).toMatchObject(OK);
		expect(server.received).toHaveLength(1);
		expect(server.received[0]).toMatchObject({
			method: 'POST',
			target: '/',
			body: Buffer.from('{"Limit":1}'),
		});
		expect(server.received[0].headers).toMatchObject({
			'x-tc-action': 'DescribeInstances',
			'x-tc-version': '2019-08-19',
			'x-tc-region': 'ap-guangzhou',
		});
	});

	it.each(tencentErrors.errors.map(({ code }) => code))(
		'fails on HTTP 200 with %s',
		async (code) => {
			answer = () => failure(code);

			expect(await run(new ManagedKafkaTencentCloudApi(), data())).toMatchObject({
				status: 'Error',
			});
		},
	);

	it.each([
		['AuthFailure.SecretIdNotFound', "'Secret ID' and 'Site'"],
		['AuthFailure.SignatureFailure', "'Secret Key'"],
		['AuthFailure.SignatureExpire', 'clock'],
		['AuthFailure.TokenFailure', "'Token'"],
		['AuthFailure.UnauthorizedOperation', 'ckafka:DescribeInstances'],
		['UnsupportedRegion', "Check 'Region', or the ID in 'Custom Region', and 'Site'"],
		['NoSuchVersion', "Check 'Endpoint'"],
		['IpNotInWhitelist', 'address of the n8n server'],
		['RequestLimitExceeded', 'Wait a minute'],
		['Unknown.Code', "Check 'Region'"],
	])('explains %s', async (code, message) => {
		answer = () => failure(code);

		expect((await run(new ManagedKafkaTencentCloudApi(), data())).message).toContain(message);
	});

	it('fails on an answer of something else', async () => {
		answer = page;

		expect(await run(new ManagedKafkaTencentCloudApi(), data())).toMatchObject({ status: 'Error' });
	});
});
