/** What is chosen from the lists of other services: networks, elastic IPs, keys, enterprise projects. */
import type { INodeListSearchResult, INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { byId, byName, newInstance, openCloud, type Cloud } from '../../support/stage';

let cloud: Cloud;

beforeEach(async () => {
	cloud = await openCloud();
});

const around = (region = 0) => {
	const { state } = cloud.em.huawei;
	return state.surroundings(state.accounts.projects[region]);
};
const create = (more: INodeParameters = {}) => newInstance('orders', more);
const search = async (method: string, more: INodeParameters = {}, ...args: unknown[]) =>
	await cloud.lookUp<INodeListSearchResult>('listSearch', method, create(more), ...args);
const names = async (method: string, more: INodeParameters = {}, ...args: unknown[]) =>
	(await search(method, more, ...args)).results.map(({ name }) => name);
const located = (value: string, mode = 'id') => ({ __rl: true, mode, value });

describe('in the editor', () => {
	test('VPCs show their range and ID, so that two of one name can be told apart', async () => {
		const { vpcs } = around();
		expect(await names('searchVpcs')).toEqual(
			vpcs.map(({ id, name, cidr }) => `${name}, ${cidr}, ${id}`),
		);
		expect(await names('searchVpcs', {}, '10.2.')).toHaveLength(1);
		expect(await names('searchVpcs', {}, vpcs[1].id)).toHaveLength(1);
	});

	test('subnets are those of the VPC, by ID or by name, with their free addresses', async () => {
		const { vpcs, subnets } = around();
		const shown = [
			`brokers-b, 10.0.1.0/28, cn-north-4b, 2 free IPs, ${subnets[1].id}`,
			`brokers, 10.0.0.0/24, 250 free IPs, ${subnets[0].id}`,
		];
		expect(await names('searchSubnets', { vpcId: located(vpcs[0].id, 'list') })).toEqual(shown);
		expect(await names('searchSubnets', { vpcId: located('orders-vpc', 'name') })).toEqual(shown);
		const [{ url }] = cloud.sent('ListSubnets');
		expect(url).toContain(`vpc_id=${vpcs[0].id}`);
		// A standby subnet may be in any VPC.
		expect(await names('searchAllSubnets')).toHaveLength(subnets.length);
	});

	test('only free elastic IPs, enabled keys, and enabled enterprise projects are offered', async () => {
		const { publicIps, keys } = around();
		const ips = await cloud.lookUp<INodePropertyOptions[]>('loadOptions', 'getPublicIps', create());
		expect(ips.map(({ name }) => name)).toEqual(
			publicIps.slice(0, 4).map(({ alias, address, id }) => `${alias}, ${address}, ${id}`),
		);
		expect(await names('searchKeys')).toEqual([
			`dms/default, AES_256, default key, ${keys[1].id}`,
			`orders-disks, AES_256, ${keys[0].id}`,
		]);
		const projects = await names('searchEnterpriseProjects');
		expect(projects).toHaveLength(2);
		expect(projects[0]).toBe('default, 0');
	});

	test('enterprise projects are asked for with the account, which IAM tells once', async () => {
		await names('searchEnterpriseProjects');
		await names('searchEnterpriseProjects', {}, 'prod');
		expect(cloud.sent('KeystoneListAuthDomains')).toHaveLength(1);
		expect(cloud.sent('ListEnterpriseProject')).toHaveLength(1);
		const [{ headers }] = cloud.sent('ListEnterpriseProject');
		expect(headers['x-domain-id']).toBe(cloud.em.huawei.state.accounts.domainId);
		expect(headers).not.toHaveProperty('x-project-id');
	});

	test('lists go on over pages', async () => {
		const { securityGroups, keys } = around();
		for (let i = 0; i < 1200; i++) {
			securityGroups.push({ id: `${i}`, name: `group-${i}`, description: '' });
		}
		const [first] = keys;
		for (let i = 0; i < 250; i++) keys.push({ ...first, id: `${i}`, alias: `key-${i}` });
		const page = await search('searchSecurityGroups', {}, 'group-11');
		expect(page.results).toHaveLength(100);
		expect(page.paginationToken).toBeDefined();
		expect(cloud.sent('ListSecurityGroups')).toHaveLength(2);
		await search('searchKeys');
		expect(cloud.sent('ListKeys')).toHaveLength(3);
	});

	test('subnets go on where a page is full', async () => {
		const { subnets } = around();
		const [first] = subnets;
		for (let i = 0; i < 1500; i++) subnets.push({ ...first, id: `${i}`, name: `subnet-${i}` });
		await search('searchAllSubnets');
		expect(cloud.sent('ListSubnets')).toHaveLength(2);
	});

	test('lists follow the option of the region', async () => {
		const found = await search('searchVpcs', { options: { region: 'ap-southeast-1' } });
		expect(found.results.map(({ value }) => value)).toEqual(around(1).vpcs.map(({ id }) => id));
	});

	test.each([
		['searchVpcs', 'vpc:vpcs:list', 'VPCs'],
		['searchAllSubnets', 'vpc:subnets:list', 'subnets'],
		['searchSecurityGroups', 'vpc:securityGroups:list', 'security groups'],
		['searchKeys', 'kms:cmk:list', 'keys'],
		['searchEnterpriseProjects', 'eps:enterpriseProjects:list', 'enterprise projects'],
	])('%s without a right says which one is missing', async (method, permission, plural) => {
		cloud.em.huawei.state.denied.add(permission);
		await expect(search(method)).rejects.toMatchObject({
			message: `The credential has no permission to list ${plural} (${permission})`,
			description: expect.stringContaining(`Grant it ${permission}. You can enter the ID instead`),
		});
	});

	test('an endpoint for Kafka alone says how to lead to the others', async () => {
		const data = cloud.n8n.credentials.managedKafkaHuaweiCloudApi as { endpoint: string };
		data.endpoint = 'https://kafka.internal.example';
		await expect(search('searchVpcs')).rejects.toMatchObject({
			message: expect.stringContaining("'Endpoint' serves only Kafka, not the service 'vpc'"),
			description: expect.stringContaining('{service}'),
		});
		expect(cloud.sent('ListVpcs')).toEqual([]);
	});
});

describe('in a run', () => {
	const API = 'CreatePostPaidKafkaInstance';
	const network = () => {
		const { vpcs, subnets, securityGroups } = around();
		return {
			vpc_id: vpcs[0].id,
			subnet_id: subnets[0].id,
			security_group_id: securityGroups[1].id,
		};
	};
	const byNames = {
		vpcId: located('orders-vpc', 'name'),
		subnetId: located('brokers', 'name'),
		securityGroupId: located('kafka-clients', 'name'),
	};

	test('names become IDs before anything is created', async () => {
		const { keys, publicIps } = around();
		const options = {
			enterpriseProjectId: located('production', 'name'),
			publicAccess: {
				entry: {
					enablePublicip: true,
					publicipId: ['kafka-1', publicIps[1].id, 'kafka-3'],
				},
			},
			diskEncryption: {
				entry: { diskEncryptedEnable: true, diskEncryptedKey: located('orders-disks', 'name') },
			},
		};
		await cloud.items('instance/create', create({ ...byNames, options }));
		expect(cloud.onlyBody(API)).toMatchObject({
			...network(),
			enterprise_project_id: cloud.em.huawei.state.enterpriseProjects[1].id,
			publicip_id: publicIps
				.slice(0, 3)
				.map(({ id }) => id)
				.join(','),
			disk_encrypted_key: keys[0].id,
		});
	});

	test('IDs need no list and no right', async () => {
		const { denied } = cloud.em.huawei.state;
		for (const one of ['vpcs', 'subnets', 'securityGroups']) denied.add(`vpc:${one}:list`);
		const { vpc_id, subnet_id, security_group_id } = network();
		const ids = {
			vpcId: vpc_id,
			subnetId: byId(subnet_id),
			securityGroupId: byId(security_group_id),
		};
		await cloud.items('instance/create', create(ids));
		expect(cloud.lines().filter((line) => /vpc|subnet/.test(line))).toEqual([]);
		expect(cloud.onlyBody(API)).toMatchObject(network());
	});

	test('a name that two have is refused with the IDs of both, and nothing is created', async () => {
		const vpcId = located('shared-vpc', 'name');
		const { told } = await cloud.run('instance/create', create({ ...byNames, vpcId }));
		expect(told).toContain("'VPC' is ambiguous: 2 VPCs are named 'shared-vpc'");
		for (const { id } of around().vpcs.slice(1)) expect(told).toContain(id);
		expect(cloud.sent(API)).toEqual([]);
	});

	test('a subnet of another VPC is not found', async () => {
		const subnetId = located('shared', 'name');
		const { told } = await cloud.run('instance/create', create({ ...byNames, subnetId }));
		expect(told).toContain("'Subnet' is 'shared', but no subnet with this name exists");
		expect(cloud.sent(API)).toEqual([]);
	});

	test('a security group is changed by its name, and elastic IPs are bound by theirs', async () => {
		const { id } = cloud.em.huawei.state.seed({ name: 'orders' });
		const options = { securityGroupId: located('kafka-clients', 'name') };
		await cloud.items('instance/update', { instanceId: byId(id), options });
		const { security_group_id } = network();
		expect(cloud.onlyBody('UpdateInstance')).toEqual({ security_group_id });
		const publicipId = ['kafka-1', 'kafka-2', 'kafka-3'];
		const given = { instanceId: byId(id), publicAccess: 'on', publicipId };
		await cloud.items('instance/setPublicAccess', given);
		const [one, two, three] = around().publicIps;
		expect(cloud.onlyBody('ModifyKafkaPublicIpAccessSwitch')).toEqual({
			publicip_id: [one, two, three].map((ip) => ip.id).join(','),
		});
	});

	test('a list of instances is narrowed down to an enterprise project by its name', async () => {
		const options = { enterpriseProjectId: byName('production') };
		await cloud.items('instance/getAll', { options });
		const [{ url }] = cloud.sent('ListInstances');
		const { id } = cloud.em.huawei.state.enterpriseProjects[1];
		expect(url).toContain(`enterprise_project_id=${id}`);
	});
});

test('keys of tags are those of the instance or of the project', async () => {
	const { state } = cloud.em.huawei;
	const { id } = state.seed({ name: 'a', tags: [{ key: 'team', value: 'x' }] });
	state.seed({ name: 'b', tags: [{ key: 'environment', value: 'y' }] });
	const remove = { resource: 'tag', operation: 'remove', instanceId: byId(id) };
	const keysBy = async (method: string) =>
		(await cloud.lookUp<INodePropertyOptions[]>('loadOptions', method, remove)).map(
			({ value }) => value,
		);
	expect(await keysBy('getTagKeys')).toEqual(['team']);
	expect(await keysBy('getProjectTagKeys')).toEqual(['environment', 'team']);
});
