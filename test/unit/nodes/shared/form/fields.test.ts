import {
	choice,
	choices,
	flag,
	integer,
	list,
	locator,
	record,
	rows,
	secret,
	text,
} from '../../../../../nodes/shared/form/fields';
import type { Field } from '../../../../../nodes/shared/contract/field';

const needed = { required: true };
const anything: Array<[string, Field, unknown]> = [
	['text', text('a', 'A', needed), 'x'],
	['secret', secret('a', 'A', needed), 'x'],
	['integer', integer('a', 'A', needed), 1],
	['flag', flag('a', 'A', 'Whether', needed), true],
	['choice', choice('a', 'A', { ...needed, values: { x: 'X' } }), 'x'],
	['choices', choices('a', 'A', { ...needed, values: { x: 'X' } }), ['x']],
	['list', list('a', 'A', needed), ['x']],
	['rows', rows('a', 'A', { ...needed, entry: 'Row', fields: [text('b', 'B')] }), [{ b: 'x' }]],
	['locator', locator('a', 'A', { ...needed, search: 's', by: 'ID' }), 'x'],
];
const optional: Field[] = [
	text('a', 'A'),
	secret('a', 'A'),
	integer('a', 'A'),
	flag('a', 'A', 'Whether'),
	choice('a', 'A', { values: { x: 'X' } }),
	choices('a', 'A', { values: { x: 'X' } }),
	list('a', 'A'),
	rows('a', 'A', { entry: 'Row', fields: [text('b', 'B')] }),
	record('a', 'A', { entry: 'Row', fields: [text('b', 'B')] }),
];

describe('a field', () => {
	test.each(anything)(
		'of the type %s is refused blank where it is required',
		(_, { serialize }) => {
			for (const blank of [undefined, null, ''])
				expect(() => serialize(blank)).toThrow("'A' is empty");
		},
	);
	test.each(anything)('of the type %s takes what is given', (_, { serialize }, value) => {
		expect(serialize(value)).toEqual(value);
	});
	test('that is optional is left out when it is blank', () => {
		for (const { serialize } of optional) {
			for (const blank of [undefined, null, '']) expect(serialize(blank)).toBeUndefined();
		}
	});
	test('that is only shown sometimes is only required then', () => {
		const field = text('a', 'A', { required: true, show: { mode: ['x'] } });
		expect(field.required).toBe(false);
		expect(field.serialize('')).toBeUndefined();
	});
});

describe('a text field', () => {
	const { serialize } = text('a', 'Name', {
		length: [2, 4],
		pattern: [/^[a-z]+$/, 'can contain only letters'],
	});
	test('turns numbers and switches into text', () => {
		expect(text('a', 'A').serialize(0)).toBe('0');
		expect(text('a', 'A').serialize(false)).toBe('false');
	});
	test.each([
		['a', "'Name' has 1 characters"],
		['abcde', "'Name' has 5 characters"],
		['ab1', "'Name' has an invalid format"],
		[['ab'], "'Name' is not text"],
		[{}, "'Name' is not text"],
	])('refuses %j', (value, problem) => expect(() => serialize(value)).toThrow(problem));
	test('sends an empty text where that means something', () => {
		const clearable = text('a', 'A', { sendBlank: true });
		expect(clearable.serialize('')).toBe('');
		expect(clearable.serialize(undefined)).toBeUndefined();
	});
});

describe('a secret field', () => {
	const field = secret('a', 'Password', { length: [8, 9] });
	test('is masked in the form', () => expect(field.property.typeOptions?.password).toBe(true));
	test('never has its value in the text of a problem', () => {
		expect(() => field.serialize('canary')).toThrow(/^'Password' has 6 characters$/);
		expect(() => field.serialize({ canary: 1 })).toThrow(/^'Password' is not text$/);
	});
});

describe('a whole-number field', () => {
	const { serialize } = integer('a', 'Count', { range: [0, 10] });
	test.each([
		[0, 0],
		['7', 7],
		[' 7 ', 7],
		['7.0', 7],
		['0', 0],
		[10, 10],
	])('takes %j as %j', (value, wire) => {
		expect(serialize(value)).toBe(wire);
	});
	test.each([
		'x',
		' ',
		'1.5',
		'1e1',
		'0x5',
		'0b1',
		'1_0',
		1.5,
		NaN,
		Infinity,
		true,
		[1],
		{},
		2 ** 60,
	])('refuses %j as no whole number', (value) => {
		expect(() => serialize(value)).toThrow("'Count' is not a whole number");
	});
	test.each([-1, 11])('refuses %j as out of range', (value) =>
		expect(() => serialize(value)).toThrow(`'Count' is ${value}`),
	);
	test('sends text where the API wants that', () => {
		expect(integer('a', 'A', { asText: true }).serialize(7)).toBe('7');
	});
});

describe('a switch', () => {
	const { serialize } = flag('a', 'On', 'Whether');
	test.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
	])('takes %j as %j', (value, wire) => {
		expect(serialize(value)).toBe(wire);
	});
	test.each(['yes', 1, 0, 'TRUE', [], {}])('refuses %j as neither on nor off', (value) => {
		expect(() => serialize(value)).toThrow("'On' is neither true nor false");
	});
	test('sends off as text, too, where the API wants text', () => {
		expect(flag('a', 'A', 'Whether', { asText: true }).serialize(false)).toBe('false');
	});
});

describe('a choice of one or of several', () => {
	const values = { x: 'X', y: 'Y' };
	test('takes only what is on the list', () => {
		expect(choice('a', 'A', { values }).serialize('y')).toBe('y');
		expect(() => choice('a', 'A', { values }).serialize('z')).toThrow("'A' cannot be 'z'");
		expect(() => choice('a', 'A', { values }).serialize('constructor')).toThrow('cannot be');
		expect(() => choices('a', 'A', { values }).serialize(['x', 'z'])).toThrow("'A' cannot be 'z'");
	});
	test('takes anything where the list comes from the API', () => {
		expect(choice('a', 'A', { load: { method: 'm' } }).serialize('z')).toBe('z');
	});
	test('is left out without a choice, or refused where it is required', () => {
		expect(choices('a', 'A', { values }).serialize([])).toBeUndefined();
		expect(() => choices('a', 'A', { values, required: true }).serialize([])).toThrow(
			"'A' has no entries",
		);
	});
});

describe('a list field', () => {
	const { serialize } = list('a', 'Names', { count: [1, 2], entry: { length: [1, 3] } });
	test.each([
		['a, b', ['a', 'b']],
		['a,,b,', ['a', 'b']],
		[
			['a', 1],
			['a', '1'],
		],
		[7, ['7']],
		[' , ', undefined],
		[[], undefined],
	])('takes %j as %j', (value, wire) => expect(serialize(value)).toEqual(wire));
	test.each([
		['a,b,c', "'Names' has 3 entries"],
		['abcd', "'Names' has 4 characters"],
		[[{}], "'Names' is not text"],
		[{ a: 1 }, "'Names' is not text"],
	])('refuses %j', (value, problem) => expect(() => serialize(value)).toThrow(problem));
	test('refuses a required list without an entry', () => {
		expect(() => list('a', 'A', needed).serialize(' , ')).toThrow("'A' has no entries");
	});
});

describe('a field of rows', () => {
	const field = rows('a', 'Tags', {
		entry: 'Tag',
		count: [1, 2],
		fields: [text('tag_key', 'Key', needed), integer('n', 'Number')],
	});
	test('takes a form, a list in its names, and a list in those of the API', () => {
		const wire = [{ tag_key: 'x', n: 0 }];
		expect(field.serialize({ entry: [{ tagKey: 'x', n: 0 }] })).toEqual(wire);
		expect(field.serialize([{ tagKey: 'x', n: '0' }])).toEqual(wire);
		expect(field.serialize([{ tag_key: 'x', n: 0 }])).toEqual(wire);
	});
	test('is left out when the form has no rows', () => {
		for (const none of [{}, { entry: [] }, []]) expect(field.serialize(none)).toBeUndefined();
	});
	test.each([
		['text', "'Tags' is not a list"],
		[7, "'Tags' is not a list"],
		[{ tag_key: 'x' }, "'Tags' is not a list"],
		[{ entry: 'x' }, "'Tags' is not a list"],
		[['x'], "'Tags' contains an entry that is not an object"],
		[[null], "'Tags' contains an entry that is not an object"],
		[[{ n: 1 }], "'Key' is empty"],
		[[1, 2, 3].map(() => ({ tagKey: 'x' })), "'Tags' has 3 entries"],
	])('refuses %j and does not drop it', (value, problem) =>
		expect(() => field.serialize(value)).toThrow(problem),
	);
	test('does not have its columns routed on their own', () => {
		expect(JSON.stringify(field.property.options)).not.toContain('routing');
		expect(field.property.routing).toEqual({ send: { type: 'body', property: 'a' } });
	});
});

describe('a record field', () => {
	const { serialize } = record('a', 'Billing', {
		entry: 'Billing',
		fields: [text('b_c', 'B'), flag('d', 'D', 'Whether')],
	});
	test('takes a form or an object, and keeps what is off', () => {
		expect(serialize({ entry: { bC: 'x', d: false } })).toEqual({ b_c: 'x', d: false });
		expect(serialize({ b_c: 'x' })).toEqual({ b_c: 'x' });
	});
	test('is left out when the form is empty', () => {
		expect(serialize({})).toBeUndefined();
		expect(serialize({ entry: {} })).toBeUndefined();
	});
	test('refuses text', () => expect(() => serialize('x')).toThrow('not an object'));
	test('does not send what a sibling hides, whichever names the values come with', () => {
		const billing = record('a', 'Billing', {
			entry: 'Billing',
			fields: [
				text('charging_mode', 'Mode'),
				text('period', 'Period', { show: { chargingMode: ['prePaid'] } }),
			],
		});
		const sent = (row: object) => billing.serialize(row);
		expect(sent({ chargingMode: 'postPaid', period: '1' })).toEqual({ charging_mode: 'postPaid' });
		for (const mode of [{ chargingMode: 'prePaid' }, { charging_mode: 'prePaid' }]) {
			expect(sent({ ...mode, period: '1' })).toEqual({ charging_mode: 'prePaid', period: '1' });
		}
	});
});

describe('a resource locator', () => {
	test('in a path refuses what a URL parser would resolve away', () => {
		const { serialize } = locator('a', 'Topic', { search: 's', by: 'Name', sentIn: 'path' });
		for (const dots of ['.', '..'])
			expect(() => serialize(dots)).toThrow(`'Topic' cannot be '${dots}'`);
		expect(serialize('...')).toBe('...');
		expect(serialize('a/b')).toBe('a/b');
	});
	test('offers a list first and a field for the ID', () => {
		const { modes } = locator('a', 'Instance', { search: 'find', by: 'ID' }).property;
		expect(modes?.map(({ name, displayName }) => [name, displayName])).toEqual([
			['list', 'From List'],
			['id', 'By ID'],
		]);
		expect(modes?.[0].placeholder).toBe('Select an Instance...');
	});
});

describe('a field whose values are codes', () => {
	const status = { values: { 0: 'Creating', '-1': 'Failed', 1: 'Active' }, asNumber: true };

	test('sends numbers, however an expression gives them', () => {
		const one = choice('Status', 'Status', status);
		expect([one.serialize('0'), one.serialize(0), one.serialize('-1')]).toEqual([0, 0, -1]);
		expect(() => one.serialize('2')).toThrow("'Status' cannot be '2'");
		expect(choices('Status', 'Status', status).serialize('0, -1')).toEqual([0, -1]);
		expect(flag('On', 'On', 'Whether', { asNumber: true }).serialize(true)).toBe(1);
		expect(flag('On', 'On', 'Whether', { asNumber: true }).serialize('false')).toBe(0);
	});
	test('shows them by their names in order', () => {
		const { property } = choice('Status', 'Status', status);
		expect(property.options?.map(({ name }) => name)).toEqual(['Active', 'Creating', 'Failed']);
	});
	test('takes only numbers also where they come from the API', () => {
		const zone = choice('ZoneId', 'Zone', { load: { method: 'getZones' }, asNumber: true });
		expect(zone.serialize('450001')).toBe(450001);
		expect(() => zone.serialize('Guangzhou')).toThrow("'Zone' is not a whole number");
	});
});
