import type { IDataObject } from 'n8n-workflow';

import type { ReportContent, ReportLine } from './content';
import { csvText, cutTo, htmlText, markdownText, oneLine, slackText } from './texts';

/** A report in each of the formats in which chats, mails, and tables take it. */

/** A column: heading, what stands in a cell, and whether it is a number. */
type Column = readonly [heading: string, cell: (line: ReportLine) => string, kind?: 'number'];

/** Columns of the tables that people read. */
const COLUMNS: readonly Column[] = [
	['Name', ({ name }) => name],
	['Cloud', ({ cloud }) => cloud],
	['Region', ({ region }) => region],
	['State', ({ state }) => state],
	['Age (Days)', ({ days }) => days, 'number'],
	['Price per Month', ({ price, currency }) => `${price} ${currency}`.trim(), 'number'],
	['Owner', ({ owner }) => owner],
	['Note', ({ note }) => note],
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

/** What is known of an instance beside its name and place. */
const details = ({ days, price, currency, owner, note }: ReportLine): string[] =>
	[
		days && `${days} ${days === '1' ? 'day' : 'days'} old`,
		price && `${price} ${currency} a month`,
		owner && `owner ${owner}`,
		note,
	].filter(Boolean);

const plain = (line: ReportLine): string =>
	oneLine(
		[`- ${line.name} (${line.cloud} ${line.region}): ${line.state}`, ...details(line)].join(', '),
	);

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
					cells(COLUMNS.map(([label]) => label)),
					cells(COLUMNS.map(([, , kind]) => (kind === 'number' ? '---:' : '---'))),
					...lines.map((line) => cells(COLUMNS.map(([, cell]) => markdownText(cell(line))))),
					'',
				];
	return [
		...(incomplete ? [`**${markdownText(incomplete)}**`, ''] : []),
		`## ${markdownText(title)}`,
		'',
		...facts.map((fact) => `- ${markdownText(fact)}`),
		'',
		...table,
		...andMore(more),
	]
		.join('\n')
		.trim();
}

// Mails keep only styles that stand at their element.
const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:14px';
const CELL = 'border:1px solid #d0d5dd;padding:4px 8px;vertical-align:top';

function html(content: ReportContent): string {
	const { incomplete, title, facts, lines, more } = content;
	const cell = (tag: string, index: number, words: string, extra: string) => {
		const [, , kind] = COLUMNS[index];
		const align = kind === 'number' ? 'right' : 'left';
		// The note is the one column that may take several lines, beside a long name.
		const wraps = index === 0 || index === COLUMNS.length - 1 ? '' : ';white-space:nowrap';
		return `<${tag} style="${CELL};text-align:${align}${wraps}${extra}">${htmlText(words)}</${tag}>`;
	};
	const row = (tag: string, texts: string[], extra: string) =>
		`<tr>${texts.map((words, index) => cell(tag, index, words, extra)).join('')}</tr>`;
	const table = [
		`<table style="border-collapse:collapse;${FONT}">`,
		row(
			'th',
			COLUMNS.map(([label]) => label),
			';background:#f2f4f7',
		),
		...lines.map((line) =>
			row(
				'td',
				COLUMNS.map(([, text]) => text(line)),
				line.due ? ';background:#fff6e0' : '',
			),
		),
		'</table>',
	];
	const paragraph = (words: string) => `<p style="${FONT};margin:4px 0">${words}</p>`;
	return [
		...(incomplete ? [paragraph(`<strong>${htmlText(incomplete)}</strong>`)] : []),
		`<h2 style="${FONT};font-size:20px">${htmlText(title)}</h2>`,
		...facts.map((fact) => paragraph(htmlText(fact))),
		...(lines.length > 0 ? ['<br>', ...table] : []),
		...andMore(more).map(paragraph),
	].join('\n');
}

const section = (words: string): IDataObject => ({
	type: 'section',
	text: { type: 'mrkdwn', text: words },
});

const slackLine = (line: ReportLine): string =>
	cutTo(
		[
			`• *${slackText(line.name)}* (${slackText(line.cloud)} ${slackText(line.region)}): ${slackText(line.state)}`,
			...details(line).map(slackText),
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

/** Columns of the table that a spreadsheet reads: numbers without their unit, the account, and the key. */
const CSV_COLUMNS: readonly Column[] = [
	...COLUMNS.slice(0, 5),
	['Price per Month', ({ price }) => price.replaceAll(',', '')],
	['Currency', ({ currency }) => currency],
	...COLUMNS.slice(6),
	['Account', ({ account }) => account],
	['Key', ({ key }) => key],
];

/** A table has no place above its header for what is missing: that is its first row. */
function csv({ incomplete, lines }: ReportContent): string {
	const rows = lines.map((line) => CSV_COLUMNS.map(([, cell]) => csvText(cell(line))).join(','));
	const missing = incomplete ? [csvText(incomplete) + ','.repeat(CSV_COLUMNS.length - 1)] : [];
	return [CSV_COLUMNS.map(([label]) => label).join(','), ...missing, ...rows].join('\r\n');
}

/** Formats by the member of the report's item. */
export const FORMATS: Readonly<Record<string, (content: ReportContent) => string | IDataObject[]>> =
	{ text, markdown, html, slackBlocks, csv };
