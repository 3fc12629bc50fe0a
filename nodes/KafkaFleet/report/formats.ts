import type { IDataObject } from 'n8n-workflow';

import type { ReportContent, ReportLine } from './report';
import { csvText, cutTo, htmlText, markdownText, slackText } from './texts';

/** A report in each of the formats in which chats, mails, and tables take it. */

const COLUMNS: ReadonlyArray<readonly [keyof ReportLine, string]> = [
	['name', 'Name'],
	['cloud', 'Cloud'],
	['region', 'Region'],
	['state', 'State'],
	['age', 'Age'],
	['price', 'Price'],
	['owner', 'Owner'],
	['note', 'Note'],
];

/** Longest text that Telegram takes, characters. */
const LONGEST_TEXT = 4_096;

/** Slack's limits: blocks in a message, and characters in a block. */
const MOST_BLOCKS = 50;
const LONGEST_BLOCK = 3_000;

const head = ({ incomplete, title, facts }: ReportContent): string[] => [
	...(incomplete ? [incomplete] : []),
	title,
	...facts,
];

const andMore = (count: number): string[] => (count > 0 ? [`and ${count} more`] : []);

const plain = ({ name, cloud, region, state, age, price, owner, note }: ReportLine): string =>
	[
		`${name} (${cloud} ${region}): ${state}`,
		...[age, price, owner && `owner ${owner}`, note].filter(Boolean),
	]
		.join(', ')
		.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** As many lines as there is space for; the rest is counted. */
function within(most: number, first: string[], lines: string[], more: number): string {
	const fits = (count: number) =>
		[...first, ...lines.slice(0, count), ...andMore(more + lines.length - count)].join('\n');
	let count = lines.length;
	while (count > 0 && fits(count).length > most) count--;
	return cutTo(fits(count), most);
}

function text(content: ReportContent): string {
	return within(LONGEST_TEXT, head(content), content.lines.map(plain), content.more);
}

function markdown(content: ReportContent): string {
	const { incomplete, title, facts, lines, more } = content;
	const cells = (texts: string[]) => `| ${texts.join(' | ')} |`;
	const table =
		lines.length === 0
			? []
			: [
					cells(COLUMNS.map(([, label]) => label)),
					cells(COLUMNS.map(() => '---')),
					...lines.map((line) => cells(COLUMNS.map(([name]) => markdownText(line[name])))),
					'',
				];
	return [
		...(incomplete ? [`**${markdownText(incomplete)}**`, ''] : []),
		`## ${markdownText(title)}`,
		'',
		...facts.map(markdownText),
		'',
		...table,
		...andMore(more),
	]
		.join('\n')
		.trim();
}

const CELL = ' style="border:1px solid #ccc;padding:4px 8px;text-align:left"';

function html(content: ReportContent): string {
	const { incomplete, title, facts, lines, more } = content;
	const row = (tag: string, texts: string[]) =>
		`<tr>${texts.map((one) => `<${tag}${CELL}>${htmlText(one)}</${tag}>`).join('')}</tr>`;
	const table = [
		'<table style="border-collapse:collapse">',
		row(
			'th',
			COLUMNS.map(([, label]) => label),
		),
		...lines.map((line) =>
			row(
				'td',
				COLUMNS.map(([name]) => line[name]),
			),
		),
		'</table>',
	];
	return [
		...(incomplete ? [`<p><strong>${htmlText(incomplete)}</strong></p>`] : []),
		`<h2>${htmlText(title)}</h2>`,
		...facts.map((fact) => `<p>${htmlText(fact)}</p>`),
		...(lines.length > 0 ? table : []),
		...andMore(more).map((rest) => `<p>${rest}</p>`),
	].join('\n');
}

const section = (words: string): IDataObject => ({
	type: 'section',
	text: { type: 'mrkdwn', text: words },
});

const slackLine = ({ name, cloud, region, state, age, price, owner, note }: ReportLine): string =>
	cutTo(
		[
			`*${slackText(name)}* (${slackText(cloud)} ${slackText(region)}): ${slackText(state)}`,
			...[age, price, owner && `owner ${owner}`, note].filter(Boolean).map(slackText),
		].join(', '),
		MOST_OF_LINE,
	);

/** Longest line of a block, characters. */
const MOST_OF_LINE = 600;

/** Blocks of whole lines; what has no space is counted in the last one. */
function slackBlocks(content: ReportContent): IDataObject[] {
	const { incomplete, title, facts, lines, more } = content;
	const first = [
		...(incomplete ? [section(cutTo(`*${slackText(incomplete)}*`, LONGEST_BLOCK))] : []),
		section(cutTo([`*${slackText(title)}*`, ...facts.map(slackText)].join('\n'), LONGEST_BLOCK)),
	];
	const texts: string[] = [];
	let placed = 0;
	for (const line of lines.map(slackLine)) {
		const last = texts.at(-1);
		const isFull = last === undefined || last.length + line.length + 1 > LONGEST_BLOCK;
		if (isFull && first.length + texts.length + 1 >= MOST_BLOCKS) break;
		if (isFull) texts.push(line);
		else texts[texts.length - 1] = `${last}\n${line}`;
		placed++;
	}
	const rest = andMore(more + lines.length - placed);
	return [...first, ...texts.map(section), ...rest.map(section)];
}

/** A table has no place above its header for what is missing: that is its first row. */
function csv({ incomplete, lines }: ReportContent): string {
	const columns = [...COLUMNS, ['key', 'Key'] as const];
	const rows = lines.map((line) => columns.map(([name]) => csvText(line[name])).join(','));
	const missing = incomplete ? [csvText(incomplete) + ','.repeat(columns.length - 1)] : [];
	return [columns.map(([, label]) => label).join(','), ...missing, ...rows].join('\r\n');
}

/** Formats by the member of the report's item. */
export const FORMATS: Readonly<Record<string, (content: ReportContent) => string | IDataObject[]>> =
	{ text, markdown, html, slackBlocks, csv };
