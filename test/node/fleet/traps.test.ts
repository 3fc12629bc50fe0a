/** Attempts to make the clean-up delete what it should not, through expressions, several items, and faults. */
import type { INodeParameters } from 'n8n-workflow';

import { DAY, NOW, named, openFleet, type FleetStage } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const tagsOf = (tags: Record<string, string>) =>
	Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
const DUE_TAGS = { env: 'dev', 'fleet-delete-after': '2030-01-14' };

/** So many due instances of Tencent Cloud, and as many that are not marked. */
const withDue = async (count: number, more: Parameters<typeof openFleet>[0] = {}) =>
	await openFleet({
		tencent: {
			instances: Array.from({ length: count }, (_, index) => [
				{ name: `t-${index}`, createdAt: OLD + index * DAY, tags: tagsOf(DUE_TAGS) },
				{ name: `used-${index}`, createdAt: OLD },
			]).flat(),
		},
		...more,
	});

const REAL: INodeParameters = {
	clouds: ['tencent'],
	dryRun: false,
	scope: 'mustHaveTag',
	scopeTag: 'env=dev',
};

const keyOf = async (fleet: FleetStage, name: string) => {
	const items = await fleet.items('instance/getAll', { clouds: ['tencent'], output: 'all' });
	return String(named(items, name).key);
};

/** The run is refused with a text, and nothing was sent since the last look. */
async function refusedUnsent(fleet: FleetStage, parameters: INodeParameters, text: RegExp) {
	fleet.lines();
	const { told } = await fleet.run('cleanUp/deleteMarked', { ...REAL, ...parameters });
	expect(told).toMatch(text);
	expect(fleet.lines()).toEqual([]);
}

describe('a guard whose expression gives something else', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['a tag without its value', { scopeTag: '=env={{ $json.none }}' }, /'Tag' would let every/],
		['dry run of null', { dryRun: '={{ null }}' }, /'Dry Run'/],
		['dry run of "0"', { dryRun: '={{ "0" }}' }, /'Dry Run' is neither true nor false/],
		['dry run of a list', { dryRun: '={{ [] }}' }, /'Dry Run'/],
		['any name', { scope: 'nameMatches', scopeName: ' *?**' }, /'Name Pattern' would let every/],
		[
			'any name by an expression',
			{ scope: 'nameMatches', scopeName: '={{ $json.none }}*' },
			/'Name Pattern' would let every/,
		],
		[
			'accounts of an object',
			{ deleteOptions: { neverAccounts: '={{ { id: 1 } }}' } },
			/'Never in Accounts' is not a list of texts/,
		],
		[
			'accounts as JSON',
			{ deleteOptions: { neverAccounts: '={{ JSON.stringify(["100000000001"]) }}' } },
			/'Never in Accounts' contains what is not an ID/,
		],
		[
			'the name of an account',
			{ deleteOptions: { neverAccounts: 'production' } },
			/'Never in Accounts' contains what is not the ID of an account: 'production'/,
		],
		[
			'a price of an unknown cloud',
			{ options: { priceRows: { entry: [{ cloud: 'Tencent', perMonth: 1 }] } } },
			/'Price Rows' has a row for 'Tencent'/,
		],
		[
			'accounts of ""',
			{ deleteOptions: { onlyAccounts: '={{ "" }}' } },
			/'Only in Accounts' is empty/,
		],
		[
			'IDs as JSON',
			{ keep: { keepIds: '={{ JSON.stringify(["ckafka-1"]) }}' } },
			/'Keep IDs' contains/,
		],
		['IDs between blanks', { keep: { keepIds: 'ckafka-1 ckafka-2' } }, /'Keep IDs' contains/],
		[
			'words as an object',
			{ keep: { protectedWords: '={{ { word: "t" } }}' } },
			/'Protected Words' is not a list of texts/,
		],
		[
			'words as JSON',
			{ keep: { protectedWords: '={{ JSON.stringify(["t"]) }}' } },
			/'Protected Words' contains what no name does/,
		],
	])('%s: refused before any request', async (_, parameters, text) => {
		await refusedUnsent(await withDue(1), parameters, text);
	});

	test('of a later item under "Continue" refuses that item only', async () => {
		const fleet = await withDue(2);
		const [first, second] = [await keyOf(fleet, 't-0'), await keyOf(fleet, 't-1')];
		const account = '={{ $json.account }}';
		fleet.lines();
		const { items } = await fleet.run(
			'cleanUp/delete',
			{ ...REAL, instance: '={{ $json.key }}', deleteOptions: { neverAccounts: account } },
			{
				json: [{ key: first, account: '1' }, { key: second }],
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(items.map(({ outcome, error }) => outcome ?? error)).toEqual([
			expect.stringContaining("'Never in Accounts'"),
			'deletionStarted',
		]);
		expect(fleet.writes()).toEqual(['tencent DeleteInstancePost']);
	});
});

describe('several items', () => {
	test('share one cap', async () => {
		const fleet = await withDue(4);
		const parameters = {
			...REAL,
			mostDeletions: 2,
			deleteOptions: { whenTooMany: 'oldestFirst' },
			options: { reportTitle: '={{ $json.title }}' },
		};
		const json = [{ title: 'one' }, { title: 'two' }];
		const dry = await fleet.run('cleanUp/deleteMarked', { ...parameters, dryRun: true }, { json });
		expect(
			dry.items.filter(({ outcome }) => outcome === 'wouldDelete').map(({ name }) => name),
		).toEqual(['t-0', 't-1', 't-0', 't-1']);
		await fleet.run('cleanUp/deleteMarked', parameters, { json });
		expect(fleet.writes()).toHaveLength(2);
	});

	test('are all checked before the first deletion', async () => {
		const fleet = await withDue(1);
		fleet.lines();
		const { told } = await fleet.run(
			'cleanUp/deleteMarked',
			{ ...REAL, scope: 'nameMatches', scopeName: '={{ $json.name }}' },
			{ json: [{ name: 't-*' }, { name: '*' }] },
		);
		expect(told).toContain("'Name Pattern' would let every instance be deleted");
		expect(fleet.lines()).toEqual([]);
	});

	test('of which one allows fewer hold all of them to that', async () => {
		const fleet = await withDue(2);
		const keys = [await keyOf(fleet, 't-0'), await keyOf(fleet, 't-1')];
		const { told } = await fleet.run(
			'cleanUp/delete',
			{ ...REAL, instance: '={{ $json.key }}', mostDeletions: '={{ $json.most }}' },
			{ json: keys.map((key, index) => ({ key, most: 5 - 4 * index })) },
		);
		expect(told).toContain("'Maximum Deletions' is 1");
		expect(fleet.writes()).toEqual([]);
	});
});

test('a cloud that cannot be read stops the run before another one loses anything', async () => {
	const fleet = await withDue(1);
	fleet.em.faults.add({
		vendor: 'huawei',
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'cut', when: 'before' },
	});
	const { told } = await fleet.run('cleanUp/deleteMarked', {
		...REAL,
		clouds: ['huawei', 'tencent'],
	});
	expect(told).toContain('Huawei Cloud');
	expect(fleet.writes()).toEqual([]);
});

test('a key of another account says that it may be one', async () => {
	const fleet = await withDue(1);
	const [item] = await fleet.items('cleanUp/delete', {
		...REAL,
		instance: 'tencent:ap-guangzhou::ckafka-zzzzzzzz',
	});
	expect(item).toMatchObject({ outcome: 'alreadyGone' });
	expect(item.message).toContain('or its key belongs to another account');
});

describe('a mark', () => {
	test.each([
		['5', /'Date' is not a date: '5'/],
		['04/05/2030', /'Date' is not a date/],
		['2029-12-07', /'Date' is in the past: 2029-12-07/],
		['0001-01-01', /'Date' is not a date/],
	])('for %s is refused before any write', async (date, text) => {
		const fleet = await withDue(1);
		const key = await keyOf(fleet, 'used-0');
		const { told } = await fleet.run('cleanUp/mark', {
			clouds: ['tencent'],
			instance: key,
			deleteAfter: 'date',
			reason: 'test',
			date,
		});
		expect(told).toMatch(text);
		expect(fleet.writes()).toEqual([]);
	});

	test.each([
		['2030-02-01', '2030-02-01'],
		['2030-02-01T00:00:00Z', '2030-02-01'],
		['2030-02-01T08:00:00+08:00', '2030-02-01'],
		['2030-02-01T08:00:00Z', '2030-02-02'],
		['2030-02-01T00:00:00+08:00', '2030-02-01'],
	])('for %s is not due before it: %s', async (date, day) => {
		const fleet = await withDue(1);
		const key = await keyOf(fleet, 'used-0');
		const marking = {
			clouds: ['tencent'],
			instance: key,
			deleteAfter: 'date',
			reason: 'test',
			date,
			dryRunMark: true,
		};
		expect((await fleet.items('cleanUp/mark', marking))[0]).toMatchObject({ deleteAfter: day });
	});
});
