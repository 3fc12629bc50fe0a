/** Traps of the operations that the newer SDKs of Tencent Cloud have, each through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import type { TencentInstance } from '../../../emulator';
import { byId, byName, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const state = () => cloud.em.tencent.state;
const instance = () => state().named('orders') as TencentInstance;
const at = (more: INodeParameters = {}): INodeParameters => ({ instanceId: byId(id), ...more });
const rows = (...entry: INodeParameters[]) => ({ entry });
const answers = (operation: string, result: object | string) =>
	cloud.em.faults.add({
		operation,
		times: 'always',
		effect: {
			kind: 'answer',
			status: 200,
			body: { Response: { Result: result as never, RequestId: 'r-9' } },
		},
	});

const START = Date.UTC(2026, 0, 1);

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 60_000 });
});
beforeEach(() => {
	cloud.forget();
	const messages = Array.from({ length: 30 }, (_, n) => ({
		key: `k${n}`,
		value: 'v',
		partition: 0,
		timestamp: START + n * 1000,
	}));
	id = state().seed({
		name: 'orders',
		topics: [{ name: 'created', partitions: 3, messages }, { name: 'paid' }],
		groups: [
			{
				name: 'reports',
				offsets: [0, 1].map((partition) => ({ topic: 'created', partition, offset: 3 })),
			},
			{
				name: 'busy',
				members: [{ id: 'm', clientId: 'c', host: '10.0.0.9', assignment: [] }],
				offsets: [{ topic: 'created', partition: 0, offset: 3 }],
			},
		],
		routes: [
			{ id: 71, vipType: 1 },
			{ id: 72, securityGroups: ['sg-old'] },
		],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

describe('Topic', () => {
	const change = (topicName: string, settings: INodeParameters) => ({ topicName, settings });

	test('Update Many: a success hides the topics that failed, which are told', async () => {
		const topicChanges = rows(
			change('created', { partitionNum: 6, uncleanLeaderElectionEnable: true }),
			change('nowhere', { note: 'x' }),
		);
		const { run } = await cloud.run('topic/updateMany', at({ topicChanges }), {
			onError: 'continueErrorOutput',
		});
		expect(run.items('K')).toEqual([
			{ InstanceId: id, TopicName: 'created', updated: true, PartitionNum: 6 },
		]);
		expect(JSON.stringify(run.items('K', 1))).toMatch(
			/topic nowhere was not updated: topic nowhere does not exist/,
		);
		expect(cloud.body('BatchModifyTopicAttributes')).toMatchObject({
			Topic: [
				{ TopicName: 'created', PartitionNum: 6, UncleanLeaderElectionEnable: true },
				{ TopicName: 'nowhere', Note: 'x' },
			],
		});
	});

	test('Update Many: a topic that the response leaves out did not succeed', async () => {
		answers('BatchModifyTopicAttributes', [{ TopicName: 'created', ReturnCode: 'OK' }]);
		const topicChanges = rows(change('created', { note: 'x' }), change('paid', { note: 'x' }));
		const { told } = await cloud.run('topic/updateMany', at({ topicChanges }));
		expect(told).toContain('topic paid was not updated: the response does not mention it');
		expect(told).toContain('"TopicName":"created"');
	});

	test.each<[string, INodeParameters[], string]>([
		['a topic twice', [change('paid', { note: 'a' }), change('paid', { note: 'b' })], 'twice'],
		['nothing to change', [change('paid', {})], 'has nothing to change for paid'],
	])('Update Many: %s sends nothing', async (_, entry, text) => {
		const { told } = await cloud.run('topic/updateMany', at({ topicChanges: rows(...entry) }));
		expect(told).toContain(text);
		expect(cloud.lines()).toEqual([]);
	});

	test('Get Replicas: only what is out of sync', async () => {
		instance().laggingBrokers = [150_033];
		const given = at({ topic: byName('created'), returnAll: true });
		expect(await cloud.items('topic/getReplicas', given)).toHaveLength(3);
		const options = { outOfSyncReplicaOnly: true };
		const found = await cloud.items('topic/getReplicas', { ...given, options });
		expect(found.map(({ Partition }) => Partition)).toEqual(['partition-0', 'partition-1']);
	});
});

describe('Consumer Group', () => {
	const operation = 'consumerGroup/resetOffsets';
	const byPartition = (more: INodeParameters = {}) =>
		at({
			group: byName('reports'),
			topicScope: 'chosen',
			topics: ['created'],
			strategy: '3',
			partitionOffsets: rows({ partition: 0, offset: 7 }, { partition: 1, offset: 0 }),
			...more,
		});

	test('Reset Offsets: each partition gets its own offset, and the success is a word', async () => {
		const [item] = await cloud.items(operation, byPartition());
		expect(cloud.body('BatchModifyGroupOffsets')).toEqual({
			InstanceId: id,
			GroupName: 'reports',
			TopicName: ['created'],
			Partitions: [
				{ Partition: 0, Offset: 7 },
				{ Partition: 1, Offset: 0 },
			],
		});
		expect(item).toMatchObject({ reset: true, Group: 'reports', Topics: ['created'] });
		expect(instance().groups[0].offsets.map(({ offset }) => offset)).toEqual([7, 0]);
	});

	test.each<[string, INodeParameters, string]>([
		['several topics', { topics: ['created', 'paid'] }, 'is more than one topic'],
		['all topics', { topicScope: 'all' }, 'is more than one topic'],
		['no offsets', { partitionOffsets: {} }, "'Offsets by Partition' has 0 entries"],
		[
			'a partition twice',
			{ partitionOffsets: rows({ partition: 0, offset: 1 }, { partition: 0, offset: 2 }) },
			'contains a partition twice',
		],
		['partitions beside them', { options: { partitions: '0' } }, "'Partitions' is set"],
	])('Reset Offsets: %s sends nothing', async (_, given, text) => {
		const { told } = await cloud.run(operation, byPartition(given));
		expect(told).toContain(text);
		expect(cloud.lines()).toEqual([]);
	});

	test('Delete Offsets: of the topic alone', async () => {
		instance().groups[0].offsets.push({ topic: 'paid', partition: 0, offset: 0 });
		const given = at({ group: byName('reports'), topic: byName('created') });
		const [done] = await cloud.items('consumerGroup/deleteOffsets', {
			...given,
			waitForCompletion: true,
		});
		expect(done).toMatchObject({ deleted: true, Topic: 'created', completed: true });
		expect(instance().groups[0].offsets.map(({ topic }) => topic)).toEqual(['paid']);
	});

	test('Delete Offsets: a group with consumers is told as what it is', async () => {
		const given = at({ group: byName('busy'), topic: byName('created') });
		const { told } = await cloud.run('consumerGroup/deleteOffsets', given);
		expect(told).toMatch(/the consumer group is Stable, not Empty.*No offset was deleted/);
		expect(cloud.sent('DeleteGroupSubscribeTopic')).toBeSent(1);
	});
});

describe('Message', () => {
	const here = (more: INodeParameters) => at({ topic: byName('created'), partition: 0, ...more });

	test('Get Many: from a time on', async () => {
		const startTime = new Date(START + 4000).toISOString();
		const items = await cloud.items('message/getAll', here({ startBy: 'time', startTime }));
		expect(items).toHaveLength(20);
		expect(items[0]).toMatchObject({ Offset: 4 });
		expect(cloud.body('FetchMessageListByTimestamp')).toEqual({
			InstanceId: id,
			Topic: 'created',
			Partition: 0,
			StartTime: START + 4000,
		});
	});

	test.each<[string, INodeParameters]>([
		["'Start Time' is empty", { startBy: 'time' }],
		["'Offset' is empty", { startBy: 'offset', offset: '={{ "" }}' }],
	])('Get Many: %s', async (text, given) => {
		const { told } = await cloud.run('message/getAll', here(given));
		expect(told).toContain(text);
		expect(cloud.lines()).toEqual([]);
	});
});

describe('Route', () => {
	const set = (...entry: INodeParameters[]) =>
		at({ route: byId('71'), ipWhitelist: rows(...entry) });

	test('Set Allowed Addresses: the whole list, read back', async () => {
		await cloud.items('route/setAllowedAddresses', set({ cidrBlock: '203.0.113.0/24' }));
		const given = at({ route: byId('71'), returnAll: true });
		expect(await cloud.items('route/getAllowedAddresses', given)).toEqual([
			{ CidrBlock: '203.0.113.0/24', PolicyDescription: '' },
		]);
	});

	test('Set Allowed Addresses: no list is never sent, which would delete all', async () => {
		const { told } = await cloud.run('route/setAllowedAddresses', set());
		expect(told).toContain("'Allowed Addresses'");
		expect(cloud.lines()).toEqual([]);
	});

	test.each(['Failed', '', {}])('Set Allowed Addresses: %j is no success', async (result) => {
		answers('ModifyAccessPolicy', result);
		const given = set({ cidrBlock: '203.0.113.7' });
		const { told } = await cloud.run('route/setAllowedAddresses', given);
		expect(told).toContain('It is not known whether the request took effect');
	});

	test('security groups are set, attached, detached, and found over all instances', async () => {
		const route = at({ route: byId('72') });
		const groups = () => instance().routes.find((one) => one.id === 72)?.securityGroups;
		const on = (securityGroupId: string) => ({
			securityGroupId,
			instanceRoutes: rows({ instanceId: id, routeId: 72 }),
		});
		await cloud.items('routeSecurityGroup/set', { ...route, securityGroupIds: 'sg-b, sg-a' });
		expect(groups()).toEqual(['sg-b', 'sg-a']);
		await cloud.items('routeSecurityGroup/attach', on('sg-c'));
		await cloud.items('routeSecurityGroup/detach', on('sg-b'));
		expect(groups()).toEqual(['sg-a', 'sg-c']);
		const options = {
			filters: rows({ name: 'security-group-id', values: 'sg-c', relation: 'IN' }),
		};
		const found = await cloud.items('routeSecurityGroup/getAll', { returnAll: true, options });
		expect(found).toMatchObject([{ InstanceId: id, RouteId: 72, SecurityGroupIds: groups() }]);
	});

	test('an empty list of security groups is never sent, which would detach all', async () => {
		const given = at({ route: byId('72'), securityGroupIds: '={{ [] }}' });
		const { told } = await cloud.run('routeSecurityGroup/set', given);
		expect(told).toContain("'Security Group Names or IDs'");
		expect(cloud.lines()).toEqual([]);
	});

	test('a code that is null is not taken for a success', async () => {
		answers('ModifyRouteSecurityGroups', { ReturnCode: null, ReturnMessage: null });
		const given = at({ route: byId('72'), securityGroupIds: 'sg-a' });
		const { told } = await cloud.run('routeSecurityGroup/set', given);
		expect(told).toContain('It is not known whether the request took effect');
	});
});

describe('ACL Rule', () => {
	test.each([true, false])('Update: the switch is always sent, also %s', async (isApplied) => {
		answers('ModifyAclRule', 0 as never);
		const given = at({ ruleName: byName('preset'), isApplied });
		const [item] = await cloud.items('aclRule/update', given);
		expect(cloud.body('ModifyAclRule')).toEqual({
			InstanceId: id,
			RuleName: 'preset',
			IsApplied: Number(isApplied),
		});
		expect(item).toMatchObject({ RuleId: 0, updated: true });
	});
});

describe('Instance', () => {
	const maintenance = (more: INodeParameters) =>
		at({
			maintenanceType: 'QUOTA',
			maintenanceSubtype: 'INSTANCE_STORAGE_CAPACITY',
			...more,
		});
	const operation = 'instanceMaintenance/setAutomaticMaintenance';

	test('Set Automatic Maintenance: on is 0', async () => {
		const options = { configureThreshold: 75, configureLimit: 2000 };
		await cloud.items(operation, maintenance({ status: '0', options }));
		expect(cloud.body('ModifyRoutineMaintenanceTask')).toEqual({
			InstanceId: id,
			MaintenanceType: 'QUOTA',
			MaintenanceSubtype: 'INSTANCE_STORAGE_CAPACITY',
			Status: 0,
			ConfigureThreshold: 75,
			ConfigureLimit: 2000,
		});
	});

	test('Set Automatic Maintenance: the form as it opens is not for what is billed or deletes messages', async () => {
		await cloud.items(operation, at({}));
		expect(cloud.body('ModifyRoutineMaintenanceTask')).toMatchObject({
			MaintenanceType: 'RE_BALANCE',
			MaintenanceSubtype: 'INSTANCE_PARTITION_RE_BALANCE',
		});
	});

	test('Set Automatic Maintenance: extra settings that are no JSON send nothing', async () => {
		const options = { extraConfig: '{a' };
		const { told } = await cloud.run(operation, maintenance({ status: '0', options }));
		expect(told).toContain("'Extra Settings (JSON)' is not JSON");
		expect(cloud.lines()).toEqual([]);
	});

	test('Connect Prometheus: waits until its addresses are listed', async () => {
		const network = { vpcId: 'vpc-9', subnetId: 'subnet-9' };
		const given = at({ ...network, waitForCompletion: true });
		const [done] = await cloud.items('instanceMaintenance/connectPrometheus', given);
		expect(done).toMatchObject({ connected: true, completed: true });
		const addresses = await cloud.items(
			'instanceMaintenance/getPrometheusAddresses',
			at({ returnAll: true }),
		);
		expect(addresses).toHaveLength(6);
	});
});
