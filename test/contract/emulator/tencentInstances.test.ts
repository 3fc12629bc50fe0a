import { startEmulator, type Emulator } from '../../../emulator';
import { callTencent, send } from './client';
import { operateTencent } from './operateTencent';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

let emulator: Emulator;
beforeEach(async () => {
	// To follow them; as printed, answers name flows of new routes only.
	emulator = await startEmulator({ speed: 0, tencent: { rules: { flows: 'named' } } });
});
afterEach(async () => {
	jest.restoreAllMocks();
	await emulator.close();
});

const call = (action: string, body?: Record<string, unknown>) =>
	operateTencent(emulator, action, body);
const after = (ms: number) => emulator.clock.advance(ms);
const seed = (given: Record<string, unknown> = {}) =>
	emulator.tencent.state.seed({ name: 'orders', ...given });
const attributes = (InstanceId: string) => call('DescribeInstanceAttributes', { InstanceId });
const statusOf = async (InstanceId: string) => {
	const { Result } = await call('DescribeInstancesDetail', { InstanceId });
	return Result.InstanceList[0]?.Status;
};
const task = async (FlowId: number) => (await call('DescribeTaskStatus', { FlowId })).Result;
const code = (Response: { Error?: { Code: string } }) => Response.Error?.Code;

const ORDER = {
	InstanceName: 'orders',
	VpcId: 'vpc-1',
	SubnetId: 'subnet-1',
	ZoneId: 450001,
	SpecificationsType: 'profession',
};
const order = (over: Record<string, unknown> = {}) =>
	call('CreatePostPaidInstance', { ...ORDER, ...over });

describe('creation', () => {
	test('not found at first, then 0 (creating), then 1 (running) with an address', async () => {
		const { Result } = await order({ BandWidth: 20, DiskSize: 200, PublicNetworkMonthly: 12 });
		const id = Result.Data.InstanceId;
		expect(Result.Data.FlowId).toBe(0);
		expect(await statusOf(id)).toBeUndefined();
		expect(code(await attributes(id))).toBe('InvalidParameterValue.InstanceNotExist');

		after(10 * SECOND);
		expect((await attributes(id)).Result).toMatchObject({ Status: 0, Vip: '', VipList: [] });
		after(10 * MINUTE);
		const [found] = (await call('DescribeInstancesDetail')).Result.InstanceList;
		expect(found).toMatchObject({
			InstanceId: id,
			Status: 1,
			Vip: expect.stringMatching(/^10\./),
			Bandwidth: 160,
			DiskSize: 200,
			PublicNetwork: 15,
			ExpireTime: 0,
		});
	});

	test('a batch has one deal with all its instances, told apart by name', async () => {
		const { Data } = (await order({ InstanceNum: 3 })).Result;
		const [{ DealName, InstanceIdList }] = Data.DealNameInstanceIdMapping;
		expect([Data.DealNames, Data.InstanceId]).toEqual([[DealName], InstanceIdList[0]]);
		after(MINUTE);
		const { InstanceList } = (await call('DescribeInstances')).Result;
		const byAge = [...InstanceList].reverse();
		expect(byAge.map((i) => [i.InstanceId, i.InstanceName])).toEqual([
			[InstanceIdList[0], 'orders1'],
			[InstanceIdList[1], 'orders2'],
			[InstanceIdList[2], 'orders3'],
		]);
	});

	test('a deal that fails has no instances; when all fail the ReturnCode says so', async () => {
		emulator.tencent.state.plans.push({ name: 'orders2', dealFails: true });
		const { Data } = (await order({ InstanceNum: 3 })).Result;
		const lists = Data.DealNameInstanceIdMapping.map(
			(deal: { InstanceIdList: string[] }) => deal.InstanceIdList.length,
		);
		expect([lists, Data.DealNames.length]).toEqual([[2, 0], 2]);

		const { Result } = await order({ InstanceName: 'dealfail' });
		expect([Result.ReturnCode, Result.Data]).toEqual(['10004', undefined]);
		expect(emulator.tencent.state.named('dealfail')).toBeUndefined();
	});

	test('ends in -1 by name or by plan', async () => {
		emulator.tencent.state.plans.push({ name: 'planned', createFails: true });
		const ids = [];
		for (const InstanceName of ['createfail-1', 'planned']) {
			ids.push((await order({ InstanceName })).Result.Data.InstanceId);
		}
		after(10 * MINUTE);
		expect(await Promise.all(ids.map(statusOf))).toEqual([-1, -1]);
		expect((await call('DescribeInstances', { Status: [1] })).Result.TotalCount).toBe(0);
	});

	test.each([
		[{ ZoneId: undefined }, 'MissingParameter'],
		[{ MultiZoneFlag: true }, 'MissingParameter'],
		[{ ZoneIds: [450002, 450003] }, 'InvalidParameterValue'],
		[{ ZoneId: 1 }, 'InvalidParameterValue.ZoneNotSupport'],
		[{ ZoneId: 450004 }, 'ResourceInsufficient'],
		[{ VpcId: 'mine' }, 'InvalidParameterValue.VpcIdInvalid'],
		[{ SubnetId: 'mine' }, 'InvalidParameterValue.SubnetIdInvalid'],
		[{ DiskSize: 250 }, 'InvalidParameterValue'],
		[{ SpecificationsType: 'standard', BandWidth: 60 }, 'InvalidParameterValue'],
		[{ PublicNetworkMonthly: 4 }, 'InvalidParameterValue'],
		[{ InstanceNum: 101 }, 'LimitExceeded'],
	])('%j is refused, and nothing is bought', async (over, expected) => {
		expect(code(await order(over))).toBe(expected);
		expect(emulator.tencent.state.instances).toEqual([]);
	});
});

describe('changes', () => {
	test('a resize reads 1, then 7, then 1 with the new size', async () => {
		const { id } = seed({ prePaid: true });
		const body = { InstanceId: id, DiskSize: 600, BandWidth: 80, Partition: 900 };
		expect((await call('ModifyInstancePre', body)).Result.Data.FlowId).toBe(0);
		expect(await statusOf(id)).toBe(1);
		expect(code(await call('ModifyInstancePre', body))).toBe('ResourceInUse');
		expect(code(await call('DeleteInstancePre', { InstanceId: id }))).toBe('UnsupportedOperation');
		after(5 * SECOND);
		expect((await attributes(id)).Result).toMatchObject({ Status: 7, DiskSize: 500 });
		after(10 * MINUTE);
		expect((await attributes(id)).Result).toMatchObject({
			Status: 1,
			DiskSize: 600,
			Bandwidth: 640,
			RemainingPartitions: 900,
		});
	});

	test('a resize that fails leaves the old size', async () => {
		const { id } = seed({ prePaid: true, failingTasks: ['ModifyInstancePre'] });
		await call('ModifyInstancePre', { InstanceId: id, DiskSize: 600 });
		after(11 * MINUTE);
		expect((await attributes(id)).Result).toMatchObject({ Status: 1, DiskSize: 500 });
	});

	test('pay-as-you-go instances are neither resized nor renewed', async () => {
		const { id: InstanceId } = seed();
		const resize = await call('ModifyInstancePre', { InstanceId, DiskSize: 600 });
		const renew = await call('RenewCkafkaInstance', { InstanceId });
		const remove = await call('DeleteInstancePre', { InstanceId });
		expect([resize, renew, remove].map(code)).toEqual(Array(3).fill('InvalidParameterValue'));
	});

	test.each([
		[[], 0, '2.8.1'],
		[['UpgradeBrokerVersion'], 1, '2.4.1'],
	])('an upgrade with failing tasks %j ends its flow with %i', async (tasks, status, version) => {
		const { id: InstanceId } = seed({ failingTasks: tasks });
		const body = {
			InstanceId,
			Type: 1,
			SourceVersion: 'v2.4.2_r1.2.0',
			TargetVersion: 'v2.8.1_r1.1.6',
		};
		const { FlowId } = (await call('UpgradeBrokerVersion', body)).Result.Data;
		after(MINUTE);
		expect([(await task(FlowId)).Status, await statusOf(InstanceId)]).toEqual([2, 7]);
		after(10 * MINUTE);
		expect((await task(FlowId)).Status).toBe(status);
		expect((await attributes(InstanceId)).Result).toMatchObject({ Status: 1, Version: version });
	});

	test('a planned upgrade waits for its time', async () => {
		const { id: InstanceId } = seed();
		const DelayTimeStamp = String(Math.floor(emulator.clock.now() / 1000) + 3600);
		const body = {
			InstanceId,
			Type: 1,
			SourceVersion: 'v2.4.2_r1.2.0',
			TargetVersion: 'v2.8.1_r1.1.6',
		};
		await call('UpgradeBrokerVersion', { ...body, DelayTimeStamp });
		after(59 * MINUTE);
		expect(await statusOf(InstanceId)).toBe(1);
		after(2 * MINUTE);
		expect(await statusOf(InstanceId)).toBe(7);
	});

	test('attributes change at once, public bandwidth by a flow', async () => {
		const { id: InstanceId } = seed();
		const now = await call('ModifyInstanceAttributes', {
			InstanceId,
			InstanceName: 'renamed',
			Config: { AutoCreateTopicEnable: true },
			DynamicRetentionConfig: { Enable: 1, DiskQuotaPercentage: 80 },
			MaxMessageByte: 2048,
		});
		const Data = { FlowId: 0, RouteDTO: { RouteId: 0 } };
		expect(now.Result).toEqual({ ReturnCode: '0', ReturnMessage: 'ok', Data });
		expect((await attributes(InstanceId)).Result).toMatchObject({
			InstanceName: 'renamed',
			Config: {
				AutoCreateTopicsEnable: true,
				DefaultNumPartitions: 3,
				DefaultReplicationFactor: 2,
			},
			RetentionTimeConfig: { Enable: 1, DiskQuotaPercentage: 80 },
			MaxMessageByte: 2048,
		});
		const more = await call('ModifyInstanceAttributes', { InstanceId, PublicNetwork: 30 });
		after(5 * SECOND);
		expect(await statusOf(InstanceId)).toBe(7);
		after(10 * MINUTE);
		expect((await task(more.Result.Data.FlowId)).Status).toBe(0);
		expect((await attributes(InstanceId)).Result).toMatchObject({ Status: 1, PublicNetwork: 30 });
	});

	test('a subscription that ran out is isolated until it is renewed, or renews itself', async () => {
		const { id: InstanceId, expiresAt } = seed({ prePaid: true });
		const { id: automatic } = seed({ prePaid: true, renewFlag: 1 });
		after(32 * DAY);
		expect([await statusOf(InstanceId), await statusOf(automatic)]).toEqual([5, 1]);
		expect(code(await call('DescribeTopic', { InstanceId }))).toBe('ResourceUnavailable');
		await call('RenewCkafkaInstance', { InstanceId, TimeSpan: 2 });
		const renewed = (await attributes(InstanceId)).Result;
		expect(renewed.Status).toBe(1);
		expect(renewed.ExpireTime).toBeGreaterThan(expiresAt / 1000 + 58 * 86_400);
	});
});

describe('deletion', () => {
	test('2 (deleting), then not found; the flow tells it too', async () => {
		const { id: InstanceId } = seed();
		const { FlowId } = (await call('DeleteInstancePost', { InstanceId })).Result;
		expect([await statusOf(InstanceId), (await task(FlowId)).Status]).toEqual([2, 2]);
		const again = await call('DeleteInstancePost', { InstanceId });
		expect(code(again)).toBe('UnsupportedOperation');
		after(4 * MINUTE);
		expect([await statusOf(InstanceId), (await task(FlowId)).Status]).toEqual([undefined, 0]);
		expect(code(await attributes(InstanceId))).toBe('InvalidParameterValue.InstanceNotExist');
	});

	test('a deletion can fail, and an instance can read 3 (deleted) for a while', async () => {
		const failing = seed({ failingTasks: ['DeleteInstancePost'] }).id;
		const slow = seed({ prePaid: true, durations: { deleted: MINUTE } }).id;
		const { FlowId } = (await call('DeleteInstancePost', { InstanceId: failing })).Result;
		await call('DeleteInstancePre', { InstanceId: slow });
		after(4 * MINUTE);
		expect([await statusOf(failing), (await task(FlowId)).Status]).toEqual([4, 1]);
		expect(await statusOf(slow)).toBe(3);
		after(MINUTE);
		expect(await statusOf(slow)).toBeUndefined();
	});

	test('protection has to be switched off first', async () => {
		const { id: InstanceId } = seed({ deleteProtection: 1 });
		expect(code(await call('DeleteInstancePost', { InstanceId }))).toBe('OperationDenied');
		await call('ModifyInstanceAttributes', { InstanceId, DeleteProtectionEnable: 0 });
		expect(code(await call('DeleteInstancePost', { InstanceId }))).toBeUndefined();
	});

	test('while creating it is refused with UnsupportedOperation', async () => {
		const { id: InstanceId } = seed({ status: 0 });
		expect(code(await call('DeleteInstancePost', { InstanceId }))).toBe('UnsupportedOperation');
	});
});

test('lists are narrowed and paged, by region', async () => {
	const tags = [{ TagKey: 'env', TagValue: 'test' }];
	for (let i = 0; i < 25; i++) seed({ name: `kafka-${i}`, ...(i < 3 ? { tags } : {}) });
	seed({ name: 'elsewhere', region: 'ap-shanghai' });
	const names = async (action: string, body: Record<string, unknown>) => {
		const { InstanceList, TotalCount } = (await call(action, body)).Result;
		return [InstanceList.map((i: { InstanceName: string }) => i.InstanceName), TotalCount];
	};
	const paged = await names('DescribeInstances', { Offset: 1, Limit: 2 });
	expect(paged).toEqual([['kafka-23', 'kafka-22'], 25]);
	expect(await names('DescribeInstancesDetail', { Offset: 24, Limit: 20 })).toEqual([
		['kafka-0'],
		25,
	]);
	expect(await names('DescribeTypeInstances', { Offset: 25 })).toEqual([[], 25]);
	expect(await names('DescribeInstancesDetail', { TagList: tags, Limit: 1 })).toEqual([
		['kafka-2'],
		3,
	]);
	const { vip } = seed({ name: 'by-ip', vpcId: 'vpc-other' });
	const Filters = [
		{ Name: 'Ip', Values: [vip, '1.2.3.4'] },
		{ Name: 'VpcId', Values: ['vpc-other'] },
	];
	expect(await names('DescribeInstancesDetail', { Filters })).toEqual([['by-ip'], 1]);
	const tooMany = [
		await call('DescribeInstances', { Limit: 101 }),
		await call('DescribeInstancesDetail', { Limit: 21 }),
	];
	expect(tooMany.map(code)).toEqual(['InvalidParameterValue', 'InvalidParameterValue']);
});

test('a flow of 0, of nobody or of another region is not found', async () => {
	const { id: InstanceId } = seed({ region: 'ap-shanghai' });
	const deleted = await operateTencent(
		emulator,
		'DeleteInstancePost',
		{ InstanceId },
		'ap-shanghai',
	);
	const { FlowId } = deleted.Result;
	const replies = await Promise.all(
		[0, 5, FlowId].map((id) => call('DescribeTaskStatus', { FlowId: id })),
	);
	expect(replies.map(code)).toEqual([
		'InvalidParameterValue',
		'ResourceNotFound',
		'ResourceNotFound',
	]);
});

test('the rules decide where a refusal stands and what is answered when all is done', async () => {
	const { state } = emulator.tencent;
	const { id: InstanceId } = seed({ users: [{ name: 'writer' }] });
	const create = (Name: string) => call('CreateUser', { InstanceId, Name });
	expect(code(await create('writer'))).toBe('InvalidParameterValue.RepetitionValue');
	state.rules.refusals = 'returnCode';
	const told = await create('writer');
	expect([told.Error, told.Result.ReturnCode]).toEqual([undefined, '10004']);
	expect(code(await attributes('ckafka-nobody'))).toBe('InvalidParameterValue.InstanceNotExist');

	state.rules.doneAtOnce = 'zero';
	expect((await create('a')).Result.Data).toEqual({ FlowId: 0 });
	state.rules.doneAtOnce = 'flow';
	expect((await task((await create('b')).Result.Data.FlowId)).Status).toBe(0);
});

test('starts with what the options give', async () => {
	const started = await startEmulator({
		speed: 0,
		tencent: {
			durations: { listed: 0, create: MINUTE },
			rules: { instanceQuota: 2 },
			plans: [{ name: 'planned', createFails: true }],
			instances: [{ name: 'first' }],
		},
	});
	const buy = (InstanceName: string) =>
		operateTencent(started, 'CreatePostPaidInstance', { ...ORDER, InstanceName });
	await buy('planned');
	started.clock.advance(MINUTE);
	const listed = await operateTencent(started, 'DescribeInstances');
	expect(listed.Result.InstanceList).toMatchObject([
		{ InstanceName: 'planned', Status: -1 },
		{ InstanceName: 'first', Status: 1 },
	]);
	expect(code(await buy('third'))).toBe('LimitExceeded');
	await started.close();
});

test('plans can be made over HTTP', async () => {
	const plan = { vendor: 'tencent', name: 'orders', createFails: true };
	const url = `${emulator.huawei.url}/_emulator/plans`;
	await send({ method: 'POST', url, body: JSON.stringify(plan) });
	const { InstanceId } = (await order()).Result.Data;
	after(10 * MINUTE);
	expect(await statusOf(InstanceId)).toBe(-1);
	expect(emulator.huawei.state.plans).toEqual([]);
});

test('only the attributes may be asked for 100 times a second', async () => {
	const strict = await startEmulator({ rateLimits: true });
	// All in one moment, however long the machine takes for them.
	jest.spyOn(Date, 'now').mockReturnValue(Date.now());
	strict.tencent.state.seed({ name: 'orders', id: 'ckafka-orders' });
	const flood = async (action: string, count: number) => {
		const body = action === 'DescribeInstances' ? {} : { InstanceId: 'ckafka-orders' };
		const calls = Array.from({ length: count }, () => callTencent(strict, { action, body }));
		const replies = await Promise.all(calls);
		return replies.filter((r) => r.body.Response.Error?.Code === 'RequestLimitExceeded').length;
	};
	expect(await flood('DescribeInstanceAttributes', 90)).toBe(0);
	expect(await flood('DescribeInstances', 90)).toBeGreaterThan(0);
	await strict.close();
});
