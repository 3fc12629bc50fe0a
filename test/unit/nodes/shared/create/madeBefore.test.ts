/** A retried execution does not order again what has no name to be found by. */
import { namedBefore, throwIfMadeBefore } from '../../../../../nodes/shared/create/madeBefore';
import type { MadeBefore } from '../../../../../nodes/shared/contract/operation';
import { failing, things, thrownBy } from './things';

const taken = async (named?: MadeBefore['named'], isRetried = true) => {
	const { item, operation, request } = things({ item: { isRetried } });
	const madeBefore = { find: jest.fn(), named, goOn: 'Deploy it.' };
	return await namedBefore(item, { ...operation, madeBefore }, request);
};

test('what has the name already is the result, and why', async () => {
	const named = async () => await Promise.resolve({ id: 'i-1' });
	expect(await taken(named)).toEqual([
		{
			json: {
				id: 'i-1',
				created: false,
				note: expect.stringContaining('This execution is a retry'),
			},
		},
	]);
	expect(await taken(named, false)).toBeUndefined();
	expect(await taken()).toBeUndefined();
	expect(await taken(async () => await Promise.resolve(undefined))).toBeUndefined();
});

test('what has no name that it is to get later is nothing that an earlier execution named', async () => {
	const { item, operation, request } = things({ item: { isRetried: true } });
	expect(await namedBefore(item, operation, request)).toBeUndefined();
});

test('where names cannot be read, nothing is created either', async () => {
	const failure = await thrownBy(taken(async () => await Promise.reject(failing('lost'))));
	expect(failure.message).toMatch(/could not be checked what already exists: it was lost$/);
	expect(failure.details.advice).toBe('Nothing was created. Deploy it.');
});

const check = async (find?: MadeBefore['find'], isRetried = true) => {
	const { item, operation, request } = things({ item: { isRetried } });
	const madeBefore = find && { find, goOn: 'Deploy it.' };
	await throwIfMadeBefore(item, { ...operation, madeBefore }, request);
};

test('what fits is named, with both ways on', async () => {
	const failure = await thrownBy(check(async () => await Promise.resolve(['order 1', 'order 2'])));
	expect(failure).toMatchObject({ kind: 'refused', mayHaveHappened: false });
	expect(failure.message).toMatch(/: order 1, order 2$/);
	expect(failure.details.advice).toMatch(/^Nothing was created\. Deploy it\. To create another/);
});

test('where nothing fits, it goes on', async () => {
	await expect(check(async () => await Promise.resolve([]))).resolves.toBeUndefined();
});

test('what can be found by its name needs no such look', async () => {
	await expect(check()).resolves.toBeUndefined();
});

test('only a retried execution looks', async () => {
	const find = jest.fn().mockResolvedValue(['order 1']);
	await check(find, false);
	expect(find).not.toHaveBeenCalled();
});

test('what could not be looked for is not created', async () => {
	const failure = await thrownBy(
		check(async () => await Promise.reject(failing('lost', { advice: 'Check the network.' }))),
	);
	expect(failure.message).toMatch(/could not be checked what already exists: it was lost$/);
	// Nothing was sent but reads, so the item may be tried again.
	expect(failure.mayHaveHappened).toBe(false);
	expect(failure.details.advice).toBe('Check the network. Nothing was created. Deploy it.');
});

test('without advice of its own it says the rest', async () => {
	const failure = await thrownBy(check(async () => await Promise.reject(failing('lost'))));
	expect(failure.details.advice).toBe('Nothing was created. Deploy it.');
});

test('a stop stays a stop', async () => {
	const stopped = failing('cancelled');
	expect(await thrownBy(check(async () => await Promise.reject(stopped)))).toBe(stopped);
});
