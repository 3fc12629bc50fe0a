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

/** Whether an instance is known not to have a tag: a cloud that tells none does not say so. */
export const lacksTag = (tags: Tags | null, key: string): boolean =>
	tags !== null && tagValue(tags, key) === undefined;

/** `env=dev` or `env`, as a user writes it. */
export function tagWanted(text: string): TagWanted {
	const [key, ...rest] = text.split('=');
	return rest.length === 0
		? { key: key.trim() }
		: { key: key.trim(), value: rest.join('=').trim() };
}

/** `env=dev`, or `env` for any value. */
export const tagText = ({ key, value }: TagWanted): string => (value ? `${key}=${value}` : key);
