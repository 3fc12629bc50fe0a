/** Each kind of key against the emulator, whose verifiers share no code with the signers. */
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { startEmulator, type Emulator } from '../../../emulator';
import { ALIBABA, HUAWEI, HUAWEI_PASSWORD, TENCENT } from './support';
import { pressTest } from './testButton';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(async () => {
	await emulator.close();
});

const OK = { status: 'OK', message: 'Connection successful!' };
const refused = (message: string) => ({
	status: 'Error',
	message: expect.stringContaining(message),
});

describe('Huawei Cloud', () => {
	const test = async (data: Record<string, string>, more: Record<string, string> = {}) => {
		const { huawei, credentials } = emulator;
		return await pressTest(new ManagedKafkaHuaweiCloudApi(), {
			...data,
			region: credentials.huawei.region,
			endpoint: huawei.url,
			iamEndpoint: huawei.iamUrl,
			...more,
		});
	};
	const key = (kind: 'permanent' | 'temporary') => {
		const { accessKey, secretKey, ...token } = emulator.credentials.huawei[kind];
		return { ...HUAWEI, accessKeyId: accessKey, secretAccessKey: secretKey, ...token };
	};

	it.each(['permanent', 'temporary'] as const)(
		'accepts a %s key, with and without project ID',
		async (kind) => {
			const { projectId } = emulator.credentials.huawei;

			expect(await test(key(kind), { projectId })).toMatchObject(OK);
			expect(await test(key(kind), { projectId: '' })).toMatchObject(OK);
		},
	);

	it('accepts a password', async () => {
		const { user } = emulator.credentials.huawei;

		expect(await test({ ...HUAWEI_PASSWORD, ...user })).toMatchObject(OK);
		expect(await test({ ...HUAWEI_PASSWORD, ...user, password: 'wrong' })).toMatchObject(
			refused("'Password'"),
		);
	});

	it('refuses a wrong key and a region without a project', async () => {
		const { projectId, regionWithoutProject } = emulator.credentials.huawei;

		expect(await test(key('permanent'), { projectId, secretAccessKey: 'wrong' })).toMatchObject(
			refused("'Secret Access Key' does not belong to it"),
		);
		expect(
			await test(key('permanent'), { projectId: '', region: regionWithoutProject }),
		).toMatchObject(refused('cannot see a project'));
	});
});

describe('Alibaba Cloud', () => {
	const test = async (data: Record<string, string>) =>
		await pressTest(new ManagedKafkaAlibabaCloudApi(), {
			...ALIBABA,
			endpoint: emulator.alibaba.url,
			...data,
		});

	it.each(['ACS3-HMAC-SHA256', '1.0'])(
		'accepts permanent and temporary keys with %s',
		async (signatureVersion) => {
			const { permanent, temporary } = emulator.credentials.alibaba;

			expect(await test({ ...permanent, signatureVersion })).toMatchObject(OK);
			expect(await test({ ...temporary, signatureVersion })).toMatchObject(OK);
		},
	);

	it.each(['ACS3-HMAC-SHA256', '1.0'])('refuses wrong keys with %s', async (signatureVersion) => {
		const { permanent } = emulator.credentials.alibaba;

		expect(await test({ ...permanent, signatureVersion, accessKeySecret: 'wrong' })).toMatchObject(
			refused("'Access Key Secret'"),
		);
		expect(
			await test({ ...permanent, signatureVersion, accessKeyId: 'LTAIunknown' }),
		).toMatchObject(refused("'Access Key ID'"));
	});
});

describe('Tencent Cloud', () => {
	const test = async (data: object) =>
		await pressTest(new ManagedKafkaTencentCloudApi(), {
			...TENCENT,
			endpoint: emulator.tencent.url,
			...data,
		});

	it('accepts permanent and temporary keys', async () => {
		const { permanent, temporary } = emulator.credentials.tencent;

		expect(await test(permanent)).toMatchObject(OK);
		expect(await test(temporary)).toMatchObject(OK);
	});

	it('refuses wrong keys', async () => {
		const { permanent, temporary } = emulator.credentials.tencent;

		expect(await test({ ...permanent, secretKey: 'wrong' })).toMatchObject(refused("'Secret Key'"));
		expect(await test({ ...permanent, secretId: 'AKIDunknown' })).toMatchObject(
			refused("'Secret ID'"),
		);
		expect(await test({ ...temporary, token: 'wrong' })).toMatchObject(refused("'Token'"));
	});
});
