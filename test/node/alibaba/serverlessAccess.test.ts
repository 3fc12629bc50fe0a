/** Users and ACLs as serverless instances answer them: in capitals, told apart by permission and host. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AlibabaInstance } from '../../../emulator';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = () => ({ instanceId: byId(id) });

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 1_000 });
});
beforeEach(() => {
	cloud.forget();
	({ id } = cloud.em.alibaba.state.seed({
		name: 'orders',
		paidType: 3,
		specType: 'normal',
		config: { 'enable.acl': 'true' },
		users: [{ name: 'reader', password: 'Pass-1234' }],
	}));
});
afterEach(() => {
	instance().gone = true;
});

const answer = (body: IDataObject) => ({
	kind: 'answer' as const,
	status: 200,
	body: { RequestId: 'r', Code: 200, Success: true, ...body },
});
const refusal = (status: number, code: string) => ({
	kind: 'answer' as const,
	status,
	body: { RequestId: 'r', Code: code, Message: `${code}. Please check and try again later.` },
});
const ROW = {
	Username: 'reader',
	AclResourceType: 'TOPIC',
	AclResourceName: 'orders-topic',
	AclResourcePatternType: 'LITERAL',
	AclOperationType: 'WRITE',
	AclPermissionType: 'ALLOW',
	Host: '*',
};
const listed = (...KafkaAclVO: IDataObject[]) =>
	cloud.em.faults.add({
		operation: 'DescribeAcls',
		times: 'always',
		effect: answer({ KafkaAclList: { KafkaAclVO } }),
	});
const entry = (more: INodeParameters = {}) => ({
	...here(),
	user: byName('reader'),
	aclResourceType: 'Topic',
	aclResourceName: 'orders-topic',
	aclResourcePatternType: 'LITERAL',
	aclOperationType: 'Write',
	...more,
});

describe('ACL', () => {
	// terraform-provider-alicloud #9940
	test('Create If Absent and Wait for Completion know an entry in capitals', async () => {
		const [made] = await cloud.items('acl/create', entry(WAITING));
		expect(made).toMatchObject({ created: true, completed: true, AclOperationType: 'WRITE' });
		const [same] = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(same).toMatchObject({ created: false, AclResourceType: 'TOPIC' });
		expect(cloud.sent('CreateAcl')).toBeSent(1);
	});

	test('IdempotentWrite and IDEMPOTENT_WRITE are the same', async () => {
		const cluster = { aclResourceType: 'Cluster', aclOperationType: 'IDEMPOTENT_WRITE' };
		await cloud.items('acl/create', entry(cluster));
		const again = { ...cluster, aclOperationType: 'IdempotentWrite', createIfAbsent: true };
		expect((await cloud.items('acl/create', entry(again)))[0]).toMatchObject({ created: false });
	});

	// terraform-provider-alicloud #9450
	test('Get Many keeps entries that differ in permission and host, and reads the list once', async () => {
		const rows = [
			{ ...ROW, Host: '10.0.0.5' },
			{ ...ROW, Host: '10.0.0.6', AclPermissionType: 'DENY' },
			{ ...ROW, Host: '10.0.0.6', AclPermissionType: 'DENY' },
		];
		listed(...rows);
		const options = {
			userName: 'reader',
			aclResourceType: 'Topic',
			aclResourceName: 'orders-topic',
		};
		const target = { ...here(), options, returnAll: true };
		expect(await cloud.items('acl/getAll', target)).toEqual(rows);
		expect(cloud.lines()).toEqual(['DescribeAcls']);
	});

	test.each([
		['a refusal', { AclPermissionType: 'DENY' }],
		['a grant for one host', { Host: '10.0.0.5' }],
	])('%s is not the grant that Create If Absent looks for', async (_, part) => {
		listed({ ...ROW, ...part });
		const [item] = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(item).toMatchObject({ created: true });
	});

	test('a refusal for one host can be made and looked for', async () => {
		const options = { permission: 'DENY', host: '10.0.0.5' };
		const denied = entry({ options, createIfAbsent: true });
		expect((await cloud.items('acl/create', denied))[0]).toMatchObject({ created: true });
		expect(cloud.body('CreateAcl')).toMatchObject({ AclPermissionType: 'DENY', Host: '10.0.0.5' });
		expect((await cloud.items('acl/create', denied))[0]).toMatchObject({ created: false });
	});

	test('what Get Many gave goes into Delete as it is', async () => {
		await cloud.items('acl/create', entry());
		cloud.em.clock.advance(2_000);
		const [row] = await cloud.items('acl/getAll', here());
		const { items, told } = await cloud.runItems([row], 'acl/delete', {
			...entry(),
			aclResourceType: '={{ $json.AclResourceType }}',
			aclOperationType: '={{ $json.AclOperationType }}',
			options: { permission: '={{ $json.AclPermissionType }}', host: '={{ $json.Host }}' },
		});
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ AclResourceType: 'Topic', AclOperationType: 'Write' });
		expect(instance().acls).toEqual([]);
	});

	test('Delete refuses entries that it cannot tell apart, and takes the one that is named', async () => {
		listed(ROW, { ...ROW, AclPermissionType: 'DENY' });
		const { told } = await cloud.run('acl/delete', entry());
		expect(told).toContain('differ only in permission and host: ALLOW from *, DENY from *');
		expect(cloud.sent('DeleteAcl')).toBeSent(0);
		cloud.em.faults.add({ operation: 'DeleteAcl', effect: answer({}) });
		await cloud.items('acl/delete', entry({ options: { permission: 'deny' } }));
		expect(cloud.body('DeleteAcl')).toMatchObject({ AclPermissionType: 'DENY' });
	});

	// terraform-provider-alicloud #9856
	test('an entry for a group that is not known everywhere yet is tried again', async () => {
		const effect = refusal(400, 'BIZ_FIND_CONSUMER_GROUP_INFO_ERROR');
		cloud.em.faults.add({ operation: 'CreateAcl', times: 2, effect });
		const group = { aclResourceType: 'Group', aclResourceName: 'g', aclOperationType: 'Read' };
		expect((await cloud.items('acl/create', entry(group)))[0]).toMatchObject({ created: true });
		expect(cloud.sent('CreateAcl')).toBeSent(3);
	});

	test('an operation that is not known is passed on', async () => {
		cloud.em.faults.add({ operation: 'CreateAcl', effect: answer({}) });
		await cloud.items('acl/create', entry({ aclOperationType: 'ALTER_CONFIGS' }));
		expect(cloud.body('CreateAcl')).toMatchObject({ AclOperationType: 'ALTER_CONFIGS' });
	});
});

describe('SASL User', () => {
	const named = (more: INodeParameters = {}) => ({
		...here(),
		userName: 'app',
		password: 'Pass-1234',
		...more,
	});

	// terraform-provider-alicloud #9307: without Mechanism, the service takes SHA-512
	test.each([
		['scram', undefined, 'SCRAM-SHA-256'],
		['SCRAM', undefined, 'SCRAM-SHA-256'],
		['scram', 'SCRAM-SHA-512', 'SCRAM-SHA-512'],
		['scram', 'scram_sha_512', 'SCRAM-SHA-512'],
		['plain', undefined, undefined],
	])('of type %s and mechanism %s is one of %s', async (saslType, mechanism, wanted) => {
		const given = named({ saslType, ...(mechanism && { mechanism }) });
		const [item] = await cloud.items('saslUser/create', given);
		expect(instance().users.at(-1)?.mechanism).toBe(wanted);
		expect(item.Mechanism).toBe(wanted);
	});

	test('users of one name and different mechanisms are told apart', async () => {
		await cloud.items('saslUser/create', named({ saslType: 'scram' }));
		const other = named({ saslType: 'scram', mechanism: 'SCRAM-SHA-512', createIfAbsent: true });
		expect((await cloud.items('saslUser/create', other))[0]).toMatchObject({ created: true });
		const rows = await cloud.items('saslUser/getAll', { ...here(), returnAll: true });
		expect(rows.filter(({ Username }) => Username === 'app')).toHaveLength(2);
	});

	// SDK 2.14.0: Type LDAP
	test('of a Confluent instance', async () => {
		Object.assign(instance(), { paidType: 4, specType: 'professional' });
		await cloud.items('saslUser/create', named({ saslType: 'LDAP' }));
		const [, row] = await cloud.items('saslUser/getAll', { ...here(), returnAll: true });
		expect(row).toEqual({ Username: 'app', Type: 'LDAP' });
		const { told } = await cloud.runItems([row], 'saslUser/delete', {
			...here(),
			user: byName('app'),
			saslType: '={{ $json.Type }}',
		});
		expect(told).toBe('');
	});
});

describe('deletions stay listed for a moment', () => {
	// terraform-provider-alicloud #6794, #10362
	const group = () => ({ ...here(), group: byName('grp') });
	beforeEach(() => {
		instance().durations.partDelete = 4_000;
	});

	test('Wait for Completion of a group ends when it is not listed any more, twice', async () => {
		await cloud.items('consumerGroup/create', { ...here(), groupName: 'grp' });
		const [item] = await cloud.items('consumerGroup/delete', { ...group(), ...WAITING });
		expect(item).toMatchObject({ deleted: true, completed: true, status: 'not listed' });
		expect(cloud.sent('GetConsumerList').length).toBeGreaterThan(2);
	});

	test('Create If Absent right after a deletion does not take what is going', async () => {
		await cloud.items('consumerGroup/create', { ...here(), groupName: 'grp' });
		await cloud.items('consumerGroup/delete', group());
		const again = { ...here(), groupName: 'grp', createIfAbsent: true };
		expect((await cloud.items('consumerGroup/create', again))[0]).toMatchObject({ created: true });
		expect((await cloud.items('consumerGroup/create', again))[0]).toMatchObject({ created: false });

		await cloud.items('acl/create', entry());
		await cloud.items('acl/delete', entry());
		const acl = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(acl[0]).toMatchObject({ created: true });

		await cloud.items('saslUser/delete', { ...here(), user: byName('reader') });
		const user = { ...here(), userName: 'reader', password: 'Pass-1234', createIfAbsent: true };
		expect((await cloud.items('saslUser/create', user))[0]).toMatchObject({ created: true });
	});

	test.each(['saslUser', 'acl'])('Wait for Completion of %s/delete', async (resource) => {
		await cloud.items('acl/create', entry());
		const given = resource === 'acl' ? entry() : { ...here(), user: byName('reader') };
		const [item] = await cloud.items(`${resource}/delete`, { ...given, ...WAITING });
		expect(item).toMatchObject({ deleted: true, completed: true });
	});
});
