import { COMPANIONS } from '../../../emulator/alibaba/companions';
import { loadCompanions } from '../../../emulator/core/facts';
import { EXAMPLE, exampleAccounts, startEmulator, type Emulator } from '../../../emulator';
import { callAlibaba } from './client';
import { code, operate } from './operateAlibaba';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
});
afterEach(() => emulator.close());

test('every operation of the services beside Kafka has a handler', () => {
	const operations = loadCompanions('alibaba').map(({ operation }) => operation);
	expect(operations.length).toBeGreaterThan(0);
	expect(Object.keys(COMPANIONS)).toEqual(expect.arrayContaining(operations));
});

test('a request to another service needs its version and a signature that holds', async () => {
	const query = { RegionId: 'cn-hangzhou' };
	const headers = { 'x-acs-version': '2016-04-28' };
	const action = 'DescribeVpcs';
	const wrongKey = { ...EXAMPLE.alibaba.permanent, accessKeySecret: 'another' };
	expect((await callAlibaba(emulator, { action, query, headers })).status).toBe(200);
	expect(code(await callAlibaba(emulator, { action, query }))).toEqual([
		404,
		'InvalidAction.NotFound',
	]);
	const unsigned = await callAlibaba(emulator, { action, query, headers, key: wrongKey });
	expect(code(unsigned)).toEqual([400, 'SignatureDoesNotMatch']);
});

test('VPCs have two of one name, and other IDs in another region', async () => {
	const here = (await operate(emulator, 'DescribeVpcs')).body.Vpcs.Vpc;
	const there = (await operate(emulator, 'DescribeVpcs', { RegionId: 'cn-beijing' })).body.Vpcs.Vpc;
	const names = (rows: Array<{ VpcName: string }>) => rows.map(({ VpcName }) => VpcName);
	expect(names(here)).toEqual(['orders-vpc', 'shared', 'shared']);
	expect(names(there)).toEqual(names(here));
	expect(there[0].VpcId).not.toBe(here[0].VpcId);
});

test('vSwitches are those of a VPC and a zone, and instances take their addresses', async () => {
	const [{ id: VpcId }] = emulator.alibaba.state.networks.of('cn-hangzhou').vpcs;
	const list = async () =>
		(await operate(emulator, 'DescribeVSwitches', { VpcId, ZoneId: 'cn-hangzhou-h' })).body
			.VSwitches.VSwitch as Array<{ VSwitchName: string; AvailableIpAddressCount: number }>;
	const [before] = await list();
	expect((await list()).map(({ VSwitchName }) => VSwitchName)).toEqual([
		'orders-h',
		'orders-narrow',
	]);
	emulator.alibaba.state.seed({ name: 'one' });
	const [after] = await list();
	expect(after.AvailableIpAddressCount).toBe(before.AvailableIpAddressCount - 1);
	const all = await operate(emulator, 'DescribeVSwitches', { PageSize: 4, PageNumber: 2 });
	expect(all.body).toMatchObject({ PageNumber: 2, PageSize: 4, TotalCount: 6 });
	expect(all.body.VSwitches.VSwitch).toHaveLength(2);
});

test('security groups are paged by a token, which the last page lacks', async () => {
	const first = await operate(emulator, 'DescribeSecurityGroups', { MaxResults: 3 });
	const { NextToken } = first.body;
	const last = await operate(emulator, 'DescribeSecurityGroups', { MaxResults: 3, NextToken });
	const groups = [first, last].map(({ body }) => body.SecurityGroups.SecurityGroup.length);
	expect(groups).toEqual([3, 1]);
	expect(last.body.NextToken).toBe('');
});

test('keys are filtered by what they are for; names are in another list', async () => {
	const Filters = JSON.stringify([
		{ Key: 'KeyState', Values: ['Enabled'] },
		{ Key: 'KeyUsage', Values: ['ENCRYPT/DECRYPT'] },
	]);
	const keys = (await operate(emulator, 'ListKeys', { Filters })).body.Keys.Key;
	const names = (await operate(emulator, 'ListAliases')).body.Aliases.Alias;
	expect(keys).toHaveLength(2);
	expect(names).toContainEqual(
		expect.objectContaining({ KeyId: keys[0].KeyId, AliasName: 'alias/kafka' }),
	);
	expect(code(await operate(emulator, 'ListKeys', { Filters: '{' }))).toEqual([
		400,
		'InvalidParameter',
	]);
});

test('resource groups that are being deleted can be left out', async () => {
	const groups = (await operate(emulator, 'ListResourceGroups', { Status: 'OK' })).body;
	expect(groups.ResourceGroups.ResourceGroup.map(({ Name }: { Name: string }) => Name)).toEqual([
		'default',
		'orders',
	]);
});

test('a key without the right is refused with the name of the action', async () => {
	const accounts = exampleAccounts();
	accounts.alibaba.keys[0] = { ...accounts.alibaba.keys[0], denied: ['vpc:*'] };
	const other = await startEmulator({ speed: 0, accounts });
	const { status, body } = await operate(other, 'DescribeVpcs');
	expect([status, body.Code, body.AccessDeniedDetail.AuthAction]).toEqual([
		403,
		'Forbidden.RAM',
		'vpc:DescribeVpcs',
	]);
	expect((await operate(other, 'ListKeys')).status).toBe(200);
	await other.close();
});
