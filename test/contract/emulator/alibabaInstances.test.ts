import {
	EXAMPLE,
	fault,
	startEmulator,
	type AlibabaInstance,
	type AlibabaSeed,
	type Emulator,
} from '../../../emulator';
import { factsOf } from '../../../emulator/core/facts';
import { code, operate, operateOn, refused, type Parameters } from './operateAlibaba';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let emulator: Emulator;
let instance: AlibabaInstance;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(async () => {
	jest.restoreAllMocks();
	await emulator.close();
});

const call = (action: string, parameters?: Parameters) => operate(emulator, action, parameters);
const seed = (given: Partial<AlibabaSeed> = {}) => {
	instance = emulator.alibaba.state.seed({ name: 'orders', ...given });
};
const run = (action: string, parameters?: Parameters) =>
	operateOn(emulator, instance, action, parameters);
const list = async (parameters?: Parameters) =>
	(await call('GetInstanceList', parameters)).body.InstanceList.InstanceVO;
const show = async () => (await list())[0];
const statuses = async () => {
	const { ServiceStatus, ViewInstanceStatusCode } = await show();
	return [ServiceStatus, ViewInstanceStatusCode];
};

const ORDER = {
	TopicQuota: 50,
	DiskType: '1',
	DiskSize: 500,
	DeployType: 5,
	IoMaxSpec: 'alikafka.hw.2xlarge',
	SpecType: 'professional',
};
const PURCHASE = {
	DeployType: 5,
	SpecType: 'professional',
	IoMaxSpec: 'alikafka.hw.3xlarge',
	DiskType: '0',
	DiskSize: 500,
	PartitionNum: 100,
};
const NETWORK = { VpcId: 'vpc-a', VSwitchId: 'vsw-a', DeployModule: 'vpc' };

describe('order and deployment', () => {
	test('an order tells its ID alone; the instance is listed later, waiting to be deployed', async () => {
		const { OrderId } = (await call('CreatePostPayOrder', ORDER)).body;
		expect(OrderId).toMatch(/^\d{15}$/);
		expect(await list({ OrderId })).toEqual([]);
		emulator.clock.advance(20 * SECOND);
		const [shown] = await list({ OrderId });
		expect(shown).toMatchObject({ ServiceStatus: 0, PaidType: 1, DiskSize: 500, IoMax: 20 });
		expect([shown.Name, shown.EndPoint, shown.VpcId]).toEqual([shown.InstanceId, '', '']);
		expect(await list({ OrderId: '1' })).toEqual([]);
	});

	test('0, 1, 2, 3 and then 5, with addresses', async () => {
		const bought = (await call('CreatePrePayInstance', PURCHASE)).body.Data;
		expect(bought.OrderId).toEqual(expect.any(Number));
		const start = () =>
			call('StartInstance', { InstanceId: bought.InstanceId, ...NETWORK, Name: 'orders' });
		expect(code(await start())).toEqual(refused('Instance.NotFound'));
		emulator.clock.advance(5 * SECOND);
		expect((await start()).body.Success).toBe(true);
		expect(code(await start())).toEqual(refused('InstanceStatus.NotWaitDeploy'));
		expect(await show()).toMatchObject({ ServiceStatus: 0, Name: 'orders', PaidType: 0 });
		emulator.clock.advance(5 * SECOND);
		for (const status of [1, 2, 3]) {
			expect(await statuses()).toEqual([status, 1]);
			expect((await show()).EndPoint).toBe('');
			emulator.clock.advance(5 * MINUTE);
		}
		expect(await statuses()).toEqual([5, 2]);
		const { EndPoint, SslEndPoint, UpgradeServiceDetailInfo } = await show();
		expect(EndPoint.split(',')).toHaveLength(3);
		expect(SslEndPoint).toBe('');
		expect(UpgradeServiceDetailInfo.Current2OpenSourceVersion).toBe('2.2.0');
		expect(await list({ OrderId: String(bought.OrderId) })).toHaveLength(1);
	});

	test('an Internet instance has a user from the start and addresses for the Internet', async () => {
		seed({ phase: 'waiting', deployType: 4, eipMax: 3 });
		const user = { IsSetUserAndPassword: true, Username: 'app' };
		const eip = { ...NETWORK, DeployModule: 'eip', IsEipInner: true, ...user };
		expect(code(await run('StartInstance', eip))).toEqual(refused('BIZ_PARAM_EMPTY'));
		await run('StartInstance', { ...eip, Password: 'Secret-1', ZoneId: 'cn-hangzhou-k' });
		emulator.clock.advance(16 * MINUTE);
		expect((await show()).SslDomainEndpoint).toMatch(/alikafka\.aliyuncs\.com:9093/);
		expect((await show()).ZoneId).toBe('zonek');
		const { SaslUserVO } = (await run('DescribeSaslUsers')).body.SaslUserList;
		expect(SaslUserVO).toEqual([{ Username: 'app', Password: 'Secret-1', Type: 'plain' }]);
	});

	test('a deployment fails by name or by plan', async () => {
		emulator.alibaba.state.plans.push({ name: 'planned', createFails: true });
		for (const Name of ['createfail-1', 'planned']) {
			seed({ phase: 'waiting', name: 'bought' });
			await run('StartInstance', { ...NETWORK, Name });
		}
		emulator.clock.advance(16 * MINUTE);
		const shown = await list();
		expect(shown.map((i: Parameters) => i.ServiceStatus)).toEqual([101, 101]);
		expect((await run('ReleaseInstance')).body.Success).toBe(true);
	});

	test('a plan without a name changes every order', async () => {
		emulator.alibaba.state.plans.push({ durations: { orderListed: 0 } });
		await call('CreatePrePayOrder', ORDER);
		expect(await statuses()).toEqual([0, 0]);
	});

	test('an order whose answer was lost was placed', async () => {
		emulator.faults.add({ operation: 'CreatePostPayOrder', effect: fault.answerLost() });
		await expect(call('CreatePostPayOrder', ORDER)).rejects.toThrow();
		emulator.clock.advance(20 * SECOND);
		expect(await list()).toHaveLength(1);
	});

	test('serverless and Confluent', async () => {
		emulator.alibaba.state.durations.instanceListed = 0;
		const ServerlessConfig = '{"ReservedPublishCapacity":60,"ReservedSubscribeCapacity":60}';
		const serverless = { DeployType: 5, PaidType: 3, SpecType: 'professional' };
		expect(code(await call('CreatePostPayInstance', serverless))).toEqual(
			refused('BIZ_PARAM_EMPTY'),
		);
		await call('CreatePostPayInstance', { ...serverless, ServerlessConfig });
		expect(await show()).toMatchObject({ PaidType: 3, ReservedPublishCapacity: 60 });
		const confluent = { PaidType: 4, SpecType: 'professional', Duration: 12 };
		await call('CreatePrePayInstance', { ...confluent, ConfluentConfig: '{"KafkaCU":4}' });
		expect((await show()).InstanceId).toMatch(/^alikafka_confluent-/);
	});

	test.each<[string, string, Parameters, string]>([
		['no traffic', 'CreatePostPayOrder', { ...ORDER, IoMaxSpec: '' }, 'BIZ_PARAM_EMPTY'],
		['unknown traffic', 'CreatePostPayOrder', { ...ORDER, IoMaxSpec: 'x' }, 'InvalidParameter'],
		['no bandwidth', 'CreatePrePayOrder', { ...ORDER, DeployType: 4 }, 'BIZ.LIMIT.PUBNETWORK'],
		['no disk', 'CreatePrePayOrder', { ...ORDER, DiskSize: 0 }, 'InvalidParameter.Range'],
		['no size', 'CreatePostPayInstance', { DeployType: 5 }, 'BIZ_PARAM_EMPTY'],
		[
			'an edition of another kind',
			'CreatePostPayInstance',
			{ ...PURCHASE, SpecType: 'basic' },
			'InvalidParameter.OtherParam',
		],
		[
			'a year of Kafka',
			'CreatePrePayInstance',
			{ ...PURCHASE, Duration: 12 },
			'InvalidParameter.OtherParam',
		],
		[
			'Confluent on the Internet',
			'CreatePrePayInstance',
			{ PaidType: 4, DeployType: 4, ConfluentConfig: '{}' },
			'DeployType.NotSupport',
		],
	])('an order with %s is refused', async (_what, action, parameters, expected) => {
		expect(code(await call(action, parameters))).toEqual(refused(expected));
		expect(emulator.alibaba.state.instances).toEqual([]);
	});

	test('the quota of a region ends orders', async () => {
		emulator.alibaba.state.rules.instanceQuota = 1;
		await call('CreatePostPayOrder', ORDER);
		expect(code(await call('CreatePostPayOrder', ORDER))).toEqual(
			refused('Instance.ExceedMaxLimit'),
		);
		const elsewhere = { ...ORDER, RegionId: 'cn-beijing' };
		expect((await call('CreatePostPayOrder', elsewhere)).body.Success).toBe(true);
	});

	test.each<[string, Parameters, string]>([
		['another network type', { DeployModule: 'eip' }, 'DeployType.NotSupport'],
		['Internet in a VPC', { IsEipInner: true }, 'InvalidParameter.OtherParam'],
		['an unknown VPC', { VpcId: 'a' }, 'VpcVSwitch.NotFound'],
		['an unknown vSwitch', { VSwitchId: 'a' }, 'VpcVSwitch.NotFound'],
		['an unknown security group', { SecurityGroup: 'a' }, 'SG_ERROR'],
		['a name in use', { Name: 'other' }, 'BIZ_INSTANCE_ALREADY_EXISTS'],
		[
			'TLS without ACL',
			{ Config: '{"enable.vpc_sasl_ssl":"true"}' },
			'InvalidParameter.OtherParam',
		],
		[
			'ACL on an old version',
			{ Config: '{"enable.acl":"true"}', ServiceVersion: '0.10.2' },
			'BIZ_CAN_NOT_ENABLE_ACL',
		],
	])('a deployment with %s is refused', async (_what, over, expected) => {
		emulator.alibaba.state.seed({ name: 'other' });
		seed({ phase: 'waiting' });
		expect(code(await run('StartInstance', { ...NETWORK, ...over }))).toEqual(refused(expected));
		expect((await show()).ServiceStatus).toBe(0);
	});
});

describe('changes', () => {
	test('a long name is cut without a word', async () => {
		seed();
		await run('ModifyInstanceName', { InstanceName: `${'a'.repeat(64)}b` });
		expect((await show()).Name).toBe('a'.repeat(64));
	});

	test('an upgrade: in service for a while, changing, then of the new size', async () => {
		seed();
		const upgrade = (over: Parameters = {}) =>
			run('UpgradePostPayOrder', { TopicQuota: 80, DiskSize: 900, IoMax: 30, ...over });
		await upgrade();
		expect(await statuses()).toEqual([5, 2]);
		expect(code(await upgrade())).toEqual(refused('ScheduledTask.AlreadyHasSameTaskType'));
		emulator.clock.advance(5 * SECOND);
		expect(await statuses()).toEqual([11, 7]);
		expect((await show()).TopicNumLimit).toBe(50);
		emulator.clock.advance(10 * MINUTE);
		expect(await show()).toMatchObject({
			ServiceStatus: 5,
			TopicNumLimit: 80,
			IoMaxSpec: 'alikafka.hw.3xlarge',
		});
		const same = { TopicQuota: 80, DiskSize: 900, IoMax: 30 };
		expect(code(await upgrade(same))).toEqual(refused('InvalidParameter.DataNotChange'));
	});

	test.each<[string, Parameters, string]>([
		['less disk', { DiskSize: 800 }, 'BIZ.LIMIT.QUOTA.DOWN'],
		['fewer topics', { TopicQuota: 40 }, 'BIZ.LIMIT.QUOTA.DOWN'],
		['less traffic', { IoMax: 10 }, 'BIZ.LIMIT.QUOTA.DOWN'],
		['a lower edition', { SpecType: 'normal' }, 'Instance.Change.NotAllowed'],
		['Internet without bandwidth', { EipModel: true, EipMax: 0 }, 'BIZ.LIMIT.PUBNETWORK'],
	])('an upgrade to %s is refused', async (_what, over, expected) => {
		seed();
		const asked = { TopicQuota: 80, DiskSize: 900, IoMax: 20, ...over };
		expect(code(await run('UpgradePostPayOrder', asked))).toEqual(refused(expected));
		expect(code(await run('UpgradePrePayOrder', asked))).toEqual(
			refused('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT'),
		);
	});

	test('a failed upgrade leaves 102 and the old size', async () => {
		seed({ paidType: 0, upgradeFails: true });
		await run('UpgradePrePayOrder', { TopicQuota: 80, DiskSize: 900, IoMax: 20 });
		emulator.clock.advance(11 * MINUTE);
		expect(await show()).toMatchObject({ ServiceStatus: 102, TopicNumLimit: 50 });
	});

	test('the version: begins after a minute, never backward, and not when it is the newest', async () => {
		seed({ version: '0.10.2' });
		const upgrade = (TargetVersion: string) => run('UpgradeInstanceVersion', { TargetVersion });
		expect(code(await upgrade('0.10.2'))).toEqual(refused('ONS_INIT_ENV_ERROR'));
		await upgrade('2.2.0');
		emulator.clock.advance(MINUTE - 1);
		expect(await statuses()).toEqual([5, 2]);
		emulator.clock.advance(1);
		expect(await statuses()).toEqual([8, 7]);
		emulator.clock.advance(10 * MINUTE);
		const { UpgradeServiceDetailInfo } = await show();
		expect(UpgradeServiceDetailInfo).toEqual({ Current2OpenSourceVersion: '2.2.0' });
		expect(code(await upgrade('0.10.2'))).toEqual(refused('Instance.UpgradeService.version'));
	});

	test('the configuration is merged', async () => {
		seed();
		const Config = '{"kafka.log.retention.hours":"33"}';
		await run('UpdateInstanceConfig', { Config });
		emulator.clock.advance(5 * SECOND);
		expect(await statuses()).toEqual([11, 7]);
		emulator.clock.advance(30 * SECOND);
		const { AllConfig, MsgRetain } = await show();
		expect(MsgRetain).toBe(33);
		expect(JSON.parse(AllConfig)).toMatchObject({
			'kafka.log.retention.hours': '33',
			'kafka.message.max.bytes': '1048576',
		});
		const low = { Config: '{"kafka.log.retention.hours":"23"}' };
		expect(code(await run('UpdateInstanceConfig', low))).toEqual(refused('InvalidParameter.Range'));
	});

	test('ACL is for professional instances', async () => {
		seed({ specType: 'normal' });
		const reply = await run('UpdateInstanceConfig', { Config: '{"enable.acl":true}' });
		expect(code(reply)).toEqual(refused('BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT'));
	});

	test('to subscription, which runs out', async () => {
		seed();
		const { OrderId } = (await run('ConvertPostPayOrder', { Duration: 2 })).body;
		expect((await show()).PaidType).toBe(1);
		emulator.clock.advance(10 * SECOND);
		const [shown] = await list({ OrderId });
		expect(shown.PaidType).toBe(0);
		expect(code(await run('ConvertPostPayOrder'))).toEqual(
			refused('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT'),
		);
		emulator.clock.advance(shown.ExpiredTime - emulator.clock.now());
		expect(await statuses()).toEqual([15, 5]);
		expect((await run('DeleteInstance')).body.Success).toBe(true);
	});

	test('a subscription that was bought is renewed', async () => {
		await call('CreatePrePayOrder', ORDER);
		emulator.clock.advance(MINUTE);
		const { ExpiredTime } = await show();
		emulator.clock.advance(ExpiredTime - emulator.clock.now());
		const shown = await show();
		expect(shown.ServiceStatus).toBe(0);
		expect(shown.ExpiredTime).toBeGreaterThan(ExpiredTime);
	});
});

describe('the end', () => {
	test('stop and start again', async () => {
		seed();
		expect(code(await run('ReopenInstance'))).toEqual(refused('InstanceStatus.Change.NotAllowed'));
		await run('StopInstance');
		expect(await statuses()).toEqual([5, 21]);
		emulator.clock.advance(MINUTE);
		// As the acceptance test of terraform-provider-alicloud's alikafka_instance_v2 sees it.
		expect(await statuses()).toEqual([15, 3]);
		expect(code(await run('GetTopicList'))).toEqual(refused('InstanceStatus.Stopped'));
		await run('ReopenInstance');
		expect(await statuses()).toEqual([15, 22]);
		emulator.clock.advance(MINUTE);
		expect(await statuses()).toEqual([5, 2]);
	});

	test('release, released, deletion, gone', async () => {
		seed({ topics: [{ name: 'orders' }] });
		expect(code(await run('DeleteInstance'))).toEqual(refused('InstanceStatus.NotReleased'));
		await run('ReleaseInstance');
		expect(await statuses()).toEqual([5, 23]);
		expect(code(await run('ReleaseInstance'))).toEqual(refused('AsyncTask.TypeAlreadyExist'));
		emulator.clock.advance(2 * MINUTE);
		expect(await statuses()).toEqual([15, 6]);
		expect(code(await run('ReleaseInstance'))).toEqual(refused('InstanceStatus.Released'));
		expect(code(await run('GetTopicList'))).toEqual(refused('InstanceStatus.Released'));
		await run('DeleteInstance');
		expect(await statuses()).toEqual([10, 6]);
		expect(code(await run('DeleteInstance'))).toEqual(refused('InstanceStatus.Released'));
		emulator.clock.advance(30 * SECOND);
		expect(await list()).toEqual([]);
		// terraform-provider-alicloud #9307
		expect(code(await run('DeleteInstance'))).toEqual(refused('AUTH_RESOURCE_OWNER_ERROR'));
	});

	test('an instance that was never deployed, or is being deployed, is released too', async () => {
		seed({ phase: 'waiting' });
		await run('StartInstance', NETWORK);
		emulator.clock.advance(MINUTE);
		await run('ReleaseInstance');
		emulator.clock.advance(60 * MINUTE);
		expect(await statuses()).toEqual([15, 6]);
	});

	test('subscriptions are neither stopped nor released', async () => {
		seed({ paidType: 0 });
		for (const action of ['StopInstance', 'ReleaseInstance']) {
			expect(code(await run(action))).toEqual(refused('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT'));
		}
	});

	test('by a rule only an empty instance is released, unless by force', async () => {
		emulator.alibaba.state.rules.releaseNeedsEmpty = true;
		seed({ groups: [{ name: 'readers' }] });
		expect(code(await run('ReleaseInstance'))).toEqual(
			refused('BIZ_INSTANCE_RELEASE_EXIST_CONSUMER_GROUP_ERROR'),
		);
		await run('CreateTopic', { Topic: 'orders', Remark: 'orders' });
		expect(code(await run('ReleaseInstance'))).toEqual(
			refused('BIZ_INSTANCE_RELEASE_EXIST_TOPIC_ERROR'),
		);
		const forced = await run('ReleaseInstance', { ForceDeleteInstance: true });
		expect(forced.body.Success).toBe(true);
	});
});

describe('lists and rules', () => {
	test('IDs of all regions', async () => {
		seed();
		const other = emulator.alibaba.state.seed({ name: 'other', region: 'eu-central-1' });
		expect((await call('GetAllInstanceIdList')).body.InstanceIds).toEqual({
			[EXAMPLE.alibaba.region]: [instance.id],
			'eu-central-1': [other.id],
		});
		expect(await list({ RegionId: 'eu-central-1' })).toHaveLength(1);
		const elsewhere = await run('DeleteInstance', { RegionId: 'eu-central-1' });
		expect(code(elsewhere)).toEqual(refused('Instance.NotFound'));
	});

	test('an entry has what the facts have, in their schema or among the newer fields', async () => {
		seed({ paidType: 3, reservedPublish: 60, reservedSubscribe: 60, topics: [{ name: 'orders' }] });
		const { TopicVO } = (await run('GetTopicList')).body.TopicList;
		for (const [action, entry] of [
			['GetInstanceList', await show()],
			['GetTopicList', TopicVO[0]],
		] as const) {
			const { response, notes } = factsOf('alibaba', action);
			const known = JSON.stringify([response.schema, notes]);
			for (const field of Object.keys(entry)) expect(known).toMatch(new RegExp(`\\b${field}\\b`));
		}
	});

	test('the quota', async () => {
		seed({ partitionNum: 100, topics: [{ name: 'orders', partitions: 6 }] });
		expect((await run('GetQuotaTip')).body.QuotaData).toMatchObject({
			TopicUsed: 1,
			TopicLeft: 49,
			PartitionQuota: 1100,
			PartitionLeft: 1094,
			GroupLeft: 100,
			IsPartitionBuy: 1,
		});
	});

	test('lists may come bare, statuses by the old field alone, failures by HTTP status', async () => {
		seed({ tags: [{ Key: 'a', Value: 'b' }] });
		const rules = { bareLists: true, viewStatus: false, httpStatuses: true };
		Object.assign(emulator.alibaba.state.rules, rules);
		const [shown] = (await call('GetInstanceList')).body.InstanceList;
		expect(shown.Tags).toEqual([{ Key: 'a', Value: 'b' }]);
		expect(shown).not.toHaveProperty('ViewInstanceStatusCode');
		const missing = await call('DeleteInstance', { InstanceId: 'a' });
		expect(code(missing)).toEqual([404, 'Instance.NotFound']);
		expect(missing.body.HostId).toBe('127.0.0.1');
	});

	test('a refusal is HTTP 200 and names what it is about', async () => {
		const reply = await call('DeleteInstance', { InstanceId: 'a' });
		expect(reply.status).toBe(200);
		expect(reply.body).toEqual({
			RequestId: expect.any(String),
			Code: 'Instance.NotFound',
			Message: 'No such instance. a',
			Success: false,
		});
	});

	test('stated rates are kept to', async () => {
		await emulator.close();
		const instances = [{ name: 'orders' }];
		emulator = await startEmulator({ speed: 0, rateLimits: true, alibaba: { instances } });
		[instance] = emulator.alibaba.state.instances;
		// Both in one moment, however long the machine takes for them.
		jest.spyOn(Date, 'now').mockReturnValue(Date.now());
		const release = () => run('ReleaseInstance', { InstanceId: 'none' });
		const replies = await Promise.all([1, 2, 3].map(release));
		const slowed = replies.find((reply) => reply.status === 400);
		expect(slowed?.body.Code).toBe('Throttling.User');
		expect(Number(slowed?.headers['x-acs-retry-after'])).toBeGreaterThan(0);
	});

	test('what a state tells holds no password', async () => {
		seed({ users: [{ name: 'app', password: 'Secret-1' }] });
		const url = `${emulator.huawei.url}/_emulator/`;
		const state = await (await fetch(`${url}state`)).text();
		expect(state).toContain(instance.id);
		expect(state).not.toContain('Secret-1');
		const body = JSON.stringify({ vendor: 'alibaba', name: 'orders', createFails: true });
		await fetch(`${url}plans`, { method: 'POST', body });
		expect(emulator.alibaba.state.plans).toEqual([{ name: 'orders', createFails: true }]);
	});
});
