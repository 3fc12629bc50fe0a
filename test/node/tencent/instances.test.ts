/** Instances of the Tencent Cloud node: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import { factsOf } from '../../../emulator/core/facts';
import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let usual: object;
const state = () => cloud.em.tencent.state;

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 900_000 });
	usual = { ...state().durations };
});
beforeEach(() => cloud.forget());
afterEach(() => {
	for (const instance of state().instances) instance.gone = true;
	// What a test leaves goes without a deletion, so the node is to forget it.
	cloud.clock.advance(cloud.clock.times.listingLag + 1);
	state().plans.length = 0;
	Object.assign(state().durations, usual);
});

const fresh = (options: INodeParameters = {}, name = 'orders-dev'): INodeParameters => ({
	instanceName: name,
	zoneId: '450001',
	vpcId: 'vpc-rmcgxxxx',
	subnetId: 'subnet-mnzcxxxx',
	specificationsType: 'profession',
	options,
});
const at = (id: string, options: INodeParameters = {}): INodeParameters => ({
	instanceId: byId(id),
	options,
});
const seed = (given: object = {}) => state().seed({ name: 'orders', ...given }).id;

const zones = (entry: INodeParameters): INodeParameters => ({ multiZone: { entry } });

describe('Create', () => {
	const { examples = [] } = factsOf('tencent', 'CreatePostPaidInstance') as unknown as {
		examples: Array<{ title: string; request: { body: IDataObject } }>;
	};
	const optionNames: Record<string, string> = {
		InstanceType: 'instanceType',
		KafkaVersion: 'kafkaVersion',
		DiskSize: 'diskSize',
		BandWidth: 'bandWidth',
		Partition: 'partition',
		TopicNum: 'topicNum',
		DiskType: 'diskType',
		PublicNetworkMonthly: 'publicNetworkMonthly',
		InstanceNum: 'instanceNum',
	};

	test('there are three examples', () => expect(examples).toHaveLength(3));

	test.each(examples)('$title: the bytes of the document', async ({ request: { body } }) => {
		const options = Object.fromEntries(
			Object.entries(optionNames)
				.filter(([name]) => body[name] !== undefined)
				.map(([name, property]) => [property, body[name]]),
		) as INodeParameters;
		const { MultiZoneFlag: multiZoneFlag, ZoneIds: zoneIds } = body;
		if (zoneIds) Object.assign(options, zones({ multiZoneFlag, zoneIds } as INodeParameters));
		const made = await cloud.items('instance/create', {
			...fresh(options, String(body.InstanceName)),
			vpcId: String(body.VpcId),
			subnetId: String(body.SubnetId),
		});
		expect(cloud.body('CreatePostPaidInstance')).toEqual(body);
		expect(made).toHaveLength(Number(body.InstanceNum ?? 1));
		expect(made.map(({ InstanceId }) => InstanceId).sort()).toEqual(
			state()
				.instances.map(({ id }) => id)
				.sort(),
		);
		const [{ headers }] = cloud.sent('CreatePostPaidInstance');
		expect(headers).toMatchObject({
			'x-tc-action': 'CreatePostPaidInstance',
			'x-tc-version': '2019-08-19',
			'x-tc-region': 'ap-guangzhou',
		});
	});

	test.each(['CLOUD_SSD', 'CLOUD_BASIC', 'CLOUD_PREMIUM'])('%s goes out', async (diskType) => {
		await cloud.run('instance/create', fresh({ diskType }));
		expect(cloud.body('CreatePostPaidInstance')).toMatchObject({ DiskType: diskType });
	});

	test('a certificate and storage by use go out', async () => {
		await cloud.run(
			'instance/create',
			fresh({ customSSLCertId: byId('TTpTQ6QD'), storeQuantityType: true }),
		);
		expect(cloud.body('CreatePostPaidInstance')).toMatchObject({
			CustomSSLCertId: 'TTpTQ6QD',
			StoreQuantityType: 1,
		});
	});

	test('a certificate is for the Pro Edition only', async () => {
		const given = {
			...fresh({ customSSLCertId: byId('TTpTQ6QD') }),
			specificationsType: 'standard',
		};
		const { told } = await cloud.run('instance/create', given);
		expect(told).toContain("'SSL Certificate' is available only for the Pro Edition");
		expect(cloud.lines()).toEqual([]);
	});

	test('a batch with one failing deal names what was bought and what was not', async () => {
		state().plans.push({ name: 'orders-dev2', dealFails: true });
		const { told } = await cloud.run('instance/create', fresh({ instanceNum: 3 }));
		const ids = state().instances.map(({ id }) => id);
		expect(ids).toHaveLength(2);
		for (const id of ids) expect(told).toContain(id);
		expect(told).toMatch(/order \d+ did not create an instance/);
	});

	test('set to continue, the same batch gives an item for each', async () => {
		state().plans.push({ name: 'orders-dev2', dealFails: true });
		const { run } = await cloud.run('instance/create', fresh({ instanceNum: 3 }), {
			onError: 'continueRegularOutput',
		});
		const items = run.items('K');
		expect(items).toHaveLength(3);
		expect(items.filter(({ InstanceId }) => InstanceId)).toHaveLength(2);
		expect(JSON.stringify(items)).toContain('did not create an instance');
	});

	test('waits past the time in which it is not listed, and not for the flow', async () => {
		const [made] = await cloud.items('instance/create', { ...fresh(), ...WAITING });
		expect(made).toMatchObject({ status: 'running', completed: true, created: true });
		expect(cloud.sent('DescribeTaskStatus')).toEqual([]);
	});

	test('a creation that fails ends the wait with the ID', async () => {
		state().plans.push({ createFails: true });
		const { told } = await cloud.run('instance/create', { ...fresh(), ...WAITING });
		expect(told).toContain('ended with status creation failed');
		expect(told).toContain(state().named('orders-dev')?.id);
	});

	test('one whose answer was lost is found by its name, and sent once', async () => {
		state().durations.listed = 0;
		seed({ name: 'orders-dev' });
		cloud.em.faults.add({
			operation: 'CreatePostPaidInstance',
			effect: { kind: 'cut', when: 'after' },
		});
		const [made] = await cloud.items('instance/create', fresh());
		expect(made).toMatchObject({ InstanceName: 'orders-dev', created: true, recovered: true });
		expect(cloud.sent('CreatePostPaidInstance')).toBeSent(1);
	});

	test('all of a batch whose answer was lost come out by ID', async () => {
		state().durations.listed = 0;
		seed({ name: 'orders-dev-prod' });
		cloud.em.faults.add({
			operation: 'CreatePostPaidInstance',
			effect: { kind: 'cut', when: 'after' },
		});
		const made = await cloud.items('instance/create', fresh({ instanceNum: 3 }));
		expect(made.map(({ InstanceName }) => InstanceName).sort()).toEqual([
			'orders-dev1',
			'orders-dev2',
			'orders-dev3',
		]);
		expect(cloud.sent('CreatePostPaidInstance')).toBeSent(1);
	});

	test('a batch of which only a part has appeared is an error with their IDs', async () => {
		state().durations.listed = 0;
		state().plans.push({ name: 'orders-dev2', dealFails: true });
		cloud.em.faults.add({
			operation: 'CreatePostPaidInstance',
			effect: { kind: 'cut', when: 'after' },
		});
		const { told } = await cloud.run('instance/create', fresh({ instanceNum: 3 }));
		expect(told).toContain('of the 3 requested, these have appeared: ');
		for (const { id } of state().instances) expect(told).toContain(id);
	});

	test('Create If Absent takes the one that is there', async () => {
		const id = seed({ name: 'orders-dev' });
		const [made] = await cloud.items('instance/create', { ...fresh(), createIfAbsent: true });
		expect(made).toMatchObject({ InstanceId: id, created: false });
		expect(cloud.sent('CreatePostPaidInstance')).toEqual([]);
	});

	const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	test.each([false, true])(
		'is bought once though it is not listed for long, with Retry On Fail and Create If Absent %s',
		async (createIfAbsent) => {
			state().durations.listed = 1e12;
			cloud.em.faults.add({
				operation: 'CreatePostPaidInstance',
				times: 'always',
				effect: { kind: 'cut', when: 'after' },
			});
			const given = { ...fresh({}, `orders-slow-${createIfAbsent}`), createIfAbsent };
			const { told } = await cloud.run('instance/create', given, RETRY);
			expect(told).toContain('it was not found by name afterwards');
			expect(cloud.sent('CreatePostPaidInstance')).toBeSent(1);
			expect(state().instances).toHaveLength(1);
		},
	);

	test('Retry On Fail buys when the list could not be read before', async () => {
		cloud.em.faults.add({
			operation: 'DescribeInstancesDetail',
			times: 5,
			effect: fault.serverError(),
		});
		const [made] = (await cloud.run('instance/create', fresh(), RETRY)).items;
		expect(made).toMatchObject({ InstanceId: state().instances[0].id, created: true });
		expect(cloud.sent('CreatePostPaidInstance')).toBeSent(1);
	});

	test('a list that cannot be read keeps it from being bought, which is said', async () => {
		cloud.em.faults.add({
			operation: 'DescribeInstancesDetail',
			times: 'always',
			effect: fault.serverError(),
		});
		const { told } = await cloud.run('instance/create', fresh());
		expect(told).toMatch(/could not check what already exists: .* Nothing was created/);
		expect(cloud.sent('CreatePostPaidInstance')).toEqual([]);
	});

	test.each<[string, IDataObject]>([
		['without its rows', { TotalCount: 2 }],
		['without anything that is known', { Rows: [] }],
	])('a list %s is not taken for absence', async (_, result) => {
		const body = { Response: { Result: result, RequestId: 'R-1' } };
		cloud.em.faults.add({
			operation: 'DescribeInstancesDetail',
			times: 'always',
			effect: { kind: 'answer', status: 200, body },
		});
		const { told } = await cloud.run('instance/create', { ...fresh(), createIfAbsent: true });
		expect(told).toContain("the response does not contain the list 'InstanceList'");
		expect(cloud.sent('CreatePostPaidInstance')).toEqual([]);
	});

	test('Create If Absent of a batch says when only a part of it is there', async () => {
		const id = seed({ name: 'orders-part2' });
		const given = { ...fresh({ instanceNum: 3 }, 'orders-part'), createIfAbsent: true };
		const { told } = await cloud.run('instance/create', given);
		expect(told).toContain('of the 3 requested, 1 already exists, and no more were created');
		expect(told).toContain(id);
		const { run } = await cloud.run('instance/create', given, { onError: 'continueErrorOutput' });
		expect(run.items('K')).toMatchObject([{ InstanceId: id, created: false }]);
		expect(run.items('K', 1)).toHaveLength(1);
		expect(cloud.sent('CreatePostPaidInstance')).toEqual([]);
	});

	test.each<[string, INodeParameters, string]>([
		['an ID that is no VPC', { vpcId: 'subnet-1' }, "'VPC' is 'subnet-1', but no VPC"],
		['an ID that is no subnet', { subnetId: 'vpc-1' }, "'Subnet' is 'vpc-1', but no subnet"],
	])('refuses %s before anything is written', async (_, network, words) => {
		const { told } = await cloud.run('instance/create', { ...fresh(), ...network });
		expect(told).toContain(words);
		expect(cloud.writes()).toEqual([]);
	});

	test.each<[string, INodeParameters, string]>([
		['a size out of step', { diskSize: 250 }, "'Disk Size (GB)' is 250"],
		['a bandwidth out of step', { publicNetworkMonthly: 4 }, 'multiple of 3'],
		['no instance', { instanceNum: 0 }, "'Number of Instances' is 0"],
		[
			'zones without the main one',
			zones({ zoneIds: [450002], multiZoneFlag: true }),
			"'Zone Names or IDs' does not include 450001",
		],
		[
			'zones without the switch',
			zones({ zoneIds: [450001, 450002], multiZoneFlag: false }),
			"'Multiple Zones' is off",
		],
		['the switch without zones', zones({ multiZoneFlag: true }), "'Zone Names or IDs' is missing"],
	])('refuses %s before anything is sent', async (_, options, words) => {
		const { told } = await cloud.run('instance/create', fresh(options));
		expect(told).toContain(words);
		expect(cloud.lines()).toEqual([]);
	});
});

test('Create Subscription sends period and edition', async () => {
	const { specificationsType: _, ...rest } = fresh({ renewFlag: '1', autoVoucher: true });
	const [made] = await cloud.items('instance/createSubscription', {
		...rest,
		period: '12m',
		instanceType: '1',
		subscriptionEdition: 'profession',
	});
	expect(made.InstanceId).toBe(state().named('orders-dev')?.id);
	expect(cloud.body('CreateInstancePre')).toEqual({
		InstanceName: 'orders-dev',
		ZoneId: 450001,
		VpcId: 'vpc-rmcgxxxx',
		SubnetId: 'subnet-mnzcxxxx',
		Period: '12m',
		InstanceType: 1,
		SpecificationsType: 'profession',
		RenewFlag: 1,
		AutoVoucher: 1,
	});
});

describe('reading', () => {
	test('Get gives one with its status in words', async () => {
		const id = seed();
		const [got] = await cloud.items('instance/get', at(id));
		expect(got).toMatchObject({ InstanceId: id, status: 'running' });
	});
	test('Get of one that is not there is an error', async () => {
		const { told } = await cloud.run('instance/get', at('ckafka-nothere'));
		expect(told).toContain('the instance does not exist');
	});
	test('Get Attributes', async () => {
		const id = seed();
		const [got] = await cloud.items('instance/getAttributes', at(id));
		expect(got).toMatchObject({ InstanceId: id, InstanceChargeType: 'POSTPAID_BY_HOUR' });
	});
	test('Get Many reads every page once, brief and detailed', async () => {
		for (let i = 0; i < 105; i++) seed({ name: `n${i}` });
		const brief = await cloud.items('instance/getAll', { returnAll: true });
		expect(new Set(brief.map(({ InstanceId }) => InstanceId)).size).toBe(105);
		expect(cloud.sent('DescribeInstances')).toBeSent(2);
		const detailed = await cloud.items('instance/getAllDetailed', { returnAll: true });
		expect(detailed).toHaveLength(105);
		expect(cloud.body('DescribeInstancesDetail')).toMatchObject({ Limit: 20 });
	});
	test('Get Many sends statuses as numbers', async () => {
		await cloud.items('instance/getAll', { options: { status: ['-1', '5'] } });
		expect(cloud.body()).toEqual({ Status: [-1, 5], Offset: 0, Limit: 50 });
	});
	test('Get Connection Settings', async () => {
		const [got] = await cloud.items('instance/getConnection', at(seed()));
		expect(got).toMatchObject({ securityProtocol: 'PLAINTEXT', authentication: false });
		expect(String(got.bootstrapServers)).toMatch(/:\d+$/);
	});
	test('Get Price of a purchase', async () => {
		const [price] = await cloud.items('instance/getPrice', {
			priceEdition: 'profession',
			chargeType: 'PREPAID',
			chargePeriod: 2,
			bandwidth: 20,
			priceDiskType: 'CLOUD_SSD',
			priceDiskSize: 200,
			messageRetention: 24,
			topicCount: 200,
			partitionCount: 400,
		});
		expect(price.InstancePrice).toMatchObject({ Currency: expect.any(String) as string });
		expect(cloud.body()).toMatchObject({
			CategoryAction: 'purchase',
			InstanceChargeParam: { InstanceChargeType: 'PREPAID', InstanceChargePeriod: 2 },
			InquiryDiskParam: { DiskType: 'CLOUD_SSD', DiskSize: 200 },
		});
	});
});

describe('changing', () => {
	test('Update sends nested settings and switches as the API wants them', async () => {
		const id = seed();
		await cloud.items(
			'instance/update',
			at(id, {
				instanceName: 'orders-new',
				deleteProtectionEnable: true,
				config: { entry: { autoCreateTopicEnable: true, settings: { defaultNumPartitions: 6 } } },
			}),
		);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			InstanceName: 'orders-new',
			DeleteProtectionEnable: 1,
			Config: { AutoCreateTopicEnable: true, DefaultNumPartitions: 6 },
		});
	});
	test('Update without a setting is refused', async () => {
		const { told } = await cloud.run('instance/update', at(seed()));
		expect(told).toContain('nothing to change');
		expect(cloud.lines()).toEqual([]);
	});
	test('Resize waits for the new size', async () => {
		const id = seed({ prePaid: true });
		const [done] = await cloud.items('instance/resize', {
			...at(id, { diskSize: 800, bandWidth: 80 }),
			...WAITING,
		});
		expect(done).toMatchObject({ completed: true, DiskSize: 800, BandWidth: 80 });
	});
	const UPGRADE = { type: '1', targetVersion: 'v2.4.2_r1.2.4', ...WAITING };
	test('Upgrade Version fills in the present build, and waits for the new one', async () => {
		const [done] = await cloud.items('instance/upgradeVersion', { ...at(seed()), ...UPGRADE });
		expect(cloud.onlyBody('UpgradeBrokerVersion')).toMatchObject({
			SourceVersion: 'v2.4.2_r1.2.0',
			TargetVersion: 'v2.4.2_r1.2.4',
		});
		expect(done).toMatchObject({ completed: true, TargetVersion: 'v2.4.2_r1.2.4' });
	});
	// The list's Version is that of Kafka (page 597/125478, terraform-provider-tencentcloud #3742).
	test('Upgrade Version that is over between two looks ends the wait', async () => {
		const id = seed({ durations: { changeLag: 0, change: 0 } });
		const [done] = await cloud.items('instance/upgradeVersion', {
			...at(id),
			...UPGRADE,
			sourceVersion: '2.4.2_1.2.0',
		});
		expect(done).toMatchObject({ completed: true, SourceVersion: '2.4.2_1.2.0' });
		expect(cloud.sent('DescribeInstancesDetail').length).toBeLessThan(3);
	});
	test('Upgrade Version with a start that the service could not read is not sent', async () => {
		const options = { delayTimeStamp: '2026-12-01T03:00:00.000+08:00' };
		const { told } = await cloud.run('instance/upgradeVersion', {
			...at(seed()),
			...UPGRADE,
			options,
		});
		expect(told).toMatch(/'Start Time'.*such as 2026-12-01 03:00:00/s);
		expect(cloud.lines()).toEqual([]);
	});
	test('Get Versions and the builds on offer', async () => {
		const id = seed();
		const [versions] = await cloud.items('instance/getVersions', at(id));
		expect(versions).toMatchObject({
			InstanceId: id,
			KafkaVersion: '2.4.1',
			CurBrokerVersion: 'v2.4.2_r1.2.0',
		});
		const parameters = { resource: 'instance', operation: 'upgradeVersion', ...at(id) };
		const offered = await cloud.lookUp<IDataObject[]>(
			'loadOptions',
			'getBrokerVersions',
			parameters,
		);
		expect(offered).toContainEqual({ name: 'v3.2.3_r1.0.7 (Kafka 3.2.3)', value: 'v3.2.3_r1.0.7' });
	});
	test('Upgrade Version waits for its task, where there is one, and a failed one ends it at once', async () => {
		state().rules.flows = 'named';
		const parameters = (id: string) => ({ ...at(id), ...UPGRADE });
		const [done] = await cloud.items('instance/upgradeVersion', parameters(seed()));
		expect(done).toMatchObject({ completed: true });
		const bad = seed({ name: 'bad', failingTasks: ['UpgradeBrokerVersion'] });
		const { told } = await cloud.run('instance/upgradeVersion', parameters(bad));
		expect(told).toContain(bad);
		expect(told).toContain('ended with status failed');
	});
	test('Renew gives the order', async () => {
		const id = seed({ prePaid: true });
		const [done] = await cloud.items('instance/renew', { ...at(id), months: 3 });
		expect(done).toMatchObject({ renewed: true, InstanceId: id, TimeSpan: 3 });
		expect(done.DealName).toBeTruthy();
	});
});

describe('deleting', () => {
	test.each([
		['instance/delete', {}],
		['instance/deleteSubscription', { prePaid: true }],
		['instance/deleteSubscription', { prePaid: true, status: 5 }],
		['instance/delete', { status: -1 }],
	])('%s %j waits until it is gone', async (operation, given) => {
		const id = seed(given);
		const [done] = await cloud.items(operation, { ...at(id), ...WAITING });
		expect(done).toMatchObject({ deleted: true, InstanceId: id, completed: true });
		expect(state().named('orders')).toBeUndefined();
	});
	test.each([
		['instance/delete', 'DeleteInstancePost', {}],
		['instance/deleteSubscription', 'DeleteInstancePre', { prePaid: true }],
	])('%s that fails ends the wait', async (operation, api, given) => {
		const id = seed({ ...given, failingTasks: [api] });
		const { told } = await cloud.run(operation, { ...at(id), ...WAITING });
		expect(told).toContain(id);
		expect(told).toContain('deletion failed');
	});
});

describe('failures inside of HTTP 200', () => {
	const failing = (Code: string) => ({
		kind: 'answer' as const,
		status: 200,
		body: { Response: { Error: { Code, Message: 'vendor words' }, RequestId: 'r-1' } },
	});
	const operation = 'CreatePostPaidInstance';

	test('a purchase that was throttled is sent again', async () => {
		cloud.em.faults.add({ operation, effect: failing('RequestLimitExceeded') });
		const made = await cloud.items('instance/create', fresh());
		expect(made).toHaveLength(1);
		expect(cloud.sent(operation)).toBeSent(2);
	});
	test.each(['FailedOperation', 'InternalError', 'NeverSeen'])(
		'a purchase that ended with %s is looked up, not sent again',
		async (code) => {
			cloud.em.faults.add({ operation, effect: failing(code) });
			const { told } = await cloud.run('instance/create', fresh());
			expect(cloud.sent(operation)).toBeSent(1);
			expect(told).toContain('The request was not sent again');
			expect(told).toContain('request ID r-1');
		},
	);
	test('a refused purchase is neither looked up nor sent again', async () => {
		cloud.em.faults.add({ operation, effect: failing('ResourceInsufficient') });
		const { told } = await cloud.run('instance/create', fresh());
		expect(told).toContain('does not have enough resources');
		expect(cloud.lines().at(-1)).toBe(operation);
	});
	test('a declined order says what the result code says', async () => {
		state().plans.push({ dealFails: true });
		const { told } = await cloud.run('instance/create', fresh());
		expect(told).toMatch(/the order failed/i);
		expect(told).toMatch(/ReturnCode [^0]/);
		expect(cloud.sent(operation)).toBeSent(1);
	});
	test.each([
		['delete', 'DeleteInstancePost'],
		['deleteSubscription', 'DeleteInstancePre'],
	])('%s of one that is gone says so, although the code leaves it open', async (name, api) => {
		const gone = failing('FailedOperation');
		for (const asked of [api, 'DescribeInstanceAttributes']) {
			cloud.em.faults.add({ operation: asked, times: 'always', effect: gone });
		}
		const { told } = await cloud.run(`instance/${name}`, at('ckafka-gonexxxx'));
		expect(told).toMatch(/the instance does not exist.*may also have been deleted/s);
		expect(told).not.toContain('It is not known');
		expect(cloud.sent(api)).toBeSent(1);
		const { told: there } = await cloud.run(`instance/${name}`, at(seed()));
		expect(there).toContain('It is not known whether the request took effect');
	});
	test('a deletion of which nothing is known says so', async () => {
		const effect = failing('InternalError');
		cloud.em.faults.add({ operation: 'DeleteInstancePost', effect });
		const { told } = await cloud.run('instance/delete', at(seed()));
		expect(told).toContain('It is not known whether the request took effect');
		expect(cloud.sent('DeleteInstancePost')).toBeSent(1);
	});
});

test('a ReturnCode whose words repeat the key is told without it', async () => {
	const stage = await openVendor('tencent');
	const { secretKey } = stage.em.credentials.tencent.permanent;
	const Result = { ReturnCode: '10004', ReturnMessage: `signed with ${secretKey}` };
	const body = { Response: { Result, RequestId: 'r' } };
	const effect = { kind: 'answer' as const, status: 200, body };
	stage.em.faults.add({ operation: 'DescribeInstances', times: 'always', effect });
	const { told } = await stage.run('instance/getAll');
	expect(told).toContain('signed with ********');
	expect(told).not.toContain(secretKey);
});
