import { Failure, asFailure, toNodeError } from '../../../../../nodes/shared/contract/failure';
import { Secrets, withoutSecrets } from '../../../../../nodes/shared/request/secrets';
import { someNode } from '../../../../support/someNode';

const knowing = (...secrets: string[]) => {
	const known = new Secrets();
	known.add(secrets);
	return known;
};

/** A failure with these words, without the secrets. */
const masked = (secrets: string[], vendorMessage: unknown) =>
	withoutSecrets(
		new Failure('refused', String(vendorMessage), { vendorMessage: vendorMessage as string }),
		knowing(...secrets),
	);

test('an answer that is nested beyond all reading keeps its ID, and still no secret', () => {
	let nested: unknown = 'orders-1';
	for (let depth = 0; depth < 20_000; depth++) nested = [nested];
	const answer = { instance_id: 'new-1', said: 'orders-1', nested };
	const shown = knowing('orders-1').hide(answer) as typeof answer;
	expect(shown).toMatchObject({ instance_id: 'new-1', said: '********' });
	expect(JSON.stringify(shown)).not.toContain('orders-1');
});

describe('a failure without secrets', () => {
	test('has a secret that begins with another one masked as a whole', () => {
		const { message } = masked(['orders-1', 'orders-1-more'], 'You sent orders-1-more.');
		expect(message).toBe('You sent ********.');
	});

	test('has the words of a service masked that are a list', () => {
		const failure = masked(['orders-1'], ['You sent', 'orders-1']);
		expect(failure.details.vendorMessage).toEqual(['You sent', '********']);
		expect(toNodeError(someNode, failure).description).toBe(
			'Service response: "You sent,********".',
		);
	});

	test('keeps what is too short for a secret readable', () => {
		expect(masked(['is'], 'This is wrong').message).toBe('This is wrong');
		expect(masked(['a-1', 'a-12'], 'It is a-1 or a-12').message).toBe('It is a-1 or ********');
	});

	test('keeps its kind, its item and everything that holds no secret', () => {
		const details = { advice: 'Do it.', code: 'C', requestId: 'r', httpStatus: 400, retryAfter: 7 };
		const failure = withoutSecrets(new Failure('busy', 'No', details, 3), knowing('orders-1'));
		expect(failure).toMatchObject({ kind: 'busy', message: 'No', itemIndex: 3, details });
	});

	test('has the words and the stack of a defect masked, too', () => {
		const failure = asFailure(new TypeError('Invalid URL: https://orders-1@kafka.example'));
		const { cause, message } = withoutSecrets(failure, knowing('orders-1'));
		expect(message).toBe('Invalid URL: https://********@kafka.example');
		expect(cause?.message).toBe(message);
		expect(cause?.stack).toContain('********@kafka.example');
		expect(cause?.stack).toContain('secrets.test');
		expect(`${cause?.message} ${cause?.stack}`).not.toContain('orders-1');
	});
});

describe('what was sent openly', () => {
	const sent = (open: object, ...secrets: string[]) => {
		const known = knowing(...secrets);
		known.keepFrom(open);
		return known;
	};

	test('comes out whole where a secret is a part of it, or the same', () => {
		const known = sent({ InstanceId: 'ckafka-orders-1', Name: 'orders-1' }, 'orders-1');
		const answer = { InstanceId: 'ckafka-orders-1', Name: 'orders-1', rows: ['x orders-1 y'] };
		expect(known.hide(answer)).toEqual(answer);
	});

	test('does not uncover a longer secret that it is a part of', () => {
		const known = sent({ Name: 'orders-1' }, 'orders-1', 'orders-1-secret-one');
		expect(known.hide('orders-1: orders-1-secret-one')).toBe('orders-1: ********');
	});

	test('is nothing that is not set', () => {
		const known = sent({ a: null, rows: [null, { b: undefined }], Name: 'x-orders-1' }, 'orders-1');
		expect(known.hide('x-orders-1, orders-1')).toBe('x-orders-1, ********');
	});

	test('does not keep a secret that it only touches', () => {
		const known = sent({ Name: 'sent orders' }, 'orders-1');
		expect(known.hide('You sent orders-1.')).toBe('You sent ********.');
	});

	test('is nothing that is called like a secret', () => {
		const known = sent({ rows: [{ Password: 'orders-secret-1' }] }, 'orders-secret-1');
		expect(known.hide('orders-secret-1')).toBe('********');
	});
});

test('a word is masked where it stands alone, and not within the ID that a service makes', () => {
	const known = knowing('ckafka');
	expect(known.hide('ckafka-7vqkjomv, myckafka')).toBe('ckafka-7vqkjomv, myckafka');
	expect(known.hide('"ckafka" (ckafka), p=ckafka%20x, {\\"a\\":\\"b\\nckafka\\"}')).toBe(
		'"********" (********), p=********%20x, {\\"a\\":\\"b\\n********\\"}',
	);
	expect(known.hide('x%2Fckafka')).toBe('x%2F********');
});

test('what is nested in objects beyond all reading is cut as well, and what is empty stays', () => {
	let nested: unknown = 'orders-1';
	for (let depth = 0; depth < 20_000; depth++) nested = { nested };
	const shown = knowing('orders-1').hide({ id: 'new-1', none: null, nested });
	expect(shown).toMatchObject({ id: 'new-1', none: null });
	expect(JSON.stringify(shown)).toContain('[nested too deeply]');
	expect(knowing('orders-1').hide([null, 'orders-1', 7])).toEqual([null, '********', 7]);
});

test('a secret is masked as a key, too', () => {
	const known = knowing('a secret key of 24 letters');
	expect(known.hide({ rows: [{ 'a secret key of 24 letters': 1 }] })).toEqual({
		rows: [{ '********': 1 }],
	});
});

describe('what a credential holds', () => {
	const of = (held: unknown) => {
		const known = new Secrets();
		known.addFrom(held);
		return known;
	};

	test('in JSON, as a stored session, is masked part by part', () => {
		const known = of({ session: '{"token":"T0ken-of-it","region":"cn-north-4"}' });
		expect(known.hide('T0ken-of-it in cn-north-4')).toBe('******** in cn-north-4');
	});

	test('that would be a number in JSON is masked as it is', () => {
		for (const password of ['12345678', 'true', '"quoted"']) {
			expect(of({ session: null, password }).hide(`it is ${password}`)).toBe('it is ********');
		}
	});

	test('that only looks like JSON is masked as a whole', () => {
		expect(of({ password: '{not JSON' }).hide('it is {not JSON')).toBe('it is ********');
	});

	test('with half a character is masked as it is', () => {
		expect(of({ password: 'half\ud83d' }).hide('it is half\ud83d!')).toBe('it is ********!');
	});
});

test('a name stays readable with a secret in it, and a longer text does not', () => {
	for (const [length, isKept] of [
		[300, true],
		[301, false],
	] as const) {
		const open = 'orders-secret-1'.padEnd(length, 'x');
		const known = new Secrets();
		known.add(['orders-secret-1']);
		known.keepFrom({ Name: open });
		expect(known.hide(open) === open).toBe(isKept);
	}
});

test('a secret is masked as it stands in a URL, and as a signature signs it', () => {
	const known = new Secrets();
	known.add(['a b/c+secret*']);
	const once = encodeURIComponent('a b/c+secret*');
	const told = ['a b/c+secret*', once, encodeURIComponent(once), 'a%20b%2Fc%2Bsecret%2A'];
	expect(known.hide(told)).toEqual(told.map(() => '********'));
});

test('what is nested more deeply than anybody can read is cut, not thrown', () => {
	const known = new Secrets();
	known.add(['Tops3cret!']);
	let nested: unknown = 'Tops3cret!';
	for (let depth = 0; depth < 20_000; depth++) nested = [nested];
	const hidden = known.hide({ id: 'x', said: 'Tops3cret!', nested });
	expect(hidden).toMatchObject({ id: 'x', said: '********' });
	expect(JSON.stringify(hidden)).toContain('nested too deeply');
});

test('an answer without a secret comes out as it is, not as a copy', () => {
	const answer = { rows: [{ id: 'a' }], at: new Date(0) };
	expect(knowing('orders-1').hide(answer)).toBe(answer);
	expect(new Secrets().hide(answer)).toBe(answer);
});
