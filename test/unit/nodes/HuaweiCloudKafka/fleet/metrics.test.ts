/** Whether instances are used: what Cloud Eye is asked, how often, and what of its responses counts. */
import type { HuaweiInstance } from '../../../../../emulator';
import { huaweiFleet } from '../../../../../nodes/HuaweiCloudKafka/fleet';
import { metricsPerRequest } from '../../../../../nodes/HuaweiCloudKafka/metrics';
import type { Failure } from '../../../../../nodes/shared/contract/failure';
import { activityOf, windowOf, type Series } from '../../../../../nodes/shared/fleet/activity';
import type { MetricAsk } from '../../../../../nodes/shared/fleet/vendor';
import {
	DAY,
	HOUR,
	NOW,
	counted,
	openAccount,
	withProjects,
} from '../../../../support/huaweiFleet';

const IN = 'instance_bytes_in_rate';
const OUT = 'instance_bytes_out_rate';
const SCOPE = 'cn-north-4';

/** Days of the window that is asked for. */
const DAYS = 14;

const asking = (days: number) => {
	const { from, to, period } = windowOf(days * 24, huaweiFleet.period(days * 24), NOW);
	return { from, to, period, floor: 0 };
};

/** A cloud with instances that are older than any window, and what is asked about them. */
async function withInstances(count: number, more: object = {}, project = SCOPE) {
	const account = await openAccount(
		{
			instances: Array.from({ length: count }, (_, index) => ({
				...{ name: `i-${index}`, project, createdAt: NOW - 100 * DAY },
				...more,
			})),
		},
		{ accounts: withProjects('cn-north-4_dev'), rateLimits: true },
	);
	const at = await account.open();
	const { records } = await huaweiFleet.list(at, account.scope(project), { raw: false, now: NOW });
	account.operations();
	const { state } = account.em.huawei;
	const named = (name: string) => state.named(name) as HuaweiInstance;
	return {
		...account,
		at,
		records,
		state,
		named,
		/** Has all instances report a value for so many days until now, or until so many days ago. */
		reports(metric: string, value: unknown, [since, until = 0]: number[], broker?: string) {
			for (const { id } of state.instances) {
				const stretch = { from: NOW - since * DAY, to: NOW - until * DAY, value };
				state.metrics.report(id, metric, stretch, broker);
			}
		},
		ask: async (given: Partial<MetricAsk> = {}) =>
			await huaweiFleet.metrics(at, { instances: records, ...asking(DAYS), ...given }),
	};
}

const ofFirst = (found: Map<string, Series[]>) => [...found.values()][0] ?? [];
const valuesOf = (found: Map<string, Series[]>) =>
	Object.fromEntries(
		ofFirst(found).map(({ direction, points }) => [direction, points.map(([, value]) => value)]),
	);

/** The verdict of the fleet about the first instance. */
const verdictOn = (
	{ records }: Awaited<ReturnType<typeof withInstances>>,
	found: Map<string, Series[]>,
) => {
	const window = windowOf(DAYS * 24, huaweiFleet.period(DAYS * 24), NOW);
	const { verdict, confidence, reason } = activityOf(
		records[0],
		window,
		{ series: ofFirst(found) },
		0,
	);
	return [verdict, confidence, reason];
};

test.each([
	[1, 3600],
	[47, 3600],
	[48, 86_400],
	[14 * 24, 86_400],
])('a window of %i hours is asked for by periods of %i seconds', (hours, seconds) => {
	expect(huaweiFleet.period(hours)).toBe(seconds);
});

test.each([
	// 14 days and the unfinished one, two metrics an instance: 100 instances in one request.
	[15 * DAY, 86_400, 200],
	[14 * DAY, 86_400, 214],
	[24 * HOUR, 3600, 125],
	[6 * HOUR, 3600, 500],
	[HOUR, 3600, 500],
	[5000 * HOUR, 3600, 1],
])('%i ms by %i s: %i metrics a request', (length, period, count) => {
	expect(metricsPerRequest({ from: NOW - length, to: NOW, period })).toBe(count);
});

test('100 instances, 14 days: one request, whose points all come', async () => {
	const cloud = await withInstances(100);
	cloud.reports(IN, 0, [20]);
	cloud.reports(OUT, 0, [20]);
	const found = await cloud.ask();
	expect(counted(cloud.operations())).toEqual({ BatchListMetricData: 1 });
	expect(found.size).toBe(100);
	const lengths = [...found.values()].flat().map(({ points }) => points.length);
	expect(new Set(lengths)).toEqual(new Set([15]));
	expect(verdictOn(cloud, found)).toEqual(['idle', 'high', null]);
});

test('what is asked, in the project that it is about', async () => {
	const cloud = await withInstances(1, {}, 'cn-north-4_dev');
	cloud.reports(IN, 1, [1]);
	await cloud.ask();
	const [{ id, projectId }] = cloud.records;
	const metric = (metric_name: string) => ({
		namespace: 'SYS.DMS',
		metric_name,
		dimensions: [{ name: 'kafka_instance_id', value: id }],
	});
	expect(cloud.body('BatchListMetricData')).toEqual({
		metrics: [metric(IN), metric(OUT)],
		period: '86400',
		filter: 'max',
		from: Date.parse('2030-01-01T00:00:00Z'),
		to: Date.parse('2030-01-16T00:00:00Z'),
	});
	expect(cloud.em.requests.at(-1)?.path).toBe(`/V1.0/${projectId}/batch-query-metric-data`);
});

test('every point counts: traffic on day 13 alone makes it active', async () => {
	const cloud = await withInstances(1);
	cloud.reports(IN, 0, [20, 13]);
	cloud.reports(IN, 17, [13, 12.9]);
	cloud.reports(IN, 0, [12.9]);
	cloud.reports(OUT, 0, [20]);
	const found = await cloud.ask();
	expect(verdictOn(cloud, found)).toEqual(['active', 'certain', null]);
});

test('what was not reported is no point, and not idle', async () => {
	const cloud = await withInstances(1);
	cloud.reports(IN, 0, [5]);
	cloud.reports(OUT, 0, [5]);
	const found = await cloud.ask();
	expect(valuesOf(found)).toEqual({ produced: Array(6).fill(0), consumed: Array(6).fill(0) });
	expect(verdictOn(cloud, found)).toEqual(['unknown', 'none', 'noData']);
});

test.each([[-1], ['0'], [null], [NaN]])('the value %j is no point', async (value) => {
	const cloud = await withInstances(1);
	cloud.reports(IN, value, [20]);
	cloud.reports(OUT, 1, [20]);
	const [produced] = ofFirst(await cloud.ask());
	expect(produced).toMatchObject({ direction: 'produced', points: [] });
});

test('a response without a metric leaves that direction out', async () => {
	const cloud = await withInstances(1);
	const [{ id }] = cloud.records;
	const dimensions = [{ name: 'kafka_instance_id', value: id }];
	const datapoints = [{ max: 0, timestamp: NOW - DAY }];
	cloud.em.faults.add({
		operation: 'BatchListMetricData',
		effect: {
			kind: 'answer',
			status: 200,
			body: { metrics: [{ metric_name: IN, dimensions, datapoints }] },
		},
	});
	expect(ofFirst(await cloud.ask()).map(({ direction }) => direction)).toEqual(['produced']);
});

test('a beginning that the service moves shows as missing points', async () => {
	const cloud = await withInstances(1);
	cloud.reports(IN, 0, [60]);
	cloud.reports(OUT, 0, [60]);
	// By the hour, 100 days are more points than one response has.
	const ask = { ...asking(100), period: 3600 };
	const [{ points }] = ofFirst(await cloud.ask(ask));
	expect(points[0][0]).toBeGreaterThan(ask.from + 30 * DAY);
});

describe('an instance without metrics of its own', () => {
	const brokers = ['broker-0', 'broker-1', 'broker-2'];

	test('is told by all of its brokers, whose names it is asked for', async () => {
		const cloud = await withInstances(1);
		for (const broker of brokers) {
			cloud.reports('broker_bytes_in_rate', 0, [20], broker);
			cloud.reports('broker_bytes_out_rate', 0, [20], broker);
		}
		const found = await cloud.ask();
		expect(counted(cloud.operations())).toEqual({ BatchListMetricData: 2, ShowCesHierarchy: 1 });
		expect(ofFirst(found).map(({ source }) => source)).toEqual(['brokerMetrics', 'brokerMetrics']);
		expect(verdictOn(cloud, found)).toEqual(['idle', 'high', null]);
	});

	test('is active by one broker alone', async () => {
		const cloud = await withInstances(1);
		cloud.reports('broker_bytes_in_rate', 5, [20], 'broker-1');
		const found = await cloud.ask();
		expect(verdictOn(cloud, found)).toEqual(['active', 'certain', null]);
	});

	test('is unknown where one broker told nothing', async () => {
		const cloud = await withInstances(1);
		for (const broker of brokers.slice(0, 2)) {
			cloud.reports('broker_bytes_in_rate', 0, [20], broker);
			cloud.reports('broker_bytes_out_rate', 0, [20], broker);
		}
		expect(verdictOn(cloud, await cloud.ask())).toEqual(['unknown', 'none', 'noData']);
	});

	test('100 of them: four requests to Cloud Eye, and one for each instance', async () => {
		const cloud = await withInstances(100);
		for (const broker of brokers) {
			cloud.reports('broker_bytes_in_rate', 0, [20], broker);
			cloud.reports('broker_bytes_out_rate', 0, [20], broker);
		}
		const found = await cloud.ask();
		expect(found.size).toBe(100);
		expect(counted(cloud.operations())).toEqual({
			BatchListMetricData: 1 + 3,
			ShowCesHierarchy: 100,
		});
	});

	test('that does not run is not asked further', async () => {
		const cloud = await withInstances(1, { status: 'ERROR' });
		await cloud.ask();
		expect(cloud.operations()).toEqual(['BatchListMetricData']);
	});

	test('that does not tell its brokers stays unknown', async () => {
		const cloud = await withInstances(1);
		cloud.em.faults.add({
			operation: 'ShowCesHierarchy',
			effect: {
				kind: 'answer',
				status: 403,
				body: { error_code: 'DMS.00403003', error_msg: 'no' },
			},
		});
		expect(verdictOn(cloud, await cloud.ask())).toEqual(['unknown', 'none', 'noData']);
	});
});

test('a cloud that takes 10 metrics a request is asked for 10 at a time', async () => {
	const cloud = await withInstances(12);
	cloud.state.rules.metricsPerCall = 10;
	cloud.reports(IN, 0, [20]);
	cloud.reports(OUT, 3, [20]);
	const found = await cloud.ask();
	expect(found.size).toBe(12);
	expect(valuesOf(found)).toEqual({ produced: Array(15).fill(0), consumed: Array(15).fill(3) });
	// One that was refused, then 24 metrics by tens.
	expect(counted(cloud.operations())).toEqual({ BatchListMetricData: 1 + 3 });
});

describe('metrics that are refused', () => {
	const refused = async (prepare: (cloud: Awaited<ReturnType<typeof withInstances>>) => void) => {
		const cloud = await withInstances(1);
		prepare(cloud);
		const failure = (await cloud.ask().catch((error: unknown) => error)) as Failure;
		return { failure, reason: huaweiFleet.metricsReason(failure) };
	};

	test('without the permission, in the words of Cloud Eye', async () => {
		const { failure, reason } = await refused(({ state }) => {
			state.denied.add('ces:metricData:list');
		});
		expect(reason).toBe('noPermission');
		expect(failure.message).toBe("Policy doesn't allow ces:metricData:list to be performed");
	});

	test.each([
		{
			code: 400,
			message: 'The request is invalid',
			details: { details: 'Not right', code: 'ces.0014' },
		},
		{ http_code: '400', message: { details: 'Not right', code: 'ces.0014' } },
	])('in each form of an error: %j', async (body) => {
		const { failure } = await refused(({ em }) => {
			const operation = 'BatchListMetricData';
			em.faults.add({ operation, effect: { kind: 'answer', status: 400, body } });
		});
		expect(failure.kind).toBe('refused');
		expect(failure.details.code).toBe('ces.0014');
		expect(failure.message).toContain('Not right');
	});

	test('for too many requests: tried again, and then read', async () => {
		const cloud = await withInstances(1);
		cloud.reports(IN, 1, [20]);
		cloud.em.faults.add({
			operation: 'BatchListMetricData',
			effect: {
				kind: 'answer',
				status: 429,
				body: { http_code: 429, message: { details: 'Too Many Requests', code: 'ces.0429' } },
			},
		});
		expect(ofFirst(await cloud.ask())).toHaveLength(2);
		expect(counted(cloud.operations())).toEqual({ BatchListMetricData: 2 });
	});

	test('by an endpoint that serves only Kafka: nothing is sent', async () => {
		const cloud = await withInstances(1);
		const at = await cloud.open(undefined, { endpoint: 'https://kafka.example.com' });
		const failure = (await huaweiFleet
			.metrics(at, { instances: cloud.records, ...asking(DAYS) })
			.catch((error: unknown) => error)) as Failure;
		expect(failure.kind).toBe('notSent');
		expect(huaweiFleet.metricsReason(failure)).toBe('noEndpoint');
		expect(cloud.operations()).toEqual([]);
	});
});

test('nothing is asked about no instances', async () => {
	const cloud = await withInstances(1);
	expect(await cloud.ask({ instances: [] })).toEqual(new Map());
	expect(cloud.operations()).toEqual([]);
});
