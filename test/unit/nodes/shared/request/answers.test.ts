/** What answers instead of the API, and how what a service reports is said. */
import { isPage, xmlError } from '../../../../../nodes/shared/request/proxyPage';
import {
	isObject,
	notFromApi,
	serviceFailure,
	unreadable,
	withoutPeriod,
} from '../../../../../nodes/shared/request/serviceFailure';
import { httpAnswer } from '../../../../support/httpAnswer';

describe('a page of a proxy', () => {
	test.each([
		[200, '<html>', true],
		[302, '  \n<!DOCTYPE html>', true],
		[403, '<html>', true],
		[499, '<html>', true],
		// It may have reached the service.
		[500, '<html>', false],
		[502, '<html>', false],
		// They say something of the request, whoever answers with them.
		[408, '<html>', false],
		[429, '<html>', false],
		[403, 'Forbidden <b>', false],
		[403, { a: '<' }, false],
		[200, ['<'], false],
	])('with status %d and %j is one: %s', (status, body, isOne) => {
		expect(isPage(httpAnswer(status, body))).toBe(isOne);
	});
});

describe('an error in XML', () => {
	const ERROR = `<?xml version='1.0' encoding='UTF-8'?>
<Error><RequestId>R1</RequestId><Code> Missing </Code><Message>a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos; &nbsp;</Message></Error>`;

	test('gives its fields, with what was escaped', () => {
		expect(xmlError(ERROR)).toEqual({
			RequestId: 'R1',
			Code: 'Missing',
			Message: `a <b> & "c" 'd' &nbsp;`,
		});
	});

	test.each([
		'<ErrorResponse><Error><Code>X</Code></Error></ErrorResponse>',
		'  <Error><Code>X</Code></Error>',
		'<error><Code>X</Code></error>',
		'<MyResponse><Code>X</Code></MyResponse>',
		'<MyError><Code>X</Code></MyError>',
	])('may begin as %s', (body) => {
		expect(xmlError(body)).toEqual({ Code: 'X' });
	});

	test.each([
		['a page', '<html><Code>X</Code></html>'],
		['a page in XML', '<?xml version="1.0"?><HTML><Code>X</Code></HTML>'],
		['one without a code', '<Error><Message>X</Message></Error>'],
		['one with an empty code', '<Error><Code></Code></Error>'],
		['something else', '<Other><Code>X</Code></Other>'],
		['text before it', 'x <Error><Code>X</Code></Error>'],
		['an object', { Code: 'X' }],
		['nothing', undefined],
		['what is too long', `<Error><Code>X</Code>${' '.repeat(20_000)}</Error>`],
	])('is not %s', (_, body) => {
		expect(xmlError(body)).toBeUndefined();
	});

	test('of the greatest length is read', () => {
		const [begin, end] = ['<Error><Code>X</Code>', '</Error>'];
		const body = begin + ' '.repeat(20_000 - begin.length - end.length) + end;
		expect(body).toHaveLength(20_000);
		expect(xmlError(body)).toEqual({ Code: 'X' });
	});
});

describe('a failure that a service reports', () => {
	const details = { code: 'X', vendorMessage: 'Said so.', requestId: 'r' };

	test('with a known code is in our words, with theirs behind', () => {
		const failure = serviceFailure('refused', details, ['It is full.', 'Wait.'], 'Said so.');
		expect(failure).toMatchObject({ kind: 'refused', message: 'It is full' });
		expect(failure.details).toEqual({ ...details, advice: 'Wait.' });
	});

	test('with an unknown one is in theirs, once', () => {
		const failure = serviceFailure('refused', details, undefined, 'Said so.');
		expect(failure.message).toBe('Said so');
		expect(failure.details.vendorMessage).toBeUndefined();
		expect(failure.details.code).toBe('X');
	});

	test.each([
		['throttled', 'Send fewer'],
		['broken', 'Try again later'],
		['refused', 'Check the parameters'],
	] as const)('says what to do where it is %s', (kind, advice) => {
		expect(serviceFailure(kind, {}, undefined, 'x').details.advice).toContain(advice);
		const own = serviceFailure(kind, {}, undefined, 'x', { [kind]: 'Own.' });
		expect(own.details.advice).toBe('Own.');
	});

	test('of another kind has no such advice', () => {
		expect(serviceFailure('lost', {}, undefined, 'x').details.advice).toBeUndefined();
	});
});

test('a sentence is a part of another one without its period', () => {
	expect(withoutPeriod('A. b.')).toBe('A. b');
	expect(withoutPeriod('A. b')).toBe('A. b');
});

test('a status that the API never sends proves that nothing happened', () => {
	const failure = notFromApi(418);
	expect(failure).toMatchObject({ kind: 'refused', mayHaveHappened: false });
	expect(failure.message).toContain('418');
	expect(failure.details).toMatchObject({ httpStatus: 418 });
	expect(failure.details.advice).toContain("'Endpoint'");
});

test('a success that cannot be read leaves open what happened', () => {
	const failure = unreadable(200, 'Some Cloud');
	expect(failure).toMatchObject({ kind: 'broken', mayHaveHappened: true });
	expect(failure.details).toMatchObject({ httpStatus: 200 });
	expect(failure.details.advice).toContain('Some Cloud');
});

test('an object is neither a list nor nothing', () => {
	expect([{}, [], null, 'x', undefined].map(isObject)).toEqual([true, false, false, false, false]);
});
