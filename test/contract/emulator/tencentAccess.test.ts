import { startEmulator, type Emulator } from '../../../emulator';
import { operateTencent } from './operateTencent';
import { send } from './client';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const InstanceId = 'ckafka-orders';
const PASSWORD = 'Secret-present-1';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	emulator.tencent.state.seed({
		name: 'orders',
		id: InstanceId,
		topics: [{ name: 'orders', id: 'topic-orders' }, { name: 'other' }],
		users: [{ name: 'writer', password: PASSWORD }],
	});
});
afterEach(() => emulator.close());

/** What the lists need after a write. */
const LAG = 3 * SECOND;

async function call(action: string, body: Record<string, unknown> = {}) {
	const answer = await operateTencent(emulator, action, { InstanceId, ...body });
	if (!action.startsWith('Describe')) emulator.clock.advance(LAG);
	return answer;
}
const bare = (action: string, body?: Record<string, unknown>) =>
	operateTencent(emulator, action, body);
const code = (Response: { Error?: { Code: string } }) => Response.Error?.Code;

describe('users', () => {
	test('are created, listed, changed and deleted', async () => {
		await call('CreateUser', { Name: 'reader', Password: 'Secret-other-1' });
		const { Result } = await call('DescribeUser', { Offset: 2, Limit: 1 });
		expect(Result).toMatchObject({ TotalCount: 3, Users: [{ Name: 'reader' }] });
		await call('DeleteUser', { Name: 'reader' });
		expect(code(await call('DeleteUser', { Name: 'reader' }))).toBe('ResourceNotFound');
	});

	test('the present password is needed to change it', async () => {
		const change = (Password: string, PasswordNew: string) =>
			call('ModifyPassword', { Name: 'writer', Password, PasswordNew });
		const wrong = await change('Secret-wrong-1', 'Secret-new-1');
		expect([wrong.Error, wrong.Result.ReturnCode]).toEqual([undefined, '10004']);
		expect((await change(PASSWORD, 'Secret-new-1')).Result.ReturnCode).toBe('0');
		expect((await change('Secret-new-1', PASSWORD)).Result.ReturnCode).toBe('0');
	});

	test('a password never comes back', async () => {
		const answers = [
			await call('DescribeUser'),
			await call('ModifyPassword', {
				Name: 'writer',
				Password: 'Secret-x',
				PasswordNew: 'Secret-y',
			}),
			await call('CreateUser', { Name: 'writer', Password: 'Secret-z' }),
			await call('CreateUser', { Name: 'a', Password: 5 }),
		];
		const url = `${emulator.huawei.url}/_emulator/state`;
		const state = await send({ method: 'GET', url });
		expect(state.body.tencent.instances[0].users).toMatchObject([
			{ name: 'ANONYMOUS' },
			{ name: 'writer' },
		]);
		expect(JSON.stringify(answers) + state.text).not.toContain('Secret-');
	});
});

describe('ACLs', () => {
	const ACL = { ResourceType: 2, ResourceName: 'orders', PermissionType: 3, Operation: 3 };
	const listed = async (ResourceType = 2) =>
		(await call('DescribeACL', { ResourceType })).Result.AclList;

	test('are matched in every value when they are deleted', async () => {
		await call('CreateAcl', { ...ACL, Principal: 'User:writer', Host: '10.0.0.1;10.1.0.0/16' });
		await call('CreateAcl', ACL);
		await call('CreateAcl', ACL);
		expect(await listed()).toHaveLength(2);
		const other = { ...ACL, Principal: 'User:writer', Host: '10.0.0.1' };
		expect(code(await call('DeleteAcl', other))).toBe('ResourceNotFound');
		await call('DeleteUser', { Name: 'writer' });
		await call('DeleteAcl', { ...other, Host: '10.0.0.1;10.1.0.0/16' });
		expect(await listed()).toEqual([{ ...ACL, Host: '*', Principal: 'User:*' }]);
	});

	test('go to several resources at once, and to the cluster without a name', async () => {
		const { ResourceName, ...rest } = ACL;
		await call('CreateAcl', { ...rest, ResourceNameList: `["${ResourceName}","other"]` });
		expect(await listed()).toHaveLength(2);
		const cluster = { ResourceType: 4, Operation: 12, PermissionType: 3 };
		await call('CreateAcl', cluster);
		expect(await listed(4)).toHaveLength(1);
		await call('DeleteAcl', { ...cluster, ResourceName: '' });
		expect(await listed(4)).toEqual([]);
	});

	test.each([
		[{ Principal: 'writer' }, 'InvalidParameterValue'],
		[{ Principal: 'User:nobody' }, 'ResourceNotFound'],
		[{ PermissionType: 2 }, 'InvalidParameterValue'],
		[{ Operation: 12 }, 'InvalidParameterValue'],
		[{ ResourceType: 3, Operation: 4 }, 'InvalidParameterValue'],
		[{ ResourceName: undefined }, 'MissingParameter'],
		[{ ResourceName: 'nothing' }, 'ResourceNotFound'],
		[{ ResourceNameList: '["other"]' }, 'InvalidParameterValue'],
		[{ ResourceName: undefined, ResourceNameList: 'other' }, 'InvalidParameterValue'],
		[{ Host: 'everywhere' }, 'InvalidParameterValue'],
	])('creating one with %j is refused', async (over, expected) => {
		expect(code(await call('CreateAcl', { ...ACL, ...over }))).toBe(expected);
		expect(await listed()).toEqual([]);
	});

	const RuleList = [
		{ Operation: 'Read', PermissionType: 'Allow', Host: '*', Principal: 'User:writer' },
		{ Operation: 'Write', PermissionType: 'Deny', Host: '10.0.0.1', Principal: 'User:*' },
	];

	test('a batch goes to all topics, or answers 1 and to none', async () => {
		const batch = (ResourceNames: string[]) =>
			call('BatchCreateAcl', { ResourceType: 2, ResourceNames, RuleList });
		expect((await batch(['orders', 'nothing'])).Result).toBe(1);
		expect(await listed()).toEqual([]);
		expect((await batch(['orders', 'other'])).Result).toBe(0);
		expect(await listed()).toHaveLength(4);
		expect(await listed()).toContainEqual({
			ResourceType: 2,
			ResourceName: 'other',
			Principal: 'User:*',
			Host: '10.0.0.1',
			Operation: 4,
			PermissionType: 2,
		});
	});

	test('rules apply by prefix, or as a preset to new topics', async () => {
		const rule = (RuleName: string, more: Record<string, unknown>) =>
			call('CreateAclRule', { ResourceType: 'Topic', RuleName, RuleList, ...more });
		expect(code(await rule('a', { PatternType: 'PREFIXED' }))).toBe('MissingParameter');
		const { Result: id } = await rule('prefix', { PatternType: 'PREFIXED', Pattern: 'or' });
		await rule('preset', { PatternType: 'PRESET', IsApplied: 1 });
		const twice = await rule('preset', { PatternType: 'PRESET' });
		expect(code(twice)).toBe('InvalidParameterValue.RepetitionValue');

		await call('CreateTopic', { TopicName: 'order-new', PartitionNum: 1, ReplicaNum: 1 });
		const topic = (await call('DescribeTopicAttributes', { TopicName: 'order-new' })).Result;
		expect(topic.EnableAclRule).toBe(1);
		const names = topic.AclRuleList.map((r: { RuleName: string }) => r.RuleName);
		expect(names).toEqual(['prefix', 'preset']);
		const { AclRuleList } = (await call('DescribeAclRule', { PatternType: 'PREFIXED' })).Result;
		expect(AclRuleList).toMatchObject([{ TopicName: 'orders', TopicCount: 2 }]);
		// The keys begin with small letters, in the vendor's example.
		expect(JSON.parse(AclRuleList[0].AclList)).toEqual([
			{ operation: 'Read', permissionType: 'Allow', host: '*', principal: 'User:writer' },
			{ operation: 'Write', permissionType: 'Deny', host: '10.0.0.1', principal: 'User:*' },
		]);
		const brief = (await call('DescribeAclRule', { IsSimplified: true })).Result.AclRuleList;
		expect(brief[0].AclList).toBeUndefined();

		expect((await call('DeleteAclRule', { RuleName: 'prefix' })).Result).toBe(id);
		expect(code(await call('DeleteAclRule', { RuleName: 'prefix' }))).toBe('ResourceNotFound');
	});
});

describe('routes', () => {
	const PUBLIC = { VipType: 1, AccessType: 3, PublicNetwork: 3 };
	const routes = async (body: Record<string, unknown> = {}) =>
		(await call('DescribeRoute', body)).Result.Routers.filter(
			({ VipType }: { VipType: number }) => VipType !== SUPPORT,
		);
	/** Its route comes first, as in the vendor's example. */
	const SUPPORT = 7;
	beforeEach(() => {
		// To follow them; as printed, there is neither.
		Object.assign(emulator.tencent.state.rules, { flows: 'named', routeStatus: 'number' });
	});

	test('as printed: the one for support first, without a status, the main one when asked for', async () => {
		emulator.tencent.state.rules.routeStatus = 'absent';
		const { Routers } = (await call('DescribeRoute')).Result;
		expect(Routers).toMatchObject([{ VipType: SUPPORT, Domain: '', DomainPort: 0 }]);
		expect(Object.keys(Routers[0])).not.toContain('Status');
		expect((await call('DescribeRoute', { MainRouteFlag: true })).Result.Routers).toHaveLength(2);
	});

	const create = async (body: Record<string, unknown> = PUBLIC) => {
		const { FlowId, RouteDTO } = (await call('CreateRoute', body)).Result.Data;
		return { FlowId, RouteId: RouteDTO.RouteId };
	};
	const task = async (FlowId: number) =>
		(await bare('DescribeTaskStatus', { FlowId })).Result.Status;

	test('1 (creating), 2 (created), 4 (deleting), gone', async () => {
		const { FlowId, RouteId } = await create();
		expect(await routes()).toMatchObject([{ RouteId, Status: 1, VipType: 1, AccessType: 3 }]);
		emulator.clock.advance(30 * SECOND);
		expect([(await routes({ RouteId }))[0].Status, await task(FlowId)]).toEqual([2, 0]);
		expect(await routes({ MainRouteFlag: true })).toHaveLength(2);
		const deletion = (await call('DeleteRoute', { RouteId })).Result.Data;
		expect([(await routes())[0].Status, await task(deletion.FlowId)]).toEqual([4, 2]);
		emulator.clock.advance(30 * SECOND);
		expect([await routes(), await task(deletion.FlowId)]).toEqual([[], 0]);
	});

	test('3 and 6 when the work fails', async () => {
		const failingTasks = ['CreateRoute', 'DeleteRoute'];
		Object.assign(emulator.tencent.state.instances[0], { failingTasks });
		const { FlowId, RouteId } = await create();
		emulator.clock.advance(30 * SECOND);
		expect([(await routes())[0].Status, await task(FlowId)]).toEqual([3, 1]);
		await call('DeleteRoute', { RouteId });
		emulator.clock.advance(30 * SECOND);
		expect((await routes())[0].Status).toBe(6);
	});

	test('a public one can be deleted later, within 24 hours', async () => {
		const { RouteId } = await create();
		const inside = await create({ VipType: 3, VpcId: 'vpc-1', SubnetId: 'subnet-1' });
		emulator.clock.advance(30 * SECOND);
		const at = (ms: number) =>
			new Date(emulator.clock.now() + ms).toISOString().slice(0, 19).replace('T', ' ');
		const remove = (id: number, DeleteRouteTime: string) =>
			call('DeleteRoute', { RouteId: id, DeleteRouteTime });
		const refused = [
			await remove(RouteId, 'tomorrow'),
			await remove(RouteId, at(25 * HOUR)),
			await remove(inside.RouteId, at(HOUR)),
		];
		expect(refused.map(code)).toEqual(Array(3).fill('InvalidParameterValue'));
		await remove(RouteId, at(HOUR));
		expect((await routes({ RouteId }))[0].Status).toBe(2);
		emulator.clock.advance(HOUR);
		expect((await routes({ RouteId }))[0].Status).toBe(4);
		emulator.clock.advance(30 * SECOND);
		expect(await routes({ RouteId })).toEqual([]);
	});

	test.each([
		[{ VipType: 3 }, 'MissingParameter'],
		[{ VipType: 3, VpcId: 'vpc-1' }, 'MissingParameter'],
		[{ VipType: 1, AccessType: 1 }, 'MissingParameter'],
		[{ VipType: 1, PublicNetwork: 3 }, 'InvalidParameterValue'],
		[{ ...PUBLIC, PublicNetwork: 4 }, 'InvalidParameterValue'],
		[{ VipType: 7, AccessType: 4 }, 'InvalidParameterValue'],
		[{ VipType: 7, IpWhitelist: [{ CidrBlock: '10.0.0.0/8' }] }, 'InvalidParameterValue'],
	])('creating one with %j is refused', async (body, expected) => {
		expect(code(await call('CreateRoute', body))).toBe(expected);
		expect(await routes()).toEqual([]);
	});

	test('there is a limit, and the one made with the instance stays', async () => {
		for (let i = 1; i < 10; i++) await create();
		expect(code(await call('CreateRoute', PUBLIC))).toBe('LimitExceeded.RouteOverLimit');
		const [main] = await routes({ RouteId: 0, MainRouteFlag: true });
		expect(code(await call('DeleteRoute', { RouteId: main.RouteId }))).toBe('OperationDenied');
	});
});

describe('messages', () => {
	const fetch = (action: string, body: Record<string, unknown> = {}) =>
		call(action, { Topic: 'orders', Partition: 0, Offset: 0, ...body });

	test('what was sent is read, its content one by one', async () => {
		const Message = [
			{ Body: 'hello', Key: 'c' },
			{ Body: 'bye', Key: 'c' },
		];
		const sent = await bare('SendMessage', { DataHubId: 'datahub-orders', Message });
		expect(new Set(sent.MessageId).size).toBe(2);
		const list = await fetch('FetchMessageListByOffset', { Offset: 1 });
		expect(list.Result).toMatchObject([{ Topic: 'orders', Offset: 1 }]);
		expect(list.Result[0].Value).toBeUndefined();
		const one = await fetch('FetchMessageByOffset', { Offset: 1 });
		expect(one.Result).toMatchObject({ Key: 'c', Value: 'bye', Offset: 1 });
	});

	test('what is not there is refused', async () => {
		const replies = [
			await fetch('FetchMessageByOffset'),
			await fetch('FetchMessageByOffset', { Partition: 3 }),
			await fetch('FetchMessageListByOffset', { Topic: 'nothing' }),
			await fetch('FetchMessageListByOffset', { SinglePartitionRecordNumber: 21 }),
			await bare('SendMessage', { DataHubId: InstanceId, Message: [{ Body: 'a' }] }),
		];
		expect(replies.map(code)).toEqual([
			'ResourceNotFound',
			'InvalidParameterValue',
			'ResourceNotFound',
			'InvalidParameterValue',
			'ResourceNotFound',
		]);
		expect((await fetch('FetchMessageListByOffset')).Result).toEqual([]);
	});
});

describe('look-ups', () => {
	test('a price grows with months and instances', async () => {
		const price = async (InstanceChargeParam: object, InstanceNum = 1) => {
			const body = {
				InstanceType: 'profession',
				Bandwidth: 20,
				InquiryDiskParam: { DiskType: 'CLOUD_SSD', DiskSize: 200 },
				MessageRetention: 24,
				Topic: 200,
				Partition: 400,
				PublicNetworkParam: { PublicNetworkMonthly: 6 },
			};
			return (await bare('InquireCkafkaPrice', { ...body, InstanceChargeParam, InstanceNum }))
				.Result;
		};
		const month = await price({ InstanceChargeType: 'PREPAID', InstanceChargePeriod: 1 });
		const year = await price({ InstanceChargeType: 'PREPAID', InstanceChargePeriod: 12 }, 2);
		const hour = await price({ InstanceChargeType: 'POSTPAID_BY_HOUR' });
		expect(month.InstancePrice).toMatchObject({ OriginalPrice: 1200, DiscountPrice: 1080 });
		expect(year.InstancePrice.OriginalPrice).toBe(1200 * 24);
		expect(hour.InstancePrice).toMatchObject({ TimeUnit: 'h', OriginalPrice: 1.67 });
		expect(month.PublicNetworkBandwidthPrice.OriginalPrice).toBe(120);
	});

	test.each([
		[{}, 'MissingParameter'],
		[{ CategoryAction: 'renew' }, 'MissingParameter'],
		[{ CategoryAction: 'renew', InstanceId }, 'InvalidParameterValue'],
	])('a price for %j is refused', async (body, expected) => {
		const given = { InstanceType: 'profession', ...body };
		expect(code(await bare('InquireCkafkaPrice', given))).toBe(expected);
	});

	test('zones can be ordered in but for the one that is sold out', async () => {
		const { ZoneList } = (await bare('DescribeCkafkaZone')).Result;
		const ids = ZoneList.map((zone: Record<string, string>) => [zone.ZoneId, zone.SoldOut]);
		expect(ids).toEqual([
			['450001', 'false'],
			['450002', 'false'],
			['450003', 'false'],
			['450004', 'true'],
		]);
		expect((await bare('DescribeRegion', { Offset: 1, Limit: 1 })).Result).toHaveLength(1);
	});
});

describe('the Kafka check of CLS', () => {
	const check = async (body: Record<string, unknown>) =>
		(await bare('CheckRechargeKafkaServer', body)).Status;

	test.each(Array.from({ length: 12 }, (_, i) => i))('-%i by name or address', async (n) => {
		const { id } = emulator.tencent.state.seed({ name: `check${n}-orders` });
		expect(await check({ KafkaType: 0, KafkaInstance: id })).toBe(0 - n);
		expect(await check({ KafkaType: 1, ServerAddr: `check${n}.example.com:9092` })).toBe(0 - n);
	});

	test.each([
		[1, -8],
		[0, -9],
		[2, -8],
		[5, -8],
	] as const)('an instance with status %i', async (status, expected) => {
		const { id } = emulator.tencent.state.seed({ name: 'a', status, region: 'ap-shanghai' });
		const reply = await operateTencent(
			emulator,
			'CheckRechargeKafkaServer',
			{ KafkaType: 0, KafkaInstance: id },
			status === 1 ? 'ap-guangzhou' : 'ap-shanghai',
		);
		expect(reply.Status).toBe(expected);
	});

	test.each([
		['10.0.0.1:9092,10.0.0.2:9092', 0],
		['10.0.0.1:9092,10.0.0.2', -10],
		['10.0.0.1:abc', -11],
		[' , ', -9],
	])('the addresses %j', async (ServerAddr, expected) => {
		expect(await check({ KafkaType: 1, ServerAddr })).toBe(expected);
	});

	test('what is needed by the others given', async () => {
		const own = { KafkaType: 1, ServerAddr: 'kafka:9092', IsEncryptionAddr: true };
		const sasl = { Protocol: 'sasl_ssl', Mechanism: 'PLAIN', UserName: 'a' };
		const bodies = [{ KafkaType: 0 }, { KafkaType: 1 }, own, { ...own, Protocol: sasl }];
		for (const body of bodies) {
			const reply = await bare('CheckRechargeKafkaServer', body);
			expect(code(reply)).toBe('MissingParameter');
		}
	});
});
