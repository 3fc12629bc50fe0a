import { formsOf, inJson } from '../../../credentials/signing/encoding';
import type { Failure } from '../contract/failure';
import { isSecretName } from '../contract/secretNames';

/** Shorter texts are words of any sentence rather than secrets, and masking them would tell them. */
const SHORTEST = 4;

/** What a text holds as JSON, as a stored session does; the text itself without any. */
function contentOf(text: string): unknown {
	if (!text.startsWith('{')) return text;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** The texts in an object that are secrets by their names, at any depth. */
function secretsIn(held: unknown): string[] {
	if (typeof held !== 'object' || held === null) return [];
	return Object.entries(held).flatMap(([name, value]: [string, unknown]) => {
		const content = typeof value === 'string' ? contentOf(value) : value;
		if (typeof content !== 'string') return secretsIn(content);
		return isSecretName(name) ? [content] : [];
	});
}

/** A longer text is no name, characters. */
const LONGEST_NAME = 300;

/** The texts in an object that are no secrets by their names, at any depth. */
function openIn(held: unknown): string[] {
	if (typeof held === 'string') return held.length <= LONGEST_NAME ? [held] : [];
	if (typeof held !== 'object' || held === null) return [];
	return Object.entries(held).flatMap(([name, value]) => (isSecretName(name) ? [] : openIn(value)));
}

/** What stands for a secret. */
export const MASK = '********';

/** A word of a few letters may be a part of an ID that a service makes. */
const WORD = /^[\w-]{1,9}$/;

/** A pattern for a text; a word only where it stands alone, or behind an escaped character. */
function patternOf(text: string): string {
	const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return WORD.test(text)
		? `(?:(?<![\\w-])|(?<=%[\\dA-Fa-f]{2}|\\\\[nrtbf]))${escaped}(?![\\w-])`
		: escaped;
}

/** How deep an answer is gone into, and what stands for the rest: nobody could read it, n8n included. */
const DEEPEST = 200;
const TOO_DEEP = '[nested too deeply]';

/** JSON of a value; `undefined` where there is none, as it is nested more deeply than the call stack can follow. */
function textOf(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

/**
 * What the requests of one item, one poll or one look-up carried that must not come out again: not in
 * items, errors, the log, nor in what a trigger keeps. A service may repeat all that it was sent.
 *
 * What was sent openly, such as an ID or a name, comes out as it is even if a secret is in it: masked, it
 * would be useless, and would tell what the secret is.
 */
export class Secrets {
	private readonly known = new Set<string>();

	/** Everything that is to be masked. */
	private forms: string[] = [];

	/** What was sent openly. */
	private readonly open = new Set<string>();

	/** Finds what is to be masked, and what of it is open; made anew when either changes. */
	private pattern?: { find: RegExp; kept: ReadonlySet<string> };

	/**
	 * Adds what an object holds in members that are called like a secret, at any depth.
	 *
	 * @param held Parameters of a request, or data of a credential
	 */
	addFrom(held: unknown): void {
		this.add(secretsIn(held));
	}

	/** Adds texts that are secrets whatever they are called. */
	add(secrets: string[]): void {
		const fresh = secrets.filter((one) => one.length >= SHORTEST && !this.known.has(one));
		if (fresh.length === 0) return;
		for (const secret of fresh) this.known.add(secret);
		this.forms = [...new Set([...this.forms, ...fresh.flatMap(formsOf)])];
		this.pattern = undefined;
	}

	/**
	 * Adds what an object holds in members that are not called like a secret, at any depth: it stays
	 * readable, unless it is known as a secret by then.
	 *
	 * @param held Parameters of a request
	 */
	keepFrom(held: unknown): void {
		for (const text of openIn(held)) this.open.add(text);
		this.pattern = undefined;
	}

	/**
	 * The same value with the secrets masked, at any depth; the value itself where it holds none.
	 *
	 * @param value A text, or what JSON can hold
	 */
	hide<T>(value: T): T {
		if (value === undefined || this.forms.length === 0) return value;
		const text = textOf(value);
		if (text === undefined) return this.masking(value) as T;
		// Most answers hold none, and one look through a text costs less than one through its parts.
		if (!this.forms.some((form) => text.includes(inJson(form)))) return value;
		return this.masking(JSON.parse(text)) as T;
	}

	private masking(part: unknown, depth = 0): unknown {
		if (typeof part === 'string') return this.masked(part);
		if (typeof part !== 'object' || part === null) return part;
		if (depth >= DEEPEST) return TOO_DEEP;
		if (Array.isArray(part)) return part.map((one) => this.masking(one, depth + 1));
		return Object.fromEntries(
			Object.entries(part).map(([name, value]) => [
				this.masked(name),
				this.masking(value, depth + 1),
			]),
		);
	}

	private masked(text: string): string {
		const { find, kept } = (this.pattern ??= this.patterns());
		return text.replace(find, (found) => (kept.has(found) ? found : MASK));
	}

	private patterns() {
		const isOpen = (text: string) => this.forms.some((form) => text.includes(form));
		const kept = new Set([...this.open].filter(isOpen));
		// A longer text first, or the rest of it would be left.
		const texts = [...new Set([...this.forms, ...kept])].sort((a, b) => b.length - a.length);
		return { find: new RegExp(texts.map(patternOf).join('|'), 'g'), kept };
	}
}

/** The same failure without what was sent as a secret: a service may repeat a password in its refusal. */
export function withoutSecrets(failure: Failure, secrets: Secrets): Failure {
	const { message, details, cause } = failure;
	if (cause) {
		cause.message = secrets.hide(cause.message);
		cause.stack = secrets.hide(cause.stack);
	}
	return failure.with({ message: secrets.hide(message), ...secrets.hide(details) });
}
