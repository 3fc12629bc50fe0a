/** Delete, and how a deletion ends: waiting, lost answers, and a cloud that refuses one after the other. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { EmulatorOptions } from '../../../emulator';
import { DAY, NOW, countOf, named, openFleet, type FleetStage } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const TAGS = { env: 'dev', 'fleet-delete-after': '2030-01-14' };
const REAL: INodeParameters = { dryRun: false, scope: 'mustHaveTag', scopeTag: 'env' };

const hTags = (tags: object) => Object.entries(tags).map(([key, value]) => ({ key, value }));
const aTags = (tags: object) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const tTags = (tags: object) =>
	Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

const DUE: EmulatorOptions = {
	huawei: { instances: [{ name: 'h-due', createdAt: OLD, tags: hTags(TAGS) }] },
	alibaba: { instances: [{ name: 'a-due', createdAt: OLD, tags: aTags(TAGS) }] },
	tencent: { instances: [{ name: 't-due', createdAt: OLD, tags: tTags(TAGS) }] },
};

const outcomes = (items: IDataObject[]) =>
	Object.fromEntries(items.map(({ name, outcome }) => [name, outcome]));

describe('Delete', () => {
	const UNMARKED: EmulatorOptions = {
		huawei: { instances: [{ name: 'h-1', createdAt: OLD, tags: hTags({ env: 'dev' }) }] },
		alibaba: { instances: [{ name: 'a-1', createdAt: OLD, tags: aTags({ env: 'dev' }) }] },
		tencent: { instances: [{ name: 't-1', createdAt: OLD, tags: tTags({ env: 'prod' }) }] },
	};

	async function withKeys(options: EmulatorOptions) {
		const fleet = await openFleet(options);
		const json = (await fleet.items('instance/getAll')).map(({ key }) => ({ key }));
		fleet.lines();
		return { fleet, json };
	}

	test('needs a mark unless that is turned off, and then deletes by name', async () => {
		const { fleet, json } = await withKeys(UNMARKED);
		const kept = await fleet.items('cleanUp/delete', REAL, { json });
		expect(outcomes(kept)).toEqual({ 'h-1': 'kept', 'a-1': 'kept', 't-1': 'kept' });
		expect(named(kept, 'h-1').message).toBe('It is not marked, or its mark was removed.');
		expect(fleet.writes()).toEqual([]);

		const named2 = { ...REAL, scopeTag: 'env=dev', needMark: false };
		const dry = await fleet.items('cleanUp/delete', { ...named2, dryRun: true }, { json });
		expect(outcomes(dry)).toEqual({ 'h-1': 'wouldDelete', 'a-1': 'wouldDelete', 't-1': 'kept' });
		expect(fleet.writes()).toEqual([]);
		const { output } = await fleet.run('cleanUp/delete', named2, { json });
		const items = output.map((one) => one.json);
		expect(outcomes(items)).toEqual({
			'h-1': 'deletionStarted',
			'a-1': 'releasedOnly',
			't-1': 'kept',
		});
		expect(named(items, 't-1').message).toContain('does not have the tag env=dev');
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			output.map(({ json: { key } }) => ({ item: json.findIndex((one) => one.key === key) })),
		);
		expect(fleet.writes()).toHaveLength(2);
	});

	test('one that is not there has its region, also where an ID alone names it', async () => {
		const { fleet } = await withKeys(UNMARKED);
		const instance = { __rl: true, mode: 'id', value: 'ckafka-none' };
		const [item] = await fleet.items('cleanUp/delete', { ...REAL, clouds: ['tencent'], instance });
		expect(item).toMatchObject({
			outcome: 'alreadyGone',
			key: 'tencent:ap-guangzhou::ckafka-none',
			region: 'ap-guangzhou',
		});
		expect(fleet.writes()).toEqual([]);
	});

	test('more than allowed delete none', async () => {
		const { fleet, json } = await withKeys(DUE);
		const { told } = await fleet.run('cleanUp/delete', { ...REAL, mostDeletions: 2 }, { json });
		expect(told).toContain("3 instances are named, but 'Maximum Deletions' is 2");
		expect(fleet.writes()).toEqual([]);
	});

	test('as a report: one item over all', async () => {
		const { fleet, json } = await withKeys(DUE);
		const [report, ...more] = await fleet.items(
			'cleanUp/delete',
			{ ...REAL, dryRun: true, output: 'report' },
			{ json },
		);
		expect(more).toEqual([]);
		expect(report.counts).toMatchObject({ wouldDelete: 3 });
		for (const name of ['h-due', 'a-due', 't-due']) expect(report.text).toContain(name);
	});
});

describe('Wait Until Gone', () => {
	const WAITING = { ...REAL, deleteOptions: { waitUntilGone: true } };

	test('sends the second step of Alibaba Cloud, and ends when nothing is left', async () => {
		const fleet = await openFleet({ ...DUE, speed: 1 });
		expect(outcomes(await fleet.items('cleanUp/deleteMarked', WAITING))).toEqual({
			'h-due': 'deleted',
			'a-due': 'deleted',
			't-due': 'deleted',
		});
		expect(fleet.writes().sort()).toEqual([
			'alibaba DeleteInstance',
			'alibaba ReleaseInstance',
			'huawei BatchRestartOrDeleteInstances',
			'tencent DeleteInstancePost',
		]);
		expect(await fleet.items('instance/getAll')).toEqual([]);
	});

	test('ends at the recycle bin, which is not gone', async () => {
		const { huawei } = DUE;
		const fleet = await openFleet({
			speed: 1,
			huawei: { ...huawei, rules: { recycleDays: 7, recycleCost: 0.5 } },
		});
		const [item] = await fleet.items('cleanUp/deleteMarked', { ...WAITING, clouds: ['huawei'] });
		expect(item).toMatchObject({ outcome: 'inRecycleBin' });
		expect(item.message).toMatch(/may still be billed/);
		expect(item.deletesAt).toMatch(/^2030-01-2\d/);
	});

	test('says so when it is not seen to be gone in time', async () => {
		const { tencent } = DUE;
		const fleet = await openFleet({
			speed: 1,
			tencent: { ...tencent, durations: { delete: DAY } },
		});
		const [item] = await fleet.items('cleanUp/deleteMarked', {
			...REAL,
			clouds: ['tencent'],
			deleteOptions: { waitUntilGone: true, maximumWait: 2 },
		});
		expect(item.outcome).toBe('deletionStarted');
		expect(item.message).toContain("not seen to be gone within 'Maximum Wait (Minutes)'");
		expect(fleet.clock.passed).toBeLessThan(3 * 60_000);
	});
});

describe('a deletion whose answer is lost', () => {
	const OPERATION = {
		huawei: 'BatchRestartOrDeleteInstances',
		alibaba: 'ReleaseInstance',
		tencent: 'DeleteInstancePost',
	} as const;
	const CLOUDS = Object.keys(OPERATION) as Array<keyof typeof OPERATION>;

	const lose = (fleet: FleetStage, when: 'before' | 'after', times: number | 'always' = 1) => {
		for (const vendor of CLOUDS) {
			const effect = { kind: 'cut', when } as const;
			fleet.em.faults.add({ vendor, operation: OPERATION[vendor], times, effect });
		}
	};

	test('is looked at: under way, it is not sent again', async () => {
		const fleet = await openFleet(DUE);
		lose(fleet, 'after');
		const items = await fleet.items('cleanUp/deleteMarked', REAL);
		const counts = countOf(fleet.writes());
		expect(outcomes(items)).toEqual({
			'h-due': 'deletionStarted',
			'a-due': expect.stringMatching(/^(releasedOnly|deletionStarted|alreadyDeleting)$/),
			't-due': 'deletionStarted',
		});
		expect(counts['huawei BatchRestartOrDeleteInstances']).toBe(1);
		expect(counts['tencent DeleteInstancePost']).toBe(1);
		expect(counts['alibaba ReleaseInstance']).toBe(1);
	});

	test('that never arrived is sent once more', async () => {
		const fleet = await openFleet(DUE);
		lose(fleet, 'before');
		expect(outcomes(await fleet.items('cleanUp/deleteMarked', REAL))).toEqual({
			'h-due': 'deletionStarted',
			'a-due': 'releasedOnly',
			't-due': 'deletionStarted',
		});
		expect(Object.values(countOf(fleet.writes()))).toEqual([2, 2, 2]);
	});

	test('twice without a trace: not known, and the item says what to do', async () => {
		const fleet = await openFleet(DUE);
		lose(fleet, 'before', 'always');
		const items = await fleet.items('cleanUp/deleteMarked', REAL);
		for (const { outcome, message } of items) {
			expect(outcome).toBe('unknownOutcome');
			expect(message).toMatch(/^Whether it is being deleted is not known: .*Run this again/);
		}
		expect(items).toHaveLength(3);
	});
});

describe('failures in a row', () => {
	const five = Array.from({ length: 5 }, (_, index) => ({
		name: `t-${index}`,
		createdAt: OLD + index * DAY,
		tags: tTags(TAGS),
	}));
	const more = Array.from({ length: 5 }, (_, index) => ({ name: `x-${index}`, createdAt: OLD }));
	const refusal = (Code: string) => ({
		kind: 'answer' as const,
		status: 200,
		body: { Response: { Error: { Code, Message: 'refused' }, RequestId: 'r-1' } },
	});
	const open = async () => await openFleet({ ...DUE, tencent: { instances: [...five, ...more] } });
	const MANY = { ...REAL, mostDeletions: 20 };

	test('three end a cloud, and leave the others alone', async () => {
		const fleet = await open();
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DeleteInstancePost',
			times: 'always',
			effect: refusal('OperationDenied'),
		});
		expect(outcomes(await fleet.items('cleanUp/deleteMarked', MANY))).toEqual({
			'h-due': 'deletionStarted',
			'a-due': 'releasedOnly',
			't-0': 'refused',
			't-1': 'refused',
			't-2': 'refused',
			't-3': 'notTried',
			't-4': 'notTried',
		});
		expect(countOf(fleet.writes())['tencent DeleteInstancePost']).toBe(3);
	});

	test('of named ones as well: three end a cloud, over all items', async () => {
		const fleet = await open();
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DeleteInstancePost',
			times: 'always',
			effect: refusal('OperationDenied'),
		});
		const found = await fleet.items('instance/getAll', { filters: { namePattern: '?-*' } });
		const json = found.filter(({ name }) => /^[tha]-(due|\d)/.test(String(name)));
		const { items } = await fleet.run('cleanUp/delete', MANY, {
			json,
			node: { onError: 'continueRegularOutput' },
		});
		const nameOf = (key: unknown) => found.find((one) => one.key === key)?.name;
		const done = items.filter(({ error }) => !error);
		expect(done.map(({ key, outcome }) => [nameOf(key), outcome])).toEqual([
			['a-due', 'releasedOnly'],
			['h-due', 'deletionStarted'],
		]);
		const errors = items.filter(({ error }) => error);
		expect(errors.map(({ key }) => key)).toEqual(
			['t-0', 't-1', 't-2', 't-3', 't-4'].map((name) => named(found, name).key),
		);
		expect(errors[4].error).toContain('It was not tried, as deletions before it did not succeed');
		expect(countOf(fleet.writes())['tencent DeleteInstancePost']).toBe(3);
	});

	test('one that refuses the key ends it at once; one for itself does not', async () => {
		const fleet = await open();
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DeleteInstancePost',
			nth: 2,
			effect: refusal('OperationDenied'),
		});
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DeleteInstancePost',
			nth: 4,
			effect: refusal('UnauthorizedOperation'),
		});
		const items = await fleet.items('cleanUp/deleteMarked', { ...MANY, clouds: ['tencent'] });
		expect(items.map(({ name, outcome }) => [name, outcome])).toEqual([
			['t-0', 'deletionStarted'],
			['t-1', 'refused'],
			['t-2', 'deletionStarted'],
			['t-3', 'refused'],
			['t-4', 'notTried'],
		]);
		expect(items[3]).toMatchObject({ code: 'UnauthorizedOperation', requestId: 'r-1' });
	});
});
