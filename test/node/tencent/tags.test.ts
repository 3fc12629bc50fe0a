/** Tags of instances, through the Tag service, which has a host, a version, and names of its own. */
import { byId, openVendor, type Cloud } from '../../support/stage';
import type { TencentInstance } from '../../../emulator';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.tencent.state.named('orders') as TencentInstance;
const rows = (...entry: Array<Record<string, string>>) => ({ entry });

beforeAll(async () => {
	cloud = await openVendor('tencent');
});
beforeEach(() => {
	cloud.forget();
	id = cloud.em.tencent.state.seed({
		name: 'orders',
		tags: [{ TagKey: 'team', TagValue: 'a' }],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

test('Add names the instance in six segments, and leaves the other tags', async () => {
	const [item] = await cloud.items('tag/add', {
		instanceId: byId(id),
		tags: rows(
			{ tagKey: 'environment', tagValue: 'test' },
			{ tagKey: 'owner', tagValue: 'payments' },
		),
	});
	const Tags = [
		{ TagKey: 'environment', TagValue: 'test' },
		{ TagKey: 'owner', TagValue: 'payments' },
	];
	expect(cloud.body()).toEqual({
		Resource: `qcs::ckafka:ap-guangzhou:uin/:ckafkaId/${id}`,
		ReplaceTags: Tags,
	});
	const [{ headers }] = cloud.em.requests;
	expect(headers['x-tc-version']).toBe('2018-08-13');
	expect(headers.authorization).toContain('/tag/tc3_request');
	expect(item).toEqual({ InstanceId: id, added: true, Tags });
	expect(instance().tags).toEqual([{ TagKey: 'team', TagValue: 'a' }, ...Tags]);
});

test('the region of the option is in the name, and in what is asked for', async () => {
	const there = cloud.em.tencent.state.seed({ name: 'elsewhere', region: 'ap-beijing' });
	const options = { region: 'ap-beijing' };
	await cloud.items('tag/add', {
		instanceId: byId(there.id),
		tags: rows({ tagKey: 'team', tagValue: 'b' }),
		options,
	});
	const items = await cloud.items('tag/getAll', {
		instances: [there.id],
		returnAll: true,
		options,
	});
	expect(items).toEqual([{ ResourceId: there.id, TagKey: 'team', TagValue: 'b' }]);
	expect(cloud.body()).toMatchObject({ ResourceRegion: 'ap-beijing' });
});

test('Remove takes off only the keys that are named', async () => {
	instance().tags.push({ TagKey: 'owner', TagValue: 'payments' });
	const [item] = await cloud.items('tag/remove', {
		instanceId: byId(id),
		tags: rows({ tagKey: 'team' }),
	});
	expect(cloud.body()).toEqual({
		Resource: `qcs::ckafka:ap-guangzhou:uin/:ckafkaId/${id}`,
		DeleteTags: [{ TagKey: 'team' }],
	});
	expect(item).toEqual({ InstanceId: id, removed: true, Tags: [{ TagKey: 'team' }] });
	expect(instance().tags).toEqual([{ TagKey: 'owner', TagValue: 'payments' }]);
});

test('Get Many follows pages whose offsets are multiples of their size', async () => {
	instance().tags = Array.from({ length: 45 }, (_, i) => ({ TagKey: `k${i}`, TagValue: 'v' }));
	const items = await cloud.items('tag/getAll', { instances: [id], returnAll: true });
	expect(items).toHaveLength(45);
	const offsets = cloud.em.requests.map(
		({ body }) => (JSON.parse(body) as { Offset: number }).Offset,
	);
	expect(offsets).toEqual([0, 20, 40]);
});

test('Get Many with a limit below a page still asks for whole pages', async () => {
	instance().tags = Array.from({ length: 45 }, (_, i) => ({ TagKey: `k${i}`, TagValue: 'v' }));
	const items = await cloud.items('tag/getAll', { instances: [id], limit: 25 });
	expect(items).toHaveLength(25);
});

test.each([
	['no tag', 'add', { tags: {} }],
	['eleven tags', 'remove', { tags: rows(...Array(11).fill({ tagKey: 'a' })) }],
])('%s is rejected before anything is sent', async (_, operation, given) => {
	const { told } = await cloud.run(`tag/${operation}`, { instanceId: byId(id), ...given });
	expect(told).toContain("'Tags'");
	expect(cloud.lines()).toEqual([]);
});

test('an instance that does not exist has no tags to change', async () => {
	const { told } = await cloud.run('tag/add', {
		instanceId: byId('ckafka-missing1'),
		tags: rows({ tagKey: 'team', tagValue: 'a' }),
	});
	expect(told).toContain('names no resource');
});

test('the list of instances is offered for Get Many', async () => {
	const found = await cloud.lookUp<Array<{ name: string; value: string }>>(
		'loadOptions',
		'getInstances',
		{ resource: 'tag', operation: 'getAll' },
	);
	expect(found).toContainEqual({ name: `orders (${id})`, value: id });
});
