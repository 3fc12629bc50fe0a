import { sectionsOf, tablesOf } from './markdown';
import { readDocument, TERMS } from './translations';

/** The terms of the documents in Chinese, as their page has them. */

export const CLOUDS = ['华为云', '阿里云', '腾讯云'] as const;
export type CloudName = (typeof CLOUDS)[number];

/** Column of the words for documents and lines that are not about one cloud. */
const NEUTRAL = '通用';

export interface Term {
	english: string;
	/** The words for it, the preferred one first: of each cloud, and where it is not about one. */
	words: Record<CloudName | typeof NEUTRAL, string[]>;
	/** Words that no document uses. */
	not: string[];
	/** Numbers of sources. */
	sources: string[];
}

export interface Source {
	number: string;
	/** Of a page, or of a file below `test/support/sdks/node_modules`. */
	address: string;
}

const unique = (texts: string[]) => [...new Set(texts)];

const wordsOf = (cell: string) => cell.split('、').map((word) => word.trim());

const rowsOf = (table: string[][]): Array<Record<string, string>> => {
	const [header, ...rows] = table;
	return rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell])));
};

function termOf(row: Record<string, string>): Term {
	const of = (column: string) => wordsOf(row[column] ?? row['中文']);
	return {
		english: row.English,
		words: Object.fromEntries([...CLOUDS, NEUTRAL].map((one) => [one, of(one)])) as Term['words'],
		not: wordsOf(row['不用']),
		sources: wordsOf(row['来源']),
	};
}

const tables = sectionsOf(readDocument(TERMS)).flatMap(({ text }) => tablesOf(text));
const rows = tables.flatMap(rowsOf);

/** Each cell of the page, to find one that nobody filled in. */
export const cells: string[] = tables.flat(2);

export const terms: Term[] = rows.filter(({ English }) => English).map(termOf);

export const sources: Source[] = rows
	.filter((row) => row['编号'])
	.map((row) => ({ number: row['编号'], address: row['地址'].replace(/^[<`]|[>`]$/g, '') }));

/** A line of a document. */
export interface Line {
	text: string;
	/** What its headings are about; no cloud if they are about all of them. */
	clouds: CloudName[];
	/** What it names itself. */
	mentioned: CloudName[];
}

/** Words that contain one of a cloud, and are none: a proxy is no broker. */
const OTHERWISE = ['代理服务器'];

const ENGLISH: Record<CloudName, RegExp> = {
	华为云: /Huawei/,
	阿里云: /Alibaba/,
	腾讯云: /Tencent/,
};

const named = (text: string) =>
	CLOUDS.filter((cloud) => text.includes(cloud) || ENGLISH[cloud].test(text));

/** What is no Chinese of ours: code, labels of the editor, and addresses. */
const prose = (text: string) =>
	text
		.replace(/`[^`]+`/g, ' ')
		.replace(/(?<!\w)_[^_]+_(?!\w)/g, ' ')
		.replace(/\]\([^)]*\)/g, ']');

/** @returns The lines of a document in Chinese */
export function linesOf(document: string): Line[] {
	const above: CloudName[][] = [];
	return sectionsOf(document).flatMap(({ level, heading, text }) => {
		above.length = level;
		above[level] = named(heading);
		const clouds = above.flat();
		return [heading, ...text.split('\n')]
			.filter((line) => line.trim() !== '')
			.map((line) => ({ text: prose(line), clouds, mentioned: named(line) }));
	});
}

const without = (text: string, words: string[]) =>
	[...words]
		.sort((a, b) => b.length - a.length)
		.reduce((rest, word) => rest.replaceAll(word, ' '), text);

/** Whose words a line may use: those of its headings, or else those for all, and of the clouds that it names. */
const columnsOf = ({ clouds, mentioned }: Line): Array<CloudName | typeof NEUTRAL> =>
	clouds.length > 0 ? clouds : [NEUTRAL, ...mentioned];

const isChinese = (word: string) => /\p{Script=Han}/u.test(word);

/** @returns The words of a line that are not those of the table, each with what to write instead */
export function foreignWordsIn(line: Line): string[] {
	const columns = columnsOf(line);
	const allowed = terms.flatMap(({ words }) => columns.flatMap((column) => words[column]));
	const ours = without(line.text, [...allowed, ...OTHERWISE]);
	return terms.flatMap(({ words, not }) => {
		const ofOthers = CLOUDS.flatMap((cloud) => words[cloud]).filter(isChinese);
		const instead = columns.map((column) => words[column][0]);
		return [
			...not.filter((word) => line.text.includes(word)),
			...unique(ofOthers).filter((word) => ours.includes(word)),
		].map((word) => `"${word}", write "${unique(instead).join(' / ')}": ${line.text.trim()}`);
	});
}
