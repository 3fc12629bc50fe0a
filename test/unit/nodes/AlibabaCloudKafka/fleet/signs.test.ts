/** What the Kafka service itself tells of traffic, and the traffic of topics and consumer groups. */
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { DAY, NOW, asked, counted, openAccount } from '../../../../support/alibabaFleet';

const { services, parts } = alibabaFleet;
const old = { partition: 0, value: 'm', timestamp: NOW - 50 * DAY };
const recent = { partition: 0, value: 'm', timestamp: NOW - DAY };

const signsOf = async (seed: Parameters<Awaited<ReturnType<typeof openAccount>>['seed']>[0]) => {
	const account = await openAccount();
	const one = await account.seed(seed);
	const signs = await services(await account.open(), one, asked([one], 14));
	return { signs, sent: counted(account.operations()) };
};

const topic = (name: string, ...messages: object[]) =>
	({ name, createdAt: NOW - 60 * DAY, messages }) as never;

test('old messages and empty groups', async () => {
	const { signs, sent } = await signsOf({
		name: 'a',
		topics: [topic('t', old), topic('u')],
		groups: [{ name: 'g' }],
	});
	expect(signs).toMatchObject({ producing: false, consuming: false, requests: 5 });
	expect(sent).toEqual({
		GetTopicList: 1,
		GetConsumerList: 1,
		GetTopicStatus: 2,
		GetConsumerProgress: 1,
	});
});

test('a recent message, and a group with members', async () => {
	const { signs } = await signsOf({
		name: 'a',
		topics: [topic('t', old, recent)],
		groups: [{ name: 'g', active: true }],
	});
	expect(signs).toMatchObject({
		producing: true,
		consuming: true,
		lastProducedAt: recent.timestamp,
	});
});

test('neither topics nor groups', async () => {
	const { signs } = await signsOf({ name: 'a' });
	expect(signs).toEqual({ producing: false, consuming: false, lastProducedAt: null, requests: 2 });
});

test('a state that is not known tells nothing', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a', groups: [{ name: 'g' }, { name: 'h' }] });
	const ConsumerProgress = { LastTimestamp: -1, TotalDiff: 0, state: 'UNKNOWN' };
	const body = { Code: 200, Success: true, RequestId: 'r', ConsumerProgress };
	account.em.faults.add({
		operation: 'GetConsumerProgress',
		effect: { kind: 'answer', status: 200, body },
	});
	const { consuming } = await services(await account.open(), one, asked([one], 14));
	expect(consuming).toBeNull();
});

test('messages without a time tell nothing', async () => {
	const account = await openAccount();
	const one = await account.seed({ name: 'a', topics: [topic('t', old)] });
	const TopicStatus = { TotalCount: 3, LastTimeStamp: 0, OffsetTable: { OffsetTable: [] } };
	const body = { Code: 200, Success: true, RequestId: 'r', TopicStatus };
	account.em.faults.add({
		operation: 'GetTopicStatus',
		effect: { kind: 'answer', status: 200, body },
	});
	const signs = await services(await account.open(), one, asked([one], 14));
	expect(signs).toMatchObject({ producing: null, lastProducedAt: null });
});

test('what takes more than 200 requests is not begun', async () => {
	const account = await openAccount();
	const topics = Array.from({ length: 199 }, (_, index) => topic(`t-${index}`));
	const one = await account.seed({ name: 'a', topics });
	const asking = services(await account.open(), one, asked([one], 14));
	await expect(asking).rejects.toThrow('takes more than 200 requests');
	expect(counted(account.operations()).GetTopicStatus).toBeUndefined();
});

describe('parts', () => {
	test('topics have their own metrics', async () => {
		const account = await openAccount();
		const one = await account.seed({
			name: 'a',
			topics: [topic('t'), topic('u')],
			metrics: { 'topic_message_input/t': 4, 'topic_message_input/u': 0 },
		});
		const found = await parts(await account.open(), one, 'topics', asked([one], 1));
		const produced = found.map(({ name, series }) => [
			name,
			series.find(({ direction }) => direction === 'produced')?.points[0]?.[1],
		]);
		expect(produced).toEqual([
			['t', 4],
			['u', 0],
		]);
		expect(account.last('DescribeMetricList').Dimensions).toBe(
			JSON.stringify([
				{ instanceId: one.id, topic: 't' },
				{ instanceId: one.id, topic: 'u' },
			]),
		);
	});

	test('topics of serverless instances have no metric that is known', async () => {
		const account = await openAccount();
		const one = await account.seed({ name: 'a', paidType: 3, topics: [topic('t')] });
		const found = await parts(await account.open(), one, 'topics', asked([one], 1));
		expect(found).toEqual([{ name: 't', series: [] }]);
		expect(account.operations()).toEqual(['GetTopicList']);
	});

	test('groups have members or not', async () => {
		const account = await openAccount();
		const groups = [{ name: 'g', active: true }, { name: 'h' }];
		const one = await account.seed({ name: 'a', groups });
		const found = await parts(await account.open(), one, 'groups', asked([one], 1));
		expect(found.map(({ name, signs }) => [name, signs?.consuming])).toEqual([
			['g', true],
			['h', false],
		]);
	});
});
