/** A piece of source text, and what it needs to have imported. */

export interface Import {
	/** Exported name; `get as GET` takes it by another one. */
	name: string;
	/** Module as a path in the project, or the name of a package. */
	from: string;
	isType?: boolean;
}

export interface Code {
	text: string;
	imports: Import[];
}

export const code = (text: string, ...imports: Import[]): Code => ({ text, imports });

/** Source text among plain values. */
export class Raw {
	constructor(readonly text: string) {}
}

export const raw = (text: string): Raw => new Raw(text);

/** Where numbers are made readable by underscores. */
const LONG_NUMBER = 10_000;

function number(value: number, isReadable: boolean): string {
	if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
	if (!isReadable || Math.abs(value) < LONG_NUMBER || !Number.isInteger(value))
		return String(value);
	return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '_');
}

/** A name as the key of an object literal. */
export const member = (name: string): string =>
	/^([A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(name) ? name : JSON.stringify(name);

/** A member of an object: `body?.topic`, `answer['producer-byte-rate']` */
export function memberOf(object: string, name: string): string {
	if (/^[A-Za-z_$]/.test(name) && member(name) === name) return `${object}.${name}`;
	return object.endsWith('?') ? `${object}.[${literal(name)}]` : `${object}[${literal(name)}]`;
}

/**
 * A value as source text; members that are undefined are left out.
 *
 * @param isReadable Whether long numbers get underscores, as in what people write
 */
export function literal(value: unknown, isReadable = true): string {
	const inner = (one: unknown) => literal(one, isReadable);
	if (value instanceof Raw) return value.text;
	if (value instanceof RegExp) return String(value);
	if (typeof value === 'number') return number(value, isReadable);
	if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		const inside = Object.entries(value)
			.filter(([, one]) => one !== undefined)
			.map(([name, one]) => `${member(name)}: ${inner(one)}`);
		return inside.length > 0 ? `{ ${inside.join(', ')} }` : '{}';
	}
	return JSON.stringify(value) ?? 'undefined';
}

/** An object as source text, and `undefined` where nothing is in it. */
export function filled(value: Record<string, unknown>): string | undefined {
	const text = literal(value);
	return text === '{}' ? undefined : text;
}
