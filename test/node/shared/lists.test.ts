/** Lists: pages, limits, filters that the API lacks, and what the editor's lists offer. */
import type { INodeListSearchResult, INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { fault } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { K, byId, openCloud, told, type Cloud } from '../../support/stage';

let s: Cloud;
let id: string;

beforeAll(async () => {
	const instances = Array.from({ length: 120 }, (_, i) => ({
		name: `bulk-${String(i).padStart(3, '0')}`,
		tags: [
			{ key: 'environment', value: i % 40 === 0 ? 'development' : 'production' },
			{ key: 'team', value: i % 3 === 0 ? 'orders' : '' },
		],
	}));
	const topics = Array.from({ length: 130 }, (_, i) => ({ name: `topic-${i}` }));
	s = await openCloud({ instances: [...instances, { name: 'with-topics', topics }] });
	id = s.em.huawei.state.named('with-topics')?.id ?? '';
});
beforeEach(() => {
	s.em.requests.length = 0;
	s.em.faults.clear();
});

const instances = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'instance',
	operation: 'getAll',
	...more,
});
const pagesOf = (operation: string) =>
	s.sent(operation).map(({ url }) => {
		const query = new URL(url, 'http://x').searchParams;
		return [query.get('offset'), query.get('limit')];
	});

test('without Return All the first 50 come, in one request', async () => {
	const run = await s.start(instances());
	expect(run.items(K)).toHaveLength(50);
	expect(pagesOf('ListInstances')).toEqual([['0', '50']]);
});

test('Return All reads every page, each row once', async () => {
	const run = await s.start(instances({ returnAll: true }));
	const ids = run.items(K).map(({ instance_id }) => instance_id);
	expect(ids).toHaveLength(121);
	expect(new Set(ids).size).toBe(121);
	expect(pagesOf('ListInstances')).toEqual([
		['0', '50'],
		['49', '50'],
		['98', '50'],
	]);
});

test('a limit above the page size reads no more than it needs', async () => {
	const run = await s.start(instances({ limit: 60 }));
	expect(run.items(K)).toHaveLength(60);
	expect(pagesOf('ListInstances')).toEqual([
		['0', '50'],
		['49', '11'],
	]);
});

test('topics are paged too', async () => {
	const run = await s.start({
		resource: 'topic',
		operation: 'getAll',
		instanceId: byId(id),
		returnAll: true,
	});
	expect(run.items(K)).toHaveLength(130);
	expect(pagesOf('ListInstanceTopics')).toHaveLength(3);
});

test.each([
	['topic', 'ListInstanceTopics', { topicName: 'orders' }],
	['user', 'ShowInstanceUsers', { userName: 'orders', userPasswd: 'Canary-pass-1' }],
	['consumerGroup', 'ListInstanceConsumerGroups', { groupName: 'orders' }],
])('Create If Absent makes no %s where the list is missing', async (resource, list, given) => {
	s.em.faults.add({
		operation: list,
		times: 'always',
		effect: { kind: 'answer', status: 200, body: { total: 0, request_id: 'R' } },
	});
	const run = await s.start({
		resource,
		operation: 'create',
		instanceId: byId(id),
		createIfAbsent: true,
		...given,
	});
	expect(told(run.error)).toMatch(/the response does not contain the list .* Nothing was created/);
	expect(s.writes()).toEqual([]);
});

test('pages without a total are read until one that is not full', async () => {
	const page = (from: number, count: number) => ({
		topics: Array.from({ length: count }, (_, i) => ({ name: `t-${from + i}` })),
	});
	[page(0, 50), page(49, 11)].forEach((body, index) =>
		s.em.faults.add({
			operation: 'ListInstanceTopics',
			nth: index + 1,
			effect: { kind: 'answer', status: 200, body },
		}),
	);
	const run = await s.start({
		resource: 'topic',
		operation: 'getAll',
		instanceId: byId(id),
		returnAll: true,
	});
	expect(run.items(K)).toHaveLength(60);
});

test('an empty list gives no items', async () => {
	const run = await s.start(instances({ options: { name: 'nobody' } }));
	expect(run.error).toBeUndefined();
	expect(run.items(K)).toEqual([]);
});

test('each input item is the pair of its own rows', async () => {
	const run = await s.start(instances({ options: { name: '={{ $json.name }}' } }), {
		json: [{ name: 'bulk-001' }, { name: 'bulk-00' }],
	});
	expect(run.output(K).map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([
		0,
		...Array.from({ length: 10 }, () => 1),
	]);
});

test('tags filter over all pages, and the limit counts what is left', async () => {
	const tagFilter = {
		entry: [
			{ key: 'environment', value: 'development' },
			{ key: 'team', value: '' },
		],
	};
	const all = await s.start(instances({ returnAll: true, options: { tagFilter } }));
	expect(
		all
			.items(K)
			.map(({ name }) => name)
			.sort(),
	).toEqual(['bulk-000', 'bulk-040', 'bulk-080']);
	expect(s.sent('ListInstances')[0].url).not.toContain('tag');
	const two = await s.start(instances({ limit: 2, options: { tagFilter } }));
	expect(two.items(K)).toHaveLength(2);
});

test('a list that changes while it is read is read again', async () => {
	// One instance less in the second answer moves the later rows up by one.
	const second = { instance_num: 120, instances: [] };
	s.em.faults.add({
		operation: 'ListInstances',
		nth: 2,
		effect: { kind: 'answer', status: 200, body: second },
	});
	const run = await s.start(instances({ returnAll: true }));
	expect(new Set(run.items(K).map(({ instance_id }) => instance_id)).size).toBe(121);
});

test('the limit of an operation is asked for as it is, up to one page', async () => {
	const run = await s.start({
		resource: 'backgroundTask',
		operation: 'getAll',
		instanceId: byId(id),
		returnAll: true,
	});
	expect(run.error).toBeUndefined();
	expect(s.sent('ListBackgroundTasks')[0].url).toMatch(/\?limit=100&start=1$/);
});

describe('in the editor', () => {
	const permission = { resource: 'permission', operation: 'get' };
	const search = async (method: string, filter?: string, parameters: INodeParameters = {}) =>
		(
			await s.n8n.loadOptions<INodeListSearchResult>('listSearch', method, {
				type: VENDORS.huawei.type,
				parameters,
				credentials: ['managedKafkaHuaweiCloudApi'],
				args: [filter],
			})
		).results;
	const options = async (method: string, parameters: INodeParameters = {}) =>
		await s.n8n.loadOptions<INodePropertyOptions[]>('loadOptions', method, {
			type: VENDORS.huawei.type,
			parameters,
			credentials: ['managedKafkaHuaweiCloudApi'],
		});

	test('instances are found by a part of their name and show their status', async () => {
		const found = await search('searchInstances', 'bulk-11');
		expect(found).toHaveLength(10);
		expect(found[0].name).toBe('bulk-110 (running)');
		expect(await search('searchInstances')).toHaveLength(121);
	});

	test('instances of the same name show their ID too', async () => {
		const twins = [{ name: 'twin' }, { name: 'twin' }].map((seed) => s.em.huawei.state.seed(seed));
		const found = await search('searchInstances', 'twin');
		expect(found.map(({ name }) => name).sort()).toEqual(
			twins.map((one) => `twin (running), ID ${one.id}`).sort(),
		);
		for (const twin of twins) twin.gone = true;
	});

	test('topics are those of the chosen instance', async () => {
		const found = await search('searchTopics', 'TOPIC-12', { ...permission, instanceId: byId(id) });
		expect(found.map(({ value }) => value).sort()).toEqual(
			['topic-12', ...Array.from({ length: 10 }, (_, i) => `topic-12${i}`)].sort(),
		);
	});

	test('without an instance they say what is missing', async () => {
		for (const method of ['searchTopics', 'searchTasks']) {
			const parameters = { ...permission, instanceId: byId('') };
			await expect(search(method, '', parameters)).rejects.toThrow('Select an instance first');
		}
		expect(s.em.requests).toEqual([]);
	});

	test('zones, flavors and versions come from the API', async () => {
		const zones = await options('getZones');
		expect(zones).toContainEqual({
			name: 'cn-north-4d (AZ4), sold out',
			value: 'cn-north-4d',
		});
		const products = await options('getProducts');
		expect(products.map(({ value }) => value)).toContain('c6.2u4g.cluster');
		expect(products.find(({ value }) => value === 'c6.2u4g.cluster')).toMatchObject({
			name: 'c6.2u4g.cluster (2 vCPUs, 4 GB per broker, 3 to 30 brokers)',
			description: expect.stringMatching(/^Per broker: \d+ messages per second, \d+ partitions/),
		});
		expect((await options('getEngineVersions')).map(({ value }) => value)).toContain('2.7');
		expect(await options('getInstances')).toHaveLength(121);
	});

	test('a failure is told as in a run', async () => {
		s.em.faults.add({ times: 'always', effect: fault.unauthorized() });
		const error = await options('getZones').catch((caught: unknown) => caught);
		expect(told(error)).toMatch(/credential.*\| .*check the credential's/);
	});

	test('the region of the options counts', async () => {
		s.n8n.credentials.managedKafkaHuaweiCloudApi.projectId = '';
		const zones = await options('getZones', { options: { region: 'eu-west-101' } });
		expect(zones[0].name).toBe('eu-west-101a (AZ1)');
		const bad = await options('getZones', { options: { region: 'evil.example/#' } }).catch(
			(e: unknown) => e,
		);
		expect(told(bad)).toContain("'Region' is not a region ID");
	});
});
