/** Instances and tags of Alibaba Cloud: each operation through n8n, with both kinds of signature. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault, type AlibabaInstance, type FaultRule } from '../../../emulator';
import { chain, createHarness, node, type NodeSettings } from '../../harness';
import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

const LIST = 'GetInstanceList';
const RETRY: NodeSettings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = (more: INodeParameters = {}) => ({ instanceId: byId(id), ...more });

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	const { state } = cloud.em.alibaba;
	Object.assign(state.rules, { bareLists: false, httpStatuses: false, viewStatus: true });
	state.rules.idsInList = false;
	for (const held of state.instances) held.gone = true;
	({ id } = state.seed({ name: 'orders', tags: [{ Key: 'team', Value: 'a' }] }));
});

const hit = (operation: string, effect: FaultRule['effect'], times: FaultRule['times'] = 1) =>
	cloud.em.faults.add({ operation, effect, times });
const answer = (status: number, Code: unknown, headers = {}) => ({
	kind: 'answer' as const,
	status,
	headers,
	body: { Code, Message: 'as the service says it', RequestId: 'R-1', Success: false },
});

describe('reading', () => {
	test.each([false, true])('Get Many, lists bare: %s', async (bareLists) => {
		cloud.em.alibaba.state.rules.bareLists = bareLists;
		cloud.em.alibaba.state.seed({ name: 'new', phase: 'waiting' });
		const items = await cloud.items('instance/getAll', { simplify: false });
		expect(items).toEqual([
			expect.objectContaining({ status: 'waiting for deployment', statusKind: 'idle', Tags: [] }),
			expect.objectContaining({
				InstanceId: id,
				Name: 'orders',
				status: 'running',
				statusKind: 'ready',
				Tags: [{ Key: 'team', Value: 'a' }],
			}),
		]);
		expect(items[0]).toHaveProperty('AllConfig');
		const [, short] = await cloud.items('instance/getAll');
		expect(short).toMatchObject({ InstanceId: id, Name: 'orders', status: 'running' });
		expect(short).not.toHaveProperty('AllConfig');
	});

	test('Get Many by order, IDs and tags', async () => {
		const { orderIds } = instance();
		await cloud.items('instance/getAll', {
			options: {
				orderId: orderIds[0],
				instanceIds: `${id}, alikafka_x`,
				tags: {
					entry: [
						{ key: 'team', value: 'a' },
						{ key: 'any', value: '' },
					],
				},
			},
		});
		expect(cloud.body()).toEqual({
			OrderId: orderIds[0],
			'InstanceId.1': id,
			'InstanceId.2': 'alikafka_x',
			'Tag.1.Key': 'team',
			'Tag.1.Value': 'a',
			'Tag.2.Key': 'any',
		});
	});

	test('Get, and what is not there', async () => {
		expect(await cloud.items('instance/get', here())).toMatchObject([{ Name: 'orders' }]);
		expect(cloud.body()).toEqual({ 'InstanceId.1': id });
		const { told } = await cloud.run('instance/get', { instanceId: byId('alikafka_none') });
		expect(told).toContain('instance alikafka_none does not exist in this region');
	});

	test.each([false, true])('Get All IDs over all regions, in a list: %s', async (idsInList) => {
		cloud.em.alibaba.state.rules.idsInList = idsInList;
		const other = cloud.em.alibaba.state.seed({ name: 'far', region: 'eu-central-1' });
		expect(await cloud.items('instance/getAllIds')).toEqual([
			{ RegionId: 'cn-hangzhou', InstanceId: id },
			{ RegionId: 'eu-central-1', InstanceId: other.id },
		]);
	});

	test('Get Quota', async () => {
		const [quota] = await cloud.items('instance/getQuota', here());
		expect(quota).toMatchObject({ InstanceId: id, TopicQuota: 50, TopicUsed: 0 });
	});

	test('Get Connection Settings', async () => {
		const [settings] = await cloud.items('instance/getConnection', here());
		expect(settings).toMatchObject({
			InstanceId: id,
			securityProtocol: 'PLAINTEXT',
			ssl: false,
			authentication: false,
			publicAccess: false,
		});
		expect(settings.bootstrapServers).toMatch(/:9092,.*:9092/);
		instance().deployType = 4;
		const [open] = await cloud.items('instance/getConnection', here());
		expect(open.publicAccess).toBe(true);
		expect(open.accessModes).toContainEqual(
			expect.objectContaining({ network: 'internet', securityProtocol: 'SASL_SSL' }),
		);
	});

	test('of another region', async () => {
		cloud.em.alibaba.state.seed({ name: 'far', region: 'eu-central-1' });
		const items = await cloud.items('instance/getAll', { options: { region: 'eu-central-1' } });
		expect(items.map(({ Name }) => Name)).toEqual(['far']);
		expect(cloud.lines()).toEqual([`${LIST} in eu-central-1`]);
	});
});

describe('deploying and changing', () => {
	test('Deploy with everything there is', async () => {
		const bought = cloud.em.alibaba.state.seed({ name: 'new', phase: 'waiting', deployType: 4 });
		const [item] = await cloud.items('instance/deploy', {
			instanceId: byId(bought.id),
			name: 'orders-2',
			vpcId: 'vpc-1',
			vSwitchId: 'vsw-1',
			deployModule: 'eip',
			options: {
				isEipInner: true,
				firstUser: {
					entry: { isSetUserAndPassword: true, username: 'app', password: 'secret1' },
				},
				zoneId: 'zoneb',
				securityGroup: 'sg-1',
				serviceVersion: '2.2.0',
				kmsKeyId: 'key-1',
				crossZone: true,
				isForceSelectedZones: true,
				selectedZones: { entry: { primary: 'zonea, zoneb', secondary: 'zonek' } },
				vSwitchIds: 'vsw-1,vsw-2',
				notifier: 'Ms. On-Call',
				userPhoneNum: '15800000000',
				config: { entry: { settings: { enableAcl: true, kafkaLogRetentionHours: 48 } } },
			},
			...WAITING,
		});
		expect(item).toMatchObject({ InstanceId: bought.id, Name: 'orders-2', completed: true });
		expect(cloud.body('StartInstance')).toMatchObject({
			Config: '{"enable.acl":"true","kafka.log.retention.hours":"48"}',
			KMSKeyId: 'key-1',
			Password: 'secret1',
			SelectedZones: '[["zonea","zoneb"],["zonek"]]',
			'VSwitchIds.1': 'vsw-1',
			'VSwitchIds.2': 'vsw-2',
			Notifier: 'Ms. On-Call',
		});
		expect(cloud.sent('StartInstance')[0].url).not.toContain('secret1');
	});

	test('Deploy in certain zones only, without naming them, is refused', async () => {
		const bought = cloud.em.alibaba.state.seed({ name: 'new', phase: 'waiting' });
		const { told } = await cloud.run('instance/deploy', {
			instanceId: byId(bought.id),
			vpcId: 'vpc-1',
			vSwitchId: 'vsw-1',
			deployModule: 'vpc',
			options: { isForceSelectedZones: true },
		});
		expect(told).toContain("'Force Selected Zones' requires 'Zones'");
		expect(cloud.sent('StartInstance')).toEqual([]);
	});

	test('Rename, and a name that would be cut', async () => {
		await cloud.items('instance/rename', here({ newName: 'orders-b' }));
		expect(cloud.body()).toEqual({ InstanceId: id, InstanceName: 'orders-b' });
		const { told } = await cloud.run('instance/rename', here({ newName: 'x'.repeat(65) }));
		expect(told).toContain("'New Name' has 65 characters");
		expect(cloud.sent('ModifyInstanceName')).toBeSent(1);
	});

	test('Upgrade Specifications waits for the new size', async () => {
		const [item] = await cloud.items(
			'instance/upgrade',
			here({
				diskSize: 1200,
				topicQuota: 60,
				options: { ioMaxSpec: 'alikafka.hw.3xlarge' },
				...WAITING,
			}),
		);
		expect(item).toMatchObject({ InstanceId: id, DiskSize: 1200, completed: true });
		expect(instance().diskSize).toBe(1200);
	});

	test.each<[INodeParameters, string]>([
		[{}, "'Traffic Specification' and 'Peak Traffic (MB/s)' are both empty"],
		[{ ioMax: 20, eipModel: true, eipMax: 0 }, 'greater than 0'],
		[{ ioMax: 20, eipModel: false, eipMax: 3 }, 'must be 0'],
	])('Upgrade Specifications refuses %j', async (options, words) => {
		const { told } = await cloud.run(
			'instance/upgrade',
			here({ diskSize: 1200, topicQuota: 60, options }),
		);
		expect(told).toContain(words);
		expect(cloud.lines()).toEqual([]);
	});

	// Topics are no longer sold (vendor page of 2026-03-11), so that neither size is required.
	test('Upgrade Specifications by partitions leaves out what is 0', async () => {
		const options = { ioMaxSpec: 'alikafka.hw.6xlarge', partitionNum: 100 };
		const [item] = await cloud.items('instance/upgrade', here({ options }));
		expect(cloud.body('UpgradePostPayOrder')).toEqual({
			InstanceId: id,
			IoMaxSpec: 'alikafka.hw.6xlarge',
			PartitionNum: '100',
		});
		expect(item).toMatchObject({ InstanceId: id, PartitionNum: 100 });
	});

	test('Upgrade Specifications without partitions or topics is refused', async () => {
		const options = { ioMax: 60 };
		const { told } = await cloud.run('instance/upgrade', here({ diskSize: 1200, options }));
		expect(told).toContain("'Partitions' and 'Topics' are both empty");
		expect(cloud.lines()).toEqual([]);
	});

	test('Upgrade Specifications of Subscription', async () => {
		instance().paidType = 0;
		const [item] = await cloud.items(
			'instance/upgradeSubscription',
			here({ diskSize: 1200, topicQuota: 60, options: { ioMax: 60 } }),
		);
		expect(item).toMatchObject({ InstanceId: id, DiskSize: 1200, IoMax: 60 });
		expect(cloud.lines()).toEqual(['UpgradePrePayOrder']);
	});

	test('Convert to Subscription', async () => {
		const [item] = await cloud.items(
			'instance/convertToSubscription',
			here({ duration: '24', ...WAITING }),
		);
		expect(item).toMatchObject({ InstanceId: id, PaidType: 0, completed: true });
		expect(item.OrderId).toEqual(expect.stringMatching(/^\d+$/));
		expect(cloud.body('ConvertPostPayOrder')).toEqual({ InstanceId: id, Duration: '24' });
	});

	test('Update Configuration waits for the new values', async () => {
		const config = { entry: { settings: { kafkaMessageMaxBytes: 2_097_152 } } };
		const [item] = await cloud.items('instance/updateConfiguration', here({ config, ...WAITING }));
		expect(item).toMatchObject({ updated: true, completed: true });
		expect(cloud.body('UpdateInstanceConfig')).toEqual({
			InstanceId: id,
			Config: '{"kafka.message.max.bytes":"2097152"}',
		});
		expect(instance().config['kafka.message.max.bytes']).toBe('2097152');
		const { told } = await cloud.run('instance/updateConfiguration', here({ config: {} }));
		expect(told).toContain("'Configuration' is empty");
	});

	test('Upgrade Version waits for the new one', async () => {
		instance().version = '0.10.2';
		const [item] = await cloud.items(
			'instance/upgradeVersion',
			here({ targetVersion: '2.2.0', ...WAITING }),
		);
		expect(item).toMatchObject({ TargetVersion: '2.2.0', completed: true });
		expect(instance().version).toBe('2.2.0');
	});

	test('an upgrade that fails is a failure', async () => {
		instance().upgradeFails = true;
		const { told } = await cloud.run(
			'instance/upgrade',
			here({ diskSize: 1200, topicQuota: 60, options: { ioMax: 20 }, ...WAITING }),
		);
		expect(told).toContain(`Instance ${id} ended with status upgrade failed`);
	});

	test('Stop and Reopen', async () => {
		expect(await cloud.items('instance/stop', here(WAITING))).toMatchObject([
			{ stopped: true, status: 'stopped', completed: true },
		]);
		expect(await cloud.items('instance/reopen', here(WAITING))).toMatchObject([
			{ reopened: true, status: 'running', completed: true },
		]);
	});
});

describe('ending', () => {
	test('Release and Delete', async () => {
		expect(await cloud.items('instance/release', here(WAITING))).toMatchObject([
			{ released: true, status: 'released', completed: true },
		]);
		expect(cloud.body('ReleaseInstance')).toEqual({ InstanceId: id });
		expect(await cloud.items('instance/delete', here(WAITING))).toMatchObject([
			{ deleted: true, completed: true },
		]);
	});

	test('Delete of one that is not released is refused', async () => {
		const { told } = await cloud.run('instance/delete', here());
		expect(told).toContain('the instance has not been released yet');
		expect(told).toContain("'Delete Completely'");
	});

	const waitOptions = { pollInterval: 10 };
	const complete = async (more: INodeParameters = {}, settings?: NodeSettings) =>
		await cloud.run('instance/deleteCompletely', here({ waitOptions, ...more }), settings);
	const ends = () => cloud.lines().filter((line) => line !== LIST);

	test.each([true, false])('Delete Completely, with the newer status: %s', async (viewStatus) => {
		cloud.em.alibaba.state.rules.viewStatus = viewStatus;
		const { items, told } = await complete();
		expect(told).toBe('');
		expect(items).toEqual([
			{ InstanceId: id, Name: 'orders', deleted: true, status: 'not listed', completed: true },
		]);
		expect(cloud.body('ReleaseInstance')).toEqual({ InstanceId: id, ForceDeleteInstance: 'true' });
		expect(ends()).toEqual(['ReleaseInstance', 'DeleteInstance']);
	});

	test.each(['released', 'expired', 'releasing'] as const)(
		'Delete Completely goes on with one that is %s',
		async (phase) => {
			const paidType = phase === 'expired' ? 0 : 1;
			const other = cloud.em.alibaba.state.seed({ name: 'old', phase, paidType });
			const released = { serviceStatus: 15, viewStatus: 6, phase: 'released' };
			if (phase === 'releasing')
				void cloud.clock.sleep(60_000).then(() => Object.assign(other, released));
			const { items, told } = await complete({ instanceId: byId(other.id) });
			expect(told).toBe('');
			expect(items[0]).toMatchObject({ deleted: true, completed: true });
			expect(new Set(ends())).toEqual(new Set(['DeleteInstance']));
		},
	);

	test('Delete Completely refuses a subscription before anything is sent', async () => {
		instance().paidType = 0;
		expect((await complete()).told).toContain('is a subscription, which cannot be released');
		expect(ends()).toEqual([]);
	});

	test('Delete Completely refuses one that is not there', async () => {
		const { told } = await complete({ instanceId: byId('alikafka_none') });
		expect(told).toContain('instance alikafka_none does not exist');
	});

	test.each([
		['ReleaseInstance', fault.answerLost()],
		['ReleaseInstance', { kind: 'cut' as const, when: 'before' as const }],
		['ReleaseInstance', answer(200, 'ONS_SYSTEM_ERROR')],
		['DeleteInstance', fault.answerLost()],
		['DeleteInstance', { kind: 'cut' as const, when: 'before' as const }],
		['DeleteInstance', answer(200, 'InstanceStatus.NotReleased')],
		['GetInstanceList', { kind: 'malformed' as const }],
	])('Delete Completely gets over a fault of %s: %j', async (operation, effect) => {
		hit(operation, effect);
		const { items, told } = await complete({}, RETRY);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ deleted: true, completed: true });
		expect(instance()).toBeUndefined();
	});

	test.each([1, 2])('Retry On Fail gets over a list that fails at look %d', async (nth) => {
		hit('ReleaseInstance', { kind: 'cut', when: 'before' });
		cloud.em.faults.add({ operation: LIST, effect: fault.serverError(), times: 5, nth });
		const { items, told } = await complete({}, RETRY);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ deleted: true, completed: true });
	});

	test('Delete Completely says what to do when the time runs out', async () => {
		instance().durations.release = 1e12;
		const { told } = await complete({ waitOptions: { maximumWait: 0 } });
		expect(told).toContain(`Instance ${id} is releasing after 0 minutes`);
		expect(told).toContain('to continue from the current state');
		const passed = await complete({ waitOptions: { maximumWait: 0, whenTimeRunsOut: 'passOn' } });
		expect(passed.items[0]).toMatchObject({ InstanceId: id, deleted: false, completed: false });
	});

	test('an unknown status is reported as it is and never taken for ready', async () => {
		hit(
			LIST,
			{
				kind: 'answer',
				status: 200,
				body: {
					Code: 200,
					Success: true,
					InstanceList: { InstanceVO: [{ InstanceId: id, ServiceStatus: 77 }] },
				},
			},
			'always',
		);
		const wait = { ...WAITING, waitOptions: { maximumWait: 0 } };
		const { told } = await cloud.run('instance/stop', here(wait));
		expect(told).toContain(`Instance ${id} is ServiceStatus 77 after 0 minutes`);
	});
});

describe('tags', () => {
	const named = (...Key: string[]) => Key.map((key) => ({ Key: key, Value: 'v' }));

	test('Add, Get Many and Remove', async () => {
		const [added] = await cloud.items('tag/add', {
			taggedResource: 'INSTANCE',
			resourceIds: id,
			tags: { entry: [{ key: 'env', value: 'dev' }] },
		});
		expect(added).toMatchObject({ added: true, ResourceId: [id] });
		expect(cloud.body()).toEqual({
			ResourceType: 'INSTANCE',
			'ResourceId.1': id,
			'Tag.1.Key': 'env',
			'Tag.1.Value': 'dev',
		});
		const read = { taggedResource: 'INSTANCE', options: { resourceIds: id } };
		expect(await cloud.items('tag/getAll', read)).toMatchObject([
			{ ResourceId: id, TagKey: 'team', TagValue: 'a' },
			{ ResourceId: id, TagKey: 'env', TagValue: 'dev' },
		]);
		await cloud.items('tag/remove', {
			taggedResource: 'INSTANCE',
			resourceIds: id,
			allTags: false,
			tagKeys: 'env',
		});
		expect(cloud.body()).toMatchObject({ 'TagKey.1': 'env', All: 'false' });
		expect(instance().tags).toEqual([{ Key: 'team', Value: 'a' }]);
		await cloud.items('tag/remove', { taggedResource: 'INSTANCE', resourceIds: id, allTags: true });
		expect(instance().tags).toEqual([]);
	});

	test('Get Many follows the tokens, and no further than wanted', async () => {
		instance().tags = named(...Array.from({ length: 20 }, (_, n) => `k${n}`));
		cloud.em.alibaba.state.rules.tagPageSize = 8;
		const read = { taggedResource: 'INSTANCE', options: { resourceIds: id } };
		const keys = (items: IDataObject[]) => new Set(items.map(({ TagKey }) => TagKey)).size;
		expect(keys(await cloud.items('tag/getAll', { ...read, returnAll: true }))).toBe(20);
		const whole = cloud.lines().length;
		cloud.forget();
		expect(await cloud.items('tag/getAll', { ...read, limit: 9 })).toHaveLength(9);
		expect(cloud.lines().length).toBeLessThan(whole);
		expect(cloud.body()).toHaveProperty('NextToken');
	});

	test.each<[string, INodeParameters, string]>([
		['tag/getAll', {}, "'Resource IDs' and 'Tags' are both empty"],
		['tag/remove', { resourceIds: 'a', tagKeys: '={{ "" }}' }, "'Tag Keys' is empty"],
		['tag/add', { resourceIds: 'a', tags: { entry: [{ key: 'acs:x', value: '' }] } }, '"acs:"'],
	])('%s refuses %j', async (operation, parameters, words) => {
		const { told } = await cloud.run(operation, { taggedResource: 'INSTANCE', ...parameters });
		expect(told).toContain(words);
		expect(cloud.lines()).toEqual([]);
	});
});

describe('failures', () => {
	test.each<[ReturnType<typeof answer>, string]>([
		[answer(403, 'SignatureDoesNotMatch'), "'Access Key Secret'"],
		[answer(404, 'InvalidAccessKeyId.NotFound'), "'Access Key ID'"],
		[answer(400, 'InvalidTimeStamp.Expired'), 'clock'],
		[answer(403, 'Forbidden.RAM'), 'RAM user is not allowed to'],
		[answer(200, 'BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT'), 'billing mode'],
		[answer(404, 'InvalidVpcId'), 'parameter VpcId'],
	])('say what happened and what to do: %j', async (effect, words) => {
		hit('StopInstance', effect, 'always');
		const { told } = await cloud.run('instance/stop', here());
		expect(told).toContain(words);
		expect(told).toContain(`code ${String(effect.body.Code)}`);
		expect(told).toContain('request ID R-1');
		expect(cloud.sent('StopInstance')).toBeSent(1);
	});

	test('a write is repeated when it was throttled, and left alone when that is not certain', async () => {
		hit('StopInstance', answer(400, 'Throttling.User', { 'x-acs-retry-after': '5' }), 2);
		expect((await cloud.run('instance/stop', here())).told).toBe('');
		expect(cloud.sent('StopInstance')).toBeSent(3);
		cloud.forget();
		hit('ReopenInstance', answer(200, 500));
		expect((await cloud.run('instance/reopen', here(), RETRY)).told).toContain('is not known');
		expect(cloud.sent('ReopenInstance')).toBeSent(1);
	});

	test('a read is repeated', async () => {
		hit(LIST, answer(200, '500'), 2);
		expect(await cloud.items('instance/getAll')).toHaveLength(1);
		expect(cloud.sent(LIST)).toBeSent(3);
	});
});

describe('both kinds of signature, with keys for good and temporary ones', () => {
	test.each([
		['ACS3-HMAC-SHA256', 'permanent'],
		['ACS3-HMAC-SHA256', 'temporary'],
		['1.0', 'permanent'],
		['1.0', 'temporary'],
	] as const)('%s, %s', async (signatureVersion, kind) => {
		const { alibaba, credentials } = cloud.em;
		const data = {
			...credentials.alibaba[kind],
			region: 'cn-hangzhou',
			endpoint: alibaba.url,
			signatureVersion,
		};
		const n8n = await createHarness({
			credentials: { managedKafkaAlibabaCloudApi: data as never },
			clock: cloud.clock,
		});
		const bought = alibaba.state.seed({
			name: `new-${signatureVersion}-${kind}`,
			phase: 'waiting',
			deployType: 4,
		});
		const run = async (parameters: INodeParameters) => {
			const { error } = await n8n.run(
				chain(
					node('K', 'n8n-nodes-managed-kafka.alibabaCloudKafka', parameters, {
						credentials: ['managedKafkaAlibabaCloudApi'],
					}),
				),
			);
			expect(error).toBeUndefined();
		};
		await run({ resource: 'instance', operation: 'getAll' });
		await run({
			resource: 'instance',
			operation: 'deploy',
			instanceId: byId(bought.id),
			vpcId: 'vpc-1',
			vSwitchId: 'vsw-1',
			deployModule: 'eip',
			options: {
				firstUser: {
					entry: { isSetUserAndPassword: true, username: 'ä b', password: "S3cret+&='pw ü" },
				},
			},
		});
		await run({
			resource: 'tag',
			operation: 'add',
			taggedResource: 'INSTANCE',
			resourceIds: bought.id,
			tags: { entry: [{ key: 'a b/ü', value: "it's (100%)*" }] },
		});
		expect(bought.users).toMatchObject([{ name: 'ä b', password: "S3cret+&='pw ü" }]);
		expect(bought.tags).toEqual([{ Key: 'a b/ü', Value: "it's (100%)*" }]);
		expect(decodeURIComponent(cloud.sent('StartInstance')[0].url)).not.toContain('S3cret');
	});
});

test('the look-ups find instances by a part of their name, and regions', async () => {
	cloud.em.alibaba.state.seed({ name: 'other' });
	expect(await cloud.lookUp('listSearch', 'searchInstances', {}, 'ord')).toEqual({
		results: [{ name: 'orders (running)', value: id }],
	});
	const regions = await cloud.lookUp<IDataObject[]>('loadOptions', 'getRegions', {});
	expect(regions[0]).toEqual({
		name: 'From Credential',
		value: '',
		description: expect.stringMatching(/^Select another entry to use that region instead of /),
	});
	expect(regions.map(({ value }) => value)).toContain('cn-hangzhou');
});
