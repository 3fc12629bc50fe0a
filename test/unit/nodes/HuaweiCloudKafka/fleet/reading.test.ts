/** Lists of instances, whole or not at all: pages, projects, the recycle bin, and what may go wrong. */
import { fault, type InstanceSeed } from '../../../../../emulator';
import { huaweiFleet } from '../../../../../nodes/HuaweiCloudKafka/fleet';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { notReadReason } from '../../../../../nodes/shared/fleet/coverage';
import {
	DAY,
	NOW,
	counted,
	openAccount,
	recordNamed,
	withProjects,
} from '../../../../support/huaweiFleet';

const HOW = { raw: false, now: NOW };

const many = (count: number, more: Partial<InstanceSeed> = {}): InstanceSeed[] =>
	Array.from({ length: count }, (_, index) => ({ name: `orders-${index}`, ...more }));

const thrownBy = async (task: Promise<unknown>) =>
	(await task.catch((error: unknown) => error)) as Failure;

test('1,000 instances of one project: 21 pages and the recycle bin', async () => {
	const { open, scope, operations } = await openAccount({ instances: many(1000) });
	const { records } = await huaweiFleet.list(await open(), scope('cn-north-4'), HOW);
	expect(new Set(records.map(({ id }) => id)).size).toBe(1000);
	expect(counted(operations())).toEqual({ ListInstances: 21, ShowRecycleInstances: 1 });
});

test('each project has its own instances, those within a region too, whatever became of them', async () => {
	const { open, scope, operations, em } = await openAccount(
		{
			instances: [
				{ name: 'a' },
				{ name: 'b', project: 'cn-north-4_team-a', tags: [{ key: 'env', value: 'dev' }] },
				{ name: 'c', project: 'cn-north-4_team-a', status: 'CREATEFAILED' },
				{ name: 'd', region: 'eu-west-101' },
			],
		},
		{ accounts: withProjects('cn-north-4_team-a') },
	);
	const here = await open();
	const there = await open('eu-west-101');
	const namesIn = async (at: typeof here, name: string) =>
		(await huaweiFleet.list(at, scope(name), HOW)).records.map((one) => one.name);
	expect(await namesIn(here, 'cn-north-4')).toEqual(['a']);
	expect(await namesIn(here, 'cn-north-4_team-a')).toEqual(['c', 'b']);
	expect(await namesIn(there, 'eu-west-101')).toEqual(['d']);
	expect(operations().filter((operation) => operation === 'ListProjects')).toHaveLength(1);
	const { projectId } = scope('cn-north-4_team-a');
	expect(em.requests.filter(({ path }) => path.includes(String(projectId)))).toMatchObject([
		{ headers: { 'x-project-id': projectId } },
		{ headers: { 'x-project-id': projectId } },
	]);
});

test('the record that was sent comes along where it is wanted', async () => {
	const { open, scope } = await openAccount({ instances: [{ name: 'a', shown: { odd: 1 } }] });
	const at = await open();
	const [plain] = (await huaweiFleet.list(at, scope('cn-north-4'), HOW)).records;
	const [full] = (await huaweiFleet.list(at, scope('cn-north-4'), { ...HOW, raw: true })).records;
	expect(plain).not.toHaveProperty('raw');
	expect(full.raw).toMatchObject({ name: 'a', odd: 1 });
});

describe('the recycle bin', () => {
	const recycled = async (more = {}) => {
		const account = await openAccount({
			rules: { recycleDays: 3, recycleCost: 0.05, recyclesOthers: true, ...more },
			instances: [{ name: 'kept' }, { name: 'binned' }],
		});
		const { state } = account.em.huawei;
		const binned = state.named('binned') as NonNullable<ReturnType<typeof state.named>>;
		Object.assign(binned, { status: 'RECYCLE', deleting: true, recycledAt: state.now - DAY });
		return { ...account, id: binned.id, at: await account.open() };
	};

	test('what lies in it is released, with its end and what it costs; other engines stay out', async () => {
		const { at, scope } = await recycled();
		const { records, warnings } = await huaweiFleet.list(at, scope('cn-north-4'), HOW);
		expect(records.map(({ name, state }) => [name, state])).toEqual([
			['kept', 'running'],
			['binned', 'released'],
		]);
		expect(recordNamed(records, 'binned').recycle).toEqual({
			deletesAt: new Date(NOW + 2 * DAY).toISOString(),
			costPerHour: 0.05,
		});
		expect(warnings).toEqual([]);
	});

	test('read alone, it is the same, and not gone', async () => {
		const { at, scope, id, operations } = await recycled();
		const one = await huaweiFleet.read(at, scope('cn-north-4'), id, HOW);
		expect(one).toMatchObject({
			...{ id, name: 'binned', state: 'released', billing: 'payAsYouGo' },
			recycle: { costPerHour: 0.05 },
		});
		expect(operations()).toEqual(['ShowInstance', 'ShowRecycleInstances']);
	});

	test('that may not be read is told, and the list stands', async () => {
		const { at, scope, em } = await recycled();
		em.faults.add({
			operation: 'ShowRecycleInstances',
			effect: {
				kind: 'answer',
				status: 403,
				body: { error_code: 'DMS.00403007', error_msg: 'No permission.' },
			},
		});
		const { records, warnings } = await huaweiFleet.list(at, scope('cn-north-4'), HOW);
		expect(records.map(({ name }) => name)).toEqual(['kept']);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(
			/^The recycle bin of cn-north-4 could not be read, so instances in it are missing: /,
		);
	});

	test('that a region does not have is nothing to tell', async () => {
		const { at, scope, em } = await recycled();
		em.faults.add({
			operation: 'ShowRecycleInstances',
			effect: { kind: 'answer', status: 404, body: { error_code: 'DMS.00404001', error_msg: '' } },
		});
		const { warnings } = await huaweiFleet.list(at, scope('cn-north-4'), HOW);
		expect(warnings).toEqual([]);
	});
});

test('read: one that is deleted is still there until it is gone', async () => {
	const { open, scope, em } = await openAccount({ instances: [{ name: 'a' }] });
	const at = await open();
	const instance = em.huawei.state.named('a') as { id: string; status: string; gone: boolean };
	const read = async () => await huaweiFleet.read(at, scope('cn-north-4'), instance.id, HOW);
	instance.status = 'DELETING';
	expect(await read()).toMatchObject({ name: 'a', state: 'deleting' });
	instance.gone = true;
	expect(await read()).toBeUndefined();
});

test('a list that counts more than it shows is told, and stands', async () => {
	const { open, scope, em } = await openAccount({ instances: many(2) });
	const instances = [{ instance_id: 'id-1', name: 'a', status: 'RUNNING' }];
	em.faults.add({
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'answer', status: 200, body: { instances, instance_num: 2 } },
	});
	const { records, warnings } = await huaweiFleet.list(await open(), scope('cn-north-4'), HOW);
	expect(records.map(({ name }) => name)).toEqual(['a']);
	expect(warnings).toEqual([
		'Huawei Cloud counts 2 instances in cn-north-4, but lists 1. Those that are being deleted are not listed.',
	]);
});

describe('a list that cannot be read', () => {
	const reasonOf = async (effect: Parameters<typeof add>[0], rule = {}) => {
		const failure = await add(effect, rule);
		return [notReadReason(failure, huaweiFleet.notReadReason(failure)), failure] as const;
	};

	async function add(effect: ReturnType<typeof fault.htmlPage>, rule: object): Promise<Failure> {
		const { open, scope, em } = await openAccount({ instances: many(60) });
		const { projectId } = scope('cn-north-4');
		// By the project, which stands for the region.
		em.faults.add({ path: String(projectId), times: 'always', ...rule, effect });
		return await thrownBy(huaweiFleet.list(await open(), scope('cn-north-4'), HOW));
	}

	test.each([
		['noPermission', { status: 403, code: 'DMS.00403003' }],
		['noPermission', { status: 403, code: 'DMS.10240309' }],
		['noPermission', { status: 401, code: 'APIGW.0301' }],
	])('%s: %j', async (reason, { status, code }) => {
		const body = { error_code: code, error_msg: 'No permission', request_id: 'r-1' };
		const [found, failure] = await reasonOf({ kind: 'answer', status, body });
		expect(found).toBe(reason);
		expect(failure.details).toMatchObject({ code, requestId: 'r-1' });
	});

	test('throttled: 200 requests in 5 minutes are told, and not tried again', async () => {
		const error_msg =
			'The throttling threshold has been reached: policy user over ratelimit,limit:200,time:5 minute';
		const body = { error_code: 'APIGW.0308', error_msg };
		const [found, failure] = await reasonOf({ kind: 'answer', status: 429, body });
		expect(found).toBe('throttled');
		expect(failure.details.retryAfter).toBe(5 * 60_000);
	});

	test('unreachable: the connection is cut', async () => {
		expect((await reasonOf({ kind: 'cut', when: 'before' }))[0]).toBe('unreachable');
	});

	test('broken: the second page fails', async () => {
		const [found] = await reasonOf(fault.serverError(500), { nth: 2 });
		expect(found).toBe('broken');
	});

	test.each([{ instances: [{ name: 'no ID' }], instance_num: 1 }, { instances: [] }, {}])(
		'broken: an answer that is %j',
		async (body) => {
			const [found] = await reasonOf({ kind: 'answer', status: 200, body });
			expect(found).toBe('broken');
		},
	);

	test('changedWhileRead: the list is another one each time', async () => {
		const { open, scope, em } = await openAccount({ instances: many(3) });
		const body = (count: number) => ({
			instances: [{ instance_id: `id-${count}`, status: 'RUNNING' }],
			instance_num: 2 + count,
		});
		for (let nth = 1; nth <= 40; nth++) {
			em.faults.add({
				operation: 'ListInstances',
				nth,
				effect: { kind: 'answer', status: 200, body: body(nth) },
				optional: true,
			});
		}
		const failure = await thrownBy(huaweiFleet.list(await open(), scope('cn-north-4'), HOW));
		expect(notReadReason(failure, huaweiFleet.notReadReason(failure))).toBe('changedWhileRead');
	});
});
