import type { RecordedRequest } from '../../emulator';
import { ENVELOPE, unflatten } from '../../emulator/alibaba/requests/parameters';
import { decodeFields, percentEncode, type Field } from '../../emulator/core/encoding';
import type { OperationFacts } from '../../emulator/core/facts';
import { findRoute } from '../../emulator/huawei/requests/routes';
import { readText, type RequestParts } from '../../emulator/core/validation';
import type { VendorName } from './stage';

/** Headers that name an operation, its version, a region or a project, or say what the body is. */
const API_HEADERS =
	/^(content-type|x-acs-(action|version)|x-tc-(action|version|region)|x-(project|domain)-id|x-language)$/;

const isForm = ({ headers }: RecordedRequest) =>
	(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/** The query of a request as it was sent. */
const queryIn = ({ url, path }: RecordedRequest) => url.slice(path.length).replace(/^\?/, '');

const queryOf = (request: RecordedRequest): Field[] => decodeFields(queryIn(request)) ?? [];

const formOf = (request: RecordedRequest): Field[] =>
	isForm(request) ? (decodeFields(request.body) ?? []) : [];

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** The parameters of a recorded request, by the names of the facts. */
export function partsOf(
	vendor: VendorName,
	{ request: { parameters } }: OperationFacts,
	request: RecordedRequest,
): RequestParts {
	const body = request.body === '' ? undefined : jsonOf(request.body);
	if (vendor === 'tencent') return { body };
	if (vendor === 'alibaba') {
		const own = [...queryOf(request), ...formOf(request)].filter(
			([name]) => !ENVELOPE.includes(name),
		);
		return { query: unflatten(own, parameters.query ?? {}) };
	}
	const route = findRoute(request.method, request.path);
	const query = queryOf(request).map(([name, text]) => [
		name,
		readText(parameters.query?.properties?.[name], text),
	]);
	return {
		path: typeof route === 'string' ? {} : route.path,
		query: Object.fromEntries(query) as object,
		body,
	};
}

type Placed = [place: string, value: string];

/** A value by its places: `tags.0.key`, and `tags` for the list itself. */
function* placesIn(value: unknown, place: string): Generator<Placed> {
	if (typeof value !== 'object' || value === null) {
		yield [place, JSON.stringify(value)];
		return;
	}
	const members = Object.entries(value);
	if (Array.isArray(value)) yield [place, `a list of ${members.length}`];
	else if (members.length === 0) yield [place, '{}'];
	for (const [name, one] of members) yield* placesIn(one, `${place}.${name}`);
}

/** How a field was encoded, where that is not as RFC 3986 has it: a blank as `+`, for one. */
function spellingOf(sent: string, field: Field, left: string): string {
	const parts = field.map((text) =>
		[...text].map((one) => (left.includes(one) ? one : percentEncode(one))).join(''),
	);
	return sent === parts.join('=') ? '' : `, written ${sent}`;
}

/** Fields of a query or a form; JSON within one by its own places, as the order of members means nothing. */
function* placesOf(encoded: string, where: string, left: string): Generator<Placed> {
	const sent = encoded.split('&').filter((part) => part !== '');
	const times = new Map<string, number>();
	for (const [i, field] of (decodeFields(encoded) ?? []).entries()) {
		const [name, text] = field;
		const before = times.get(name) ?? 0;
		times.set(name, before + 1);
		const place = `${where}.${name}${before > 0 ? ` again ${before}` : ''}`;
		const held = /^[[{]/.test(text) ? jsonOf(text) : text;
		const isJson = held !== text;
		yield [place, `${isJson ? 'JSON' : JSON.stringify(text)}${spellingOf(sent[i], field, left)}`];
		if (isJson) yield* placesIn(held, `${place}.JSON`);
	}
}

/**
 * What goes over the wire, without what differs from request to request, in no order: method, path, parameters and
 * headers by their places (`query.limit`, `body.tags.0.key`), values as JSON.
 *
 * @param left Reserved characters that are left as they are where the others are encoded
 */
export function wireOf(request: RecordedRequest, left = ''): Map<string, string> {
	const { method, path, headers, body } = request;
	return new Map([
		['method', method],
		['path', path],
		...Object.entries(headers)
			.filter(([name]) => API_HEADERS.test(name))
			.map(([name, value]): [string, string] => [`header.${name}`, value]),
		...placesOf(queryIn(request), 'query', left),
		...(isForm(request)
			? placesOf(body, 'form', left)
			: body === ''
				? []
				: placesIn(jsonOf(body), 'body')),
	]);
}

/** Places at which two wires differ, with what each has there; undefined where it has nothing. */
export function differencesOf(
	ours: Map<string, string>,
	theirs: Map<string, string>,
): Array<[place: string, ours: string | undefined, theirs: string | undefined]> {
	return [...new Set([...ours.keys(), ...theirs.keys()])]
		.filter((place) => ours.get(place) !== theirs.get(place))
		.map((place) => [place, ours.get(place), theirs.get(place)]);
}
