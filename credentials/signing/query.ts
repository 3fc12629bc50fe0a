import { percentDecode, percentEncode } from './encoding';

/** A parameter name and its value, both decoded. */
export type Pair = readonly [name: string, value: string];

/**
 * How lists and objects become parameters:
 * - `repeat` `a=x&a=y`, `indices` `a[0]=x`, `brackets` `a[]=x`, `comma` `a=x,y`: as n8n does; members `a[b]=x`
 * - `dotsFrom1` `a.1=x`, `a.1.b=x`: Alibaba Cloud
 * - `dotsFrom0` `a.0=x`, `a.0.b=x`: Tencent Cloud
 */
export type Nesting = 'repeat' | 'indices' | 'brackets' | 'comma' | 'dotsFrom1' | 'dotsFrom0';

const isDots = (nesting: Nesting) => nesting === 'dotsFrom1' || nesting === 'dotsFrom0';

function textOf(value: unknown): string {
	if (value === null) return '';
	if (value instanceof Date) return value.toISOString();
	return String(value);
}

const isNested = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !(value instanceof Date);

function listItemName(name: string, index: number, nesting: Nesting): string {
	switch (nesting) {
		case 'dotsFrom1':
			return `${name}.${index + 1}`;
		case 'dotsFrom0':
			return `${name}.${index}`;
		case 'indices':
			return `${name}[${index}]`;
		case 'brackets':
			return `${name}[]`;
		default:
			return name;
	}
}

function collect(name: string, value: unknown, nesting: Nesting, into: Pair[]): void {
	if (value === undefined) return;
	if (!isNested(value)) {
		// A parameter without a value is left out by the vendor's SDKs; n8n sends `name=`.
		if (value === null && isDots(nesting)) return;
		into.push([name, textOf(value)]);
	} else if (Array.isArray(value)) {
		if (nesting === 'comma' && !value.some(isNested)) {
			if (value.length > 0) into.push([name, value.map(textOf).join(',')]);
			return;
		}
		value.forEach((item, index) =>
			collect(listItemName(name, index, nesting), item, nesting, into),
		);
	} else {
		const members = value as Record<string, unknown>;
		for (const member of Object.keys(members)) {
			const nested = isDots(nesting) ? `${name}.${member}` : `${name}[${member}]`;
			collect(nested, members[member], nesting, into);
		}
	}
}

/** Flattens parameters behind earlier pairs; `undefined` is left out, other values become text. */
export function toPairs(parameters: object, nesting: Nesting, pairs: Pair[] = []): Pair[] {
	const values = parameters as Record<string, unknown>;
	// Entries would be a list for each parameter, for every request.
	for (const name of Object.keys(values)) collect(name, values[name], nesting, pairs);
	return pairs;
}

/** Reads `a=b&c` as a server does: `+` is a blank, a name without `=` has an empty value. */
export function parsePairs(query: string): Pair[] {
	if (query === '') return [];
	return query
		.split('&')
		.filter((part) => part !== '')
		.map((part) => {
			const text = part.replace(/\+/g, '%20');
			const end = text.indexOf('=');
			return end < 0
				? [percentDecode(text), '']
				: [percentDecode(text.slice(0, end)), percentDecode(text.slice(end + 1))];
		});
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const comparePairs = (a: Pair, b: Pair) => compare(a[0], b[0]) || compare(a[1], b[1]);

/** Up to this many pairs, putting each in its place costs less than the engine's own sort. */
const FEW = 24;

/**
 * Sorts pairs, in place, by decoded name, then by value, in code-unit order: the order all vendors' SDKs
 * sign in.
 */
export function sortPairs(pairs: Pair[]): Pair[] {
	if (pairs.length > FEW) return pairs.sort(comparePairs);
	for (let i = 1; i < pairs.length; i++) {
		const pair = pairs[i];
		let place = i;
		for (; place > 0 && comparePairs(pairs[place - 1], pair) > 0; place--) {
			pairs[place] = pairs[place - 1];
		}
		pairs[place] = pair;
	}
	return pairs;
}

/** `name=value&…`, both percent-encoded, in the given order. */
export function encodePairs(pairs: readonly Pair[]): string {
	let query = '';
	for (const pair of pairs) {
		query += `${query && '&'}${percentEncode(pair[0])}=${percentEncode(pair[1])}`;
	}
	return query;
}
