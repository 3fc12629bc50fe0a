/** The services beside Kafka: what the nodes send, and what the official SDKs send, to the same emulated cloud. */
import type { INodeParameters } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { callCompanion } from '../../support/sdks/alibabaCompanions';
import { byId, openVendor, type Cloud } from '../../support/stage';

const FORM: INodeParameters = { resource: 'instance', operation: 'createAndDeploy' };
const VPC = byId('vpc-bp1emulator0000000000');
const ROLE = EXAMPLE.alibaba.role;
const PROVIDER = 'acs:ram::1234567890123456:oidc-provider/login';
const { credential, data } = VENDORS.alibaba;

let cloud: Cloud;
beforeEach(async () => {
	const accounts = exampleAccounts();
	accounts.alibaba.identities = [{ provider: PROVIDER, token: 'eyJ-parity' }];
	const trusts = [...(accounts.alibaba.roles?.[0].trusts ?? []), PROVIDER];
	accounts.alibaba.roles = [{ name: ROLE, trusts, longest: 3600 }];
	cloud = await openVendor('alibaba', { accounts });
});

const search = async (method: string, more: INodeParameters = {}) =>
	await cloud.lookUp('listSearch', method, { ...FORM, ...more });

const assume = async (more: object) => {
	cloud.n8n.credentials[credential] = data(cloud.em, {
		assumeRole: true,
		roleArn: ROLE,
		roleSessionName: 'parity',
		...more,
	} as never);
	await cloud.items('instance/getAll');
};

/** Operations, how our side is made to ask, and parameters of ours that the SDK does not know. */
const CALLS: Array<[operation: string, ours: () => Promise<unknown>, unknown?: string[]]> = [
	['DescribeVpcs', async () => await search('searchVpcs')],
	['DescribeVSwitches', async () => await search('searchVSwitches', { vpcId: VPC })],
	['DescribeSecurityGroups', async () => await search('searchSecurityGroups', { vpcId: VPC })],
	// Newer than the SDK; the facts of the API have it.
	['ListKeys', async () => await search('searchKeys'), ['Filters']],
	['ListAliases', async () => await search('searchKeys')],
	['ListResourceGroups', async () => await search('searchResourceGroups')],
	['GetCallerIdentity', async () => await cloud.items('account/getIdentity')],
	['AssumeRole', async () => await assume({})],
	[
		'AssumeRoleWithOIDC',
		async () =>
			await assume({
				accessKeyId: '',
				accessKeySecret: '',
				assumeRoleWith: 'oidc',
				oidcProviderArn: PROVIDER,
				oidcToken: 'eyJ-parity',
			}),
	],
];

/** What names, signs, and times a request of signature version 1.0. */
const ENVELOPE = [
	'AccessKeyId',
	'Action',
	'Format',
	'Signature',
	'SignatureMethod',
	'SignatureNonce',
	'SignatureVersion',
	'Timestamp',
	'Version',
];

/** What the cloud reads of the first request for an operation, wherever in the request it stands. */
function wireOf(operation: string) {
	const [{ method, path, url, headers, body, status }] = cloud.sent(operation);
	const fields = [...new URL(url, 'http://x').searchParams, ...new URLSearchParams(String(body))];
	const all = Object.fromEntries(fields);
	return {
		line: `${method} ${path}`,
		status,
		action: headers['x-acs-action'] ?? all.Action,
		version: headers['x-acs-version'] ?? all.Version,
		parameters: Object.fromEntries(fields.filter(([name]) => !ENVELOPE.includes(name))),
	};
}

test.each(CALLS)('%s', async (operation, ours, unknown = []) => {
	await ours();
	const sent = wireOf(operation);
	expect(sent.status).toBe(200);
	cloud.forget();
	// The emulator checks both signatures over the bytes that it got: a refusal would be thrown here.
	await callCompanion(cloud.em, operation, sent.parameters);
	for (const name of unknown) {
		expect(sent.parameters).toHaveProperty(name);
		delete sent.parameters[name];
	}
	expect(wireOf(operation)).toEqual(sent);
});

test('a signature of version 1.0 is that of the SDK which has no other', async () => {
	await search('searchKeys');
	const { parameters } = wireOf('ListAliases');
	cloud.forget();
	cloud.n8n.credentials[credential] = data(cloud.em, { signatureVersion: '1.0' });
	cloud.clock.advance(61_000);
	await search('searchKeys');
	await callCompanion(cloud.em, 'ListAliases', parameters);
	const [ours, theirs] = cloud.sent('ListAliases');
	for (const { url, body, status, headers } of [ours, theirs]) {
		expect(`${url}&${String(body)}`).toContain('SignatureVersion=1.0');
		expect(headers.authorization).toBeUndefined();
		expect(status).toBe(200);
	}
});
