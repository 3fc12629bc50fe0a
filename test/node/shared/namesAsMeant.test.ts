/** What is named is what is meant: in requests, in lists of names, and in what comes out. */
import { byId, newInstance, openCloud, openVendor, told } from '../../support/stage';

test('an expression that gives another value each time is evaluated once for an item', async () => {
	const cloud = await openCloud({ instances: [{ name: 'aaaa' }, { name: 'bbbb' }] });
	const [a, b] = ['aaaa', 'bbbb'].map((name) => cloud.em.huawei.state.named(name)?.id);
	for (let count = 0; count < 12; count++) {
		cloud.forget();
		const [item] = await cloud.items('instance/update', {
			instanceId: byId(`={{ Math.random() < 0.5 ? "${a}" : "${b}" }}`),
			options: { description: 'x' },
		});
		expect(cloud.writes()[0].url).toContain(String(item.instance_id));
	}
});

test('a consumer group whose name holds a comma is deleted alone', async () => {
	const groups = ['billing,eu', 'billing', 'eu'].map((name) => ({ name }));
	const cloud = await openCloud({ instances: [{ name: 'orders', groups }] });
	const instanceId = byId(String(cloud.em.huawei.state.named('orders')?.id));
	const parameters = { instanceId, groupIds: '={{ $json.group_id }}' };
	await cloud.runItems([{ group_id: 'billing,eu' }], 'consumerGroup/deleteMany', parameters);
	const left = await cloud.items('consumerGroup/getAll', { instanceId, returnAll: true });
	expect(left.map(({ group_id }) => group_id).sort()).toEqual(['billing', 'eu']);
});

test.each(['orders-dev ', 'orders-dev\n', 'orders-dev\u200b'])(
	'a name that looks like another one buys nothing: %j',
	async (cell) => {
		const cloud = await openVendor('tencent', { tencent: { instances: [{ name: 'orders-dev' }] } });
		const { told } = await cloud.runItems([{ cell }], 'instance/create', {
			instanceName: '={{ $json.cell }}',
			zoneId: '450001',
			vpcId: 'vpc-a',
			subnetId: 'subnet-a',
			createIfAbsent: true,
		});
		expect(told).toMatch(/^'Name' (begins or ends with a space|contains a character)/);
		expect(cloud.em.requests).toEqual([]);
	},
);

test.each([null, '', ' ', 0, {}, [], 2 ** 64])('an ID that is %j is none', async (id) => {
	const cloud = await openCloud();
	cloud.em.faults.add({
		operation: 'CreatePostPaidKafkaInstance',
		times: 'always',
		effect: { kind: 'answer', status: 200, body: { instance_id: id } },
	});
	const { resource: _r, operation: _o, ...parameters } = newInstance('oddly');
	const { told, items } = await cloud.run('instance/create', parameters);
	expect(items).toEqual([]);
	expect(told).toContain('the response does not say what was created');
	expect(cloud.sent('CreatePostPaidKafkaInstance')).toHaveLength(1);
});

test.each([
	[null, 'the list shows one with this name, but not its ID'],
	['', 'the list shows one with this name, but not its ID'],
	[undefined, 'the list shows one with this name, but not its ID'],
])('an existing one whose ID is %j is none to go on with', async (id, problem) => {
	const cloud = await openCloud();
	const body = {
		instances: [{ instance_id: id, name: 'oddly', status: 'RUNNING' }],
		instance_num: 1,
	};
	cloud.em.faults.add({
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'answer', status: 200, body },
	});
	const run = await cloud.start({ ...newInstance('oddly'), createIfAbsent: true });
	expect(told(run.error)).toContain(problem);
	expect(cloud.writes()).toEqual([]);
});
