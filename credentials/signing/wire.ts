import { FORM, isForm, readBody, type BodyOptions } from './body';
import { percentDecode, percentEncode } from './encoding';
import { headerOf, readHeaders, withHeaders, withoutHeaders, type Headers } from './headers';
import { encodePairs, parsePairs, sortPairs, toPairs, type Nesting, type Pair } from './query';

/**
 * What n8n hands to a credential: `IHttpRequestOptions`, or the older form of its HTTP Request node
 * (`uri` for `url`, `form`, `formData`, `qsStringifyOptions`).
 */
export interface RequestOptions extends BodyOptions {
	url?: unknown;
	uri?: unknown;
	baseURL?: unknown;
	method?: string;
	headers?: object;
	qs?: object;
	arrayFormat?: string;
	qsStringifyOptions?: { arrayFormat?: string };
}

/** A request as it goes out, in the parts that signatures are made of. */
export interface WireRequest {
	/** Upper case. */
	method: string;
	/** `https://host[:port]`. */
	origin: string;
	/** The Host header: with the port unless it is the scheme's default. */
	host: string;
	/** As sent: starts with `/`, each segment percent-encoded once. */
	path: string;
	/** Decoded and sorted. */
	query: Pair[];
	headers: Headers;
	/** Exactly what is sent; `undefined` is an empty body. */
	body?: string | Buffer;
	/** Multipart data or a stream, whose bytes n8n writes while sending. */
	unsignableBody: boolean;
}

const LIST_STYLES: ReadonlySet<string> = new Set(['repeat', 'indices', 'brackets', 'comma']);

/** n8n's helpers send no body with these. */
const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether n8n's helpers send a body with this method, which is in upper case. */
export const mayHaveBody = (method: string): boolean => !BODILESS.has(method);

const CONTENT_TYPE: ReadonlySet<string> = new Set(['content-type']);

/** The user's choice of list format counts, except where the vendor knows only one. */
function nestingOf(options: RequestOptions, vendor: Nesting): Nesting {
	if (vendor === 'dotsFrom0' || vendor === 'dotsFrom1') return vendor;
	const chosen = options.arrayFormat ?? options.qsStringifyOptions?.arrayFormat;
	if (chosen !== undefined && LIST_STYLES.has(chosen)) return chosen as Nesting;
	return vendor;
}

/** Segments of unreserved characters, which need no encoding. */
const PLAIN_PATH = /^[\w.~/-]*$/;

/** The path of a URL with each segment percent-encoded once, however it was encoded. */
const encodedPath = (path: string): string =>
	PLAIN_PATH.test(path)
		? path
		: path
				.split('/')
				.map((segment) => percentEncode(percentDecode(segment)))
				.join('/');

function tryUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/** Where a request goes, as its URL says. */
interface Target {
	origin: string;
	host: string;
	/** Each segment percent-encoded once. */
	path: string;
	/** Without its question mark. */
	query: string;
}

/** The last one without a query: the requests of an RPC API all have the same URL, and reading it costs as much as a hash. */
let latest: { text: string; target: Target } | undefined;

function targetOf(options: RequestOptions): Target {
	const given = String(options.url ?? options.uri ?? '');
	const base = options.baseURL === undefined ? '' : String(options.baseURL);
	const text =
		base === '' || /^[a-z][a-z\d+.-]*:/i.test(given)
			? given
			: `${base.replace(/(?<!\/)\/+$/, '')}/${given.replace(/^\/+/, '')}`;
	if (latest?.text === text) return latest.target;
	const target = readTarget(text);
	if (target.query === '') latest = { text, target };
	return target;
}

function readTarget(text: string): Target {
	const url = tryUrl(text);
	if (url === undefined) {
		throw new TypeError('The URL is not valid. Enter a full URL that starts with https://');
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new TypeError('The URL has an unsupported scheme. Use a URL that starts with https://');
	}
	if (url.username !== '' || url.password !== '') {
		throw new TypeError(
			'The URL contains a user name or password. Remove them: the credential signs the request',
		);
	}
	const { origin, host, pathname, search } = url;
	return { origin, host, path: encodedPath(pathname), query: search.slice(1) };
}

/**
 * Reads n8n's request options; they are not changed.
 *
 * @param options What n8n passes to `authenticate`
 * @param vendorNesting How the vendor writes lists and objects as parameters
 * @throws TypeError for what cannot be sent as signed: a bad URL, header or character
 */
export function toWire(options: RequestOptions, vendorNesting: Nesting): WireRequest {
	const target = targetOf(options);
	const method = (options.method ?? 'GET').toUpperCase();
	const nesting = nestingOf(options, vendorNesting);
	let headers = readHeaders(options.headers);
	const fromHttpRequestNode = options.url === undefined;

	const body = mayHaveBody(method)
		? readBody(options, headerOf(headers, 'content-type'), nesting, fromHttpRequestNode)
		: {};
	if (body.content !== undefined && body.contentType !== undefined) {
		const same = headerOf(headers, 'content-type') === body.contentType;
		if (!same) headers = withHeaders(headers, { 'Content-Type': body.contentType });
	}

	return {
		method,
		origin: target.origin,
		host: headerOf(headers, 'host') ?? target.host,
		path: target.path,
		query: sortPairs(toPairs(options.qs ?? {}, nesting, parsePairs(target.query))),
		headers,
		body: body.content,
		unsignableBody: body.unsignable ?? false,
	};
}

/** The parameters of a form body, or none for any other body. */
export const formPairs = (wire: WireRequest): Pair[] =>
	typeof wire.body === 'string' && isForm(headerOf(wire.headers, 'content-type'))
		? parsePairs(wire.body)
		: [];

/** A copy with this form as its body; without parameters it has no body and no Content-Type. */
export function withForm(wire: WireRequest, form: readonly Pair[]): WireRequest {
	if (form.length === 0) {
		return { ...wire, headers: withoutHeaders(wire.headers, CONTENT_TYPE), body: undefined };
	}
	const headers = isForm(headerOf(wire.headers, 'content-type'))
		? wire.headers
		: withHeaders(wire.headers, { 'Content-Type': FORM });
	return { ...wire, headers, body: encodePairs(form) };
}

/** Members of n8n's options by which a signature or a token would leave its host. */
interface Unsafe {
	auth?: unknown;
	sendCredentialsOnCrossOriginRedirect?: boolean;
	disableFollowRedirect?: boolean;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

/**
 * A signature is for one host and path, so a redirect is an answer and is not followed. On the way to
 * another host n8n drops the header Authorization alone, not those that hold a token, nor a signed body.
 */
const STAYING = {
	sendCredentialsOnCrossOriginRedirect: false,
	disableFollowRedirect: true,
	// The same for the HTTP Request node.
	followRedirect: false,
	followAllRedirects: false,
} satisfies Unsafe;

/**
 * Puts a signed request back into n8n's options: a new object with the absolute, encoded `url` and the
 * exact body, and without anything from which n8n would build a URL, body or login of its own.
 */
export function fromWire<T extends RequestOptions>(options: T, wire: WireRequest): T {
	const query = encodePairs(wire.query);
	const signed: T & Unsafe = {
		...options,
		url: `${wire.origin}${wire.path}${query === '' ? '' : `?${query}`}`,
		baseURL: undefined,
		qs: undefined,
		headers: { ...wire.headers },
		...STAYING,
	};
	delete signed.uri;
	delete signed.auth;
	if (!wire.unsignableBody) {
		delete signed.form;
		delete signed.formData;
		if (wire.body === undefined) delete signed.body;
		else signed.body = wire.body;
	}
	return signed;
}
