/** A role that a token of an OIDC provider lets assume, without any key. */
import type { IDataObject } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts, type Accounts } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { openVendor, type Cloud } from '../../support/stage';

const PROVIDER = 'acs:ram::1234567890123456:oidc-provider/login';
const LIST = { resource: 'instance', operation: 'getAll' };
const { credential, data } = VENDORS.alibaba;

let accounts: Accounts;
let cloud: Cloud;
/** Each test has a token of its own, as sessions outlive a test. */
let count = 0;

const signIn = (more: IDataObject = {}) => {
	cloud.n8n.credentials[credential] = {
		...(data(cloud.em) as object),
		accessKeyId: '',
		accessKeySecret: '',
		assumeRole: true,
		assumeRoleWith: 'oidc',
		oidcProviderArn: PROVIDER,
		oidcToken: `eyJ-token-${count}`,
		roleArn: EXAMPLE.alibaba.role,
		...more,
	} as never;
};

beforeEach(async () => {
	count++;
	accounts = exampleAccounts();
	accounts.alibaba.identities = [{ provider: PROVIDER, token: `eyJ-token-${count}` }];
	accounts.alibaba.roles = [{ name: EXAMPLE.alibaba.role, trusts: [PROVIDER], longest: 3600 }];
	cloud = await openVendor('alibaba', { accounts });
	signIn();
});

test('signs all items with keys that are fetched once, by a request that nothing signs', async () => {
	const run = await cloud.start(LIST, { json: [{}, {}, {}] });
	expect(run.error).toBeUndefined();
	const [asked, ...more] = cloud.sent('AssumeRoleWithOIDC');
	expect(more).toEqual([]);
	expect(asked.url).not.toMatch(/token|Signature=|AccessKeyId/i);
	expect(asked.headers).not.toHaveProperty('authorization');
	expect(cloud.body('AssumeRoleWithOIDC')).toEqual({
		RoleArn: EXAMPLE.alibaba.role,
		RoleSessionName: 'n8n',
		DurationSeconds: '3600',
		OIDCProviderArn: PROVIDER,
		OIDCToken: `eyJ-token-${count}`,
	});
	const [listed] = cloud.sent('GetInstanceList');
	expect(listed.headers['x-acs-accesskey-id']).toMatch(/^STS\./);
});

test('is who the role says', async () => {
	const [{ Arn }] = await cloud.items('account/getIdentity');
	expect(Arn).toBe('acs:ram::1234567890123456:assumed-role/kafka-operator/n8n');
});

test.each<[string, IDataObject, RegExp]>([
	['a token that is not valid', { oidcToken: 'eyJ-of-others' }, /'OIDC Token' is not valid/],
	[
		'a provider that is not there',
		{ oidcProviderArn: `${PROVIDER}-gone` },
		/The OIDC provider does not exist/,
	],
	['a role that does not exist', { roleArn: `${EXAMPLE.alibaba.role}-gone` }, /does not exist/],
	['no token', { oidcToken: '' }, /'OIDC Token' is empty/],
	['no ARN of a provider', { oidcProviderArn: 'login' }, /'OIDC Provider ARN' is not valid/],
])('says what to do about %s, and asks Kafka nothing', async (_, more, words) => {
	signIn(more);
	const { told } = await cloud.run('instance/getAll');
	expect(told).toMatch(words);
	expect(told).not.toContain('eyJ-');
	expect(cloud.sent('GetInstanceList')).toEqual([]);
});

test('a role that trusts another provider says what its trust policy needs', async () => {
	accounts.alibaba.roles = [{ name: EXAMPLE.alibaba.role, trusts: [], longest: 3600 }];
	const { told } = await cloud.run('instance/getAll');
	expect(told).toContain('Make sure that the trust policy of the role names the OIDC provider');
});

test('two tokens have keys of their own: one that is not valid gets none of another', async () => {
	await cloud.items('instance/getAll');
	signIn({ oidcToken: 'eyJ-of-others' });
	expect((await cloud.run('instance/getAll')).told).toContain("'OIDC Token' is not valid");
});
