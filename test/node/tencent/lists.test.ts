/** What other services list, chosen in the forms of the Tencent Cloud nodes: networks, tags, log topics. */
import type { INodeListSearchResult, INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts } from '../../../emulator';
import { byId, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 1_000 });
});
beforeEach(() => {
	cloud.forget();
	// Lists are kept for a minute.
	cloud.clock.advance(60_000);
});
afterEach(() => {
	for (const instance of cloud.em.tencent.state.instances) instance.gone = true;
});

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const creating: INodeParameters = { resource: 'instance', operation: 'create' };
const search = async (
	method: string,
	parameters: INodeParameters,
	filter?: string,
	on: Cloud = cloud,
) => (await on.lookUp<INodeListSearchResult>('listSearch', method, parameters, filter)).results;
const names = (entries: Array<{ name: string }>) => entries.map(({ name }) => name);

const VPC = 'orders-vpc, 10.0.0.0/16, vpc-emulator1';

test('VPCs of one name are told apart, by one request for all that is typed in a minute', async () => {
	expect(names(await search('searchVpcs', creating))).toEqual([
		VPC,
		'shared, 172.16.0.0/16, vpc-shared01',
		'shared, 172.17.0.0/16, vpc-shared02',
	]);
	expect(names(await search('searchVpcs', creating, 'ORD'))).toEqual([VPC]);
	expect(names(await search('searchVpcs', creating, '172.17'))).toHaveLength(1);
	expect(cloud.lines()).toEqual(['DescribeVpcs']);
	expect(cloud.body('DescribeVpcs')).toEqual({ Offset: '0', Limit: '100' });
});

test('subnets are those of the VPC and of the zone, with their free addresses', async () => {
	const inVpc = { ...creating, vpcId: byId('vpc-emulator1') };
	expect(names(await search('searchSubnets', inVpc))).toHaveLength(3);
	expect(names(await search('searchSubnets', { ...inVpc, zoneId: '450001' }))).toEqual([
		'orders-a, 10.0.1.0/24, ap-guangzhou-1, 250 free IPs, subnet-emulator',
		'orders-narrow, 10.0.3.0/29, ap-guangzhou-1, 1 free IP, subnet-narrow01',
	]);
	const special = { ...inVpc, zoneId: '1000000001' };
	expect(names(await search('searchSubnets', special))).toHaveLength(3);
	expect(cloud.body('DescribeSubnets')).toMatchObject({
		Filters: [{ Name: 'vpc-id', Values: ['vpc-emulator1'] }],
	});
});

test('certificates are those of servers that are valid, told apart by domain, end, and ID', async () => {
	expect(names(await search('searchCertificates', creating))).toEqual([
		'kafka, kafka.example.com, until 2027-01-01 00:00:00, TTpTQ6QD',
		'kafka, kafka.example.com, until 2027-01-01 00:00:00, UUqUR7RE',
	]);
	expect(cloud.body('DescribeCertificates')).toEqual({
		CertificateType: 'SVR',
		CertificateStatus: [1],
		Offset: 0,
		Limit: 100,
	});
});

test('dedicated clusters are those of the region, and a name is looked up before the request', async () => {
	const zones: INodeParameters = { resource: 'lookup', operation: 'getZones' };
	expect(names(await search('searchDedicatedClusters', zones))).toEqual([
		'orders-cdc, ap-guangzhou-1, cluster-apguangzhou',
	]);
	await cloud.run('lookup/getZones', { options: { cdcId: byName('orders-cdc') } });
	expect(cloud.body('DescribeCkafkaZone')).toEqual({ CdcId: 'cluster-apguangzhou' });
});

describe('Kafka versions', () => {
	const inZone = (zoneId: string, more: INodeParameters = {}) => ({ ...creating, zoneId, ...more });

	test('are those that the zone sells, newest first, by one request for all that is typed in a minute', async () => {
		expect(await search('searchKafkaVersions', inZone('450001'))).toEqual([
			{ name: '3.2.3 (Pro, Advanced)', value: '3.2.3' },
			{ name: '2.8.1 (Pro, Advanced)', value: '2.8.1' },
			{ name: '2.4.1 (Pro, Advanced)', value: '2.4.1' },
			{ name: '1.1.1 (Standard, Pro)', value: '1.1.1' },
			{ name: '0.10.2 (Standard, Pro)', value: '0.10.2' },
		]);
		expect(names(await search('searchKafkaVersions', inZone('450001'), '2.8'))).toHaveLength(1);
		const [soldOut] = await search('searchKafkaVersions', inZone('450004'));
		expect(soldOut.name).toBe('3.2.3 (sold out)');
		expect(await search('searchKafkaVersions', inZone('450009'))).toEqual([]);
		expect(cloud.lines()).toEqual(['DescribeCkafkaZone']);
		cloud.clock.advance(60_000);
		await search('searchKafkaVersions', creating);
		expect(cloud.lines()).toHaveLength(2);
	});

	test('are those of the region of the node', async () => {
		const there = inZone('', { options: { region: 'ap-shanghai' } });
		expect(names(await search('searchKafkaVersions', there))).toHaveLength(5);
		expect(cloud.lines()).toEqual(['DescribeCkafkaZone in ap-shanghai']);
	});

	test('can be new, a zone can say nothing of them, and one that is refused names the permission', async () => {
		const sale = (Version: string, SoldOut: unknown) => ({ Platform: 'ultra', Version, SoldOut });
		const answers = (body: object) =>
			cloud.em.faults.add({
				operation: 'DescribeCkafkaZone',
				effect: { kind: 'answer', status: 200, body },
			});
		answers({
			Response: {
				RequestId: 'r',
				Result: {
					ZoneList: [
						{ ZoneId: '1', SalesInfo: null },
						{ ZoneId: '2', SalesInfo: [null, sale('10.0.0', false), sale('9.9.9', 'true')] },
					],
				},
			},
		});
		expect(await search('searchKafkaVersions', creating)).toEqual([
			{ name: '10.0.0 (ultra)', value: '10.0.0' },
			{ name: '9.9.9 (sold out)', value: '9.9.9' },
		]);
		cloud.clock.advance(60_000);
		cloud.em.faults.clear();
		answers({
			Response: { RequestId: 'r', Error: { Code: 'UnauthorizedOperation', Message: 'no' } },
		});
		await expect(search('searchKafkaVersions', creating)).rejects.toMatchObject({
			message: expect.stringContaining('ckafka:DescribeCkafkaZone'),
			description: expect.stringContaining("select 'By ID'"),
		});
	});

	test('is sent by ID without a list, and refused where an expression gives nothing', async () => {
		const given = {
			instanceName: 'v',
			zoneId: '450001',
			vpcId: byId('vpc-rmcgxxxx'),
			subnetId: byId('subnet-mnzcxxxx'),
		};
		const create = async (value: string) =>
			await cloud.run('instance/create', { ...given, options: { kafkaVersion: byId(value) } });
		expect((await create('={{ "" }}')).told).toContain("'Kafka Version'");
		expect(cloud.lines()).toEqual([]);
		expect((await create('3.2.3')).told).toBe('');
		expect(cloud.sent('DescribeCkafkaZone')).toEqual([]);
		expect(cloud.onlyBody('CreatePostPaidInstance')).toMatchObject({ KafkaVersion: '3.2.3' });
	});
});

test('DataHub access IDs are those of the tasks that have one', async () => {
	const { tasks } = cloud.em.tencent.state.connectors;
	const common = { TaskType: 'SOURCE' as const, Status: 1, region: 'ap-guangzhou' };
	tasks.push(
		{ ...common, TaskId: 'task-1', TaskName: 'web', record: { DatahubId: 'datahub-y9799wbn' } },
		{ ...common, TaskId: 'task-2', TaskName: 'mysql', record: {} },
	);
	const sending: INodeParameters = { resource: 'message', operation: 'send' };
	expect(await search('searchDataHubs', sending)).toEqual([
		{ name: 'web, task task-1, datahub-y9799wbn', value: 'datahub-y9799wbn' },
	]);
});

test('lists follow the region of the node', async () => {
	const there = { ...creating, options: { region: 'ap-shanghai' } };
	expect(names(await search('searchVpcs', there))).not.toContain(VPC);
	expect(cloud.lines()).toEqual(['DescribeVpcs in ap-shanghai']);
});

test('more than a page is read whole, and shown page by page', async () => {
	const network = cloud.em.tencent.state.networks.of('ap-tokyo');
	network.vpcs = Array.from({ length: 250 }, (_, i) => ({
		id: `vpc-${String(i).padStart(8, '0')}`,
		name: `net${i}`,
		cidr: '10.0.0.0/16',
		isDefault: false,
	}));
	const there = { ...creating, options: { region: 'ap-tokyo' } };
	const found = await cloud.lookUp<INodeListSearchResult>('listSearch', 'searchVpcs', there);
	expect(found.results).toHaveLength(100);
	expect(found.paginationToken).toBe('100');
	expect(cloud.sent('DescribeVpcs')).toHaveLength(3);
});

test('a create takes names, each looked for where it belongs, and sends IDs', async () => {
	cloud.em.tencent.state.rules.networksExist = true;
	const [item] = await cloud.items('instance/create', {
		instanceName: 'named',
		zoneId: '450002',
		vpcId: byName('orders-vpc'),
		subnetId: byName('orders-b'),
	});
	expect(item.InstanceId).toMatch(/^ckafka-/);
	expect(cloud.body('CreatePostPaidInstance')).toMatchObject({
		VpcId: 'vpc-emulator1',
		SubnetId: 'subnet-orders02',
	});
	cloud.em.tencent.state.rules.networksExist = false;
});

test('a name that two VPCs have is refused with both IDs, and nothing is bought', async () => {
	const { told } = await cloud.run('instance/create', {
		instanceName: 'unclear',
		zoneId: '450001',
		vpcId: byName('shared'),
		subnetId: byId('subnet-shared01'),
	});
	expect(told).toContain('vpc-shared01');
	expect(told).toContain('vpc-shared02');
	expect(cloud.writes()).toEqual([]);
});

test('security groups of a route are chosen from a list, and given by name in expressions', async () => {
	const { id } = cloud.em.tencent.state.seed({ name: 'orders' });
	const creatingRoute = { resource: 'route', operation: 'create' };
	const listed = await cloud.lookUp<INodePropertyOptions[]>(
		'loadOptions',
		'getSecurityGroups',
		creatingRoute,
	);
	expect(names(listed)).toEqual([
		'default, sg-emulator1',
		'kafka-clients, Kafka clients, sg-kafka001',
	]);
	await cloud.items('route/create', {
		instanceId: byId(id),
		network: '3',
		routeVpc: byId('vpc-emulator1'),
		routeSubnet: byName('orders-a'),
		options: { securityGroupIds: '={{ ["kafka-clients"] }}' },
	});
	expect(cloud.body('CreateRoute')).toMatchObject({
		SubnetId: 'subnet-emulator',
		SecurityGroupIds: ['sg-kafka001'],
	});
});

test('the route of a row is one of the instance in that row', async () => {
	const { id } = cloud.em.tencent.state.seed({ name: 'orders' });
	const other = cloud.em.tencent.state.seed({ name: 'other' });
	const { results } = await cloud.n8n.loadOptions<INodeListSearchResult>(
		'listSearch',
		'searchRoutesOfRow',
		{
			type: 'n8n-nodes-managed-kafka.tencentCloudKafkaMaintenance',
			parameters: {
				resource: 'routeSecurityGroup',
				operation: 'attach',
				instanceRoutes: { entry: [{ instanceId: byId(other.id) }, { instanceId: byId(id) }] },
			},
			credentials: ['managedKafkaTencentCloudApi'],
			path: 'parameters.instanceRoutes.entry[1].routeId',
		},
	);
	expect(cloud.body('DescribeRoute')).toMatchObject({ InstanceId: id });
	expect(results.length).toBeGreaterThan(0);
});

test('tag keys are offered, and new ones are sent as they are', async () => {
	const adding = { resource: 'tag', operation: 'add' };
	expect(names(await search('searchTagKeys', adding))).toEqual(['environment', 'owner']);
	expect(cloud.body('DescribeTagKeys')).toMatchObject({ Category: 'Custom', Offset: 0 });
	const { id } = cloud.em.tencent.state.seed({ name: 'orders' });
	await cloud.items('tag/add', {
		instanceId: byId(id),
		tags: { entry: [{ tagKey: byName('new-key'), tagValue: 'a' }] },
	});
	expect(cloud.body('ModifyResourceTags')).toMatchObject({
		ReplaceTags: [{ TagKey: 'new-key', TagValue: 'a' }],
	});
});

test('log topics are listed, and found by their name', async () => {
	const shipping = { resource: 'logShipping', operation: 'get' };
	expect(names(await search('searchLogTopics', shipping, 'orders'))).toEqual([
		'orders, created 2024-03-10 12:00:00, b53fe5be-7ee3-4031-8043-5a73bad4f572',
	]);
	expect(cloud.lines()).toEqual(['DescribeTopics']);
	await cloud.items('logTopic/open', { logTopicId: byName('orders') });
	expect(cloud.body('OpenKafkaConsumer')).toEqual({
		FromTopicId: 'b53fe5be-7ee3-4031-8043-5a73bad4f572',
	});
});

describe('a key without the right for VPC', () => {
	let other: Cloud;
	beforeAll(async () => {
		const accounts = exampleAccounts();
		accounts.tencent.keys = [{ ...EXAMPLE.tencent.permanent, denied: ['vpc:*'] }];
		other = await openVendor('tencent', { tick: 1_000, accounts });
	});

	test('sees which permission is missing, and that the ID can be entered', async () => {
		const failed: unknown = await search('searchVpcs', creating, undefined, other).catch(
			(error: unknown) => error,
		);
		expect(failed).toMatchObject({
			message: 'The credential has no permission to list VPCs (vpc:DescribeVpcs)',
			description: expect.stringContaining(
				"Grant it vpc:DescribeVpcs. You can enter the ID instead: select 'By ID', or use an expression.",
			),
		});
	});

	test('creates with IDs as before', async () => {
		other.forget();
		const [item] = await other.items('instance/create', {
			instanceName: 'by-id',
			zoneId: '450001',
			vpcId: byId('vpc-emulator1'),
			subnetId: byId('subnet-emulator'),
		});
		expect(item.InstanceId).toMatch(/^ckafka-/);
		expect(other.lines().some((line) => /DescribeVpcs|DescribeSubnets/.test(line))).toBe(false);
	});
});

test('Get Identity says whose key it is, at STS', async () => {
	const [item] = await cloud.items('account/getIdentity');
	expect(item).toMatchObject({ AccountId: '100000000001', Type: 'CAMUser' });
	const [{ headers }] = cloud.em.requests;
	expect(headers['x-tc-version']).toBe('2018-08-13');
	expect(headers.authorization).toContain('/sts/tc3_request');
	expect(headers['x-tc-service']).toBeUndefined();
});
