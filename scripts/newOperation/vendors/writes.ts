import { literal, member } from '../code/code';
import { participle } from '../english';
import { operationWords, sentence, wordsOf } from '../naming';
import type { Parameter } from '../parameters';
import { isType } from '../parameters';
import { SECRET } from '../secrets';
import type { Draft, Row } from './vendor';

/** What a write gives and says. */

/** What is required of a write besides its instance, and can be shown. */
export const subjectsOf = ({ parameters }: Draft, instance: string): Parameter[] =>
	parameters.filter(
		({ wireName, required, schema }) =>
			required &&
			wireName !== instance &&
			!SECRET.test(wireName) &&
			!schema.contentSchema &&
			(isType(schema, 'string') || isType(schema, 'integer')),
	);

/** The same without what the answer says itself: what an item takes from the request. */
export const shownOf = (draft: Draft, instance: string): Parameter[] =>
	subjectsOf(draft, instance).filter(
		({ wireName }) => draft.answer.schema.properties?.[wireName] === undefined,
	);

/** What was done, in a word: "deleted"; nothing for a create. */
function doneWord({ kind, operation }: Draft): string | undefined {
	if (kind === 'create') return undefined;
	return kind === 'delete' ? 'deleted' : participle(operationWords(operation).verb);
}

/** What an item says was done: `{ deleted: true }` */
export function doneFlag(draft: Draft): Row {
	const word = doneWord(draft);
	return word === undefined ? {} : { [word]: true };
}

/** Last words of parameters that say which thing is meant. */
const NAMING: ReadonlySet<string> = new Set([
	...['group', 'id', 'key', 'name', 'topic', 'user', 'username'],
]);

const isNaming = (wireName: string) => NAMING.has(wordsOf(wireName).at(-1) ?? '');

/** What an item names its subject by: for a create the new ID, else what the request names. */
function subjectName(draft: Draft, instance: string): string {
	const given = subjectsOf(draft, instance).map(({ wireName }) => wireName);
	const made = Object.keys(draft.answer.schema.properties ?? {}).filter(
		(name) => wordsOf(name).at(-1) === 'id' && !['job_id', 'FlowId'].includes(name),
	);
	const isOwn = (name: string) => wordsOf(name).at(-1) === 'name' || isOf(draft, name);
	const candidates =
		draft.kind === 'create'
			? [given.find(isOwn), made[0], given.find(isNaming)]
			: [given.find(isNaming)];
	return candidates.find((name) => name !== undefined) ?? instance;
}

/** Whether a parameter has the name of the resource in it. */
const isOf = ({ resource }: Draft, name: string) =>
	isNaming(name) && wordsOf(name).some((word) => wordsOf(resource).includes(word));

/** The member `subject` of a write: "topic orders.created deleted". */
export function subjectCode(draft: Draft, instance: string): string {
	const wireName = subjectName(draft, instance);
	const short = wordsOf(wireName).at(-1) ?? 'name';
	const binding = wireName === short ? short : `${member(wireName)}: ${short}`;
	const thing = sentence(wordsOf(draft.resource));
	const isInstance = wireName === instance && draft.resource !== 'instance';
	const done = doneWord(draft);
	const words = [thing, ...(isInstance ? ['of instance'] : []), `\${String(${short})}`, done];
	return `subject: ({ ${binding} }) => \`${words.filter(Boolean).join(' ')}\`,`;
}

/** Members of an object literal: `updated: true` */
export const membersText = (row: Row): string[] =>
	Object.entries(row).map(([name, value]) => `${member(name)}: ${literal(value)}`);
