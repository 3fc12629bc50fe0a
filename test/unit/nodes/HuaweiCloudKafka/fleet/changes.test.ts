/** What the fleet changes in Huawei Cloud, tags and deletions, and what becomes of it; and whose account it is. */
import { fault, type HuaweiInstance, type InstanceSeed } from '../../../../../emulator';
import { huaweiFleet } from '../../../../../nodes/HuaweiCloudKafka/fleet';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { FleetInstance } from '../../../../../nodes/shared/fleet/record';
import type { DeleteHow } from '../../../../../nodes/shared/fleet/vendor';
import { DAY, NOW, counted, openAccount, withProjects } from '../../../../support/huaweiFleet';

const HOW: DeleteHow = { skipRecycleBin: false, expiredSubscriptions: false };
const DUE = 'fleet-delete-after';

async function withInstance(seed: Partial<InstanceSeed> = {}, rules: object = {}) {
	const project = seed.project ?? 'cn-north-4';
	const account = await openAccount(
		{ rules, instances: [{ name: 'orders', ...seed }] },
		{ accounts: withProjects('cn-north-4_dev') },
	);
	const at = await account.open();
	const scope = account.scope(project);
	const { records } = await huaweiFleet.list(at, scope, { raw: false, now: NOW });
	account.operations();
	return {
		...account,
		at,
		scope,
		one: records[0] as FleetInstance,
		instance: account.em.huawei.state.named('orders') as HuaweiInstance,
		tags: async () => await huaweiFleet.tagsOf(at, records[0]),
	};
}

const thrownBy = async (task: Promise<unknown>) =>
	(await task.catch((error: unknown) => error)) as Failure;

describe('tags', () => {
	test('are set in one request; others stay', async () => {
		const { at, one, tags, operations, body } = await withInstance({
			tags: [{ key: 'env', value: 'dev' }],
		});
		await huaweiFleet.setTags(at, one, { [DUE]: '2030-02-01', 'fleet-delete-why': 'idle' }, []);
		expect(operations()).toEqual(['BatchCreateOrDeleteKafkaTag']);
		expect(body('BatchCreateOrDeleteKafkaTag')).toEqual({
			action: 'create',
			tags: [
				{ key: DUE, value: '2030-02-01' },
				{ key: 'fleet-delete-why', value: 'idle' },
			],
		});
		expect(await tags()).toEqual({ env: 'dev', [DUE]: '2030-02-01', 'fleet-delete-why': 'idle' });
	});

	test('are set in the project that the instance is in', async () => {
		const { at, one, tags, em } = await withInstance({ project: 'cn-north-4_dev' });
		await huaweiFleet.setTags(at, one, { [DUE]: '2030-02-01' }, []);
		expect(em.requests.at(-1)?.path).toContain(String(one.projectId));
		expect(await tags()).toEqual({ [DUE]: '2030-02-01' });
	});

	test('keep an old value where adding does not replace, until they are replaced', async () => {
		const { at, one, tags, operations } = await withInstance(
			{
				tags: [
					{ key: DUE, value: '2030-01-20' },
					{ key: 'env', value: 'dev' },
				],
			},
			{ tagsReplaced: false },
		);
		await huaweiFleet.setTags(at, one, { [DUE]: '2030-02-01' }, []);
		expect(await tags()).toMatchObject({ [DUE]: '2030-01-20' });
		operations();
		await huaweiFleet.replaceTags?.(at, one, { [DUE]: '2030-02-01' });
		expect(operations()).toEqual([
			'ShowKafkaTags',
			'BatchCreateOrDeleteKafkaTag',
			'BatchCreateOrDeleteKafkaTag',
		]);
		expect(await tags()).toEqual({ [DUE]: '2030-02-01', env: 'dev' });
	});

	test('a replacing that breaks off in between leaves the instance unmarked', async () => {
		const { at, one, tags, em } = await withInstance(
			{ tags: [{ key: DUE, value: '2030-01-20' }] },
			{ tagsReplaced: false },
		);
		em.faults.add({
			operation: 'BatchCreateOrDeleteKafkaTag',
			nth: 2,
			effect: { kind: 'cut', when: 'before' },
		});
		const failure = await thrownBy(
			Promise.resolve(huaweiFleet.replaceTags?.(at, one, { [DUE]: '2030-02-01' })),
		);
		expect(failure).toBeInstanceOf(Failure);
		expect(await tags()).toEqual({});
	});

	test('are removed by key; one that is not there is no reason to fail', async () => {
		const { at, one, tags } = await withInstance({
			tags: [
				{ key: DUE, value: '2030-01-20' },
				{ key: 'env', value: 'dev' },
			],
		});
		await huaweiFleet.setTags(at, one, {}, [DUE, 'fleet-delete-why']);
		expect(await tags()).toEqual({ env: 'dev' });
	});

	test('a full list of tags is refused in the words of the service, and nothing is changed', async () => {
		const full = Array.from({ length: 10 }, (_, index) => ({ key: `k${index}`, value: '' }));
		const { at, one, tags } = await withInstance({ tags: full });
		const failure = await thrownBy(huaweiFleet.setTags(at, one, { [DUE]: '2030-02-01' }, []));
		expect(failure).toMatchObject({ kind: 'refused', details: { code: 'DMS.10240044' } });
		expect(Object.keys((await tags()) ?? {})).toHaveLength(10);
	});
});

describe('a deletion', () => {
	test('is one request for one instance, which goes into the recycle bin where there is one', async () => {
		const { at, one, operations, body, em } = await withInstance({}, { recycleDays: 3 });
		expect(await huaweiFleet.startDeletion(at, one, HOW)).toMatchObject({ outcome: 'started' });
		expect(operations()).toEqual(['BatchRestartOrDeleteInstances']);
		expect(body('BatchRestartOrDeleteInstances')).toEqual({
			action: 'delete',
			instances: [one.id],
			force_delete: false,
		});
		const look = async () => await huaweiFleet.lookAtDeletion(at, one, HOW);
		expect(await look()).toMatchObject({ status: 'DELETING', kind: 'pending', end: 'no' });
		em.clock.advance(DAY);
		expect(await look()).toMatchObject({
			...{ status: 'RECYCLE', kind: 'idle', end: 'inRecycleBin' },
			instance: { state: 'released', recycle: { costPerHour: 0 } },
		});
		expect((await look()).instance?.recycle?.deletesAt).not.toBeNull();
		em.clock.advance(4 * DAY);
		expect(await look()).toEqual({ status: 'DELETED', kind: 'gone', end: 'gone' });
	});

	test('skips the recycle bin where that is wanted', async () => {
		const { at, one, body, em } = await withInstance({}, { recycleDays: 3 });
		await huaweiFleet.startDeletion(at, one, { ...HOW, skipRecycleBin: true });
		expect(body('BatchRestartOrDeleteInstances')).toMatchObject({ force_delete: true });
		em.clock.advance(DAY);
		expect(await huaweiFleet.lookAtDeletion(at, one, HOW)).toMatchObject({ end: 'gone' });
	});

	test('in the project that the instance is in', async () => {
		const { at, one, instance } = await withInstance({ project: 'cn-north-4_dev' });
		await huaweiFleet.startDeletion(at, one, HOW);
		expect(instance.status).toBe('DELETING');
	});

	test('that is under way already is not begun again', async () => {
		const { at, one, operations } = await withInstance();
		const deleting = { ...one, state: 'deleting' as const };
		expect(await huaweiFleet.startDeletion(at, deleting, HOW)).toEqual({
			outcome: 'alreadyDeleting',
		});
		expect(operations()).toEqual([]);
	});

	test.each([
		['alreadyDeleting', { status: 'DELETING', deleting: true }],
		['alreadyGone', { gone: true }],
		['alreadyGone', { status: 'RECYCLE', deleting: true, recycledAt: NOW }],
	])('%s: somebody was faster: %j', async (outcome, became) => {
		const { at, one, instance, operations } = await withInstance({}, { recycleDays: 3 });
		Object.assign(instance, became);
		expect(await huaweiFleet.startDeletion(at, one, HOW)).toMatchObject({ outcome });
		expect(counted(operations())).toMatchObject({ BatchRestartOrDeleteInstances: 1 });
	});

	test('that is not accepted within a success is refused, and nothing happens', async () => {
		const { at, one, em, instance } = await withInstance();
		const results = [{ instance: one.id, result: 'failed' }];
		em.faults.add({
			operation: 'BatchRestartOrDeleteInstances',
			effect: { kind: 'answer', status: 200, body: { results } },
		});
		const failure = await thrownBy(huaweiFleet.startDeletion(at, one, HOW));
		expect(failure.kind).toBe('refused');
		expect(failure.message).toBe(`instance ${one.id} was not accepted for deletion`);
		expect(instance.status).toBe('RUNNING');
	});

	test.each([{ results: [] }, { results: null }, {}, { results: [{ result: 'success' }] }])(
		'a success that does not name the instance is none: %j',
		async (body) => {
			const { at, one, em } = await withInstance();
			em.faults.add({
				operation: 'BatchRestartOrDeleteInstances',
				effect: { kind: 'answer', status: 200, body },
			});
			const failure = await thrownBy(huaweiFleet.startDeletion(at, one, HOW));
			expect(failure).toBeInstanceOf(Failure);
		},
	);

	test('whose answer is lost is sent once, and left to who asked', async () => {
		const { at, one, em, operations } = await withInstance();
		em.faults.add({ operation: 'BatchRestartOrDeleteInstances', effect: fault.answerLost() });
		const failure = await thrownBy(huaweiFleet.startDeletion(at, one, HOW));
		expect(failure.mayHaveHappened).toBe(true);
		expect(operations()).toEqual(['BatchRestartOrDeleteInstances']);
		expect(await huaweiFleet.lookAtDeletion(at, one, HOW)).toMatchObject({ status: 'DELETING' });
	});

	test('of a subscription is refused with what to do instead; of what is paid by use, it is not', async () => {
		const { one: paid } = await withInstance();
		const { one: subscribed } = await withInstance({ prePaid: true, createdAt: NOW - DAY });
		expect(huaweiFleet.refusesDeletion(paid, HOW)).toBeUndefined();
		expect(huaweiFleet.refusesDeletion(subscribed, { ...HOW, expiredSubscriptions: true })).toBe(
			'It is billed yearly/monthly: unsubscribe it in the Billing Center of the Huawei Cloud console, as the API of DMS does not end the billing.',
		);
	});
});

describe('the account', () => {
	test('is told by one request', async () => {
		const { open, operations, em } = await withInstance();
		expect(await huaweiFleet.account(open)).toBe(em.huawei.state.accounts.domainId);
		expect(operations()).toEqual(['GetCallerIdentity']);
	});

	test('is told by IAM where that service does not exist', async () => {
		const { open, operations, em } = await withInstance();
		const body = { error_code: 'APIGW.0101', error_msg: 'The API does not exist' };
		em.faults.add({
			operation: 'GetCallerIdentity',
			effect: { kind: 'answer', status: 404, body },
		});
		expect(await huaweiFleet.account(open)).toBe(em.huawei.state.accounts.domainId);
		expect(operations()).toEqual(['GetCallerIdentity', 'KeystoneListAuthDomains']);
	});

	test('that nobody tells is a failure, never another one', async () => {
		const { open, em } = await withInstance();
		em.faults.add({
			operation: 'GetCallerIdentity',
			effect: { kind: 'answer', status: 200, body: { principal_id: 'x' } },
		});
		const failure = await thrownBy(huaweiFleet.account(open));
		expect(failure.message).toBe(
			'Huawei Cloud does not tell which account the credential belongs to',
		);
	});
});
