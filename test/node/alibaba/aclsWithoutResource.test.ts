/** Access control entries for topics and consumer groups that are gone, or still to come, through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import type { AlibabaInstance } from '../../../emulator';
import { newGroup } from '../../../emulator/alibaba/model/defaults';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = () => ({ instanceId: byId(id) });

const ENTRY = {
	Username: 'reader',
	AclResourceType: 'Topic',
	AclResourceName: 'deleted-topic',
	AclResourcePatternType: 'LITERAL',
	AclOperationType: 'Write',
};
const entry = (more: INodeParameters = {}): INodeParameters => ({
	...here(),
	user: byName('reader'),
	aclResourceType: 'Topic',
	aclResourceName: 'deleted-topic',
	aclResourcePatternType: 'LITERAL',
	aclOperationType: 'Write',
	...more,
});

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 90_000 });
	// terraform-provider-alicloud reads the refusals BIZ_TOPIC_NOT_FOUND and BIZ_SUBSCRIPTION_NOT_FOUND as "none".
	cloud.em.alibaba.state.rules.aclsNeedResource = true;
});
beforeEach(() => {
	cloud.forget();
	({ id } = cloud.em.alibaba.state.seed({
		name: 'orders',
		config: { 'enable.acl': 'true' },
		users: [{ name: 'reader' }],
	}));
	instance().acls.push(ENTRY);
});
afterEach(() => {
	instance().gone = true;
});

test('Delete takes the entry that is left of a deleted topic', async () => {
	const items = await cloud.items('acl/delete', entry(WAITING));
	expect(items).toMatchObject([{ ...ENTRY, deleted: true, completed: true }]);
	expect(instance().acls).toEqual([]);
});

test('Get Many lists the entries for all else', async () => {
	const other = { ...ENTRY, AclResourceType: 'Cluster', AclResourceName: 'kafka-cluster' };
	instance().acls.push(other);
	const items = await cloud.items('acl/getAll', { ...here(), returnAll: true });
	expect(items).toEqual([{ ...other, Host: '*' }]);
});

test('Get Many by a name alone reads all kinds of resources', async () => {
	const group = { ...ENTRY, AclResourceType: 'Group', AclResourceName: 'billing' };
	instance().acls.push(group);
	instance().groups.push(newGroup({ name: 'billing' }));
	const options = { aclResourceName: 'billing' };
	const items = await cloud.items('acl/getAll', { ...here(), options });
	expect(items).toEqual([{ ...group, Host: '*' }]);
});

test('Create If Absent allows what is still to come', async () => {
	const absent = entry({ aclResourceName: 'to-come', createIfAbsent: true });
	const [item] = await cloud.items('acl/create', absent);
	expect(item).toMatchObject({ AclResourceName: 'to-come', created: true });
});

test('Wait for Completion ends with the reason where the service lists no entry', async () => {
	const { told } = await cloud.run('acl/create', entry({ aclResourceName: 'to-come', ...WAITING }));
	expect(told).toContain('BIZ_TOPIC_NOT_FOUND');
	expect(instance().acls).toHaveLength(2);
});
