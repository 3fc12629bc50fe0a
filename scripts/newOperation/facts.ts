import type { FactsVendor, OperationFacts } from '../../emulator/core/facts';
import type { Wanted } from './arguments';
import { UsageError } from './arguments';
import { operationWords, singular, wordsOf } from './naming';
import { likeness, nearestBy, nearestTo } from './nearest';
import type { Project } from './project';

/** An operation of the facts with what the emulator has no use for. */
export interface Facts extends OperationFacts {
	/** Where the facts are from, in words. */
	source: string;
	/** `current`, or `deprecated`. */
	status?: string;
	relates?: { operation: string; how: string };
}

/** Folder of a vendor's facts. */
export const factsFolder = (vendor: FactsVendor): string => `emulator/api/${vendor}`;

const isOperation = (file: string) => file.endsWith('.json') && !file.startsWith('_');

/** Names of the API operations that a vendor's facts have. */
export const apisOf = (project: Project, vendor: FactsVendor): string[] =>
	project
		.filesIn(factsFolder(vendor))
		.filter(isOperation)
		.map((file) => file.replace(/\.json$/, ''));

const readFacts = (project: Project, vendor: FactsVendor, api: string): Facts =>
	JSON.parse(project.read(`${factsFolder(vendor)}/${api}.json`)) as Facts;

/** In so many files, a note says nothing about an operation. */
const COMMON = 5;

/** The notes of an operation without those that many have. */
export function ownNotes(project: Project, vendor: FactsVendor, { notes }: Facts): string[] {
	const all = apisOf(project, vendor).flatMap((api) => readFacts(project, vendor, api).notes);
	return notes.filter((note) => all.filter((one) => one === note).length < COMMON);
}

/** Verbs of the APIs for a verb of the node. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
	add: ['add', 'create'],
	change: ['modify', 'update', 'change', 'reset'],
	create: ['create', 'add'],
	delete: ['delete', 'remove'],
	disable: ['disable', 'close', 'stop'],
	enable: ['enable', 'open', 'start', 'create'],
	get: ['get', 'list', 'show', 'describe', 'query', 'fetch'],
	remove: ['remove', 'delete'],
	rename: ['modify', 'update'],
	set: ['set', 'modify', 'update', 'enable'],
	update: ['update', 'modify'],
};

/** Words of API operations that tell none from another. */
const NOISE: ReadonlySet<string> = new Set(['all', 'batch', 'ckafka', 'engine', 'kafka', 'many']);

const nounsOf = (words: string[]): string[] =>
	words.filter((word) => !NOISE.has(word)).map(singular);

/** The verb and the nouns of an API operation: `BatchDeleteGroup` -> `delete`, `group` */
function apiWords(api: string): { verb: string; nouns: string[] } {
	const [verb = '', ...nouns] = wordsOf(api).filter((word) => !NOISE.has(word) && word !== 'v');
	return { verb, nouns: nounsOf(nouns) };
}

/** Whether names speak of many things: `getAll`, `BatchDeleteTopics`. */
const isMany = (words: string[]): boolean =>
	['all', 'many', 'batch', 'list'].some((word) => words.includes(word)) ||
	singular(words.at(-1) ?? '') !== words.at(-1);

/** Verbs for one thing or for many, as their names have to say. */
const COUNTED: ReadonlySet<string> = new Set(['get', 'delete']);

/** How well an API operation fits the names of the node; 1 where nothing is left over. */
function fit(api: string, { resource, operation }: Wanted): number {
	const { verb, rest } = operationWords(operation);
	const { verb: apiVerb, nouns } = apiWords(api);
	const asked = nounsOf([...wordsOf(resource), ...rest]);
	// The instance is where things are, so that an API names it or does not.
	const without = (words: string[]) => words.filter((word) => word !== 'instance');
	const same = likeness(without(nouns), without(asked));
	const isVerb = (VERBS[verb] ?? [verb]).includes(apiVerb);
	const isCounted = !COUNTED.has(verb) || isMany([verb, ...rest]) === isMany(wordsOf(api));
	return isVerb && isCounted ? same : same / 2;
}

/** Fit from which on an API operation is worth a look. */
const NEAR_FIT = 0.25;

const nearText = (near: string[]) => (near.length > 0 ? ` Nearest: ${near.join(', ')}.` : '');

/**
 * The API operation that is meant: the one that was named, or the only one whose name says the same
 * as the names of the node.
 *
 * @throws {UsageError} There are no facts of it, or it is not clear which is meant
 */
export function findFacts(project: Project, wanted: Wanted): Facts {
	const { vendor, resource, operation, api } = wanted;
	const apis = apisOf(project, vendor);
	if (api !== undefined) {
		if (apis.includes(api)) return readFacts(project, vendor, api);
		throw new UsageError(
			`There are no facts of ${api}.${nearText(nearestTo(api, apis))} If it is a new one, put its facts into ${factsFolder(vendor)}/${api}.json first; emulator/api/README.md has the format.`,
		);
	}
	const fitting = apis.filter((one) => fit(one, wanted) === 1);
	if (fitting.length === 1) return readFacts(project, vendor, fitting[0]);
	const near = nearestBy(apis, (one) => fit(one, wanted), NEAR_FIT);
	throw new UsageError(
		`The facts do not say which API operation '${resource} ${operation}' is: give its name after them.${nearText(near)} If it is a new one, put its facts into ${factsFolder(vendor)}/ first.`,
	);
}
