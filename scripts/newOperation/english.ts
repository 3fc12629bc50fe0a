/** Texts of the facts in the style of the project's forms. */

/** Words of the facts, and what the forms say instead. */
const GLOSSARY: ReadonlyArray<readonly [RegExp, string]> = [
	[/\be\.g\.,?/g, 'for example'],
	[/\bi\.e\.,?/g, 'that is,'],
	[/\bId\b/g, 'ID'],
	[/\bIds\b/gi, 'IDs'],
	[/\bid of\b/g, 'ID of'],
	[/\bLargest\b/g, 'Maximum'],
	[/\blargest\b/g, 'maximum'],
	[/\bSmallest\b/g, 'Minimum'],
	[/\bsmallest\b/g, 'minimum'],
	[/\bSeveral\b/g, 'Multiple'],
	[/\bseveral\b/g, 'multiple'],
	[/\bfor good\b/g, 'permanently'],
	[/\bat once\b/g, 'immediately'],
	[/\b(Needed|Mandatory) (when|if|with|for|unless)\b/g, 'Required $2'],
	[/\b(needed|mandatory) (when|if|with|for|unless)\b/g, 'required $2'],
	[/\bswitched (on|off)\b/g, 'turned $1'],
	[/\bswitching (on|off)\b/g, 'turning $1'],
	[/\bcomma separated\b/g, 'comma-separated'],
	[/;?\s*\bsee _\w+\.json/g, ''],
	[/\bthe vendor's\b/g, "the service's"],
	[/\bthe vendor\b/g, 'the service'],
	[/\bper cent\b/g, 'percent'],
	[/\bsee (?:the )?(?:notes|note|above|below)\b[^;.]*/gi, ''],
];

/** Longest description, characters. */
const LONGEST = 240;

const lowerFirst = (text: string) =>
	/^[A-Z]([a-z]*(?![A-Za-z0-9_])|\s)/.test(text)
		? text.charAt(0).toLowerCase() + text.slice(1)
		: text;
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Sentences without their periods; a period inside of a number or a name ends none. */
const sentencesOf = (text: string) =>
	text
		.split(/\.(?:\s+(?=[A-Z0-9'"])|\s*$)/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '' && !/^(a secret|mind the )/i.test(sentence));

/**
 * A description of the facts as a form has it: two facts joined by a semicolon and without a period,
 * more of them as sentences.
 */
export function described(text: string): string {
	const plain = GLOSSARY.reduce((one, [words, other]) => one.replace(words, other), text)
		.replace(/\s+([;,.])/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
	const sentences = sentencesOf(plain).map(upperFirst);
	while (sentences.join('. ').length > LONGEST && sentences.length > 1) sentences.pop();
	if (sentences.length > 2) return `${sentences.join('. ')}.`;
	return sentences.map((sentence, i) => (i > 0 ? lowerFirst(sentence) : sentence)).join('; ');
}

/** Verbs that begin what a switch does. */
const VERBS: ReadonlySet<string> = new Set([
	...['add', 'allow', 'apply', 'collect', 'create', 'delete', 'disable', 'enable', 'encrypt'],
	...['flush', 'force', 'hide', 'ignore', 'include', 'keep', 'let', 'list', 'log', 'only', 'open'],
	...['overwrite', 'permit', 'release', 'remove', 'renew', 'replicate', 'restart', 'return'],
	...['run', 'send', 'show', 'skip', 'start', 'stop', 'turn', 'use', 'wait'],
]);

const baseForm = (verb: string) => verb.replace(/(sh|ch|ss|x)es$/, '$1').replace(/([^s])s$/, '$1');

/**
 * The description of a switch, which says "Whether".
 *
 * @returns `undefined` where the words of the facts cannot be turned around
 */
export function whether(text: string): string | undefined {
	const sentences = described(text.replace(/:?\s*\(?[01] (on|off|no|yes)[^.;]*\)?/i, ''))
		.split('; ')
		.filter((part) => !/^(default|true|false)\b.*(is|:) (true|false)/i.test(part));
	const [first = '', ...rest] = sentences;
	const said = whetherOf(first.replace(/\.$/, ''));
	return said && [said, ...rest].join('; ');
}

function whetherOf(sentence: string): string | undefined {
	if (/^whether /i.test(sentence)) return upperFirst(sentence);
	const plain = sentence.replace(/,? (and |or )?false\b.*$/i, '');
	const [, condition] = /^true (?:if|when|means that|means) (.+)$/i.exec(plain) ?? [];
	if (condition) return `Whether ${condition}`;
	const [, purpose] = /^(?:true )?to (.+)$/i.exec(plain) ?? [];
	if (purpose) return `Whether to ${purpose}`;
	const [, does, object] = /^true(?: =)? (\w+s) (.+)$/i.exec(plain) ?? [];
	if (does) return `Whether to ${baseForm(does)} ${object}`;
	const [verb] = plain.toLowerCase().split(' ');
	return VERBS.has(verb) ? `Whether to ${lowerFirst(plain)}` : undefined;
}

const READING = /^(List|Show|Query|Describe|Read|Fetch|Retrieve|Look up|View)\b/;

/** The title of the facts as the description of an operation: "List the topics" -> "Get the topics" */
export const operationDescription = (title: string): string =>
	described(title.replace(READING, 'Get'));

/** The same as the beginning of a comment: "Lists the topics" */
export function thirdPerson(title: string): string {
	const [verb = '', ...rest] = described(title).split(' ');
	const ending = /(s|x|z|ch|sh|o)$/.test(verb) ? 'es' : 's';
	const changed = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}${ending}`;
	return [changed, ...rest].join(' ');
}

/** Verbs whose participle does not end in "ed". */
const PARTICIPLES: Readonly<Record<string, string>> = {
	reset: 'reset',
	run: 'run',
	send: 'sent',
	set: 'set',
	stop: 'stopped',
};

/** What a write has done: `restore` -> `restored` */
export function participle(verb: string): string {
	if (PARTICIPLES[verb]) return PARTICIPLES[verb];
	if (verb.endsWith('e')) return `${verb}d`;
	return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}
