/** The event of an instance whose time is nearly up, with whatever vendor. */
import type { IDataObject } from 'n8n-workflow';

import {
	InstanceEvents,
	type InstancesKept,
} from '../../../../nodes/shared/trigger/instanceEvents';
import type { TriggerSettings } from '../../../../nodes/shared/trigger/settings';
import { triggerSettings } from '../../../../nodes/shared/trigger/settings';
import { fakeContext } from '../../../support/fakeContext';

const DAY = 86_400_000;
const NOW = Date.parse('2030-01-01T00:00:00Z');

interface Instance {
	name?: string;
	status?: string;
	/** Days from the start of the test; undefined for an instance that does not expire. */
	days?: number;
}

let cloud: Record<string, Instance>;
let settings: TriggerSettings;
let stored: InstancesKept | undefined;

const events = new InstanceEvents({
	all: async () =>
		Object.entries(cloud).map(([id, { name = id, status = 'UP', days }]) => ({
			id,
			name,
			status,
			record: days === undefined ? {} : { expires: NOW + days * DAY },
		})),
	kind: (status) => (status === 'UP' ? 'ready' : status === 'RECYCLE' ? 'gone' : 'idle'),
	expiresAt: ({ expires }) => expires as number | undefined,
});

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
	cloud = {};
	stored = undefined;
	settings = {
		provider: 'someCloud',
		events: ['instanceExpiring'],
		statuses: [],
		emitCurrent: false,
		nameFilter: '',
		expiryDays: 7,
		otherRegion: '',
		region: 'somewhere',
		account: 'a',
	};
});
afterEach(() => jest.useRealTimers());

async function poll(): Promise<IDataObject[]> {
	const { items, kept } = await events.poll({} as never, settings, stored);
	// As n8n stores it.
	stored = JSON.parse(JSON.stringify(kept)) as InstancesKept;
	return items;
}
const told = async () => (await poll()).map(({ instanceId }) => instanceId);
const later = (days: number) => jest.setSystemTime(NOW + days * DAY);

test('an instance is told once when its last days begin, with the moment and what is left', async () => {
	cloud = { a: { name: 'orders', days: 10 }, forever: {} };
	expect(await told()).toEqual([]);
	later(2.9);
	expect(await told()).toEqual([]);
	later(3);
	expect(await poll()).toEqual([
		{
			event: 'instanceExpiring',
			provider: 'someCloud',
			region: 'somewhere',
			instanceId: 'a',
			instanceName: 'orders',
			previousStatus: 'UP',
			status: 'UP',
			statusKind: 'ready',
			observedAt: '2030-01-04T00:00:00.000Z',
			expiresAt: '2030-01-11T00:00:00.000Z',
			daysLeft: 7,
			instance: { expires: NOW + 10 * DAY },
		},
	]);
	for (const days of [3, 4, 9.9]) {
		later(days);
		expect(await told()).toEqual([]);
	}
});

test('the first poll tells what is within the time already, even past it', async () => {
	cloud = { soon: { days: 2.26 }, over: { days: -1, status: 'EXPIRED' }, late: { days: 8 } };
	const items = await poll();
	expect(items.map(({ instanceId, daysLeft }) => [instanceId, daysLeft])).toEqual([
		['soon', 2.3],
		['over', -1],
	]);
	expect(await told()).toEqual([]);
});

test('a renewed instance is told again, also when the new end is near', async () => {
	cloud = { a: { days: 5 }, b: { days: 5 } };
	expect(await told()).toEqual(['a', 'b']);
	cloud.a.days = 35;
	cloud.b.days = 6;
	expect(await told()).toEqual(['b']);
	later(28);
	cloud.b.days = 400;
	expect(await told()).toEqual(['a']);
	expect(await told()).toEqual([]);
});

test('another threshold tells again', async () => {
	cloud = { a: { days: 5 }, b: { days: 2 }, c: { days: 20 } };
	expect(await told()).toEqual(['a', 'b']);
	settings.expiryDays = 3;
	expect(await told()).toEqual(['b']);
	settings.expiryDays = 30;
	expect(await told()).toEqual(['a', 'b', 'c']);
	expect(await told()).toEqual([]);
});

test('what was told before the last state that n8n stored is not told again', async () => {
	cloud = { a: { days: 5 } };
	await poll();
	const saved = stored;
	cloud.b = {};
	expect(await told()).toEqual([]);
	stored = saved;
	expect(await told()).toEqual([]);
});

test('other events can be chosen in between', async () => {
	cloud = { a: { days: 5 } };
	settings.events = ['instanceAppeared'];
	expect(await told()).toEqual([]);
	settings.events = ['instanceExpiring'];
	expect(await told()).toEqual(['a']);
	settings.events = ['instanceAppeared'];
	expect(await told()).toEqual([]);
	settings.events = ['instanceExpiring', 'instanceAppeared'];
	expect(await told()).toEqual([]);
});

test('only instances of the name that are not given up are told', async () => {
	cloud = {
		a: { name: 'orders-a', days: 1 },
		b: { name: 'billing', days: 1 },
		c: { name: 'orders-c', days: 1, status: 'RECYCLE' },
	};
	settings.nameFilter = 'orders-';
	expect(await told()).toEqual(['a']);
});

test('what was told stays told while it is renamed or the filter is another one', async () => {
	cloud = { a: { name: 'orders-a', days: 1 }, b: { name: 'billing', days: 1 } };
	settings.nameFilter = 'orders-';
	expect(await told()).toEqual(['a']);
	cloud.a.name = 'old-a';
	expect(await told()).toEqual([]);
	cloud.a.name = 'orders-a';
	expect(await told()).toEqual([]);
	settings.nameFilter = 'billing';
	expect(await told()).toEqual(['b']);
	settings.nameFilter = '';
	expect(await told()).toEqual([]);
});

test('the state holds what is within its last days only', async () => {
	cloud = { a: { days: 1 }, b: { days: 2 }, c: { days: 90 } };
	await poll();
	expect(stored?.expiring).toHaveLength(2);
	cloud = { c: { days: 90 } };
	await poll();
	expect(stored?.expiring).toBeUndefined();
});

test('examples are of instances that expire, the next one first', async () => {
	cloud = { never: {}, c: { days: 90 }, a: { days: 20 }, b: { days: 30 } };
	const items = await events.sample({} as never, settings);
	expect(items.map(({ instanceId, daysLeft }) => [instanceId, daysLeft])).toEqual([
		['a', 20],
		['b', 30],
		['c', 90],
	]);
	cloud = { never: {} };
	expect(await events.sample({} as never, settings)).toMatchObject([
		{ instanceId: 'never', expiresAt: null, daysLeft: null },
	]);
});

describe('the number of days', () => {
	const read = async (expiryDays?: unknown) => {
		const parameters = { events: ['instanceExpiring'], options: { expiryDays } } as IDataObject;
		const context = fakeContext({ answer: () => ({ body: {} }), parameters });
		const vendor = {
			provider: 'someCloud',
			credential: 'someApi',
			events: parameters.events as string[],
			account: () => 'a',
		};
		return (await triggerSettings(context, vendor)).expiryDays;
	};

	test('is 7 unless said', async () => {
		expect(await read()).toBe(7);
		expect(await read(30)).toBe(30);
		expect(await read('30')).toBe(30);
	});

	test.each([0, -1, 1001, NaN, '', 'soon', null])('cannot be %p', async (days) => {
		await expect(read(days)).rejects.toThrow("'Days Before Expiry' is not a valid number of days");
	});
});
