import {
	startEmulator,
	type AlibabaInstance,
	type AlibabaSeed,
	type Emulator,
} from '../../../emulator';
import { COMPANIONS } from '../../../emulator/alibaba/companions';
import { HANDLERS } from '../../../emulator/alibaba/operations';
import { loadFacts } from '../../../emulator/core/facts';
import { operate, type Parameters } from './operateAlibaba';

/** A moment after all that the emulated clouds begin with. */
const FUTURE = 4_000_000_000_000;

/** What the instance of an example has to be for it to make sense. */
const SEEDS: Record<string, Partial<AlibabaSeed>> = {
	DeleteInstance: { phase: 'released' },
	ReopenInstance: { phase: 'stopped' },
	...Object.fromEntries(
		[
			'CreateScheduledScalingRule',
			'DeleteScheduledScalingRule',
			'GetAutoScalingConfiguration',
			'ModifyScheduledScalingRule',
		].map((operation) => [operation, { paidType: 3, reservedPublish: 60, reservedSubscribe: 60 }]),
	),
	DowngradePostPayOrder: { partitionNum: 60 },
	DowngradePrePayOrder: { paidType: 0, partitionNum: 60 },
	StartInstance: { phase: 'waiting', config: {} },
	UpgradeInstanceVersion: { version: '0.10.2', oldBuild: true },
	UpgradePrePayOrder: { paidType: 0, topicQuota: 40 },
};

/** What replaces values of an example that contradict another one, or that are of the past. */
const ADAPTED: Record<string, Parameters> = {
	CreateScheduledScalingRule: { FirstScheduledTime: FUTURE },
	GetKafkaClientIp: { StartTime: FUTURE - 1000, EndTime: FUTURE },
	// The lists of GetAllowedIpList have the sample's address already.
	UpdateAllowedIp: { AllowedListIp: '192.168.0.0/16' },
};

const USERS: AlibabaSeed['users'] = [{ name: 'test***' }, { name: 'test***', type: 'scram' }];
const ACL = {
	Username: 'test12****',
	AclResourceType: 'Topic',
	AclResourceName: 'demo',
	AclResourcePatternType: 'LITERAL',
	AclOperationType: 'Write',
};

const RULE = {
	RuleId: 64,
	Enable: false,
	ScheduleType: 'repeat',
	RepeatType: 'Daily',
	FirstScheduledTime: FUTURE,
	DurationMinutes: 60,
	TimeZone: 'GMT+8',
	ReservedPubFlow: 120,
	ReservedSubFlow: 120,
} as const;

let emulator: Emulator;
beforeAll(async () => {
	const rules = { uniqueNames: false };
	emulator = await startEmulator({ speed: 0, alibaba: { rules } });
});
afterAll(() => emulator.close());

/** An instance that has what the examples name. */
function seeded(operation: string, { Topic, ConsumerId }: Parameters): AlibabaInstance {
	const created = operation.startsWith('Create');
	const topics = Topic && !created ? [{ name: String(Topic), local: true }] : [];
	return emulator.alibaba.state.seed({
		name: 'examples',
		config: { 'enable.acl': 'true' },
		topics,
		groups: ConsumerId && !created ? [{ name: String(ConsumerId) }] : [],
		users: operation === 'CreateSaslUser' ? [] : USERS,
		acls: [ACL],
		...SEEDS[operation],
	});
}

const examples = loadFacts('alibaba').flatMap(({ operation, examples: given }) =>
	given.map((example) => ({ operation, query: example.request.query ?? {} })),
);

test.each(examples)('the example of $operation is carried out', async ({ operation, query }) => {
	const instance = seeded(operation, query);
	if (query.OrderId) instance.orderIds = [String(query.OrderId)];
	if (operation === 'GetInstanceList') instance.tags = [{ Key: 'test', Value: 'test' }];
	const known: Parameters = { ...query, ...ADAPTED[operation] };
	if (typeof query.InstanceId === 'string') known.InstanceId = instance.id;
	if (Array.isArray(query.InstanceId)) known.InstanceId = [instance.id];
	if (Array.isArray(query.ResourceId)) known.ResourceId = [instance.id];
	if (typeof query.ResourceId === 'string') known.ResourceId = instance.id;
	if (query.RuleName && !operation.startsWith('Create')) {
		const { RuleName } = query;
		instance.scalingRules.push({ ...RULE, RuleName: String(RuleName) });
	}
	const reply = await operate(emulator, operation, known);
	expect(reply.body).not.toHaveProperty('HostId');
	// The number is 0 in the vendor's own sample.
	const isNumber = typeof reply.body.Success === 'number';
	expect(isNumber ? reply.body.Code === 200 : (reply.body.Success ?? true)).toBe(true);
});

test('every operation has a handler', () => {
	const operations = loadFacts('alibaba').map((facts) => facts.operation);
	const handled = [...Object.keys(HANDLERS), ...Object.keys(COMPANIONS)];
	expect(handled).toEqual(expect.arrayContaining(operations));
});
