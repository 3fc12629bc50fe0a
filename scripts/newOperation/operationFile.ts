import type { Wanted } from './arguments';
import type { Code, Import } from './code/code';
import { filled, literal } from './code/code';
import { importLines } from './code/imports';
import { operationDescription, thirdPerson } from './english';
import type { FieldCode } from './fields/making';
import { actionOf, constantOf, operationName, resourceNames } from './naming';
import type { Draft, VendorProfile } from './vendors/vendor';
import type { Vocabulary } from './fields/vocabulary';

/** The source of an operation. */

/** Where the source of an operation is. */
export const operationPath = ({ folder }: VendorProfile, { resource, operation }: Wanted): string =>
	`nodes/${folder}/resources/${resource}/${operation}.ts`;

/** Facts that belong into the comment, because the code does not say them. */
function remarks({ facts, answer, kind }: Draft, completion: Code | undefined): string {
	const { status, isWord, content, list, paging } = answer;
	const isEmpty = Object.keys(content).length === 0;
	if (completion) return '; the answer has the ID of a task';
	if (list && !paging) return '; all come in one answer';
	if (kind === 'read' || !isEmpty || facts.request.service !== null) return '';
	return isWord ? `; ${status} answers a word` : `; ${status} without a body`;
}

/** The fields in the order of the form: existing things first. */
export const inFormOrder = (fields: FieldCode[]): FieldCode[] => [
	...fields.filter(({ isLocator }) => isLocator),
	...fields.filter(({ isLocator }) => !isLocator),
];

interface Parts {
	fields: FieldCode[];
	options: FieldCode[];
	/** The member `pages`, without its name. */
	pages?: Code;
	/** What "Simplify" keeps, without its name. */
	simple?: Code;
}

const listCode = (name: string, fields: FieldCode[]): string[] =>
	fields.length > 0 ? [`${name}: [${fields.map(({ text }) => text).join(',\n')}],`] : [];

function constantCode({ constants: { query, body } }: Draft): string[] {
	const places = { query: filled(query) && query, body: filled(body) && body };
	const text = filled(places);
	return text ? [`constant: ${text},`] : [];
}

/** Action of the operation; n8n's list needs one of its own for each. */
function uniqueAction(draft: Draft, { operation, resource }: Wanted, known: Vocabulary): string {
	const action = actionOf(operation, resourceNames(resource));
	const other = known.actions.get(action);
	if (other !== undefined && other !== `${resource}/${operation}`) {
		draft.checks.push(`The action "${action}" is that of ${other} already: word it differently.`);
	}
	return action;
}

/** Writes the file. */
export function operationFile(
	profile: VendorProfile,
	draft: Draft,
	wanted: Wanted,
	{ fields, options, pages, simple }: Parts,
	vocabulary: Vocabulary,
): string {
	const { facts } = draft;
	const line = profile.line(draft);
	const outcome = profile.outcome(draft);
	const completion = profile.completion(draft);
	const imports: Import[] = [
		{ name: 'Operation', from: 'nodes/shared/contract/operation', isType: true },
		...[line, ...fields, ...options, pages, simple, outcome, completion].flatMap(
			(part) => part?.imports ?? [],
		),
	];
	const name = wanted.name ?? operationName(wanted.operation);
	const members = [
		`value: ${literal(wanted.operation)},`,
		`name: ${literal(name)},`,
		`action: ${literal(uniqueAction(draft, wanted, vocabulary))},`,
		`description: ${literal(operationDescription(facts.title))},`,
		line.text,
		...constantCode(draft),
		...listCode('fields', fields),
		...listCode('options', options),
		...(pages ? [`pages: ${pages.text},`] : []),
		...(simple ? [`${simple.text},`] : []),
		...(outcome ? [outcome.text] : []),
		...(completion ? [completion.text] : []),
	];
	const comment = `${thirdPerson(facts.title)}. ${profile.reference(facts)}${remarks(draft, completion)}.`;
	return [
		importLines(operationPath(profile, wanted), imports),
		'',
		commented(comment),
		`export const ${constantOf(wanted.operation)}: Operation = {`,
		...members,
		'};',
		'',
	].join('\n');
}

/** Longest line of a comment, characters. */
const WIDTH = 96;

/** A comment on one line, or on several if it is long. */
export function commented(text: string): string {
	if (text.length <= WIDTH) return `/** ${text} */`;
	const lines = text.split(' ').reduce<string[]>(
		(all, word) => {
			const line = `${all[all.length - 1]} ${word}`.trim();
			return line.length > WIDTH ? [...all, word] : [...all.slice(0, -1), line];
		},
		[''],
	);
	return ['/**', ...lines.map((one) => ` * ${one}`), ' */'].join('\n');
}
