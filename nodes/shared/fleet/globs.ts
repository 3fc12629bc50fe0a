/**
 * A test for texts that fit a pattern, in which `*` stands for any characters and `?` for one. Case counts,
 * as it does for the clouds.
 */
export function glob(pattern: string): (text: string) => boolean {
	const parts = pattern.trim().replace(/\*+/g, '*');
	return (text) => fits(parts, text);
}

/** Goes back to the last `*` only, so that no pattern takes long. */
function fits(pattern: string, text: string): boolean {
	let at = 0;
	let next = 0;
	let star = -1;
	let mark = 0;
	while (at < text.length) {
		const wanted = pattern[next];
		if (wanted === '*') {
			star = next++;
			mark = at;
		} else if (next < pattern.length && (wanted === '?' || wanted === text[at])) {
			next++;
			at++;
		} else if (star >= 0) {
			next = star + 1;
			at = ++mark;
		} else return false;
	}
	while (pattern[next] === '*') next++;
	return next === pattern.length;
}

/** Whether a pattern fits every name, so that it narrows nothing down. */
export const fitsAll = (pattern: string): boolean => /^[*?\s]*$/.test(pattern);

/** Where a word of a name ends: before an upper-case letter that begins another one, as in `ordersProd` and `PRDOrders`. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** Characters that are no letters with an upper and a lower case: words of other scripts have no spaces between. */
const BETWEEN = /[^\p{Lu}\p{Ll}]+/u;

/**
 * The first of several words that a name holds as a whole word, whatever the case. `prd` is in `prd-1`,
 * `a_PRD2`, and `ordersPrd`, not in `prdx`. A word with other characters may stand anywhere.
 */
export const wordIn = (name: string, words: readonly string[]): string | undefined =>
	words.find((word) => {
		const wanted = word.trim().toLowerCase();
		if (wanted === '') return false;
		if (!/^\p{Ll}+$/u.test(wanted)) return name.toLowerCase().includes(wanted);
		const parts = [name, name.replace(HUMPS, ' ')].flatMap((one) =>
			one.toLowerCase().split(BETWEEN),
		);
		return parts.includes(wanted);
	});
