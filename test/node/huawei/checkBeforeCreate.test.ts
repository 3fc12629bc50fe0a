/** Check Before Create: what it finds, what it does where it may not look, and that it only looks. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byName, newInstance, openCloud, type Cloud } from '../../support/stage';

let cloud: Cloud;

beforeEach(async () => {
	cloud = await openCloud();
});

const state = () => cloud.em.huawei.state;
const around = () => state().surroundings(state().accounts.projects[0]);

/** A create that would succeed. */
function fitting(more: INodeParameters = {}): INodeParameters {
	const { vpcs, subnets, securityGroups } = around();
	return {
		...newInstance('orders'),
		storageSpace: 600,
		vpcId: vpcs[0].id,
		subnetId: subnets[0].id,
		securityGroupId: securityGroups[1].id,
		...more,
	};
}
const check = async (more: INodeParameters = {}) =>
	await cloud.items('instance/checkBeforeCreate', {
		...fitting(more),
		operation: 'checkBeforeCreate',
	});
const named = (items: IDataObject[], name: string) => items.find((one) => one.check === name);

test('an item a check, all of them ok where nothing is in the way; only reads are sent', async () => {
	const { publicIps, keys } = around();
	const ids = publicIps.slice(0, 3).map(({ id }) => id);
	const items = await check({
		options: {
			publicAccess: { entry: { enablePublicip: true, publicipId: ids } },
			diskEncryption: { entry: { diskEncryptedEnable: true, diskEncryptedKey: keys[0].id } },
			enterpriseProjectId: '0',
		},
	});
	expect(items.map((one) => [one.check, one.result])).toEqual(
		[
			...['Quota', 'Name', 'Kafka Version', 'Flavor', 'Size', 'Availability Zones'],
			...['VPC', 'Subnet', 'Security Group', 'Elastic IPs'],
			...['Disk Encryption Key', 'Enterprise Project'],
		].map((name) => [name, 'ok']),
	);
	expect(items[0]).toEqual({
		check: 'Quota',
		result: 'ok',
		found: '0 of 100 instances',
		whatToDo: '',
	});
	expect(named(items, 'Subnet')?.found).toContain('brokers, 10.0.0.0/24, 250 free IPs');
	expect(cloud.writes()).toEqual([]);
	expect(state().instances).toEqual([]);
});

test('what the instance does not have is not checked', async () => {
	const items = await check();
	expect(items).toHaveLength(9);
	expect(cloud.sent('ListKeys')).toEqual([]);
});

test.each<[string, string, () => INodeParameters | undefined, RegExp, RegExp]>([
	[
		'the quota is used up',
		'Quota',
		() => void Object.assign(state().rules, { instanceQuota: 0 }),
		/^0 of 0 instances$/,
		/request a higher quota/,
	],
	[
		'a version is not on offer',
		'Kafka Version',
		() => ({ engineVersion: '0.9' }),
		/^0\.9 is not on offer$/,
		/Use one of: 1\.1\.0, 2\.7, 3\.x/,
	],
	[
		'a flavor is not on sale',
		'Flavor',
		() => ({ productId: 'c9.2u4g.cluster' }),
		/c9\.2u4g\.cluster is not on sale/,
		/another flavor/,
	],
	[
		'a zone is sold out',
		'Availability Zones',
		() => ({ availableZones: ['cn-north-4d'] }),
		/^sold out: cn-north-4d$/,
		/another zone/,
	],
	[
		'the flavor is sold out in a zone',
		'Flavor',
		() => ({ availableZones: ['cn-north-4d'] }),
		/^c6\.2u4g\.cluster is sold out in cn-north-4d$/,
		/another zone or flavor/,
	],
	[
		'a zone is not in the region',
		'Availability Zones',
		() => ({ availableZones: ['cn-south-1a'] }),
		/^not in this region: cn-south-1a$/,
		/another zone/,
	],
	[
		'a broker has too large a disk',
		'Size',
		() => ({ storageSpace: 60_000 }),
		/^3 brokers with 20000 GB each$/,
		/at most 10000 GB/,
	],
	[
		'the VPC does not exist',
		'VPC',
		() => ({ vpcId: '00000000-0000-4000-8000-000000000000' }),
		/no VPC .* has the ID 0000/,
		/Select another 'VPC'/,
	],
	[
		'the subnet is in another VPC',
		'Subnet',
		() => ({ subnetId: around().subnets[2].id }),
		/^the VPC has no subnet with the ID/,
		/Select a 'Subnet' of the VPC/,
	],
	[
		'the other ID of a subnet is given',
		'Subnet',
		() => {
			const { id } = around().subnets[0];
			cloud.em.faults.add({
				operation: 'ListSubnets',
				effect: {
					kind: 'answer',
					status: 200,
					body: { subnets: [{ id: 'a', name: 'a', neutron_subnet_id: id }] },
				},
			});
			return undefined;
		},
		/^the VPC has no subnet with the ID/,
		/IPv4 subnet ID: use the network ID/,
	],
	[
		'the subnet has too few addresses',
		'Subnet',
		() => ({ subnetId: around().subnets[1].id }),
		/2 free IPs/,
		/needs 3 addresses, one per broker/,
	],
	[
		'the subnet has no IPv6',
		'Subnet',
		() => ({ options: { ipv6Enable: true } }),
		/without IPv6$/,
		/turn 'IPv6' off/,
	],
	[
		'the security group does not exist',
		'Security Group',
		() => ({ securityGroupId: '00000000-0000-4000-8000-000000000000' }),
		/no security group .* has the ID/,
		/another 'Security Group'/,
	],
	[
		'an elastic IP is bound',
		'Elastic IPs',
		() => {
			const publicipId = around()
				.publicIps.slice(2)
				.map(({ id }) => id);
			return { options: { publicAccess: { entry: { enablePublicip: true, publicipId } } } };
		},
		/^not free: /,
		/bound to nothing/,
	],
	[
		'a key is disabled',
		'Disk Encryption Key',
		() => {
			const entry = { diskEncryptedEnable: true, diskEncryptedKey: around().keys[2].id };
			return { options: { diskEncryption: { entry } } };
		},
		/no key that can be used/,
		/enabled symmetric key/,
	],
])('a problem: %s', async (_what, name, given, found, whatToDo) => {
	const items = await check(given() ?? {});
	expect(named(items, name)).toMatchObject({
		result: 'problem',
		found: expect.stringMatching(found),
		whatToDo: expect.stringMatching(whatToDo),
	});
	expect(cloud.writes()).toEqual([]);
});

test('a name that an instance has is a warning with its ID', async () => {
	const { id } = state().seed({ name: 'orders' });
	expect(named(await check(), 'Name')).toMatchObject({
		result: 'warning',
		found: `already the name of ${id} (RUNNING)`,
		whatToDo: expect.stringContaining("'Create If Absent'"),
	});
});

test('less storage than the list of flavors says is a warning: the create table allows it', async () => {
	expect(named(await check({ storageSpace: 300 }), 'Size')).toMatchObject({
		result: 'warning',
		found: '3 brokers with 100 GB each',
		whatToDo: expect.stringContaining("raise 'Storage (GB)' to 600"),
	});
});

test('what may not be read is a warning that names the permission; the others are checked', async () => {
	state().denied.add('vpc:subnets:list');
	const items = await check();
	expect(named(items, 'Subnet')).toEqual({
		check: 'Subnet',
		result: 'warning',
		found: 'not checked: the credential has no permission to read it (vpc:subnets:list)',
		whatToDo: 'Grant it vpc:subnets:list, or check this in the console.',
	});
	expect(items.filter(({ result }) => result === 'ok')).toHaveLength(items.length - 1);
});

test('where other services are not reached, Kafka is checked all the same', async () => {
	cloud.em.faults.add({
		operation: 'ListVpcs',
		times: 'always',
		effect: { kind: 'answer', status: 404, body: { error_code: 'APIGW.0101', error_msg: 'no' } },
	});
	const items = await check();
	expect(named(items, 'VPC')).toMatchObject({ result: 'warning' });
	expect(String(named(items, 'VPC')?.found)).toMatch(/^not checked: /);
	expect(named(items, 'Quota')).toMatchObject({ result: 'ok' });
});

test("a failure of Kafka's own API is no check that passed", async () => {
	cloud.em.faults.add({
		operation: 'ShowQuotas',
		times: 'always',
		effect: { kind: 'answer', status: 400, body: { error_code: 'DMS.00400062', error_msg: 'no' } },
	});
	const { items, told } = await cloud.run('instance/checkBeforeCreate', {
		...fitting(),
		operation: 'checkBeforeCreate',
	});
	expect(items).toEqual([]);
	expect(told).not.toBe('');
});

test('names are looked up as in a create, and bad input is refused as there', async () => {
	const items = await check({ vpcId: byName('orders-vpc') });
	expect(named(items, 'VPC')?.found).toContain(around().vpcs[0].id);
	const { told } = await cloud.run('instance/checkBeforeCreate', {
		...fitting({ brokerNum: 2 }),
		operation: 'checkBeforeCreate',
	});
	expect(told).toContain("'Brokers' is 2");
});

test('a name that fits none is a problem among the others, which are still checked', async () => {
	const items = await check({ vpcId: byName('no-such-vpc'), securityGroupId: byName('nobody') });
	expect(items.filter(({ result }) => result === 'problem')).toEqual([
		{
			check: 'VPC',
			result: 'problem',
			found: "'VPC' is 'no-such-vpc', but no VPC with this name exists",
			whatToDo: expect.stringContaining('Select one from the list'),
		},
		expect.objectContaining({ check: 'Security Group', result: 'problem' }),
	]);
	expect(named(items, 'Subnet')?.result).toBe('ok');
	expect(items.filter((one) => one.check === 'VPC')).toHaveLength(1);
	expect(cloud.writes()).toEqual([]);
});
