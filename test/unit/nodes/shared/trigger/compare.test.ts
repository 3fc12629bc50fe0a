import {
	areRows,
	compare,
	knownFrom,
	toStored,
	type Known,
	type Watched,
} from '../../../../../nodes/shared/trigger/compare';

const seen = (id: string, status: string, name = id): Watched => ({ id, name, status, record: {} });
const known = (...rows: string[][]): Known => knownFrom(rows);
const nobody = new Set<string>();
const short = ({ what, id, previousStatus, status }: ReturnType<typeof compare>['changes'][0]) =>
	`${what} ${id} ${previousStatus}>${status}`;

test('what is new, changed and gone since the last poll is told apart', () => {
	const before = known(['a', 'UP', 'A'], ['b', 'UP', 'B'], ['c', 'UP', 'C'], ['d', 'UP', 'D']);
	const { changes, next } = compare(
		before,
		[seen('b', 'DOWN', 'B'), seen('e', 'UP'), seen('a', 'UP', 'A2')],
		new Set(['c', 'unheard of']),
	);
	expect(changes.map(short)).toEqual([
		'statusChanged b UP>DOWN',
		'appeared e null>UP',
		'disappeared c UP>null',
	]);
	expect(changes[2].name).toBe('C');
	expect(toStored(next)).toEqual([
		['d', 'UP', 'D'],
		['b', 'DOWN', 'B'],
		['e', 'UP', 'e'],
		['a', 'UP', 'A2'],
	]);
});

test('seeing the same twice is no change', () => {
	const instances = [seen('a', 'UP'), seen('b', 'DOWN')];
	const { next } = compare(known(), instances, nobody);
	expect(compare(next, instances, nobody)).toEqual({ changes: [], next });
});

test('an instance that is listed twice counts once', () => {
	const { changes } = compare(known(), [seen('a', 'UP'), seen('a', 'DOWN')], nobody);
	expect(changes.map(short)).toEqual(['appeared a null>UP']);
});

test('an instance that is listed is not gone, whatever is said of it', () => {
	const { changes, next } = compare(known(['a', 'UP', 'a']), [seen('a', 'UP')], new Set(['a']));
	expect(changes).toEqual([]);
	expect(next.size).toBe(1);
});

test.each(['__proto__', 'constructor', 'toString', '7', ''])(
	'an instance with the ID %p is one like others',
	(id) => {
		const first = compare(known(), [seen('x', 'UP'), seen(id, 'UP'), seen('1', 'UP')], nobody);
		expect(first.changes).toHaveLength(3);
		const stored = JSON.parse(JSON.stringify(toStored(first.next)));
		const again = knownFrom(stored);
		expect([...again.keys()]).toEqual(['x', id, '1']);
		expect(compare(again, [seen(id, 'DOWN')], new Set(['x'])).changes.map(short)).toEqual([
			`statusChanged ${id} UP>DOWN`,
			'disappeared x UP>null',
		]);
	},
);

test.each([
	[undefined],
	[null],
	[7],
	['text'],
	[{}],
	[{ a: ['UP', 'A'] }],
	[[null, 'a', {}]],
	[[['a', 'UP', 'A'], []]],
	[[{ id: 'a', status: 'UP', name: 'A' }]],
])('what is stored in another form, %p, is no list of rows', (stored) => {
	expect(areRows(stored)).toBe(false);
});

test('no rows, and rows, are of the form', () => {
	expect(areRows([])).toBe(true);
	expect(areRows([['a', 'UP', 'A']])).toBe(true);
});
