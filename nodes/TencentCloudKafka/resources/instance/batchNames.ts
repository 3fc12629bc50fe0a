import type { IDataObject } from 'n8n-workflow';

/**
 * What the instances of an order are called. Document 597/41581: a batch of "ckafka" is ckafka1, ckafka2, ...,
 * and "ckafka{R:3}" is ckafka3, ckafka4, ...; a name may have several such patterns.
 */

/** Stands for a number that grows by one with each instance of a batch, from the one that it holds. */
const PATTERN = /\{R:(\d+)\}/g;

/** What else was seen or guessed between a name and the number of an instance in a batch. */
const ENDING = /^[-_]?\d+$/;

/** Whether the service makes other names of a name, even for a single instance. */
export const hasPattern = (name: string): boolean => name.search(PATTERN) >= 0;

/** Names of the instances that an order of so many creates. */
export function namesOf(name: string, count: number): string[] {
	const numbers = Array.from({ length: count }, (_, at) => at);
	if (hasPattern(name)) {
		const made = numbers.map((at) =>
			name.replace(PATTERN, (_, first: string) => String(Number(first) + at)),
		);
		// Whether a single one is numbered too is not documented.
		return count === 1 ? [name, ...made] : made;
	}
	return count === 1 ? [name] : numbers.map((at) => `${name}${at + 1}`);
}

const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);

/**
 * Whether a text has these parts with a number between each two. Made into one regular expression, a name of many
 * patterns would keep n8n busy for years.
 */
function hasNumbersBetween([first, ...rest]: string[], text: string): boolean {
	if (!text.startsWith(first)) return false;
	/** Where the next part may begin, and the number before it. */
	let ends = new Set([first.length]);
	for (const part of rest) {
		const next = new Set<number>();
		for (const end of ends) {
			for (let at = end; isDigit(text[at]); at++) {
				if (text.startsWith(part, at + 1)) next.add(at + 1 + part.length);
			}
		}
		ends = next;
	}
	return ends.has(text.length);
}

/** Whether an instance may come from an order of a name: more than {@link namesOf}, for what is to be told. */
export function mayBeNamed(found: string, name: string, count: number): boolean {
	if (found === name) return true;
	if (hasPattern(name)) return hasNumbersBetween(name.split(/\{R:\d+\}/), found);
	return count > 1 && found.startsWith(name) && ENDING.test(found.slice(name.length));
}

/** The filter of a list that leaves such instances in: a search word is a part of a name. */
export function searching(name: string): IDataObject {
	const parts = name.split(/\{R:\d+\}/);
	const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
	return longest === '' ? {} : { SearchWord: longest };
}
