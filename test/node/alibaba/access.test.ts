/** SASL users, ACLs and allowed addresses of an Alibaba Cloud instance: each operation through n8n. */
import type { IDataObject, INodeParameters, Logger } from 'n8n-workflow';

import { fault, type AlibabaInstance } from '../../../emulator';
import { LoadOptionsContext } from '../../harness/engine';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

const PASSWORD = 'Canary+pass/1';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = () => ({ instanceId: byId(id) });

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	({ id } = cloud.em.alibaba.state.seed({
		name: 'orders',
		deployType: 4,
		config: { 'enable.acl': 'true' },
		users: [
			{ name: 'reader', password: PASSWORD },
			{ name: 'reader', type: 'scram', password: PASSWORD },
		],
	}));
});
afterEach(() => {
	instance().gone = true;
});

/** Runs what has to be refused before anything is sent. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.lines()).toEqual([]);
	return told;
}

const answer = (body: IDataObject) => ({
	kind: 'answer' as const,
	status: 200,
	body: { RequestId: 'r', Code: 200, Success: true, ...body },
});

describe('SASL User', () => {
	const named = (userName: string, more: INodeParameters = {}) => ({
		...here(),
		userName,
		password: PASSWORD,
		...more,
	});

	test('Create keeps the password out of the URL and of the output', async () => {
		const items = await cloud.items('saslUser/create', named('writer'));
		const [{ url, body }] = cloud.sent('CreateSaslUser');
		expect(url).toContain('Username=writer');
		expect(url).not.toContain('Password');
		expect(body).toBe('Password=Canary%2Bpass%2F1');
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Username: 'writer',
			Password: PASSWORD,
			Type: 'plain',
		});
		expect(items).toEqual([{ InstanceId: id, Username: 'writer', Type: 'plain', created: true }]);
		const made = { name: 'writer', password: PASSWORD, type: 'plain' };
		expect(instance().users.at(-1)).toMatchObject(made);
	});

	test('Create a SCRAM user and wait until it is listed', async () => {
		const SaslUserVO: IDataObject[] = [];
		cloud.em.faults.add({
			operation: 'DescribeSaslUsers',
			times: 2,
			effect: answer({ SaslUserList: { SaslUserVO } }),
		});
		const more = { saslType: 'scram', ...WAITING };
		const [item] = await cloud.items('saslUser/create', named('writer', more));
		const look = 'DescribeSaslUsers';
		expect(cloud.lines()).toEqual([look, 'CreateSaslUser', look, look]);
		expect(item).toMatchObject({ Username: 'writer', Type: 'scram', completed: true });
		expect(JSON.stringify(item)).not.toContain('Canary');
	});

	test('Create If Absent goes by name and type', async () => {
		instance().users.pop();
		const run = async (saslType: string) =>
			(
				await cloud.items('saslUser/create', named('reader', { saslType, createIfAbsent: true }))
			)[0];
		expect(await run('plain')).toEqual({
			InstanceId: id,
			Username: 'reader',
			Type: 'plain',
			created: false,
		});
		expect(await run('scram')).toMatchObject({ Type: 'scram', created: true });
		expect(cloud.sent('CreateSaslUser')).toBeSent(1);
	});

	// terraform-provider-alicloud changes passwords by CreateSaslUser.
	test('Create does not overwrite the password of a user that is there', async () => {
		const { told } = await cloud.run('saslUser/create', named('reader', { password: 'Other+1' }));
		expect(told).toContain('user reader already exists');
		expect(told).toContain("use 'Reset Password'");
		expect(cloud.lines()).toEqual(['DescribeSaslUsers']);
		expect(instance().users.map(({ password }) => password)).toEqual([PASSWORD, PASSWORD]);
	});

	test('Create does not overwrite one that it has just created and that is not listed yet', async () => {
		instance().durations.partListed = 3_600_000;
		await cloud.items('saslUser/create', named('fresh'));
		const { told } = await cloud.run('saslUser/create', named('fresh', { password: 'Other+1' }));
		expect(told).toContain('user fresh already exists');
		const [scram] = await cloud.items('saslUser/create', named('fresh', { saslType: 'scram' }));
		expect(scram).toMatchObject({ Type: 'scram', created: true });
		expect(cloud.sent('CreateSaslUser')).toBeSent(2);
	});

	test('Reset Password changes that of the user of this type only', async () => {
		const parameters = { ...here(), user: byName('reader'), saslType: 'scram', password: 'New+1' };
		const items = await cloud.items('saslUser/resetPassword', parameters);
		const sent = { InstanceId: id, Username: 'reader', Type: 'scram', Mechanism: 'SCRAM-SHA-256' };
		expect(items).toEqual([{ ...sent, updated: true }]);
		expect(cloud.lines()).toEqual(['DescribeSaslUsers', 'CreateSaslUser']);
		expect(cloud.em.requests.at(-1)?.url).not.toContain('Password');
		expect(instance().users.map(({ password }) => password)).toEqual([PASSWORD, 'New+1']);
	});

	test('Reset Password creates no user', async () => {
		const parameters = { ...here(), user: byName('nobody'), saslType: 'plain', password: 'New+1' };
		const { told } = await cloud.run('saslUser/resetPassword', parameters);
		expect(told).toContain('user nobody of the type plain does not exist');
		expect(cloud.writes()).toEqual([]);
	});

	test('Create is found again when its answer was lost, without its password', async () => {
		cloud.em.faults.add({ operation: 'CreateSaslUser', effect: fault.answerLost() });
		const items = await cloud.items('saslUser/create', named('lost-one', { createIfAbsent: true }));
		expect(items).toMatchObject([{ Username: 'lost-one', created: true, recovered: true }]);
		expect(JSON.stringify(items)).not.toContain('Canary');
		expect(cloud.sent('CreateSaslUser')).toBeSent(1);
	});

	test.each([
		['as it is', PASSWORD],
		['encoded', encodeURIComponent(PASSWORD)],
	])('a refusal that repeats the password %s does not show it', async (_, echo) => {
		const body = { RequestId: 'r', Code: echo, Message: `not ${echo}`, Success: false };
		cloud.em.faults.add({
			operation: 'CreateSaslUser',
			effect: { kind: 'answer', status: 400, body },
		});
		// By an expression, as n8n puts the parameters of a node into its errors.
		const parameters = named('writer', { password: '={{ $json.p }}' });
		const { told, run } = await cloud.runItems([{ p: PASSWORD }], 'saslUser/create', parameters);
		expect(told).toContain('********');
		expect(told + JSON.stringify(run.error)).not.toContain('Canary');
	});

	test('the log of a success names the user, not the password', async () => {
		const log: string[] = [];
		const logger = Reflect.get(LoadOptionsContext.prototype, 'logger', {}) as Logger;
		const keep = (...said: unknown[]) => void log.push(JSON.stringify(said));
		for (const level of ['error', 'warn', 'info', 'debug'] as const) {
			jest.spyOn(logger, level).mockImplementation(keep);
		}
		await cloud.items('saslUser/create', named('logged-one', WAITING));
		jest.restoreAllMocks();
		expect(log.join('\n')).toContain('logged-one');
		expect(log.join('\n')).not.toContain('Canary');
	});

	test('Create refuses a password that an expression does not give', async () => {
		const told = await refused(
			'saslUser/create',
			named('writer', { password: '={{ $json.none }}' }),
		);
		expect(told).toContain("'Password' is empty");
	});

	test('Get Many has no passwords, and types in one spelling', async () => {
		const expected = [
			{ Username: 'reader', Type: 'plain' },
			{ Username: 'reader', Type: 'scram' },
		];
		expect(await cloud.items('saslUser/getAll', here())).toEqual(expected);
		expect(cloud.body()).toEqual({ InstanceId: id });
		const SaslUserVO = [
			{ Username: 'reader', Type: 'PLAIN', Password: PASSWORD },
			{ Username: 'reader', Type: 'SCRAM', Password: PASSWORD },
		];
		const effect = answer({ SaslUserList: SaslUserVO });
		cloud.em.faults.add({ operation: 'DescribeSaslUsers', effect });
		expect(await cloud.items('saslUser/getAll', here())).toEqual(expected);
	});

	test('Delete takes the user of the chosen type only', async () => {
		const user = { ...here(), user: byName('reader') };
		const items = await cloud.items('saslUser/delete', { ...user, saslType: 'scram' });
		expect(cloud.lines()).toEqual(['DeleteSaslUser']);
		const sent = {
			InstanceId: id,
			Username: 'reader',
			Type: 'scram',
			Mechanism: 'SCRAM-SHA-256',
		};
		expect(cloud.body()).toEqual(sent);
		expect(items).toEqual([{ ...sent, deleted: true }]);
		expect(instance().users.map(({ type }) => type)).toEqual(['plain']);
		const { told } = await cloud.run('saslUser/delete', { ...user, saslType: 'scram' });
		expect(told).toContain('BIZ_SASL_USER_NOT_EXIST');
	});

	test('users are offered once by name', async () => {
		const parameters = { resource: 'saslUser', operation: 'delete', ...here() };
		const { results } = await cloud.lookUp<IDataObject>('listSearch', 'searchUsers', parameters);
		expect(results).toEqual([{ name: 'reader', value: 'reader' }]);
	});
});

describe('ACL', () => {
	const ENTRY = {
		Username: 'reader',
		AclResourceType: 'Topic',
		AclResourceName: 'orders',
		AclResourcePatternType: 'PREFIXED',
		AclOperationType: 'Write',
	};
	const entry = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		user: byName('reader'),
		aclResourceType: 'Topic',
		aclResourceName: 'orders',
		aclResourcePatternType: 'PREFIXED',
		aclOperationType: 'Write',
		...more,
	});

	test('Create sends the entry', async () => {
		const items = await cloud.items('acl/create', entry());
		expect(cloud.lines()).toEqual(['CreateAcl']);
		expect(cloud.body()).toEqual({ InstanceId: id, ...ENTRY });
		expect(items).toEqual([{ ...ENTRY, InstanceId: id, created: true }]);
		expect(instance().acls).toMatchObject([ENTRY]);
	});

	// A reserved instance passes over both: the denial would be a grant.
	test.each<[string, string, INodeParameters]>([
		['Create', 'Permission', { permission: 'Deny' }],
		['Create', 'Host', { host: '192.168.0.10' }],
		['Delete', 'Permission', { permission: 'DENY', host: '*' }],
	])('%s with a %s that reserved instances ignore is not sent', async (name, label, options) => {
		instance().acls.push(ENTRY);
		const { told } = await cloud.run(`acl/${name.toLowerCase()}`, entry({ options }));
		expect(told).toContain(`'${label}' is not available for reserved instances`);
		expect(cloud.writes()).toEqual([]);
		expect(instance().acls).toEqual([ENTRY]);
	});

	test('Create for a cluster', async () => {
		const more = {
			aclResourceType: 'Cluster',
			aclResourceName: '*',
			aclResourcePatternType: 'LITERAL',
			aclOperationType: 'IdempotentWrite',
		};
		const [item] = await cloud.items('acl/create', entry(more));
		expect(item).toMatchObject({ AclResourceType: 'Cluster', AclOperationType: 'IdempotentWrite' });
	});

	test('Create of an entry that is there, with and without Create If Absent', async () => {
		instance().acls.push(ENTRY, { ...ENTRY, AclOperationType: 'Read' });
		const { told } = await cloud.run('acl/create', entry());
		expect(told).toContain('Acl.DuplicatedAuth.Error');
		const [item] = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(item).toMatchObject({ ...ENTRY, created: false });
		expect(cloud.sent('CreateAcl')).toBeSent(1);
	});

	test('Create If Absent does not take another operation for the same', async () => {
		instance().acls.push({ ...ENTRY, AclOperationType: 'Read' });
		const [item] = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(item).toMatchObject({ ...ENTRY, created: true });
		expect(instance().acls).toHaveLength(2);
	});

	test('Create is found again when its answer was lost', async () => {
		cloud.em.faults.add({ operation: 'CreateAcl', effect: fault.answerLost() });
		const [item] = await cloud.items('acl/create', entry({ createIfAbsent: true }));
		expect(item).toMatchObject({ ...ENTRY, created: true, recovered: true });
		expect(cloud.sent('CreateAcl')).toBeSent(1);
	});

	test('Create waits until the entry is listed', async () => {
		const effect = answer({ KafkaAclList: { KafkaAclVO: [] } });
		cloud.em.faults.add({ operation: 'DescribeAcls', effect });
		const [item] = await cloud.items('acl/create', entry(WAITING));
		expect(cloud.lines()).toEqual(['CreateAcl', 'DescribeAcls', 'DescribeAcls']);
		expect(item).toMatchObject({ ...ENTRY, completed: true });
	});

	test('Create for a user that is not there', async () => {
		const { told } = await cloud.run('acl/create', entry({ user: byName('nobody') }));
		expect(told).toContain('BIZ_SASL_USER_NOT_EXIST');
	});

	test('Get Many lists what fits', async () => {
		instance().acls.push(ENTRY, { ...ENTRY, AclResourcePatternType: 'LITERAL' });
		const options = {
			userName: 'reader',
			aclResourceType: 'Topic',
			aclResourceName: 'orders',
		};
		const target = { ...here(), options };
		expect(await cloud.items('acl/getAll', target)).toHaveLength(2);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Username: 'reader',
			AclResourceType: 'Topic',
			AclResourceName: 'orders',
		});
		const literal = { ...options, aclResourcePatternType: 'LITERAL' };
		const items = await cloud.items('acl/getAll', { ...here(), options: literal });
		expect(items).toEqual([{ ...ENTRY, AclResourcePatternType: 'LITERAL', Host: '*' }]);
		instance().acls = [];
		expect(await cloud.items('acl/getAll', target)).toEqual([]);
	});

	test('Delete takes the whole entry', async () => {
		instance().acls.push(ENTRY, { ...ENTRY, AclOperationType: 'Read' });
		const items = await cloud.items('acl/delete', entry());
		expect(cloud.lines()).toEqual(['DescribeAcls', 'DeleteAcl']);
		expect(cloud.body()).toEqual({ InstanceId: id, ...ENTRY });
		expect(items).toEqual([{ ...ENTRY, InstanceId: id, deleted: true }]);
		expect(instance().acls).toEqual([{ ...ENTRY, AclOperationType: 'Read' }]);
		const { told } = await cloud.run('acl/delete', entry());
		expect(told).toContain('InvalidParameter.DataNotFound');
	});

	test.each(['create', 'delete'])(
		'%s refuses a name that an expression does not give',
		async (o) => {
			const told = await refused(`acl/${o}`, entry({ aclResourceName: '={{ $json.none }}' }));
			expect(told).toContain("'Resource Name' is empty");
		},
	);
});

describe('Allowed IP', () => {
	const change = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		change: 'add',
		network: 'vpc',
		port: '9092/9092',
		allowedListIp: '10.0.0.0/8',
		...more,
	});

	test('Get gives the lists of both networks', async () => {
		const [item] = await cloud.items('allowedIp/get', here());
		expect(cloud.lines()).toEqual(['GetAllowedIpList']);
		expect(cloud.body()).toEqual({ InstanceId: id });
		expect(item).toMatchObject({ InstanceId: id, DeployType: 4 });
		expect(item.VpcList).toMatchObject([{ PortRange: '9092/9092' }]);
		expect(item.InternetList).toMatchObject([{ PortRange: '9093/9093' }]);
	});

	test('Update adds several addresses at once', async () => {
		const items = await cloud.items(
			'allowedIp/update',
			change({ allowedListIp: '10.0.0.0/8, 192.168.0.10' }),
		);
		expect(cloud.lines()).toEqual(['UpdateAllowedIp']);
		const sent = {
			InstanceId: id,
			UpdateType: 'add',
			AllowedListType: 'vpc',
			PortRange: '9092/9092',
			AllowedListIp: '10.0.0.0/8,192.168.0.10',
		};
		expect(cloud.body()).toEqual(sent);
		expect(items).toEqual([{ ...sent, updated: true }]);
		const [list] = (await cloud.items('allowedIp/get', here()))[0].VpcList as IDataObject[];
		expect(list.AllowedIpList).toEqual(expect.arrayContaining(['10.0.0.0/8', '192.168.0.10']));
	});

	test('Update removes one, and says so when it is not there', async () => {
		await cloud.items('allowedIp/update', change());
		await cloud.items('allowedIp/update', change({ change: 'delete' }));
		expect(cloud.body()).toMatchObject({ UpdateType: 'delete', AllowedListIp: '10.0.0.0/8' });
		const { told } = await cloud.run('allowedIp/update', change({ change: 'delete' }));
		expect(told).toContain('WHITE.DELETE.ERROR');
	});

	test.each<[string, INodeParameters, string]>([
		[
			'two to remove',
			{ change: 'delete', allowedListIp: '10.0.0.1,10.0.0.2' },
			'removes one at a time',
		],
		[
			'the internet on 9092',
			{ network: 'internet' },
			"'Port' 9092/9092 is not available for the internet",
		],
		['the VPC on 9093', { port: '9093/9093' }, "'Port' 9093/9093 is not available for the VPC"],
		['no address', { allowedListIp: '={{ [] }}' }, "'Addresses' is empty"],
		['a host name', { allowedListIp: 'kafka.example' }, 'must be an IPv4 address'],
		['a wrong block', { allowedListIp: '10.0.0.0/33' }, 'must be an IPv4 address'],
		[
			'half of a list',
			{ allowedListIp: '={{ ["10.0.0.1", ""] }}' },
			"'Addresses' contains an empty entry",
		],
	])('Update refuses %s', async (_, parameters, reason) => {
		expect(await refused('allowedIp/update', change(parameters))).toContain(reason);
	});
});
