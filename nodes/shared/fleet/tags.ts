import type { Tags } from './words';

/** A tag that is asked for; without a value, any value fits. */
export interface TagWanted {
	key: string;
	value?: string;
}

/** The value of a tag, also where it is called like a member of all objects; `undefined` without it. */
export const tagValue = (tags: Tags | null, key: string): string | undefined =>
	tags && Object.hasOwn(tags, key) ? tags[key] : undefined;

/** Whether an instance is known to have a tag. */
export function hasTag(tags: Tags | null, { key, value }: TagWanted): boolean {
	const found = tagValue(tags, key);
	return found !== undefined && (value === undefined || value === '' || found === value);
}

const folded = (text: string) => text.trim().toLowerCase();

/**
 * Values of a tag, whatever the case of its key: for what keeps an instance, where a tag that is overlooked
 * would cost it.
 */
export const valuesOf = (tags: Tags | null, key: string): string[] =>
	Object.entries(tags ?? {}).flatMap(([one, value]) =>
		folded(one) === folded(key) ? [value] : [],
	);

/** Whether an instance has a tag in any spelling, see {@link valuesOf}. */
export const hasTagInAnyCase = (tags: Tags | null, { key, value = '' }: TagWanted): boolean =>
	valuesOf(tags, key).some((found) => value === '' || folded(found) === folded(value));

/** Whether an instance is known not to have a tag, in any spelling: a cloud that tells none does not say so. */
export const lacksTag = (tags: Tags | null, key: string): boolean =>
	tags !== null && valuesOf(tags, key).length === 0;

/** `env=dev` or `env`, as a user writes it. */
export function tagWanted(text: string): TagWanted {
	const [key, ...rest] = text.split('=');
	return rest.length === 0
		? { key: key.trim() }
		: { key: key.trim(), value: rest.join('=').trim() };
}

/** `env=dev`, or `env` for any value. */
export const tagText = ({ key, value }: TagWanted): string => (value ? `${key}=${value}` : key);
