/** Lists that count more than they hold, as a replica that lags does: nothing is bought, or told as done, by one. */
import { listen } from '../../support/creates/play';
import { byId, byName, newInstance, openVendor, type Cloud } from '../../support/stage';

const answer = (body: object) => ({ kind: 'answer' as const, status: 200, body });
const tencentList = (TotalCount: number, InstanceList: unknown[]) =>
	answer({ Response: { Result: { TotalCount, InstanceList }, RequestId: 'r' } });
const huaweiList = (count: number, instances: unknown[]) =>
	answer({ instances, instance_num: count });

const ONCE = { createIfAbsent: true };
const WAIT = { waitForCompletion: true, waitOptions: { maximumWait: 1, pollInterval: 15 } };

/** The list of instances of a cloud as it always is from now on. */
const listed = (cloud: Cloud, operation: string, effect: ReturnType<typeof answer>) =>
	cloud.em.faults.add({ operation, times: 'always', effect });

test('Create If Absent of Huawei Cloud buys nothing', async () => {
	const cloud = await openVendor('huawei', { huawei: { instances: [{ name: 'orders' }] } });
	listed(cloud, 'ListInstances', huaweiList(1, []));
	const { resource: _r, operation: _o, ...parameters } = newInstance('orders', ONCE);
	const { told } = await cloud.run('instance/create', parameters);
	expect(told).toMatch(/could not check what already exists: the list contradicts itself/);
	expect(told).toContain('Nothing was created.');
	expect(cloud.writes()).toEqual([]);
});

test('Create If Absent of Tencent Cloud buys nothing', async () => {
	const cloud = await openVendor('tencent', { tencent: { instances: [{ name: 'orders' }] } });
	listed(cloud, 'DescribeInstancesDetail', tencentList(1, []));
	const { told } = await cloud.run('instance/create', {
		instanceName: 'orders',
		zoneId: '450001',
		vpcId: 'vpc-a',
		subnetId: 'subnet-a',
		...ONCE,
	});
	expect(told).toMatch(/could not check what already exists: the list contradicts itself/);
	expect(cloud.writes()).toEqual([]);
});

test('a deleted instance of Tencent Cloud is not gone while its list says that there is one', async () => {
	const cloud = await openVendor('tencent', { tencent: { instances: [{ name: 'prod' }] } });
	const [{ InstanceId: id }] = await cloud.items('instance/getAll', { returnAll: true });
	listed(cloud, 'DescribeInstancesDetail', tencentList(1, []));
	const { told, items } = await cloud.run('instance/delete', {
		instanceId: byId(String(id)),
		...WAIT,
	});
	expect(items).toEqual([]);
	expect(told).toContain(`is not visible yet after 1 minute`);
});

test('a deleted topic of Alibaba Cloud is not gone while its list says that there is one', async () => {
	const cloud = await openVendor('alibaba', {
		alibaba: { instances: [{ name: 'prod', topics: [{ name: 'orders' }] }] },
	});
	const [{ InstanceId: id }] = await cloud.items('instance/getAll', { returnAll: true });
	const body = { RequestId: 'r', Code: 200, Success: true, Total: 1, TopicList: { TopicVO: [] } };
	listed(cloud, 'GetTopicList', answer(body));
	const { told, items } = await cloud.run('topic/delete', {
		instanceId: byId(String(id)),
		topic: byName('orders'),
		...WAIT,
	});
	expect(items).toEqual([]);
	expect(told).toContain('after 1 minute');
});

describe('Get Many', () => {
	const all = { returnAll: true, simplify: false };

	test('fails where nothing of what is counted is there', async () => {
		const cloud = await openVendor('huawei');
		listed(cloud, 'ListInstances', huaweiList(1, []));
		const { told } = await cloud.run('instance/getAll', all);
		expect(told).toMatch(/the list contradicts itself.*allowed to see everything/s);
	});

	test('gives what an account may see, and says in the log that there may be more', async () => {
		const cloud = await openVendor('huawei');
		listed(cloud, 'ListInstances', huaweiList(2, [{ instance_id: 'a', name: 'orders' }]));
		const log = listen();
		const { items, told } = await cloud.run('instance/getAll', all);
		jest.restoreAllMocks();
		expect(told).toBe('');
		expect(items).toEqual([expect.objectContaining({ instance_id: 'a' })]);
		expect(log.join('\n')).toContain('the items may not be all that there is');
	});
});
