import { percentEncode } from '../../../credentials/signing/encoding';
import type { Failure } from '../contract/failure';

/** Names of parameters and credential fields that hold a secret; a secret ID is a public name. */
const SECRET = /passw|secret(?!Id)|token/i;

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
		return SECRET.test(name) ? [content] : [];
	});
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/**
 * How a secret may stand in a text: as it is, as in JSON, as in a URL, and as in the text that a
 * signature of query parameters is made of.
 */
function formsOf(secret: string): string[] {
	// Half of a character has no form in a URL, so it was not sent in one.
	if (/\p{Surrogate}/u.test(secret)) return [secret, inJson(secret)];
	const inUrls = [encodeURIComponent, percentEncode].flatMap((encode) => [
		encode(secret),
		encode(encode(secret)),
	]);
	return [secret, inJson(secret), ...inUrls];
}

/**
 * What the requests of one item, one poll or one look-up carried that must not come out again: not in
 * items, errors, the log, nor in what a trigger keeps. A service may repeat all that it was sent.
 */
export class Secrets {
	private readonly known = new Set<string>();

	/** Everything that is to be masked; a longer text first, or the rest of it would be left. */
	private forms: string[] = [];

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
		const forms = new Set([...this.forms, ...fresh.flatMap(formsOf)]);
		this.forms = [...forms].sort((a, b) => b.length - a.length);
	}

	/**
	 * The same value with the secrets masked, at any depth; the value itself where it holds none.
	 *
	 * @param value A text, or what JSON can hold
	 */
	hide<T>(value: T): T {
		if (value === undefined || this.forms.length === 0) return value;
		const text = JSON.stringify(value);
		// Most answers hold none, and one look through a text costs less than one through its parts.
		if (!this.forms.some((form) => text.includes(inJson(form)))) return value;
		return JSON.parse(text, (_, part: unknown) =>
			typeof part === 'string' ? this.masked(part) : part,
		) as T;
	}

	private masked(text: string): string {
		return this.forms.reduce((left, form) => left.split(form).join('********'), text);
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
