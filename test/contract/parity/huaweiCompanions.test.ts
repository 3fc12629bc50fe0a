/** The official SDKs of the services beside Kafka, as the second witness: what they sign and send is answered. */
import { newInstance, openCloud, type Cloud } from '../../support/stage';
import { vpcClients } from '../../support/sdks/huaweiVpc';

let cloud: Cloud;
beforeEach(async () => {
	cloud = await openCloud();
});

/** Method, path and sorted query of the last request. */
function lastLine(): string {
	const { method, url } = cloud.em.requests.at(-1) ?? { method: '', url: '' };
	const { pathname, searchParams } = new URL(url, 'http://x');
	searchParams.sort();
	return `${method} ${pathname}?${searchParams.toString()}`;
}
const search = async (method: string, more: object = {}) =>
	await cloud.lookUp('listSearch', method, newInstance('orders', more as never));

const EVERY = { limit: 1000, enterprise_project_id: 'all_granted_eps' };

test('networks and security groups are asked for as the SDK asks', async () => {
	const { current: client } = vpcClients(cloud.em);
	for (const [method, ask] of [
		['searchVpcs', async () => await client.listVpcs(EVERY as never)],
		['searchSecurityGroups', async () => await client.listSecurityGroups(EVERY as never)],
	] as const) {
		await search(method);
		const ours = lastLine();
		await ask();
		expect(lastLine()).toBe(ours);
		expect(cloud.em.requests.at(-1)?.status).toBe(200);
	}
});

test('subnets are asked for as the SDK asks', async () => {
	const { state } = cloud.em.huawei;
	const [{ id }] = state.surroundings(state.accounts.projects[0]).vpcs;
	const { older: client } = vpcClients(cloud.em);
	await search('searchSubnets', { vpcId: { __rl: true, mode: 'id', value: id } });
	const ours = lastLine();
	await client.listSubnets({ limit: 1000, vpc_id: id } as never);
	expect(lastLine()).toBe(ours);
	expect(cloud.em.requests.at(-1)?.status).toBe(200);
});
