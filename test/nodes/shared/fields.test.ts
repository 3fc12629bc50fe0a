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
} from '../../../nodes/shared/form/fields';
import type { Field } from '../../../nodes/shared/contract/field';
import { propertyName } from '../../../nodes/shared/contract/field';

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

describe('blank', () => {
	test.each(anything)('%s: is refused where it is needed', (_, { toWire }) => {
		for (const blank of [undefined, null, '']) expect(() => toWire(blank)).toThrow("'A' is empty");
	});
	test.each(anything)('%s: takes what is given', (_, { toWire }, value) => {
		expect(toWire(value)).toEqual(value);
	});
	test('leaves out what is not needed', () => {
		for (const { toWire } of optional) {
			for (const blank of [undefined, null, '']) expect(toWire(blank)).toBeUndefined();
		}
	});
	test('a field that is only shown sometimes is only needed then', () => {
		const field = text('a', 'A', { required: true, show: { mode: ['x'] } });
		expect(field.required).toBe(false);
		expect(field.toWire('')).toBeUndefined();
	});
});

describe('text', () => {
	const { toWire } = text('a', 'Name', {
		length: [2, 4],
		pattern: [/^[a-z]+$/, 'can contain only letters'],
	});
	test('numbers and switches become text', () => {
		expect(text('a', 'A').toWire(0)).toBe('0');
		expect(text('a', 'A').toWire(false)).toBe('false');
	});
	test.each([
		['a', "'Name' has 1 characters"],
		['abcde', "'Name' has 5 characters"],
		['ab1', "'Name' has an invalid format"],
		[['ab'], "'Name' is not text"],
		[{}, "'Name' is not text"],
	])('%j is refused', (value, problem) => expect(() => toWire(value)).toThrow(problem));
	test('an empty one goes out where that means something', () => {
		const clearable = text('a', 'A', { sendBlank: true });
		expect(clearable.toWire('')).toBe('');
		expect(clearable.toWire(undefined)).toBeUndefined();
	});
});

describe('secret', () => {
	const field = secret('a', 'Password', { length: [8, 9] });
	test('is masked', () => expect(field.property.typeOptions?.password).toBe(true));
	test('never gets into the text of a problem', () => {
		expect(() => field.toWire('canary')).toThrow(/^'Password' has 6 characters$/);
		expect(() => field.toWire({ canary: 1 })).toThrow(/^'Password' is not text$/);
	});
});

describe('integer', () => {
	const { toWire } = integer('a', 'Count', { range: [0, 10] });
	test.each([
		[0, 0],
		['7', 7],
		[' 7 ', 7],
		['0', 0],
		[10, 10],
	])('%j -> %j', (value, wire) => {
		expect(toWire(value)).toBe(wire);
	});
	test.each(['x', ' ', '1.5', 1.5, NaN, Infinity, true, [1], {}, 2 ** 60])(
		'%j is none',
		(value) => {
			expect(() => toWire(value)).toThrow("'Count' is not a whole number");
		},
	);
	test.each([-1, 11])('%j is out of range', (value) =>
		expect(() => toWire(value)).toThrow(`'Count' is ${value}`),
	);
	test('as text, where the API wants that', () => {
		expect(integer('a', 'A', { asText: true }).toWire(7)).toBe('7');
	});
});

describe('flag', () => {
	const { toWire } = flag('a', 'On', 'Whether');
	test.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
	])('%j -> %j', (value, wire) => {
		expect(toWire(value)).toBe(wire);
	});
	test.each(['yes', 1, 0, 'TRUE', [], {}])('%j is neither', (value) => {
		expect(() => toWire(value)).toThrow("'On' is neither true nor false");
	});
	test('off is sent as text too', () => {
		expect(flag('a', 'A', 'Whether', { asText: true }).toWire(false)).toBe('false');
	});
});

describe('choice and choices', () => {
	const values = { x: 'X', y: 'Y' };
	test('only what is on the list', () => {
		expect(choice('a', 'A', { values }).toWire('y')).toBe('y');
		expect(() => choice('a', 'A', { values }).toWire('z')).toThrow("'A' cannot be 'z'");
		expect(() => choice('a', 'A', { values }).toWire('constructor')).toThrow('cannot be');
		expect(() => choices('a', 'A', { values }).toWire(['x', 'z'])).toThrow("'A' cannot be 'z'");
	});
	test('anything, where the list comes from the API', () => {
		expect(choice('a', 'A', { load: { method: 'm' } }).toWire('z')).toBe('z');
	});
	test('none chosen', () => {
		expect(choices('a', 'A', { values }).toWire([])).toBeUndefined();
		expect(() => choices('a', 'A', { values, required: true }).toWire([])).toThrow(
			"'A' has no entries",
		);
	});
});

describe('list', () => {
	const { toWire } = list('a', 'Names', { count: [1, 2], entry: { length: [1, 3] } });
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
	])('%j -> %j', (value, wire) => expect(toWire(value)).toEqual(wire));
	test.each([
		['a,b,c', "'Names' has 3 entries"],
		['abcd', "'Names' has 4 characters"],
		[[{}], "'Names' is not text"],
		[{ a: 1 }, "'Names' is not text"],
	])('%j is refused', (value, problem) => expect(() => toWire(value)).toThrow(problem));
	test('one that is needed has an entry', () => {
		expect(() => list('a', 'A', needed).toWire(' , ')).toThrow("'A' has no entries");
	});
});

describe('rows', () => {
	const field = rows('a', 'Tags', {
		entry: 'Tag',
		count: [1, 2],
		fields: [text('tag_key', 'Key', needed), integer('n', 'Number')],
	});
	test('of a form, of a list in its names, and of a list in those of the API', () => {
		const wire = [{ tag_key: 'x', n: 0 }];
		expect(field.toWire({ entry: [{ tagKey: 'x', n: 0 }] })).toEqual(wire);
		expect(field.toWire([{ tagKey: 'x', n: '0' }])).toEqual(wire);
		expect(field.toWire([{ tag_key: 'x', n: 0 }])).toEqual(wire);
	});
	test('a form without rows is nothing', () => {
		for (const none of [{}, { entry: [] }, []]) expect(field.toWire(none)).toBeUndefined();
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
	])('%j is refused and not dropped', (value, problem) =>
		expect(() => field.toWire(value)).toThrow(problem),
	);
	test('columns are not routed on their own', () => {
		expect(JSON.stringify(field.property.options)).not.toContain('routing');
		expect(field.property.routing).toEqual({ send: { type: 'body', property: 'a' } });
	});
});

describe('record', () => {
	const { toWire } = record('a', 'Billing', {
		entry: 'Billing',
		fields: [text('b_c', 'B'), flag('d', 'D', 'Whether')],
	});
	test('of a form or an object; off is kept', () => {
		expect(toWire({ entry: { bC: 'x', d: false } })).toEqual({ b_c: 'x', d: false });
		expect(toWire({ b_c: 'x' })).toEqual({ b_c: 'x' });
	});
	test('an empty form is nothing', () => {
		expect(toWire({})).toBeUndefined();
		expect(toWire({ entry: {} })).toBeUndefined();
	});
	test('text is refused', () => expect(() => toWire('x')).toThrow('not an object'));
	test('what a sibling hides is not sent, whichever names the values come with', () => {
		const billing = record('a', 'Billing', {
			entry: 'Billing',
			fields: [
				text('charging_mode', 'Mode'),
				text('period', 'Period', { show: { chargingMode: ['prePaid'] } }),
			],
		});
		const sent = (row: object) => billing.toWire(row);
		expect(sent({ chargingMode: 'postPaid', period: '1' })).toEqual({ charging_mode: 'postPaid' });
		for (const mode of [{ chargingMode: 'prePaid' }, { charging_mode: 'prePaid' }]) {
			expect(sent({ ...mode, period: '1' })).toEqual({ charging_mode: 'prePaid', period: '1' });
		}
	});
});

describe('locator', () => {
	test('in a path, what a URL parser would resolve away is refused', () => {
		const { toWire } = locator('a', 'Topic', { search: 's', by: 'Name', place: 'path' });
		for (const dots of ['.', '..'])
			expect(() => toWire(dots)).toThrow(`'Topic' cannot be '${dots}'`);
		expect(toWire('...')).toBe('...');
		expect(toWire('a/b')).toBe('a/b');
	});
	test('offers a list and a field', () => {
		const { modes } = locator('a', 'Instance', { search: 'find', by: 'ID' }).property;
		expect(modes?.map(({ name, displayName }) => [name, displayName])).toEqual([
			['list', 'From List'],
			['id', 'By ID'],
		]);
		expect(modes?.[0].placeholder).toBe('Select an Instance...');
	});
});

test('names on the wire become camel case', () => {
	expect(propertyName('topic_other_configs')).toBe('topicOtherConfigs');
	expect(propertyName('bss_param.period_num')).toBe('bssParamPeriodNum');
	expect(propertyName('name')).toBe('name');
	expect(propertyName('VpcId')).toBe('vpcId');
	expect(propertyName('Protocol.Password')).toBe('protocolPassword');
});

describe('codes', () => {
	const status = { values: { 0: 'Creating', '-1': 'Failed', 1: 'Active' }, asNumber: true };

	test('are numbers on the wire, however an expression gives them', () => {
		const one = choice('Status', 'Status', status);
		expect([one.toWire('0'), one.toWire(0), one.toWire('-1')]).toEqual([0, 0, -1]);
		expect(() => one.toWire('2')).toThrow("'Status' cannot be '2'");
		expect(choices('Status', 'Status', status).toWire('0, -1')).toEqual([0, -1]);
		expect(flag('On', 'On', 'Whether', { asNumber: true }).toWire(true)).toBe(1);
		expect(flag('On', 'On', 'Whether', { asNumber: true }).toWire('false')).toBe(0);
	});
	test('are shown by their names in order', () => {
		const { property } = choice('Status', 'Status', status);
		expect(property.options?.map(({ name }) => name)).toEqual(['Active', 'Creating', 'Failed']);
	});
	test('from the API have to be numbers too', () => {
		const zone = choice('ZoneId', 'Zone', { load: { method: 'getZones' }, asNumber: true });
		expect(zone.toWire('450001')).toBe(450001);
		expect(() => zone.toWire('Guangzhou')).toThrow("'Zone' is not a whole number");
	});
});
