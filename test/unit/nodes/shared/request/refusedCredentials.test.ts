import { Failure } from '../../../../../nodes/shared/contract/failure';
import { RefusedCredentials } from '../../../../../nodes/shared/request/refusedCredentials';

const REJECTED = new Failure('refused', 'not accepted', { isUnauthorized: true });
const failing = (failure: Failure) => jest.fn(async () => await Promise.reject(failure));
const fine = () => jest.fn(async () => await Promise.resolve('done'));

test('the others wait for the first request, and go out when it was not rejected', async () => {
	const refused = new RefusedCredentials();
	let answer: (text: string) => void = () => {};
	const first = refused.unlessRefused(
		'a',
		async () => await new Promise((done) => (answer = done)),
	);
	const other = fine();
	const second = refused.unlessRefused('a', other);
	await new Promise(setImmediate);
	expect(other).not.toHaveBeenCalled();
	answer('first');
	expect(await Promise.all([first, second])).toEqual(['first', 'done']);
});

test('after a rejection nothing goes out with the same credential, but with another one', async () => {
	const refused = new RefusedCredentials();
	await expect(refused.unlessRefused('a', failing(REJECTED))).rejects.toBe(REJECTED);
	const later = fine();
	await expect(refused.unlessRefused('a', later)).rejects.toMatchObject({
		kind: 'notSent',
		message: 'not accepted at an earlier item, so nothing was sent',
	});
	expect(later).not.toHaveBeenCalled();
	expect(await refused.unlessRefused('b', later)).toBe('done');
});

test('a failure of another kind says nothing about the credential', async () => {
	const refused = new RefusedCredentials();
	const busy = failing(new Failure('busy', 'busy'));
	await expect(refused.unlessRefused('a', busy)).rejects.toThrow('busy');
	expect(await refused.unlessRefused('a', fine())).toBe('done');
});

test('a rejection that comes later, as of a key that was deleted meanwhile, holds from then on', async () => {
	const refused = new RefusedCredentials();
	await refused.unlessRefused('a', fine());
	await expect(refused.unlessRefused('a', failing(REJECTED))).rejects.toBe(REJECTED);
	await expect(refused.unlessRefused('a', fine())).rejects.toThrow('at an earlier item');
});
