import { NodeApiError, type ICredentialType, type INode } from 'n8n-workflow';
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import {
	ALIBABA,
	authenticate,
	HUAWEI,
	HUAWEI_PASSWORD,
	httpRequestNode,
	TENCENT,
} from './support';

const node = {
	name: 'N',
	type: 't',
	typeVersion: 1,
	id: '1',
	position: [0, 0],
	parameters: {},
} as INode;

type Data = Record<string, string>;
type Vendor = [name: string, type: ICredentialType, data: Data, ids: Data, secrets: Data];

const vendors: Vendor[] = [
	[
		'Huawei Cloud',
		new ManagedKafkaHuaweiCloudApi(),
		HUAWEI,
		{ accessKeyId: 'Access Key ID' },
		{ secretAccessKey: 'Secret Access Key' },
	],
	[
		'Alibaba Cloud',
		new ManagedKafkaAlibabaCloudApi(),
		ALIBABA,
		{ accessKeyId: 'Access Key ID' },
		{ accessKeySecret: 'Access Key Secret' },
	],
	[
		'Tencent Cloud',
		new ManagedKafkaTencentCloudApi(),
		TENCENT,
		{ secretId: 'Secret ID' },
		{ secretKey: 'Secret Key' },
	],
];

/** What the user is shown; also checks that nothing was sent and nothing entered is repeated. */
async function refusal(type: ICredentialType, data: Data): Promise<string> {
	const options = httpRequestNode('POST', 'https://ckafka.tencentcloudapi.com/', { body: '{}' });
	const error = await authenticate(type, data, options).then(
		() => undefined,
		(e: Error) => e,
	);
	if (error === undefined) throw new Error('nothing was refused');
	const shown = new NodeApiError(node, error as never);
	expect(shown.message).toBe(error.message);
	expect(shown.httpCode).toBeNull();
	const { code, status } = error as { code?: unknown; status?: unknown };
	expect([code, status]).toEqual([undefined, undefined]);
	const entered = Object.values(data).filter((value) => value.length > 12);
	for (const value of entered) expect(JSON.stringify([error, error.message])).not.toContain(value);
	return error.message;
}

describe.each(vendors)('%s', (_name, type, data, ids, secrets) => {
	const keys = Object.entries({ ...ids, ...secrets });

	it.each(keys)('needs %s', async (field, label) => {
		expect(await refusal(type, { ...data, [field]: '' })).toContain(`'${label}' is empty`);
		const { [field]: _removed, ...without } = data;
		expect(await refusal(type, without)).toContain(`'${label}' is empty`);
	});

	it.each(keys)('refuses blanks and line breaks in %s', async (field, label) => {
		for (const bad of [
			` ${data[field]}`,
			`${data[field]}\n`,
			`${data[field]}\r\nX: y`,
			'two words',
		]) {
			expect(await refusal(type, { ...data, [field]: bad })).toBe(
				`'${label}' contains a space or a line break. Copy it again without any surrounding text`,
			);
		}
	});

	it.each(keys)('refuses characters that are no part of %s', async (field, label) => {
		expect(await refusal(type, { ...data, [field]: `${data[field]}键` })).toContain(`'${label}'`);
	});

	it.each(Object.entries(ids))(
		'refuses separators of the Authorization header in %s',
		async (field, label) => {
			expect(await refusal(type, { ...data, [field]: 'AK,SignedHeaders' })).toContain(`'${label}'`);
			expect(await refusal(type, { ...data, [field]: 'AK/20240620' })).toContain(`'${label}'`);
		},
	);

	it('refuses a token on two lines', async () => {
		const field = 'token' in data ? 'token' : 'securityToken';
		const label = 'token' in data ? 'Token' : 'Security Token';

		expect(await refusal(type, { ...data, [field]: 'first\nsecond' })).toContain(`'${label}'`);
	});

	it.each([
		['', 'is empty'],
		['evil.example/#', 'is not a region ID'],
		['cn-north-4.evil.example', 'is not a region ID'],
		['CN-NORTH-4', 'is not a region ID'],
		['cn--north', 'is not a region ID'],
		['cn-north-4\n', 'is not a region ID'],
		['a'.repeat(64), 'is not a region ID'],
	])('refuses the region %j', async (region, problem) => {
		expect(await refusal(type, { ...data, region })).toContain(`'Region' ${problem}`);
		expect(await refusal(type, { ...data, region: 'custom', customRegion: region })).toContain(
			`'Custom Region' ${problem}`,
		);
	});

	it.each([
		['dms.corp.test', 'is not a URL'],
		['ftp://dms.corp.test', 'is not a URL'],
		['https://', 'is not a URL'],
		['https://user:secret@dms.corp.test', 'contains a user name or password'],
		['https://dms.corp.test?x=1', 'contains a query string or fragment'],
		['https://dms.corp.test/#', 'contains a query string or fragment'],
		['https://dms.corp.test/prefix', 'contains a path'],
		[' https://dms.corp.test', 'contains a space or a line break'],
		['https://{zone}.corp.test', 'contains an unknown placeholder'],
	])('refuses the endpoint %j', async (endpoint, problem) => {
		expect(await refusal(type, { ...data, endpoint })).toContain(`'Endpoint' ${problem}`);
	});

	it.each(['http://127.0.0.1:4510', 'https://kafka.{region}.example.com/', 'https://[::1]:8443'])(
		'accepts the endpoint %s',
		async (endpoint) => {
			const options = httpRequestNode('POST', 'https://ckafka.tencentcloudapi.com/');
			await expect(authenticate(type, { ...data, endpoint }, options)).resolves.toHaveProperty(
				'url',
			);
		},
	);

	it.each([
		[{ headers: { 'X-Note': '订单' } }, "'X-Note'"],
		[{ headers: { 'X-Note': 'a\r\nHost: evil' } }, "'X-Note'"],
		[{ qs: { a: '\ud800' } }, 'incomplete character'],
		[{ uri: 'not a url' }, 'URL is not valid'],
	])('refuses the request %j', async (more, problem) => {
		const options = httpRequestNode('POST', 'https://ckafka.tencentcloudapi.com/', more);

		await expect(authenticate(type, data, options)).rejects.toThrow(problem);
	});
});

describe('Huawei Cloud', () => {
	const type = new ManagedKafkaHuaweiCloudApi();

	it.each(['cn-north-4', '../admin', 'e9993fc787d94b6c886cbaa340f9c0f', `${HUAWEI.projectId}\n`])(
		'refuses the project ID %j',
		async (projectId) => {
			expect(await refusal(type, { ...HUAWEI, projectId })).toContain(
				"'Project ID' is not a project ID",
			);
		},
	);

	it('takes other project IDs from private clouds, but nothing that changes the path', async () => {
		const endpoint = 'https://dms.example.com';
		const uri = `${endpoint}/v2/{project_id}/instances`;
		const signed = await authenticate(
			type,
			{ ...HUAWEI, endpoint, projectId: 'project-1' },
			httpRequestNode('GET', uri),
		);

		expect(signed.url).toBe(`${endpoint}/v2/project-1/instances`);
		expect(await refusal(type, { ...HUAWEI, endpoint, projectId: '../x' })).toContain(
			"'Project ID'",
		);
	});

	it.each([
		['userName', 'User Name'],
		['password', 'Password'],
		['domainName', 'Account Name'],
	])('needs %s on one line', async (field, label) => {
		expect(await refusal(type, { ...HUAWEI_PASSWORD, [field]: '' })).toContain(
			`'${label}' is empty`,
		);
		expect(await refusal(type, { ...HUAWEI_PASSWORD, [field]: 'a\nb' })).toContain(
			`'${label}' contains`,
		);
	});

	it('refuses a bad IAM endpoint', async () => {
		expect(await refusal(type, { ...HUAWEI, iamEndpoint: 'iam' })).toContain("'IAM Endpoint'");
	});

	it('checks before it asks IAM', async () => {
		const httpRequest = jest.fn();
		const preAuthenticate = async (data: Data) =>
			await type.preAuthentication.call({ helpers: { httpRequest } } as never, data);

		await expect(preAuthenticate({ ...HUAWEI, region: 'evil.example/#' })).rejects.toThrow(
			"'Region'",
		);
		await expect(preAuthenticate({ ...HUAWEI, projectId: '', accessKeyId: '' })).rejects.toThrow(
			"'Access Key ID'",
		);
		await expect(preAuthenticate({ ...HUAWEI_PASSWORD, password: '' })).rejects.toThrow(
			"'Password'",
		);
		expect(httpRequest).not.toHaveBeenCalled();
	});
});
