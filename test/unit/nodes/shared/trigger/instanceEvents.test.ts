/** The event of an instance that is about to expire, of whatever vendor. */
import type { IDataObject } from 'n8n-workflow';

import {
	InstanceEvents,
	type InstancesKept,
} from '../../../../../nodes/shared/trigger/instanceEvents';
import type { TriggerSettings } from '../../../../../nodes/shared/trigger/settings';
import { DAY } from '../../../../support/events';

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
	earlier: { ready: 'starting', other: 'running' },
	kind: (status) => (status === 'UP' ? 'ready' : status === 'RECYCLE' ? 'gone' : 'idle'),
	expiresAt: ({ expires }) => expires as number | undefined,
});

beforeEach(() => {
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
		observedAt: NOW,
	};
});

async function poll(): Promise<IDataObject[]> {
	const { items, kept } = await events.poll({} as never, settings, stored);
	// As n8n stores it.
	stored = JSON.parse(JSON.stringify(kept)) as InstancesKept;
	return items;
}
const reported = async () => (await poll()).map(({ instanceId }) => instanceId);
const later = (days: number) => void (settings.observedAt = NOW + days * DAY);

test('an instance is reported once when its last days begin, with the moment and what is left', async () => {
	cloud = { a: { name: 'orders', days: 10 }, forever: {} };
	expect(await reported()).toEqual([]);
	later(2.9);
	expect(await reported()).toEqual([]);
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
		expect(await reported()).toEqual([]);
	}
});

test('the first poll reports what is within its last days already, or even past them', async () => {
	cloud = { soon: { days: 2.26 }, over: { days: -1, status: 'EXPIRED' }, late: { days: 8 } };
	const items = await poll();
	expect(items.map(({ instanceId, daysLeft }) => [instanceId, daysLeft])).toEqual([
		['soon', 2.3],
		['over', -1],
	]);
	expect(await reported()).toEqual([]);
});

test('a renewed instance is reported again, also when the new end is near', async () => {
	cloud = { a: { days: 5 }, b: { days: 5 } };
	expect(await reported()).toEqual(['a', 'b']);
	cloud.a.days = 35;
	cloud.b.days = 6;
	expect(await reported()).toEqual(['b']);
	later(28);
	cloud.b.days = 400;
	expect(await reported()).toEqual(['a']);
	expect(await reported()).toEqual([]);
});

test('another number of days reports instances again', async () => {
	cloud = { a: { days: 5 }, b: { days: 2 }, c: { days: 20 } };
	expect(await reported()).toEqual(['a', 'b']);
	settings.expiryDays = 3;
	expect(await reported()).toEqual(['b']);
	settings.expiryDays = 30;
	expect(await reported()).toEqual(['a', 'b', 'c']);
	expect(await reported()).toEqual([]);
});

test('what was reported before the last state that n8n stored is not reported again', async () => {
	cloud = { a: { days: 5 } };
	await poll();
	const saved = stored;
	cloud.b = {};
	expect(await reported()).toEqual([]);
	stored = saved;
	expect(await reported()).toEqual([]);
});

test('choosing other events in between neither loses nor repeats a report', async () => {
	cloud = { a: { days: 5 } };
	settings.events = ['instanceAppeared'];
	expect(await reported()).toEqual([]);
	settings.events = ['instanceExpiring'];
	expect(await reported()).toEqual(['a']);
	settings.events = ['instanceAppeared'];
	expect(await reported()).toEqual([]);
	settings.events = ['instanceExpiring', 'instanceAppeared'];
	expect(await reported()).toEqual([]);
});

test('only instances that fit the name and are not given up are reported', async () => {
	cloud = {
		a: { name: 'orders-a', days: 1 },
		b: { name: 'billing', days: 1 },
		c: { name: 'orders-c', days: 1, status: 'RECYCLE' },
	};
	settings.nameFilter = 'orders-';
	expect(await reported()).toEqual(['a']);
});

test('what was reported is not reported again when it is renamed or the filter changes', async () => {
	cloud = { a: { name: 'orders-a', days: 1 }, b: { name: 'billing', days: 1 } };
	settings.nameFilter = 'orders-';
	expect(await reported()).toEqual(['a']);
	cloud.a.name = 'old-a';
	expect(await reported()).toEqual([]);
	cloud.a.name = 'orders-a';
	expect(await reported()).toEqual([]);
	settings.nameFilter = 'billing';
	expect(await reported()).toEqual(['b']);
	settings.nameFilter = '';
	expect(await reported()).toEqual([]);
});

test('the state holds only what is within its last days', async () => {
	cloud = { a: { days: 1 }, b: { days: 2 }, c: { days: 90 } };
	await poll();
	expect(stored?.expiring).toHaveLength(2);
	cloud = { c: { days: 90 } };
	await poll();
	expect(stored?.expiring).toBeUndefined();
});

test('examples are of instances that expire, the next one to do so first', async () => {
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
