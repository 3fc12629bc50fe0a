/** The account that rows are of: told where it is shown, once, and never at the cost of what else is known. */
import type { IDataObject } from 'n8n-workflow';

import { exampleAccounts } from '../../../../emulator';
import { chain, node } from '../../../harness';
import { VENDORS } from '../../../support/clouds';
import { DAY, FLEET_TRIGGER, NOW, openFleet } from '../../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const ONE_EACH = {
	alibaba: { instances: [{ name: 'a-1', createdAt: OLD }] },
	huawei: {
		instances: [
			{ name: 'h-1', createdAt: OLD },
			{ name: 'h-2', createdAt: OLD },
		],
	},
	tencent: { instances: [{ name: 't-1', createdAt: OLD }] },
};
const IDENTITY = /GetCallerIdentity|ListAuthDomains/;
const ACCOUNT = exampleAccounts().huawei.domainId;

const open = async () => {
	const fleet = await openFleet(ONE_EACH);
	const identities = () =>
		fleet
			.lines()
			.filter((line) => IDENTITY.test(line))
			.sort();
	return { fleet, identities };
};

const ASKED = [
	'alibaba GetCallerIdentity',
	'huawei GetCallerIdentity',
	'tencent GetCallerIdentity',
];

describe('fleet/acceptance', () => {
	test('each row names the account of its cloud, by one request for each cloud and process', async () => {
		const { fleet, identities } = await open();
		const all = { output: 'all', returnAll: true };
		const items = await fleet.items('instance/getAll', all, { json: [{}, {}] });
		const accounts = new Map(items.map(({ cloud, account }) => [cloud, account]));
		expect(accounts.get('huawei')).toBe(ACCOUNT);
		expect(new Set(items.map(({ account }) => account)).size).toBe(3);
		for (const account of accounts.values()) expect(account).toMatch(/^\w{10,}$/);
		expect(identities()).toEqual(ASKED);
		const [flat] = await fleet.items('instance/getAll', { output: 'flat', clouds: ['huawei'] });
		expect(flat.account).toBe(ACCOUNT);
		const selected = { output: 'selected', selectedFields: ['account'], clouds: ['huawei'] };
		const [row] = await fleet.items('instance/getAll', selected);
		expect(row).toEqual({ key: flat.key, account: ACCOUNT });
		const [one] = await fleet.items('instance/get', {
			instance: { __rl: true, mode: 'key', value: String(flat.key) },
			output: 'all',
		});
		expect(one.account).toBe(ACCOUNT);
		const [report] = await fleet.items('instance/getAll', { output: 'report', clouds: ['huawei'] });
		const [head, ...lines] = String(report.csv).split('\r\n');
		const column = head.split(',').indexOf('Account');
		expect(lines.map((line) => line.split(',')[column])).toEqual([ACCOUNT, ACCOUNT]);
		expect(report.rows).toMatchObject([{ account: ACCOUNT }, { account: ACCOUNT }]);
		expect(identities()).toEqual([]);
	});

	test('nothing is asked where no account comes out', async () => {
		const { fleet, identities } = await open();
		const [row] = await fleet.items('instance/getAll');
		expect(row).not.toHaveProperty('account');
		const selected = { output: 'selected', selectedFields: ['name'] };
		await fleet.items('instance/getAll', selected);
		expect(identities()).toEqual([]);
	});

	test('one that cannot be told is null with a warning, and is asked for again after a minute', async () => {
		const { fleet, identities } = await open();
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'GetCallerIdentity',
			effect: {
				kind: 'answer',
				status: 200,
				body: {
					Response: { Error: { Code: 'UnauthorizedOperation', Message: 'no' }, RequestId: 'r' },
				},
			},
		});
		const parameters = { clouds: ['tencent'], output: 'all', summary: true };
		const [row, summary] = await fleet.items('instance/getAll', parameters);
		expect(row).toMatchObject({ name: 't-1', account: null });
		expect(summary.warnings).toEqual([
			expect.stringMatching(/^Tencent Cloud: the account could not be read: .*\.$/),
		]);
		expect((await fleet.items('instance/getAll', parameters))[0].account).toBeNull();
		expect(identities()).toEqual(['tencent GetCallerIdentity']);
		fleet.clock.advance(60_000);
		const [again] = await fleet.items('instance/getAll', parameters);
		expect(again.account).toMatch(/^\d+$/);
	});

	test('a service that never responds holds up no row', async () => {
		const { fleet } = await open();
		fleet.em.faults.add({
			vendor: 'alibaba',
			operation: 'GetCallerIdentity',
			times: 'always',
			effect: { kind: 'delay', ms: 3_600_000 },
		});
		const started = fleet.clock.monotonic();
		const [row] = await fleet.items('instance/getAll', { clouds: ['alibaba'], output: 'all' });
		expect(row).toMatchObject({ name: 'a-1', account: null });
		expect(fleet.clock.monotonic() - started).toBeLessThanOrEqual(11_000);
	});

	test('the account guard always asks, and what it learns is in the rows', async () => {
		const { fleet, identities } = await open();
		const guarded = { clouds: ['huawei'], output: 'all', deleteOptions: { onlyAccounts: ACCOUNT } };
		const run = async () =>
			await fleet.items('cleanUp/deleteMarked', {
				...guarded,
				dryRun: true,
				scope: 'mustHaveTag',
				scopeTag: 'a',
			});
		await run();
		await run();
		expect(identities()).toEqual(Array(2).fill('huawei GetCallerIdentity'));
		await fleet.items('instance/getAll', { clouds: ['huawei'], output: 'all' });
		expect(identities()).toEqual([]);
	});

	test('two credentials never share one', async () => {
		const accounts = exampleAccounts();
		const fleet = await openFleet({ ...ONE_EACH, accounts });
		const parameters = { clouds: ['huawei'], output: 'all' };
		const account = async () => (await fleet.items('instance/getAll', parameters))[0].account;
		expect(await account()).toBe(ACCOUNT);
		accounts.huawei.domainId = 'e0a1b2c3d4e5f60718293a4b5c6d7e8f';
		accounts.huawei.keys.push({ ...accounts.huawei.keys[0], accessKey: 'SECONDKEY' });
		const { credential, data } = VENDORS.huawei;
		fleet.n8n.credentials[credential] = data(fleet.em, { accessKeyId: 'SECONDKEY' });
		expect(await account()).toBe('e0a1b2c3d4e5f60718293a4b5c6d7e8f');
	});

	test('an event of the trigger names it, and a poll without an event asks nothing', async () => {
		const { fleet, identities } = await open();
		const watch = node(
			'T',
			FLEET_TRIGGER,
			{ clouds: ['huawei'], events: ['instanceAppeared'], options: { allFields: true } },
			{ credentials: [VENDORS.huawei.credential] },
		);
		const workflow = fleet.n8n.makeWorkflow(chain(watch));
		const poll = async () =>
			((await fleet.n8n.poll(workflow, 'T'))?.[0] ?? []).map(
				({ json }: { json: IDataObject }) => json,
			);
		expect(await poll()).toEqual([]);
		expect(identities()).toEqual([]);
		fleet.em.huawei.state.seed({ name: 'h-3' });
		expect(await poll()).toMatchObject([{ name: 'h-3', account: ACCOUNT }]);
		expect(identities()).toEqual(['huawei GetCallerIdentity']);
	});
});
