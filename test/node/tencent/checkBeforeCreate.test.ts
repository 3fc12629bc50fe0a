/** Instance: Check Before Create, over the emulated cloud: one item a check, and nothing is bought. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts } from '../../../emulator';
import { byId, byName, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 1_000 });
});
beforeEach(() => cloud.forget());
afterEach(() => {
	for (const instance of cloud.em.tencent.state.instances) instance.gone = true;
});

const fresh = (given: INodeParameters = {}, options: INodeParameters = {}): INodeParameters => ({
	instanceName: 'orders-dev',
	zoneId: '450001',
	vpcId: byId('vpc-emulator1'),
	subnetId: byId('subnet-emulator'),
	specificationsType: 'profession',
	...given,
	options,
});

async function check(given?: INodeParameters, options?: INodeParameters, on: Cloud = cloud) {
	const items = await on.items('instance/checkBeforeCreate', fresh(given, options));
	expect(on.writes()).toEqual([]);
	expect(on.em.tencent.state.named('orders-dev')).toBeUndefined();
	return new Map(items.map(({ check: name, ...found }) => [String(name), found as IDataObject]));
}

test('a purchase that can be made: all checks are ok, with what they found', async () => {
	const found = await check();
	expect([...found.values()].map(({ result }) => result)).toEqual(Array(8).fill('ok'));
	expect(found.get('Zone')).toEqual({
		result: 'ok',
		found: 'Guangzhou Zone 1 (450001)',
		whatToDo: '',
	});
	expect(found.get('Subnet')?.found).toContain('250 free IPs');
	expect(found.get('Price')?.found).toMatch(/^CNY \d+(\.\d+)? per hour for 1 instance$/);
	expect(found.get('Specification')?.found).toBe('40 MB/s with 500 GB and 800 partitions');
	// What tells zones, versions, sizes, and quota is asked for once.
	expect(cloud.lines().sort()).toEqual([
		'DescribeCkafkaZone',
		'DescribeInstancesDetail',
		'DescribeSubnets',
		'DescribeVpcs',
		'InquireCkafkaPrice',
	]);
});

test('the price is asked for what the order says', async () => {
	await check({}, { bandWidth: 80, instanceNum: 2, msgRetentionTime: 90, diskSize: 900 });
	expect(cloud.body('InquireCkafkaPrice')).toEqual({
		InstanceType: 'profession',
		InstanceChargeParam: { InstanceChargeType: 'POSTPAID_BY_HOUR' },
		InstanceNum: 2,
		Bandwidth: 80,
		InquiryDiskParam: { DiskType: 'CLOUD_BASIC', DiskSize: 900 },
		MessageRetention: 2,
		Topic: 800,
		Partition: 800,
		ZoneIds: [450001],
		CategoryAction: 'purchase',
	});
});

test.each<[string, INodeParameters, INodeParameters, string, string]>([
	['Zone', { zoneId: '450009' }, {}, 'not in this region: 450009', 'Select another zone'],
	['Zone', { zoneId: '450004' }, {}, 'sold out: Guangzhou Zone 4 (450004)', 'another zone'],
	['Kafka Version', {}, { kafkaVersion: '9.9.9' }, 'Kafka 9.9.9 is not on offer', 'Use one of:'],
	['Specification', {}, { bandWidth: 41 }, '41 MB/s is not for sale', '20 to 1200 in steps of 20'],
	[
		'Specification',
		{},
		{ bandWidth: 120, diskSize: 500, partition: 1200 },
		'120 MB/s with 500 GB',
		"'Disk Size (GB)' must be 1000 to 500000 in steps of 100",
	],
	['Specification', {}, { partition: 700 }, '700 partitions', "'Partitions' must be 800 to 40000"],
	['VPC', { vpcId: byId('vpc-none') }, {}, 'no VPC of this region', "Select another 'VPC'"],
	['Subnet', { subnetId: byId('subnet-none') }, {}, 'no subnet of this region', 'another'],
	['Subnet', { subnetId: byId('subnet-shared01') }, {}, 'is in the VPC vpc-shared01', "'VPC'"],
	['Subnet', { subnetId: byId('subnet-orders02') }, {}, 'in another zone', "'Zone Name or ID'"],
	[
		'Subnet',
		{ subnetId: byId('subnet-narrow01') },
		{ instanceNum: 2 },
		'too few for 2 instances',
		'free addresses',
	],
])('%s: %j %j is a problem', async (name, given, options, found, advice) => {
	const verdict = (await check(given, options)).get(name);
	expect(verdict).toMatchObject({ result: 'problem' });
	expect(verdict?.found).toContain(found);
	expect(verdict?.whatToDo).toContain(advice);
});

test('a name that is taken is a warning with the ID, as names are not unique', async () => {
	const { id } = cloud.em.tencent.state.seed({ name: 'orders-prod' });
	const items = await cloud.items(
		'instance/checkBeforeCreate',
		fresh({ instanceName: 'orders-prod' }),
	);
	expect(items).toContainEqual({
		check: 'Name',
		result: 'warning',
		found: `already the name of ${id}`,
		whatToDo: expect.stringContaining("'Create If Absent'"),
	});
});

test('more instances than can be bought are a problem', async () => {
	cloud.em.tencent.state.rules.instanceQuota = 1;
	expect((await check({}, { instanceNum: 2 })).get('Number of Instances')).toMatchObject({
		result: 'problem',
		found: '2 of at most 1 that can be bought',
	});
	cloud.em.tencent.state.rules.instanceQuota = 100;
});

test('what the key may not read is a warning that names the permission', async () => {
	const accounts = exampleAccounts();
	const denied = ['vpc:*', 'ckafka:InquireCkafkaPrice', 'ckafka:DescribeCkafkaZone'];
	accounts.tencent.keys = [{ ...EXAMPLE.tencent.permanent, denied }];
	const other = await openVendor('tencent', { tick: 1_000, accounts });
	const found = await check({}, {}, other);
	const permissions = {
		Zone: 'ckafka:DescribeCkafkaZone',
		VPC: 'vpc:DescribeVpcs',
		Subnet: 'vpc:DescribeSubnets',
		Price: 'ckafka:InquireCkafkaPrice',
	};
	for (const [name, permission] of Object.entries(permissions)) {
		expect(found.get(name)).toEqual({
			result: 'warning',
			found: `not checked: the credential has no permission to read it (${permission})`,
			whatToDo: `Grant it ${permission}, or check this in the console.`,
		});
	}
	expect(found.get('Name')?.result).toBe('ok');
});

test('a service that cannot be asked at all is an error, not a list of warnings', async () => {
	cloud.em.faults.add({
		operation: 'DescribeCkafkaZone',
		times: 'always',
		effect: { kind: 'answer', status: 401 },
	});
	const { items, told } = await cloud.run('instance/checkBeforeCreate', fresh());
	expect(items).toEqual([]);
	expect(told).not.toBe('');
});

test('a name that fits none is a problem among the others, which are still checked', async () => {
	const found = await check({ vpcId: byName('no-such-vpc') });
	expect(found.get('VPC')).toMatchObject({
		result: 'problem',
		found: "'VPC' is 'no-such-vpc', but no VPC with this name exists",
	});
	expect(found.get('Subnet')?.result).toBe('ok');
	expect(found.get('Zone')?.result).toBe('ok');
});
