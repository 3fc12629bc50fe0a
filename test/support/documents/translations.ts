import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { anchorOf, sectionsOf } from './markdown';

/** The documents that are there in Chinese as well. */

export const root = join(__dirname, '../../..');

const PAGES = ['huawei', 'alibaba', 'tencent', 'fleet', 'triggers', 'waiting', 'troubleshooting'];

/** English document -> the same in Chinese. */
export const TRANSLATIONS: Readonly<Record<string, string>> = {
	'README.md': 'README.zh-CN.md',
	...Object.fromEntries(PAGES.map((page) => [`docs/${page}.md`, `docs/zh-CN/${page}.md`])),
};

export const pairs: Array<[english: string, chinese: string]> = Object.entries(TRANSLATIONS);

/** The table of terms, which is there in Chinese alone. */
export const TERMS = 'docs/zh-CN/terms.md';

export const readDocument = (path: string): string => readFileSync(join(root, path), 'utf8');

/** @returns The link from one document to another, as Markdown has it */
export const linkBetween = (from: string, to: string): string => relative(dirname(from), to);

/** @returns The line at the top of an English document that leads to the Chinese one */
export const toChinese = (english: string): string =>
	`English | [简体中文](${linkBetween(english, TRANSLATIONS[english])})`;

/** @returns The line at the top of the Chinese document that leads back */
export const toEnglish = (english: string): string =>
	`[English](${linkBetween(TRANSLATIONS[english], english)}) | 简体中文`;

/**
 * Where a link leads, in words that both languages share: the English document of a pair, and the number of
 * the heading in it.
 *
 * @param from The document that has the link
 */
export function meaningOf(target: string, from: string): string {
	if (/^https?:/.test(target)) return target;
	const [path, anchor] = target.split('#');
	const file = path ? join(dirname(from), path) : from;
	const [english, chinese] = pairs.find((pair) => pair.includes(file)) ?? [file, ''];
	// A reader of Chinese is led to Chinese wherever there is any.
	const strayed = file === english && chinese && Object.values(TRANSLATIONS).includes(from);
	const place = strayed ? `${english} in English` : english;
	if (!anchor) return place;
	const at = sectionsOf(readDocument(file)).findIndex(
		({ heading }) => anchorOf(heading) === anchor,
	);
	return `${place}, heading ${at}`;
}
