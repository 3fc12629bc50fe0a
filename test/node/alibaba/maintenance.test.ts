/** The maintenance node of Alibaba Cloud: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault, type AlibabaInstance } from '../../../emulator';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

const HOUR = 3_600_000;

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = () => ({ instanceId: byId(id) });
const seed = (more: object = {}) => {
	({ id } = cloud.em.alibaba.state.seed({ name: 'orders', groups: [{ name: 'reader' }], ...more }));
};
const SERVERLESS = { paidType: 3, reservedPublish: 60, reservedSubscribe: 60 };

beforeAll(async () => {
	cloud = await openVendor('alibaba', { speed: 1 });
});
beforeEach(() => {
	cloud.forget();
	seed();
});
afterEach(() => {
	for (const one of cloud.em.alibaba.state.instances) one.gone = true;
});

/** Runs what has to be refused before anything is written. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.writes()).toEqual([]);
	return told;
}

describe('Scaling Rule', () => {
	const rule = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		ruleName: 'workdays',
		reservedPubFlow: 120,
		reservedSubFlow: 120,
		schedule: 'repeat',
		repeat: 'Weekly',
		days: ['Monday', 'Friday'],
		firstScheduledTime: '2036-01-07T08:00:00+08:00',
		durationMinutes: 100,
		...more,
	});
	const named = (more: INodeParameters = {}) => ({ ...here(), rule: byName('workdays'), ...more });
	beforeEach(() => {
		instance().gone = true;
		seed(SERVERLESS);
	});

	test('Create sends the days as JSON, and names the rule', async () => {
		const [item] = await cloud.items('scalingRule/create', rule());
		expect(cloud.body('CreateScheduledScalingRule')).toEqual({
			InstanceId: id,
			RuleName: 'workdays',
			ReservedPubFlow: '120',
			ReservedSubFlow: '120',
			ScheduleType: 'repeat',
			RepeatType: 'Weekly',
			WeeklyTypes: '["Monday","Friday"]',
			FirstScheduledTime: String(Date.parse('2036-01-07T00:00:00Z')),
			DurationMinutes: '100',
			TimeZone: 'GMT+8',
			Enable: 'true',
		});
		expect(item).toMatchObject({
			RuleName: 'workdays',
			WeeklyTypes: ['Monday', 'Friday'],
			created: true,
		});
		const [listed] = await cloud.items('scalingRule/getAll', here());
		expect(listed).toMatchObject({ RuleId: 64, Enable: true, WeeklyTypes: ['Monday', 'Friday'] });
	});

	test('a rule that runs once is without the days and the repetition', async () => {
		await cloud.items('scalingRule/create', rule({ schedule: 'at' }));
		expect(cloud.body('CreateScheduledScalingRule')).toMatchObject({ ScheduleType: 'at' });
		expect(instance().scalingRules[0]).not.toHaveProperty('WeeklyTypes');
	});

	test('one whose answer was lost is found by its name, and not created twice', async () => {
		cloud.em.faults.add({ operation: 'CreateScheduledScalingRule', effect: fault.answerLost() });
		const parameters = rule({ createIfAbsent: true });
		const [item] = await cloud.items('scalingRule/create', parameters);
		expect(item).toMatchObject({
			RuleName: 'workdays',
			RuleId: 64,
			created: true,
			recovered: true,
		});
		const [same] = await cloud.items('scalingRule/create', parameters);
		expect(same).toMatchObject({ RuleId: 64, created: false });
		expect(cloud.sent('CreateScheduledScalingRule')).toBeSent(1);
	});

	test('is for serverless instances', async () => {
		instance().gone = true;
		seed();
		expect(await refused('scalingRule/create', rule())).toContain('is a reserved instance');
	});

	test('Turn On or Off changes the switch alone', async () => {
		await cloud.items('scalingRule/create', rule());
		const off = { enabled: false };
		const [item] = await cloud.items('scalingRule/turnOnOrOff', named(off));
		expect(item).toEqual({ InstanceId: id, RuleName: 'workdays', Enable: false, updated: true });
		expect(instance().scalingRules[0].Enable).toBe(false);
	});

	test('Delete of a rule that is on says what to do, and does it where it is asked to', async () => {
		await cloud.items('scalingRule/create', rule());
		const { told } = await cloud.run('scalingRule/delete', named());
		expect(told).toContain("turn on 'Turn Off First'");
		expect(instance().scalingRules).toHaveLength(1);
		const [item] = await cloud.items('scalingRule/delete', named({ turnOffFirst: true }));
		expect(item).toEqual({ InstanceId: id, RuleName: 'workdays', deleted: true });
		expect(instance().scalingRules).toEqual([]);
	});

	test('a rule that may have been deleted is not told to be there', async () => {
		for (const turnOffFirst of [false, true]) {
			await cloud.items('scalingRule/create', rule({ enabled: turnOffFirst }));
			cloud.em.faults.add({ operation: 'DeleteScheduledScalingRule', effect: fault.answerLost() });
			const { told } = await cloud.run('scalingRule/delete', named({ turnOffFirst }));
			expect(told).not.toContain('not deleted');
			expect(told).toContain('It is not known whether the request took effect (Instance: ');
		}
	});

	test('a rule that was turned off and not deleted is told', async () => {
		await cloud.items('scalingRule/create', rule());
		const effect = {
			kind: 'answer' as const,
			status: 400,
			body: { RequestId: 'r', Code: 'Instance.StatusNotRunning', Message: 'not now' },
		};
		cloud.em.faults.add({ operation: 'DeleteScheduledScalingRule', effect });
		const { told } = await cloud.run('scalingRule/delete', named({ turnOffFirst: true }));
		expect(told).toContain('scaling rule workdays is turned off, but not deleted');
	});
});

describe('Instance: switches', () => {
	const record = async () => (await cloud.items('instance/get', { ...here(), simplify: false }))[0];

	test.each<[string, INodeParameters, IDataObject, IDataObject]>([
		[
			'setAutoTopicCreation',
			{ automaticCreation: 'enable' },
			{ Operate: 'enable', UpdatePartition: 'false' },
			{ AutoCreateTopicEnable: true },
		],
		[
			'setAutoTopicCreation',
			{ automaticCreation: 'updatePartition', partitionNum: 24 },
			{ Operate: 'updatePartition', UpdatePartition: 'true', PartitionNum: '24' },
			{ DefaultPartitionNum: 24 },
		],
		[
			'setAutoGroupCreation',
			{ createAutomatically: true },
			{ Enable: 'true' },
			{ AutoCreateGroupEnable: true },
		],
	])('%s %j waits until the list shows it', async (name, parameters, body, shown) => {
		const [item] = await cloud.items(`instanceMaintenance/${name}`, {
			...here(),
			...parameters,
			...WAITING,
		});
		expect(cloud.body(cloud.writes()[0].operation as string)).toEqual({ InstanceId: id, ...body });
		expect(item).toMatchObject({ InstanceId: id, updated: true, completed: true, ...shown });
		expect(await record()).toMatchObject(shown);
	});

	test('a topic creation that is being changed elsewhere is tried again', async () => {
		const body = {
			RequestId: 'r',
			Code: 'BIZ_INSTANCE_UPDATE_AUTO_CREATE_TOPIC_STATUS_ERROR',
			Success: false,
		};
		cloud.em.faults.add({
			operation: 'EnableAutoTopicCreation',
			effect: { kind: 'answer', status: 400, body },
		});
		await cloud.items('instanceMaintenance/setAutoTopicCreation', here());
		expect(cloud.sent('EnableAutoTopicCreation')).toBeSent(2);
	});

	test('group creation is for reserved instances', async () => {
		instance().paidType = 3;
		const told = await refused('instanceMaintenance/setAutoGroupCreation', {});
		expect(told).toBe(
			"'Instance' is a serverless instance | Automatic group creation can be set only for reserved instances; serverless instances always have it.",
		);
	});

	// The vendor's own sample of a success has Success 0.
	test('Move to Resource Group takes a number for a success', async () => {
		const [item] = await cloud.items('instanceMaintenance/moveToResourceGroup', {
			...here(),
			resourceGroupId: 'rg-other',
			...WAITING,
		});
		expect(cloud.body('ChangeResourceGroup')).toEqual({
			ResourceId: id,
			NewResourceGroupId: 'rg-other',
		});
		expect(item).toMatchObject({ InstanceId: id, ResourceGroupId: 'rg-other', completed: true });
		expect(instance().resourceGroupId).toBe('rg-other');
	});
});

describe('Instance: insights', () => {
	const risk = (n: number, more: object = {}) => ({
		Name: `risk${n}`,
		Type: 'inputIo',
		LevelType: 0 as const,
		Status: 0 as const,
		GradeType: 'B',
		Health: false,
		CreateTime: 1_702_545_932_000 + n,
		ModifiedTime: 1_702_545_932_000,
		LastAlarmTime: 1_683_270_264,
		ReportType: 'doc',
		ReportValue: String(n),
		ReportTips: 'tip',
		Value: '44',
		...more,
	});
	const operation = 'instanceMaintenance/getRisks';

	test('Get Risks reads all pages, by either reading of their start', async () => {
		instance().risks = Array.from({ length: 23 }, (_, n) => risk(n));
		const items = await cloud.items(operation, { ...here(), returnAll: true });
		expect(new Set(items.map(({ Name }) => Name)).size).toBe(23);
		// Seconds and milliseconds both occur.
		expect(items[0].LastAlarmTime).toBe(1_683_270_264_000);
		const pages = [instance().risks.slice(0, 10), [], instance().risks.slice(10, 20)];
		for (const [nth, RiskList] of pages.entries()) {
			const body = { RequestId: 'r', Code: 200, Success: true, Data: { Total: 20, RiskList } };
			cloud.em.faults.add({
				operation: 'GetRiskList',
				nth: nth + 1,
				effect: { kind: 'answer', status: 200, body },
			});
		}
		expect(await cloud.items(operation, { ...here(), returnAll: true })).toHaveLength(20);
		expect(cloud.body()).toMatchObject({ StartIndex: '1', PageSize: '10' });
	});

	test('Get Risks keeps levels and statuses', async () => {
		instance().risks = [risk(0), risk(1, { LevelType: 1 }), risk(2, { Status: -1 })];
		const options = { riskLevels: ['0'], riskStatuses: ['0'] };
		const items = await cloud.items(operation, { ...here(), options });
		expect(items.map(({ Name }) => Name)).toEqual(['risk0']);
	});

	test('Get Clients walks the hours, newest first, and adds up nothing twice', async () => {
		const now = cloud.em.clock.now();
		const seen = (ip: string, hours: number, connections = 1) => ({
			ip,
			connections,
			at: now - hours * HOUR,
		});
		instance().clients = [seen('10.0.0.1', 0.5), seen('10.0.0.1', 2.5, 4), seen('10.0.0.2', 2.5)];
		const options = { startTime: new Date(now - 3 * HOUR).toISOString() };
		const items = await cloud.items('instanceMaintenance/getClients', { ...here(), options });
		expect(items).toMatchObject([
			{ InstanceId: id, Ip: '10.0.0.1', Num: 4 },
			{ Ip: '10.0.0.2', Num: 1 },
		]);
		expect(Number(items[0].LastSeen)).toBeGreaterThan(Number(items[1].LastSeen));
		expect(cloud.lines()).toHaveLength(3);
	});

	test('Get Clients of a topic, for the last hour and up to the limit', async () => {
		const at = cloud.em.clock.now() - 1000;
		const client = { connections: 1, at };
		instance().clients = [
			{ ...client, ip: '10.0.0.1', topic: 'paid' },
			{ ...client, ip: '10.0.0.2' },
		];
		const parameters = { clientsOf: 'byTopic', topic: byName('paid'), limit: 1 };
		const items = await cloud.items('instanceMaintenance/getClients', { ...here(), ...parameters });
		expect(items.map(({ Ip }) => Ip)).toEqual(['10.0.0.1']);
		expect(cloud.body()).toMatchObject({ Type: 'byTopic', Topic: 'paid' });
		expect(cloud.lines()).toHaveLength(1);
	});

	test('Get Clients reads on where the service cut the time off', async () => {
		const now = cloud.em.clock.now();
		const end = now - 1000;
		const body = {
			RequestId: 'r',
			Code: 200,
			Data: { StartDate: end - HOUR / 2, Data: { Data: [] } },
		};
		cloud.em.faults.add({
			operation: 'GetKafkaClientIp',
			nth: 1,
			effect: { kind: 'answer', status: 200, body },
		});
		const options = {
			startTime: new Date(end - HOUR).toISOString(),
			endTime: new Date(end).toISOString(),
		};
		await cloud.items('instanceMaintenance/getClients', { ...here(), options });
		expect(cloud.body()).toMatchObject({ EndTime: String(end - HOUR / 2) });
	});

	const responds = (api: string, more: object) =>
		cloud.em.faults.add({
			operation: api,
			times: 'always',
			effect: { kind: 'answer', status: 200, body: { RequestId: 'r', Code: 200, ...more } },
		});

	test('Get Risks takes a time that comes as text, and none for none', async () => {
		const RiskList = [
			{ ...risk(0), LastAlarmTime: '1683270264' },
			{ ...risk(1), LastAlarmTime: null },
		];
		responds('GetRiskList', { Data: { Total: 2, RiskList } });
		const items = await cloud.items(operation, here());
		expect(items.map(({ LastAlarmTime }) => LastAlarmTime)).toEqual([1_683_270_264_000, null]);
	});

	test('Get Clients does not take a number that is missing for none', async () => {
		const clients = [
			{ Ip: '10.0.0.1', Num: null },
			{ Ip: '10.0.0.2', Num: '3' },
		];
		responds('GetKafkaClientIp', {
			Data: { Data: { Data: [{ Name: 'a', Data: { Data: clients } }] } },
		});
		const items = await cloud.items('instanceMaintenance/getClients', here());
		expect(items.map(({ Num }) => Num)).toEqual([undefined, 3]);
	});

	test('Get Clients does not take a response without data for nobody', async () => {
		responds('GetKafkaClientIp', {});
		const { told } = await cloud.run('instanceMaintenance/getClients', here());
		expect(told).toContain("does not contain the list 'Data'");
	});

	test.each([
		['more than 7 days ago', 8 * 24, 0],
		["is not before 'End Time'", 1, 2],
	])('Get Clients refuses a time that is %s', async (reason, start, end) => {
		const ago = (hours: number) => new Date(cloud.em.clock.now() - hours * HOUR).toISOString();
		const options = { startTime: ago(start), endTime: ago(end) };
		expect(await refused('instanceMaintenance/getClients', { options })).toContain(reason);
		expect(cloud.lines()).toEqual([]);
	});
});

test('Consumer Group: Get Rebalances', async () => {
	const rebalance = {
		Generation: 12,
		GroupId: 'reader',
		LastRebalanceTimestamp: 1_716_343_501_000,
		Reason: 'member left',
		RebalanceSuccess: true,
		RebalanceTimeConsuming: 35,
	};
	instance().groups[0].rebalances = [rebalance];
	const parameters = { ...here(), group: byName('reader') };
	const items = await cloud.items('consumerGroupMaintenance/getRebalances', parameters);
	expect(items).toEqual([rebalance]);
	expect(cloud.body()).toEqual({ InstanceId: id, ConsumerId: 'reader' });
});

describe('Instance: Downgrade Specifications', () => {
	const operation = 'instanceMaintenance/downgrade';

	test('sends all sizes, with what stays as it is, and waits', async () => {
		instance().partitionNum = 100;
		const options = { partitionNum: 60 };
		const [item] = await cloud.items(operation, { ...here(), options, ...WAITING });
		expect(cloud.body('DowngradePostPayOrder')).toEqual({
			InstanceId: id,
			DiskSize: '900',
			IoMaxSpec: 'alikafka.hw.2xlarge',
			PartitionNum: '60',
			SpecType: 'professional',
			EipModel: 'false',
			EipMax: '0',
		});
		expect(item).toMatchObject({ InstanceId: id, completed: true });
		expect(instance().partitionNum).toBe(60);
	});

	test('of a subscription goes to its own order', async () => {
		instance().paidType = 0;
		const [item] = await cloud.items(operation, { ...here(), options: { diskSize: 600 } });
		const sent = { PaidType: '0', DiskSize: '600', TopicQuota: '50' };
		expect(cloud.body('DowngradePrePayOrder')).toMatchObject(sent);
		expect(item).toMatchObject({ DiskSize: 600, OrderId: instance().orderIds[1] });
	});

	test('of a serverless instance takes its capacity alone', async () => {
		Object.assign(instance(), { ...SERVERLESS, reservedPublish: 200 });
		const entry = { reservedPublishCapacity: 100, reservedSubscribeCapacity: 60 };
		await cloud.items(operation, { ...here(), options: { serverlessConfig: { entry } as never } });
		expect(cloud.body('DowngradePostPayOrder')).toEqual({
			InstanceId: id,
			EipModel: 'false',
			ServerlessConfig: '{"ReservedPublishCapacity":100,"ReservedSubscribeCapacity":60}',
		});
		const told = await refusedAfter({ diskSize: 600 });
		expect(told).toContain("'Disk Size (GB)' is not available for this instance");
	});

	/** Refused for the second time in a test. */
	async function refusedAfter(options: INodeParameters): Promise<string> {
		cloud.forget();
		return await refused(operation, { options });
	}

	test('refuses more capacity, and internet access that costs', async () => {
		const internet = await refused(operation, { options: { diskSize: 600, eipModel: true } });
		expect(internet).toContain("'Internet Access' is on, but the instance has none");
		Object.assign(instance(), SERVERLESS);
		const entry = { reservedPublishCapacity: 100, reservedSubscribeCapacity: 60 };
		const told = await refusedAfter({ serverlessConfig: { entry } as never });
		expect(told).toContain("'Serverless Capacity' is 100, but the instance has 60");
	});

	test('takes a size that is not shown for none, and leaves it out', async () => {
		const row = {
			InstanceId: id,
			PaidType: 1,
			DeployType: 5,
			DiskSize: null,
			IoMaxSpec: null,
			EipMax: '',
		};
		const body = { RequestId: 'r', Code: 200, InstanceList: { InstanceVO: [row] } };
		cloud.em.faults.add({
			operation: 'GetInstanceList',
			times: 'always',
			effect: { kind: 'answer', status: 200, body },
		});
		await cloud.run(operation, { ...here(), options: { diskSize: 600 } });
		expect(cloud.body('DowngradePostPayOrder')).toEqual({
			InstanceId: id,
			DiskSize: '600',
			TopicQuota: '50',
			EipModel: 'false',
		});
	});

	test('whose response is lost may have happened, and is told as that', async () => {
		cloud.em.faults.add({ operation: 'DowngradePostPayOrder', effect: fault.answerLost() });
		const { told } = await cloud.run(operation, { ...here(), options: { diskSize: 600 } });
		expect(told).toContain('It is not known whether the request took effect (Instance: ');
		expect(cloud.sent('DowngradePostPayOrder')).toBeSent(1);
	});

	test('refuses what would be an upgrade, and nothing', async () => {
		const told = await refused(operation, { options: { diskSize: 1000 } });
		expect(told).toContain("'Disk Size (GB)' is 1000, but the instance has 900");
		expect(await refused(operation, {})).toContain("'Options' is empty");
	});
});
