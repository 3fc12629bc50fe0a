/** What can be counted and compared in a document, whatever its language. */

/** A heading with what follows it, up to the next one. */
export interface Section {
	/** 1 for `#`; 0 for what comes before the first heading. */
	level: number;
	heading: string;
	/** The lines below the heading. */
	text: string;
}

/** Code of several lines, so that what looks like markup in it is none. */
const FENCED = /^```[^\n]*\n([\s\S]*?)^```/gm;

/** Around the number of a block, where its code was: a character that no document has. */
const MARK = '\uE000';
const MARKED = /\uE000(\d+)\uE000/g;

/** @returns The sections of a document, in its order; one without text above its first heading has none for it */
export function sectionsOf(document: string): Section[] {
	const blocks: string[] = [];
	const text = document.replace(FENCED, (block) => `${MARK}${blocks.push(block) - 1}${MARK}`);
	const back = (part: string) => part.replace(MARKED, (_, at) => blocks[Number(at)]);
	const [above, ...rest] = text.split(/^(?=#+ )/m);
	const first = /^#+ /.test(above) ? [above] : [];
	const preface = first.length > 0 || above.trim() === '' ? [] : [above];
	return [
		...preface.map((lines) => ({ level: 0, heading: '', text: back(lines) })),
		...[...first, ...rest].map((part) => {
			const [, marks, heading] = /^(#+) (.*)/.exec(part) ?? [];
			return { level: marks.length, heading, text: back(part.slice(part.indexOf('\n') + 1)) };
		}),
	];
}

/** @returns The text of the cells of each row, of each table, without the rule below the header */
export const tablesOf = (text: string): string[][][] =>
	[...text.matchAll(/(?:^\|.*(?:\n|$))+/gm)].map(([table]) =>
		table
			.trim()
			.split('\n')
			.filter((_, at) => at !== 1)
			.map((row) =>
				row
					.trim()
					.slice(1, -1)
					.split(/(?<!\\)\|/)
					.map((cell) => cell.trim()),
			),
	);

export const fencedCodeOf = (text: string): string[] =>
	[...text.matchAll(FENCED)].map(([, code]) => code);

/** As one line, without code of several lines. */
const flow = (text: string) => text.replace(FENCED, '').replace(/\s*\n\s*/g, ' ');

export const inlineCodeOf = (text: string): string[] =>
	[...flow(text).matchAll(/`([^`]+)`/g)].map(([, code]) => code);

const withoutCode = (text: string) => flow(text).replace(/`[^`]+`/g, '');

/** @returns The texts in italics: in these documents, the labels of the editor */
export const italicsOf = (text: string): string[] =>
	[...withoutCode(text).matchAll(/(?<!\w)_([^_]+)_(?!\w)/g)].map(([, label]) => label);

export const boldOf = (text: string): string[] =>
	[...withoutCode(text).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label);

/** @returns Where links lead, and where images are */
export const targetsOf = (text: string): string[] =>
	[...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);

export const imagesOf = (text: string): string[] =>
	[...withoutCode(text).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target]) => target);

/** @returns How many entries the lists have, of any kind and depth */
export const listEntriesOf = (text: string): number =>
	[...text.replace(FENCED, '').matchAll(/^\s*(?:[-*]|\d+\.) /gm)].length;

/** The way GitHub names a heading. */
export const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replaceAll(' ', '-');
