/** Records of instances in the form of the fleet: printed and recorded answers of the service, and each odd value. */
import type { IDataObject } from 'n8n-workflow';

import { instanceStatus } from '../../../../../nodes/TencentCloudKafka/api/status';
import { fleet } from '../../../../../nodes/TencentCloudKafka/fleet';
import { printedOf } from '../../../../node/tencent/printed';
import { NOW, scopeIn } from '../../../../support/tencentFleet';

const scope = scopeIn('ap-guangzhou');
const resultOf = (api: string) => printedOf(api)[0].response.Response.Result as IDataObject;
const printed = resultOf('DescribeInstancesDetail').InstanceList as IDataObject[];
const attributes = resultOf('DescribeInstanceAttributes');
const normalised = (record: IDataObject) => fleet.normalise(record, scope, NOW);

test('the first instance that the vendor prints', () => {
	expect(normalised(printed[0])).toEqual({
		cloud: 'tencent',
		region: 'ap-guangzhou',
		project: null,
		projectId: null,
		id: 'ckafka-wdvgwwx2',
		name: 'test-public-network',
		named: true,
		state: 'running',
		statusText: 'running',
		health: 'ok',
		edition: 'profession',
		spec: 'profession 800 Mbit/s',
		kafkaVersion: '2.8.1',
		brokers: null,
		storageGb: 1000,
		storageUsedGb: null,
		bandwidthMBps: 100,
		partitionsUsed: 60,
		partitionsMax: 1200,
		topicsUsed: 6,
		topicsMax: 600,
		groupsUsed: null,
		vpcId: 'vpc-ks7w9y0b',
		subnetIds: ['subnet-5rhipsse'],
		securityGroupId: null,
		zones: ['100006', '100007'],
		publicAccess: null,
		bootstrapServers: '10.0.1.17:9092',
		securityProtocol: null,
		tags: {},
		createdBy: null,
		billing: 'subscription',
		createdAt: '2024-11-22T03:16:32.000Z',
		expiresAt: '2024-12-22T03:16:32.000Z',
		autoRenew: null,
		deletionProtection: null,
		recycle: null,
		warnings: [],
		readAt: new Date(NOW).toISOString(),
	});
});

test('every instance that the vendor prints', () => {
	const short = printed.map((record) => {
		const { id, storageGb, billing, expiresAt, autoRenew, zones } = normalised(record);
		return [id, storageGb, billing, expiresAt, autoRenew, zones.join()];
	});
	expect(short.slice(0, 4)).toEqual([
		['ckafka-wdvgwwx2', 1000, 'subscription', '2024-12-22T03:16:32.000Z', null, '100006,100007'],
		['ckafka-vv7wpp93', null, 'payAsYouGo', null, null, '100006,100007'],
		['ckafka-bzmjpp4z', 200, 'subscription', '2024-12-13T06:30:34.000Z', null, '100006'],
		['ckafka-mon24787', 200, 'subscription', '2024-12-19T12:37:05.000Z', true, '100006,100007'],
	]);
	for (const record of printed) expect(normalised(record).warnings).toEqual([]);
});

test('the attributes that the vendor prints: limits from what remains, tags, the exact billing mode', () => {
	expect(normalised(attributes)).toMatchObject({
		id: 'ckafka-pkwxedpq',
		bandwidthMBps: 150,
		partitionsUsed: 1026,
		partitionsMax: 1200,
		topicsUsed: 61,
		topicsMax: 600,
		tags: { Application: 'underlay-domain', key: '555555' },
		billing: 'subscription',
		expiresAt: '2025-01-03T07:50:25.000Z',
		deletionProtection: null,
	});
});

// GuanceCloud's recorded object of 2023-08; tccli's printed ones; 9999-12-31 stands for "never".
test.each([
	[0, 'payAsYouGo', null],
	[-62_170_009_580, 'payAsYouGo', null],
	['-62170009580', 'payAsYouGo', null],
	[1_734_837_392, 'subscription', '2024-12-22T03:16:32.000Z'],
	[1_734_837_392_000, 'subscription', '2024-12-22T03:16:32.000Z'],
	[253_402_271_999, 'subscription', null],
	['0000-00-00 00:00:00', 'unknown', null],
	[null, 'unknown', null],
	[undefined, 'unknown', null],
])('ExpireTime %p: %s until %p', (ExpireTime, billing, expiresAt) => {
	expect(normalised({ ...printed[0], ExpireTime } as IDataObject)).toMatchObject({
		billing,
		expiresAt,
	});
});

test('the billing mode of the attributes stands over a time', () => {
	const record = { ...printed[0], InstanceChargeType: 'POSTPAID_BY_HOUR' };
	expect(normalised(record)).toMatchObject({ billing: 'payAsYouGo', expiresAt: null });
});

test.each([
	[-1, 'failed', 'creation failed'],
	[0, 'creating', 'creating'],
	[1, 'running', 'running'],
	[2, 'deleting', 'deleting'],
	[3, 'gone', 'deleted'],
	[4, 'failed', 'deletion failed'],
	[5, 'expired', 'isolated'],
	[7, 'changing', 'upgrading'],
])('status %d is %s', (Status, state, statusText) => {
	expect(normalised({ ...printed[0], Status })).toMatchObject({ state, statusText, warnings: [] });
	expect(instanceStatus(Status).name).toBe(statusText);
});

test.each([
	[6, 'status 6', 'Status 6 is in no document of Tencent Cloud.'],
	[99, 'status 99', 'Status 99 is in no document of Tencent Cloud.'],
	[null, 'status null', 'The service did not tell the status of the instance.'],
	[undefined, 'status undefined', 'The service did not tell the status of the instance.'],
	[[1], 'status [1]', 'Status 1 is in no document of Tencent Cloud.'],
])('status %p is unknown', (Status, statusText, warning) => {
	const record = { ...printed[0], Status } as unknown as IDataObject;
	expect(normalised(record)).toMatchObject({ state: 'unknown', statusText, warnings: [warning] });
});

test.each<[string, IDataObject, IDataObject]>([
	['no tags as null', { Tags: null }, { tags: {} }],
	['no tags as an empty list', { Tags: [] }, { tags: {} }],
	['tags that were not told', { Tags: undefined }, { tags: null }],
	[
		'tags without a value',
		{ Tags: [{ TagKey: 'a', TagValue: '' }, { TagKey: 'b' }] },
		{ tags: { a: '', b: '' } },
	],
	['a classic network', { VpcId: '', SubnetId: '' }, { vpcId: null, subnetIds: [] }],
	['no address yet', { Vip: '', Vport: '' }, { bootstrapServers: null }],
	['port 0', { Vip: '10.0.0.1', Vport: '0' }, { bootstrapServers: null }],
	['zones by the first one', { ZoneIds: [], ZoneId: 100_003 }, { zones: ['100003'] }],
	['no zone', { ZoneIds: null, ZoneId: undefined }, { zones: [] }],
	['storage that grows by itself', { DiskSize: -1 }, { storageGb: null }],
	['no name', { InstanceName: '' }, { name: 'ckafka-wdvgwwx2', named: false }],
	['the ID as name', { InstanceName: 'ckafka-wdvgwwx2' }, { named: false }],
	[
		'an answer without the edition: 1',
		{ InstanceType: undefined, Cvm: 1 },
		{ edition: 'profession', spec: 'profession 800 Mbit/s' },
	],
	['an answer without the edition: 0', { InstanceType: '', Cvm: 0 }, { edition: 'standard' }],
	[
		'an edition that nobody tells',
		{ InstanceType: undefined, Cvm: undefined },
		{ edition: 'unknown', spec: null },
	],
	['a new edition', { InstanceType: 'serverless' }, { edition: 'serverless' }],
	['no bandwidth', { Bandwidth: null }, { spec: 'profession', bandwidthMBps: null }],
	['renewal', { RenewFlag: 1 }, { autoRenew: true }],
	['no renewal', { RenewFlag: 2 }, { autoRenew: false }],
	['health', { Healthy: 2 }, { health: 'warning' }],
	['bad health', { Healthy: 3 }, { health: 'bad' }],
	['unknown health', { Healthy: 4 }, { health: null }],
	['protection', { DeleteProtectionEnable: 1 }, { deletionProtection: true }],
	['no protection', { DeleteProtectionEnable: 0 }, { deletionProtection: false }],
	['not created yet', { CreateTime: 0 }, { createdAt: null }],
])('%s', (_, change, expected) => {
	expect(normalised({ ...printed[0], ...change })).toMatchObject(expected);
});
