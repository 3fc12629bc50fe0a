import { startEmulator, type AlibabaSeed, type Emulator } from '../../../emulator';
import { code, operate, type Parameters } from './operateAlibaba';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const INPUT = 'instance_message_input';
/** Twenty minutes into an hour, to which the cloud's clock is set. */
const NOW = Math.ceil(Date.now() / HOUR) * HOUR + HOUR / 3;

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	emulator.clock.advance(NOW - emulator.clock.now());
});
afterEach(async () => await emulator.close());

const seed = (given: Partial<AlibabaSeed> = {}) =>
	emulator.alibaba.state.seed({ name: 'a', createdAt: NOW - 100 * DAY, ...given });

const query = async (given: Parameters = {}) =>
	await operate(emulator, 'DescribeMetricList', {
		Namespace: 'acs_kafka',
		MetricName: INPUT,
		Period: '3600',
		StartTime: String(NOW - 3 * HOUR),
		EndTime: String(NOW),
		...given,
	});

interface Point {
	timestamp: number;
	instanceId: string;
	topic?: string;
	Value?: number;
	Maximum?: number;
}

const pointsOf = ({ body }: { body: { Datapoints: string } }) =>
	JSON.parse(body.Datapoints) as Point[];

test('points are a text, of whole periods from after the start to the end', async () => {
	const { id } = seed({ metrics: { [INPUT]: (start) => start / HOUR } });
	const { body } = await query();
	expect(body).toMatchObject({ Code: '200', Success: true, Period: '3600' });
	const hour = Math.floor(NOW / HOUR);
	expect(pointsOf({ body })).toEqual(
		[2, 1, 0].map((ago) => ({
			timestamp: (hour - ago) * HOUR,
			userId: '1234567890123456',
			instanceId: id,
			Value: hour - ago,
		})),
	);
	const sharp = { StartTime: String((hour - 2) * HOUR), EndTime: String(hour * HOUR) };
	expect(pointsOf(await query(sharp))).toHaveLength(2);
});

test('nothing was said of an instance: no traffic while it works, else no points', async () => {
	seed();
	seed({ name: 'b', phase: 'stopped' });
	seed({ name: 'c', createdAt: NOW - 10 * 60_000 });
	expect(pointsOf(await query()).map(({ Value }) => Value)).toEqual([0, 0, 0, 0]);
});

test('an answer without points holds an empty list, or none where the rules say so', async () => {
	expect((await query()).body.Datapoints).toBe('[]');
	emulator.alibaba.state.rules.noEmptyPoints = true;
	expect((await query()).body).not.toHaveProperty('Datapoints');
});

test('pages follow a token, and the last one has none', async () => {
	seed();
	const first = await query({ Length: '2' });
	const last = await query({ Length: '2', NextToken: first.body.NextToken });
	expect([pointsOf(first).length, pointsOf(last).length]).toEqual([2, 1]);
	expect(last.body).not.toHaveProperty('NextToken');
});

test('resources are chosen by their dimensions, in the region', async () => {
	const { id } = seed({ topics: [{ name: 't' }, { name: 'u' }] });
	seed({ name: 'b' });
	seed({ name: 'c', region: 'cn-beijing' });
	const counts = async (given: Parameters) => pointsOf(await query(given)).length;
	expect(await counts({})).toBe(6);
	expect(await counts({ RegionId: 'cn-beijing' })).toBe(3);
	expect(await counts({ Dimensions: JSON.stringify([{ instanceId: id }]) })).toBe(3);
	const MetricName = 'topic_message_input';
	expect(await counts({ MetricName })).toBe(6);
	const Dimensions = JSON.stringify({ instanceId: id, topic: 'u' });
	const [point] = pointsOf(await query({ MetricName, Dimensions }));
	expect(point).toMatchObject({ instanceId: id, topic: 'u' });
});

test('metrics are those of the series of an instance, and each has its statistic', async () => {
	seed({ paidType: 3, metrics: { InstanceMessageInputV3: 2 } });
	expect(pointsOf(await query())).toEqual([]);
	expect(pointsOf(await query({ MetricName: 'InstanceMessageInputV3' }))).toHaveLength(3);
	seed({ metrics: { instance_disk_capacity: 40 } });
	const [disk] = pointsOf(await query({ MetricName: 'instance_disk_capacity' }));
	expect(disk.Maximum).toBe(40);
});

test('dates are those of Beijing; without them the last hours are meant', async () => {
	seed();
	const hour = NOW - HOUR / 3;
	const inBeijing = (time: number) =>
		new Date(time + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ');
	const dates = { StartTime: inBeijing(hour - 3 * HOUR), EndTime: inBeijing(hour - HOUR) };
	expect(pointsOf(await query(dates)).map(({ timestamp }) => timestamp)).toEqual([
		hour - 2 * HOUR,
		hour - HOUR,
	]);
	const usual = await operate(emulator, 'DescribeMetricList', {
		Namespace: 'acs_kafka',
		MetricName: INPUT,
		Period: '3600',
	});
	expect(pointsOf(usual)).toHaveLength(48);
});

test('points of short periods are kept for less long', async () => {
	seed();
	const from = (days: number, Period: string) =>
		query({
			Period,
			StartTime: String(NOW - days * DAY),
			EndTime: String(NOW - days * DAY + HOUR),
		});
	expect(pointsOf(await from(40, '60'))).toHaveLength(0);
	expect(pointsOf(await from(40, '3600'))).toHaveLength(1);
	expect(pointsOf(await from(95, '3600'))).toHaveLength(0);
});

test('what is asked for has its limits', async () => {
	const ids = (count: number) =>
		JSON.stringify(Array.from({ length: count }, (_, index) => ({ instanceId: `i-${index}` })));
	const bad = [400, 'InvalidParameterValue'];
	expect((await query({ Dimensions: ids(50) })).status).toBe(200);
	expect(code(await query({ Dimensions: ids(51) }))).toEqual(bad);
	expect(code(await query({ Period: '86400' }))).toEqual(bad);
	expect((await query({ Length: '1440' })).status).toBe(200);
	expect(code(await query({ Length: '1441' }))).toEqual(bad);
	expect((await query({ StartTime: String(NOW - 31 * DAY) })).status).toBe(200);
	expect(code(await query({ StartTime: String(NOW - 31 * DAY - 1) }))).toEqual(bad);
	expect(code(await query({ StartTime: String(NOW) }))).toEqual(bad);
	expect(code(await query({ StartTime: 'yesterday' }))).toEqual(bad);
	expect(code(await query({ NextToken: 'x' }))).toEqual(bad);
	expect(code(await query({ Dimensions: '[' }))).toEqual([400, 'InvalidParameter']);
	expect(code(await query({ MetricName: 'nothing' }))).toEqual([404, 'ResourceNotFound']);
	expect(code(await query({ Namespace: 'acs_ecs' }))).toEqual([404, 'ResourceNotFound']);
});

test('the queries of a month end', async () => {
	emulator.alibaba.state.rules.metricCalls = 1;
	expect((await query()).status).toBe(200);
	const refused = await query();
	expect([refused.status, refused.body.Message]).toEqual([400, 'user api quota limit']);
});
