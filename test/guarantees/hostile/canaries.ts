import type { IDataObject } from 'n8n-workflow';
import { inspect } from 'node:util';

import { EXAMPLE, exampleAccounts, type Accounts, type Emulator } from '../../../emulator';
import type { VendorName } from '../../support/stage';

/** Secrets that look like nothing else, with characters that every encoding changes. */
const KEY = 'canary-secret-key+/=01';
const TEMPORARY_KEY = 'canary-secret-key+/=02';
const TOKEN = 'canary-token+/=0123456789';
const LOGIN = 'Canary-login+1';
export const PASSWORD = 'Canary-pass!1';

/** What may not come out anywhere. The passwords are those of the seeds and of the documents. */
export const CANARIES = [
	KEY,
	TEMPORARY_KEY,
	TOKEN,
	LOGIN,
	PASSWORD,
	'Secret-pass-1',
	'Secret-pass-2',
];

/** Type of the credential, and data of it for every way in which requests can be authenticated. */
interface Access {
	type: string;
	/** What the emulated cloud lets in. */
	accounts: Accounts;
	/** Credential data without the place, by what is told apart. */
	data: Record<string, IDataObject>;
}

const accounts = exampleAccounts();
const user = { userName: 'canary-user', password: LOGIN, domainName: 'canary-domain' };
accounts.huawei.keys.push(
	{ accessKey: 'CANARYACCESSKEY00001', secretKey: KEY },
	{ accessKey: 'CANARYACCESSKEY00002', secretKey: TEMPORARY_KEY, securityToken: TOKEN },
);
accounts.huawei.users.push(user);
accounts.alibaba.keys.push(
	{ accessKeyId: 'LTAIcanary00000001', accessKeySecret: KEY },
	{ accessKeyId: 'STS.canary00000002', accessKeySecret: TEMPORARY_KEY, securityToken: TOKEN },
);
accounts.tencent.keys.push(
	{ secretId: 'AKIDcanary0000000001', secretKey: KEY },
	{ secretId: 'AKIDcanary0000000002', secretKey: TEMPORARY_KEY, token: TOKEN },
);

const alibaba = (signatureVersion: string) => ({
	[signatureVersion]: { ...accounts.alibaba.keys[2], signatureVersion },
	[`${signatureVersion}, temporary`]: { ...accounts.alibaba.keys[3], signatureVersion },
});

export const ACCESS: Record<VendorName, Access> = {
	huawei: {
		type: 'managedKafkaHuaweiCloudApi',
		accounts,
		data: {
			'access key': {
				authentication: 'accessKey',
				accessKeyId: 'CANARYACCESSKEY00001',
				secretAccessKey: KEY,
				projectId: EXAMPLE.huawei.projectId,
			},
			'temporary key': {
				authentication: 'accessKey',
				accessKeyId: 'CANARYACCESSKEY00002',
				secretAccessKey: TEMPORARY_KEY,
				securityToken: TOKEN,
			},
			password: { authentication: 'password', ...user },
		},
	},
	alibaba: {
		type: 'managedKafkaAlibabaCloudApi',
		accounts,
		data: { ...alibaba('ACS3-HMAC-SHA256'), ...alibaba('1.0') },
	},
	tencent: {
		type: 'managedKafkaTencentCloudApi',
		accounts,
		data: {
			'API key': { ...accounts.tencent.keys[2], site: 'china' },
			'temporary key': { ...accounts.tencent.keys[3], site: 'international' },
		},
	},
};

/** Every way of authentication, with the place of an emulated cloud. */
export const accessesOf = (vendor: VendorName, em: Emulator): IDataObject[] =>
	Object.values(ACCESS[vendor].data).map((data) => ({
		...data,
		region: EXAMPLE[vendor].region,
		endpoint: em[vendor].url,
		...(vendor === 'huawei' && { iamEndpoint: em.huawei.iamUrl }),
	}));

/** As RFC 3986 has it, which all three clouds sign. */
const encoded = (text: string) =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** How a secret can stand in a text: as it is, in a URL, in a signed URL, in an echoed header. */
export const formsOf = (secret: string): string[] => {
	const inUrl = encoded(secret);
	return [secret, inUrl, encoded(inUrl), Buffer.from(secret).toString('base64')];
};

/** Everything that hangs on a value, be it enumerable or not: message, stack, causes, context. */
export const everythingOf = (value: unknown): string =>
	inspect(value, {
		depth: Infinity,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		breakLength: Infinity,
		showHidden: true,
	});

/** The secrets that a text holds. */
export const secretsIn = (text: string, secrets: readonly string[] = CANARIES): string[] =>
	secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
