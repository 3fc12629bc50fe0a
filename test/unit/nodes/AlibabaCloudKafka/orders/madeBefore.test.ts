/** A retried execution finds what its earlier one may have ordered, though orders have no name. */
import {
	deployedAs,
	orderedBefore,
} from '../../../../../nodes/AlibabaCloudKafka/orders/madeBefore';
import { keyOf } from '../../../../../nodes/AlibabaCloudKafka/orders/orders';
import { writeRequest } from '../../../../../nodes/AlibabaCloudKafka/api/requests';
import { remember } from '../../../../../nodes/shared/create/recentCreates';
import { Shop, orderRequest, running, waiting } from './shop';

const { find, goOn } = orderedBefore('deploy it.');
const MINUTE = 60_000;

const found = async (shop: Shop, body = {}, api?: string) =>
	await find(shop.item, api ? writeRequest(api, body) : orderRequest(body));
const listing = (...rows: object[]) => Object.assign(new Shop(), { lists: [rows] }) as Shop;

test('an instance that fits is named with its status, and the way to go on', async () => {
	expect(await found(listing(waiting('a'), running('b')))).toEqual([
		'instance a (waiting for deployment)',
		'instance b (running)',
	]);
	expect(goOn).toBe('To continue with what was ordered, deploy it.');
});

test('what only goes on with an order places none, so nothing is looked for', async () => {
	const shop = listing(waiting('a'));
	expect(await found(shop, { OrderId: 'o' })).toEqual([]);
	expect(shop.sent).toEqual([]);
});

test.each([
	['was bought otherwise', waiting('a', { DiskSize: 900 }), { DiskSize: 500 }],
	['was released', waiting('a', { ServiceStatus: 10 }), {}],
	['is deployed under another name', running('a', { Name: 'x' }), { Name: 'y' }],
	['is deployed into another network', running('a', { VpcId: 'x' }), { VpcId: 'y' }],
])('an instance that %s does not come from it', async (_, row, body) => {
	expect(await found(listing(row), body)).toEqual([]);
});

test('an instance that waits for its deployment has no name to differ by', async () => {
	expect(await found(listing(waiting('a', { Name: 'x' })), { Name: 'y' })).toHaveLength(1);
});

test.each([
	['CreatePostPayOrder', 1, 0],
	['CreatePrePayOrder', 0, 1],
])('%s says by its name how it is paid for', async (api, same, other) => {
	expect(await found(listing(waiting('a', { PaidType: same })), {}, api)).toHaveLength(1);
	expect(await found(listing(waiting('a', { PaidType: other })), {}, api)).toEqual([]);
});

test('an instance of more than a day ago does not come from it', async () => {
	const shop = new Shop();
	const age = (milliseconds: number) => ({ CreateTime: shop.clock.now() - milliseconds });
	const day = 24 * 60 * MINUTE + 15 * MINUTE;
	shop.lists = [[waiting('a', age(day)), waiting('b', age(day + 1)), waiting('c', age(0))]];
	expect(await found(shop)).toEqual([
		'instance a (waiting for deployment)',
		'instance c (waiting for deployment)',
	]);
});

describe('an order of this process', () => {
	const remembering = (order: Record<string, string>, ...rows: object[]) => {
		const shop = listing(...rows);
		remember(shop.clock, keyOf(shop.item), [order], 'OrderId');
		return shop;
	};

	test('whose instance is not listed yet is named', async () => {
		const shop = remembering({ OrderId: 'o', InstanceId: 'i' });
		expect(await found(shop)).toEqual(['order o (instance i)']);
		expect(shop.sent).toHaveLength(1);
	});

	test('whose instance is listed is named once', async () => {
		const shop = remembering({ OrderId: 'o', InstanceId: 'i' }, waiting('i'));
		expect(await found(shop)).toEqual(['instance i (waiting for deployment)']);
	});

	test('without an instance is looked for by its number', async () => {
		const shop = remembering({ OrderId: 'o' }, waiting('other', { DiskSize: 1 }));
		shop.narrowed = [[]];
		expect(await found(shop, { DiskSize: 2 })).toEqual(['order o']);
		expect(shop.bodies('GetInstanceList')).toEqual([{}, { OrderId: 'o' }]);
		const listed = remembering({ OrderId: 'o' }, waiting('i'));
		expect(await found(listed)).toEqual(['instance i (waiting for deployment)']);
	});
});

test('what there was before the run is looked up once for all its items', async () => {
	const keys: string[] = [];
	const shop = new Shop({
		oncePerRun: async (key, task) => {
			keys.push(key);
			return await task();
		},
	});
	await found(shop);
	expect(keys).toEqual([keyOf(shop.item)]);
});

describe('a deployment with a name, in a retried execution', () => {
	const taken = async (body: object, ...rows: object[]) =>
		await deployedAs(listing(...rows).item, orderRequest(body as never));
	const named = (id: string, more = {}) => running(id, { Name: 'orders', ...more });

	test('is the instance that has the name, as a read would show it', async () => {
		expect(await taken({ Name: 'orders' }, running('b', { Name: 'x' }), named('a'))).toMatchObject({
			InstanceId: 'a',
			Name: 'orders',
			status: 'running',
		});
	});

	test.each([
		['without a name', {}, [running('a')]],
		['with an empty name', { Name: '' }, [running('a', { Name: '' })]],
		['that goes on with an order', { Name: 'orders', OrderId: 'o' }, [named('a')]],
		['whose name nothing has', { Name: 'orders' }, [running('a', { Name: 'orders-2' })]],
		['whose name two have', { Name: 'orders' }, [named('a'), named('b')]],
		[
			'whose name one had that is released',
			{ Name: 'orders' },
			[named('a', { ServiceStatus: 10 })],
		],
		[
			'whose name one has that is stopped',
			{ Name: 'orders' },
			[named('a', { ViewInstanceStatusCode: 3 })],
		],
		['of another payment', { Name: 'orders', PaidType: '0' }, [named('a', { PaidType: 1 })]],
		['of another network', { Name: 'orders', VpcId: 'x' }, [named('a', { VpcId: 'y' })]],
	])('%s is none that exists', async (_, body, rows) => {
		expect(await taken(body, ...rows)).toBeUndefined();
	});

	test('is the one of the name, beside one that was released', async () => {
		const gone = named('gone', { ServiceStatus: 10 });
		expect(await taken({ Name: 'orders' }, gone, named('a'))).toMatchObject({ InstanceId: 'a' });
	});
});
