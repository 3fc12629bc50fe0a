/** How a name stands in each format: it comes from whoever named an instance, and may hold anything. */

const HTML: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Control characters and line breaks as spaces: a name stays on its line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

export const htmlText = (text: string): string =>
	oneLine(text).replace(/[&<>"']/g, (character) => HTML[character]);

/** What would call somebody: GitHub looks for it after it has taken the backslashes out (github/markup #1168). */
const MENTION = /(?<!\w)\\@/g;

/**
 * Markdown as n8n, GitHub, and most chats read it; in a table, `|` would end the cell. A text never stands at
 * the start of a line, so that lists and headings need no escape, addresses become no links, and names call nobody.
 */
export const markdownText = (text: string): string =>
	oneLine(text)
		.replace(/[\\`*_{}[\]<>|~&@]/g, (character) =>
			character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
		)
		.replace(MENTION, '@\u200b')
		.replace(/:\/\//g, ':\\/\\/')
		.replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`);

/** Slack's mrkdwn has no escape for its own signs: a zero-width space keeps them from pairing. */
export const slackText = (text: string): string =>
	oneLine(text)
		.replace(/[&<>]/g, (character) => HTML[character])
		.replace(/[*_~`|]/g, (character) => `${character}\u200b`);

/** A cell of CSV (RFC 4180); one that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvText(value: unknown): string {
	if (value === null || value === undefined) return '';
	const text = oneLine(String(value));
	const safe = typeof value === 'string' && /^[\s]*[=+\-@]/.test(text) ? `'${text}` : text;
	return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text cut to a length, characters. */
export const cutTo = (text: string, most: number): string =>
	text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1))}…`;
