import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { loadCompanions } from '../../../emulator/core/facts';
import { COMPANIONS } from '../../../emulator/huawei/companions';
import { callHuawei, type HuaweiCall } from './client';
import { nonconformities } from './conform';

const { projectId, permanent, agency } = EXAMPLE.huawei;

let emulator: Emulator;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const ofProject = (path: string) => path.replace('{project_id}', projectId);
const list = (path: string, call: Partial<HuaweiCall> = {}) =>
	callHuawei(emulator, { path: ofProject(path), ...call });

const VPCS = '/v3/{project_id}/vpc/vpcs';
const SUBNETS = '/v1/{project_id}/subnets';
const GROUPS = '/v3/{project_id}/vpc/security-groups';
const IPS = '/v3/{project_id}/eip/publicips';
const KEYS = '/v1.0/{project_id}/kms/list-keys';
const PROJECTS = '/v1.0/enterprise-projects';
const IDENTITY = '/v5/caller-identity';
const ASSUME = '/v5/agencies/assume';

const account = () => emulator.huawei.state.accounts.domainId;
const ofAccount = () => ({ headers: { 'X-Domain-Id': account() } });

const names = (rows: Array<{ name: string }>) => rows.map(({ name }) => name);

test('every operation of the facts belongs to one service', () => {
	const served = COMPANIONS.flatMap(({ operations }) => Object.keys(operations));
	expect(served.sort()).toEqual(
		loadCompanions('huawei')
			.map(({ operation }) => operation)
			.sort(),
	);
});

test.each([
	['ListVpcs', VPCS, {}],
	['ListSubnets', SUBNETS, {}],
	['ListSecurityGroups', GROUPS, {}],
	['ListPublicips', IPS, {}],
	['ListKeys', KEYS, { method: 'POST', body: {} }],
	['ListEnterpriseProject', PROJECTS, ofAccount],
	['GetCallerIdentity', IDENTITY, {}],
])('%s answers as its schema says', async (operation, path, call) => {
	const reply = await list(path, typeof call === 'function' ? call() : call);
	expect(nonconformities('huawei', operation, reply)).toEqual([]);
});

describe('lists', () => {
	test('name the next page by the last row', async () => {
		const first = (await list(VPCS, { query: { limit: '2' } })).body;
		expect(names(first.vpcs)).toEqual(['orders-vpc', 'shared-vpc']);
		const query = { limit: '2', marker: first.page_info.next_marker };
		const second = (await list(VPCS, { query })).body;
		expect(names(second.vpcs)).toEqual(['shared-vpc']);
		expect(second.page_info.next_marker).toBeUndefined();
	});

	test('of keys go on at a marker in the body, with numbers as text', async () => {
		const body = { limit: '2' };
		const first = (await list(KEYS, { method: 'POST', body })).body;
		expect(first).toMatchObject({ truncated: 'true', total: 3 });
		const second = (
			await list(KEYS, { method: 'POST', body: { ...body, marker: first.next_marker } })
		).body;
		expect(second.truncated).toBe('false');
		expect(second.key_details.map((key: { key_state: string }) => key.key_state)).toEqual(['3']);
		const number = await list(KEYS, { method: 'POST', body: { limit: 2 } });
		expect([number.status, number.body.error.error_code]).toEqual([400, 'KMS.0309']);
	});

	test('of subnets are narrowed down to a VPC, and brokers take addresses', async () => {
		const { state } = emulator.huawei;
		const { vpcs, subnets } = state.surroundings(state.accounts.projects[0]);
		state.seed({ name: 'orders', subnetId: subnets[0].id, brokerNum: 3 });
		const { body } = await list(SUBNETS, { query: { vpc_id: vpcs[0].id } });
		expect(
			body.subnets.map((subnet: { name: string; available_ip_address_count: number }) => [
				subnet.name,
				subnet.available_ip_address_count,
			]),
		).toEqual([
			['brokers', 247],
			['brokers-b', 2],
		]);
	});

	test('of elastic IPs show which an instance has', async () => {
		const { state } = emulator.huawei;
		const { publicIps } = state.surroundings(state.accounts.projects[0]);
		state.seed({ name: 'orders', enablePublicIp: true, publicIpIds: [publicIps[0].id] });
		const free = (await list(IPS, { query: { status: 'DOWN' } })).body.publicips;
		expect(free.map(({ alias }: { alias: string }) => alias)).toEqual([
			'kafka-2',
			'kafka-3',
			'kafka-4',
		]);
	});

	test('refuse a parameter that the facts do not have', async () => {
		const { status, body } = await list(VPCS, { query: { search: 'orders' } });
		expect([status, body.error_code]).toEqual([400, 'VPC.0002']);
	});
});

describe('who may ask', () => {
	test.each([VPCS, IPS, IDENTITY])('%s refuses a wrong signature', async (path) => {
		const { status, body } = await list(path, { key: { ...permanent, secretKey: 'x' } });
		expect([status, body.error_code]).toEqual([401, 'APIGW.0301']);
	});

	test('a foreign project is refused', async () => {
		const { status } = await list('/v3/00000000000000000000000000000000/vpc/vpcs');
		expect(status).toBe(401);
	});

	test('enterprise projects are those of the account that the request names', async () => {
		const { status, body } = await list(PROJECTS);
		expect([status, body.error.error_code]).toEqual([403, 'EPS.0004']);
		const found = await list(PROJECTS, { ...ofAccount(), query: { status: '1' } });
		expect(names(found.body.enterprise_projects)).toEqual(['default', 'production']);
	});

	test('a permission that is missing is named in the form of the service', async () => {
		const { denied } = emulator.huawei.state;
		for (const one of ['vpc:vpcs:list', 'kms:cmk:list']) denied.add(one);
		const vpcs = await list(VPCS);
		expect([vpcs.status, vpcs.body.error_code]).toEqual([403, 'VPC.2201']);
		expect(vpcs.body.error_msg).toContain('vpc:vpcs:list');
		const keys = await list(KEYS, { method: 'POST', body: {} });
		expect([keys.status, keys.body.error.error_code]).toEqual([403, 'KMS.0308']);
		expect((await list(SUBNETS)).status).toBe(200);
	});
});

describe('the Security Token Service', () => {
	const assume = (name: string, over: object = {}, path = ASSUME) =>
		list(path, {
			method: 'POST',
			body: {
				agency_urn: `iam::${account()}:agency:${name}`,
				agency_session_name: 'n8n',
				...over,
			},
		});

	test('grants an agency to whom it trusts, and tells who uses its key', async () => {
		const reply = await assume(agency.name);
		expect(nonconformities('huawei', 'AssumeAgency', reply)).toEqual([]);
		const { access_key_id, secret_access_key, security_token } = reply.body.credentials;
		const key = {
			accessKey: access_key_id,
			secretKey: secret_access_key,
			securityToken: security_token,
		};
		const { body } = await list(IDENTITY, { key });
		expect(body.principal_urn).toBe(`sts::${account()}:assumed-agency:${agency.name}/n8n`);
	});

	test.each([
		['of-others', {}, 403],
		['unknown', {}, 404],
		[agency.name, { external_id: 'x' }, 403],
		[agency.name, { duration_seconds: 60 }, 400],
	])('refuses %s with %j', async (name, over, status) => {
		expect((await assume(name, over)).status).toBe(status);
	});
});
