/** What is taken out of answers before an item, a log, or a trigger keeps them. */
import { masked } from '../../../../../nodes/shared/request/masked';
import { MASK } from '../../../../../nodes/shared/request/secrets';

test('a secret is masked at any depth, and everything else stays as it is', () => {
	const answer = {
		user: 'reader',
		password: 'Pa55word!',
		task: { source_task: { kafka_password: 'Pa55word!', topics: ['a', 'b'] }, started: null },
		entries: [{ SecretKey: 'abc', Mode: 1 }, 'password', 7],
		isEnabled: false,
	};
	expect(masked(answer)).toEqual({
		user: 'reader',
		password: MASK,
		task: { source_task: { kafka_password: MASK, topics: ['a', 'b'] }, started: null },
		entries: [{ SecretKey: MASK, Mode: 1 }, 'password', 7],
		isEnabled: false,
	});
	expect(answer.password).toBe('Pa55word!');
});

test('the key table of a Kerberos user is a secret', () => {
	expect(masked({ keytab: 'BQIAAA==', userKeyTab: 'BQIAAB==' })).toEqual({
		keytab: MASK,
		userKeyTab: MASK,
	});
});

test('what is not set under the name of a secret shows that it is not set', () => {
	const unset = { password: '', secret_key: null, token: undefined, passwordLength: 8 };
	expect(masked(unset)).toEqual(unset);
});

test.each([['text'], [7], [true], [null], [undefined]])('%j alone stays as it is', (value) => {
	expect(masked(value)).toBe(value);
});
