/** ACLs that are for everyone, which the list may say by null (page 597/35369, "Acl"). */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;

beforeAll(async () => {
	cloud = await openVendor('tencent', { speed: 1 });
});
beforeEach(() => {
	cloud.forget();
	id = cloud.em.tencent.state.seed({
		name: 'orders',
		topics: [{ name: 'created' }],
		users: [{ name: 'reader' }],
	}).id;
});

const acl: IDataObject = {
	ResourceType: 2,
	ResourceName: 'created',
	Principal: null,
	Host: null,
	Operation: 3,
	PermissionType: 3,
};

/** What the list has, one answer after the other, and the last one from then on. */
function lists(...answers: IDataObject[][]): void {
	answers.forEach((AclList, at) =>
		cloud.em.faults.add({
			operation: 'DescribeACL',
			nth: at + 1,
			times: at === answers.length - 1 ? 'always' : 1,
			effect: {
				kind: 'answer',
				status: 200,
				body: {
					Response: { Result: { TotalCount: AclList.length, AclList }, RequestId: 'r' },
				},
			},
		}),
	);
}

const forEveryone = (): INodeParameters => ({
	instanceId: byId(id),
	principal: byName('*'),
	resourceType: '2',
	resourceName: byName('created'),
	aclOperation: '3',
	permissionType: '3',
});

test('Create If Absent sees one that is there', async () => {
	lists([acl]);
	const [item] = await cloud.items('acl/create', { ...forEveryone(), createIfAbsent: true });
	expect(item).toMatchObject({ created: false, Principal: 'User:*', Host: '*' });
	expect(cloud.sent('CreateAcl')).toBeSent(0);
});

test('a new one is done when it is listed', async () => {
	lists([], [acl]);
	const [item] = await cloud.items('acl/create', { ...forEveryone(), ...WAITING });
	expect(item).toMatchObject({ created: true, completed: true });
});

test('a deleted one is not gone as long as it is listed', async () => {
	cloud.em.faults.add({
		operation: 'DeleteAcl',
		effect: {
			kind: 'answer',
			status: 200,
			body: { Response: { Result: { ReturnCode: '0', Data: null }, RequestId: 'r' } },
		},
	});
	lists([acl], [acl], [acl], []);
	const [item] = await cloud.items('acl/delete', { ...forEveryone(), ...WAITING });
	expect(item).toMatchObject({ deleted: true, completed: true });
	expect(cloud.sent('DescribeACL')).toBeSent(5);
});

test('one for a user is another one', async () => {
	lists([acl]);
	const given = { ...forEveryone(), principal: byName('reader'), createIfAbsent: true };
	const [item] = await cloud.items('acl/create', given);
	expect(item).toMatchObject({ created: true, Principal: 'User:reader' });
});
