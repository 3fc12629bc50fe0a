/** Deletion in two steps, what is refused, and what a run that broke off leaves. */
import { fault } from '../../../../../emulator';
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { asFailure } from '../../../../../nodes/shared/contract/failure';
import type { VendorRecord } from '../../../../../nodes/shared/fleet/record';
import { inFleet, openAccount, scopeIn, type Account } from '../../../../support/alibabaFleet';

const { refusesDeletion, startDeletion, lookAtDeletion, read } = alibabaFleet;

const HOW = { skipRecycleBin: false, expiredSubscriptions: false };
const WRITES = /^(Release|Delete)/;

const start = async (account: Account, one: VendorRecord) =>
	await startDeletion(await account.open(), inFleet(one), HOW);
const look = async (account: Account, one: VendorRecord) =>
	await lookAtDeletion(await account.open(), inFleet(one), HOW);
const writes = (account: Account) => account.operations().filter((line) => WRITES.test(line));
const refusal = async (trying: Promise<unknown>) =>
	await trying.then(
		() => undefined,
		(error: unknown) => asFailure(error),
	);
const coded = (status: number, Code: string) =>
	({ kind: 'answer', status, body: { Code, Message: 'as it says' } }) as const;

test('an instance is released, then deleted, then gone', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a', topics: [{ name: 't' }] });
	expect(await start(account, one)).toEqual({
		outcome: 'released',
		requestId: expect.any(String),
		note: expect.stringContaining('until the next run deletes it'),
	});
	expect(account.last('ReleaseInstance')).toEqual({
		InstanceId: one.id,
		ForceDeleteInstance: 'true',
	});
	expect(await look(account, one)).toMatchObject({
		end: 'no',
		kind: 'pending',
		status: 'releasing',
	});
	account.clock.advance(5 * 60_000);
	const released = await look(account, one);
	expect(released).toMatchObject({ end: 'released', instance: { state: 'released' } });
	expect(released.kind).not.toBe('gone');
	expect(await start(account, released.instance as VendorRecord)).toMatchObject({
		outcome: 'started',
	});
	account.clock.advance(5 * 60_000);
	expect(await look(account, one)).toEqual({ status: 'not listed', kind: 'gone', end: 'gone' });
	expect(writes(account)).toEqual(['ReleaseInstance', 'DeleteInstance']);
});

test('after a run that broke off the next one only deletes', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a' });
	await start(account, one);
	account.clock.advance(5 * 60_000);
	const at = await account.open();
	const how = { raw: false, now: account.clock.now() };
	const again = await read(at, scopeIn('cn-hangzhou'), one.id, how);
	expect(again?.state).toBe('released');
	expect(await start(account, again as VendorRecord)).toMatchObject({ outcome: 'started' });
	expect(writes(account)).toEqual(['ReleaseInstance', 'DeleteInstance']);
});

test.each([
	['stopped', true, ['ReleaseInstance'], 'released'],
	['stopped', false, ['ReleaseInstance'], 'released'],
	['released', true, ['DeleteInstance'], 'started'],
	['released', false, ['ReleaseInstance', 'DeleteInstance'], 'started'],
	['waiting', true, ['ReleaseInstance'], 'released'],
	['deployFailed', true, ['ReleaseInstance'], 'released'],
	['releasing', true, [], 'alreadyDeleting'],
	['deleting', true, ['DeleteInstance'], 'alreadyDeleting'],
] as const)('%s, with the newer status: %s: sends %j', async (phase, viewStatus, sent, outcome) => {
	const account = await openAccount({ rules: { viewStatus } });
	const one = await account.seed({ name: 'a', phase });
	expect((await start(account, one)).outcome).toBe(outcome);
	expect(writes(account)).toEqual(sent);
});

test('a second time does no harm', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a' });
	await start(account, one);
	expect((await start(account, one)).outcome).toBe('alreadyDeleting');
});

test('a lost answer is a failure that may have happened', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a' });
	account.em.faults.add({ operation: 'ReleaseInstance', effect: fault.answerLost() });
	const failure = await refusal(start(account, one));
	expect(failure?.mayHaveHappened).toBe(true);
	expect((await look(account, one)).status).toBe('releasing');
	expect(writes(account)).toEqual(['ReleaseInstance']);
});

test.each(['ReleaseInstance', 'DeleteInstance'] as const)(
	'%s: one that is not there is gone, one that may not be deleted is refused',
	async (operation) => {
		const account = await openAccount();
		const phase = operation === 'ReleaseInstance' ? 'serving' : 'released';
		const one = await account.seed({ name: 'a', phase });
		account.em.faults.add({ operation, effect: coded(400, 'Instance.NotFound') });
		expect(await start(account, one)).toEqual({ outcome: 'alreadyGone' });
		account.em.faults.add({ operation, effect: coded(403, 'AUTH_RESOURCE_OWNER_ERROR') });
		expect((await refusal(start(account, one)))?.kind).toBe('refused');
		account.em.alibaba.state.instances[0].gone = true;
		account.em.faults.add({ operation, effect: coded(403, 'AUTH_RESOURCE_OWNER_ERROR') });
		expect(await start(account, one)).toEqual({ outcome: 'alreadyGone' });
		account.em.faults.add({ operation, effect: coded(403, 'Forbidden.RAM') });
		expect((await refusal(start(account, one)))?.details.code).toBe('Forbidden.RAM');
	},
);

describe('what is not deleted', () => {
	const refused = async (
		seed: Parameters<Account['seed']>[0],
		how: Partial<typeof HOW> = {},
	): Promise<string | undefined> => {
		const one = await (await openAccount()).seed(seed);
		return refusesDeletion(inFleet(one), { ...HOW, ...how });
	};

	test('pay-as-you-go and serverless instances are', async () => {
		expect(await refused({ name: 'a' })).toBeUndefined();
		expect(await refused({ name: 'a', paidType: 3 })).toBeUndefined();
	});

	test.each([0, 4])('a subscription (paid %s)', async (paidType) => {
		const said = await refused({ name: 'a', paidType }, { expiredSubscriptions: true });
		expect(said).toMatch(/^It is a subscription. Unsubscribe in the console/);
	});

	test('an expired subscription, unless that is wanted', async () => {
		const seed = { name: 'a', paidType: 0, phase: 'expired' } as const;
		expect(await refused(seed)).toContain("'Also Expired Subscriptions'");
		expect(await refused(seed, { expiredSubscriptions: true })).toBeUndefined();
	});

	test('what was released is billed no more', async () => {
		expect(await refused({ name: 'a', paidType: 0, phase: 'released' })).toBeUndefined();
	});

	test('what is billed in an unknown way', async () => {
		const said = await refused({ name: 'a', listedAs: { PaidType: 7 } });
		expect(said).toContain('did not tell how the instance is billed');
	});
});

test('an expired subscription is deleted without a release', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a', paidType: 0, phase: 'expired' });
	expect((await start(account, one)).outcome).toBe('started');
	expect(writes(account)).toEqual(['DeleteInstance']);
});

test('a list that misses the instance once does not prove that it is gone', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a' });
	const none = { Code: 200, Success: true, RequestId: 'r', InstanceList: { InstanceVO: [] } };
	account.em.faults.add({
		operation: 'GetInstanceList',
		effect: { kind: 'answer', status: 200, body: none },
	});
	expect(await look(account, one)).toMatchObject({ end: 'no', status: 'running' });
});
