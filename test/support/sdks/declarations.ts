import { readFileSync } from 'node:fs';

/** Members of a class or interface: the type of each by its name on the wire. */
export type Members = Record<string, string>;

/** A name without its punctuation: `producer-byte-rate`, `producer_byte_rate` and `producerByteRate` are one. */
export const bare = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase();

/**
 * What the classes and interfaces of a generated declaration file declare. The wire names of `private 'broker_num'?;`
 * have their types at the accessor `get brokerNum(): number | undefined;`.
 */
export function declarationsIn(file: string): Map<string, Members> {
	const found = new Map<string, Members>();
	const blocks = readFileSync(file, 'utf8').matchAll(
		/^export (?:declare class|interface) (\w+) \{\n([\s\S]*?)^\}/gm,
	);
	for (const [, name, text] of blocks) {
		const accessors = new Map(
			[...text.matchAll(/^ {4}get (\w+)\(\): (.+);$/gm)].map(([, member, type]) => [
				bare(member),
				type,
			]),
		);
		const members = [...text.matchAll(/^ {4}(?:private )?'?([\w.-]+)'?\??(?:: (.+))?;$/gm)].map(
			([, member, type]) => [member, type ?? accessors.get(bare(member)) ?? 'any'],
		);
		found.set(name, Object.fromEntries(members) as Members);
	}
	return found;
}

/** The types that a declared one may have, without `undefined`. */
const typesOf = (declared: string) =>
	declared.split(' | ').filter((type) => !/^(undefined|null)$/.test(type));

/** What a list holds; undefined for other types. */
const entryOf = (type: string) => /^Array<(.+)>$/.exec(type)?.[1];

/** Every value that a declared type has a place for, lists with `#`: `tags.#.key`. */
export function placesOf(
	declared: string,
	membersOf: (type: string) => Members | undefined,
	place = '',
): string[] {
	const [type] = typesOf(declared);
	const entry = entryOf(type);
	if (entry !== undefined) return placesOf(entry, membersOf, `${place}.#`);
	const members = membersOf(type);
	if (!members) return [place];
	return Object.entries(members).flatMap(([name, one]) =>
		placesOf(one, membersOf, place === '' ? name : `${place}.${name}`),
	);
}

/**
 * A value as somebody who follows the declarations would give it.
 *
 * @param membersOf What is declared of a type; undefined for types that are no classes or interfaces
 */
export function shaped(
	value: unknown,
	declared: string,
	membersOf: (type: string) => Members | undefined,
): unknown {
	if (value === undefined || value === null) return value;
	const types = typesOf(declared);
	const entry = entryOf(types[0]);
	if (entry !== undefined) {
		return [value].flat().map((one) => shaped(one, entry, membersOf));
	}
	if (types.includes('string')) return String(value);
	if (types[0] === 'number') return Number(value);
	if (types[0] === 'boolean') return typeof value === 'boolean' ? value : value === 'true';
	const members = membersOf(types[0]);
	return members ? shapedMembers(value as object, members, membersOf) : value;
}

/** An object with the declared members only, each under the name that the declarations have for it. */
export function shapedMembers(
	value: object,
	members: Members,
	membersOf: (type: string) => Members | undefined,
): Record<string, unknown> {
	const spelling = new Map(Object.keys(members).map((name) => [bare(name), name]));
	return Object.fromEntries(
		Object.entries(value).flatMap(([given, one]) => {
			const name = Object.hasOwn(members, given) ? given : spelling.get(bare(given));
			return name === undefined ? [] : [[name, shaped(one, members[name], membersOf)]];
		}),
	);
}
