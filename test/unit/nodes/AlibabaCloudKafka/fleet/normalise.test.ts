/** Records of the vendor in the fleet's form: printed examples, recorded ones, and what is odd about them. */
import { factsOf } from '../../../../../emulator/core/facts';
import { normalise } from '../../../../../nodes/AlibabaCloudKafka/fleet/normalise';
import { NOW, scopeIn } from '../../../../support/alibabaFleet';

const scope = scopeIn('cn-hangzhou');
const of = (record: object) =>
	normalise({ InstanceId: 'alikafka_post-cn-1', ...record }, scope, NOW);

test("the vendor's printed example", () => {
	const [{ response }] = factsOf('alibaba', 'GetInstanceList').examples;
	const [printed] = (response as { InstanceList: object[] }).InstanceList;
	expect(normalise(printed, scope, NOW)).toEqual({
		cloud: 'alibaba',
		region: 'cn-hangzhou',
		project: null,
		projectId: null,
		id: 'alikafka_pre-cn-mp919o4v***',
		name: 'alikafka_post-cn-mp91gnw0p***',
		named: true,
		state: 'running',
		statusText: 'running',
		health: null,
		edition: 'reserved',
		spec: 'professional',
		kafkaVersion: '2.2.0',
		brokers: null,
		storageGb: 3600,
		storageUsedGb: null,
		bandwidthMBps: 20,
		partitionsUsed: null,
		partitionsMax: null,
		topicsUsed: null,
		topicsMax: 180,
		groupsUsed: null,
		vpcId: 'vpc-bp1ojac7bv448nifjl***',
		subnetIds: ['vsw-bp1fvuw0ljd7vzmo3d***'],
		securityGroupId: 'sg-bp13wfx7kz9pkowc***',
		zones: ['zonei'],
		publicAccess: false,
		bootstrapServers: [1, 2, 3]
			.map((broker) => `alikafka-pre-cn-zv*****-${broker}-vpc.alikafka.aliyuncs.com:9092`)
			.join(','),
		securityProtocol: 'PLAINTEXT',
		tags: { test: 'test' },
		createdBy: null,
		billing: 'payAsYouGo',
		createdAt: '2020-01-02T10:43:39.000Z',
		expiresAt: null,
		autoRenew: null,
		deletionProtection: null,
		recycle: null,
		warnings: [],
		readAt: new Date(NOW).toISOString(),
	});
});

test('a recorded instance in service: zeros and empty texts for what it is not', () => {
	// Rule documents of antgroup/CloudRec.
	const recorded = {
		DeployType: 4,
		ReservedPublishCapacity: 0,
		ReservedSubscribeCapacity: 0,
		SpecType: 'normal',
		IoMax: 20,
		SaslDomainEndpoint: '',
		SecurityGroup: '',
		Name: 'alikafka_post-cn-1',
		ViewInstanceStatusCode: 2,
		ServiceStatus: 5,
		PaidType: 1,
		ExpiredTime: 2_040_882_749_000,
		DiskSize: 600,
		TopicNumLimit: 1002,
		Tags: {
			TagVO: [
				{ Value: '', Key: 'a' },
				{ Value: 'V', Key: 'b' },
			],
		},
	};
	expect(of(recorded)).toMatchObject({
		name: 'alikafka_post-cn-1',
		named: false,
		edition: 'reserved',
		publicAccess: true,
		securityGroupId: null,
		bootstrapServers: null,
		securityProtocol: null,
		expiresAt: null,
		tags: { a: '', b: 'V' },
		topicsMax: 1002,
		warnings: ['The limit of topics counts partitions, as the instance is sold by partitions.'],
	});
});

test('a recorded instance that was never deployed', () => {
	// GuanceCloud/guance-docs.
	const recorded = {
		AllConfig: '{}',
		CreateTime: 1_692_080_715_000,
		DeployType: 5,
		EipMax: 0,
		ExpiredTime: 2_007_699_914_000,
		IoMax: 20,
		IoMaxSpec: 'alikafka.hw.2xlarge',
		PaidType: 1,
		ServiceStatus: 0,
		UsedGroupCount: 0,
		UsedTopicCount: 0,
		Name: 'alikafka_post-cn-1',
	};
	expect(of(recorded)).toMatchObject({
		state: 'undeployed',
		statusText: 'waiting for deployment',
		spec: 'alikafka.hw.2xlarge',
		billing: 'payAsYouGo',
		createdAt: '2023-08-15T06:25:15.000Z',
		expiresAt: null,
		topicsUsed: 0,
		groupsUsed: 0,
		tags: null,
		subnetIds: [],
		zones: [],
	});
});

describe('states', () => {
	test.each([
		[0, 0, 'undeployed'],
		[1, 1, 'creating'],
		[2, 5, 'running'],
		[4, 5, 'running'],
		[2, 11, 'changing'],
		[2, 101, 'failed'],
		[2, 77, 'unknown'],
		[2, 15, 'outOfService'],
		[3, 15, 'stopped'],
		[3, 5, 'stopped'],
		[5, 15, 'expired'],
		[6, 15, 'released'],
		[6, 10, 'released'],
		[7, 11, 'changing'],
		[8, 6, 'changing'],
		[21, 5, 'changing'],
		[22, 15, 'changing'],
		[30, 30, 'changing'],
		[23, 5, 'deleting'],
		[101, 101, 'failed'],
		[102, 102, 'failed'],
		[103, 5, 'failed'],
		[99, 5, 'unknown'],
		['2', '5', 'running'],
	])('view %s, service %s: %s', (ViewInstanceStatusCode, ServiceStatus, state) => {
		expect(of({ ViewInstanceStatusCode, ServiceStatus, PaidType: 1 }).state).toBe(state);
	});

	test.each<[code: number | undefined, state: string]>([
		[0, 'undeployed'],
		[1, 'creating'],
		[2, 'creating'],
		[3, 'creating'],
		[5, 'running'],
		...[6, 7, 8, 9, 11, 30].map((code): [number, string] => [code, 'changing']),
		[10, 'released'],
		[15, 'outOfService'],
		[101, 'failed'],
		[102, 'failed'],
		[-1, 'unknown'],
		[undefined, 'unknown'],
	])('service %s alone: %s', (ServiceStatus, state) => {
		expect(of({ ServiceStatus, PaidType: 1 }).state).toBe(state);
		expect(of({ ServiceStatus, ViewInstanceStatusCode: null, PaidType: 1 }).state).toBe(state);
	});

	test.each([
		[0, NOW - 1000, 'expired'],
		[0, NOW + 1000, 'outOfService'],
		[0, undefined, 'outOfService'],
		[4, NOW - 1000, 'expired'],
		[1, NOW - 1000, 'outOfService'],
		[undefined, NOW - 1000, 'outOfService'],
	])('service 15 alone, paid %s until %s: %s', (PaidType, ExpiredTime, state) => {
		expect(of({ ServiceStatus: 15, PaidType, ExpiredTime }).state).toBe(state);
	});

	test('what no document lists is told', () => {
		expect(of({ ViewInstanceStatusCode: 99 })).toMatchObject({
			statusText: 'ViewInstanceStatusCode 99',
			warnings: ['The status is not documented: ViewInstanceStatusCode 99.'],
		});
	});
});

describe('editions, billing, and the end of a subscription', () => {
	test.each([
		[{ Series: 'v2', PaidType: 0 }, 'reserved', 'subscription'],
		[{ Series: 'v3', PaidType: 3 }, 'serverless', 'payAsYouGo'],
		[{ Series: 'confluent', PaidType: 4 }, 'confluent', 'subscription'],
		[{ Series: 'v4', PaidType: 5 }, 'v4', 'unknown'],
		[{ PaidType: 1 }, 'reserved', 'payAsYouGo'],
		[{ PaidType: '3' }, 'serverless', 'payAsYouGo'],
		[{ PaidType: 4 }, 'confluent', 'subscription'],
		[{ ReservedPublishCapacity: 60 }, 'serverless', 'unknown'],
		[{ ReservedPublishCapacity: 0 }, 'unknown', 'unknown'],
	])('%j: %s, %s', (record, edition, billing) => {
		expect(of(record)).toMatchObject({ edition, billing });
	});

	test.each([
		[0, '2030-03-01T00:00:00.000Z'],
		[4, '2030-03-01T00:00:00.000Z'],
		[1, null],
		[3, null],
		[undefined, null],
	])('paid %s: ends %s', (PaidType, end) => {
		const ExpiredTime = Date.parse('2030-03-01T00:00:00Z');
		expect(of({ PaidType, ExpiredTime }).expiresAt).toBe(end);
	});

	test.each([
		0,
		'',
		null,
		undefined,
		-62_170_009_580_000,
		253_402_271_999_000,
		'soon',
		'0000-00-00',
	])('%p is no moment', (time) => {
		expect(of({ PaidType: 0, CreateTime: time, ExpiredTime: time })).toMatchObject({
			createdAt: null,
			expiresAt: null,
		});
	});
});

test('a serverless instance has neither disk nor bought traffic', () => {
	const record = {
		Series: 'v3',
		PaidType: 3,
		DiskSize: 0,
		IoMax: 0,
		ReservedPublishCapacity: 60,
		UsedPartitionCount: '12',
	};
	expect(of(record)).toMatchObject({ storageGb: null, bandwidthMBps: 60, partitionsUsed: 12 });
});

test.each([
	[{ VSwitchId: "['vsw-1','vsw-2']" }, ['vsw-1', 'vsw-2']],
	[{ VSwitchId: '["vsw-1", "vsw-2"]' }, ['vsw-1', 'vsw-2']],
	[{ VSwitchId: 'vsw-1', VSwitchIds: { VSwitchIds: ['vsw-1', 'vsw-3'] } }, ['vsw-1', 'vsw-3']],
	[{ VSwitchId: 'vsw-1', VSwitchIds: { VSwitchIds: [] } }, ['vsw-1']],
	[{ VSwitchIds: ['vsw-4'] }, ['vsw-4']],
	[{ VSwitchId: '' }, []],
])('vSwitches of %j', (record, subnetIds) => {
	expect(of(record).subnetIds).toEqual(subnetIds);
});

test.each([
	[{ StandardZoneId: 'cn-hangzhou-i', ZoneId: 'zonei' }, ['cn-hangzhou-i']],
	[{ ZoneId: 'zonei', BackupZoneId: 'cn-hangzhou-h' }, ['zonei', 'cn-hangzhou-h']],
	[{ StandardZoneId: '', ZoneId: 'zonei', BackupZoneId: 'zonei' }, ['zonei']],
])('zones of %j', (record, zones) => {
	expect(of(record).zones).toEqual(zones);
});

test.each([
	[undefined, null],
	[{ TagVO: [] }, {}],
	[[{ Key: '__proto__', Value: 'x' }], Object.fromEntries([['__proto__', 'x']])],
	[[{ Key: 'a' }], { a: '' }],
])('tags %j', (Tags, tags) => {
	expect(of({ Tags }).tags).toEqual(tags);
});

test.each([
	[true, 'warning'],
	['true', 'warning'],
	[false, null],
	['', null],
	[undefined, null],
])('a planned retirement of %p', (ScheduledRetirement, health) => {
	expect(of({ ScheduledRetirement }).health).toBe(health);
});

test('a record of another region is kept, and told', () => {
	expect(of({ RegionId: 'cn-beijing' })).toMatchObject({
		region: 'cn-hangzhou',
		warnings: expect.arrayContaining([
			'The record names region cn-beijing, although cn-hangzhou was asked.',
		]),
	});
});
