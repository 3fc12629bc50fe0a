/** Lists and single instances through the shared request path: how many requests, what is proven, what fails. */
import { fault } from '../../../../../emulator';
import type { Failure } from '../../../../../nodes/shared/contract/failure';
import { fleet } from '../../../../../nodes/TencentCloudKafka/fleet';
import {
	counted,
	DAY,
	HOUR,
	NOW,
	openAccount,
	recordNamed,
	scopeIn,
	type Account,
} from '../../../../support/tencentFleet';

const how = { raw: false, now: NOW };
const here = scopeIn('ap-guangzhou');

async function listed(account: Account, scope = here) {
	const at = await account.open(scope.region);
	return await fleet.list(at, scope, how);
}

const failing = async (promise: Promise<unknown>): Promise<Failure> =>
	await promise.then(
		() => {
			throw new Error('It succeeded');
		},
		(error: Failure) => error,
	);

const answered = (content: object) =>
	({ kind: 'answer', status: 200, body: { Response: { RequestId: 'r-1', ...content } } }) as const;
const refused = (Code: string) => answered({ Error: { Code, Message: 'said so' } });

test('1,000 instances take 53 requests, each instance once', async () => {
	const account = await openAccount({
		instances: Array.from({ length: 1000 }, (_, at) => ({ name: `orders-${at}` })),
	});
	const { records, warnings, scope } = await listed(account);
	expect(new Set(records.map(({ id }) => id)).size).toBe(1000);
	expect(warnings).toEqual([]);
	expect(scope).toBe(here);
	expect(counted(account.lines())).toEqual({ DescribeInstancesDetail: 53 });
});

test('333 instances over all regions take 25 requests, none too fast', async () => {
	const regions = fleet.regions.map(({ value }) => String(value));
	const account = await openAccount(
		{
			instances: Array.from({ length: 333 }, (_, at) => ({
				name: `orders-${at}`,
				region: regions[at % regions.length],
			})),
		},
		{ speed: 1, rateLimits: true },
	);
	const choice = { mode: 'all', chosen: [], exclude: [] } as const;
	const { scopes } = await fleet.scopes(account.open, choice, NOW);
	const all = await Promise.all(scopes.map(async (scope) => await listed(account, scope)));
	expect(all.flatMap(({ records }) => records)).toHaveLength(333);
	expect(account.lines()).toHaveLength(25);
	expect(account.clock.passed).toBeLessThan(15_000);
});

test('a region has its own instances, an empty one none', async () => {
	const account = await openAccount({
		instances: [{ name: 'a' }, { name: 'b', region: 'eu-frankfurt' }],
	});
	const { records } = await listed(account, scopeIn('eu-frankfurt'));
	expect(records.map(({ name, region }) => [name, region])).toEqual([['b', 'eu-frankfurt']]);
	expect((await listed(account, scopeIn('ap-tokyo'))).records).toEqual([]);
	expect(account.lines()).toEqual([
		'DescribeInstancesDetail in eu-frankfurt',
		'DescribeInstancesDetail in ap-tokyo',
	]);
});

test('an empty region may answer null', async () => {
	const account = await openAccount();
	account.em.faults.add({ effect: answered({ Result: { TotalCount: 0, InstanceList: null } }) });
	expect((await listed(account)).records).toEqual([]);
});

test.each<[string, object]>([
	['no list', { Result: { TotalCount: 1 } }],
	['null although something is counted', { Result: { TotalCount: 1, InstanceList: null } }],
	['no result', {}],
	['a row that is null', { Result: { TotalCount: 1, InstanceList: [null] } }],
	['a row without an ID', { Result: { TotalCount: 1, InstanceList: [{ Status: 1 }] } }],
	['a row with an empty ID', { Result: { TotalCount: 1, InstanceList: [{ InstanceId: '' }] } }],
	[
		'fewer rows than it counts',
		{ Result: { TotalCount: 2, InstanceList: [{ InstanceId: 'ckafka-1', Status: 1 }] } },
	],
])('%s is a failure, not a shorter list', async (_, content) => {
	const account = await openAccount({ instances: [{ name: 'a' }] });
	account.em.faults.add({ times: 'always', effect: answered(content) });
	const { kind } = await failing(listed(account));
	expect(kind).toBe('broken');
});

test('tags that the attributes do not tell are those of the list', async () => {
	const tags = [{ TagKey: 'fleet-keep', TagValue: 'yes' }];
	const account = await openAccount({ instances: [{ name: 'a', tags }] });
	const at = await account.open();
	const [{ id }] = account.em.tencent.state.instances;
	const effect = answered({ Result: { InstanceId: id, Tags: null } });
	account.em.faults.add({ operation: 'DescribeInstanceAttributes', effect });
	const one = await fleet.read(at, here, id, { raw: false, now: NOW });
	expect(one?.tags).toEqual({ 'fleet-keep': 'yes' });
});

test('recorded odd values come out as what they mean', async () => {
	const account = await openAccount({
		instances: [
			{
				name: 'odd',
				createdAt: NOW - 3 * DAY,
				printed: {
					ExpireTime: -62_170_009_580,
					Tags: null,
					ZoneIds: [],
					VpcId: '',
					Vip: '',
					Vport: '0',
					DiskSize: -1,
					InstanceType: undefined,
					Status: 6,
				},
			},
			{
				name: 'paid',
				prePaid: true,
				expiresAt: NOW + 5 * DAY,
				renewFlag: 2,
				tags: [{ TagKey: 'env', TagValue: 'dev' }],
			},
		],
	});
	const { records } = await listed(account);
	expect(recordNamed(records, 'odd')).toMatchObject({
		state: 'unknown',
		statusText: 'status 6',
		billing: 'payAsYouGo',
		expiresAt: null,
		createdAt: new Date(NOW - 3 * DAY).toISOString(),
		tags: {},
		vpcId: null,
		bootstrapServers: null,
		storageGb: null,
		edition: 'profession',
		warnings: ['Status 6 is in no document of Tencent Cloud.'],
	});
	expect(recordNamed(records, 'paid')).toMatchObject({
		billing: 'subscription',
		expiresAt: new Date(NOW + 5 * DAY).toISOString(),
		autoRenew: false,
		tags: { env: 'dev' },
	});
});

test('the raw record is the vendor’s own, only where it is asked for', async () => {
	const account = await openAccount({ instances: [{ name: 'a' }] });
	const at = await account.open();
	const [plain] = (await fleet.list(at, here, how)).records;
	const [raw] = (await fleet.list(at, here, { ...how, raw: true })).records;
	expect(plain).not.toHaveProperty('raw');
	expect(raw.raw).toMatchObject({ InstanceName: 'a', Status: 1 });
	expect(raw.raw).not.toHaveProperty('status');
});

describe('details', () => {
	test('one request for protection and billing, one a region for the names of zones', async () => {
		const account = await openAccount({
			instances: [{ name: 'a', deleteProtection: 1 }, { name: 'b' }],
		});
		const at = await account.open();
		const { records } = await fleet.list(at, here, how);
		account.lines();
		const all = [];
		// The node hands in a copy for each region, with a signal of its own.
		for (const one of records) all.push(await fleet.withDetails({ ...at }, one, how));
		expect(account.lines()).toEqual([
			'DescribeInstanceAttributes',
			'DescribeCkafkaZone',
			'DescribeInstanceAttributes',
		]);
		expect(recordNamed(all, 'a')).toMatchObject({
			deletionProtection: true,
			billing: 'payAsYouGo',
			zones: ['Guangzhou Zone 1'],
			partitionsMax: 800,
		});
		expect(recordNamed(all, 'b').deletionProtection).toBe(false);
		expect(fleet.detailRequests).toBe(1);
	});

	test('zones keep their IDs where their names may not be read', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		account.em.faults.add({
			operation: 'DescribeCkafkaZone',
			times: 'always',
			effect: refused('UnauthorizedOperation'),
		});
		const at = await account.open();
		const [one] = (await fleet.list(at, here, how)).records;
		const { zones, deletionProtection } = await fleet.withDetails(at, one, how);
		expect([zones, deletionProtection]).toEqual([one.zones, false]);
	});

	test('attributes of another instance are none', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		const at = await account.open();
		const [one] = (await fleet.list(at, here, how)).records;
		const Result = { InstanceId: 'ckafka-other', DeleteProtectionEnable: 0 };
		account.em.faults.add({
			operation: 'DescribeInstanceAttributes',
			times: 'always',
			effect: answered({ Result }),
		});
		expect((await failing(fleet.withDetails(at, one, how))).kind).toBe('broken');
	});

	test('where they may not be read, it fails instead of leaving protection open', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		account.em.faults.add({
			operation: 'DescribeInstanceAttributes',
			effect: refused('UnauthorizedOperation'),
		});
		const at = await account.open();
		const [one] = (await fleet.list(at, here, how)).records;
		const failure = await failing(fleet.withDetails(at, one, how));
		expect(fleet.notReadReason(failure)).toBe('noPermission');
	});
});

describe('one instance, read afresh', () => {
	test('its row and its attributes', async () => {
		const account = await openAccount({ instances: [{ name: 'a', deleteProtection: 1 }] });
		const at = await account.open();
		const { id } = account.em.tencent.state.instances[0];
		const one = await fleet.read(at, here, id, { raw: true, now: NOW });
		expect(one).toMatchObject({ id, name: 'a', deletionProtection: true, state: 'running' });
		expect(one?.raw).toMatchObject({ InstanceName: 'a', TopicNum: 0, DeleteProtectionEnable: 1 });
		expect(account.lines()).toEqual([
			'DescribeInstancesDetail',
			'DescribeInstanceAttributes',
			'DescribeCkafkaZone',
		]);
	});

	test('one that neither the list nor its ID leads to is not there', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		const at = await account.open();
		expect(await fleet.read(at, here, 'ckafka-gone', how)).toBeUndefined();
		expect(account.lines()).toEqual(['DescribeInstancesDetail', 'DescribeInstanceAttributes']);
	});

	test('one that the list lacks for a moment is there', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		const at = await account.open();
		const { id } = account.em.tencent.state.instances[0];
		account.em.faults.add({
			operation: 'DescribeInstancesDetail',
			effect: answered({ Result: { TotalCount: 0, InstanceList: [] } }),
		});
		expect(await fleet.read(at, here, id, how)).toMatchObject({ id, name: 'a' });
	});

	// terraform-provider-tencentcloud #1308, #2557: this is what is answered for a deleted one.
	test('a failure of its attributes is proof only where the list still lacks it', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		const at = await account.open();
		const { id } = account.em.tencent.state.instances[0];
		const broken = {
			operation: 'DescribeInstanceAttributes',
			times: 'always',
			effect: refused('FailedOperation'),
		} as const;
		account.em.faults.add(broken);
		expect(await fleet.read(at, here, 'ckafka-gone', how)).toBeUndefined();
		const empty = answered({ Result: { TotalCount: 0, InstanceList: [] } });
		account.em.faults.add({ operation: 'DescribeInstancesDetail', effect: empty });
		expect((await failing(fleet.read(at, here, id, how))).details.code).toBe('FailedOperation');
	});

	test('a region that cannot be read is no proof', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		const at = await account.open();
		account.em.faults.add({ times: 'always', effect: fault.serverError(500) });
		expect((await failing(fleet.read(at, here, 'ckafka-gone', how))).kind).toBe('broken');
	});
});

describe('regions', () => {
	const scopes = async (account: Account, choice: object = {}) =>
		await fleet.scopes(
			account.open,
			{ mode: 'all', chosen: [], exclude: [], ...choice } as never,
			NOW,
		);
	const regionsOf = async (account: Account, choice: object = {}) =>
		(await scopes(account, choice)).scopes.map(({ region }) => region);

	test('the own one and chosen ones take no request', async () => {
		const account = await openAccount();
		expect(await regionsOf(account, { mode: 'own' })).toEqual(['ap-guangzhou']);
		const chosen = ['eu-frankfurt', 'ap-tokyo', 'eu-frankfurt'];
		expect(await regionsOf(account, { mode: 'chosen', chosen, exclude: ['ap-tokyo'] })).toEqual([
			'eu-frankfurt',
		]);
		expect(account.lines()).toEqual([]);
	});

	test('all of them take one request; what is excluded is left out', async () => {
		const account = await openAccount();
		const all = await regionsOf(account, { exclude: ['ap-tokyo'] });
		expect(all).toHaveLength(23);
		expect(all).not.toContain('ap-tokyo');
		expect(account.lines()).toEqual(['DescribeRegion']);
		expect(await regionsOf(account, { exclude: ['ap-guangzhou'] })).not.toContain('ap-guangzhou');
	});

	test('where the own region does not know them, the first one is asked', async () => {
		const account = await openAccount();
		account.em.faults.add({
			operation: 'DescribeRegion',
			region: 'eu-frankfurt',
			effect: refused('UnsupportedRegion'),
		});
		const open = async (region?: string) => await account.open(region, { region: 'eu-frankfurt' });
		const { scopes: all, warnings } = await fleet.scopes(
			open,
			{ mode: 'all', chosen: [], exclude: [] },
			NOW,
		);
		expect([all.length, warnings]).toEqual([24, []]);
		expect(account.lines()).toEqual(['DescribeRegion in eu-frankfurt', 'DescribeRegion']);
	});

	test('where nobody knows them, those of the package are read, and that is told', async () => {
		const account = await openAccount();
		account.em.faults.add({
			operation: 'DescribeRegion',
			times: 'always',
			effect: refused('UnauthorizedOperation'),
		});
		const { scopes: all, warnings } = await scopes(account);
		expect(all).toHaveLength(fleet.regions.length);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/^The list of regions could not be read, so the regions that /);
	});

	test('a list of none is no list', async () => {
		const account = await openAccount();
		const effect = answered({ Result: [] });
		account.em.faults.add({ operation: 'DescribeRegion', times: 'always', effect });
		expect((await scopes(account)).warnings).toHaveLength(1);
	});

	test.each([
		['UnauthorizedOperation', 'noPermission'],
		['AuthFailure.UnauthorizedOperation', 'noPermission'],
		['AuthFailure.SecretIdNotFound', 'noPermission'],
		['UnsupportedRegion', 'notOpened'],
		['RegionError', 'notOpened'],
		['InternalError', undefined],
	])('%s: %s', async (code, reason) => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		account.em.faults.add({ region: 'ap-tokyo', times: 'always', effect: refused(code) });
		const failure = await failing(listed(account, scopeIn('ap-tokyo')));
		expect([failure.details.code, failure.details.requestId]).toEqual([code, 'r-1']);
		expect(fleet.notReadReason(failure)).toBe(reason);
		// The others are not affected.
		expect((await listed(account)).records).toHaveLength(1);
	});

	test('a region that is too busy is asked again', async () => {
		const account = await openAccount({ instances: [{ name: 'a' }] });
		account.em.faults.add({ region: 'ap-guangzhou', times: 2, effect: fault.tooManyRequests() });
		expect((await listed(account)).records).toHaveLength(1);
		expect(account.clock.passed).toBeLessThan(HOUR);
	});
});
