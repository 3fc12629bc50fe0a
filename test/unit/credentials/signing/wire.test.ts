import { percentDecode, percentEncode } from '../../../../credentials/signing/encoding';
import { encodePairs, parsePairs, toPairs } from '../../../../credentials/signing/query';
import {
	formPairs,
	fromWire,
	toWire,
	type RequestOptions,
} from '../../../../credentials/signing/wire';

const read = (options: RequestOptions) => toWire(options, 'repeat');
const url = 'https://api.test/';

describe('percent-encoding', () => {
	it('keeps only the unreserved characters of RFC 3986', () => {
		expect(percentEncode("aZ09-_.~ !'()*/+%=&?#[]@:é中🚀")).toBe(
			'aZ09-_.~%20%21%27%28%29%2A%2F%2B%25%3D%26%3F%23%5B%5D%40%3A%C3%A9%E4%B8%AD%F0%9F%9A%80',
		);
	});

	it('refuses half of a surrogate pair', () => {
		expect(() => percentEncode('a\ud83d')).toThrow('incomplete character');
	});

	it('takes what is not valid encoding literally', () => {
		expect(percentDecode('100%25')).toBe('100%');
		expect(percentDecode('100%')).toBe('100%');
		expect(percentDecode('%FF')).toBe('%FF');
	});
});

describe('parameters', () => {
	const nested = {
		list: ['x', 'y'],
		tags: [{ Key: 'k', Value: '' }],
		object: { inner: { deep: 1 } },
		empty: '',
		zero: 0,
		no: false,
		absent: undefined,
		date: new Date('2024-06-20T00:00:00Z'),
	};
	const written = (nesting: Parameters<typeof toPairs>[1]) =>
		toPairs(nested, nesting).map(([name, value]) => `${name}=${value}`);
	const scalars = ['empty=', 'zero=0', 'no=false', 'date=2024-06-20T00:00:00.000Z'];

	it.each([
		['dotsFrom1', ['list.1=x', 'list.2=y', 'tags.1.Key=k', 'tags.1.Value=', 'object.inner.deep=1']],
		['dotsFrom0', ['list.0=x', 'list.1=y', 'tags.0.Key=k', 'tags.0.Value=', 'object.inner.deep=1']],
		['repeat', ['list=x', 'list=y', 'tags[Key]=k', 'tags[Value]=', 'object[inner][deep]=1']],
		[
			'indices',
			['list[0]=x', 'list[1]=y', 'tags[0][Key]=k', 'tags[0][Value]=', 'object[inner][deep]=1'],
		],
		[
			'brackets',
			['list[]=x', 'list[]=y', 'tags[][Key]=k', 'tags[][Value]=', 'object[inner][deep]=1'],
		],
		['comma', ['list=x,y', 'tags[Key]=k', 'tags[Value]=', 'object[inner][deep]=1']],
	] as const)('are flattened in the style %s', (nesting, expected) => {
		expect(written(nesting)).toEqual([...expected, ...scalars]);
	});

	it('without a value are sent empty, and left out where the vendor leaves them out', () => {
		expect(toPairs({ a: null, l: [null] }, 'repeat')).toEqual([
			['a', ''],
			['l', ''],
		]);
		expect(toPairs({ a: null, l: [null] }, 'dotsFrom1')).toEqual([]);
	});

	it('are read from a URL as a server reads them', () => {
		expect(parsePairs('a=1+2&b=%2B&c&d==&&e=100%')).toEqual([
			['a', '1 2'],
			['b', '+'],
			['c', ''],
			['d', '='],
			['e', '100%'],
		]);
		expect(encodePairs(parsePairs('a=1+2&e=100%'))).toBe('a=1%202&e=100%25');
	});
});

describe('the URL', () => {
	it('joins baseURL and url, and the queries of both sources, sorted by name and value', () => {
		const wire = read({
			baseURL: 'https://api.test:8443/base/',
			url: '/v2/a%20b?z=1&a=%E4%B8%AD',
			qs: { m: ['y', 'x'], 'a~': 1, aé: 2 },
		});

		expect(wire.host).toBe('api.test:8443');
		expect(wire.path).toBe('/base/v2/a%20b');
		expect(encodePairs(wire.query)).toBe('a=%E4%B8%AD&a~=1&a%C3%A9=2&m=x&m=y&z=1');
	});

	it.each([
		['https://api.test', '/'],
		['https://api.test/a/../b/./c', '/b/c'],
		["https://api.test/it's(a)*b!", '/it%27s%28a%29%2Ab%21'],
		['https://api.test/a%2Fb/中 c', '/a%2Fb/%E4%B8%AD%20c'],
		['https://api.test/urn:fss:x@1+2', '/urn%3Afss%3Ax%401%2B2'],
		['https://api.test/dir/', '/dir/'],
		['https://api.test/a#fragment', '/a'],
	])('%s has a path that WHATWG URL leaves as signed', (given, path) => {
		const wire = read({ url: given });

		expect(wire.path).toBe(path);
		expect(new URL(`https://api.test${path}`).pathname).toBe(path);
	});

	it('is taken from uri as well', () => {
		expect(read({ uri: 'https://api.test/x?y=1' }).query).toEqual([['y', '1']]);
	});

	it.each([
		[{ url: '/relative' }, 'not valid'],
		[{ url: '' }, 'not valid'],
		[{ url: 'ftp://api.test/' }, 'unsupported scheme'],
		[{ url: 'https://user:secret@api.test/' }, 'user name or password'],
	])('%j is refused', (options, message) => {
		expect(() => read(options)).toThrow(message);
		expect(() => read(options)).not.toThrow('secret');
	});

	it("follows the user's choice of list format, except where the vendor has one of its own", () => {
		const options = { url, qs: { a: ['x', 'y'] } };

		expect(read({ ...options, arrayFormat: 'comma' }).query).toEqual([['a', 'x,y']]);
		expect(read({ ...options, qsStringifyOptions: { arrayFormat: 'brackets' } }).query).toEqual([
			['a[]', 'x'],
			['a[]', 'y'],
		]);
		expect(toWire({ ...options, arrayFormat: 'comma' }, 'dotsFrom1').query).toEqual([
			['a.1', 'x'],
			['a.2', 'y'],
		]);
	});
});

describe('headers', () => {
	it('become text, once per name, without an earlier length', () => {
		const { headers } = read({
			url,
			headers: { 'X-A': 1, 'x-a': ' two ', list: ['a', 'b'], none: undefined, 'Content-Length': 3 },
		});

		expect(headers).toEqual({ 'x-a': 'two', list: 'a, b' });
	});

	it.each(['a\r\nb', 'a\nb', 'a\u0000b', '订单'])(
		'with the value %j are refused by name',
		(value) => {
			expect(() => read({ url, headers: { 'X-Note': value } })).toThrow("'X-Note'");
		},
	);
});

describe('the body', () => {
	const sent = (options: RequestOptions) => {
		const wire = read({ url, method: 'POST', ...options });
		return { body: wire.body, type: wire.headers['Content-Type'] };
	};

	it.each([
		['an object', { a: '订单', u: undefined }, '{"a":"订单"}', 'application/json'],
		['a list', [1, '2'], '[1,"2"]', 'application/json'],
		['JSON text', '{"a": 1}', '{"a": 1}', 'application/json'],
		['other text', 'a=1', 'a=1', 'application/x-www-form-urlencoded'],
		['a form', new URLSearchParams({ a: '1 2' }), 'a=1+2', 'application/x-www-form-urlencoded'],
		['bytes', Buffer.from([0, 255]), Buffer.from([0, 255]), 'application/octet-stream'],
		['an empty text', '', undefined, undefined],
		['nothing', undefined, undefined, undefined],
		['null', null, undefined, undefined],
		['no bytes', Buffer.alloc(0), undefined, undefined],
	])('may be %s', (_, body, expected, type) => {
		expect(sent({ body })).toEqual({ body: expected, type });
	});

	it('is bytes where n8n would trim or quote the text', () => {
		const headers = { 'Content-Type': 'application/json' };

		expect(sent({ body: ' {"a":1}\n', headers }).body).toEqual(Buffer.from(' {"a":1}\n'));
		expect(sent({ body: 'not json', headers }).body).toEqual(Buffer.from('not json'));
		expect(sent({ body: ' text ', headers: { 'Content-Type': 'text/plain' } }).body).toBe(' text ');
	});

	it('is a form if the Content-Type says so', () => {
		const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
		const options = { body: { a: '1 2', l: ['x'] }, headers };

		expect(sent(options)).toEqual({
			body: 'a=1%202&l=x',
			type: 'application/x-www-form-urlencoded; charset=utf-8',
		});
		expect(formPairs(read({ url, method: 'POST', ...options }))).toEqual([
			['a', '1 2'],
			['l', 'x'],
		]);
		expect(sent({ body: Buffer.from('a=中'), headers }).body).toBe('a=中');
		expect(() => sent({ body: Buffer.from([255]), headers })).toThrow('not UTF-8');
	});

	it('is form and body together, as the HTTP Request node sends them', () => {
		expect(sent({ form: { a: 1 }, body: { b: 2 } })).toEqual({
			body: 'b=2&a=1',
			type: 'application/x-www-form-urlencoded',
		});
		expect(sent({ form: 'a=1' }).body).toBe('a=1');
		expect(sent({ form: {} }).body).toBeUndefined();
	});

	it('is {} only where n8n sends it', () => {
		expect(sent({ body: {} }).body).toBeUndefined();
		expect(sent({ body: '{}' }).body).toBe('{}');
		expect(read({ uri: url, method: 'POST', body: {} }).body).toBe('{}');
	});

	it.each(['GET', 'HEAD', 'OPTIONS'])('is left out of a %s', (method) => {
		const wire = read({ url, method, body: { a: 1 } });

		expect(wire.body).toBeUndefined();
		expect(fromWire({ url, method, body: { a: 1 } } as RequestOptions, wire)).not.toHaveProperty(
			'body',
		);
	});

	it.each([
		['formData', { formData: { file: 'x' } }],
		[
			'a multipart Content-Type',
			{ body: { a: 1 }, headers: { 'content-type': 'multipart/form-data' } },
		],
		['a FormData', { body: new FormData() }],
		['a form-data instance', { body: { append: () => undefined, getHeaders: () => ({}) } }],
		['a stream', { body: { pipe: () => undefined } }],
	])('cannot be signed if it is %s, and is left to n8n', (_, options: RequestOptions) => {
		const wire = read({ url, method: 'POST', ...options });
		const signed: RequestOptions = fromWire(options, wire);

		expect(wire.unsignableBody).toBe(true);
		expect(signed.body).toBe(options.body);
		expect(signed.formData).toBe(options.formData);
	});
});

describe('the options for n8n', () => {
	const options = {
		uri: 'https://api.test/v2/x',
		baseURL: undefined,
		method: 'PUT',
		qs: { a: 'b c' },
		headers: { 'X-A': '1' },
		form: { f: 1 },
		auth: { user: 'u' },
		json: true,
		timeout: 5,
	};

	it('hold nothing from which n8n would build something else', () => {
		const signed = fromWire(options, read(options));

		expect(signed).toEqual({
			url: 'https://api.test/v2/x?a=b%20c',
			baseURL: undefined,
			qs: undefined,
			method: 'PUT',
			headers: { 'X-A': '1', 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'f=1',
			json: true,
			timeout: 5,
			sendCredentialsOnCrossOriginRedirect: false,
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it('are new, and reading them again gives the same request', () => {
		const before = structuredClone(options);
		const wire = read(options);
		const signed = fromWire(options, wire);

		expect(options).toEqual(before);
		expect(signed.headers).not.toBe(options.headers);
		expect(read(signed)).toEqual(wire);
	});
});
