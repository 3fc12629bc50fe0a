/** Names of instances, and of topics of reserved ones, longer than this are cut without a word. */
const MAX_NAME = 64;

/** The same for topics and groups of serverless instances. */
export const MAX_SERVERLESS_NAME = 249;

/** The same for the names of consumer groups. */
export const MAX_GROUP_NAME = 128;

/** A name as the service keeps it. */
export function cut(name: string, length: number = MAX_NAME): string {
	return name.slice(0, length);
}
