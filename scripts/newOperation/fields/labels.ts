import type { JsonSchema } from '../../../emulator/core/facts';
import { pluralOf, spelledOut, titled, wordsOf } from '../naming';
import { isType } from '../parameters';

/** Units as labels have them, by the words of the facts. */
const UNITS: Readonly<Record<string, string>> = {
	byte: 'Bytes',
	bytes: 'Bytes',
	day: 'Days',
	days: 'Days',
	gb: 'GB',
	hour: 'Hours',
	hours: 'Hours',
	kb: 'KB',
	mb: 'MB',
	'mb/s': 'MB/s',
	mbps: 'Mbps',
	milliseconds: 'Ms',
	minute: 'Minutes',
	minutes: 'Minutes',
	ms: 'Ms',
	percent: '%',
	s: 'Seconds',
	second: 'Seconds',
	seconds: 'Seconds',
	tb: 'TB',
};

const UNIT_WORDS = Object.keys(UNITS)
	.sort((a, b) => b.length - a.length)
	.join('|');

/** ", ms" or " in GB" where a fact of the description ends. */
const UNIT = new RegExp(
	`(?:,| in| \\(in) (${UNIT_WORDS})\\)?(?=$|[,;.:)]| (?:at|per|beyond|for)\\b)`,
	'i',
);

/** Words that only say that a number is one. */
const COUNTS: ReadonlySet<string> = new Set(['amount', 'cnt', 'count', 'num', 'number', 'numbers']);
/** Words that only say that a switch is one. */
const SWITCHES: ReadonlySet<string> = new Set(['enable', 'enabled', 'flag', 'is', 'switch']);

/** Words of a list that only say that it is one. */
const LISTS: ReadonlySet<string> = new Set(['array', 'list', 'set']);

/** Label and description of a parameter, the unit moved from the description to the label. */
export interface Labeled {
	label: string;
	description: string;
}

/** `retention_time`, "Message retention in hours." -> "Retention Time (Hours)", "Message retention" */
export function labelOf(wireName: string, schema: JsonSchema): Labeled {
	const text = String(schema.description ?? '').trim();
	const words = spelledOut(wordsOf(wireName));
	if (isType(schema, 'boolean'))
		return { label: titled(without(words, SWITCHES)), description: text };
	if (isType(schema, 'array')) {
		const rest = without(words, LISTS);
		return {
			label: titled(rest.length < words.length ? pluralOf(rest) : words),
			description: text,
		};
	}
	if (!isType(schema, 'integer') && !isType(schema, 'number')) {
		return { label: titled(words), description: text };
	}
	const plain = counted(words);
	const last = plain.at(-1) ?? '';
	if (plain.length > 1 && UNITS[last]) {
		return { label: `${titled(plain.slice(0, -1))} (${UNITS[last]})`, description: text };
	}
	const [first] = text.toLowerCase().split(' ');
	if (/s$/.test(first) && UNITS[first]) {
		return { label: `${titled(plain)} (${UNITS[first]})`, description: text };
	}
	const [found = '', unit] = UNIT.exec(text) ?? [];
	// "Unix time in ms" names no length of time.
	if (!unit || /unix|epoch/i.test(text)) return { label: titled(plain), description: text };
	const description = text.replace(found, '').replace(/\s+([;,.])/g, '$1');
	return { label: `${titled(plain)} (${UNITS[unit.toLowerCase()]})`, description };
}

/** Without words that say nothing; a name that only consists of them stays. */
function without(words: string[], noise: ReadonlySet<string>): string[] {
	const rest = words.filter((word) => !noise.has(word));
	return rest.length > 0 ? rest : words;
}

/** `broker_num` -> brokers */
function counted(words: string[]): string[] {
	const rest = without(words, COUNTS);
	return rest.length < words.length && rest.at(-1) !== 'maximum' ? pluralOf(rest) : rest;
}
