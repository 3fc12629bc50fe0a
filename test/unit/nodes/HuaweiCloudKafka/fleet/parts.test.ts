/** What the Kafka service itself tells of an instance's use, and the traffic of its topics and groups. */
import type { InstanceSeed } from '../../../../../emulator';
import { huaweiFleet } from '../../../../../nodes/HuaweiCloudKafka/fleet';
import type { Failure } from '../../../../../nodes/shared/contract/failure';
import { windowOf } from '../../../../../nodes/shared/fleet/activity';
import { DAY, NOW, counted, openAccount } from '../../../../support/huaweiFleet';

const MEMBER = { memberId: 'm-1', host: '10.0.0.7', clientId: 'c-1', assignment: [] };

async function withInstance(seed: Partial<InstanceSeed>) {
	const account = await openAccount({
		instances: [{ name: 'orders', createdAt: NOW - 100 * DAY, ...seed }],
	});
	const at = await account.open();
	const scope = account.scope('cn-north-4');
	const { records } = await huaweiFleet.list(at, scope, { raw: false, now: NOW });
	account.operations();
	const window = windowOf(4 * 24, 86_400, NOW);
	const ask = { instances: records, from: window.from, to: window.to, period: 86_400, floor: 0 };
	return {
		...account,
		signs: async () => await huaweiFleet.services(at, records[0], ask),
		parts: async (detail: 'topics' | 'groups') =>
			await huaweiFleet.parts(at, records[0], detail, ask),
		id: records[0].id,
	};
}

describe('signs of the service', () => {
	test('groups without members and topics without producers', async () => {
		const { signs, operations } = await withInstance({
			topics: [{ name: 'a' }, { name: 'b' }],
			groups: [{ name: 'g' }],
		});
		expect(await signs()).toEqual({
			producing: false,
			consuming: false,
			lastProducedAt: null,
			requests: 4,
		});
		expect(counted(operations())).toEqual({
			ListInstanceConsumerGroups: 1,
			ListInstanceTopics: 1,
			ListTopicProducers: 2,
		});
	});

	test('a group with members settles it, and no topic is looked at', async () => {
		const { signs } = await withInstance({
			topics: [{ name: 'a' }],
			groups: [{ name: 'g', members: [MEMBER] }],
		});
		expect(await signs()).toMatchObject({ producing: null, consuming: true, requests: 1 });
	});

	test('a producer that is connected', async () => {
		const { signs } = await withInstance({
			topics: [
				{ name: 'a' },
				{ name: 'b', producers: [{ address: '10.0.0.7:4711', broker: 0, joinedAt: NOW }] },
			],
		});
		expect(await signs()).toMatchObject({ producing: true, consuming: false });
	});

	test.each(['Empty', 'DEAD', 'Dead', 'EMPTY'])('%s is without members', async (state) => {
		const { signs, em } = await withInstance({});
		const body = { groups: [{ group_id: 'g', state }], total: 1 };
		em.faults.add({
			operation: 'ListInstanceConsumerGroups',
			effect: { kind: 'answer', status: 200, body },
		});
		expect(await signs()).toMatchObject({ consuming: false });
	});

	test('a group without a state cannot be told', async () => {
		const { signs, em } = await withInstance({});
		const body = { groups: [{ group_id: 'g' }], total: 1 };
		em.faults.add({
			operation: 'ListInstanceConsumerGroups',
			effect: { kind: 'answer', status: 200, body },
		});
		expect(await signs()).toMatchObject({ consuming: null });
	});

	test('more topics than requests are allowed fail before they are asked about', async () => {
		const { signs, operations } = await withInstance({
			topics: Array.from({ length: 200 }, (_, index) => ({ name: `t-${index}` })),
		});
		const failure = (await signs().catch((error: unknown) => error)) as Failure;
		expect(failure.message).toBe('it would take more than 200 requests to look at all topics');
		expect(operations()).not.toContain('ListTopicProducers');
	});
});

describe('parts', () => {
	test('topics with what was written and read, those without data too', async () => {
		const { parts, em, id, operations } = await withInstance({
			topics: [{ name: 'busy' }, { name: 'quiet' }],
		});
		em.huawei.state.metrics.report(
			id,
			'topic_bytes_in_rate',
			{ from: NOW - 2 * DAY, to: NOW, value: 9 },
			{ kafka_topics: 'busy' },
		);
		const found = await parts('topics');
		const ofOne = (name: string) =>
			found
				.find((part) => part.name === name)
				?.series.map(({ direction, points }) => [direction, points.map(([, value]) => value)]);
		expect(ofOne('busy')).toEqual([
			['produced', [9, 9, 9]],
			['consumed', []],
		]);
		expect(ofOne('quiet')).toEqual([
			['produced', []],
			['consumed', []],
		]);
		expect(counted(operations())).toEqual({ ListInstanceTopics: 1, BatchListMetricData: 1 });
	});

	test('groups by how much their counter has grown, also after it began anew', async () => {
		const { parts, em, id } = await withInstance({ groups: [{ name: 'g' }] });
		const midnight = Date.parse('2030-01-15T00:00:00Z');
		for (const [days, value] of [
			[3, 100],
			[2, 100],
			[1, 160],
			[0, 20],
		]) {
			const from = midnight - days * DAY;
			em.huawei.state.metrics.report(
				id,
				'consumer_messages_consumed',
				{ from, to: from + DAY / 3, value },
				{ kafka_groups: 'g' },
			);
		}
		const [{ series }] = await parts('groups');
		expect(series).toMatchObject([{ direction: 'consumed', source: 'metrics' }]);
		expect(series[0].points.map(([, value]) => value)).toEqual([0, 60, 20]);
	});
});
