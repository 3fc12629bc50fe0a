/** Regions and lists: what is asked, what is found, and what proves that nothing was missed. */
import { ALIBABA_REGIONS } from '../../../../../credentials/regions/alibaba';
import { fault } from '../../../../../emulator';
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { asFailure } from '../../../../../nodes/shared/contract/failure';
import type { RegionChoice } from '../../../../../nodes/shared/fleet/vendor';
import { NOW, counted, openAccount, scopeIn, type Account } from '../../../../support/alibabaFleet';

const { scopes, list, crossCheck, read, withDetails } = alibabaFleet;

const wanted = (mode: RegionChoice['mode'], more: Partial<RegionChoice> = {}): RegionChoice => ({
	mode,
	chosen: [],
	exclude: [],
	...more,
});
const how = { raw: false, now: NOW };
const known = ALIBABA_REGIONS.map(({ value }) => value);

/** Lists every region of a choice, and checks that nothing was missed. */
async function sweep({ open }: Account, choice: RegionChoice) {
	const found = await scopes(open, choice, NOW);
	const listed = await Promise.all(
		found.scopes.map(async (scope) => await list(await open(scope.region), scope, how)),
	);
	return { ...found, listed, missing: (await crossCheck?.(open, listed, NOW)) ?? [] };
}

test("the credential's own region takes one request", async () => {
	const account = await openAccount({
		instances: [{ name: 'a' }, { name: 'b', region: 'cn-beijing' }],
	});
	const { scopes: read, listed, rows, warnings } = await sweep(account, wanted('own'));
	expect(read).toEqual([scopeIn('cn-hangzhou')]);
	expect(listed[0].records.map(({ name, region }) => [name, region])).toEqual([
		['a', 'cn-hangzhou'],
	]);
	expect([rows, warnings]).toEqual([[], []]);
	expect(account.operations()).toEqual(['GetInstanceList']);
});

test('1,000 instances of one region come with one request', async () => {
	const instances = Array.from({ length: 1000 }, (_, index) => ({ name: `i-${index}` }));
	const account = await openAccount({ instances });
	const { listed } = await sweep(account, wanted('own'));
	expect(new Set(listed[0].records.map(({ id }) => id)).size).toBe(1000);
	expect(account.operations()).toHaveLength(1);
});

test.each([false, true])(
	'all regions take one request more (IDs in a list: %s)',
	async (idsInList) => {
		const account = await openAccount(
			{
				rules: { idsInList },
				instances: [
					{ name: 'a' },
					{ name: 'b', region: 'eu-west-1' },
					{ name: 'c', region: 'cn-new-1' },
				],
			},
			{ rateLimits: true },
		);
		const { scopes: read, listed, missing } = await sweep(account, wanted('all'));
		expect(read.map(({ region }) => region)).toEqual([...known, 'cn-new-1']);
		const names = listed.flatMap(({ records }) => records.map(({ name }) => name));
		expect(names.sort()).toEqual(['a', 'b', 'c']);
		expect(missing).toEqual([]);
		expect(account.operations()).toHaveLength(1 + known.length + 1);
		expect(account.em.requests.filter(({ status }) => status !== 200)).toEqual([]);
	},
);

test('regions are chosen and left out; what is no region is a row', async () => {
	const { open, operations } = await openAccount();
	const chosen = ['cn-beijing', 'eu-west-1', 'cn-beijing', 'Nowhere!'];
	const found = await scopes(open, wanted('chosen', { chosen, exclude: ['eu-west-1'] }), NOW);
	expect(found.scopes).toEqual([scopeIn('cn-beijing')]);
	expect(found.rows).toEqual([
		{
			kind: 'regionNotRead',
			cloud: 'alibaba',
			region: 'Nowhere!',
			project: null,
			reason: 'skipped',
			message: 'Nowhere! is not a region ID',
			code: null,
			requestId: null,
			whatToDo: 'Enter a region ID, for example cn-hangzhou.',
			readAt: new Date(NOW).toISOString(),
		},
	]);
	const own = await scopes(open, wanted('own', { exclude: ['cn-hangzhou'] }), NOW);
	expect(own.scopes).toEqual([]);
	expect(operations()).toEqual([]);
});

test('an instance that no list shows is a row', async () => {
	const account = await openAccount({
		instances: [
			{ name: 'a' },
			{ name: 'hidden', id: 'alikafka_post-cn-hidden', region: 'cn-beijing', unlisted: true },
		],
	});
	const { missing } = await sweep(account, wanted('all'));
	expect(missing).toEqual([
		expect.objectContaining({
			kind: 'regionNotRead',
			region: 'cn-beijing',
			reason: 'missingFromRegion',
			message:
				'the account has an instance in cn-beijing that the list of the region lacks: alikafka_post-cn-hidden',
		}),
	]);
	expect(counted(account.operations()).GetAllInstanceIdList).toBe(2);
});

test('what is deleted while the regions are read is not missing', async () => {
	const account = await openAccount({ instances: [{ name: 'a' }] });
	const { open, em } = account;
	const found = await scopes(open, wanted('all'), NOW);
	em.alibaba.state.instances[0].gone = true;
	const listed = await Promise.all(
		found.scopes.map(async (scope) => await list(await open(scope.region), scope, how)),
	);
	expect(await crossCheck?.(open, listed, NOW)).toEqual([]);
});

test('without the list of all IDs the known regions are read, and that is told', async () => {
	const account = await openAccount();
	account.em.faults.add({
		operation: 'GetAllInstanceIdList',
		times: 'always',
		effect: { kind: 'answer', status: 403, body: { Code: 'NoPermission', Message: 'no' } },
	});
	const { scopes: read, warnings, missing } = await sweep(account, wanted('all'));
	expect(read).toHaveLength(known.length);
	expect(warnings).toEqual([
		expect.stringContaining('The list of all instance IDs could not be read'),
	]);
	expect(missing).toEqual([]);
});

test('regions that hold instances, by one request', async () => {
	const { open, operations } = await openAccount({
		instances: [{ name: 'a' }, { name: 'b', region: 'eu-west-1' }, { name: 'c' }],
	});
	expect((await alibabaFleet.regionsInUse?.(open))?.sort()).toEqual(['cn-hangzhou', 'eu-west-1']);
	expect(operations()).toEqual(['GetAllInstanceIdList']);
});

describe('a region that cannot be read', () => {
	const failureOf = async (effect: Parameters<Account['em']['faults']['add']>[0]['effect']) => {
		const { open, em } = await openAccount();
		em.faults.add({ vendor: 'alibaba', region: 'cn-beijing', times: 'always', effect });
		const at = await open('cn-beijing');
		const here = await list(await open(), scopeIn('cn-hangzhou'), how);
		expect(here.records).toEqual([]);
		return await list(at, scopeIn('cn-beijing'), how).then(
			() => undefined,
			(error: unknown) => asFailure(error),
		);
	};
	const coded = (status: number, Code: string) =>
		({ kind: 'answer', status, body: { Code, Message: 'as it says' } }) as const;

	test.each([
		['Forbidden.RAM', 403, 'refused', 'noPermission'],
		['NoPermission', 403, 'refused', 'noPermission'],
		['AUTH_SERVICE_CHECK_ERROR', 400, 'refused', 'notOpened'],
		['InvalidRegionId', 400, 'refused', 'notOpened'],
		['InternalError', 500, 'broken', undefined],
		['Throttling.User', 400, 'throttled', undefined],
	])('%s', async (code, status, kind, reason) => {
		const failure = await failureOf(coded(status, code));
		expect(failure?.kind).toBe(kind);
		expect(failure && alibabaFleet.notReadReason(failure)).toBe(reason);
	});

	test('one that hangs, is cut off, or answers with a list that is none is no empty region', async () => {
		expect((await failureOf({ kind: 'delay', ms: 3_600_000 }))?.kind).toBe('lost');
		expect((await failureOf({ kind: 'cut', when: 'before' }))?.kind).toBe('lost');
		expect((await failureOf(fault.htmlPage()))?.kind).toBe('broken');
		const empty = { Code: 200, Success: true, RequestId: 'r' };
		expect((await failureOf({ kind: 'answer', status: 200, body: empty }))?.kind).toBe('broken');
	});

	test('a row without an ID fails the list', async () => {
		const account = await openAccount();
		account.em.alibaba.state.seed({ name: 'a', listedAs: { InstanceId: '' } });
		await expect(account.records()).rejects.toThrow('an instance of the list has no ID');
	});
});

describe('one instance', () => {
	test('is read afresh with its limits', async () => {
		const { open, em, operations } = await openAccount();
		const { id } = em.alibaba.state.seed({ name: 'a', topics: [{ name: 't' }] });
		const at = await open();
		const one = await read(at, scopeIn('cn-hangzhou'), id, { raw: true, now: NOW });
		expect(one).toMatchObject({ id, name: 'a', topicsUsed: 1, topicsMax: 50 });
		expect(one?.partitionsMax).toBeGreaterThan(0);
		expect(one?.raw).toMatchObject({ InstanceId: id });
		expect(operations()).toEqual(['GetInstanceList', 'GetQuotaTip']);
	});

	test('that is not deployed has no limits to ask for', async () => {
		const account = await openAccount();
		const one = await account.seed({ name: 'a', phase: 'waiting' });
		expect(await withDetails(await account.open(), one, how)).toBe(one);
		expect(account.operations()).toEqual([]);
	});

	test.each([3, 4])('of the billing %i is not asked for limits', async (paidType) => {
		const account = await openAccount();
		const one = await account.seed({ name: 'a', paidType });
		expect(await withDetails(await account.open(), one, how)).toBe(one);
		expect(account.operations()).toEqual([]);
	});

	test('whose limits may not be read stays, with a warning', async () => {
		const account = await openAccount();
		const one = await account.seed({ name: 'a' });
		const body = { Code: 'NoPermission', Message: 'no' };
		account.em.faults.add({
			operation: 'GetQuotaTip',
			effect: { kind: 'answer', status: 403, body },
		});
		const { warnings, ...same } = await withDetails(await account.open(), one, how);
		expect(same).toMatchObject({ id: one.id, partitionsMax: null });
		expect(warnings).toEqual([
			'The limits could not be read: The RAM user is not allowed to do this.',
		]);
	});

	test('is gone only after several looks', async () => {
		const { open, operations } = await openAccount();
		expect(await read(await open(), scopeIn('cn-hangzhou'), 'alikafka_x', how)).toBeUndefined();
		expect(operations().length).toBeGreaterThan(1);
	});
});

test('the account of the credential, without its permission for Kafka', async () => {
	const { open, operations } = await openAccount();
	expect(await alibabaFleet.account(open)).toBe('1234567890123456');
	expect(operations().map((line) => line.split(' ')[0])).toEqual(['GetCallerIdentity']);
});
