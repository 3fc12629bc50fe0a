/** Huawei Cloud's records in the fleet's form: the printed examples, values that were seen, and every status. */
import { factsOf } from '../../../../../emulator/core/facts';
import { INSTANCE_STATUSES } from '../../../../../nodes/HuaweiCloudKafka/api/status';
import { binned } from '../../../../../nodes/HuaweiCloudKafka/fleet/recycleBin';
import { normalise } from '../../../../../nodes/HuaweiCloudKafka/fleet/normalise';
import { keyOf, type Scope } from '../../../../../nodes/shared/fleet/record';

const NOW = Date.parse('2030-01-15T12:00:00Z');
const scope: Scope = {
	cloud: 'huawei',
	region: 'cn-north-4',
	project: 'cn-north-4_dev',
	projectId: '0'.repeat(32),
};

const answerOf = (operation: string) =>
	factsOf('huawei', operation).examples[0].response as Record<string, unknown>;
const [printed] = answerOf('ListInstances').instances as Array<Record<string, unknown>>;

const normalised = (record: object) => normalise({ ...printed, ...record }, scope, NOW);

test('the printed example of a list', () => {
	expect(normalise(printed, scope, NOW)).toEqual({
		cloud: 'huawei',
		region: 'cn-north-4',
		project: 'cn-north-4_dev',
		projectId: '0'.repeat(32),
		id: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
		name: 'kafka-2085975099',
		named: true,
		state: 'running',
		statusText: 'RUNNING',
		health: null,
		edition: 'cluster',
		spec: 'c6.2u4g.cluster',
		kafkaVersion: '2.7',
		brokers: null,
		storageGb: 600,
		storageUsedGb: 25,
		bandwidthMBps: null,
		partitionsUsed: null,
		partitionsMax: 750,
		topicsUsed: null,
		topicsMax: null,
		groupsUsed: null,
		vpcId: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
		subnetIds: ['xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'],
		securityGroupId: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
		zones: ['AZ1'],
		publicAccess: false,
		bootstrapServers: '192.168.0.100:9092,192.168.0.61:9092,192.168.0.72:9092',
		securityProtocol: 'PLAINTEXT',
		tags: null,
		createdBy: 'paas_dms',
		billing: 'payAsYouGo',
		createdAt: '2020-03-31T01:36:27.087Z',
		expiresAt: null,
		autoRenew: null,
		deletionProtection: null,
		recycle: null,
		warnings: [],
		readAt: '2030-01-15T12:00:00.000Z',
	});
});

test('the printed example of a detail is the same, with the ways in that are open', () => {
	const { bootstrapServers, ...detail } = normalise(answerOf('ShowInstance'), scope, NOW);
	const { bootstrapServers: _, ...listed } = normalise(printed, scope, NOW);
	expect(detail).toEqual(listed);
	expect(bootstrapServers).toBe('192.xxx.xxx.9092,192.xxx.xxx.9092,192.xxx.xxx.9092');
});

test('the key names cloud, region, project, and instance', () => {
	expect(keyOf(normalise(printed, scope, NOW))).toBe(
		`huawei:cn-north-4:${'0'.repeat(32)}:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`,
	);
});

test.each([
	[{ engine_version: 2.7 }, { kafkaVersion: '2.7' }],
	[{ created_at: null }, { createdAt: null }],
	[{ created_at: '0' }, { createdAt: null }],
	[{ created_at: '253402271999000' }, { createdAt: null }],
	[{ name: '' }, { name: printed.instance_id, named: false }],
	[{ type: 'single' }, { edition: 'single', brokers: 1 }],
	[
		{ product_id: 'c6.2u4g.single.small', type: 'single' },
		{ edition: 'single.small', brokers: 1 },
	],
	[{ product_id: 'c6.2u4g.cluster.small' }, { edition: 'cluster.small' }],
	[{ type: undefined, product_id: 'c6.2u4g.cluster' }, { edition: 'cluster' }],
	[{ type: undefined, product_id: '' }, { edition: 'unknown' }],
	[{ product_id: '', specification: '100MB' }, { spec: '100MB' }],
	[{ broker_num: 3 }, { brokers: 3 }],
	[{ broker_num: 0, node_num: '5' }, { brokers: 5 }],
	[{ partition_num: '' }, { partitionsMax: null }],
	[{ used_storage_space: 0 }, { storageUsedGb: 0 }],
	[{ total_storage_space: 0 }, { storageGb: null }],
	[{ available_zone_names: [], available_zones: ['eu-de-01'] }, { zones: ['eu-de-01'] }],
	[{ available_zone_names: undefined }, { zones: printed.available_zones }],
	[{ enable_publicip: undefined }, { publicAccess: null }],
	[{ connect_address: '', port: 9092 }, { bootstrapServers: null }],
	[
		{ connect_address: '', ssl_enable: undefined },
		{ bootstrapServers: null, securityProtocol: null },
	],
	[{ tags: [] }, { tags: {} }],
	[{ tags: [{ key: 'env', value: 'dev' }, { key: 'x' }] }, { tags: { env: 'dev', x: '' } }],
	[
		{ charging_mode: 0, order_id: 'CS1' },
		{ billing: 'subscription', expiresAt: null },
	],
	[{ charging_mode: 'prePaid' }, { billing: 'subscription' }],
	[{ charging_mode: undefined, order_id: 'CS1' }, { billing: 'subscription' }],
	[{ charging_mode: undefined, order_id: '' }, { billing: 'unknown' }],
	[{ charging_mode: 7 }, { billing: 'unknown' }],
	// One that was taken out of the recycle bin is paid by use, and may keep its order.
	[{ charging_mode: 1, order_id: 'CS1' }, { billing: 'payAsYouGo' }],
])('%j', (record, expected) => {
	expect(normalised(record)).toMatchObject(expected);
});

test('what a subscription does not tell is said', () => {
	expect(normalised({ charging_mode: 0 }).warnings).toEqual([
		'Huawei Cloud does not tell when this subscription ends. The Billing Center shows it.',
	]);
});

test.each([
	['running', ['RUNNING']],
	['creating', ['CREATING']],
	[
		'changing',
		[
			...['STARTING', 'RESTARTING', 'EXTENDING', 'SHRINKING', 'CONFIGURING', 'ROLLBACK'],
			...['VOLUMETYPECHANGING', 'FREEZING', 'CONNECTOR_DELETING'],
		],
	],
	['expired', ['FROZEN']],
	['released', ['RECYCLE']],
	['deleting', ['DELETING']],
	['failed', ['CREATEFAILED', 'ERROR', 'EXTENDEDFAILED', 'ROLLBACKFAILED']],
] as const)('%s: %j', (state, statuses) => {
	expect(statuses.map((status) => normalised({ status }).state)).toEqual(statuses.map(() => state));
});

test('no status of the tables is left out', () => {
	const states = Object.keys(INSTANCE_STATUSES).map((status) => normalised({ status }).state);
	expect(states).not.toContain('unknown');
});

test.each(['MIGRATING', 'constructor'])(
	'the status %j is unknown, and comes out as it is',
	(status) => {
		expect(normalised({ status })).toMatchObject({
			state: 'unknown',
			statusText: status,
			warnings: [`The status '${status}' is not known.`],
		});
	},
);

test.each(['', undefined, null])('a record with the status %j says so', (status) => {
	expect(normalised({ status })).toMatchObject({
		state: 'unknown',
		statusText: '',
		warnings: ['The record has no status.'],
	});
});

test('the example of the recycle bin is released, whatever its status, with its end and costs', () => {
	const [row] = answerOf('ShowRecycleInstances').recycle_instances as object[];
	expect(binned(row as never, scope, NOW)).toMatchObject({
		id: '9b6b7173-d1d8-4604-86a8-43b732715a03',
		name: 'kafka-test',
		state: 'released',
		statusText: 'RECYCLE',
		spec: 'c6.2u4g.cluster',
		createdAt: null,
		tags: null,
		billing: 'unknown',
		recycle: { deletesAt: '2025-11-19T03:27:47.752Z', costPerHour: 0 },
	});
});
