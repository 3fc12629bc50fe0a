import { titled, wordsOf } from '../naming';

/** Most words that the name of a choice may take over from a description. */
const MOST_WORDS = 5;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * What a description says of a value: "0 urgent, 1 important" or "at = once". Words need a sign
 * between, as they would be found in any sentence.
 */
function meaningIn(text: string, value: unknown): RegExpExecArray | null {
	const sign = typeof value === 'number' ? '(?:\\s*[=:]\\s*|\\s+)' : '\\s*(?:=|:)\\s*';
	const before = '(^|[\\s,;:(])"?';
	return new RegExp(`${before}${escaped(String(value))}"?${sign}([A-Za-z][^,;.()]*)`).exec(text);
}

/** Words for the two positions of a switch. */
const POSITIONS = /^(on|off|yes|no|true|false|enabled?|disabled?|open|closed?|(do )?not\b.*)$/i;

/** Whether a description gives 0 and 1 no other names than those of a switch. */
export const isSwitch = (description: string): boolean =>
	[0, 1]
		.map((value) => meaningIn(description, value)?.[2].trim())
		.every((meaning) => meaning === undefined || POSITIONS.test(meaning));

/** The names of a choice's values. */
export interface Choices {
	/** Wire value -> name, in the order shown. */
	values: Record<string, string>;
	/** Values whose name somebody has to write. */
	unclear: string[];
	/** What the description says besides, where it lists the values. */
	rest?: string;
}

/** Drop-downs with so many entries are sorted. */
const SORTED_FROM = 5;

const byName = ([, a]: [string, string], [, b]: [string, string]) => (a < b ? -1 : Number(a > b));

/**
 * Names the values of a choice: as the node does elsewhere, as the description says, or by the value.
 *
 * @param known Names that the node has for the same parameter
 */
export function choiceNames(
	given: unknown[],
	description: string,
	known: Record<string, string> = {},
): Choices {
	const wanted = given.filter((value) => value !== '');
	const unclear: string[] = given.length > wanted.length ? ['the empty text'] : [];
	const meanings = wanted.map((value) => meaningIn(description, value));
	const isListed = wanted.length > 0 && meanings.every((one) => one !== null && isShort(one[2]));
	const named = wanted.map((value, i): [string, string] => {
		const text = String(value);
		if (known[text]) return [text, known[text]];
		if (isListed) return [text, titled(wordsIn(meanings[i]?.[2] ?? ''))];
		if (typeof value === 'number') {
			unclear.push(text);
			return [text, `Value ${text}`];
		}
		return [text, /^[A-Za-z_ ,-]+$/.test(text) ? titled(wordsOf(text)) : upperFirst(text)];
	});
	const names = new Set(named.map(([, name]) => name));
	if (names.size < named.length) named.forEach((one) => (one[1] = one[0]));
	const shown = named.length >= SORTED_FROM ? [...named].sort(byName) : named;
	const from = Math.min(...meanings.map((one) => one?.index ?? 0));
	return {
		values: Object.fromEntries(shown),
		unclear,
		...(isListed && { rest: description.slice(0, from).replace(/[\s:;,(]+$/, '') }),
	};
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const wordsIn = (text: string) => text.trim().split(/\s+/);
const isShort = (text: string) => wordsIn(text).length <= MOST_WORDS;
