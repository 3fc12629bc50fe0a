/** Tags and deletion: which requests are sent, what is in the cloud afterwards, and what is said where nothing is done. */
import type { IDataObject } from 'n8n-workflow';

import { exampleAccounts, fault, type TencentInstanceSeed } from '../../../../../emulator';
import type { Failure } from '../../../../../nodes/shared/contract/failure';
import { complete } from '../../../../../nodes/shared/fleet/complete';
import type { FleetInstance, VendorRecord } from '../../../../../nodes/shared/fleet/record';
import type { Connection } from '../../../../../nodes/shared/request/connection';
import { fleet } from '../../../../../nodes/TencentCloudKafka/fleet';
import {
	DAY,
	LIMITED,
	NOW,
	openAccount,
	scopeIn,
	type Account,
} from '../../../../support/tencentFleet';

const here = scopeIn('ap-guangzhou');
const HOW = { skipRecycleBin: false, expiredSubscriptions: false };

const asInstance = (record: VendorRecord): FleetInstance =>
	complete(record, { now: NOW, zone: 'UTC', ownerTags: [], priceRows: [], protectedWords: [] });

/** An account with one instance, and that instance as the fleet reads it. */
async function withOne(seed: Partial<TencentInstanceSeed> = {}) {
	const account = await openAccount({ instances: [{ name: 'orders', ...seed }] });
	const at = await account.open(seed.region);
	const scope = scopeIn(seed.region ?? here.region);
	const { id } = account.em.tencent.state.instances[0];
	const one = await fleet.read(at, scope, id, { raw: false, now: NOW });
	account.lines();
	return { account, at, one: asInstance(one as VendorRecord) };
}

const failing = async (promise: Promise<unknown>): Promise<Failure> =>
	await promise.then(
		() => {
			throw new Error('It succeeded');
		},
		(error: Failure) => error,
	);

describe('tags', () => {
	const TAGS = [
		{ TagKey: 'env', TagValue: 'dev' },
		{ TagKey: 'fleet-delete-after', TagValue: '2030-01-01' },
	];
	const inCloud = ({ em }: Account) =>
		Object.fromEntries(
			em.tencent.state.instances[0].tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]),
		);

	test('one request sets and removes them, and leaves the others', async () => {
		const { account, at, one } = await withOne({ tags: TAGS });
		await fleet.setTags(at, one, { 'fleet-delete-why': 'idle' }, ['fleet-delete-after']);
		expect(account.lines()).toEqual(['ModifyResourceTags']);
		expect(account.body('ModifyResourceTags')).toEqual({
			Resource: `qcs::ckafka:ap-guangzhou:uin/:ckafkaId/${one.id}`,
			ReplaceTags: [{ TagKey: 'fleet-delete-why', TagValue: 'idle' }],
			DeleteTags: [{ TagKey: 'fleet-delete-after' }],
		});
		expect(inCloud(account)).toEqual({ env: 'dev', 'fleet-delete-why': 'idle' });
	});

	test('another value of the same key replaces the old one', async () => {
		const { account, at, one } = await withOne({ tags: TAGS });
		await fleet.setTags(at, one, { 'fleet-delete-after': '2030-02-01' }, []);
		expect(account.body('ModifyResourceTags')).not.toHaveProperty('DeleteTags');
		expect(inCloud(account)).toEqual({ env: 'dev', 'fleet-delete-after': '2030-02-01' });
		expect(fleet.replaceTags).toBeUndefined();
	});

	test('the region of the instance is in its name', async () => {
		const { account, at, one } = await withOne({ region: 'eu-frankfurt' });
		await fleet.setTags(at, one, { a: 'b' }, []);
		expect(account.body('ModifyResourceTags').Resource).toBe(
			`qcs::ckafka:eu-frankfurt:uin/:ckafkaId/${one.id}`,
		);
	});

	test('nothing to do sends nothing', async () => {
		const { account, at, one } = await withOne();
		await fleet.setTags(at, one, {}, []);
		expect(account.lines()).toEqual([]);
	});

	test('are read back from the list, which shows them some seconds later', async () => {
		const { account, at, one } = await withOne({ tags: TAGS.slice(0, 1) });
		await fleet.setTags(at, one, { a: 'b' }, []);
		expect(await fleet.tagsOf(at, one)).toEqual({ env: 'dev' });
		account.clock.advance(3_000);
		account.em.clock.advance(3_000);
		expect(await fleet.tagsOf(at, one)).toEqual({ env: 'dev', a: 'b' });
		account.em.tencent.state.instances[0].gone = true;
		expect(await fleet.tagsOf(at, one)).toBeNull();
	});

	test('an instance that has all the tags it can have says so', async () => {
		const tags = Array.from({ length: 50 }, (_, at) => ({ TagKey: `k${at}`, TagValue: 'v' }));
		const { at, one } = await withOne({ tags });
		const failure = await failing(fleet.setTags(at, one, { more: 'v' }, []));
		expect([failure.kind, failure.details.code]).toEqual([
			'refused',
			'LimitExceeded.ResourceAttachedTags',
		]);
		expect(failure.message).toContain('as many tags as it can have');
	});

	test('a key without the right for tags is told which', async () => {
		const accounts = exampleAccounts();
		accounts.tencent.keys.push({ ...LIMITED, denied: ['tag:*'] });
		const account = await openAccount({ instances: [{ name: 'orders' }] }, { accounts });
		const at = await account.open(undefined, LIMITED);
		const [one] = (await fleet.list(at, here, { raw: false, now: NOW })).records;
		const { kind, details } = await failing(fleet.setTags(at, one, { a: 'b' }, []));
		expect([kind, details.advice]).toEqual([
			'refused',
			'Grant the CAM user tag:ModifyResourceTags.',
		]);
	});

	test('a write whose answer is lost is not sent again', async () => {
		const { account, at, one } = await withOne();
		account.em.faults.add({ operation: 'ModifyResourceTags', effect: fault.answerLost() });
		expect((await failing(fleet.setTags(at, one, { a: 'b' }, []))).kind).toBe('lost');
		expect(account.lines()).toEqual(['ModifyResourceTags']);
	});
});

describe('deletion', () => {
	const start = async (at: Connection, one: FleetInstance, how = HOW) =>
		await fleet.startDeletion(at, one, how);
	const look = async (at: Connection, one: FleetInstance) =>
		await fleet.lookAtDeletion(at, one, HOW);

	/** Lets the cloud's time pass. */
	const pass = ({ clock, em }: Account, time: number) => {
		clock.advance(time);
		em.clock.advance(time);
	};

	test('pay-as-you-go: one request, then looks until neither list nor ID lead to it', async () => {
		const { account, at, one } = await withOne();
		expect(fleet.refusesDeletion(one, HOW)).toBeUndefined();
		expect(await start(at, one)).toEqual({ outcome: 'started' });
		expect(account.lines()).toEqual(['DeleteInstancePost']);
		expect(account.body('DeleteInstancePost')).toEqual({ InstanceId: one.id });
		expect(await look(at, one)).toMatchObject({
			status: 'deleting',
			kind: 'pending',
			end: 'no',
			instance: { id: one.id, state: 'deleting' },
		});
		pass(account, DAY);
		expect(await look(at, one)).toMatchObject({ kind: 'gone', end: 'gone' });
	});

	test('a second time does no harm', async () => {
		const { account, at, one } = await withOne();
		await start(at, one);
		expect(await start(at, one)).toEqual({ outcome: 'alreadyDeleting' });
		pass(account, DAY);
		expect(await start(at, one)).toEqual({ outcome: 'alreadyGone' });
	});

	test('what is being deleted already gets no request', async () => {
		const { account, at, one } = await withOne();
		expect(await start(at, { ...one, state: 'deleting' })).toEqual({ outcome: 'alreadyDeleting' });
		expect(await start(at, { ...one, state: 'gone' })).toEqual({ outcome: 'alreadyGone' });
		expect(account.lines()).toEqual([]);
	});

	test('an instance that has become protected stays, with the service’s words', async () => {
		const { account, at, one } = await withOne();
		account.em.tencent.state.instances[0].deleteProtection = 1;
		const failure = await failing(start(at, one));
		expect([failure.kind, failure.details.code]).toEqual(['refused', 'OperationDenied']);
		expect(account.em.tencent.state.instances[0].status).toBe(1);
	});

	test('an answer that is lost is not asked for again', async () => {
		const { account, at, one } = await withOne();
		account.em.faults.add({ operation: 'DeleteInstancePost', effect: fault.answerLost() });
		expect((await failing(start(at, one))).mayHaveHappened).toBe(true);
		expect(account.lines()).toEqual(['DeleteInstancePost']);
		expect(await look(at, one)).toMatchObject({ end: 'no', instance: { state: 'deleting' } });
	});

	test('a deletion that fails shows as failed', async () => {
		const { account, at, one } = await withOne({ failingTasks: ['DeleteInstancePost'] });
		await start(at, one);
		pass(account, DAY);
		expect(await look(at, one)).toMatchObject({
			status: 'deletion failed',
			kind: 'failed',
			end: 'no',
			instance: { state: 'failed' },
		});
	});

	describe('subscriptions', () => {
		const paid: Partial<TencentInstanceSeed> = { prePaid: true, expiresAt: NOW + 30 * DAY };

		test('stay, and it is said what to do', async () => {
			const { one } = await withOne(paid);
			for (const expiredSubscriptions of [false, true]) {
				expect(fleet.refusesDeletion(one, { ...HOW, expiredSubscriptions })).toMatch(
					/^The instance is a subscription, .*'Delete Subscription'.*let it expire\.$/,
				);
			}
		});

		test('an isolated one is deleted by the operation for them, where that is wanted', async () => {
			const { account, at, one } = await withOne({ ...paid, expiresAt: NOW - DAY, status: 5 });
			expect(one).toMatchObject({ state: 'expired', billing: 'subscription' });
			expect(fleet.refusesDeletion(one, HOW)).toBeDefined();
			const how = { ...HOW, expiredSubscriptions: true };
			expect(fleet.refusesDeletion(one, how)).toBeUndefined();
			expect(await start(at, one, how)).toEqual({ outcome: 'started' });
			expect(account.lines()).toEqual(['DeleteInstancePre']);
		});

		test('an unknown billing mode is none that may be deleted', async () => {
			const { one } = await withOne();
			const unknown = { ...one, billing: 'unknown' } as const;
			const how = { ...HOW, expiredSubscriptions: true };
			expect(fleet.refusesDeletion(unknown, how)).toContain('The billing mode is not known');
		});
	});

	const unread: Array<[string, IDataObject]> = [
		['InternalError', {}],
		['UnauthorizedOperation', {}],
	];
	test.each(unread)('a look that fails with %s is not "gone"', async (Code) => {
		const { account, at, one } = await withOne();
		account.em.faults.add({
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { RequestId: 'r', Error: { Code, Message: 'x' } } },
			},
		});
		expect((await failing(look(at, one))).details.code).toBe(Code);
	});
});
