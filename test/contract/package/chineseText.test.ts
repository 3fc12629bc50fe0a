/** The documents in Chinese are set as Chinese is, and so that Markdown shows what is meant. */
import { fencedCodeOf } from '../../support/documents/markdown';
import { pairs, readDocument, TERMS } from '../../support/documents/translations';

const documents = [...pairs.map(([, chinese]) => chinese), TERMS];

/** Lines of a document, as a reader sees them: of code, a letter; of a link, its text. */
function visibleIn(document: string): string[] {
	const text = fencedCodeOf(document).reduce((rest, code) => rest.replace(code, ''), document);
	return text.split('\n').map((line) =>
		line
			.replace(/`[^`]+`/g, 'x')
			.replace(/\]\([^)]*\)/g, ']')
			.replace(/<http[^>]*>/g, 'x'),
	);
}

const shown = (line: string) => line.replace(/\*\*|[[\]]|!(?=\[)|(?<!\w)_|_(?!\w)/g, '');

/** What Markdown takes for a pair of marks, and what is left if one of them is none: a letter is at its outside. */
const LABELS = /(?<=^|[\s\p{P}|])_[^_\s](?:[^_]*[^_\s])?_(?=$|[\s\p{P}|])/gu;
const unpaired = (line: string) => line.replace(LABELS, '');

/** A mark of bold with punctuation at its inside needs a space or punctuation at its outside. */
const BOLD =
	/(?:(?<=^|[\s\p{P}|])\*\*(?=\p{P})|\*\*(?=[^\s\p{P}]))(?:[^*]*?)(?:(?<=\p{P})\*\*(?=$|[\s\p{P}|])|(?<=[^\s\p{P}])\*\*)/gu;
const notBold = (line: string) => line.replace(BOLD, '');

/** What is wrong in a line, with what it is that is wrong. */
const RULES: Array<[rule: string, found: RegExp, seen: (line: string) => string]> = [
	[
		'no space between Chinese and Latin',
		/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u,
		shown,
	],
	['half-width punctuation after Chinese', /\p{Script=Han}\s?[,;:?!()]/u, shown],
	[
		'space beside full-width punctuation',
		/[^|]\s[，。；：！？、）”]|[，。；：！？、（“]\s+[^|\s]/u,
		shown,
	],
	['a space within Chinese', /\p{Script=Han} +\p{Script=Han}/u, shown],
	['bold that is none', /.{0,9}\*\*/u, notBold],
	['a label that is none', /\p{Script=Han}_|_\p{Script=Han}|(?<!\w)_|_(?!\w)/u, unpaired],
];

const wrongIn = (document: string) =>
	visibleIn(document).flatMap((line) =>
		RULES.flatMap(([rule, found, seen]) => {
			const match = found.exec(seen(line));
			return match ? [`${rule}: "${match[0]}" in ${line.trim().slice(0, 80)}`] : [];
		}),
	);

test.each(documents)('%s is set well', (path) => {
	expect(wrongIn(readDocument(path))).toEqual([]);
});

/** What a line begins with that goes on with nothing: an empty one, a heading, a list, a table, a mark, code. */
const BEGINS = /^(?:$|#|\s*(?:[-*]|\d+\.) |\||<|!|```)/;

test.each(documents)('%s has no break in a paragraph, which would be a space', (path) => {
	const lines = visibleIn(readDocument(path));
	const broken = lines.filter((line, at) => at > 0 && lines[at - 1] !== '' && !BEGINS.test(line));
	expect(broken).toEqual([]);
});

test.each([
	['开启Kafka 之后', 'no space'],
	['开启 Kafka之后', 'no space'],
	['完成, 然后', 'half-width'],
	['完成(全部)', 'half-width'],
	['完成 ，然后', 'space beside'],
	['完 成', 'a space within'],
	['**只发送一次。**如果', 'bold that is none'],
	['开启_Wait_ 后', 'a label that is none'],
])('%s is refused', (text, told) => expect(wrongIn(text).join('\n')).toContain(told));

test('what is set well is not refused', () => {
	const text =
		'**创建请求只发送一次**。开启 _Create If Absent_ 后，`ID` 为 10%（默认）：参见[触发器](a.md)。';
	expect(wrongIn(text)).toEqual([]);
});
