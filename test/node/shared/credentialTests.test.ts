/** What the Test button of each credential tells apart, cause by cause and cloud by cloud. */
import type { IDataObject } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts, type FaultEffect } from '../../../emulator';
import { selfSigned } from '../../support/certificates';
import { VENDORS } from '../../support/clouds';
import { openVendor, type Cloud, type VendorName } from '../../support/stage';
import { openTlsFront } from '../../support/tlsFront';

const MINUTE = 60_000;

/** Why a credential does not serve, and how the test brings it about. */
interface Cause {
	/** Fields of the credential. */
	more?: IDataObject;
	/** What the cloud does. */
	cloud?(cloud: Cloud): void;
	/** What the person who tests reads. */
	tells: RegExp;
}

const answers =
	(operation: string, status: number, body: object) =>
	({ em }: Cloud): void => {
		em.faults.add({ operation, effect: { kind: 'answer', status, body } as FaultEffect });
	};
const skewed = ({ em }: Cloud): void => {
	em.faults.add({ times: 'always', effect: { kind: 'skew', ms: 20 * MINUTE } });
};
const ofTencent = (Code: string) =>
	answers('DescribeInstances', 200, {
		Response: { Error: { Code, Message: 'm' }, RequestId: 'r' },
	});
const ofAlibaba = (Code: string, status = 400) =>
	answers('GetInstanceList', status, { Code, Message: 'm', RequestId: 'r' });
const ofHuawei = (error_code: string, status: number) =>
	answers('ListInstances', status, { error_code, error_msg: 'm' });

const ALIBABA_ROLE = { assumeRole: true, roleArn: EXAMPLE.alibaba.role };
const TENCENT_ROLE = { assumeRole: true, roleArn: EXAMPLE.tencent.role };
const { agency } = EXAMPLE.huawei;
const HUAWEI_ROLE = {
	assumeRole: true,
	agencyName: agency.name,
	delegatingAccountName: agency.domainName,
};
const BY_URN = {
	assumeRole: true,
	agencyMethod: 'sts',
	agencyUrn: `iam::${exampleAccounts().huawei.domainId}:agency:${agency.name}`,
};

const NO_HUAWEI_KEY = /The 'Access Key ID' does not exist/;
const HUAWEI_SECRET = /'Secret Access Key' does not belong to it/;
const HUAWEI_CLOCK = /The clock of the n8n server is 20 minutes behind that of the service/;
const ALIBABA_CLOCK = /The clock of the n8n server is off by more than 15 minutes/;
const TENCENT_CLOCK = /The clock of the n8n server is off by more than 5 minutes/;

const CAUSES: Record<VendorName, Record<string, Cause>> = {
	alibaba: {
		'a wrong key': { more: { accessKeyId: 'LTAInobody' }, tells: /Check 'Access Key ID'/ },
		'a wrong secret': { more: { accessKeySecret: 'wrong' }, tells: /Check 'Access Key Secret'/ },
		'no right for Kafka': { cloud: ofAlibaba('NoPermission', 403), tells: /alikafka:ListInstance/ },
		'the clock': { cloud: skewed, tells: ALIBABA_CLOCK },
		'a foreign site': {
			cloud: ofAlibaba('AUTH_ONS_CHANNEL_INVALID'),
			tells: /China site \(aliyun\.com\), of the international site/,
		},
		'a wrong region': { cloud: ofAlibaba('InvalidRegionId'), tells: /does not serve the region/ },
		'a role that may not be assumed': {
			more: { ...ALIBABA_ROLE, externalId: 'of-others' },
			tells: /The role may not be assumed/,
		},
		'a role that does not exist': {
			more: { ...ALIBABA_ROLE, roleArn: `${EXAMPLE.alibaba.role}-gone` },
			tells: /The role does not exist/,
		},
		'a role, and a wrong key': {
			more: { ...ALIBABA_ROLE, accessKeyId: 'LTAInobody' },
			tells: /Check 'Access Key ID'/,
		},
		'a role, and a wrong secret': {
			more: { ...ALIBABA_ROLE, accessKeySecret: 'wrong' },
			tells: /Check 'Access Key Secret'/,
		},
		'a role, and the clock': { more: ALIBABA_ROLE, cloud: skewed, tells: ALIBABA_CLOCK },
	},
	tencent: {
		'a wrong key': { more: { secretId: 'AKIDnobody' }, tells: /Check 'Secret ID' and 'Site'/ },
		'a wrong secret': { more: { secretKey: 'wrong' }, tells: /Check 'Secret Key'/ },
		'no right for Kafka': {
			cloud: ofTencent('UnauthorizedOperation'),
			tells: /ckafka:DescribeInstances/,
		},
		'the clock': { cloud: skewed, tells: TENCENT_CLOCK },
		'a foreign site': {
			cloud: ofTencent('AuthFailure.SecretIdNotFound'),
			tells: /the two sites have separate keys/,
		},
		'a wrong region': {
			more: { region: 'custom', customRegion: 'cn-north-4' },
			tells: /has no CKafka in this region\. Check 'Region'/,
		},
		'a role that may not be assumed': {
			more: { ...TENCENT_ROLE, externalId: 'of-others' },
			tells: /The role may not be assumed/,
		},
		'a role that does not exist': {
			more: { ...TENCENT_ROLE, roleArn: `${EXAMPLE.tencent.role}-gone` },
			tells: /The role does not exist/,
		},
		'a role, and a wrong key': {
			more: { ...TENCENT_ROLE, secretId: 'AKIDnobody' },
			tells: /Check 'Secret ID' and 'Site'/,
		},
		'a role, and a wrong secret': {
			more: { ...TENCENT_ROLE, secretKey: 'wrong' },
			tells: /Check 'Secret Key'/,
		},
		'a role, and the clock': { more: TENCENT_ROLE, cloud: skewed, tells: TENCENT_CLOCK },
	},
	huawei: {
		'a wrong key': { more: { accessKeyId: 'NOBODY' }, tells: NO_HUAWEI_KEY },
		'a wrong secret': { more: { secretAccessKey: 'wrong' }, tells: HUAWEI_SECRET },
		'no right for Kafka': { cloud: ofHuawei('DMS.10240309', 403), tells: /dms:instance:list/ },
		'the clock': { cloud: skewed, tells: HUAWEI_CLOCK },
		// Each cloud has an IAM of its own, which knows no key of another.
		'a foreign site': {
			more: { accessKeyId: 'NOBODY', projectId: '' },
			tells: /that it belongs to this cloud/,
		},
		'a wrong region': {
			more: { region: 'custom', customRegion: 'xx-gone', projectId: '' },
			tells: /cannot see a project for the region xx-gone/,
		},
		'a wrong project': {
			more: { projectId: '0123456789abcdef0123456789abcdef' },
			tells: /or leave 'Project ID' empty/,
		},
		'a role that may not be assumed': {
			more: { ...HUAWEI_ROLE, agencyName: 'of-others' },
			tells: /The agency may not be assumed/,
		},
		'a role that does not exist': {
			more: { ...HUAWEI_ROLE, agencyName: 'gone' },
			tells: /The agency does not exist/,
		},
		'a role, and a wrong key': {
			more: { ...HUAWEI_ROLE, accessKeyId: 'NOBODY' },
			tells: NO_HUAWEI_KEY,
		},
		'a role, and a wrong secret': {
			more: { ...HUAWEI_ROLE, secretAccessKey: 'wrong' },
			tells: HUAWEI_SECRET,
		},
		'a role, and the clock': { more: HUAWEI_ROLE, cloud: skewed, tells: HUAWEI_CLOCK },
		'a role of STS, and a wrong key': {
			more: { ...BY_URN, accessKeyId: 'NOBODY' },
			tells: NO_HUAWEI_KEY,
		},
		'a role of STS, and a wrong secret': {
			more: { ...BY_URN, secretAccessKey: 'wrong' },
			tells: HUAWEI_SECRET,
		},
		'a role of STS, and the clock': { more: BY_URN, cloud: skewed, tells: HUAWEI_CLOCK },
	},
};

const VENDOR_NAMES = Object.keys(CAUSES) as VendorName[];

/** Each test has a session of its own, as sessions outlive a test. */
let count = 0;
const press = async (cloud: Cloud, vendor: VendorName, more: IDataObject = {}) => {
	const { credential, data } = VENDORS[vendor];
	const session = { roleSessionName: `n8n-button-${++count}` };
	return await cloud.n8n.testCredential(credential, data(cloud.em, { ...session, ...more }));
};
const open = async (vendor: VendorName) =>
	await openVendor(vendor, { accounts: exampleAccounts() });

const SECRETS: Record<VendorName, string> = {
	alibaba: EXAMPLE.alibaba.permanent.accessKeySecret,
	huawei: EXAMPLE.huawei.permanent.secretKey,
	tencent: EXAMPLE.tencent.permanent.secretKey,
};

describe.each(VENDOR_NAMES)('the credential test of %s', (vendor) => {
	test.each(Object.entries(CAUSES[vendor]))('tells of %s', async (_, cause) => {
		const cloud = await open(vendor);
		cause.cloud?.(cloud);
		const { status, message } = await press(cloud, vendor, cause.more);
		expect([status, message]).toEqual(['Error', expect.stringMatching(cause.tells)]);
		expect(message).not.toContain(SECRETS[vendor]);
		expect(
			cloud
				.writes()
				.filter(({ operation }) => !/Assume|TemporaryAccessKey/.test(String(operation))),
		).toEqual([]);
	});

	test('gives no two causes the same text, but for what nothing can tell apart', async () => {
		const texts = new Map<string, string[]>();
		for (const [name, { tells }] of Object.entries(CAUSES[vendor])) {
			if (name.startsWith('a role') && name.includes(', and')) continue;
			texts.set(String(tells), [...(texts.get(String(tells)) ?? []), name]);
		}
		expect([...texts.values()].filter(({ length }) => length > 1)).toEqual([]);
	});

	test('succeeds where nothing is wrong, with one request', async () => {
		const cloud = await open(vendor);
		expect(await press(cloud, vendor)).toMatchObject({ status: 'OK' });
		expect(cloud.lines()).toHaveLength(1);
	});

	// n8n shows the code of a failed connection, and has no rule for it: docs/troubleshooting.md explains it.
	test('shows the code of a certificate that is not trusted, and sends nothing', async () => {
		const cloud = await open(vendor);
		const front = await openTlsFront(cloud.em[vendor].url, selfSigned('127.0.0.1'));
		expect(await press(cloud, vendor, { endpoint: front.url })).toMatchObject({
			status: 'Error',
			message: 'DEPTH_ZERO_SELF_SIGNED_CERT',
		});
		expect(front).toMatchObject({ connections: 1, received: 0 });
	});
});

test('the clouds have the same causes', () => {
	const names = (vendor: VendorName) => Object.keys(CAUSES[vendor]);
	expect(names('tencent')).toEqual(names('alibaba'));
	expect(names('huawei')).toEqual(expect.arrayContaining(names('alibaba')));
});
