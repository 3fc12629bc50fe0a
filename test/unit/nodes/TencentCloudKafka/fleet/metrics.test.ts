/** Activity by Monitor and, where it says nothing, by the service itself: requests, limits, and what no data means. */
import { exampleAccounts } from '../../../../../emulator';
import type { Failure } from '../../../../../nodes/shared/contract/failure';
import { activityOf, windowOf, type Series } from '../../../../../nodes/shared/fleet/activity';
import type { VendorRecord } from '../../../../../nodes/shared/fleet/record';
import type { MetricAsk } from '../../../../../nodes/shared/fleet/vendor';
import { fleet } from '../../../../../nodes/TencentCloudKafka/fleet';
import {
	counted,
	DAY,
	HOUR,
	LIMITED,
	NOW,
	openAccount,
	scopeIn,
	type Account,
} from '../../../../support/tencentFleet';

const here = scopeIn('ap-guangzhou');
const DIRECTIONS = [
	['InstanceProCount', 'produced'],
	['InstanceConCount', 'consumed'],
] as const;

/** What is asked of a window that ends now. */
function askOf(instances: VendorRecord[], hours: number, now = NOW): MetricAsk {
	const { from, to, period } = windowOf(hours, fleet.period(hours), now);
	return { instances, from, to, period, floor: 0 };
}

const failing = async (promise: Promise<unknown>): Promise<Failure> =>
	await promise.then(
		() => {
			throw new Error('It succeeded');
		},
		(error: Failure) => error,
	);

/** Zero of both metrics, each hour of 30 days, for every instance. */
function silence({ em }: Account, now = NOW): void {
	const { state } = em.tencent;
	for (const { id } of state.instances) {
		for (const [metric] of DIRECTIONS) state.monitor.fill(metric, id, now - 30 * DAY, now, 0);
	}
}

/** An account with instances of these names, and these as the fleet lists them. */
async function withInstances(names: string[], options: Parameters<typeof openAccount>[1] = {}) {
	const account = await openAccount(
		{ instances: names.map((name) => ({ name, createdAt: NOW - 60 * DAY })) },
		options,
	);
	const at = await account.open();
	const { records } = await fleet.list(at, here, { raw: false, now: NOW });
	account.lines();
	return { account, at, records };
}

function verdictOf(one: VendorRecord, series: Series[] | undefined, hours: number, now = NOW) {
	const window = windowOf(hours, fleet.period(hours), now);
	const { verdict, confidence, reason } = activityOf(one, window, { series: series ?? [] }, 0);
	return [verdict, confidence, reason];
}

test('100 instances over 14 days take 20 requests, ten instances and one metric each', async () => {
	const names = Array.from({ length: 100 }, (_, at) => `orders-${at}`);
	const { account, at, records } = await withInstances(names);
	silence(account);
	const { state } = account.em.tencent;
	for (const name of names.slice(0, 80)) {
		const id = String(state.named(name)?.id);
		state.monitor.add('InstanceProCount', id, { at: NOW - 2 * DAY, value: 5 });
	}
	const found = await fleet.metrics(at, askOf(records, 14 * 24));
	expect(counted(account.lines())).toEqual({ GetMonitorData: 20 });
	expect(account.body('GetMonitorData')).toEqual({
		Namespace: 'QCE/CKAFKA',
		MetricName: 'InstanceConCount',
		Instances: records
			.slice(90)
			.map(({ id }) => ({ Dimensions: [{ Name: 'instanceId', Value: id }] })),
		Period: 86_400,
		StartTime: '2030-01-01T00:00:00+08:00',
		EndTime: '2030-01-15T20:00:00+08:00',
	});
	const verdicts = counted(
		records.map((one) => verdictOf(one, found.get(one.id), 14 * 24).join(' ')),
	);
	expect(verdicts).toEqual({ 'active certain ': 80, 'idle high ': 20 });
	const [series] = found.get(records[99].id) ?? [];
	expect([series.direction, series.source, series.period]).toEqual(['produced', 'metrics', 86_400]);
});

describe('a day of the service may begin at midnight of China or of UTC', () => {
	// From noon in UTC on: before and after midnight of China, of UTC, and when China is a day ahead.
	const ends = [0, 3.5, 4, 8, 12, 12.5, 16].map((hours) => NOW + hours * HOUR);
	const LENGTH = 48;

	test.each([8, 0])('%d hours before UTC: each hour of the window counts', async (offset) => {
		// One that is silent, and one for each hour.
		const names = ['silent', ...Array.from({ length: LENGTH }, (_, hour) => `hour ${hour}`)];
		const { account, at, records } = await withInstances(names);
		const { monitor } = account.em.tencent.state;
		monitor.dayOffset = offset * HOUR;
		const wrong: string[] = [];
		for (const now of ends) {
			account.em.clock.advance(now - account.em.clock.now());
			account.clock.advance(now - account.clock.now());
			monitor.clear();
			silence(account, now);
			for (const { name, id } of records) {
				const hour = /^hour (\d+)$/.exec(name)?.[1];
				const moment = now - (Number(hour) + 0.5) * HOUR;
				if (hour) monitor.add('InstanceConCount', id, { at: moment, value: 1 });
			}
			const found = await fleet.metrics(at, askOf(records, LENGTH, now));
			for (const one of records) {
				const [verdict, confidence] = verdictOf(one, found.get(one.id), LENGTH, now);
				const expected = one.name === 'silent' ? 'idle high' : 'active certain';
				const said = `${verdict} ${confidence}`;
				if (said !== expected) wrong.push(`${new Date(now).toISOString()} ${one.name}: ${said}`);
			}
		}
		expect(wrong).toEqual([]);
	});
});

test('below two days it is hours, the unfinished one included', async () => {
	const { account, at, records } = await withInstances(['a', 'b']);
	silence(account);
	account.em.tencent.state.monitor.add('InstanceProCount', records[0].id, {
		at: NOW - 60_000,
		value: 1,
	});
	const found = await fleet.metrics(at, askOf(records, 24));
	expect(account.body('GetMonitorData')).toMatchObject({ Period: 3600 });
	expect(records.map((one) => verdictOf(one, found.get(one.id), 24)[0])).toEqual([
		'active',
		'idle',
	]);
	expect([47, 48].map((hours) => fleet.period(hours))).toEqual([3600, 86_400]);
});

describe('no data is not zero', () => {
	test('an instance without any point has series without points', async () => {
		const { account, at, records } = await withInstances(['a']);
		const found = await fleet.metrics(at, askOf(records, 14 * 24));
		expect(found.get(records[0].id)).toEqual([
			{ direction: 'produced', source: 'metrics', period: 86_400, points: [] },
			{ direction: 'consumed', source: 'metrics', period: 86_400, points: [] },
		]);
		expect(verdictOf(records[0], found.get(records[0].id), 14 * 24)).toEqual([
			'unknown',
			'none',
			'noData',
		]);
		// Once for each metric, whatever is asked for afterwards.
		await fleet.metrics({ ...at }, askOf(records, 14 * 24));
		expect(counted(account.lines())).toEqual({ GetMonitorData: 4, DescribeBaseMetrics: 2 });
	});

	test('an instance of another region has none here', async () => {
		const { account, at, records } = await withInstances(['a']);
		silence(account);
		const elsewhere = await account.open('eu-frankfurt');
		const found = await fleet.metrics(elsewhere, askOf(records, 72));
		expect(found.get(records[0].id)?.map(({ points }) => points.length)).toEqual([0, 0]);
		expect(
			(await fleet.metrics(at, askOf(records, 72))).get(records[0].id)?.[0].points,
		).not.toEqual([]);
	});

	test('a metric that the service does not have is absent', async () => {
		const { account, at, records } = await withInstances(['a']);
		account.em.faults.add({
			operation: 'DescribeBaseMetrics',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { RequestId: 'r', MetricSet: [] } },
			},
		});
		const found = await fleet.metrics(at, askOf(records, 72));
		expect(found.has(records[0].id)).toBe(false);
		expect(verdictOf(records[0], undefined, 72)).toEqual(['unknown', 'none', 'noMetric']);
	});

	test('the other spelling of a dimension is found out once', async () => {
		const names = Array.from({ length: 20 }, (_, at) => `orders-${at}`);
		const { account, at, records } = await withInstances(names);
		account.em.tencent.state.rules.monitorDimension = 'InstanceId';
		silence(account);
		const found = await fleet.metrics(at, askOf(records, 72));
		expect(records.map((one) => verdictOf(one, found.get(one.id), 72).join(' '))).toEqual(
			names.map(() => 'idle high '),
		);
		expect(counted(account.lines())).toEqual({ GetMonitorData: 6, DescribeBaseMetrics: 2 });
		expect(account.body('GetMonitorData').Instances).toEqual(
			records.slice(10).map(({ id }) => ({ Dimensions: [{ Name: 'InstanceId', Value: id }] })),
		);
	});

	test('what is no number, or below zero, is no point', async () => {
		const { account, at, records } = await withInstances(['a']);
		const [{ id }] = records;
		const day = (number: number) => Date.parse('2030-01-14T16:00:00Z') / 1000 - number * 86_400;
		account.em.faults.add({
			operation: 'GetMonitorData',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: {
					Response: {
						RequestId: 'r',
						Period: 86_400,
						DataPoints: [
							{
								Dimensions: [{ Name: 'instanceId', Value: id }],
								Timestamps: [day(4), day(3), day(2), day(1), day(0), 'x'],
								Values: [-1, null, 'x', '2.5', 0, 7],
							},
						],
					},
				},
			},
		});
		const found = await fleet.metrics(at, askOf(records, 14 * 24));
		expect(found.get(id)?.[0].points).toEqual([
			[day(1) * 1000, 2.5],
			[day(0) * 1000, 0],
		]);
	});

	test.each<[string, object]>([
		['without points', {}],
		['of which the dimensions are missing', { DataPoints: [{ Timestamps: [], Values: [] }] }],
	])('an answer %s is a failure', async (_, content) => {
		const { account, at, records } = await withInstances(['a']);
		account.em.faults.add({
			operation: 'GetMonitorData',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { RequestId: 'r', Period: 86_400, ...content } },
			},
		});
		expect((await failing(fleet.metrics(at, askOf(records, 72)))).kind).toBe('broken');
	});
});

describe('why metrics are refused', () => {
	const reasonOf = async (promise: Promise<unknown>) => {
		const failure = await failing(promise);
		const { code, advice } = failure.details;
		return [fleet.metricsReason(failure), code, failure.message, advice];
	};

	test('the free requests of the month are used up', async () => {
		const { account, at, records } = await withInstances(['a']);
		account.em.tencent.state.monitor.freeRequests = 1;
		const asked = fleet.metrics(at, askOf(records, 72));
		expect(await reasonOf(asked)).toEqual([
			'quotaUsedUp',
			'LimitExceeded',
			'the free requests of this month for monitoring data are used up',
			expect.stringMatching(/^Wait for the next month, or turn pay-as-you-go on .*\(TCOP\)\.$/),
		]);
	});

	test('the key is not allowed to', async () => {
		const accounts = exampleAccounts();
		accounts.tencent.keys.push({ ...LIMITED, denied: ['monitor:*'] });
		const { account, records } = await withInstances(['a'], { accounts });
		const at = await account.open(undefined, LIMITED);
		expect(await reasonOf(fleet.metrics(at, askOf(records, 72)))).toEqual([
			'noPermission',
			'UnauthorizedOperation',
			expect.anything(),
			'Grant the CAM user monitor:GetMonitorData.',
		]);
	});

	test('an endpoint for Kafka alone is not asked for metrics', async () => {
		const { account, records } = await withInstances(['a']);
		const at = await account.open(undefined, { endpoint: 'https://kafka.example.com' });
		expect(await reasonOf(fleet.metrics(at, askOf(records, 72)))).toEqual([
			'noEndpoint',
			undefined,
			expect.stringMatching(/^'Endpoint' is the address of CKafka only/),
			undefined,
		]);
		expect(account.lines()).toEqual([]);
	});

	test('too many objects would be refused: ten is what is asked for', async () => {
		const names = Array.from({ length: 11 }, (_, at) => `orders-${at}`);
		const { account, at, records } = await withInstances(names);
		silence(account);
		account.em.tencent.state.rules.monitorObjects = 10;
		account.em.tencent.state.rules.monitorPoints = 15;
		await fleet.metrics(at, askOf(records, 14 * 24));
		expect(counted(account.lines())).toEqual({ GetMonitorData: 4 });
	});
});

test('the account is that of GetCallerIdentity', async () => {
	const account = await openAccount();
	expect(await fleet.account(account.open)).toBe('100000000001');
	expect(account.lines()).toEqual(['GetCallerIdentity']);
});

describe('signs of the service itself', () => {
	const signsOf = async (seed: object) => {
		const account = await openAccount({ instances: [{ name: 'a', ...seed }] });
		const at = await account.open();
		const { records } = await fleet.list(at, here, { raw: false, now: NOW });
		account.lines();
		const signs = await fleet.services(at, records[0], askOf(records, 72));
		return { signs, lines: counted(account.lines()) };
	};
	const member = { id: 'c-1', clientId: 'c', host: '10.0.0.9', assignment: [] };

	test('nobody is connected', async () => {
		const { signs, lines } = await signsOf({
			topics: [{ name: 'orders' }, { name: 'payments' }],
			groups: [{ name: 'reports' }],
		});
		expect(signs).toEqual({
			producing: false,
			consuming: false,
			lastProducedAt: null,
			requests: 5,
		});
		expect(lines).toEqual({
			DescribeGroup: 1,
			DescribeGroupInfo: 1,
			DescribeTopic: 1,
			DescribeTopicProduceConnection: 2,
		});
	});

	test('a group with members settles it', async () => {
		const { signs, lines } = await signsOf({
			topics: [{ name: 'orders' }],
			groups: [{ name: 'idle' }, { name: 'reports', members: [member] }],
		});
		expect(signs).toMatchObject({ producing: null, consuming: true, requests: 2 });
		expect(lines).toEqual({ DescribeGroup: 1, DescribeGroupInfo: 1 });
	});

	test('a producer is a sign', async () => {
		const producers = [{ ip: '10.0.0.8', connectedAt: NOW, supported: true }];
		const { signs } = await signsOf({ topics: [{ name: 'orders', producers }] });
		expect(signs).toMatchObject({ producing: true, consuming: false });
	});

	test('more topics than 200 requests suffice for', async () => {
		const topics = Array.from({ length: 250 }, (_, at) => ({ name: `t-${at}` }));
		const account = await openAccount({ instances: [{ name: 'a', topics }] });
		const at = await account.open();
		const { records } = await fleet.list(at, here, { raw: false, now: NOW });
		account.lines();
		const failure = await failing(fleet.services(at, records[0], askOf(records, 72)));
		expect(failure.message).toBe('more than 200 requests would be needed');
		expect(account.lines()).toHaveLength(200);
	});
});

describe('parts of an instance', () => {
	async function partsOf(detail: 'topics' | 'groups') {
		const account = await openAccount({
			instances: [
				{
					name: 'a',
					createdAt: NOW - 60 * DAY,
					topics: [
						{ name: 'orders', partitions: 2 },
						{ name: 'empty', partitions: 1 },
					],
					groups: [
						{
							name: 'reports',
							offsets: [0, 1].map((partition) => ({ topic: 'orders', partition, offset: 3 })),
						},
						{ name: 'unused' },
					] as never,
				},
			],
		});
		const at = await account.open();
		const { records } = await fleet.list(at, here, { raw: false, now: NOW });
		const [one] = records;
		const { monitor, instances } = account.em.tencent.state;
		const topic = String(instances[0].topics.find(({ name }) => name === 'orders')?.id);
		monitor.fill('CtopicProCount', topic, NOW - 5 * DAY, NOW, 3);
		monitor.fill('CtopicConsumerSpeed', `reports ${topic} 0`, NOW - 5 * DAY, NOW, 1);
		monitor.fill('CtopicConsumerSpeed', `reports ${topic} 1`, NOW - 5 * DAY, NOW, 2);
		account.lines();
		const parts = await fleet.parts(at, one, detail, askOf([one], 72));
		return { parts, lines: counted(account.lines()), account, one, topic };
	}
	const sums = (series: Series[]) =>
		series.map(({ direction, points }) => [
			direction,
			points.length,
			Math.max(0, ...points.map(([, value]) => value)),
		]);

	test('topics have what was produced and consumed, by their IDs', async () => {
		const { parts, account, one, lines } = await partsOf('topics');
		expect(parts.map(({ name, series }) => [name, sums(series)]).sort()).toEqual([
			[
				'empty',
				[
					['produced', 0, 0],
					['consumed', 0, 0],
				],
			],
			[
				'orders',
				[
					['produced', 4, 72],
					['consumed', 0, 0],
				],
			],
		]);
		expect(lines).toEqual({ DescribeTopicDetail: 1, GetMonitorData: 2, DescribeBaseMetrics: 1 });
		const [{ Dimensions }] = account.body('GetMonitorData').Instances as [{ Dimensions: object }];
		expect(Dimensions).toEqual([
			{ Name: 'instanceId', Value: one.id },
			{ Name: 'topicId', Value: expect.stringMatching(/^topic-/) },
		]);
	});

	test('groups have what all of their subscriptions consume, and whether they have members', async () => {
		const { parts, topic, account, one } = await partsOf('groups');
		expect(parts.map(({ name, series, signs }) => [name, sums(series), signs?.consuming])).toEqual([
			['reports', [['consumed', 4, 3]], false],
			['unused', [], false],
		]);
		const { Instances } = account.body('GetMonitorData') as { Instances: object[] };
		expect(Instances[0]).toEqual({
			Dimensions: [
				{ Name: 'consumerGroup', Value: 'reports' },
				{ Name: 'instanceId', Value: one.id },
				{ Name: 'topicId', Value: topic },
				{ Name: 'partition', Value: '0' },
				{ Name: 'topicName', Value: 'orders' },
			],
		});
	});
});
