/** An order is placed once, and what it made is found, or named, whatever becomes of its answer. */
import {
	agrees,
	instanceOfOrder,
	keyOf,
	ofOrder,
	orderText,
	placeOrder,
} from '../../../../../nodes/AlibabaCloudKafka/orders/orders';
import { BadInput } from '../../../../../nodes/shared/contract/badInput';
import { forget, recall, remember } from '../../../../../nodes/shared/create/recentCreates';
import { VirtualClock } from '../../../../support/virtualClock';
import { Shop, failing, orderRequest, running, thrownBy, waiting } from './shop';

const API = 'CreatePostPayInstance';
const SEARCH = [1_000, 4_000, 10_000, 20_000, 35_000, 60_000];
const place = async (shop: Shop, body = {}) => await placeOrder(shop.item, orderRequest(body));

describe('an order', () => {
	test.each([
		[{ OrderId: 'o1' }, { OrderId: 'o1' }, 'order o1'],
		[{ OrderId: 7 }, { OrderId: '7' }, 'order 7'],
		[
			{ Data: { OrderId: 7, InstanceId: 'i1' } },
			{ OrderId: '7', InstanceId: 'i1' },
			'order 7 (instance i1)',
		],
		[{ Data: { InstanceId: 'i1' } }, { InstanceId: 'i1' }, 'instance i1'],
	])('answered with %j is in the log and remembered', async (reply, order, text) => {
		const shop = new Shop();
		shop.replies = { [API]: [reply] };
		expect(await place(shop)).toEqual(order);
		expect(shop.notes).toEqual([`Place order: ${text} placed`]);
		expect(recall(shop.clock, keyOf(shop.item))).toEqual([order]);
		expect(shop.sent.map(({ api }) => api)).toEqual(['GetInstanceList', API]);
	});

	test.each(['refused', 'throttled'] as const)('that was %s is not looked for', async (kind) => {
		const shop = new Shop();
		shop.replies = { [API]: [failing(kind)] };
		expect((await thrownBy(place(shop))).message).toBe(`it was ${kind}`);
		expect(shop.sent).toHaveLength(2);
	});

	test('whose answer names nothing may have been placed: its instance is looked for', async () => {
		const shop = new Shop();
		shop.replies = { [API]: [{ RequestId: 'r' }] };
		shop.lists = [[], [waiting('i1')]];
		expect(await place(shop)).toEqual({ InstanceId: 'i1', recovered: true });
	});

	test('is not placed where the instances cannot be listed before', async () => {
		const shop = new Shop();
		shop.lists = [failing('lost', { advice: 'Check the network.' })];
		const failure = await thrownBy(place(shop));
		expect(failure.message).toBe('could not list the existing instances: it was lost');
		expect(failure.details.advice).toBe('Check the network. Nothing was ordered.');
		expect(shop.sent).toHaveLength(1);
	});

	test('is not placed where the execution is stopped before', async () => {
		const shop = new Shop();
		const stopped = failing('cancelled');
		shop.lists = [stopped];
		expect(await thrownBy(place(shop))).toBe(stopped);
	});

	test('without advice says that nothing was ordered', async () => {
		const shop = new Shop();
		shop.lists = [failing('refused')];
		expect((await thrownBy(place(shop))).details.advice).toBe('Nothing was ordered.');
	});

	test('waits for the one before it: of two that are lost, each could be taken for the other', async () => {
		const shop = new Shop();
		let under = 0;
		let most = 0;
		const { call } = shop.item;
		Object.assign(shop.item, {
			call: async (request: Parameters<typeof call>[0]) => {
				most = Math.max(most, ++under);
				await shop.clock.sleep(10);
				under--;
				return await call(request);
			},
		});
		shop.replies = { [API]: [{ OrderId: 1 }, { OrderId: 2 }] };
		await Promise.all([place(shop), place(shop)]);
		expect(most).toBe(1);
		expect(recall(shop.clock, keyOf(shop.item))).toHaveLength(2);
	});
});

describe('an order whose answer is lost', () => {
	/** A lost order, with what the list shows before it and then. */
	const lost = (...lists: Shop['lists']) => {
		const shop = new Shop();
		shop.replies = { [API]: [failing('lost')] };
		shop.lists = lists;
		return shop;
	};

	test('is found as the only new instance that waits for its deployment, with its ID in the log', async () => {
		const shop = lost([waiting('old')], [waiting('old'), running('other'), waiting('new')]);
		expect(await place(shop)).toEqual({ InstanceId: 'new', recovered: true });
		expect(shop.sent.filter(({ api }) => api === API)).toHaveLength(1);
		expect(shop.notes).toEqual(['Place order: the response was lost; found as new']);
	});

	test('is looked for through the whole time, as another one may be listed first', async () => {
		const shop = lost([], [], [], [waiting('new')]);
		await place(shop);
		expect(shop.times('GetInstanceList')).toEqual([0, ...SEARCH]);
	});

	test('is taken for none of several, which are all named, and is open', async () => {
		const shop = lost([], [waiting('a')], [waiting('a'), waiting('b')]);
		const failure = await thrownBy(place(shop));
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(failure.message).toMatch(/a, b/);
		expect(shop.notes).toEqual([`Place order: ${failure.message}`]);
	});

	test('that nothing has come of names what was seen meanwhile', async () => {
		const shop = lost([], [waiting('gone')], []);
		const failure = await thrownBy(place(shop));
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(failure.message).toContain('no new instance that is waiting for deployment');
		expect(failure.message).toMatch(/these were seen: gone$/);
		expect(failure.details.advice).toContain('was not sent again');
		const two = await thrownBy(place(lost([], [waiting('a')], [waiting('b')], [])));
		expect(two.message).toMatch(/these were seen: a, b$/);
		const none = await thrownBy(place(lost([])));
		expect(none.message).toMatch(/waiting for deployment has appeared since$/);
	});

	test('without the time for a look has made nothing that is known', async () => {
		const shop = new Shop({ clock: new VirtualClock({ times: { order: [] } }) });
		shop.replies = { [API]: [failing('lost')] };
		expect((await thrownBy(place(shop))).message).toContain('no new instance');
	});

	test('that cannot be looked for says why, and what was seen', async () => {
		const shop = lost([], [waiting('a')], failing('unreachable'));
		const failure = await thrownBy(place(shop));
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(failure.message).toMatch(
			/looking for it was not possible either \(it was unreachable\).*: a$/,
		);
	});

	test('in an execution that is stopped names what was seen', async () => {
		const stop = new AbortController();
		const shop = new Shop({ signal: stop.signal });
		shop.replies = { [API]: [failing('lost')] };
		shop.lists = [[], [waiting('a')]];
		shop.onCall = () => {
			if (shop.sent.length === 3) stop.abort();
		};
		const failure = await thrownBy(place(shop));
		expect(failure.kind).toBe('lost');
		expect(failure.message).toMatch(/stopped.*: a$/);
	});

	test.each([
		['DeployType', 5, '4'],
		['PaidType', 1, '0'],
		['SpecType', 'professional', 'normal'],
		['DiskType', 1, '0'],
		['DiskSize', 500, 900],
		['IoMaxSpec', 'a', 'b'],
	])('is not an instance with another %s', async (name, shown, asked) => {
		const shop = lost([], [waiting('theirs', { [name]: shown })]);
		const failure = await thrownBy(placeOrder(shop.item, orderRequest({ [name]: asked })));
		expect(failure.message).toContain('no new instance');
		const same = lost([], [waiting('mine', { [name]: shown })]);
		expect(await place(same, { [name]: String(shown) })).toMatchObject({ InstanceId: 'mine' });
	});

	test('is not the instance of an order of this process that was not listed yet', async () => {
		const shop = lost([], [waiting('a'), waiting('mine')]);
		remember(shop.clock, keyOf(shop.item), [{ OrderId: 'o', InstanceId: 'a' }], 'OrderId');
		expect(await place(shop)).toMatchObject({ InstanceId: 'mine' });
		expect(shop.bodies('GetInstanceList').every(({ OrderId }) => OrderId === undefined)).toBe(true);
	});

	test('is not that of an older order, which the list finds by its number', async () => {
		const shop = lost([], [waiting('a'), waiting('mine')]);
		shop.narrowed = [[waiting('a')]];
		remember(shop.clock, keyOf(shop.item), [{ OrderId: 'o' }], 'OrderId');
		expect(await place(shop)).toMatchObject({ InstanceId: 'mine' });
		expect(shop.bodies('GetInstanceList')).toContainEqual({ OrderId: 'o' });
	});

	test('is not the instance that another lost order was found as, though the list went back', async () => {
		const shop = lost([], [waiting('a')]);
		expect(await place(shop)).toMatchObject({ InstanceId: 'a' });
		shop.lists = [[], [waiting('a')]];
		const failure = await thrownBy(place(shop));
		expect(failure.message).toContain('no new instance');
		expect(shop.bodies(API)).toHaveLength(2);
	});

	test('does not ask for other orders while nothing new is there', async () => {
		const shop = lost([]);
		shop.narrowed = [failing('refused')];
		remember(shop.clock, keyOf(shop.item), [{ OrderId: 'o' }], 'OrderId');
		expect((await thrownBy(place(shop))).message).toContain('no new instance');
	});
});

describe('an order whose instance gets a name when it is deployed', () => {
	const named = async (name: unknown, ...rows: object[]) => {
		const shop = new Shop();
		shop.lists = [rows as never];
		shop.replies = { [API]: [{ OrderId: 'o1' }] };
		const placed = placeOrder(shop.item, orderRequest(), name);
		return { shop, placed };
	};

	test.each([
		['running', running('i1', { Name: 'orders' }), 'running'],
		['being deployed', running('i1', { Name: 'orders', ServiceStatus: 1 }), 'deploying'],
		['stopped', running('i1', { Name: 'orders', ViewInstanceStatusCode: 3 }), 'stopped'],
		[
			'in a status that nobody knows',
			running('i1', { Name: 'orders', ServiceStatus: 777 }),
			'ServiceStatus 777',
		],
	])('is not placed where the name is that of one that is %s', async (_, row, status) => {
		const { shop, placed } = await named('orders', running('other', { Name: 'x' }), row);
		const refusal: unknown = await placed.catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(BadInput);
		const { message, advice } = refusal as BadInput;
		expect(message).toContain(`'Name' is already the name of instance i1, which is ${status}`);
		expect(advice).toMatch(/^Nothing was ordered/);
		expect(shop.bodies(API)).toEqual([]);
	});

	test.each([
		['another name', 'orders', running('i1', { Name: 'orders-2' })],
		[
			'the name on one that was released',
			'orders',
			running('i1', { Name: 'orders', ServiceStatus: 10 }),
		],
		['no name to compare', undefined, running('i1')],
		['an empty name', '', running('i1', { Name: '' })],
	])('is placed where there is only %s', async (_, name, row) => {
		const { shop, placed } = await named(name, row);
		expect(await placed).toEqual({ OrderId: 'o1' });
		expect(shop.bodies(API)).toHaveLength(1);
	});
});

describe('a lost order with tags', () => {
	const TAGS = [{ Key: 'team', Value: 'a' }, { Key: 'temporary' }];
	const shown = (...tags: Array<[string, string?]>) => ({
		Tags: { TagVO: tags.map(([Key, Value]) => ({ Key, ...(Value !== undefined && { Value }) })) },
	});
	const found = async (...rows: object[]) => {
		const shop = new Shop();
		shop.replies = { [API]: [failing('lost')] };
		shop.lists = [[], rows as never];
		return await place(shop, { Tag: TAGS }).catch(({ message }: Error) => message);
	};
	const mine = waiting('mine', shown(['team', 'a'], ['temporary', ''], ['more', 'x']));

	test('is the one that has all of them, whatever else has come', async () => {
		for (const theirs of [
			waiting('theirs'),
			waiting('theirs', shown(['team', 'a'])),
			waiting('theirs', shown(['temporary'], ['team', 'b'])),
			waiting('theirs', shown(['temporary', 'x'], ['team', 'a'])),
			waiting('theirs', shown(['other', 'a'], ['temporary'])),
		]) {
			expect(await found(theirs, mine)).toEqual({ InstanceId: 'mine', recovered: true });
		}
	});

	test('is taken for none of several that have them, or where none shows them yet', async () => {
		const bare = waiting('bare', shown(['temporary'], ['team', 'a']));
		expect(await found(waiting('a'), bare)).toMatchObject({ InstanceId: 'bare' });
		expect(await found({ ...mine, InstanceId: 'a' }, mine)).toMatch(/: a, mine$/);
		expect(await found(waiting('a'), waiting('b'))).toMatch(/: a, b$/);
		expect(await found(waiting('a'))).toMatchObject({ InstanceId: 'a' });
	});
});

describe('the instance of an order', () => {
	test('is what the list says of it, as soon as it does', async () => {
		const shop = new Shop();
		shop.narrowed = [[], [waiting('i1')]];
		expect(await instanceOfOrder(shop.item, 'o1')).toEqual(waiting('i1'));
		expect(shop.times('GetInstanceList')).toEqual([0, 1_000]);
		expect(shop.bodies('GetInstanceList')[0]).toEqual({ OrderId: 'o1' });
	});

	test('is not known where the order has several: all are named', async () => {
		const shop = new Shop();
		shop.narrowed = [[waiting('a'), waiting('b')]];
		const failure = await thrownBy(instanceOfOrder(shop.item, 'o1'));
		expect(failure.kind).toBe('refused');
		expect(failure.message).toMatch(/Order o1 .*: a, b$/);
		expect(failure.details.advice).toMatch(/^None of them was deployed\./);
	});

	test('is looked for as long as it takes, and then the order is named', async () => {
		const shop = new Shop();
		const failure = await thrownBy(instanceOfOrder(shop.item, 'o1'));
		expect(failure.kind).toBe('unfinished');
		expect(failure.message).toBe('No instance of order o1 was found');
		expect(failure.details.advice).toContain('Check the order ID and the region');
		expect(shop.times('GetInstanceList')).toEqual([0, ...SEARCH]);
	});

	test('is asked for once where the list does not find serverless ones', async () => {
		const shop = new Shop();
		const failure = await thrownBy(instanceOfOrder(shop.item, 'o1', true));
		expect(failure.kind).toBe('unfinished');
		expect(failure.message).toContain('order o1 was found, as the service');
		expect(failure.details.advice).toContain('look for the instance in the console');
		expect(shop.sent).toHaveLength(1);
	});

	test('in an execution that is stopped is no longer looked for', async () => {
		const shop = new Shop({ signal: AbortSignal.abort() });
		const failure = await thrownBy(instanceOfOrder(shop.item, 'o1'));
		expect(failure.message).toContain('while searching for the instance of order o1');
		expect(shop.sent).toEqual([]);
	});
});

describe('one look for an order', () => {
	const look = async (failure: ReturnType<typeof failing>) => {
		const shop = new Shop();
		shop.lists = [failure];
		return await ofOrder(shop.item, 'o1');
	};

	test.each(['broken', 'busy', 'lost', 'throttled', 'unreachable'] as const)(
		'that was %s costs only this look',
		async (kind) => {
			expect(await look(failing(kind))).toEqual([]);
			expect((await thrownBy(look(failing(kind, { isLasting: true })))).kind).toBe(kind);
		},
	);

	test.each(['refused', 'notSent', 'cancelled'] as const)('that was %s fails', async (kind) => {
		expect((await thrownBy(look(failing(kind)))).kind).toBe(kind);
	});
});

test('orders of one addressee are remembered together, and forgotten by their number', async () => {
	const shop = new Shop();
	shop.replies = { [API]: [{ OrderId: 'o1' }] };
	await place(shop);
	expect(keyOf(shop.item)).toBe(`${shop.item.addressee}|orders`);
	forget(shop.item.addressee, 'o2');
	expect(recall(shop.clock, keyOf(shop.item))).toHaveLength(1);
	forget(shop.item.addressee, 'o1');
	expect(recall(shop.clock, keyOf(shop.item))).toEqual([]);
});

test('what an instance and an order both say has to be the same', () => {
	expect(agrees({}, { DiskSize: 1 })).toBe(true);
	expect(agrees({ DiskSize: 1 })).toBe(true);
	expect(agrees({ DiskSize: '' }, { DiskSize: 1 })).toBe(true);
	expect(agrees({ DiskSize: 2 }, { DiskSize: 1 })).toBe(false);
	expect(agrees({ SpecType: 'PROFESSIONAL' }, { SpecType: 'professional' })).toBe(true);
	expect(agrees({ Name: 'a', DiskSize: 2 }, { Name: 'a', DiskSize: 1 }, ['Name'])).toBe(true);
	expect(agrees({ Name: 'b' }, { Name: 'a' }, ['Name'])).toBe(false);
});

test('an order in a text has its number and its instance', () => {
	expect(orderText({ OrderId: '1', InstanceId: 'i' })).toBe('order 1 (instance i)');
	expect(orderText({ InstanceId: 'i' })).toBe('instance i');
});
