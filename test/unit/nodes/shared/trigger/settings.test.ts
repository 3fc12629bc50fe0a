/** The parameters that every trigger has. */
import type { IDataObject } from 'n8n-workflow';

import { detailsOf, triggerSettings } from '../../../../../nodes/shared/trigger/settings';
import { fakeContext } from '../../../../support/fakeContext';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock({ start: Date.parse('2030-01-01T00:00:00Z'), auto: false });
afterAll(() => clock.close());

const EVENTS = ['instanceAppeared', 'instanceExpiring'];

const settingsOf = async (parameters: IDataObject = {}) => {
	const context = fakeContext({
		answer: () => ({ body: {} }),
		parameters: { events: EVENTS, ...parameters },
	});
	const vendor = {
		provider: 'someCloud',
		credential: 'someApi',
		events: EVENTS,
		account: () => 'a',
	};
	return await triggerSettings(context, clock, vendor);
};

describe('the days before an expiry', () => {
	test.each([
		[undefined, 7],
		[30, 30],
		['30', 30],
		[0.5, 0.5],
		[1000, 1000],
	])('that are set to %p are %d', async (expiryDays, days) => {
		expect((await settingsOf({ options: { expiryDays } })).expiryDays).toBe(days);
	});

	test.each([0, -1, 1001, NaN, '', 'soon', null])('cannot be %p', async (expiryDays) => {
		await expect(settingsOf({ options: { expiryDays } as IDataObject })).rejects.toMatchObject({
			kind: 'notSent',
			message: "'Days Before Expiry' is not a valid number of days",
		});
	});
});

describe('the events', () => {
	test.each([
		['one alone, as an expression may give it', 'instanceAppeared', ['instanceAppeared']],
		['a list with gaps', ['instanceAppeared', '', null], ['instanceAppeared']],
	])('can be %s', async (_, events, expected) => {
		expect((await settingsOf({ events } as IDataObject)).events).toEqual(expected);
	});

	test.each([[[]], [null], ['']])('cannot be %j', async (events) => {
		await expect(settingsOf({ events } as IDataObject)).rejects.toThrow("'Trigger On' is empty");
	});
});

test('the moment of a poll is the one at which its settings were read', async () => {
	clock.advance(1_500);
	const settings = await settingsOf();
	expect(settings.observedAt).toBe(clock.now());
	clock.advance(60_000);
	const details = { event: 'e', instanceId: 'i', instanceName: 'n' } as never;
	expect(detailsOf(settings, details)).toMatchObject({
		event: 'e',
		provider: 'someCloud',
		observedAt: '2030-01-01T00:00:01.500Z',
	});
});
