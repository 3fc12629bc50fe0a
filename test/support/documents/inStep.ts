import {
	boldOf,
	fencedCodeOf,
	imagesOf,
	inlineCodeOf,
	italicsOf,
	listEntriesOf,
	sectionsOf,
	tablesOf,
	targetsOf,
	type Section,
} from './markdown';
import { meaningOf, toChinese, toEnglish, TRANSLATIONS } from './translations';

/** Where a document and its translation say different things, as far as that can be counted. */

/** What is in italics though it is no label of the editor. */
const EMPHASIS = ['Retried'];

/** Names that the editor shows, which are the same in each language. */
const NAME =
	/^(?:(?:Huawei|Alibaba|Tencent) Cloud (?:C?Kafka|Access Key|Log Service)|Kafka Fleet)\b/;

const unique = (texts: string[]) => [...new Set(texts)].sort();

const sizeOf = (table: string[][]) => `${table.length} rows of ${table[0].length} cells`;

/** What both languages have to have in a section, each as texts that can be compared. */
const PARTS: Record<string, (text: string, document: string) => string[]> = {
	tables: (text) => tablesOf(text).map(sizeOf),
	'lists of entries': (text) => [String(listEntriesOf(text))],
	'blocks of code': fencedCodeOf,
	images: (text, document) => imagesOf(text).map((image) => meaningOf(image, document)),
	links: (text, document) => unique(targetsOf(text).map((target) => meaningOf(target, document))),
	'texts in code': (text) => unique(inlineCodeOf(text)),
	'labels in italics': (text) =>
		unique(italicsOf(text).filter((label) => !EMPHASIS.includes(label))),
	'names in bold': (text) => unique(boldOf(text).filter((name) => NAME.test(name))),
};

const without = (texts: string[], others: string[]) =>
	texts.filter((text) => !others.includes(text)).join(' | ') || 'another order';

/** @returns A sentence for each part of a section that differs */
function inSection(
	[one, other]: [Section, Section],
	[english, chinese]: [string, string],
): string[] {
	return Object.entries(PARTS).flatMap(([part, of]) => {
		const [here, there] = [of(one.text, english), of(other.text, chinese)];
		if (here.join('\n') === there.join('\n')) return [];
		return [
			`${part} below "${one.heading}" (${other.heading}): ` +
				`${english} has ${without(here, there)}; ${chinese} has ${without(there, here)}`,
		];
	});
}

const marked = (section: Section | undefined) =>
	section ? `"${'#'.repeat(section.level)} ${section.heading}"` : 'nothing';

/** @returns Why the headings of both are not in step: the first one that has no counterpart */
function inHeadings(
	one: Section[],
	other: Section[],
	[english, chinese]: [string, string],
): string[] {
	const longest = one.length > other.length ? one : other;
	const at = longest.findIndex((_, index) => one[index]?.level !== other[index]?.level);
	if (at < 0) return [];
	return [`heading ${at}: ${english} has ${marked(one[at])}, ${chinese} has ${marked(other[at])}`];
}

/**
 * @param english Path of the English document of a pair
 * @param texts What both documents contain
 * @returns A sentence for each difference, none if both are in step
 */
export function outOfStep(english: string, texts: { english: string; chinese: string }): string[] {
	const paths: [string, string] = [english, TRANSLATIONS[english]];
	const one = sectionsOf(texts.english.replace(toChinese(english), ''));
	const other = sectionsOf(texts.chinese.replace(toEnglish(english), ''));
	const headings = inHeadings(one, other, paths);
	if (headings.length > 0) return headings;
	return one.flatMap((section, at) => inSection([section, other[at]], paths));
}
