/** Delete over several items: one instance under two names, more than allowed, and errors at their item. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { DAY, NOW, openFleet, type FleetStage } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const TAGS = [
	{ TagKey: 'env', TagValue: 'dev' },
	{ TagKey: 'fleet-delete-after', TagValue: '2030-01-14' },
];
const REAL: INodeParameters = {
	clouds: ['tencent'],
	dryRun: false,
	scope: 'mustHaveTag',
	scopeTag: 'env',
};
/** The account of the emulated cloud. */
const OWN = '100000000001';
const GOES_ON = { node: { onError: 'continueRegularOutput' as const } };

/** Due instances `t-0`, `t-1`, ... and their keys. */
async function withDue(count: number): Promise<{ fleet: FleetStage; keys: string[] }> {
	const names = Array.from({ length: count }, (_, index) => `t-${index}`);
	const instances = names.map((name) => ({ name, createdAt: OLD, tags: TAGS }));
	const fleet = await openFleet({ tencent: { instances } });
	const found = await fleet.items('instance/getAll', { clouds: ['tencent'] });
	fleet.lines();
	return {
		fleet,
		keys: names.map((name) => found.find((one) => one.name === name)?.key as string),
	};
}

const idOf = (key: string) => key.split(':')[3];

/** By key or by ID, as each item says. */
const BY_ITEM = { __rl: true, mode: '={{ $json.mode }}', value: '={{ $json.value }}' } as never;

const outcomes = (items: IDataObject[]) => items.map(({ outcome }) => outcome);

describe('one instance in two items', () => {
	test.each([
		['its key twice', (key: string) => [key, key]],
		['its key with blanks', (key: string) => [key, ` ${key.replaceAll(':', ' : ')} `]],
	])('%s: one deletion, and the other item says so', async (_, both) => {
		const { fleet, keys } = await withDue(1);
		const json = both(keys[0]).map((key) => ({ key }));
		const { output } = await fleet.run('cleanUp/delete', REAL, { json });
		expect(outcomes(output.map((one) => one.json))).toEqual(['deletionStarted', 'repeated']);
		expect(output[1].json).toMatchObject({
			name: 't-0',
			key: keys[0],
			message: 'Item 0 is for the same instance.',
		});
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(fleet.writes()).toEqual(['tencent DeleteInstancePost']);
	});

	test('its ID in one item and its key in another, which count once', async () => {
		const { fleet, keys } = await withDue(1);
		const json = [
			{ mode: 'id', value: idOf(keys[0]) },
			{ mode: 'key', value: keys[0] },
		];
		const parameters = { ...REAL, instance: BY_ITEM, mostDeletions: 1 };
		const items = await fleet.items('cleanUp/delete', parameters, { json });
		expect(outcomes(items)).toEqual(['deletionStarted', 'repeated']);
		expect(items.map(({ key }) => key)).toEqual([keys[0], keys[0]]);
		expect(fleet.writes()).toHaveLength(1);
	});

	test('in another run it is being deleted already', async () => {
		const { fleet, keys } = await withDue(1);
		const run = async () => await fleet.items('cleanUp/delete', REAL, { json: [{ key: keys[0] }] });
		expect(outcomes(await run())).toEqual(['deletionStarted']);
		expect(outcomes(await run())).toEqual(['alreadyDeleting']);
		expect(fleet.writes()).toHaveLength(1);
	});

	test('an item that asks for more is no repetition of one that was kept', async () => {
		const { fleet, keys } = await withDue(1);
		const json = [true, false, true].map((dry) => ({ key: keys[0], dry }));
		const parameters = { ...REAL, dryRun: '={{ $json.dry }}' };
		const items = await fleet.items('cleanUp/delete', parameters, { json });
		expect(outcomes(items)).toEqual(['wouldDelete', 'deletionStarted', 'repeated']);
		expect(fleet.writes()).toHaveLength(1);
	});

	test('where its deletion fails, both items fail', async () => {
		const { fleet, keys } = await withDue(1);
		const body = {
			Response: { Error: { Code: 'OperationDenied', Message: 'no' }, RequestId: 'r' },
		};
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DeleteInstancePost',
			times: 'always',
			effect: { kind: 'answer', status: 200, body },
		});
		const json = [{ key: keys[0] }, { key: keys[0] }];
		const { items } = await fleet.run('cleanUp/delete', REAL, { json, ...GOES_ON });
		expect(items.map(({ error }) => typeof error)).toEqual(['string', 'string']);
		expect(items[1].error).toContain('Item 0 is for the same instance');
		expect(fleet.writes()).toHaveLength(1);
	});

	test('a report has one row of it', async () => {
		const { fleet, keys } = await withDue(1);
		const json = [{ key: keys[0] }, { key: keys[0] }];
		const [report] = await fleet.items('cleanUp/delete', { ...REAL, output: 'report' }, { json });
		expect(report.counts).toMatchObject({ instances: 1, deletionStarted: 1 });
	});
});

describe('items with credentials of their own', () => {
	const DENIED = { secretId: 'AKIDmaynotdelete', secretKey: 'emulator-key-without-a-right' };

	/** Two due instances, and a credential that each item fills in. */
	async function withTwoKeys() {
		const accounts = exampleAccounts();
		accounts.tencent.keys.push({ ...DENIED, denied: ['ckafka:DeleteInstancePost'] });
		const instances = ['t-0', 't-1'].map((name) => ({ name, createdAt: OLD, tags: TAGS }));
		const fleet = await openFleet({ accounts, tencent: { instances } });
		const found = await fleet.items('instance/getAll', { clouds: ['tencent'] });
		const { credential, data } = VENDORS.tencent;
		const login = { secretId: '={{ $json.secretId }}', secretKey: '={{ $json.secretKey }}' };
		fleet.n8n.credentials[credential] = data(fleet.em, login);
		return { fleet, keys: found.map(({ key }) => String(key)) };
	}

	test('one that is refused ends nothing for another', async () => {
		const { fleet, keys } = await withTwoKeys();
		const json = [
			{ key: keys[0], ...DENIED },
			{ key: keys[1], ...EXAMPLE.tencent.permanent },
		];
		const { items } = await fleet.run('cleanUp/delete', REAL, { json, ...GOES_ON });
		expect(items.map(({ error, outcome }) => outcome ?? typeof error)).toEqual([
			'string',
			'deletionStarted',
		]);
	});

	test('an instance that one may not delete is deleted by another, and once', async () => {
		const { fleet, keys } = await withTwoKeys();
		const { permanent } = EXAMPLE.tencent;
		const json = [DENIED, permanent, permanent, DENIED].map((login) => ({
			key: keys[0],
			...login,
		}));
		const { items } = await fleet.run('cleanUp/delete', REAL, { json, ...GOES_ON });
		expect(items.map(({ error, outcome }) => outcome ?? typeof error)).toEqual([
			'string',
			'deletionStarted',
			'repeated',
			'string',
		]);
		expect(fleet.writes()).toHaveLength(2);
	});
});

describe('more than Maximum Deletions', () => {
	const OLDEST = { ...REAL, mostDeletions: 2, deleteOptions: { whenTooMany: 'oldestFirst' } };

	test('with Oldest Due First, the rest is kept, and the node goes on', async () => {
		const { fleet, keys } = await withDue(3);
		const items = await fleet.items('cleanUp/delete', OLDEST, {
			json: keys.map((key) => ({ key })),
		});
		expect(outcomes(items)).toEqual(['deletionStarted', 'deletionStarted', 'kept']);
		expect(items[2]).toMatchObject({ key: keys[2], guard: 'cap' });
		expect(items[2].message).toContain("'Maximum Deletions' is 2");
		expect(fleet.writes()).toHaveLength(2);
	});

	test('with Delete None and Continue, each item has the error, and its key', async () => {
		const { fleet, keys } = await withDue(3);
		const json = keys.map((key) => ({ key }));
		const { output } = await fleet.run(
			'cleanUp/delete',
			{ ...REAL, mostDeletions: 2 },
			{ json, ...GOES_ON },
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		for (const [index, { json: item }] of output.entries()) {
			expect(item.error).toContain("3 instances are named, but 'Maximum Deletions' is 2");
			expect(item.key).toBe(keys[index]);
		}
		expect(fleet.writes()).toEqual([]);
	});
});

test('with Continue, a wrong account fails its own item, and no other', async () => {
	const { fleet, keys } = await withDue(2);
	const json = keys.map((key, index) => ({ key, account: index === 0 ? OWN : '4711' }));
	const deleteOptions = { onlyAccounts: '={{ $json.account }}' };
	const { output } = await fleet.run(
		'cleanUp/delete',
		{ ...REAL, deleteOptions },
		{ json, ...GOES_ON },
	);
	const [refused, done] = output;
	expect(refused).toMatchObject({ pairedItem: { item: 1 }, json: { key: keys[1] } });
	expect(refused.json.error).toContain("is not in 'Only in Accounts'");
	expect(done).toMatchObject({ pairedItem: { item: 0 }, json: { outcome: 'deletionStarted' } });
	expect(fleet.writes()).toHaveLength(1);
});
