import { wordsOf } from './naming';

/** Names that may have been meant by one that is unknown. */

/** How much two lists of words have in common, from 0 to 1. */
export function likeness(a: string[], b: string[]): number {
	const [first, second] = [new Set(a), new Set(b)];
	if (first.size + second.size === 0) return 1;
	const common = [...first].filter((word) => second.has(word)).length;
	return (2 * common) / (first.size + second.size);
}

/** How many letters have to be typed, removed, or replaced to get from one text to the other. */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const replaced = row[j - 1] + Number(from[i - 1] !== to[j - 1]);
			next.push(Math.min(row[j] + 1, next[j - 1] + 1, replaced));
		}
		row = next;
	}
	return row[to.length];
}

/** How near two names are, from 0 to 1: by their words, or by their letters where one is mistyped. */
export function nearness(a: string, b: string): number {
	const letters = 1 - distance(a.toLowerCase(), b.toLowerCase()) / Math.max(a.length, b.length, 1);
	return Math.max(likeness(wordsOf(a), wordsOf(b)), letters);
}

/** How many names an error lists. */
const MOST_NEAR = 6;
/** Nearness from which on a name is worth a look. */
const NEAR = 0.4;

/**
 * The names that come nearest, the nearest first; none where nothing comes near.
 *
 * @param rate How near a name is, from 0 to 1
 * @param least Nearness from which on a name is listed
 */
export const nearestBy = (
	names: string[],
	rate: (name: string) => number,
	least = NEAR,
): string[] =>
	names
		.map((name) => ({ name, rating: rate(name) }))
		.filter(({ rating }) => rating >= least)
		.sort((a, b) => b.rating - a.rating)
		.slice(0, MOST_NEAR)
		.map(({ name }) => name);

/** The names that come nearest to one that is unknown. */
export const nearestTo = (wanted: string, names: string[]): string[] =>
	nearestBy(names, (name) => nearness(wanted, name));
