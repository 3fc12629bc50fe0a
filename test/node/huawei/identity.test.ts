/** Account: Get Identity. */
import { EXAMPLE } from '../../../emulator';
import { openCloud } from '../../support/stage';

const READ = 'account/getIdentity';

test('tells account and user by the Security Token Service, without project and account', async () => {
	const cloud = await openCloud();
	const { domainId } = cloud.em.huawei.state.accounts;
	expect(await cloud.items(READ)).toEqual([
		{
			account_id: domainId,
			principal_urn: `iam::${domainId}:user:${EXAMPLE.huawei.user.userName}`,
			principal_id: expect.any(String),
		},
	]);
	const [{ headers }] = cloud.sent('GetCallerIdentity');
	expect(headers).not.toHaveProperty('x-project-id');
	expect(headers).not.toHaveProperty('x-domain-id');
	expect(cloud.em.requests).toHaveLength(1);
});

test('tells the account by IAM where the service does not answer for the credential', async () => {
	const cloud = await openCloud();
	cloud.em.faults.add({
		operation: 'GetCallerIdentity',
		effect: { kind: 'answer', status: 404, body: { error_code: 'APIGW.0101', error_msg: 'no' } },
	});
	const { domainId, users } = cloud.em.huawei.state.accounts;
	expect(await cloud.items(READ)).toEqual([
		{ account_id: domainId, account_name: users[0].domainName },
	]);
});

test('a key that is not known is no identity', async () => {
	const cloud = await openCloud();
	const data = cloud.n8n.credentials.managedKafkaHuaweiCloudApi as { accessKeyId: string };
	data.accessKeyId = 'NOBODY';
	const { items, told } = await cloud.run(READ);
	expect(items).toEqual([]);
	expect(told).toContain("'Access Key ID'");
});
