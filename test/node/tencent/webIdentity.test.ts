/** A role that a token of an OIDC provider lets assume, without any key. */
import type { IDataObject } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts, type Accounts } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { openVendor, type Cloud } from '../../support/stage';

const PROVIDER = 'login';
const LIST = { resource: 'instance', operation: 'getAll' };
const { credential, data } = VENDORS.tencent;

let accounts: Accounts;
let cloud: Cloud;
/** Each test has a token of its own, as sessions outlive a test. */
let count = 0;

const signIn = (more: IDataObject = {}) => {
	cloud.n8n.credentials[credential] = {
		...(data(cloud.em) as object),
		secretId: '',
		secretKey: '',
		assumeRole: true,
		assumeRoleWith: 'oidc',
		oidcProvider: PROVIDER,
		oidcToken: `eyJ-token-${count}`,
		roleArn: EXAMPLE.tencent.role,
		...more,
	} as never;
};

beforeEach(async () => {
	count++;
	accounts = exampleAccounts();
	accounts.tencent.identities = [{ provider: PROVIDER, token: `eyJ-token-${count}` }];
	accounts.tencent.roles = [{ name: EXAMPLE.tencent.role, trusts: [PROVIDER], longest: 3600 }];
	cloud = await openVendor('tencent', { accounts });
	signIn();
});

test('signs all items with keys that are fetched once, by a request that nothing signs', async () => {
	const run = await cloud.start(LIST, { json: [{}, {}, {}] });
	expect(run.error).toBeUndefined();
	const [asked, ...more] = cloud.sent('AssumeRoleWithWebIdentity');
	expect(more).toEqual([]);
	expect(asked.url).not.toMatch(/token|identity/i);
	expect(asked.headers).toMatchObject({ authorization: 'SKIP' });
	expect(Object.keys(asked.headers)).not.toContain('x-tc-token');
	expect(cloud.body('AssumeRoleWithWebIdentity')).toEqual({
		RoleArn: EXAMPLE.tencent.role,
		RoleSessionName: 'n8n',
		DurationSeconds: 3600,
		ProviderId: PROVIDER,
		WebIdentityToken: `eyJ-token-${count}`,
	});
	const [listed] = cloud.sent('DescribeInstances');
	expect(listed.headers).toHaveProperty('x-tc-token');
	expect(JSON.stringify(listed)).not.toContain('eyJ-');
});

test('is who the role says', async () => {
	const [{ Arn }] = await cloud.items('account/getIdentity');
	expect(Arn).toBe('qcs::sts:100000000001:assumed-role/kafka-operator/n8n');
});

test.each<[string, IDataObject, RegExp]>([
	['a token that is not valid', { oidcToken: 'eyJ-of-others' }, /'OIDC Token' is not valid/],
	['a provider that is not there', { oidcProvider: `${PROVIDER}-gone` }, /check 'OIDC Provider'/],
	['a role that does not exist', { roleArn: `${EXAMPLE.tencent.role}-gone` }, /does not exist/],
	['no token', { oidcToken: '' }, /'OIDC Token' is empty/],
	['a provider that is no name', { oidcProvider: 'a/b' }, /'OIDC Provider' is not valid/],
	['no provider', { oidcProvider: '' }, /'OIDC Provider' is empty/],
])('says what to do about %s, and asks Kafka nothing', async (_, more, words) => {
	signIn(more);
	const { told } = await cloud.run('instance/getAll');
	expect(told).toMatch(words);
	expect(told).not.toContain('eyJ-');
	expect(cloud.sent('DescribeInstances')).toEqual([]);
});

test('a role that trusts another provider says what its trust policy needs', async () => {
	accounts.tencent.roles = [{ name: EXAMPLE.tencent.role, trusts: [], longest: 3600 }];
	const { told } = await cloud.run('instance/getAll');
	expect(told).toContain('Make sure that the trust policy of the role names the OIDC provider');
});

test('two tokens have keys of their own: one that is not valid gets none of another', async () => {
	await cloud.items('instance/getAll');
	signIn({ oidcToken: 'eyJ-of-others' });
	expect((await cloud.run('instance/getAll')).told).toContain("'OIDC Token' is not valid");
});
