/** What an operation gets of its item: one value of each parameter, and what it is about. */
import type { IExecuteSingleFunctions, INodeParameters } from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { Operation } from '../../../../../nodes/shared/contract/operation';
import { post } from '../../../../../nodes/shared/contract/operation';
import {
	choice,
	flag,
	integer,
	locator,
	secret,
	text,
} from '../../../../../nodes/shared/form/fields';
import type { Connection } from '../../../../../nodes/shared/request/connection';
import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { Item, parametersOf } from '../../../../../nodes/shared/run/item';
import { isRetriedExecution } from '../../../../../nodes/shared/run/retried';
import { someNode } from '../../../../support/someNode';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock();
afterAll(() => clock.close());

const contextOf = (values: Record<string, unknown>, mode = 'manual', rootExecutionMode?: string) =>
	({
		getNodeParameter: jest.fn((name: string) => values[name]),
		getMode: () => mode,
		additionalData: rootExecutionMode === undefined ? undefined : { rootExecutionMode },
		getNode: () => someNode,
		logger: { info: jest.fn() },
	}) as unknown as IExecuteSingleFunctions & { logger: { info: jest.Mock } };

function itemOf(
	values: Record<string, unknown>,
	operation: Partial<Operation> = {},
	connection: Partial<Connection> = {},
) {
	const context = contextOf(values);
	const item = new Item(
		context,
		{ value: 'x', action: 'Create thing', request: post('/'), ...operation } as Operation,
		{
			clock,
			secrets: new Secrets(),
			vendor: { name: 'Cloud' },
			addressee: 'a',
			...connection,
		} as Connection,
		(name) => values[name],
		async (_, task) => await task(),
		async (_, task) => await task(),
	);
	return Object.assign(item, { logged: context.logger.info });
}

describe('a parameter', () => {
	const of = (values: Record<string, unknown>, written = values) => {
		const context = contextOf(values);
		return { context, parameters: parametersOf(context, written as INodeParameters) };
	};

	test('is evaluated once: an expression may give another value each time', () => {
		const { context, parameters } = of({ a: undefined });
		expect([parameters('a'), parameters('a')]).toEqual([undefined, undefined]);
		expect(context.getNodeParameter).toHaveBeenCalledTimes(1);
		expect(context.getNodeParameter).toHaveBeenCalledWith('a', '');
	});

	test('that the node does not have is not asked for', () => {
		const { context, parameters } = of({ a: 1 }, {});
		expect(parameters('a')).toBeUndefined();
		expect(parameters('toString')).toBeUndefined();
		expect(context.getNodeParameter).not.toHaveBeenCalled();
	});

	test('of a locator is what was chosen', () => {
		const { parameters } = of({ a: { __rl: true, mode: 'id', value: 'x' }, b: { value: 'y' } });
		expect([parameters('a'), parameters('b')]).toEqual(['x', { value: 'y' }]);
	});
});

test.each([
	['retry', undefined, true],
	['integrated', 'retry', true],
	['integrated', 'trigger', false],
	['manual', undefined, false],
])('mode %s below %s: a retried execution is %s', (mode, root, isRetried) => {
	expect(isRetriedExecution(contextOf({}, mode, root))).toBe(isRetried);
});

test.each([
	[true, true],
	['true', true],
	[false, false],
	['false', false],
	[1, false],
	['yes', false],
])('a switch that an expression sets to %j is on: %s', (value, on) => {
	expect(itemOf({ a: value }).isOn('a')).toBe(on);
});

test('a switch that the node does not have is as it is by default', () => {
	const item = itemOf({});
	expect([item.isOn('a'), item.isOn('a', true)]).toEqual([false, true]);
	expect(item.nodeParameter('a', 7)).toBe(7);
});

describe('what an operation is about', () => {
	const by = (name: string, label: string) => locator(name, label, { search: 's', by: 'ID' });
	const about = (fields: Operation['fields'], values: Record<string, unknown>) =>
		itemOf(values, { fields }).about;

	test('are the things that it names, and the first of the names', () => {
		const fields = [
			by('instance_id', 'Instance'),
			integer('size', 'Size'),
			text('name', 'Topic Name'),
			text('comment', 'Comment'),
			by('group', 'Group'),
		];
		const values = { instanceId: '1', size: 3, name: 'orders', comment: 'mine', group: 'g' };
		expect(about(fields, values)).toBe(' (Instance: 1; Topic Name: orders; Group: g)');
	});

	test('are all of several that are chosen at once', () => {
		const { property, ...field } = text('names', 'Topics');
		const several = { ...field, property: { ...property, type: 'multiOptions' as const } };
		expect(about([several], { names: ['a', 'b'] })).toBe(' (Topics: a,b)');
	});

	test('is nothing where nothing is named', () => {
		expect(about(undefined, {})).toBe('');
		expect(about([by('instance_id', 'Instance'), text('name', 'Name')], { name: '' })).toBe('');
	});

	test('is no secret, and no text of several lines', () => {
		const rows = { ...text('message', 'Message') };
		const lines = {
			...rows,
			property: { ...rows.property, typeOptions: { rows: 4 } },
		};
		const values = { password: 'Tops3cret', message: 'long', name: 'orders' };
		const fields = [secret('password', 'Password', {}), lines, text('name', 'Name')];
		expect(about(fields, values)).toBe(' (Name: orders)');
	});

	test('is shortened to what is enough to recognize it', () => {
		const fields = [text('name', 'Name')];
		expect(about(fields, { name: 'x'.repeat(100) })).toBe(` (Name: ${'x'.repeat(100)})`);
		expect(about(fields, { name: 'x'.repeat(101) })).toBe(` (Name: ${'x'.repeat(99)}…)`);
	});

	test('is told apart by the whole name, however long it is', () => {
		const fields = [text('name', 'Name')];
		const { identity } = itemOf({ name: 'x'.repeat(200) }, { fields });
		expect(identity).toBe(` (Name: ${'x'.repeat(200)})`);
	});

	test('is only what is shown', () => {
		const fields = [
			choice('kind', 'Kind', { values: { a: 'A', b: 'B' } }),
			text('name', 'Name', { show: { kind: ['a'] } }),
		];
		expect(about(fields, { kind: 'a', name: 'orders' })).toBe(' (Name: orders)');
		expect(about(fields, { kind: 'b', name: 'orders' })).toBe('');
	});
});

describe('what a deletion was to delete', () => {
	const instance = locator('instance_id', 'Instance', { search: 's', by: 'ID' });

	test('is the innermost thing, not the instance that contains it', () => {
		const fields = [
			instance,
			text('name', 'Name'),
			integer('size', 'Size'),
			flag('all', 'All', 'Whether'),
			choice('kind', 'Kind', { values: { a: 'A' } }),
		];
		const item = itemOf({ instanceId: '1', name: ['a', 'b'], size: 3, kind: 'a' }, { fields });
		expect(item.named).toEqual([['a', 'b']]);
	});

	test('is the instance where nothing else is named', () => {
		expect(itemOf({ instanceId: '1' }, { fields: [instance] }).named).toEqual(['1']);
		expect(itemOf({}, { fields: [instance] }).named).toEqual(['']);
	});
});

test('a shortened item has the fields of Simplify that there are, unless it is off', () => {
	const simple = ['id', 'size'];
	const json = { id: 1, more: 2, size: undefined };
	expect(itemOf({}, { simple }).simplified(json)).toEqual({ id: 1 });
	expect(Object.keys(itemOf({}, { simple }).simplified(json))).toEqual(['id']);
	expect(itemOf({ simplify: false }, { simple }).simplified(json)).toBe(json);
	expect(itemOf({}).simplified(json)).toBe(json);
});

describe('a stop', () => {
	const stopped = () => itemOf({}, {}, { signal: AbortSignal.abort() });

	test('ends a pause and a step, and says when', async () => {
		await expect(stopped().pause(1_000, 'while waiting')).rejects.toThrow('while waiting');
		expect(() => stopped().throwIfCancelled('here')).toThrow(Failure);
		expect(() => itemOf({}).throwIfCancelled()).not.toThrow();
	});

	test('at another signal is one of the same item', async () => {
		const item = itemOf({ a: 1 }, { action: 'Delete thing' });
		const sooner = item.until(AbortSignal.abort());
		expect(() => sooner.throwIfCancelled()).toThrow('stopped');
		expect([sooner.action, sooner.nodeParameter('a'), sooner.addressee]).toEqual([
			'Delete thing',
			1,
			'a',
		]);
		expect(item.signal).toBeUndefined();
	});
});

test('what goes into the log begins with the node, and holds no secret', () => {
	const secrets = new Secrets();
	secrets.add(['Tops3cret!']);
	const item = itemOf({}, {}, { secrets });
	item.note('it is Tops3cret!');
	expect(item.logged).toHaveBeenCalledWith('Kafka: it is ********');
	expect(item.hide(['it is Tops3cret!'])).toEqual(['it is ********']);
	expect(item.vendor.name).toBe('Cloud');
	expect(item.clock).toBe(clock);
});
