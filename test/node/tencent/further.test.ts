/** Routes, tasks, look-ups and the check of the Log Service of the Tencent Cloud node, through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { chain, createHarness, node } from '../../harness';
import { typeWith } from '../../support/clouds';
import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

const CREDENTIAL = {
	secretId: 'AKIDexample',
	secretKey: 'secretexample',
	region: 'ap-guangzhou',
	site: 'china',
};

let cloud: Cloud;
let id: string;
const state = () => cloud.em.tencent.state;

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 900_000 });
});
beforeEach(() => {
	cloud.forget();
	({ id } = state().seed({ name: 'orders' }));
});
afterEach(() => {
	for (const instance of state().instances) instance.gone = true;
	state().reachability.clear();
});

const inVpc = (given: INodeParameters = {}): INodeParameters => ({
	instanceId: byId(id),
	network: '3',
	accessType: '1',
	routeVpc: 'vpc-rmcgxxxx',
	routeSubnet: 'subnet-mnzcxxxx',
	...given,
});

describe('Route', () => {
	test('Create waits for the task and gives the address', async () => {
		const [made] = await cloud.items('route/create', { ...inVpc(), ...WAITING });
		expect(made).toMatchObject({ completed: true, status: 'created', InstanceId: id });
		expect(made.VipList).toBeTruthy();
		expect(cloud.body('CreateRoute')).toEqual({
			InstanceId: id,
			VipType: 3,
			AccessType: 1,
			VpcId: 'vpc-rmcgxxxx',
			SubnetId: 'subnet-mnzcxxxx',
		});
	});
	test('Create for the internet sends the bandwidth and no VPC', async () => {
		await cloud.items('route/create', {
			instanceId: byId(id),
			network: '1',
			accessType: '3',
			publicNetwork: 6,
		});
		expect(cloud.body('CreateRoute')).toEqual({
			InstanceId: id,
			VipType: 1,
			AccessType: 3,
			PublicNetwork: 6,
		});
	});
	test.each<[INodeParameters, string]>([
		[{ network: '1', accessType: '0', publicNetwork: 3 }, 'is not available for'],
		[{ network: '1', accessType: '1', publicNetwork: 4 }, 'multiple of 3'],
		[{ routeVpc: '={{ "" }}' }, "'VPC' is empty"],
		[
			{ options: { ipWhitelist: { entry: [{ cidrBlock: '10.0.0.1' }] } } },
			'available only for public',
		],
	])('Create refuses %j before anything is sent', async (given, words) => {
		const { told } = await cloud.run('route/create', inVpc(given));
		expect(told).toContain(words);
		expect(cloud.lines()).toEqual([]);
	});
	test('a failing task ends the wait at once', async () => {
		const bad = state().seed({ name: 'bad', failingTasks: ['CreateRoute'] });
		const { told } = await cloud.run('route/create', {
			...inVpc({ instanceId: byId(bad.id) }),
			...WAITING,
		});
		expect(told).toContain('ended with status failed');
		expect(told).toContain(bad.id);
	});
	test('Get Many, list search and Delete', async () => {
		const [{ RouteId }] = await cloud.items('route/create', { ...inVpc(), ...WAITING });
		const listed = await cloud.items('route/getAll', { instanceId: byId(id) });
		expect(listed.map((route) => route.RouteId)).toContain(RouteId);
		const { results } = await cloud.lookUp<{ results: Array<{ value: string }> }>(
			'listSearch',
			'searchRoutes',
			{ resource: 'route', operation: 'delete', instanceId: byId(id) },
		);
		expect(results.map(({ value }) => value)).toContain(String(RouteId));
		const [gone] = await cloud.items('route/delete', {
			instanceId: byId(id),
			route: byId(String(RouteId)),
			...WAITING,
		});
		expect(gone).toMatchObject({ deleted: true, RouteId, completed: true });
		expect(cloud.body('DeleteRoute')).toEqual({ InstanceId: id, RouteId });
	});
	// An instance has one, in a VPC or public (page 597/32555).
	test('a second SASL_PLAINTEXT route is rejected with what to do', async () => {
		await cloud.items('route/create', { ...inVpc(), ...WAITING });
		const { told } = await cloud.run('route/create', inVpc());
		expect(told).toMatch(/one SASL_PLAINTEXT route.*Use the existing one/s);
	});
	test.each([
		'={{ $now.plus({ hours: 1 }) }}',
		'={{ $now.plus({ hours: 1 }).toISO() }}',
		'2026-12-01T03:00:00',
		'tomorrow',
	])('a time in another form than the service takes is not sent: %s', async (deleteRouteTime) => {
		const { told } = await cloud.run('route/delete', {
			instanceId: byId(id),
			route: byId('1'),
			options: { deleteRouteTime },
		});
		expect(told).toContain("'Deletion Time'");
		expect(cloud.lines()).toEqual([]);
	});
	test.each<[string, IDataObject]>([
		['without its list', { TotalCount: 0 }],
		['with null for it', { Routers: null }],
	])('an answer %s does not tell that a route is gone', async (_, Result) => {
		const [{ RouteId }] = await cloud.items('route/create', { ...inVpc(), ...WAITING });
		cloud.em.faults.add({
			operation: 'DescribeRoute',
			times: 'always',
			effect: { kind: 'answer', status: 200, body: { Response: { Result, RequestId: 'R' } } },
		});
		const { told } = await cloud.run('route/delete', {
			instanceId: byId(id),
			route: byId(String(RouteId)),
			waitForCompletion: true,
			waitOptions: { pollInterval: 2, maximumWait: 1 },
		});
		expect(told).toContain(`Route ${String(RouteId)} of instance ${id} is not visible yet after`);
	});
});

describe('Task', () => {
	test('Get Status says it in words', async () => {
		cloud.em.tencent.state.rules.flows = 'named';
		const [{ FlowId }] = await cloud.items('instance/delete', { instanceId: byId(id) });
		const [task] = await cloud.items('task/get', { flowId: FlowId as number });
		expect(task).toMatchObject({ FlowId, status: expect.any(String) as string });
		expect(['running', 'succeeded']).toContain(task.status);
	});
	test('0 stands for none', async () => {
		const { told } = await cloud.run('task/get', { flowId: 0 });
		expect(told).toContain("'Task ID' is 0");
		expect(cloud.lines()).toEqual([]);
	});
});

describe('Lookup', () => {
	test('Get Regions and the option Region', async () => {
		const regions = await cloud.items('lookup/getRegions', { returnAll: true });
		expect(regions.map(({ RegionCodeV3 }) => RegionCodeV3)).toContain('ap-guangzhou');
		const offered = await cloud.lookUp<Array<{ value: string }>>('loadOptions', 'getRegions', {});
		expect(offered[0].value).toBe('');
		expect(offered.map(({ value }) => value)).toContain('ap-shanghai-fsi');
	});
	test('the option Region offers the known ones when the API cannot be asked', async () => {
		const effect = { kind: 'answer', status: 500, body: 'x' } as const;
		cloud.em.faults.add({ operation: 'DescribeRegion', times: 'always', effect });
		const offered = await cloud.lookUp<Array<{ value: string }>>('loadOptions', 'getRegions', {});
		expect(offered.length).toBeGreaterThan(20);
	});
	test('Get Zones gives an item each, or everything', async () => {
		const zones = await cloud.items('lookup/getZones');
		expect(zones.map(({ ZoneId }) => ZoneId)).toContain('450001');
		expect(zones.filter(({ soldOut }) => soldOut)).toHaveLength(1);
		const [whole] = await cloud.items('lookup/getZones', { simplify: false });
		expect(whole.MaxBuyInstanceNum).toBeDefined();
		const offered = await cloud.lookUp<Array<{ name: string }>>('loadOptions', 'getZones', {});
		expect(offered.filter(({ name }) => name.endsWith('sold out'))).toHaveLength(1);
	});
	test('Get Type Instances', async () => {
		const [found] = await cloud.items('instanceMaintenance/getTypeInstances');
		expect(found).toMatchObject({ InstanceId: id, status: 'running' });
	});
	test('another region goes out in the header', async () => {
		const region = 'ap-singapore';
		const there = state().seed({ name: 'there', region });
		const found = await cloud.items('instance/getAll', { options: { region } });
		expect(found.map(({ InstanceId }) => InstanceId)).toEqual([there.id]);
		expect(cloud.lines()).toEqual(['DescribeInstances in ap-singapore']);
	});
});

describe('Log Service: Check Kafka Access', () => {
	const own = (given: INodeParameters = {}): INodeParameters => ({
		kafkaType: '1',
		serverAddr: '10.0.0.1:9092',
		...given,
	});
	const secured = own({
		isEncryptionAddr: true,
		protocol: 'sasl_ssl',
		mechanism: 'SCRAM-SHA-256',
		saslUser: 'reader',
		saslPassword: 'Geheim-123',
		options: { kafkaVersion: '2.8.0' },
	});

	test('of a CKafka instance, as in the document', async () => {
		const [found] = await cloud.items('logService/checkKafka', {
			kafkaType: '0',
			kafkaInstance: byId(id),
			options: { kafkaVersion: '2.0.0' },
		});
		expect(found).toMatchObject({ reachable: true, Status: 0 });
		expect(cloud.body()).toEqual({
			KafkaType: 0,
			KafkaInstance: id,
			UserKafkaMeta: { KafkaVersion: '2.0.0' },
		});
		const [{ headers }] = cloud.sent('CheckRechargeKafkaServer');
		expect(headers).toMatchObject({ 'x-tc-version': '2020-10-16' });
		expect(headers.authorization).toContain('/cls/tc3_request');
	});
	test('of an own Kafka without and with encryption', async () => {
		await cloud.items('logService/checkKafka', own());
		expect(cloud.body()).toEqual({
			KafkaType: 1,
			ServerAddr: '10.0.0.1:9092',
			IsEncryptionAddr: false,
		});
		await cloud.items('logService/checkKafka', secured);
		expect(cloud.body()).toEqual({
			KafkaType: 1,
			ServerAddr: '10.0.0.1:9092',
			IsEncryptionAddr: true,
			Protocol: {
				Protocol: 'sasl_ssl',
				Mechanism: 'SCRAM-SHA-256',
				UserName: 'reader',
				Password: 'Geheim-123',
			},
			UserKafkaMeta: { KafkaVersion: '2.8.0' },
		});
	});
	test.each(Array.from({ length: 11 }, (_, i) => -1 - i))(
		'%i is an item that says what to do, or an error',
		async (status) => {
			state().reachability.set('10.0.0.1:9092', status);
			const [found] = await cloud.items('logService/checkKafka', own());
			expect(found).toMatchObject({ reachable: false, Status: status });
			const { finding, whatToDo } = found as { finding: string; whatToDo: string };
			const { told } = await cloud.run('logService/checkKafka', own({ whenUnreachable: 'error' }));
			expect(told.toLowerCase()).toContain(finding.toLowerCase());
			expect(told).toContain(whatToDo);
		},
	);
	test('the password is in no output and no error', async () => {
		state().reachability.set('10.0.0.1:9092', -2);
		const { run } = await cloud.run('logService/checkKafka', secured);
		const body = {
			Response: { Error: { Code: 'InvalidParameter', Message: 'Geheim-123 is bad' } },
		};
		cloud.em.faults.add({
			operation: 'CheckRechargeKafkaServer',
			effect: { kind: 'answer', status: 200, body },
		});
		const { told } = await cloud.run('logService/checkKafka', secured);
		expect(told).toContain('********');
		expect(told + JSON.stringify(run.items('K') as IDataObject[])).not.toContain('Geheim');
	});
	test.each<[INodeParameters, string]>([
		[{ kafkaType: '0', kafkaInstance: byId('={{ "" }}') }, "'CKafka Instance' is empty"],
		[own({ serverAddr: '={{ "" }}' }), "'Server Address' is empty"],
		[{ ...secured, saslPassword: '={{ "" }}' }, "'Password' is empty"],
		[own({ whenUnreachable: 'other' }), "'When Kafka Is Unreachable'"],
	])('refuses %j before anything is sent', async (parameters, words) => {
		const { told } = await cloud.run('logService/checkKafka', parameters);
		expect(told).toContain(words);
		expect(cloud.lines()).toEqual([]);
	});
});

describe('where requests go', () => {
	const elsewhere = async (operation: string, given: INodeParameters) => {
		const data = { ...CREDENTIAL, endpoint: 'https://{service}.{region}.invalid' };
		const n8n = await createHarness({
			credentials: { managedKafkaTencentCloudApi: data as never },
			clock: cloud.clock,
		});
		const [resource, name] = operation.split('/');
		const run = await n8n.run(
			chain(
				node(
					'K',
					typeWith('tencent', resource),
					{ resource, operation: name, ...given },
					{ credentials: ['managedKafkaTencentCloudApi'] },
				),
			),
			{ inputItems: [{ json: {} }] },
		);
		return run.error?.message;
	};
	const region = 'ap-shanghai-fsi';
	const check = { kafkaType: '1', serverAddr: '10.0.0.1:9092' };

	test.each<[string, string, INodeParameters]>([
		['ckafka.ap-guangzhou.invalid', 'instance/getAll', {}],
		[`ckafka.${region}.invalid`, 'instance/getAll', { options: { region } }],
		['cls.ap-guangzhou.invalid', 'logService/checkKafka', check],
		[`cls.${region}.invalid`, 'logService/checkKafka', { ...check, options: { region } }],
	])('%s for %s %j', async (host, operation, given) => {
		expect(await elsewhere(operation, given)).toContain(`${host} is unreachable`);
	});
});
