/** Traffic from CloudMonitor: what is asked, in how many requests, and what an answer means. */
import { EXAMPLE, exampleAccounts } from '../../../../../emulator';
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { asFailure, type Failure } from '../../../../../nodes/shared/contract/failure';
import type { Series } from '../../../../../nodes/shared/fleet/activity';
import { DAY, HOUR, NOW, asked, openAccount, type Account } from '../../../../support/alibabaFleet';

const { metrics, metricsReason } = alibabaFleet;

const IDLE = { instance_message_input: 0, instance_message_output: 0 };
const BUSY = { instance_message_input: 5, instance_message_output: 5 };

const pointsOf = (series: Series[] | undefined, direction: Series['direction']) =>
	series?.find((one) => one.direction === direction)?.points;

const failureOf = async (asking: Promise<unknown>): Promise<Failure> =>
	await asking.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => asFailure(error),
	);

describe('requests', () => {
	test('both directions, of the namespace, as texts', async () => {
		const { seed, open, last, operations } = await openAccount();
		const one = await seed({ name: 'a', metrics: BUSY });
		await metrics(await open(), asked([one], 1));
		expect(operations()).toEqual(['DescribeMetricList', 'DescribeMetricList']);
		const to = Date.parse('2030-01-15T13:00:00Z');
		expect(last('DescribeMetricList')).toEqual({
			Namespace: 'acs_kafka',
			MetricName: 'instance_message_output',
			Dimensions: JSON.stringify([{ instanceId: one.id }]),
			Period: '3600',
			StartTime: String(to - DAY - 1),
			EndTime: String(to),
			Length: '1440',
		});
	});

	test('go to CloudMonitor, in the region of the connection', async () => {
		const { seed, open, em } = await openAccount();
		const one = await seed({ name: 'a', region: 'cn-beijing' });
		await metrics(await open('cn-beijing'), asked([one], 1));
		const request = em.requests.at(-1);
		expect(request?.headers['x-acs-version']).toBe('2019-01-01');
		expect(request?.url).toContain('RegionId=cn-beijing');
	});

	test('100 instances over 14 days, 80 % of them active: 14 queries, none of them refused', async () => {
		const instances = Array.from({ length: 100 }, (_, index) => ({
			name: `i-${index}`,
			createdAt: NOW - 100 * DAY,
			metrics: index < 80 ? BUSY : IDLE,
		}));
		const { records, open, operations, em } = await openAccount(
			{ instances },
			{ rateLimits: true },
		);
		const all = await records();
		operations();
		const found = await metrics(await open(), asked(all, 14));
		expect(operations()).toEqual(Array(14).fill('DescribeMetricList'));
		expect(em.requests.filter(({ status }) => status !== 200)).toEqual([]);
		expect(found.size).toBe(100);
		const silent = all.filter(({ name }) => Number(name.slice(2)) >= 80);
		for (const { id } of silent) {
			expect(pointsOf(found.get(id), 'produced')).toHaveLength(14 * 24);
			expect(pointsOf(found.get(id), 'consumed')).toHaveLength(14 * 24);
		}
	});

	test('a window longer than a query may be is asked for in parts', async () => {
		const { seed, open, last } = await openAccount();
		const one = await seed({ name: 'a', metrics: IDLE });
		const found = await metrics(await open(), asked([one], 40));
		expect(pointsOf(found.get(one.id), 'produced')).toHaveLength(40 * 24);
		const { StartTime, EndTime } = last('DescribeMetricList');
		expect(Number(EndTime) - Number(StartTime)).toBeLessThan(31 * DAY);
	});
});

describe('what an answer means', () => {
	const askOne = async (account: Account, given: Parameters<Account['seed']>[0], days = 14) => {
		const one = await account.seed(given);
		return (await metrics(await account.open(), asked([one], days))).get(one.id);
	};

	test('traffic 13 days ago is found', async () => {
		const burst = NOW - 13 * DAY;
		const input = (start: number, end: number) => (start <= burst && burst < end ? 7 : 0);
		const account = await openAccount();
		const series = await askOne(account, {
			name: 'a',
			metrics: { ...IDLE, instance_message_input: input },
		});
		const produced = pointsOf(series, 'produced') ?? [];
		expect(produced).toHaveLength(14 * 24);
		const above = produced.filter(([, value]) => value > 0);
		expect(above).toEqual([[Math.floor(burst / HOUR) * HOUR, 7]]);
	});

	test('periods are those of the window, in order, each once', async () => {
		const account = await openAccount();
		const produced = pointsOf(await askOne(account, { name: 'a' }, 3), 'produced') ?? [];
		const to = Math.ceil(NOW / HOUR) * HOUR;
		expect(produced.map(([start]) => start)).toEqual(
			Array.from({ length: 72 }, (_, index) => to - (72 - index) * HOUR),
		);
	});

	test.each([false, true])('no points are none, not zeros (list left out: %s)', async (absent) => {
		const account = await openAccount({ rules: { noEmptyPoints: absent } });
		const none = { instance_message_input: null, instance_message_output: null };
		const series = await askOne(account, { name: 'a', metrics: none });
		expect(series).toEqual([
			{ direction: 'produced', source: 'metrics', period: 3600, points: [] },
			{ direction: 'consumed', source: 'metrics', period: 3600, points: [] },
		]);
	});

	test('an instance has points from its creation on, and none while it does not serve', async () => {
		const account = await openAccount();
		const young = await account.seed({ name: 'young' }, 2 * DAY);
		const stopped = await account.seed({ name: 'stopped', phase: 'stopped' });
		const found = await metrics(await account.open(), asked([young, stopped], 14));
		expect(pointsOf(found.get(young.id), 'produced')).toHaveLength(2 * 24 + 1);
		expect(pointsOf(found.get(stopped.id), 'produced')).toEqual([]);
	});

	test('serverless instances are asked by metrics of their own', async () => {
		const account = await openAccount();
		const given = { InstanceMessageInputV3: 3, InstanceMessageOutputV3: 0 };
		const one = await account.seed({ name: 'a', paidType: 3, metrics: given });
		const other = await account.seed({ name: 'b', metrics: IDLE });
		const found = await metrics(await account.open(), asked([one, other], 1));
		expect(pointsOf(found.get(one.id), 'produced')?.[0]?.[1]).toBe(3);
		expect(pointsOf(found.get(other.id), 'produced')?.[0]?.[1]).toBe(0);
		expect(account.operations()).toHaveLength(4);
	});

	test('Confluent instances have no metric, so that nothing is asked', async () => {
		const account = await openAccount();
		expect(await askOne(account, { name: 'a', paidType: 4 })).toBeUndefined();
		expect(account.operations()).toEqual([]);
	});

	test('a metric that the service does not know is absent', async () => {
		const account = await openAccount();
		account.em.faults.add({
			operation: 'DescribeMetricList',
			path: 'instance_message_output',
			times: 'always',
			effect: { kind: 'answer', status: 404, body: { Code: 'ResourceNotFound', Message: 'none' } },
		});
		const series = await askOne(account, { name: 'a' });
		expect(series?.map(({ direction }) => direction)).toEqual(['produced']);
	});

	test.each([
		['a list', [{ timestamp: 0, Value: 4 }], 4],
		['averages', '[{"timestamp":0,"Average":1,"Maximum":9,"Minimum":0}]', 9],
		['two in a period', '[{"timestamp":0,"Value":8},{"timestamp":5,"Value":1}]', 8],
		['a negative value', '[{"timestamp":0,"Value":-1}]', undefined],
		['a text', '[{"timestamp":0,"Value":"7"}]', undefined],
		['no value', '[{"timestamp":0}]', undefined],
	])('points as %s', async (_, points, value) => {
		const account = await openAccount();
		const one = await account.seed({ name: 'a' });
		const start = NOW - (NOW % HOUR);
		const list = (typeof points === 'string' ? JSON.parse(points) : points) as object[];
		const here = list.map((point) => ({
			...point,
			instanceId: one.id,
			timestamp: start + (point as { timestamp: number }).timestamp,
		}));
		const Datapoints = typeof points === 'string' ? JSON.stringify(here) : here;
		const body = { Code: '200', Success: true, RequestId: 'r', Datapoints };
		account.em.faults.add({
			operation: 'DescribeMetricList',
			times: 'always',
			effect: { kind: 'answer', status: 200, body },
		});
		const found = await metrics(await account.open(), asked([one], 1));
		const expected = value === undefined ? [] : [[start, value]];
		expect(pointsOf(found.get(one.id), 'produced')).toEqual(expected);
	});

	test.each(['{', '{}', '7'])('points that are no list, %s, are a failure', async (Datapoints) => {
		const account = await openAccount();
		const body = { Code: '200', Success: true, RequestId: 'r', Datapoints };
		account.em.faults.add({
			operation: 'DescribeMetricList',
			effect: { kind: 'answer', status: 200, body },
		});
		const failure = await failureOf(askOne(account, { name: 'a' }));
		expect(failure.kind).toBe('broken');
	});
});

describe('refusals', () => {
	const refusedBy = async (account: Account) => {
		const one = await account.seed({ name: 'a' });
		return await failureOf(account.open().then(async (at) => await metrics(at, asked([one], 1))));
	};

	test('a month without free queries is told, and not tried again', async () => {
		const account = await openAccount({ rules: { metricCalls: 0 } });
		const failure = await refusedBy(account);
		expect(metricsReason(failure)).toBe('quotaUsedUp');
		expect(failure).toMatchObject({
			kind: 'refused',
			message: 'The free queries of CloudMonitor are used up for this month',
		});
		expect(account.operations()).toHaveLength(1);
	});

	test('a permission that is missing is named', async () => {
		const accounts = exampleAccounts();
		accounts.alibaba.keys = [{ ...EXAMPLE.alibaba.permanent, denied: ['cms:*'] }];
		const account = await openAccount({}, { accounts });
		const failure = await refusedBy(account);
		expect(metricsReason(failure)).toBe('noPermission');
		expect(failure.details.advice).toContain('cms:QueryMetricList');
	});

	test('a permission that the refusal does not name is named', async () => {
		const account = await openAccount();
		account.em.faults.add({
			operation: 'DescribeMetricList',
			effect: { kind: 'answer', status: 403, body: { Code: 'NoPermission', Message: 'no' } },
		});
		const failure = await refusedBy(account);
		expect(metricsReason(failure)).toBe('noPermission');
		expect(failure.details.advice).toContain('cms:QueryMetricList');
		expect(failure.details.advice).not.toContain('Kafka');
	});

	test('too many requests are another reason', async () => {
		const account = await openAccount();
		account.em.faults.add({
			operation: 'DescribeMetricList',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 400,
				body: { Code: 'Throttling.User', Message: 'Request was denied due to user flow control.' },
			},
		});
		const failure = await refusedBy(account);
		expect(failure.kind).toBe('throttled');
		expect(metricsReason(failure)).toBeUndefined();
	});

	test('an endpoint of Kafka alone has no metrics, and nothing is sent', async () => {
		const { seed } = await openAccount();
		const one = await seed({ name: 'a' });
		const more = () => ({ endpoint: 'https://kafka.example.com' });
		const { open, operations } = await openAccount({}, { more });
		const asking = open().then(async (at) => await metrics(at, asked([one], 1)));
		const failure = await failureOf(asking);
		expect(failure.kind).toBe('notSent');
		expect(metricsReason(failure)).toBe('noEndpoint');
		expect(operations()).toEqual([]);
	});
});
