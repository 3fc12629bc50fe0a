/** Cloud Eye, as far as it is emulated: what it takes, and what it does without a word. */
import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { DAY, HOUR } from '../../../emulator/core/clock';
import { callHuawei } from './client';
import { nonconformities } from './conform';

const { projectId } = EXAMPLE.huawei;
const IN = 'instance_bytes_in_rate';

let emulator: Emulator;
let id: string;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0, huawei: { instances: [{ name: 'orders' }] } });
	id = emulator.huawei.state.instances[0].id;
});
afterEach(() => emulator.close());

const metric = (name: string, value = id) => ({
	namespace: 'SYS.DMS',
	metric_name: name,
	dimensions: [{ name: 'kafka_instance_id', value }],
});

const now = () => emulator.clock.now();

const ask = async (body: object, path = `/V1.0/${projectId}/batch-query-metric-data`) =>
	await callHuawei(emulator, {
		method: 'POST',
		path,
		body: {
			metrics: [metric(IN)],
			...{ period: '86400', filter: 'max', from: now() - 14 * DAY, to: now(), ...body },
		},
	});

const reported = (days: number, value: number) =>
	emulator.huawei.state.metrics.report(id, IN, { from: now() - days * DAY, to: now(), value });

const pointsOf = ({ body }: Awaited<ReturnType<typeof ask>>, index = 0) =>
	body.metrics[index].datapoints as Array<{ timestamp: number; max?: number; average?: number }>;

test('answers as its schema says, with points at the beginning of their periods', async () => {
	reported(3, 7);
	const reply = await ask({});
	expect(nonconformities('huawei', 'BatchListMetricData', reply)).toEqual([]);
	expect(pointsOf(reply).map(({ max }) => max)).toEqual([7, 7, 7, 7]);
	expect(pointsOf(reply).every(({ timestamp }) => timestamp % DAY === 0)).toBe(true);
});

test('names a value after the filter', async () => {
	reported(1, 7);
	expect(pointsOf(await ask({ filter: 'average' }))[0]).toMatchObject({ average: 7 });
});

test('a metric that nobody reported has no points, nor has an instance of another project', async () => {
	reported(3, 7);
	const metrics = [metric('instance_bytes_out_rate'), metric(IN, '0'.repeat(32))];
	const reply = await ask({ metrics });
	expect([pointsOf(reply), pointsOf(reply, 1)]).toEqual([[], []]);
});

test('a range with too many points begins later, without a word', async () => {
	reported(200, 1);
	const whole = pointsOf(await ask({ period: '3600', from: now() - 100 * DAY }));
	expect(whole.length).toBeLessThanOrEqual(100 * 24 + 1);
	const cut = pointsOf(await ask({ period: '3600', from: now() - 190 * DAY }));
	expect(cut[0].timestamp).toBeGreaterThan(now() - 126 * DAY);
	const twice = await ask({
		period: '3600',
		from: now() - 190 * DAY,
		metrics: [metric(IN), metric('instance_bytes_out_rate')],
	});
	expect(pointsOf(twice)[0].timestamp).toBeGreaterThan(now() - 63 * DAY);
});

test('fine data are kept for two days', async () => {
	reported(10, 1);
	const points = pointsOf(await ask({ period: '300', from: now() - 5 * DAY }));
	expect(points[0].timestamp).toBeGreaterThanOrEqual(now() - 2 * DAY - HOUR);
});

test.each([
	['too many metrics', () => ({ metrics: Array.from({ length: 501 }, () => metric(IN)) })],
	['a range that ends before it begins', () => ({ from: now(), to: now() - HOUR })],
	['a period that there is not', () => ({ period: '7200' })],
	['a period as a number', () => ({ period: 86_400 })],
])('%s: refused, in its own form', async (_, body) => {
	const { status, body: said } = await ask(body());
	expect(status).toBe(400);
	expect(said).toMatchObject({ http_code: '400', message: { code: 'ces.0014' } });
});

test('other clouds take 10 metrics', async () => {
	emulator.huawei.state.rules.metricsPerCall = 10;
	const metrics = Array.from({ length: 11 }, () => metric(IN));
	expect((await ask({ metrics })).status).toBe(400);
	expect((await ask({ metrics: metrics.slice(1) })).status).toBe(200);
});

test('nobody without a key, in a project of nobody, or without the permission', async () => {
	const path = `/V1.0/${'f'.repeat(32)}/batch-query-metric-data`;
	expect((await ask({}, path)).status).toBe(401);
	emulator.huawei.state.denied.add('ces:metricData:list');
	const { status, body } = await ask({});
	expect(status).toBe(403);
	expect(body.message.details).toBe("Policy doesn't allow ces:metricData:list to be performed.");
});
