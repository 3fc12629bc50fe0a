import {
	startEmulator,
	type AlibabaInstance,
	type AlibabaSeed,
	type Emulator,
} from '../../../emulator';
import { HANDLERS } from '../../../emulator/alibaba/operations';
import { loadFacts } from '../../../emulator/core/facts';
import { operate, type Parameters } from './operateAlibaba';

/** What the instance of an example has to be for it to make sense. */
const SEEDS: Record<string, Partial<AlibabaSeed>> = {
	DeleteInstance: { phase: 'released' },
	ReopenInstance: { phase: 'stopped' },
	StartInstance: { phase: 'waiting', config: {} },
	UpgradeInstanceVersion: { version: '0.10.2', oldBuild: true },
	UpgradePrePayOrder: { paidType: 0, topicQuota: 40 },
};

/** What replaces values of an example that contradict another one. */
const ADAPTED: Record<string, Parameters> = {
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
	if (query.ResourceId) known.ResourceId = [instance.id];
	const reply = await operate(emulator, operation, known);
	expect(reply.body).not.toHaveProperty('HostId');
	expect(reply.body.Success ?? true).toBe(true);
});

test('every operation has a handler', () => {
	const operations = loadFacts('alibaba').map((facts) => facts.operation);
	expect(Object.keys(HANDLERS).sort()).toEqual(operations.sort());
});
