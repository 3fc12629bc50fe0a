import { BadInput } from '../../contract/badInput';
import type { Field } from '../../contract/field';
import type { Common, Shape } from './base';
import { field } from './base';

/** What a text has to be like. */
export interface TextRules {
	/** Fewest and most characters. */
	length?: readonly [number, number];
	/** What the text has to look like, and how to say so: [/^[a-z]+$/, 'can contain only lowercase letters']. */
	pattern?: readonly [RegExp, string];
}

/** @throws {BadInput} */
export function checkedText(label: string, value: unknown, { length, pattern }: TextRules): string {
	if (typeof value === 'object') {
		throw new BadInput(label, 'is not text', 'Enter a single text value, not a list or an object.');
	}
	const text = String(value);
	if (length && (text.length < length[0] || text.length > length[1])) {
		throw new BadInput(
			label,
			`has ${text.length} characters`,
			`Enter ${length[0]} to ${length[1]} characters.`,
		);
	}
	if (pattern && !pattern[0].test(text)) {
		throw new BadInput(label, 'has an invalid format', `It ${pattern[1]}.`);
	}
	return text;
}

interface TextOptions extends Common, TextRules {
	default?: string;
	/** Sends an empty text too, where that means something (it clears a description). */
	sendBlank?: boolean;
	rows?: number;
	loadOptions?: string;
}

/** A text. */
export function text(wireName: string, displayName: string, options: TextOptions = {}): Field {
	const shape: Shape = { type: 'string', default: options.default ?? '' };
	if (options.rows) shape.typeOptions = { rows: options.rows };
	const built = field(wireName, displayName, options, shape, (value) =>
		checkedText(displayName, value, options),
	);
	if (!options.sendBlank) return built;
	return { ...built, serialize: (value) => (value === '' ? '' : built.serialize(value)) };
}

/** A text that n8n masks and that never shows up in an output or an error. */
export function secret(wireName: string, displayName: string, options: TextOptions = {}): Field {
	return field(
		wireName,
		displayName,
		options,
		{ type: 'string', default: '', typeOptions: { password: true } },
		(value) => checkedText(displayName, value, options),
	);
}

interface IntegerOptions extends Common {
	/** Smallest and largest value, both allowed; infinite for none. */
	range?: readonly [number, number];
	default?: number;
	/** The API wants the digits as text. */
	asText?: boolean;
}

function within([least, most]: readonly [number, number]): string {
	if (least === -Infinity) return `of ${most} or less`;
	return most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`;
}

/** JavaScript reads 1000 in "1e3" and 16 in "0x10", which nobody writes who means a number of gigabytes. */
const ofDigits = (text: string): number => (/^[-+]?\d+(\.0+)?$/.test(text) ? Number(text) : NaN);

/** @throws {BadInput} */
export function checkedInteger(
	label: string,
	value: unknown,
	range?: readonly [number, number],
): number {
	const number = typeof value === 'string' ? ofDigits(value.trim()) : value;
	if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
		throw new BadInput(label, 'is not a whole number', 'Enter digits only, without a unit.');
	}
	if (range && (number < range[0] || number > range[1])) {
		throw new BadInput(label, `is ${number}`, `Enter a number ${within(range)}.`);
	}
	return number;
}

/** Largest number of 64 bits: more than a number of JavaScript holds exactly. */
const MOST = 2n ** 63n - 1n;

/** Digits of a number that only a text holds exactly. */
const isLong = (value: unknown): value is string =>
	typeof value === 'string' &&
	/^\s*\d{16,19}\s*$/.test(value) &&
	BigInt(value) > BigInt(Number.MAX_SAFE_INTEGER) &&
	BigInt(value) <= MOST;

/** A whole number; digits in a text, as expressions give them, count as one. */
export function integer(
	wireName: string,
	displayName: string,
	options: IntegerOptions = {},
): Field {
	const { range, asText } = options;
	const shape: Shape = { type: 'number', default: options.default ?? range?.[0] ?? 0 };
	if (range) {
		const [minValue, maxValue] = range;
		shape.typeOptions = {
			...(minValue !== -Infinity && { minValue }),
			...(maxValue !== Infinity && { maxValue }),
		};
	}
	const isUnbounded = range !== undefined && range[1] >= Number.MAX_SAFE_INTEGER;
	return field(wireName, displayName, options, shape, (value) => {
		if (asText && isUnbounded && isLong(value)) return value.trim();
		const number = checkedInteger(displayName, value, range);
		return asText ? String(number) : number;
	});
}

/** Reads yes and no the way expressions give them. */
function toBoolean(label: string, value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw new BadInput(label, 'is neither true nor false', 'Use true or false.');
}

/** A switch. Its description starts with "Whether". On the wire it may be text or 0 and 1. */
export function flag(
	wireName: string,
	displayName: string,
	description: string,
	options: Common & { default?: boolean; asText?: boolean; asNumber?: boolean } = {},
): Field {
	return field(
		wireName,
		displayName,
		{ ...options, description },
		{ type: 'boolean', default: options.default ?? false },
		(value) => {
			const boolean = toBoolean(displayName, value);
			if (options.asNumber) return Number(boolean);
			return options.asText ? String(boolean) : boolean;
		},
	);
}
