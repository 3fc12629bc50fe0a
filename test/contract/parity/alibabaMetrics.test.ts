/** Queries of CloudMonitor beside those of its official SDK: the same parameters, and a signature that holds. */
import { alibabaFleet } from '../../../nodes/AlibabaCloudKafka/fleet';
import { HOUR, asked, openAccount } from '../../support/alibabaFleet';
import { describeMetricList } from '../../support/sdks/cloudMonitor';

test('the same query, with the same answer', async () => {
	// The SDK signs by the real clock.
	const account = await openAccount({}, { start: Date.now() });
	const metrics = { instance_message_input: 5, instance_message_output: 7 };
	const one = await account.seed({ name: 'a', metrics });
	const to = Math.ceil(Date.now() / HOUR) * HOUR;
	const found = await alibabaFleet.metrics(await account.open(), {
		...asked([one], 1),
		from: to - 24 * HOUR,
		to,
	});
	const sent = account.last('DescribeMetricList') as Record<string, string>;

	const points = await describeMetricList(account.em, sent);

	const [ours, theirs] = account.em.requests.slice(-2);
	expect([ours.status, theirs.status]).toEqual([200, 200]);
	expect([theirs.method, theirs.path]).toEqual([ours.method, ours.path]);
	for (const name of ['x-acs-action', 'x-acs-version']) {
		expect(theirs.headers[name]).toBe(ours.headers[name]);
	}
	expect(account.last('DescribeMetricList')).toEqual(sent);
	const consumed = found.get(one.id)?.find(({ direction }) => direction === 'consumed');
	const values = JSON.parse(points ?? '') as Array<{ timestamp: number; Value: number }>;
	expect(values.map(({ timestamp, Value }) => [timestamp, Value])).toEqual(consumed?.points);
	expect(values.length).toBeGreaterThan(20);
});
