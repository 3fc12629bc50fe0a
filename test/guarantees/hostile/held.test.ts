/** What names nothing, or something else than what exists, deletes and resets nothing. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, byName, K, openVendor, type Cloud, type VendorName } from '../../support/stage';

const vendors: VendorName[] = ['huawei', 'alibaba', 'tencent'];
const onError = 'continueRegularOutput' as const;

/** Every value as an item of one run, which goes on after a failure. */
async function tryAll(cloud: Cloud, parameters: INodeParameters, values: unknown[]) {
	const json = values.map((x) => ({ x })) as never;
	const run = await cloud.start(parameters, { json, node: { onError } });
	return run.items(K);
}

describe.each(vendors)('%s', (vendor) => {
	let cloud: Cloud;
	let id: string;
	beforeAll(async () => {
		cloud = await openVendor(vendor);
		({ id } = cloud.em[vendor].state.seed({ name: 'orders', topics: [{ name: 'topic_1' }] }));
	});
	beforeEach(() => cloud.forget());

	const instances = () => cloud.em[vendor].state.instances.map(({ name }) => name);

	test('an instance', async () => {
		const remove = vendor === 'alibaba' ? 'release' : 'delete';
		const values = [undefined, null, '', [], {}, [id, id], '.', '..', 0, false, `${id},`, ` ${id}`];
		const items = await tryAll(
			cloud,
			{ resource: 'instance', operation: remove, instanceId: byId('={{ $json.x }}') },
			values,
		);
		for (const item of items) expect(item).toHaveProperty('error');
		expect(items).toHaveLength(values.length);
		expect(instances()).toEqual(['orders']);
	});

	test('a topic', async () => {
		const field = vendor === 'huawei' ? 'topics' : 'topic';
		const named = (value: string) => (vendor === 'huawei' ? value : byName(value));
		const values = [undefined, null, '', [], '*', 'topic_1x', 'TOPIC_1', 'topic_', {}, ['x', 'y']];
		const parameters = {
			resource: 'topic',
			operation: 'delete',
			instanceId: byId(id),
			[field]: named('={{ $json.x }}'),
		} as INodeParameters;
		const items = await tryAll(cloud, parameters, values);
		for (const item of items) expect(item.deleted).not.toBe(true);
		const [{ topics }] = cloud.em[vendor].state.instances;
		expect(topics.map(({ name }) => name)).toEqual(['topic_1']);
	});
});

test('offsets of a topic that is nothing are not those of all topics', async () => {
	const cloud = await openVendor('huawei');
	const { id } = cloud.em.huawei.state.seed({
		name: 'orders',
		topics: [{ name: 'topic_1' }],
		groups: [{ name: 'g' }],
	});
	const parameters = {
		resource: 'consumerGroup',
		operation: 'resetOffsets',
		instanceId: byId(id),
		group: byName('g'),
		partition: -1,
		resetTo: 'offset',
		messageOffset: 0,
		options: { topic: '={{ $json.x }}' },
	} as never;
	const items = await tryAll(cloud, parameters, ['', null, undefined, [], ' ', '\u200b']);
	for (const item of items) expect(item.error).toMatch(/^'Topic/);
	expect(cloud.writes()).toEqual([]);
});

test.each([
	'evil.example.com',
	'cn-north-4/../x',
	'cn-north-4\r\nX-Evil: 1',
	'x'.repeat(70),
	'',
	'cn-north-4@evil',
	'ｃn-north-4',
])('the HTTP Request node sends nothing for the region %j', async (value) => {
	const cloud = await openVendor('huawei');
	const run = await cloud.n8n.httpRequest('managedKafkaHuaweiCloudApi', {
		url: `${cloud.em.huawei.url}/v2/{project_id}/instances`,
		method: 'GET',
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'X-Region', value }] },
	} as never);
	expect(run.error).toBeDefined();
	expect(cloud.em.requests).toEqual([]);
});
