/** Parameters that the newer SDK has: sent as it sends them, and kept by the cloud. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AlibabaInstance } from '../../../emulator';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = () => ({ instanceId: byId(id) });
const acl = (more: object = {}) => ({
	Username: 'reader',
	AclResourceType: 'Topic',
	AclResourceName: 'paid',
	AclResourcePatternType: 'LITERAL',
	AclOperationType: 'Read',
	...more,
});

beforeAll(async () => {
	cloud = await openVendor('alibaba', { speed: 1 });
});
beforeEach(() => {
	cloud.forget();
	({ id } = cloud.em.alibaba.state.seed({
		name: 'orders',
		config: { 'enable.acl': 'true' },
		topics: [{ name: 'paid', messages: [{ partition: 0, key: 'k', value: 'v' }] }],
		groups: [{ name: 'reader', offsets: [{ topic: 'paid', partition: 0, offset: 0 }] }],
		users: [{ name: 'reader' }, { name: 'writer' }],
	}));
});
afterEach(() => {
	for (const one of cloud.em.alibaba.state.instances) one.gone = true;
});

describe('ACL: Get Many', () => {
	const ENTRIES = [
		acl(),
		acl({ Username: 'writer', AclOperationType: 'Write' }),
		acl({ Username: '*', AclResourceType: 'Group', AclResourceName: 'reader' }),
		acl({ AclResourcePatternType: 'PREFIXED', AclResourceName: 'p' }),
	];
	const keys = (items: IDataObject[]) =>
		items.map((one) => [one.Username, one.AclResourceType, one.AclResourceName].join(' ')).sort();
	const ALL = ['* Group reader', 'reader Topic p', 'reader Topic paid', 'writer Topic paid'];
	beforeEach(() => instance().acls.push(...ENTRIES));

	test('lists the entries of all users and resources', async () => {
		const items = await cloud.items('acl/getAll', { ...here(), returnAll: true });
		expect(keys(items)).toEqual(ALL);
		// Four kinds and two patterns, then a list for each name.
		expect(cloud.sent('DescribeAclResourceName')).toHaveLength(8);
	});

	test('lists them, too, where a list for everybody has only the entries for everybody', async () => {
		const service = cloud.em.alibaba.state;
		service.rules.everybodyIsOne = true;
		const items = await cloud.items('acl/getAll', { ...here(), returnAll: true });
		service.rules.everybodyIsOne = false;
		expect(keys(items)).toEqual(ALL);
		expect(cloud.sent('DescribeSaslUsers')).toHaveLength(1);
	});

	test.each<[INodeParameters, string[]]>([
		[{ userName: 'writer' }, ['writer Topic paid']],
		[{ aclResourceType: 'Group' }, ['* Group reader']],
		[{ aclResourceName: 'paid' }, ['reader Topic paid', 'writer Topic paid']],
		[{ aclOperationType: 'Write' }, ['writer Topic paid']],
		[{ aclResourcePatternType: 'PREFIXED' }, ['reader Topic p']],
	])('narrowed down by %j', async (options, expected) => {
		const items = await cloud.items('acl/getAll', { ...here(), options });
		expect(keys(items)).toEqual(expected);
	});

	test('a filter whose expression gives nothing does not list everything', async () => {
		const { told } = await cloud.run('acl/getAll', {
			...here(),
			options: { userName: '={{ $json.none }}' },
		});
		expect(told).toContain("'User Name' is empty");
		expect(cloud.lines()).toEqual([]);
	});

	test.each<[string, IDataObject]>([
		['no data', { Data: null }],
		['no names', { Data: { data: null } }],
	])('a success that says null for %s has no entries', async (_, data) => {
		cloud.em.faults.add({
			operation: 'DescribeAclResourceName',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: { RequestId: 'r', Code: 200, Success: true, ...data },
			},
		});
		expect(await cloud.items('acl/getAll', { ...here(), returnAll: true })).toEqual([]);
	});

	test('an answer without the names is no empty list', async () => {
		const body = { RequestId: 'r', Code: 200, Success: true, Data: {} };
		cloud.em.faults.add({
			operation: 'DescribeAclResourceName',
			effect: { kind: 'answer', status: 200, body },
		});
		expect((await cloud.run('acl/getAll', here())).told).toContain('does not contain the list');
	});
});

describe('ACL: several operations in one request', () => {
	const entry = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		user: byName('reader'),
		aclResourceType: 'Topic',
		aclResourceName: 'paid',
		aclResourcePatternType: 'LITERAL',
		options: { aclOperationTypes: ['Write', 'Read'] },
		...more,
	});
	beforeEach(() => {
		instance().paidType = 3;
	});

	test('make an entry each, are found again, and go together', async () => {
		const [made] = await cloud.items('acl/create', entry(WAITING));
		expect(cloud.body('CreateAcl')).toMatchObject({
			AclOperationType: 'Write',
			AclOperationTypes: 'Write,Read',
		});
		expect(made).toMatchObject({ created: true, completed: true });
		expect(instance().acls).toHaveLength(2);
		const [same] = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(same).toMatchObject({ created: false, AclOperationTypes: 'Write,Read' });
		await cloud.items('acl/delete', entry(WAITING));
		expect(instance().acls).toEqual([]);
	});

	test('of which one is there are not taken for all', async () => {
		const extras = { AclPermissionType: 'ALLOW', Host: '*' };
		instance().acls.push(acl({ AclOperationType: 'Write', ...extras }));
		const { told } = await cloud.run('acl/create', entry({ createIfAbsent: true }));
		expect(told).toContain('already exists');
		expect(instance().acls).toHaveLength(1);
	});

	test('are not for reserved instances', async () => {
		instance().paidType = 1;
		const { told } = await cloud.run('acl/create', entry());
		expect(told).toContain("'Multiple Operations' is not available for reserved instances");
		expect(cloud.writes()).toEqual([]);
	});
});

describe('tags', () => {
	const tags = { entry: [{ key: 'team', value: 'a' }] };

	test('of a new topic and a new consumer group', async () => {
		await cloud.items('topic/create', {
			...here(),
			topicName: 'tagged',
			remark: 'remark',
			options: { tags },
		});
		expect(cloud.body('CreateTopic')).toMatchObject({ 'Tag.1.Key': 'team', 'Tag.1.Value': 'a' });
		await cloud.items('consumerGroup/create', {
			...here(),
			groupName: 'tagged',
			options: { tags },
		});
		const wanted = { name: 'tagged', tags: [{ Key: 'team', Value: 'a' }] };
		expect(instance().topics.at(-1)).toMatchObject(wanted);
		expect(instance().groups.at(-1)).toMatchObject(wanted);
	});

	test('of topics by their plain names', async () => {
		const parameters = { taggedResource: 'TOPIC', resourceIds: 'paid', tags };
		await cloud.items('tag/add', { ...parameters, options: { taggedInstanceId: id } });
		expect(cloud.body('TagResources')).toMatchObject({ InstanceId: id, 'ResourceId.1': 'paid' });
		expect(instance().topics[0].tags).toEqual([{ Key: 'team', Value: 'a' }]);
		const wrong = { ...parameters, taggedResource: 'INSTANCE' };
		const { told } = await cloud.run('tag/add', { ...wrong, options: { taggedInstanceId: id } });
		expect(told).toContain("'Instance' is only for topics and consumer groups");
	});
});

test('Get Offsets says the state of a group, and who reads', async () => {
	const parameters = { ...here(), group: byName('reader') };
	const [idle] = await cloud.items('consumerGroup/getProgress', parameters);
	expect(idle).toMatchObject({ state: 'EMPTY', TotalDiff: 1 });
	instance().groups[0].active = true;
	const options = { hideLastTimestamp: true };
	const [busy] = await cloud.items('consumerGroup/getProgress', {
		...parameters,
		simplify: false,
		options,
	});
	expect(cloud.body()).toMatchObject({ HideLastTimestamp: 'true' });
	expect(busy).toMatchObject({ state: 'STABLE', RebalanceInfoList: [] });
	const [topic] = busy.TopicList as Array<{ OffsetList: IDataObject[] }>;
	expect(topic.OffsetList[0]).toMatchObject({
		Accumulate: 1,
		ClientIp: '192.168.0.20',
		LastTimestamp: -1,
	});
});

test('instances by series and resource group', async () => {
	cloud.em.alibaba.state.seed({ name: 'serverless', paidType: 3, resourceGroupId: 'rg-1' });
	const names = async (options: INodeParameters) =>
		(await cloud.items('instance/getAll', { options })).map(({ Name }) => Name);
	expect(await names({ series: 'v3' })).toEqual(['serverless']);
	expect(await names({ resourceGroupId: 'rg-1' })).toEqual(['serverless']);
	expect(await names({ series: 'v2' })).toEqual(['orders']);
});

test('Allowed IP: a description goes with what is added', async () => {
	const change = (more: INodeParameters) => ({
		...here(),
		network: 'vpc',
		port: '9095/9095',
		allowedListIp: '10.0.0.0/8',
		options: { description: 'office' },
		...more,
	});
	await cloud.items('allowedIp/update', change({ change: 'add' }));
	expect(cloud.body()).toMatchObject({ Description: 'office', PortRange: '9095/9095' });
	const [{ VpcList }] = await cloud.items('allowedIp/get', here());
	expect(VpcList).toContainEqual({
		PortRange: '9095/9095',
		AllowedIpList: ['10.0.0.0/8'],
		AllowedIpGroup: { office: ['10.0.0.0/8'] },
	});
	const { told } = await cloud.run('allowedIp/update', change({ change: 'delete' }));
	expect(told).toContain("'Description' is available only when addresses are added");
});

test('Place Order (Legacy) takes partitions, a resource group, and tags, or topics', async () => {
	const order = {
		deployType: '5',
		diskType: '1',
		diskSize: 500,
		partitionNum: 60,
		options: {
			ioMaxSpec: 'alikafka.hw.2xlarge',
			resourceGroupId: 'rg-1',
			tags: { entry: [{ key: 'team', value: 'a' }] },
		},
	};
	await cloud.items('instanceMaintenance/createByOrder', order);
	expect(cloud.body('CreatePostPayOrder')).toMatchObject({
		PartitionNum: '60',
		ResourceGroupId: 'rg-1',
		'Tag.1.Key': 'team',
	});
	expect(cloud.body('CreatePostPayOrder')).not.toHaveProperty('TopicQuota');
	const bought = cloud.em.alibaba.state.instances.find(({ name }) => name !== 'orders');
	expect(bought).toMatchObject({ partitionNum: 60, resourceGroupId: 'rg-1' });
	const { told } = await cloud.run('instanceMaintenance/createByOrder', {
		...order,
		partitionNum: 0,
	});
	expect(told).toContain("'Partitions' and 'Topics' are both empty");
	expect(cloud.sent('CreatePostPayOrder')).toBeSent(1);
});
