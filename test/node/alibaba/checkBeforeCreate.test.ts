/** Check Before Create: looks at what an order depends on, and sends no write. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { exampleAccounts, fault, type Accounts } from '../../../emulator';
import { byId, byName } from '../../support/given';
import { openVendor, type Cloud } from '../../support/stage';

const VPC = 'vpc-bp1emulator0000000000';
const VSWITCH = 'vsw-bp1emulator0000000000';

let accounts: Accounts;
let cloud: Cloud;

beforeEach(async () => {
	accounts = exampleAccounts();
	cloud = await openVendor('alibaba', { accounts });
});

const FORM: INodeParameters = {
	billing: '1',
	deployType: '5',
	edition: 'professional',
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskSize: 500,
	partitionNum: 50,
	vpcId: byId(VPC),
	vSwitchId: byId(VSWITCH),
	name: 'orders',
};

/** What comes out, by check. */
async function check(more: INodeParameters = {}) {
	const items = await cloud.items('instance/checkBeforeCreate', { ...FORM, ...more });
	expect(cloud.writes()).toEqual([]);
	for (const item of items) {
		expect(Object.keys(item)).toEqual(['check', 'result', 'found', 'whatToDo']);
		expect(item.whatToDo === '').toBe(item.result === 'ok');
	}
	return Object.fromEntries(items.map((item) => [item.check, item]));
}

const resultsOf = (found: Record<string, IDataObject>) =>
	Object.fromEntries(Object.entries(found).map(([name, { result }]) => [name, result]));

test('what can be ordered is ok, item by item', async () => {
	const found = await check({
		options: {
			securityGroup: byName('kafka-clients'),
			kmsKeyId: byName('alias/kafka'),
			resourceGroupId: byName('Orders'),
			zoneId: 'zoneh',
		},
	});
	expect(resultsOf(found)).toEqual({
		Quota: 'warning',
		Name: 'ok',
		'Traffic Specification': 'ok',
		'Disk Size': 'ok',
		Partitions: 'ok',
		VPC: 'ok',
		vSwitch: 'ok',
		'Free Addresses': 'ok',
		Zone: 'ok',
		'Security Group': 'ok',
		'KMS Key': 'ok',
		'Resource Group': 'ok',
	});
	expect(found.VPC.found).toBe(`orders-vpc, 10.0.0.0/16, default, ${VPC}`);
	expect(cloud.em.alibaba.state.instances).toEqual([]);
});

test.each<[string, INodeParameters, string, string, RegExp]>([
	[
		'a specification of another edition',
		{ ioMaxSpec: 'alikafka.hr.2xlarge' },
		'Traffic Specification',
		'problem',
		/not sold for this edition/,
	],
	[
		'a specification that nobody knows',
		{ ioMaxSpec: 'alikafka.hw9.1xlarge' },
		'Traffic Specification',
		'warning',
		/not among the specifications known/,
	],
	[
		'a disk between two sizes',
		{ diskSize: 550 },
		'Disk Size',
		'warning',
		/not a multiple of 100 GB/,
	],
	[
		'a disk that is small for it',
		{ ioMaxSpec: 'alikafka.hw.6xlarge' },
		'Disk Size',
		'warning',
		/at least 1,400 GB/,
	],
	[
		'more partitions than it has',
		{ partitionNum: 3001 },
		'Partitions',
		'warning',
		/4,001 .* at most 4,000/,
	],
	[
		'a VPC that is not there',
		{ vpcId: byId('vpc-gone') },
		'VPC',
		'problem',
		/No VPC with the ID vpc-gone/,
	],
	[
		'a vSwitch that is not there',
		{ vSwitchId: byId('vsw-gone') },
		'vSwitch',
		'problem',
		/No vSwitch with the ID vsw-gone/,
	],
	[
		'a vSwitch of another VPC',
		{ vSwitchId: byId('vsw-bp1shared100000000000') },
		'vSwitch',
		'problem',
		/is in the VPC vpc-bp1shared1/,
	],
	[
		'a vSwitch that is full',
		{ vSwitchId: byId('vsw-bp1full00000000000000') },
		'Free Addresses',
		'problem',
		/no free addresses/,
	],
	[
		'a vSwitch that is nearly full',
		{ vSwitchId: byId('vsw-bp1narrow000000000000') },
		'Free Addresses',
		'warning',
		/2 free addresses/,
	],
	[
		'another zone',
		{ options: { zoneId: 'cn-hangzhou-i' } },
		'Zone',
		'problem',
		/in cn-hangzhou-h, not in cn-hangzhou-i/,
	],
	[
		'a group of another VPC',
		{ options: { securityGroup: byId('sg-bp1shared100000000000') } },
		'Security Group',
		'problem',
		/is in the VPC/,
	],
	[
		'a key that is disabled',
		{ options: { kmsKeyId: byId('key-hzz65f1e2b3c4d5e6f7b9') } },
		'KMS Key',
		'problem',
		/No KMS key/,
	],
])('finds %s', async (_, more, name, result, words) => {
	const found = await check(more);
	expect(found[name]).toMatchObject({ result, found: expect.stringMatching(words) });
});

test('finds that the name is taken, by whom', async () => {
	const { id } = cloud.em.alibaba.state.seed({ name: 'orders' });
	const { Name, Quota } = await check();
	expect(Name).toMatchObject({ result: 'problem', found: `Instance ${id} already has this name` });
	expect(Quota.found).toMatch(/^1 instance exists in this region/);
});

test('what the key may not read is a warning that names the permission', async () => {
	const denied = ['vpc:DescribeVSwitches'];
	accounts.alibaba.keys = accounts.alibaba.keys.map((key) => ({ ...key, denied }));
	const found = await check();
	expect(found.vSwitch).toEqual({
		check: 'vSwitch',
		result: 'warning',
		found:
			'Not checked: the credential has no permission to list vSwitches (vpc:DescribeVSwitches)',
		whatToDo: 'Grant it vpc:DescribeVSwitches to check this. The order does not need it.',
	});
	expect(found.VPC.result).toBe('ok');
});

test('what cannot be read for another reason is no finding either', async () => {
	cloud.em.faults.add({ operation: 'DescribeVpcs', effect: fault.serverError(), times: Infinity });
	const { VPC: vpc } = await check();
	expect(vpc).toMatchObject({ result: 'warning', found: expect.stringMatching(/^Not checked: /) });
});

test('a list of instances that cannot be read is an error: the order would fail as well', async () => {
	cloud.em.faults.add({
		operation: 'GetInstanceList',
		effect: fault.unauthorized(),
		times: Infinity,
	});
	const { told } = await cloud.run('instance/checkBeforeCreate', FORM);
	expect(told).not.toBe('');
	expect(cloud.writes()).toEqual([]);
});

test('what an order would refuse is refused here, too', async () => {
	const { told } = await cloud.run('instance/checkBeforeCreate', { ...FORM, edition: 'basic' });
	expect(told).toContain("'Edition' cannot be 'basic' for reserved instances");
	expect(cloud.lines()).toEqual([]);
});

test('a serverless instance has no specification to check', async () => {
	const found = await check({ billing: '3', edition: 'basic' });
	expect(Object.keys(found)).toEqual(['Quota', 'Name', 'VPC', 'vSwitch', 'Free Addresses', 'Zone']);
});

describe('a name', () => {
	test('that fits none is a problem among the others, which are still checked', async () => {
		const found = await check({ vpcId: byName('no-such-vpc'), vSwitchId: byName('orders-h') });
		expect(found.VPC).toEqual({
			check: 'VPC',
			result: 'problem',
			found: "'VPC' is 'no-such-vpc', but no VPC with this name exists",
			whatToDo: expect.stringContaining('Select one from the list, or enter an ID.'),
		});
		expect(found.vSwitch.result).toBe('ok');
		expect(found.Name.result).toBe('ok');
	});

	test('that several have is a problem that lists their IDs', async () => {
		const { VPC: vpc } = await check({ vpcId: byName('shared') });
		expect(vpc.result).toBe('problem');
		expect(vpc.found).toContain("is ambiguous: 2 VPCs are named 'shared'");
		expect(vpc.whatToDo).toContain('172.17.0.0/16, vpc-bp1shared200000000000');
	});

	test('that may not be looked up is a warning that names the permission', async () => {
		const denied = ['ecs:DescribeSecurityGroups'];
		accounts.alibaba.keys = accounts.alibaba.keys.map((key) => ({ ...key, denied }));
		const found = await check({ options: { securityGroup: byName('kafka-clients') } });
		expect(found['Security Group']).toMatchObject({
			result: 'warning',
			found: expect.stringContaining('(ecs:DescribeSecurityGroups)'),
		});
		expect(found.vSwitch.result).toBe('ok');
	});

	test('is still an error of the order itself, before anything is sent', async () => {
		const { told } = await cloud.run('instance/createAndDeploy', {
			...FORM,
			diskType: '1',
			vpcId: byName('no-such-vpc'),
		});
		expect(told).toContain("'VPC' is 'no-such-vpc', but no VPC with this name exists");
		expect(cloud.writes()).toEqual([]);
	});
});
