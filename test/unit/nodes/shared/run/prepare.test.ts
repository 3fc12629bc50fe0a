import type { INodeParameters } from 'n8n-workflow';

import { BadInput } from '../../../../../nodes/shared/contract/badInput';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import {
	flag,
	group,
	integer,
	locator,
	rows,
	secret,
	text,
} from '../../../../../nodes/shared/form/fields';
import type { Operation } from '../../../../../nodes/shared/contract/operation';
import { get, post } from '../../../../../nodes/shared/contract/operation';
import { neededIfShown } from '../../../../../nodes/shared/form/neededIfShown';
import { prepare } from '../../../../../nodes/shared/run/prepare';

const operation: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create thing',
	description: 'Create a thing',
	api: 'CreateThing',
	kind: 'create',
	request: post('/things/{id}'),
	fields: [
		locator('id', 'Thing', { sentIn: 'path', search: 's', by: 'ID' }),
		text('name', 'Name', { required: true }),
		integer('billing.months', 'Months'),
		integer('billing.years', 'Years'),
	],
	options: [
		flag('auto', 'Auto', 'Whether'),
		integer('size', 'Size', { sentIn: 'query' }),
		rows('filter', 'Filter', { sentIn: 'none', entry: 'Row', fields: [text('k', 'K')] }),
	],
};
const run = (
	values: Record<string, unknown>,
	more: Partial<Operation> = {},
	{ routed = {}, written = {} }: { routed?: object; written?: INodeParameters } = {},
) => prepare({ ...operation, ...more }, [], routed, (name) => values[name], written);
const needed = { id: '1', name: 'x' };

test('values are sent with the types of the wire, zero and off included', () => {
	const { request } = run({
		id: '1',
		name: 7,
		billingMonths: '0',
		options: { size: '0', auto: 'false' },
	});
	expect(request).toEqual({
		api: 'CreateThing',
		effect: 'write',
		method: 'POST',
		path: '/things/1',
		query: { size: 0 },
		body: { name: '7', auto: false, billing: { months: 0 } },
	});
});

test('what n8n built counts only where it is always the same', () => {
	const routed = {
		qs: { version: 2, size: 7 },
		body: { name: 'other', auto: true, billing: { months: 1, currency: 'CNY' } },
	};
	const { request } = run({ ...needed, billingYears: 1 }, {}, { routed });
	expect(request.query).toEqual({ version: 2 });
	expect(request.body).toEqual({ name: 'x', billing: { years: 1, currency: 'CNY' } });
});

test('what n8n built is left as it is, and what is no plain object comes through', () => {
	const at = new Date(0);
	const plain = { none: null, unset: undefined, text: 'x', count: 0, on: false };
	const body = { list: [{ a: 1 }, null], at, ...plain, bare: Object.create(null) };
	const routed = { qs: { version: 2 }, body: { ...body, billing: { months: 1 } } };
	const { request } = run({ ...needed, billingYears: 1 }, {}, { routed });
	expect(request.body).toMatchObject({ ...body, billing: { years: 1 } });
	expect(request.body?.at).toBe(at);
	expect(request.body?.list).not.toBe(body.list);
	// n8n may use it again for the next try.
	expect(routed.body.billing).toEqual({ months: 1 });
});

describe('a field that is not sent', () => {
	const only = integer('count', 'Count', { sentIn: 'none', required: true });
	const shown = { ...only.property, displayOptions: { show: { kind: ['a'] } } };

	test('has to have a value all the same, where it is shown', () => {
		const fields = [...(operation.fields ?? []), { ...only, property: shown }];
		expect(() => run({ ...needed, kind: 'a' }, { fields })).toThrow("'Count' is empty");
		expect(run({ ...needed, kind: 'a', count: 2 }, { fields }).request.body).toEqual({ name: 'x' });
		expect(() => run({ ...needed, kind: 'b' }, { fields })).not.toThrow();
	});
});

describe('a name with characters that nobody sees', () => {
	const named = { ...needed, name: 'or\u200bders' };

	test.each(['create', 'change'] as const)('is not made by a %s', (kind) => {
		expect(() => run(named, { kind })).toThrow("'Name'");
	});

	test('is not made by an option either', () => {
		const options = [text('alias_name', 'Alias')];
		const given = { ...needed, options: { aliasName: 'or\u200bders' } };
		expect(() => run(given, { options })).toThrow("'Alias'");
		expect(() => run(given, { options, kind: 'delete' })).not.toThrow();
	});

	test.each(['delete', 'read'] as const)('can be named by a %s, as it exists', (kind) => {
		expect(run(named, { kind }).request.body).toEqual({ name: named.name });
	});
});

test('a path holds each of its parameters encoded, as it is for the checks', () => {
	expect(run({ ...needed, id: 'a/b?c' }).request.path).toBe('/things/a%2Fb%3Fc');
	expect(() => run({ ...needed, id: '\ud83d' })).toThrow("'Thing' contains half a character");
});

test('nothing is sent that was not set, and no empty object for it either', () => {
	const { request } = run({ ...needed, billingMonths: '', billingYears: undefined });
	expect(request.body).toEqual({ name: 'x' });
	expect(JSON.stringify(request.query)).toBe('{}');
});

describe('an expression that returns nothing', () => {
	const NOTHING = [undefined, null, '', ' \n', '\u200b\u00a0', [], {}, [null], ['', ' '], NaN];

	test.each(NOTHING)('is refused in a field: %j', (months) => {
		const written = { billingMonths: '={{ $json.months }}' };
		const attempt = () => run({ ...needed, billingMonths: months }, {}, { written });
		expect(attempt).toThrow("'Months' has an expression that returns nothing");
	});

	test.each(NOTHING)('is refused in a field that is required: %j', (name) => {
		const written = { name: '={{ $json.name }}' };
		expect(() => run({ id: '1', name }, {}, { written })).toThrow("'Name' is empty");
	});

	test.each(NOTHING)('is refused in an option: %j', (size) => {
		const written = { options: { size: '={{ $json.size }}' } };
		expect(() => run({ ...needed, options: { size } }, {}, { written })).toThrow("'Size' is empty");
	});

	test.each(NOTHING)('is refused in a row: %j', (k) => {
		const written = { options: { filter: { entry: [{ k: 'a' }, { k: '={{ $json.k }}' }] } } };
		const options = { filter: { entry: [{ k: 'a' }, { k }] } };
		expect(() => run({ ...needed, options }, {}, { written })).toThrow(
			"'K' has an expression that returns nothing",
		);
	});

	test.each(NOTHING)('is refused as rows, and within rows, of an expression: %j', (value) => {
		const written = { options: { filter: '={{ $json.rows }}' } };
		const rows = (filter: unknown) => () =>
			run({ ...needed, options: { filter } }, {}, { written });
		expect(rows(value)).toThrow("'Filter' is empty");
		expect(rows([{ k: 'a' }, { k: value }])).toThrow("'K' has an expression that returns nothing");
		expect(rows([{ k: 'a' }, value])).toThrow(/'Filter' contains an empty entry/);
		expect(rows([{ k: 'a', other: value }])).not.toThrow();
	});

	test.each(NOTHING)('is refused as all options together: %j', (options) => {
		expect(() => run({ ...needed, options }, {}, { written: { options: '={{ {} }}' } })).toThrow(
			"'Options' has an expression that returns nothing",
		);
	});

	test.each(NOTHING)('is refused in a switch of the node: %j', (value) => {
		const written = { createIfAbsent: '={{ $json.on }}' };
		const more = { find: {} as never };
		expect(() => run({ ...needed, createIfAbsent: value }, more, { written })).toThrow(
			"'Create If Absent' has an expression that returns nothing",
		);
	});

	test('is not set where the field says so; what was left blank is', () => {
		const fields = [{ ...text('note', 'Note'), mayBeBlank: true }, text('name', 'Name')];
		const written = { note: '={{ $json.note }}', name: '' };
		expect(run({ note: '', name: '' }, { fields }, { written }).request.body).toBeUndefined();
		expect(() => run({ note: null, name: '' }, { fields }, { written })).toThrow("'Note' has an");
	});

	test('counts only in what is shown', () => {
		const fields = [text('kind', 'Kind'), text('size', 'Size', { show: { kind: ['a'] } })];
		const written = { kind: 'b', size: '={{ $json.size }}' };
		expect(run({ kind: 'b', size: '' }, { fields }, { written }).request.body).toEqual({
			kind: 'b',
		});
	});
});

test('what n8n built is left as it is', () => {
	const body = { name: 7 };
	run(needed, {}, { routed: { body } });
	expect(body).toEqual({ name: 7 });
});

test('a GET has no body, and a read the effect of one', () => {
	const { request } = run(needed, { request: get('/things'), kind: 'read' });
	expect(request.body).toBeUndefined();
	expect(request.effect).toBe('read');
});

test('values that are not sent are at hand by their names', () => {
	const { local } = run({ ...needed, options: { filter: [{ k: 'v' }] } });
	expect(local).toEqual({ filter: [{ k: 'v' }] });
});

test.each([
	[
		'a value in a path that would lead elsewhere',
		{ ...needed, id: '..' },
		"'Thing' cannot be '..'",
	],
	['an object in a path', { ...needed, id: {} }, "'Thing' is not text"],
	['a missing value in a path', { name: 'x' }, "'Thing' is empty"],
	['a field', { id: '1', name: '' }, "'Name' is empty"],
	['an option', { ...needed, options: { size: 'x' } }, "'Size' is not a whole number"],
])('%s that cannot be sent is a failure before anything is sent', (_, values, message) => {
	const attempt = () => run(values);
	expect(attempt).toThrow(Failure);
	expect(attempt).toThrow(message);
	try {
		attempt();
	} catch (error) {
		expect((error as Failure).kind).toBe('notSent');
		expect((error as Failure).details.advice).toMatch(/^[A-Z].*\.$/);
	}
});

test('rules between parameters see the request as it will be sent', () => {
	const check = jest.fn(() => {
		throw new BadInput('Name', 'is taken', 'Choose another.');
	});
	expect(() => run({ ...needed, name: 1 }, { check })).toThrow("'Name' is taken");
	expect(check).toHaveBeenCalledWith(
		expect.objectContaining({ body: { name: '1' } }),
		expect.any(Function),
	);
});

describe('an option of the node itself', () => {
	const paged: Partial<Operation> = { pages: {} as never };
	const completing: Partial<Operation> = { completion: {} as never };
	const steer = (values: Record<string, unknown>, more: Partial<Operation>) => () =>
		run({ ...needed, ...values }, more);

	test.each([0, -1, 'x', 1.5, ''])('is checked where there are pages: a limit of %j', (limit) => {
		expect(steer({ returnAll: false, limit }, paged)).toThrow("'Limit' ");
		expect(steer({ returnAll: true, limit }, paged)).not.toThrow();
		expect(steer({ limit }, {})).not.toThrow();
	});
	test('is refused when it is a switch that is neither on nor off', () => {
		expect(steer({ returnAll: 'maybe' }, paged)).toThrow("'Return All' is neither");
		expect(steer({ waitForCompletion: 1 }, completing)).toThrow("'Wait for Completion' is neither");
		expect(steer({ createIfAbsent: 'maybe' }, { find: {} as never })).toThrow(
			"'Create If Absent' is neither",
		);
		expect(steer({ returnAll: 'true', limit: '7' }, paged)).not.toThrow();
	});
	test.each([[[true]], [{ on: true }], [1], ['TRUE'], ['yes']])(
		'is not off when it is %j',
		(value) => {
			expect(steer({ createIfAbsent: value }, { find: {} as never })).toThrow(
				"'Create If Absent' is neither",
			);
			expect(steer({ waitForCompletion: value }, completing)).toThrow("'Wait for Completion' is");
			expect(steer({ simplify: value }, { simple: [], kind: 'read' })).toThrow("'Simplify' is");
		},
	);
	test('is refused when it is a time that is none', () => {
		expect(steer({ waitOptions: { maximumWait: [5] } }, completing)).toThrow("'Maximum Wait");
		expect(steer({ waitOptions: { whenTimeRunsOut: ['passOn'] } }, completing)).toThrow(
			"'On Timeout' has an invalid value",
		);
		expect(steer({ waitOptions: { maximumWait: 'x' } }, completing)).toThrow(
			"'Maximum Wait (Minutes)' is not a number",
		);
		expect(steer({ waitOptions: { pollInterval: -1 } }, completing)).toThrow(
			"'Poll Interval (Seconds)' is not a number",
		);
		expect(steer({ waitOptions: { maximumWait: 0, pollInterval: '5' } }, completing)).not.toThrow();
	});
	test('may be left alone', () => {
		expect(steer({}, { ...paged, ...completing })).not.toThrow();
	});
});

test.each([undefined, '', null])('an option that was added but is %p is refused', (size) => {
	expect(() => run({ ...needed, options: { size } })).toThrow("'Size' is empty");
	expect(run({ ...needed, options: {} }).request.query).toEqual({});
});

test('the values of secret fields are named, so that they do not come out again', () => {
	const fields = [secret('login.password', 'Password'), text('name', 'Name')];
	const values = { name: 'x', loginPassword: 'hush-hush' };
	expect(run(values, { fields, request: post('/things') }).secrets).toEqual(['hush-hush']);
	const blank = run({ name: 'x' }, { fields, request: post('/things') });
	expect(blank.secrets).toHaveLength(0);
});

test('parameters that a form holds together travel as if they were alone', () => {
	const columns = [integer('size', 'Size'), text('disk.type', 'Disk Type')];
	const options = [group('disks', 'Disks', { entry: 'Disk', fields: columns })];
	const given = { disks: { entry: { size: 3, diskType: 'ssd' } } };
	const { request } = run({ ...needed, options: given }, { options });
	expect(request.body).toEqual({ name: 'x', size: 3, disk: { type: 'ssd' } });
});

test('of two fields with one wire name, the one that says nothing leaves the other as it is', () => {
	const fields = [text('name', 'Name'), text('name', 'Other Name', { name: 'otherName' })];
	const request = post('/things');
	const bodyOf = (values: object) => run({ ...values }, { fields, request }).request.body;
	expect(bodyOf({ name: 'x' })).toEqual({ name: 'x' });
	expect(bodyOf({ otherName: 'y' })).toEqual({ name: 'y' });
});

test('a path takes the field that is sent in it, whatever else has its name', () => {
	const path = locator('id', 'Thing', { sentIn: 'path', search: 's', by: 'ID' });
	const fields = [path, text('id', 'New ID', { name: 'newId' })];
	const { request } = run({ id: 'a', newId: 'b' }, { fields });
	expect([request.path, request.body]).toEqual(['/things/a', { id: 'b' }]);
});

test('a field that is needed where it is shown has to have a value there', () => {
	const show = { kind: ['a'] };
	const fields = neededIfShown([
		text('kind', 'Kind'),
		text('size', 'Size', { required: true, show }),
	]);
	const request = post('/things');
	expect(() => run({ kind: 'a' }, { fields, request })).toThrow("'Size' is empty");
	expect(run({ kind: 'b' }, { fields, request }).request.body).toEqual({ kind: 'b' });
	expect(run({ kind: 'a', size: 's' }, { fields, request }).request.body).toEqual({
		kind: 'a',
		size: 's',
	});
});

test('a field that is not shown leaves no empty object behind; a code shows it as text and as a number', () => {
	const fields = [
		integer('Type', 'Type'),
		text('Access.User', 'User', { required: true, show: { type: ['1'] } }),
	];
	const routed = { body: { Type: 0, Access: { User: 'u' } } };
	const values = { type: 0, accessUser: 'u' };
	expect(run(values, { fields }, { routed }).request.body).toEqual({ Type: 0 });
	expect(run({ ...values, type: 1 }, { fields }, { routed }).request.body).toEqual({
		Type: 1,
		Access: { User: 'u' },
	});
});
