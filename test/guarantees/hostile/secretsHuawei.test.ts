/** No secret comes out of any operation of the Huawei Cloud node, whatever goes wrong. */
import { openVendor } from '../../support/stage';
import { ACCESS, accessesOf, everythingOf, secretsIn } from './canaries';
import { checkSecrets } from './secrets';

checkSecrets('huawei');

test.each([200, 400])(
	'the token of another region is a secret, although n8n does not store it; status %i',
	async (status) => {
		const cloud = await openVendor('huawei', { accounts: ACCESS.huawei.accounts });
		const access = accessesOf('huawei', cloud.em).find((one) => 'password' in one);
		Object.assign(cloud.n8n.credentials, { managedKafkaHuaweiCloudApi: access });
		const list = async () =>
			await cloud.run('instance/getAll', { options: { region: 'ap-southeast-1' } });
		await list();
		const token = String(cloud.em.requests.at(-1)?.headers['x-auth-token']);
		expect(token.length).toBeGreaterThan(20);

		const words = `You sent ${token}.`;
		const body = { error_code: 'Strange.Code', error_msg: words, instances: [{ name: words }] };
		cloud.em.faults.add({ times: 'always', effect: { kind: 'answer', status, body } });
		const shown = everythingOf((await list()).run);
		expect(shown).toContain('********');
		expect(secretsIn(shown, [token])).toEqual([]);
		await cloud.close();
	},
);
