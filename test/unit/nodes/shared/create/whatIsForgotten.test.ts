/** What a deletion makes this process forget: what is deleted, and never what contains it. */
import { resources as alibaba } from '../../../../../nodes/AlibabaCloudKafka/resources';
import { resources as huawei } from '../../../../../nodes/HuaweiCloudKafka/resources';
import { forget, recall, remember } from '../../../../../nodes/shared/create/recentCreates';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { Item } from '../../../../../nodes/shared/run/item';
import { resources as tencent } from '../../../../../nodes/TencentCloudKafka/resources';
import { VirtualClock } from '../../../../support/virtualClock';

// One for all tests, as what a process remembers outlives each of them.
const clock = new VirtualClock({ auto: false });
afterAll(() => clock.close());

afterEach(() => {
	clock.advance(2 * TIMES.listingLag);
	recall(clock, 'any');
});

describe('an instance that this process created', () => {
	/** Every deletion of something that an instance contains or carries. */
	const deletions = Object.entries({ huawei, alibaba, tencent }).flatMap(([vendor, resources]) =>
		resources.flatMap(({ value, operations }) =>
			operations
				.filter(
					({ kind, fields = [] }) => kind === 'delete' && fields.length > 1 && value !== 'instance',
				)
				.map((operation) => [`${vendor} ${value}/${operation.value}`, operation] as const),
		),
	);

	/** What an operation names in a form that is filled in with these values. */
	const namedBy = (operation: (typeof deletions)[number][1], values: Record<string, unknown>) => {
		return new Item(
			{} as never,
			operation,
			{} as never,
			(name) => values[name] ?? `some ${name}`,
			undefined as never,
			undefined as never,
		).named;
	};

	test('has something that can be deleted with every vendor', () => {
		const names = deletions.map(([name]) => name);
		expect(names).toEqual(
			expect.arrayContaining([
				'huawei topic/delete',
				'huawei tag/remove',
				'huawei consumerGroup/delete',
				'alibaba topic/delete',
				'alibaba tag/remove',
				'tencent topic/delete',
				'tencent route/delete',
			]),
		);
	});

	test.each(deletions)('is not forgotten with %s', (_, operation) => {
		remember(clock, 'here|instance|orders', [{ id: 'i-1' }], 'id');
		forget('here', namedBy(operation, { instanceId: 'i-1' }));
		expect(recall(clock, 'here|instance|orders')).toEqual([{ id: 'i-1' }]);
	});

	test('by an order is not forgotten when a tag of it is removed', () => {
		const order = { OrderId: '7', InstanceId: 'i-1' };
		const [, remove] = deletions.find(([name]) => name === 'alibaba tag/remove') ?? [];
		if (!remove) throw new Error('No operation removes tags');
		remember(clock, 'here|orders', [order], 'OrderId');
		forget('here', namedBy(remove, { taggedResource: 'INSTANCE', resourceIds: 'i-1' }));
		expect(recall(clock, 'here|orders')).toEqual([order]);
	});

	test('is forgotten with the instance itself', () => {
		const [remove] = huawei
			.flatMap(({ operations }) => operations)
			.filter(({ api }) => api === 'DeleteInstance');
		remember(clock, 'here|instance|orders', [{ id: 'i-1' }, { id: 'i-2' }], 'id');
		forget('here', namedBy(remove, { instanceId: 'i-1' }));
		expect(recall(clock, 'here|instance|orders')).toEqual([{ id: 'i-2' }]);
	});
});
