import type { RecordedRequest } from '../../emulator';
import { ENVELOPE, unflatten } from '../../emulator/alibaba/parameters';
import { decodeFields, type Field } from '../../emulator/encoding';
import type { OperationFacts } from '../../emulator/facts';
import { findRoute } from '../../emulator/huawei/routes';
import { readText, type RequestParts } from '../../emulator/validation';
import type { VendorName } from '../engine/supportApi';

/** Headers that name an operation, its version, a region or a project, or say what the body is. */
const API_HEADERS =
	/^(content-type|x-acs-(action|version)|x-tc-(action|version|region)|x-(project|domain)-id|x-language)$/;

const isForm = ({ headers }: RecordedRequest) =>
	(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

const queryOf = ({ url, path }: RecordedRequest): Field[] =>
	decodeFields(url.slice(path.length).replace(/^\?/, '')) ?? [];

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

/** A value by its places: `tags.0.key`. JSON within text counts as what it holds. */
function* placesIn(value: unknown, place: string): Generator<[place: string, value: string]> {
	const held = typeof value === 'string' && /^[[{]/.test(value) ? jsonOf(value) : value;
	if (typeof held !== 'object' || held === null) {
		yield [place, JSON.stringify(held)];
		return;
	}
	const members = Object.entries(held);
	if (members.length === 0) yield [place, JSON.stringify(held)];
	for (const [name, one] of members) yield* placesIn(one, `${place}.${name}`);
}

/**
 * What goes over the wire, without what differs from request to request, in no order: method, path, parameters and
 * headers by their places (`query.limit`, `body.tags.0.key`), values as JSON.
 */
export function wireOf(request: RecordedRequest): Map<string, string> {
	const { method, path, headers, body } = request;
	const fields = (where: string, list: Field[]) =>
		list.flatMap(([name, value]) => [...placesIn(value, `${where}.${name}`)]);
	return new Map([
		['method', method],
		['path', path],
		...Object.entries(headers)
			.filter(([name]) => API_HEADERS.test(name))
			.map(([name, value]): [string, string] => [`header.${name}`, value]),
		...fields('query', queryOf(request)),
		...(isForm(request)
			? fields('form', formOf(request))
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
