/** Users, ACLs and ACL rules of the Tencent Cloud node: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TencentInstance } from '../../../emulator';
import { byId, byName, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.tencent.state.named('orders') as TencentInstance;
const here = () => ({ instanceId: byId(id) });

const PRESENT = 'Canary-present-1';
const NEW = 'Canary-new-2';

const acl = (ResourceName: string, Operation: number, Principal = 'User:reader') => ({
	ResourceType: 2,
	ResourceName,
	Principal,
	Host: '*',
	Operation,
	PermissionType: 3,
});

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	id = cloud.em.tencent.state.seed({
		name: 'orders',
		topics: [{ name: 'created' }, { name: 'paid' }],
		groups: [{ name: 'reports' }],
		users: [{ name: 'reader', password: PRESENT }, { name: 'reader-old' }],
		acls: [acl('created', 3), acl('paid', 4)],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.lines()).toEqual([]);
	return told;
}

describe('User', () => {
	const fresh = { userName: 'writer', password: NEW };

	test('Create, with the password in the request alone', async () => {
		const [item] = await cloud.items('user/create', { ...here(), ...fresh });
		expect(cloud.body()).toEqual({ InstanceId: id, Name: 'writer', Password: NEW });
		expect(item).toEqual({ Name: 'writer', InstanceId: id, created: true });
	});

	test('Create If Absent takes the one of just this name', async () => {
		const parameters = { ...here(), ...fresh, userName: 'reader', createIfAbsent: true };
		const [item] = await cloud.items('user/create', parameters);
		expect(cloud.lines()).toEqual(['DescribeUser']);
		expect(item).toMatchObject({ Name: 'reader', InstanceId: id, created: false });
	});

	test('a create whose answer is lost is looked up, not sent again', async () => {
		cloud.em.faults.add({ operation: 'CreateUser', effect: { kind: 'cut', when: 'after' } });
		const given = { ...here(), ...fresh, createIfAbsent: true };
		const [item] = await cloud.items('user/create', given);
		expect(cloud.sent('CreateUser')).toBeSent(1);
		expect(item).toMatchObject({ Name: 'writer', created: true, recovered: true });
	});

	test('Get Many with a search word', async () => {
		const parameters = { ...here(), returnAll: true, options: { searchWord: 'old' } };
		const items = await cloud.items('user/getAll', parameters);
		expect(cloud.body()).toEqual({ InstanceId: id, SearchWord: 'old', Offset: 0, Limit: 50 });
		expect(items.map(({ Name }) => Name)).toEqual(['reader-old']);
	});

	const change = { user: byName('reader'), presentPassword: PRESENT, newPassword: NEW };

	test('Change Password', async () => {
		const [item] = await cloud.items('user/changePassword', { ...here(), ...change });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Name: 'reader',
			Password: PRESENT,
			PasswordNew: NEW,
		});
		expect(item).toEqual({ Name: 'reader', InstanceId: id, updated: true });
		expect(instance().users.find(({ name }) => name === 'reader')?.password).toBe(NEW);
	});

	test('Delete', async () => {
		const [item] = await cloud.items('user/delete', { ...here(), user: byName('reader') });
		expect(item).toEqual({ deleted: true, Name: 'reader', InstanceId: id });
		expect(instance().users.map(({ name }) => name)).toEqual(['ANONYMOUS', 'reader-old']);
	});

	test.each<[string, INodeParameters, string]>([
		['user/create', { ...fresh, password: '={{ "" }}' }, "'Password' is empty"],
		['user/create', { ...fresh, userName: '={{ "" }}' }, "'User Name' is empty"],
		['user/changePassword', { ...change, newPassword: '={{ "" }}' }, "'New Password' is empty"],
		['user/delete', { user: byName('={{ "" }}') }, "'User' is empty"],
	])('%s refuses what is missing', async (operation, parameters, problem) => {
		expect(await refused(operation, parameters)).toContain(problem);
	});

	test.each(['CreateUser', 'ModifyPassword'])(
		'no password comes out of %s when the service repeats it',
		async (api) => {
			const answers = [
				{ Error: { Code: 'InvalidParameterValue', Message: `bad ${PRESENT} and ${NEW}` } },
				{ Result: { ReturnCode: '10004', ReturnMessage: `bad ${PRESENT} and ${NEW}` } },
			];
			for (const Response of answers) {
				cloud.forget();
				cloud.em.faults.add({
					operation: api,
					effect: { kind: 'answer', status: 200, body: { Response } },
				});
				const [operation, more] =
					api === 'CreateUser'
						? ['user/create', { ...fresh, password: PRESENT }]
						: ['user/changePassword', change];
				const { told, run } = await cloud.run(operation as string, {
					...here(),
					...(more as INodeParameters),
				});
				expect(told).toContain('did not succeed');
				// n8n itself puts the node with its parameters into the error.
				const shown = JSON.stringify([told, { ...run.error, node: undefined }]);
				expect(shown).toContain('********');
				expect(shown).not.toContain(PRESENT);
				if (api === 'ModifyPassword') expect(shown).not.toContain(NEW);
			}
		},
	);
});

const grant = (more: INodeParameters = {}): INodeParameters => ({
	...here(),
	principal: byName('reader'),
	resourceType: '2',
	resourceName: byName('created'),
	aclOperation: '4',
	permissionType: '3',
	...more,
});

describe('ACL: Create', () => {
	const operation = 'acl/create';
	const body = {
		ResourceType: 2,
		ResourceName: 'created',
		Operation: 4,
		PermissionType: 3,
		Principal: 'User:reader',
	};

	test.each([
		['reader', 'User:reader'],
		['User:reader', 'User:reader'],
		['user:reader', 'User:reader'],
		['*', 'User:*'],
	])('for the user %s', async (given, Principal) => {
		const [item] = await cloud.items(operation, grant({ principal: byName(given) }));
		expect(cloud.body()).toEqual({ InstanceId: id, ...body, Principal });
		expect(item).toEqual({ InstanceId: id, ...body, Principal, Host: '*', created: true });
	});

	test('for several topics, from certain addresses', async () => {
		const options = { resourceNameList: 'created, paid', host: '10.0.0.7;10.0.1.0/24' };
		const [item] = await cloud.items(operation, grant({ resourceName: byName(''), options }));
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ResourceType: 2,
			ResourceNameList: '["created","paid"]',
			Operation: 4,
			PermissionType: 3,
			Host: '10.0.0.7;10.0.1.0/24',
			Principal: 'User:reader',
		});
		expect(item).toMatchObject({ ResourceNames: ['created', 'paid'], created: true });
	});

	test('for the cluster, which needs no name', async () => {
		const cluster = { resourceType: '4', resourceName: byName(''), aclOperation: '12' };
		await cloud.items(operation, grant(cluster));
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ResourceType: 4,
			Operation: 12,
			PermissionType: 3,
			Principal: 'User:reader',
		});
	});

	test('Create If Absent sees what is there', async () => {
		const there = grant({ aclOperation: '3', createIfAbsent: true });
		const [item] = await cloud.items(operation, there);
		expect(cloud.lines()).toEqual(['DescribeACL']);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ResourceType: 2,
			ResourceName: 'created',
			Offset: 0,
			Limit: 50,
		});
		expect(item).toMatchObject({ Principal: 'User:reader', Operation: 3, created: false });
	});

	test('Create If Absent with one of several missing', async () => {
		const options = { resourceNameList: 'created, paid' };
		const given = { resourceName: byName(''), aclOperation: '3', createIfAbsent: true, options };
		const [item] = await cloud.items(operation, grant(given));
		expect(cloud.lines()).toEqual(['DescribeACL', 'DescribeACL', 'CreateAcl']);
		expect(item.created).toBe(true);
	});

	test('a create whose answer is lost is looked up, not sent again', async () => {
		cloud.em.faults.add({ operation: 'CreateAcl', effect: { kind: 'cut', when: 'after' } });
		const [item] = await cloud.items(operation, grant({ createIfAbsent: true }));
		expect(cloud.sent('CreateAcl')).toBeSent(1);
		expect(item).toMatchObject({ ResourceName: 'created', created: true, recovered: true });
	});

	test.each<[INodeParameters, string]>([
		[{ principal: byName('={{ "" }}') }, "'User' is empty"],
		[{ principal: byName('User:') }, "'User' does not name a user"],
		[{ resourceName: byName('') }, "'Topic or Consumer Group' is empty"],
		[{ options: { resourceNameList: 'paid' } }, "and 'Multiple Topics or Groups' are both set"],
		[{ options: { resourceNameList: '={{ "" }}' } }, "'Multiple Topics or Groups' is empty"],
		[{ options: { host: '={{ "" }}' } }, "'Host' is empty"],
		[
			{ resourceType: '3', resourceName: byName('reports'), aclOperation: '4' },
			"'Allowed Operation' cannot be 'Write' for the resource type 'Consumer Group' | Use one of: All, Read, Delete, Describe.",
		],
	])('refuses %j', async (more, problem) => {
		expect(await refused(operation, grant(more))).toContain(problem);
	});
});

describe('ACL: Create Many, Get Many, Delete', () => {
	const row = { operation: 'Read', permissionType: 'Allow', host: '*', principal: 'reader' };
	const many = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		topicNames: ['created', 'paid'],
		ruleList: { entry: [row, { ...row, operation: 'Write', host: '10.0.0.7' }] },
		...more,
	});

	test('Create Many', async () => {
		const [item] = await cloud.items('acl/createMany', many());
		const sent = {
			InstanceId: id,
			ResourceType: 2,
			ResourceNames: ['created', 'paid'],
			RuleList: [
				{ Operation: 'Read', PermissionType: 'Allow', Host: '*', Principal: 'User:reader' },
				{ Operation: 'Write', PermissionType: 'Allow', Host: '10.0.0.7', Principal: 'User:reader' },
			],
		};
		expect(cloud.body()).toEqual(sent);
		expect(item).toEqual({ ...sent, created: true });
		const again = await cloud.items('acl/createMany', many({ createIfAbsent: true }));
		expect(again).toEqual([{ ...sent, created: false }]);
		expect(cloud.sent('BatchCreateAcl')).toBeSent(1);
	});

	test('a result other than 0 is no success', async () => {
		const { told } = await cloud.run(
			'acl/createMany',
			many({ topicNames: ['created', 'nothing'] }),
		);
		expect(told).toContain('the service stopped the batch with code 1');
		expect(cloud.sent('BatchCreateAcl')).toBeSent(1);
	});

	test.each<[INodeParameters, string]>([
		[{ topicNames: '={{ [] }}' }, "'Topic Names or IDs' is empty"],
		[{ ruleList: { entry: [{ ...row, principal: '={{ "" }}' }] } }, "'User' is empty"],
		[{ ruleList: { entry: [{ ...row, host: '={{ "" }}' }] } }, "'Host' is empty"],
	])('Create Many refuses %j', async (more, problem) => {
		expect(await refused('acl/createMany', many(more))).toContain(problem);
	});

	test('Get Many', async () => {
		const parameters = { ...here(), resourceType: '2', returnAll: true };
		const options = { resourceName: 'paid', searchWord: 'pa' };
		const items = await cloud.items('acl/getAll', { ...parameters, options });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ResourceType: 2,
			ResourceName: 'paid',
			SearchWord: 'pa',
			Offset: 0,
			Limit: 50,
		});
		expect(items).toEqual([acl('paid', 4)]);
		expect(await cloud.items('acl/getAll', parameters)).toHaveLength(2);
	});

	test('Delete', async () => {
		const [item] = await cloud.items('acl/delete', grant({ aclOperation: '3' }));
		expect(cloud.body()).toEqual({ InstanceId: id, ...acl('created', 3), Host: undefined });
		expect(item).toEqual({ deleted: true, InstanceId: id, ...acl('created', 3) });
		expect(instance().acls).toEqual([acl('paid', 4)]);
	});

	test('Delete of one of the cluster sends an empty name', async () => {
		const cluster = { resourceType: '4', resourceName: byName(''), aclOperation: '2' };
		await cloud.items('acl/create', grant(cluster));
		// As a list gives it.
		await cloud.items('acl/delete', grant({ ...cluster, resourceName: byName('={{ "" }}') }));
		expect(cloud.body()).toMatchObject({ ResourceType: 4, ResourceName: '' });
	});

	test('Delete of one that is not there is no success', async () => {
		const { told } = await cloud.run('acl/delete', grant({ aclOperation: '8' }));
		expect(told).toContain('Delete ACL did not succeed');
	});

	test('Delete refuses a missing name', async () => {
		expect(await refused('acl/delete', grant({ resourceName: byName('') }))).toContain(
			"'Topic or Consumer Group' is empty",
		);
	});

	test.each<[string, INodeParameters, string[]]>([
		['searchPrincipals', {}, ['User:*', 'ANONYMOUS', 'reader', 'reader-old']],
		['searchUsers', {}, ['reader', 'reader-old']],
		['searchAclResources', { resourceType: '2' }, ['created', 'paid']],
		['searchAclResources', { resourceType: '3' }, ['reports']],
		['searchAclResources', { resourceType: '4' }, []],
	])('%s offers for %j', async (method, more, values) => {
		const parameters = { resource: 'acl', operation: 'create', ...here(), ...more };
		const { results } = await cloud.lookUp<{ results: IDataObject[] }>(
			'listSearch',
			method,
			parameters,
		);
		expect(results.map(({ value }) => value)).toEqual(values);
	});
});

describe('ACL Rule', () => {
	const row = { operation: 'Read', permissionType: 'Allow', host: '*', principal: 'User:*' };
	const rule = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		newRuleName: 'readers',
		patternType: 'PREFIXED',
		pattern: 'orders.',
		ruleList: { entry: [row] },
		...more,
	});
	const RuleList = [{ Operation: 'Read', PermissionType: 'Allow', Host: '*', Principal: 'User:*' }];

	test('Create by prefix', async () => {
		const [item] = await cloud.items('aclRule/create', rule());
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ResourceType: 'Topic',
			RuleName: 'readers',
			PatternType: 'PREFIXED',
			Pattern: 'orders.',
			RuleList,
		});
		const RuleId = instance().aclRules[0].id;
		expect(item).toEqual({ RuleName: 'readers', RuleId, InstanceId: id, created: true });
	});

	test('Create as a preset, without the prefix that is hidden', async () => {
		const options = { isApplied: true, comment: 'for all' };
		await cloud.items('aclRule/create', rule({ patternType: 'PRESET', options }));
		expect(cloud.body()).toEqual({
			InstanceId: id,
			ResourceType: 'Topic',
			RuleName: 'readers',
			PatternType: 'PRESET',
			RuleList,
			IsApplied: 1,
			Comment: 'for all',
		});
	});

	test('Create If Absent, and an answer that is lost', async () => {
		cloud.em.faults.add({ operation: 'CreateAclRule', effect: { kind: 'cut', when: 'after' } });
		const [made] = await cloud.items('aclRule/create', rule({ createIfAbsent: true }));
		expect(made).toMatchObject({ RuleName: 'readers', created: true, recovered: true });
		const [there] = await cloud.items('aclRule/create', rule({ createIfAbsent: true }));
		expect(there).toMatchObject({ RuleName: 'readers', created: false });
		expect(cloud.sent('CreateAclRule')).toBeSent(1);
		expect(cloud.body('DescribeAclRule')).toEqual({ InstanceId: id, RuleName: 'readers' });
	});

	test.each<[INodeParameters, string]>([
		[{ pattern: '={{ "" }}' }, "'Prefix' is empty"],
		[{ newRuleName: '={{ "" }}' }, "'Rule Name' is empty"],
		[{ ruleList: { entry: [] } }, "'ACLs'"],
	])('Create refuses %j', async (more, problem) => {
		expect(await refused('aclRule/create', rule(more))).toContain(problem);
	});

	test('Get Many and Delete', async () => {
		await cloud.items('aclRule/create', rule());
		const options = { ruleName: 'readers', patternType: 'PREFIXED', isSimplified: true };
		const items = await cloud.items('aclRule/getAll', { ...here(), options });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			RuleName: 'readers',
			PatternType: 'PREFIXED',
			IsSimplified: true,
		});
		expect(items).toEqual([expect.objectContaining({ RuleName: 'readers', Pattern: 'orders.' })]);

		const RuleId = instance().aclRules[0].id;
		const parameters = { ...here(), ruleName: byName('readers') };
		const [item] = await cloud.items('aclRule/delete', parameters);
		expect(item).toEqual({ deleted: true, RuleName: 'readers', RuleId, InstanceId: id });
		expect(instance().aclRules).toEqual([]);
	});

	test('the rules on offer', async () => {
		await cloud.items('aclRule/create', rule());
		const parameters = { resource: 'aclRule', operation: 'delete', ...here() };
		const found = await cloud.lookUp<{ results: IDataObject[] }>(
			'listSearch',
			'searchAclRules',
			parameters,
			'READ',
		);
		expect(found.results).toEqual([{ name: 'readers', value: 'readers' }]);
	});
});
