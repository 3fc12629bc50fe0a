import { encodePairs, toPairs, type Nesting } from './query';

/** The body of a request before it is signed. */
export interface Body {
	/** What is hashed and sent; `undefined` is an empty body. */
	content?: string | Buffer;
	/** Media type of the content when the caller gave none. */
	contentType?: string;
	/** Multipart data or a stream: written by n8n while sending, so its bytes cannot be signed. */
	unsignable?: boolean;
}

/** The body parts of n8n's request options; `form` and `formData` come from its HTTP Request node. */
export interface BodyOptions {
	body?: unknown;
	form?: unknown;
	formData?: unknown;
}

/** Media type of a URL-encoded form. */
export const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Whether a Content-Type names a URL-encoded form. */
export const isForm = (contentType: string | undefined): boolean =>
	contentType?.toLowerCase().startsWith(FORM) ?? false;

const isEmptyObject = (value: object) =>
	(Array.isArray(value) ? value : Object.keys(value)).length === 0;

const isUnsignable = (value: object) =>
	('append' in value && 'getHeaders' in value) || 'pipe' in value || value instanceof FormData;

/** Text that axios passes on unchanged under a JSON Content-Type: valid JSON without outer blanks. */
function isStableJson(text: string): boolean {
	try {
		JSON.parse(text);
		return text.trim() === text;
	} catch {
		return false;
	}
}

/** Text stays text where n8n leaves it alone, and becomes bytes where n8n would trim or quote it. */
function exactText(text: string, contentType: string): string | Buffer {
	return contentType.includes(JSON_TYPE) && !isStableJson(text) ? Buffer.from(text) : text;
}

function exactBytes(bytes: Buffer, contentType: string | undefined): string | Buffer {
	if (!isForm(contentType)) return bytes;
	// n8n cannot send a form given as bytes.
	const text = bytes.toString('utf8');
	if (!bytes.equals(Buffer.from(text))) {
		throw new TypeError('The form body is not UTF-8 text. Send it with another Content-Type');
	}
	return text;
}

function fromText(text: string, contentType: string | undefined): Body {
	if (text === '') return {};
	const type = contentType ?? (/^\s*[[{]/.test(text) ? JSON_TYPE : FORM);
	return { content: exactText(text, type), contentType: type };
}

function fromForm(form: unknown, nesting: Nesting, contentType: string | undefined): Body {
	const text = typeof form === 'string' ? form : encodePairs(toPairs(form as object, nesting));
	return text === ''
		? {}
		: { content: text, contentType: isForm(contentType) ? contentType : FORM };
}

/**
 * Turns whatever n8n was given as a body into the exact content that is signed and sent.
 *
 * @param options The body parts of the request options
 * @param contentType The caller's Content-Type, if any
 * @param nesting How lists and objects of a form are written
 * @param keepEmptyObject Whether `{}` is a body (HTTP Request node) or none (n8n's newer helper)
 */
export function readBody(
	options: BodyOptions,
	contentType: string | undefined,
	nesting: Nesting,
	keepEmptyObject: boolean,
): Body {
	const { body, form, formData } = options;
	if (formData !== undefined || contentType?.toLowerCase().startsWith('multipart/')) {
		return { unsignable: true };
	}
	if (form !== undefined && form !== null) {
		const merged = typeof form === 'string' ? form : { ...(body as object), ...(form as object) };
		return fromForm(merged, nesting, contentType);
	}
	if (body === undefined || body === null) return {};
	if (body instanceof URLSearchParams) return fromForm(body.toString(), nesting, contentType);
	if (Buffer.isBuffer(body) || body instanceof Uint8Array) {
		const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
		if (bytes.length === 0) return {};
		const type = contentType ?? 'application/octet-stream';
		return { content: exactBytes(bytes, type), contentType: type };
	}
	if (typeof body === 'string') return fromText(body, contentType);
	if (typeof body === 'object') {
		if (isUnsignable(body)) return { unsignable: true };
		if (isForm(contentType)) return fromForm(body, nesting, contentType);
		if (isEmptyObject(body) && !keepEmptyObject) return {};
	}
	return { content: JSON.stringify(body), contentType: contentType ?? JSON_TYPE };
}
