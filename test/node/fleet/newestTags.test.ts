/** Tags right before a deletion: where they are changed, and not only where an instance shows them later. */
import type { INodeParameters } from 'n8n-workflow';

import { exampleAccounts, type FaultEffect } from '../../../emulator';
import { changeTags } from '../../../emulator/tencent/model/listing';
import { DAY, HOUR, NOW, openFleet, type FleetStage } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const DUE = { env: 'dev', 'fleet-delete-after': '2030-01-14' };
const asTencent = (tags: object) =>
	Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
const REAL: INodeParameters = {
	clouds: ['tencent'],
	dryRun: false,
	scope: 'mustHaveTag',
	scopeTag: 'env',
};

/** A due instance whose tags CKafka shows an hour late. */
async function withLag(denied: string[] = []): Promise<FleetStage> {
	const accounts = exampleAccounts();
	accounts.tencent.keys = accounts.tencent.keys.map((key) => ({ ...key, denied }));
	return await openFleet({
		accounts,
		tencent: {
			instances: [{ name: 't-1', createdAt: OLD, tags: asTencent(DUE) }],
			durations: { tagsListed: HOUR },
		},
	});
}

/** Changes the tags as the owner does in the console. */
const change = ({ em, clock }: FleetStage, tags: object) => {
	const [one] = em.tencent.state.instances;
	changeTags(one, asTencent(tags), clock.now());
};

const LAGS = 'Its tags say so; the list of instances does not show them yet.';

test.each([
	[{ ...DUE, 'fleet-keep': 'yes' }, `The tag fleet-keep=yes keeps it. ${LAGS}`],
	[{ env: 'dev' }, `It is not marked, or its mark was removed. ${LAGS}`],
	[{ ...DUE, 'fleet-delete-after': '2030-02-01' }, `Its mark is due after 2030-02-01. ${LAGS}`],
])('a change to %j that no list shows yet keeps the instance', async (tags, message) => {
	const fleet = await withLag();
	change(fleet, tags);
	const run = async (dryRun: boolean) =>
		await fleet.items('cleanUp/deleteMarked', { ...REAL, dryRun });
	for (const dryRun of [true, false]) {
		expect(await run(dryRun)).toMatchObject([{ name: 't-1', outcome: 'kept', message }]);
	}
	expect(fleet.writes()).toEqual([]);
});

test('a mark that only the newest tags have is not enough', async () => {
	const fleet = await openFleet({
		tencent: {
			instances: [{ name: 't-1', createdAt: OLD, tags: asTencent({ env: 'dev' }) }],
			durations: { tagsListed: HOUR },
		},
	});
	change(fleet, DUE);
	const [{ key }] = await fleet.items('instance/getAll', { clouds: ['tencent'] });
	const [item] = await fleet.items('cleanUp/delete', REAL, { json: [{ key }] });
	expect(item).toMatchObject({ outcome: 'kept' });
	expect(fleet.writes()).toEqual([]);
});

test('a key without the right for them deletes by what the list shows, and the item says so', async () => {
	const fleet = await withLag(['tag:DescribeResourceTagsByResourceIds']);
	for (const [dryRun, outcome] of [
		[true, 'wouldDelete'],
		[false, 'deletionStarted'],
	] as const) {
		const [item] = await fleet.items('cleanUp/deleteMarked', { ...REAL, dryRun });
		expect(item.outcome).toBe(outcome);
		expect(item.message).toContain('A tag that was set seconds ago may be overlooked');
	}
});

const REFUSED = { Code: 'InvalidParameterValue', Message: 'The value is invalid.' };

test.each<[string, FaultEffect]>([
	['no connection', { kind: 'cut', when: 'before' }],
	[
		'a refusal',
		{ kind: 'answer', status: 200, body: { Response: { Error: REFUSED, RequestId: 'r' } } },
	],
])('where they cannot be read for another reason, nothing is deleted: %s', async (_, effect) => {
	const fleet = await withLag();
	fleet.em.faults.add({
		vendor: 'tencent',
		operation: 'DescribeResourceTagsByResourceIds',
		times: 'always',
		effect,
	});
	const [item] = await fleet.items('cleanUp/deleteMarked', REAL);
	expect(item).toMatchObject({ name: 't-1', outcome: 'refused' });
	expect(item.message).toContain('It was not deleted, as it could not be read again');
	expect(fleet.writes()).toEqual([]);
});

test('each cloud is asked once for each instance that is due, and for no other', async () => {
	const fleet = await openFleet({
		alibaba: {
			instances: [
				{
					name: 'a-1',
					createdAt: OLD,
					tags: Object.entries(DUE).map(([Key, Value]) => ({ Key, Value })),
				},
				{ name: 'a-2', createdAt: OLD },
			],
		},
		huawei: {
			instances: [
				{
					name: 'h-1',
					createdAt: OLD,
					tags: Object.entries(DUE).map(([key, value]) => ({ key, value })),
				},
				{ name: 'h-2', createdAt: OLD },
			],
		},
		tencent: {
			instances: [
				{ name: 't-1', createdAt: OLD, tags: asTencent(DUE) },
				{ name: 't-2', createdAt: OLD },
			],
		},
	});
	const clouds = ['alibaba', 'huawei', 'tencent'];
	const items = await fleet.items('cleanUp/deleteMarked', { ...REAL, clouds, dryRun: true });
	expect(items.map(({ outcome }) => outcome)).toEqual(Array(3).fill('wouldDelete'));
	const asked = fleet.lines().filter((line) => /Tag/.test(line));
	expect(asked.sort()).toEqual([
		'alibaba ListTagResources',
		'huawei ShowKafkaTags',
		'tencent DescribeResourceTagsByResourceIds',
	]);
});
