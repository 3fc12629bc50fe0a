import { BadInput } from '../../../../../nodes/shared/contract/badInput';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import {
	flag,
	integer,
	locator,
	rows,
	secret,
	text,
} from '../../../../../nodes/shared/form/fields';
import type { Operation } from '../../../../../nodes/shared/contract/operation';
import { get, post } from '../../../../../nodes/shared/contract/operation';
import { prepare } from '../../../../../nodes/shared/run/prepare';

const operation: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create thing',
	description: 'Create a thing',
	api: 'CreateThing',
	kind: 'create',
	request: post('/things'),
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
const nothing = () => ({});
const run = (routed: object, values: Record<string, unknown> = {}, more: Partial<Operation> = {}) =>
	prepare({ ...operation, ...more }, [], routed, (name) => (name in values ? values[name] : {}));

test('values are sent with the types of the wire, zero and off included', () => {
	const { request } = run(
		{
			url: '/things/1',
			qs: { size: '0' },
			body: { name: 7, auto: 'false', billing: { months: '0' } },
		},
		{ id: '1' },
	);
	expect(request).toEqual({
		api: 'CreateThing',
		effect: 'write',
		method: 'POST',
		path: '/things/1',
		query: { size: 0 },
		body: { name: '7', auto: false, billing: { months: 0 } },
	});
});

test('nothing is sent that was not set, and no empty object for it either', () => {
	const { request } = run(
		{ body: { name: 'x', auto: '', billing: { years: undefined } }, qs: { size: null } },
		{ id: '1' },
	);
	expect(JSON.stringify(request.body)).toBe('{"name":"x","billing":{}}');
	expect(run({ body: { name: 'x' } }, { id: '1' }).request.body).toEqual({ name: 'x' });
	expect(JSON.stringify(request.query)).toBe('{}');
});

test.each([undefined, null])(
	'an optional field whose expression returns %p is refused',
	(months) => {
		const attempt = () => run({ body: { name: 'x' } }, { id: '1', billingMonths: months });
		expect(attempt).toThrow("'Months' has an expression that returns nothing");
	},
);

test('what n8n built is left as it is', () => {
	const body = { name: 7 };
	run({ body }, { id: '1' });
	expect(body).toEqual({ name: 7 });
});

test('a GET has no body, and a read the effect of one', () => {
	const { request } = run(
		{ body: { name: 'x' } },
		{ id: '1' },
		{ request: get('/things'), kind: 'read' },
	);
	expect(request.body).toBeUndefined();
	expect(request.effect).toBe('read');
});

test('values that are not sent are at hand by their names', () => {
	const { local } = run({ body: { name: 'x' } }, { id: '1', options: { filter: [{ k: 'v' }] } });
	expect(local).toEqual({ filter: [{ k: 'v' }] });
});

test.each([
	['a value in a path that would lead elsewhere', {}, { id: '..' }, "'Thing' cannot be '..'"],
	['a missing value in a path', {}, { id: {} }, "'Thing' is not text"],
	['a field', { body: { name: '' } }, { id: '1' }, "'Name' is empty"],
	[
		'an option',
		{ body: { name: 'x' }, qs: { size: 'x' } },
		{ id: '1' },
		"'Size' is not a whole number",
	],
])('%s that cannot be sent is a failure before anything is sent', (_, routed, values, message) => {
	const attempt = () => run(routed, values as Record<string, unknown>);
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
	expect(() => run({ body: { name: 1 } }, { id: '1' }, { check })).toThrow("'Name' is taken");
	expect(check).toHaveBeenCalledWith(
		expect.objectContaining({ body: { name: '1' } }),
		expect.any(Function),
	);
});

describe('an option of the node itself', () => {
	const paged: Partial<Operation> = { pages: {} as never };
	const completing: Partial<Operation> = { completion: {} as never };
	const steer = (values: Record<string, unknown>, more: Partial<Operation>) => () =>
		run({ body: { name: 'x' } }, { id: '1', ...values }, more);

	test.each([0, -1, 'x', 1.5, ''])('is checked where there are pages: a limit of %j', (limit) => {
		expect(steer({ limit }, paged)).toThrow("'Limit' ");
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
	test('is refused when it is a time that is none', () => {
		expect(steer({ waitOptions: { maximumWait: 'x' } }, completing)).toThrow(
			"'Maximum Wait (Minutes)' is not a number",
		);
		expect(steer({ waitOptions: { pollInterval: -1 } }, completing)).toThrow(
			"'Poll Interval (Seconds)' is not a number",
		);
		expect(steer({ waitOptions: { maximumWait: 0, pollInterval: '5' } }, completing)).not.toThrow();
	});
	test('may be left alone', () => {
		expect(() =>
			prepare({ ...operation, ...paged, ...completing, fields: [] }, [], {}, nothing),
		).not.toThrow();
	});
});

test.each([undefined, '', null])('an option that was added but is %p is refused', (size) => {
	const routed = { url: '/things/1', body: { name: 'x' } };
	const values = { id: '1', options: { size } };
	expect(() => run(routed, values)).toThrow("'Size' is empty");
	expect(run(routed, { id: '1', options: {} }).request.query).toEqual({});
});

test('the values of secret fields are named, so that they do not come out again', () => {
	const fields = [secret('login.password', 'Password'), text('name', 'Name')];
	const routed = { url: '/things', body: { name: 'x', login: { password: 'hush-hush' } } };
	expect(run(routed, {}, { fields }).secrets).toEqual(['hush-hush']);
});

test('a field that is not shown leaves no empty object behind; a code shows it as text and as a number', () => {
	const fields = [
		integer('Type', 'Type'),
		text('Access.User', 'User', { required: true, show: { type: ['1'] } }),
	];
	const routed = { body: { Type: 0, Access: { User: 'u' } } };
	expect(run(routed, { type: 0 }, { fields }).request.body).toEqual({ Type: 0 });
	expect(run(routed, { type: 1 }, { fields }).request.body).toEqual({
		Type: 0,
		Access: { User: 'u' },
	});
});
