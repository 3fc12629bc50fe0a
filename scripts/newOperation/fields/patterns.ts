/** Regular expressions of the facts in words. */

const RANGES: Readonly<Record<string, string>> = {
	'A-Za-z': 'letters',
	'a-zA-Z': 'letters',
	'A-Z': 'uppercase letters',
	'a-z': 'lowercase letters',
	'0-9': 'digits',
	'\\d': 'digits',
};
const SIGNS: Readonly<Record<string, string>> = {
	'.': 'periods',
	'-': 'hyphens',
	_: 'underscores',
	' ': 'spaces',
	'/': 'slashes',
	':': 'colons',
	',': 'commas',
	'*': 'asterisks',
	'@': 'at signs',
};
/** The order in which texts list them. */
const ORDER = [...Object.values(RANGES), ...Object.values(SIGNS)];

/** `A-Za-z0-9_` -> letters, digits, underscores; `undefined` where a sign has no name. */
function classWords(inside: string): string[] | undefined {
	let rest = inside;
	const found = new Set<string>();
	while (rest !== '') {
		const range = Object.keys(RANGES).find((one) => rest.startsWith(one));
		if (range) {
			found.add(RANGES[range]);
			rest = rest.slice(range.length);
			continue;
		}
		const [, sign] = /^\\?([^A-Za-z0-9])/.exec(rest) ?? [];
		if (!sign || !SIGNS[sign]) return undefined;
		found.add(SIGNS[sign]);
		rest = rest.slice(rest.startsWith('\\') ? 2 : 1);
	}
	return [...found].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

/** "a, b, and c" */
export function listed(words: string[], conjunction = 'and'): string {
	if (words.length < 3) return words.join(` ${conjunction} `);
	return `${words.slice(0, -1).join(', ')}, ${conjunction} ${words.at(-1)}`;
}

const only = (words: string[]) => `can contain only ${listed(words)}`;

const article = (word: string) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word.replace(/s$/, '')}`;

/**
 * What a text has to look like, to be read after "It": "can contain only letters and digits".
 *
 * @returns `undefined` for what has no words
 */
export function patternWords(pattern: string): string | undefined {
	const [, digits] = /^\^(?:\\d|\[0-9\])\{(\d+)\}\$$/.exec(pattern) ?? [];
	if (digits) return `must be ${digits} digits`;
	const [, inside] = /^\^\[([^\]^]+)\](?:\+|\*|\{\d+,\d*\})\$$/.exec(pattern) ?? [];
	if (inside !== undefined) {
		const words = classWords(inside);
		return words && only(words);
	}
	const [, first, others] =
		/^\^\[([^\]^]+)\]\[([^\]^]+)\](?:\+|\*|\{\d+,\d*\})\$$/.exec(pattern) ?? [];
	if (first === undefined) return undefined;
	const [start, rest] = [classWords(first), classWords(others)];
	return start && rest && `must start with ${listed(start.map(article), 'or')} and ${only(rest)}`;
}

/** Largest number that is tried on a pattern. */
const LARGEST = 100_000;

/** The numbers that a pattern of digits lets through; `undefined` where it is not about numbers. */
export function numbersIn(pattern: string): [least: number, most: number] | undefined {
	const fits = (value: number | string) => new RegExp(pattern, 'u').test(String(value));
	if (fits('a') || fits('') || fits('a1') || !(fits(1) || fits(2))) return undefined;
	if (fits(LARGEST)) return [fits(-1) ? -Infinity : fits(0) ? 0 : 1, Infinity];
	const numbers = Array.from({ length: 10_001 }, (_, n) => n).filter(fits);
	const [least, most] = [numbers[0], numbers[numbers.length - 1]];
	const isWhole = numbers.length === most - least + 1 && most > least;
	return isWhole ? [least, most] : undefined;
}
