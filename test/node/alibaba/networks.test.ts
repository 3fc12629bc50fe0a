/** What an instance needs of other services is chosen from lists, or named; the operation needs no list. */
import type { INodeListSearchResult, INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { exampleAccounts, type Accounts } from '../../../emulator';
import { byId, byName } from '../../support/given';
import { openVendor, WAITING, type Cloud } from '../../support/stage';

const VPC = 'vpc-bp1emulator0000000000';
const FORM: INodeParameters = { resource: 'instance', operation: 'createAndDeploy' };

let accounts: Accounts;
let cloud: Cloud;

const deny = (...denied: string[]) => {
	accounts.alibaba.keys = accounts.alibaba.keys.map((key) => ({ ...key, denied }));
};

const search = async (method: string, more: INodeParameters = {}, ...args: unknown[]) =>
	(
		await cloud.lookUp<INodeListSearchResult>('listSearch', method, { ...FORM, ...more }, ...args)
	).results.map(({ name }) => name);

const options = async (method: string, more: INodeParameters = {}) =>
	await cloud.lookUp<INodePropertyOptions[]>('loadOptions', method, { ...FORM, ...more });

beforeEach(async () => {
	accounts = exampleAccounts();
	cloud = await openVendor('alibaba', { accounts, tick: 90_000 });
});

describe('a list', () => {
	test('of VPCs tells two of one name apart, and is searched by everything it shows', async () => {
		const all = await search('searchVpcs');
		expect(all).toEqual([
			`orders-vpc, 10.0.0.0/16, default, ${VPC}`,
			'shared, 172.16.0.0/16, vpc-bp1shared100000000000',
			'shared, 172.17.0.0/16, vpc-bp1shared200000000000',
		]);
		expect(await search('searchVpcs', {}, '172.17')).toEqual([all[2]]);
	});

	test('is asked for once in a minute, with one request', async () => {
		for (const typed of ['o', 'or', 'ord']) await search('searchVpcs', {}, typed);
		expect(cloud.lines()).toEqual(['DescribeVpcs']);
		cloud.clock.advance(61_000);
		await search('searchVpcs');
		expect(cloud.lines()).toEqual(['DescribeVpcs', 'DescribeVpcs']);
	});

	test('follows the option of the region', async () => {
		const all = await search('searchVpcs', { options: { region: 'cn-beijing' } });
		expect(all).toHaveLength(3);
		expect(all.join()).not.toContain(VPC);
		expect(cloud.lines()).toEqual(['DescribeVpcs in cn-beijing']);
	});

	test('of vSwitches is that of the VPC and of the zone, with the addresses left', async () => {
		const inVpc = await search('searchVSwitches', { vpcId: byId(VPC) });
		expect(inVpc).toHaveLength(4);
		expect(await search('searchVSwitches', { vpcId: byName('orders-vpc') })).toEqual(inVpc);
		const inZone = { vpcId: byId(VPC), options: { zoneId: 'zoneh' } };
		expect(await search('searchVSwitches', inZone)).toEqual([
			'orders-h, 10.0.1.0/24, cn-hangzhou-h, 250 free IPs, vsw-bp1emulator0000000000',
			'orders-narrow, 10.0.3.0/29, cn-hangzhou-h, 2 free IPs, vsw-bp1narrow000000000000',
		]);
	});

	test('of zones has each zone of the VPC once', async () => {
		const zones = await options('getZones', { vpcId: byId(VPC) });
		expect(zones).toEqual([
			{ name: 'Zone H, cn-hangzhou-h', value: 'cn-hangzhou-h' },
			{ name: 'Zone I, cn-hangzhou-i', value: 'cn-hangzhou-i' },
			{ name: 'Zone J, cn-hangzhou-j', value: 'cn-hangzhou-j' },
		]);
	});

	test('of security groups has those of the VPC that a user may use', async () => {
		expect(await search('searchSecurityGroups', { vpcId: byId(VPC) })).toEqual([
			'kafka-brokers, advanced, sg-bp1orders200000000000',
			'kafka-clients, basic, sg-bp1emulator0000000000',
		]);
	});

	test('of keys has their names, and the keys without one', async () => {
		const named = 'alias/kafka, key-hzz65f1e2b3c4d5e6f7a8';
		const nameless = '08ec3bb9-034f-485b-b1cd-3459baa80001';
		expect((await search('searchKeys')).sort()).toEqual([nameless, named].sort());
		const asked = cloud.em.requests.map(({ operation }) => operation);
		expect(asked.sort()).toEqual(['ListAliases', 'ListKeys']);
	});

	test('of keys has their IDs where the names may not be read', async () => {
		deny('kms:ListAliases');
		expect(await search('searchKeys')).toContain('key-hzz65f1e2b3c4d5e6f7a8');
	});

	test('of resource groups leaves out what is being deleted', async () => {
		expect(await search('searchResourceGroups')).toEqual([
			'default resource group, default, rg-default',
			'Orders, orders, rg-acfmemulator001',
		]);
	});

	test('of specifications says what they hold, and asks for nothing', async () => {
		const found = await options('getSpecifications');
		expect(found[0]).toEqual({
			name: 'alikafka.hw.2xlarge (20 MB/s Write, 20 MB/s Read)',
			value: 'alikafka.hw.2xlarge',
			description:
				'20 MB/s write, 20 MB/s read, 1,000 partitions included, at most 4,000; Standard or Professional Edition; as of 2026-11-30',
		});
		expect(cloud.lines()).toEqual([]);
	});

	test('that the key may not read says which permission is missing, and what to do', async () => {
		deny('vpc:*');
		await expect(search('searchVpcs')).rejects.toMatchObject({
			message: 'The credential has no permission to list VPCs (vpc:DescribeVpcs)',
			description: expect.stringMatching(
				/^Grant it vpc:DescribeVpcs\. You can enter the ID instead/,
			),
		});
	});
});

const ORDER: INodeParameters = {
	billing: '1',
	deployType: '5',
	edition: 'professional',
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskType: '1',
	diskSize: 500,
	partitionNum: 50,
	name: 'orders',
	waitForCompletion: false,
};

describe('an order', () => {
	test('takes names that are unique, and is sent with IDs', async () => {
		await cloud.items('instance/createAndDeploy', {
			...ORDER,
			vpcId: byName('orders-vpc'),
			vSwitchId: byName('orders-h'),
			options: {
				securityGroup: byName('kafka-clients'),
				kmsKeyId: byName('alias/kafka'),
				resourceGroupId: byName('Orders'),
			},
		});
		expect(cloud.onlyBody('StartInstance')).toMatchObject({
			VpcId: VPC,
			VSwitchId: 'vsw-bp1emulator0000000000',
			SecurityGroup: 'sg-bp1emulator0000000000',
			KMSKeyId: 'key-hzz65f1e2b3c4d5e6f7a8',
		});
		expect(cloud.onlyBody('CreatePostPayInstance')).toMatchObject({
			ResourceGroupId: 'rg-acfmemulator001',
		});
	});

	test('is not placed for a name that two VPCs have; both IDs are named', async () => {
		const { told } = await cloud.run('instance/createAndDeploy', {
			...ORDER,
			vpcId: byName('shared'),
			vSwitchId: byName('shared-h'),
		});
		expect(told).toContain("'VPC' is ambiguous: 2 VPCs are named 'shared'");
		expect(told).toContain('vpc-bp1shared100000000000');
		expect(told).toContain('vpc-bp1shared200000000000');
		expect(cloud.sent('CreatePostPayInstance')).toEqual([]);
	});

	test('with IDs asks no other service, and needs no permission there', async () => {
		deny('vpc:*', 'ecs:*', 'kms:*', 'resourcemanager:*');
		await cloud.items('instance/createAndDeploy', {
			...ORDER,
			vpcId: byId(VPC),
			vSwitchId: byId('vsw-bp1emulator0000000000'),
			options: { securityGroup: byId('sg-bp1emulator0000000000'), zoneId: 'cn-hangzhou-h' },
		});
		expect(cloud.lines().filter((line) => /Describe|ListKeys|ListRes/.test(line))).toEqual([]);
		expect(cloud.sent('StartInstance')).toBeSent(1);
	});
});

test('an instance is moved to a resource group by its name', async () => {
	const { id } = cloud.em.alibaba.state.seed({ name: 'orders' });
	await cloud.items('instanceMaintenance/moveToResourceGroup', {
		instanceId: byId(id),
		resourceGroupId: byName('Orders'),
		...WAITING,
	});
	expect(cloud.onlyBody('ChangeResourceGroup')).toMatchObject({
		NewResourceGroupId: 'rg-acfmemulator001',
	});
});

test('an identity is told without its request', async () => {
	expect(await cloud.items('account/getIdentity')).toEqual([
		{
			AccountId: '1234567890123456',
			IdentityType: 'RAMUser',
			Arn: 'acs:ram::1234567890123456:user/kafka',
			PrincipalId: '216959339000000001',
			UserId: '216959339000000001',
		},
	]);
});
