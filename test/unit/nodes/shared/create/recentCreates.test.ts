import {
	doubt,
	forget,
	forgetListed,
	inDoubt,
	recall,
	remember,
} from '../../../../../nodes/shared/create/recentCreates';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { VirtualClock } from '../../../../support/virtualClock';

// One for all tests, as what a process remembers outlives each of them.
const clock = new VirtualClock({ auto: false });
afterAll(() => clock.close());

const later = (part: number) => clock.advance(part * TIMES.listingLag);

afterEach(() => {
	later(2);
	recall(clock, 'any');
});

describe('what this process created', () => {
	test('of one name is remembered together, until the lists have to show it', () => {
		remember(clock, 'here|topic|orders', [{ id: 1 }], 'id');
		later(0.7);
		remember(clock, 'here|topic|orders', [{ id: 2 }], 'id');
		expect(recall(clock, 'here|topic|orders')).toEqual([{ id: 1 }, { id: 2 }]);
		later(0.7);
		expect(recall(clock, 'here|topic|orders')).toEqual([{ id: 1 }, { id: 2 }]);
		later(0.4);
		expect(recall(clock, 'here|topic|orders')).toEqual([]);
	});

	test('is remembered and in doubt up to the last moment at which a list may lack it', () => {
		remember(clock, 'here|topic|last', [{ id: 1 }], 'id');
		doubt(clock, 'here|topic|last');
		later(1);
		expect(recall(clock, 'here|topic|last')).toEqual([{ id: 1 }]);
		expect(inDoubt(clock, 'here|topic|last')).toBe(true);
		clock.advance(1);
		expect(recall(clock, 'here|topic|last')).toEqual([]);
		expect(inDoubt(clock, 'here|topic|last')).toBe(false);
	});

	test('is in doubt whatever else is in doubt later', () => {
		doubt(clock, 'here|topic|first');
		doubt(clock, 'here|topic|second');
		expect(inDoubt(clock, 'here|topic|first')).toBe(true);
		expect(inDoubt(clock, 'here|topic|third')).toBe(false);
	});

	test('once more does not keep what is older remembered for longer', () => {
		remember(clock, 'here|topic|again', [{ id: 1 }], 'id');
		remember(clock, 'here|topic|once', [{ id: 2 }], 'id');
		later(0.7);
		remember(clock, 'here|topic|again', [{ id: 3 }], 'id');
		later(0.7);
		expect(recall(clock, 'here|topic|once')).toEqual([]);
		expect(recall(clock, 'here|topic|again')).toEqual([{ id: 1 }, { id: 3 }]);
	});

	test('is forgotten in time, whatever a clock that is ahead has remembered before it', () => {
		const ahead = new VirtualClock({ auto: false });
		remember(ahead, 'here|topic|ahead', [{ id: 1 }], 'id');
		remember(clock, 'here|topic|behind', [{ id: 2 }], 'id');
		later(1.1);
		expect(recall(clock, 'here|topic|behind')).toEqual([]);
		expect(recall(ahead, 'here|topic|ahead')).toEqual([{ id: 1 }]);
		ahead.close();
	});

	test('and only found again later is not remembered for longer', () => {
		remember(clock, 'here|topic|found', [{ id: 1 }], 'id');
		later(0.7);
		remember(clock, 'here|topic|found', [], 'id');
		later(0.7);
		expect(recall(clock, 'here|topic|found')).toEqual([]);
	});

	test('is forgotten once the list shows it, and nothing else with it', () => {
		remember(clock, 'here|topic|orders', [{ id: 1 }, { id: 2 }], 'id');
		remember(clock, 'here|topic|other', [{ id: 1 }], 'id');
		forgetListed('here|topic|orders', [{ id: 1, name: 'orders' }, { id: 7 }]);
		expect(recall(clock, 'here|topic|orders')).toEqual([{ id: 2 }]);
		expect(recall(clock, 'here|topic|other')).toEqual([{ id: 1 }]);
	});
});

test('a doubt about a create lasts as long as the lists may not show it, and is of one name only', () => {
	doubt(clock, 'here|topic|orders');
	expect(inDoubt(clock, 'here|topic|orders')).toBe(true);
	expect(inDoubt(clock, 'here|topic|other')).toBe(false);
	later(1);
	expect(inDoubt(clock, 'here|topic|orders')).toBe(true);
	clock.advance(1);
	expect(inDoubt(clock, 'here|topic|orders')).toBe(false);
});

describe('a deletion', () => {
	test('makes its addressee forget what it names, and only that addressee', () => {
		remember(clock, 'here|topic|orders', [{ id: 1 }, { id: 2 }], 'id');
		remember(clock, 'hereby|topic|orders', [{ id: 1 }], 'id');
		forget('here', ['1']);
		expect(recall(clock, 'here|topic|orders')).toEqual([{ id: 2 }]);
		expect(recall(clock, 'hereby|topic|orders')).toEqual([{ id: 1 }]);
	});

	test.each([
		['a name', 'orders'],
		['a name among others', 'events, orders ,other'],
		['a list of names', [['events', 'orders']]],
		['rows of a form', [{ entry: [{ topic: 'orders' }] }]],
	])('forgets what is named by %s', (_, deleted) => {
		remember(clock, 'here|topic|orders', [{ name: 'orders' }, { name: 'kept' }], 'name');
		forget('here', deleted);
		expect(recall(clock, 'here|topic|orders')).toEqual([{ name: 'kept' }]);
	});

	test.each(['orders', 'order,ors', ['order', 'ord'], 'OR', '', undefined, null, [], {}])(
		'that names %j does not make it forget a topic that is called or',
		(deleted) => {
			remember(clock, 'here|topic|or', [{ name: 'or' }], 'name');
			forget('here', deleted);
			expect(recall(clock, 'here|topic|or')).toEqual([{ name: 'or' }]);
		},
	);

	test.each([undefined, null])(
		'that names %s does not make it forget what is called so',
		(deleted) => {
			remember(clock, 'here|topic|odd', [{ name: String(deleted) }], 'name');
			forget('here', [deleted, { name: deleted }]);
			expect(recall(clock, 'here|topic|odd')).toHaveLength(1);
		},
	);

	test('that names a value of another field does not make it forget anything', () => {
		remember(clock, 'here|instance|orders', [{ id: 'i-1', name: 'orders' }], 'id');
		forget('here', 'orders');
		expect(recall(clock, 'here|instance|orders')).toEqual([{ id: 'i-1', name: 'orders' }]);
	});
});
